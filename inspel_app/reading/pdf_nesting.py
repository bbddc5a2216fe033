"""Drawings of a PDF that draw others many times over: refused before PDFium unfolds them.

A drawing (a form XObject) of a few bytes may draw ten others, each of them ten more, and so on
until the memory is full.
"""

import re
import zlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from inspel_app.reading.limits import MAX_PART_BYTES, too_large

_FORM = re.compile(rb"/Subtype\s*/Form\b")
_OBJECT = re.compile(rb"(\d{1,9})\s+\d{1,5}\s+obj\b")
_STREAM = re.compile(rb"\bstream\r?\n")
_HEAD_BYTES = 20_000
"""What is told of a drawing stands within so many bytes of its kind."""
_REFERENCE = re.compile(rb"/([^\s/<>\[\]()]+)\s+(\d{1,9})\s+\d{1,5}\s+R\b")
_APART = (b"Resources", b"XObject")
"""What may stand in an object of its own, the second in the first."""
_DRAWN = re.compile(rb"/([^\s/<>\[\]()]+)\s+Do\b")
_DEEPEST = 40
"""PDFium goes no further into drawings in drawings."""
_MOST = 100_000
"""Each takes two kilobytes."""


def refuse_nesting(data: bytes) -> None:
    """Count how many drawings those of a file unfold to.

    Raises:
        UnreadableError: `for-stor`.
    """
    drawings = dict(_drawings(data))
    inner = {n: Counter({i: k for i, k in d.items() if i in drawings}) for n, d in drawings.items()}
    level = Counter(drawings.keys())
    total = 0
    for _depth in range(_DEEPEST):
        following: Counter[int] = Counter()
        for number, times in level.items():
            for drawn, count in inner[number].items():
                following[drawn] += times * count
        level = following
        total += level.total()
        if total > _MOST:
            raise too_large()


def _drawings(data: bytes) -> Iterator[tuple[int, Counter[int]]]:
    """The number of each drawing's object, and how often it draws which others."""
    if not _FORM.search(data):
        return
    objects = _Objects(data)
    for found in _FORM.finditer(data):
        number, begin = objects.around(found.start())
        stream = _STREAM.search(data, found.end(), found.end() + _HEAD_BYTES)
        if stream is None:
            continue
        head = data[begin : stream.start()]
        names = objects.names(head)
        end = data.find(b"endstream", stream.end())
        drawn = _DRAWN.findall(_unpacked(head, data[stream.end() : end if end >= 0 else None]))
        yield number, Counter(names[name] for name in drawn if name in names)


class _Objects:
    """Where a file's objects begin."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        found = [(match.end(), int(match[1])) for match in _OBJECT.finditer(data)]
        self._begins = [0, *(begin for begin, _number in found)]
        self._numbers = [0, *(number for _begin, number in found)]
        self._known = dict(zip(self._numbers, self._begins, strict=True))

    def around(self, place: int) -> tuple[int, int]:
        """The number of the object that a place stands in, and where that begins."""
        at = bisect_right(self._begins, place) - 1
        return self._numbers[at], self._begins[at]

    def names(self, head: bytes) -> dict[bytes, int]:
        """What a drawing with this head calls other objects."""
        names = _references(head)
        for kind in _APART:
            if begin := self._known.get(names.get(kind, 0)):
                apart = self._data[begin : begin + _HEAD_BYTES].partition(b"endobj")[0]
                names |= _references(apart)
        return names


def _references(head: bytes) -> dict[bytes, int]:
    return {name: int(number) for name, number in _REFERENCE.findall(head)}


def _unpacked(head: bytes, packed: bytes) -> bytes:
    if b"/FlateDecode" not in head:
        return packed
    try:
        return zlib.decompressobj().decompress(packed, MAX_PART_BYTES)
    except zlib.error:
        return b""
