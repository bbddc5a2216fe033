"""Answers that were written as comments on the questions, in the margin of a Word file."""

from bisect import bisect_left
from collections.abc import Sequence

from inspel_app.domain.document import Document, Role
from inspel_app.forms.ranges import Range, union


def remarks(document: Document, starts: Sequence[int]) -> dict[int, list[Range]]:
    """For each of the form's texts (by its index) the comments anchored in it or under it.

    `starts` is where the form's texts begin, in order; what is given is where the comments stand.
    """
    written: dict[str, list[Range]] = {}
    for block in document.blocks:
        if block.role is Role.COMMENT and block.comment and block.text.strip():
            written.setdefault(block.comment, []).append((block.start, block.end))
    found: dict[int, list[Range]] = {}
    for block in document.blocks:
        under = bisect_left(starts, block.end) - 1
        ranges = [span for key in block.comments for span in written.get(key, ())]
        if under >= 0 and ranges:
            found[under] = union([*found.get(under, ()), *ranges])
    return found
