"""Streams of a PDF that unpack to more than a page can hold: refused before they are drawn."""

import re
import zlib

from inspel_app.reading.limits import MAX_PART_BYTES, too_large

_STREAM = re.compile(rb"/FlateDecode[^\0]{0,400}?>>\s*stream\r?\n")
_HEAD_BYTES = 400
_PICTURE = re.compile(rb"/Image\b")
_RATIO = 1_032
"""Deflate packs no more bytes into one."""
_STEP = 2**20


def refuse_bombs(data: bytes) -> None:
    """Unpack the long streams that are no pictures, keeping nothing.

    Raises:
        UnreadableError: `for-stor`.
    """
    least = MAX_PART_BYTES // _RATIO
    for match in _STREAM.finditer(data):
        start = match.end()
        end = data.find(b"endstream", start)
        long = (end if end >= 0 else len(data)) - start > least
        if long and not _PICTURE.search(data, max(match.start() - _HEAD_BYTES, 0), start):
            _refuse_bomb(data[start : end if end >= 0 else len(data)])


def _refuse_bomb(packed: bytes) -> None:
    unpacker, size = zlib.decompressobj(), 0
    try:
        while packed and not unpacker.eof:
            size += len(unpacker.decompress(packed, _STEP))
            packed = unpacker.unconsumed_tail
            if size > MAX_PART_BYTES:
                raise too_large()
    except zlib.error:
        return  # a damaged stream is for PDFium to mend
