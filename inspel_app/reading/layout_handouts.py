"""Several slides or pages on one sheet: sheets that are read by the cells of a lattice.

A handout shows itself in all sheets of a size together: the white between its slides is at the
same places, the file writes one slide to its end before the next, and slides have their title
or their footer where the others have theirs.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median
from typing import NamedTuple

from inspel_app.domain.document import Box, PageSize
from inspel_app.reading.layout import DESCENT, Word, moved

_LATTICES = ((3, 3), (2, 4), (2, 3), (3, 2), (2, 2), (1, 4), (1, 3), (3, 1), (1, 2), (2, 1))
"""Columns and rows, the finest first."""
_WHITE = 0.004
"""The white on each side of where slides are parted, as a share of the page."""
_MOST = 0.9
"""The share of the sheets on which nothing stands there."""
_FEWEST, _ALIKE = 3, 0.7
"""So many slides, and this share of all, have their title or footer at the same place."""
_NEAR = 3.0
"""Places this near each other, in points, are the same."""
_TITLE = 1.25
"""A title's letters are so much larger than most of its slide."""
_STRAYS = 2
"""So many times the file may go back to a slide, for what stands around all of them."""
_MAX_WORDS = 3_000
"""A sheet of more words is no handout."""
_DIGITS = re.compile(r"\d+")

Place = tuple[int, int]
"""A cell's row and column."""


class _Mark(NamedTuple):
    """What a slide has in common with others, and where in its cell it stands."""

    text: str
    x: float
    y: float

    def is_like(self, other: "_Mark") -> bool:
        near = abs(self.x - other.x) < _NEAR and abs(self.y - other.y) < _NEAR
        return near and self.text == other.text


@dataclass(frozen=True, slots=True)
class Lattice:
    """How pages of a size are parted into cells of equal size.

    `inner` is the part of a cell in which its slide stands, from the cell's corner.
    """

    size: PageSize
    columns: int
    rows: int
    inner: Box

    @classmethod
    def of(cls, size: PageSize, columns: int, rows: int) -> "Lattice":
        """The cells, each whole."""
        return cls(size, columns, rows, Box(0.0, 0.0, size.width / columns, size.height / rows))

    @property
    def cell(self) -> PageSize:
        """The size of a cell."""
        return PageSize(self.size.width / self.columns, self.size.height / self.rows)

    @property
    def slide(self) -> PageSize:
        """The size of a slide."""
        return PageSize(self.inner.x1 - self.inner.x0, self.inner.y1 - self.inner.y0)

    def parted(self, words: Sequence[Word]) -> dict[Place, list[Word]]:
        """The words by cell, in the file's order."""
        cells: defaultdict[Place, list[Word]] = defaultdict(list)
        for word in words:
            cells[self._place(word.x0, word.baseline)].append(word)
        return dict(cells)

    def whole(self, place: Place) -> Box:
        """Where a cell is on the page."""
        row, column = place
        wide, high = self.cell.width, self.cell.height
        return Box(column * wide, row * high, (column + 1) * wide, (row + 1) * high)

    def box(self, place: Place) -> Box:
        """Where a cell's slide is on the page."""
        row, column = place
        return moved(self.inner, column * self.cell.width, row * self.cell.height)

    def around(self, slides: Iterable[Sequence[Word]]) -> "Lattice":
        """The cells, their slides no higher than what stands on any of them."""
        drawn = [word for slide in slides for word in slide]
        top = min(word.baseline - word.size for word in drawn)
        bottom = max(word.baseline + DESCENT * word.size for word in drawn)
        return replace(self, inner=Box(0.0, top, self.cell.width, bottom))

    def keeps_clear(self, words: Sequence[Word]) -> bool:
        """Whether nothing stands where the cells meet."""
        beside, over, place = _WHITE * self.size.width, _WHITE * self.size.height, self._place
        return all(
            place(word.x0 - beside, word.baseline - word.size - over)
            == place(word.x1 + beside, word.baseline + over)
            for word in words
        )

    def in_turn(self, words: Sequence[Word]) -> bool:
        """Whether the file goes through the cells one by one."""
        places = [self._place(w.x0, w.baseline) for w in words if w.inset is None]
        turns = sum(1 for _place, _group in groupby(places))
        return turns <= len(set(places)) + _STRAYS

    def _place(self, x: float, y: float) -> Place:
        row, column = int(y * self.rows / self.size.height), int(x * self.columns / self.size.width)
        return min(max(row, 0), self.rows - 1), min(max(column, 0), self.columns - 1)


def lattices(pages: Sequence[tuple[PageSize, Sequence[Word]]]) -> Mapping[PageSize, Lattice]:
    """How the pages of each size are parted; nothing for those that are no handout's.

    Args:
        pages: the size and the words of each.
    """
    by_size: defaultdict[PageSize, list[Sequence[Word]]] = defaultdict(list)
    for size, words in pages:
        if words:
            by_size[size].append(words)
    found: dict[PageSize, Lattice] = {}
    for size, sheets in by_size.items():
        tried = (Lattice.of(size, columns, rows) for columns, rows in _LATTICES)
        fitting = next((lattice for lattice in tried if _fits(lattice, sheets)), None)
        if fitting is not None:
            found[size] = fitting.around(_slides(fitting, sheets))
    return found


def _fits(lattice: Lattice, sheets: Sequence[Sequence[Word]]) -> bool:
    most = int(len(sheets) * (1 - _MOST))
    for words in sheets:
        most -= len(words) > _MAX_WORDS or not lattice.keeps_clear(words)
        if most < 0:
            return False
    if not all(map(lattice.in_turn, sheets)):
        return False
    slides = _slides(lattice, sheets)
    return len(slides) > len(sheets) and any(
        _are_alike([mark for slide in slides for mark in marks(slide)], len(slides))
        for marks in (_title, _footer)
    )


def _slides(lattice: Lattice, sheets: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """The words of each cell that is not empty, as they stand in it."""
    cells = [cell for sheet in sheets for cell in lattice.parted(sheet).items()]
    placed = ((lattice.box(place), words) for place, words in cells)
    return [[word.moved(-box.x0, -box.y0) for word in words] for box, words in placed]


def _are_alike(marks: Sequence[_Mark], slides: int) -> bool:
    most = max((sum(map(mark.is_like, marks)) for mark in marks), default=0)
    return most >= max(_FEWEST, _ALIKE * slides)


def _title(slide: Sequence[Word]) -> Iterator[_Mark]:
    """Where the first line of a slide begins, if it is a title."""
    top = min(word.baseline for word in slide)
    first = min((w for w in slide if w.baseline - top < _NEAR), key=lambda word: word.x0)
    if first.size > _TITLE * median(word.size for word in slide):
        yield _Mark("", first.x0, first.baseline)


def _footer(slide: Sequence[Word]) -> Iterator[_Mark]:
    """The last line of a slide, apart from its numbers."""
    bottom = max(word.baseline for word in slide)
    line = sorted((w for w in slide if bottom - w.baseline < _NEAR), key=lambda word: word.x0)
    yield _Mark(_DIGITS.sub("#", " ".join(w.text for w in line)), line[0].x0, bottom)
