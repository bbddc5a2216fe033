"""Where the parts of a Word report stand: which a writer has moved, and under which headings."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence


def unmoved(before: Sequence[str], now: Sequence[str]) -> set[str]:
    """As many as possible of those that were there before that still stand in the same order.

    `now` holds the same tags in the order of the document; the others are what a writer has moved.
    """
    rank = {tag: n for n, tag in enumerate(before)}
    ends: list[int] = []
    """By length the lowest rank that a rising row of that length ends with."""
    lengths = []
    for tag in now:
        length = bisect_left(ends, rank[tag])
        ends[length:] = [rank[tag], *ends[length + 1 :]]
        lengths.append(length)
    kept, wanted = set(), len(ends) - 1
    for tag, length in zip(reversed(now), reversed(lengths), strict=True):
        if length == wanted:
            kept.add(tag)
            wanted -= 1
    return kept


def lines(tags: Iterable[str], levels: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    """By tag what each part stands under, the topmost first, and itself; without those of no level.

    The tags are in the order of a document, in which a heading rules until the next of its level.
    """
    found: dict[str, tuple[str, ...]] = {}
    line: tuple[str, ...] = ()
    for tag in tags:
        if tag in levels:
            line = (*(t for t in line if levels[t] < levels[tag]), tag)
            found[tag] = line
    return found
