"""The pictures of an RTF file: written out in hexadecimals, or as bytes."""

import re
from typing import NamedTuple

from inspel_app.domain.document import Block
from inspel_app.reading.limits import MAX_PART_BYTES
from inspel_app.reading.pictures import Pictures, is_shown_large
from inspel_app.reading.rtf_scan import end_of_group, number

_START = re.compile(rb"\{\s*\\pict(?![a-zA-Z])")
_PIECE = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|(?P<brace>[{}])|(?P<text>[^\\{}]+)"
)
_NO_DIGIT = re.compile(rb"[^0-9a-fA-F]+")
_TWENTIETHS = 20
_WHOLE = 100
"""The scale, in per cent, of what names none."""


class RtfPicture(NamedTuple):
    """A picture's bytes and its size in points, 0 where nothing tells."""

    data: bytes
    width: float
    height: float


def picture_in(data: bytes, start: int, end: int) -> RtfPicture | None:
    """The picture that is written in a part of the file; None where there is none."""
    begun = _START.search(data, start, end)
    if begun is None:
        return None
    said: dict[str, int] = {}
    written: list[bytes] = []
    packed = b""
    at = begun.end()
    while at < end and (match := _PIECE.search(data, at, end)):
        at = match.end()
        if match["brace"] == b"}":
            break
        if match["brace"]:
            at = end_of_group(data, at) + 1
        elif match["word"] == b"bin":
            size = max(number(match) or 0, 0)
            packed, at = data[at : min(at + size, end)], at + size
        elif match["word"]:
            said[match["word"].decode("ascii")] = number(match) or 0
        else:
            written.append(match["text"] or b"")
    digits = _NO_DIGIT.sub(b"", b"".join(written))
    unpacked = packed or bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
    return RtfPicture(unpacked, _side(said, "w", "x"), _side(said, "h", "y"))


def picture_blocks(picture: RtfPicture, page: int, pictures: Pictures) -> list[Block]:
    """The text of a picture on a page; none, and a doubt, where the file does not hold it."""
    _data, width, height = picture
    if width * height > 0 and not is_shown_large(width, height):
        return []
    if 0 < len(picture.data) <= MAX_PART_BYTES:
        return pictures.blocks(*picture, page)
    pictures.leave(page)
    return []


def _side(said: dict[str, int], side: str, axis: str) -> float:
    scale = said.get(f"picscale{axis}", 0) or _WHOLE
    return max(said.get(f"pic{side}goal", 0) / _TWENTIETHS * scale / _WHOLE, 0.0)
