"""Half-open ranges of offsets, sorted and not overlapping."""

from collections.abc import Iterable

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


def subtract(whole: Range, holes: Iterable[Range]) -> list[Range]:
    """What is left of `whole` when the holes are cut out."""
    left: list[Range] = []
    position = whole[0]
    for start, end in union(holes):
        if end <= position:
            continue
        if start >= whole[1]:
            break
        if start > position:
            left.append((position, start))
        position = end
    if position < whole[1]:
        left.append((position, whole[1]))
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
