"""Finds lines of writing on a page that lie in no word that was read there.

An engine leaves out what it takes for a picture, and tells nothing. Writing is known by its
rhythm: strokes and white take turns, many times in the height of a line, and that sets it apart
from ruling lines, logos, signatures, shadows and stains.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import groupby, pairwise
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from inspel_app.reading.ocr import OcrWord
from inspel_app.reading.scan_light import ink
from inspel_app.reading.scan_page import INK, Mask, View
from inspel_app.reading.scan_runs import runs, thickened

_GAP = 0.12
"""Inches: the white within a line of writing is narrower."""
_SHORTEST = 0.4
"""Inches: shorter pieces of writing are left out; stains and parts of drawings look like them."""
_LOWEST, _HIGHEST = 0.07, 0.4
"""Inches: how high a line of writing is, also one that slopes a little."""
_THINNEST, _THICKEST = 0.08, 0.55
"""The share of a line of writing that is ink."""
_MOST_STROKES, _STROKES = 1.5, 0.9
"""How many strokes follow each other along a line, in the length of its height: in its fullest row
and in most rows."""
_FULL = 0.45
"""Rows with more than this share of the ink of the fullest cross the small letters of a line."""
_RULE = 0.4
"""Inches: longer than any stroke of a letter."""
_LEADING = 2.5
"""Lines nearer each other than so many times their height belong together."""

Runs = NDArray[np.int64]
"""[n, 3]: row, first column and the column after the last, in dots, from top to bottom."""


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a picture, in pixels, and how many lines of writing stand there."""

    left: int
    top: int
    right: int
    bottom: int
    lines: int = 1

    def union(self, other: "Area") -> "Area":
        """The smallest part that holds both."""
        return Area(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
            self.lines + other.lines,
        )

    def meets(self, other: "Area") -> bool:
        """Whether they have a part of the picture in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def unread(view: View, words: Iterable[OcrWord], lightest: int = INK) -> list[Area]:
    """Where on an evened and straight page writing stands in none of the words.

    What is `lightest` or lighter is paper.
    """
    mask, factor = ink(view.image, view.dpi, lightest)
    dpi = view.dpi / factor
    for word in words:
        top, bottom = word.top // factor, -(-word.bottom // factor)
        left, right = word.left // factor, -(-word.right // factor)
        mask[max(top - 1, 0) : bottom + 1, max(left - 1, 0) : right + 1] = False
    return [
        Area(a.left * factor, a.top * factor, a.right * factor, a.bottom * factor, a.lines)
        for a in _gathered(lines_of_writing(mask, dpi))
    ]


def lines_of_writing(mask: Mask, dpi: float) -> list[Area]:
    """Where dots of ink, so many to the inch, look like a line of writing; from top to bottom."""
    rule = round(_RULE * dpi)
    ruled = thickened(runs(mask, rule, axis=1), axis=0) | thickened(
        runs(mask, rule, axis=0), axis=1
    )
    mask = mask & ~ruled
    found: list[Area] = []
    for area in _clusters(_joined(mask, round(_GAP * dpi))):
        bands = _bands(mask, area) if area.bottom - area.top > _HIGHEST * dpi else [area]
        lines = [b for b in bands if _is_writing(mask[b.top : b.bottom, b.left : b.right], dpi)]
        if len(lines) > len(bands) / 2:  # else a picture, some of which looks like writing
            found += lines
    return found


def _bands(mask: Mask, area: Area) -> list[Area]:
    """Lines that touch each other, cut apart where there is least ink between them."""
    counts = np.count_nonzero(mask[area.top : area.bottom, area.left : area.right], axis=1)
    full = np.diff((counts > _FULL * counts.max()).astype(np.int8), prepend=0, append=0)
    begins, ends = np.flatnonzero(full == 1), np.flatnonzero(full == -1)
    between = zip(ends[:-1].tolist(), begins[1:].tolist(), strict=True)
    cuts = [area.top + end + int(counts[end:begin].argmin()) for end, begin in between]
    bounds = pairwise([area.top, *cuts, area.bottom])
    return [replace(area, top=top, bottom=bottom) for top, bottom in bounds]


def _is_writing(mask: Mask, dpi: float) -> bool:
    """Whether a part of the page has the size and the rhythm of a line."""
    height, width = mask.shape
    if width < _SHORTEST * dpi or not _LOWEST * dpi <= height <= _HIGHEST * dpi:
        return False
    if not _THINNEST <= np.count_nonzero(mask) / mask.size <= _THICKEST:
        return False
    begun = np.count_nonzero(mask[:, 1:] & ~mask[:, :-1], axis=1) * height / width
    return bool(begun.max() >= _MOST_STROKES and np.median(begun[begun > 0]) >= _STROKES)


def _joined(mask: Mask, gap: int) -> Runs:
    """The runs of dots along each row, joined where no more white than `gap` is between them."""
    edges = np.diff(mask.astype(np.int8), axis=1, prepend=0, append=0)
    rows, starts = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    parted = (rows[1:] != rows[:-1]) | (starts[1:] - ends[:-1] > gap)
    first = np.concatenate(([True], parted))[: len(rows)]
    last = np.concatenate((parted, [True]))[: len(rows)]
    return np.stack((rows[first], starts[first], ends[last]), axis=1)


def _clusters(found: Runs) -> list[Area]:
    """The boxes around runs that touch each other from row to row, by their upper edges."""
    boxes: dict[int, Area] = {}
    belongs: list[int] = []
    above: list[tuple[int, int, int]] = []
    for row, runs_here in groupby(found.tolist(), key=itemgetter(0)):
        here = []
        for _row, start, end in runs_here:
            area = Area(start, row, end, row + 1)
            touched = {_last(belongs, i) for s, e, i in above if s < end and e > start}
            number = len(belongs)
            belongs.append(number)
            for other in touched & boxes.keys():
                area = area.union(boxes.pop(other))
                belongs[other] = number
            boxes[number] = replace(area, lines=1)
            here.append((start, end, number))
        above = here
    return sorted(boxes.values(), key=lambda area: (area.top, area.left))


def _last(belongs: Sequence[int], number: int) -> int:
    """The cluster that has taken in the one with this number."""
    while belongs[number] != number:
        number = belongs[number]
    return number


def _gathered(lines: Iterable[Area]) -> list[Area]:
    """Lines close under each other as one area, from top to bottom."""
    areas: list[Area] = []
    for line in lines:
        near = [area for area in areas if _follows(line, area)]
        areas = [area for area in areas if area not in near]
        areas.append(reduce(Area.union, near, line))
    return areas


def _follows(line: Area, area: Area) -> bool:
    """Whether a line stands in an area or close under or beside it."""
    reach = _LEADING * (line.bottom - line.top)
    return (
        line.top - area.bottom < reach
        and line.left - area.right < reach
        and area.left - line.right < reach
    )
