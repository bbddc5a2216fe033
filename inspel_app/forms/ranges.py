"""Half-open ranges of offsets, sorted and not overlapping."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

Range = tuple[int, int]


def union(ranges: Iterable[Range]) -> list[Range]:
    """The same ground as the ranges cover, in sorted ranges with gaps between."""
    joined: list[Range] = []
    for start, end in sorted(r for r in ranges if r[0] < r[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def subtract(whole: Range, holes: Sequence[Range]) -> list[Range]:
    """What is left of `whole` when the holes, as `union` gives them, are cut out."""
    left: list[Range] = []
    position, stop = whole
    for n in range(bisect_right(holes, position, key=lambda r: r[1]), len(holes)):
        start, end = holes[n]
        if start >= stop:
            break
        if start > position:
            left.append((position, start))
        position = end
    if position < stop:
        left.append((position, stop))
    return left


def stripped(text: str, ranges: Iterable[Range]) -> list[Range]:
    """The ranges of `text` without white space at their ends; empty ones fall away."""
    result = []
    for start, end in ranges:
        piece = text[start:end]
        begin = start + len(piece) - len(piece.lstrip())
        stop = start + len(piece.rstrip())
        if begin < stop:
            result.append((begin, stop))
    return result
