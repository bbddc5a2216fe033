"""Answers that were written as comments on the questions, or in notes to which the fields lead."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from inspel_app.domain.document import Document, Role
from inspel_app.forms.align import Match
from inspel_app.forms.ranges import Range, union


def remarks(
    document: Document, matches: Sequence[Match], role: Role, cells: Mapping[int, Sequence[Range]]
) -> dict[int, list[Range]]:
    """For each of the form's texts (by its index) the remarks anchored in it or under it.

    `matches` are the form's texts, in order, `role` tells comments from notes, `cells` are where
    what stands in other cells belongs; what is given is where the remarks stand.
    """
    starts = [match.start for match in matches]
    held = sorted((cell, n) for n, ranges in cells.items() for cell in ranges)
    written: dict[str, list[Range]] = {}
    for block in document.blocks:
        if block.role is role and block.comment and block.text.strip():
            written.setdefault(block.comment, []).append((block.start, block.end))
    found: dict[int, list[Range]] = {}
    for block in document.blocks:
        ranges = [span for key in block.comments for span in written.get(key, ())]
        if not ranges:
            continue
        inside = (n for (start, end), n in held if start <= block.start <= end)
        under = next(inside, bisect_left(starts, block.end) - 1)
        if under >= 0:
            found[under] = union([*found.get(under, ()), *ranges])
    return found
