"""Lines that stand abreast without ruling lines: newspaper columns, or labels and values."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from operator import itemgetter
from statistics import median

from inspel_app.reading.layout import Run, had_room

_GUTTER = 0.5
"""White between columns, in font sizes, all the way down."""
_ROW_GAP = 1.8
"""Lines further apart than this many font sizes are different rows of a table."""
_APART = 1.2
"""Rows that white parts are so many times further apart than the lines within them."""
_BLOCK_GAP = 4.0
"""Lines further apart than this many font sizes have nothing to do with each other."""
_HOLE = 3.0
"""Running text has no hole of so many font sizes between its lines."""
_LEVEL = 2.0
"""Baselines this near each other, in points, are at the same height."""
_LINES, _CHARACTERS, _FILL = 4, 20, 0.7
"""Running text in columns has so many lines, so long, which fill so much of the column."""
_ITEMS, _TITLE_LINES = 2, 2
"""A list has so many items at least, and so many lines of a title above at most."""

Rows = Sequence[Sequence[Run]]
Gutter = tuple[float, float]


@dataclass(frozen=True)
class Abreast:
    """Rows of a page from `start` to `end`, with white stripes between their columns."""

    lines: Rows
    start: int
    end: int
    gutters: tuple[Gutter, ...]

    @classmethod
    def at(cls, lines: Rows, start: int) -> "Abreast":
        """As many rows from `start` on, which has several runs, as share its columns."""
        size = median(run.size for run in lines[start])
        gutters = [(min(a.x1, b.x0), b.x0) for a, b in pairwise(lines[start])]
        end = start + 1
        while end < len(lines) and _gap(lines, end) <= _BLOCK_GAP:
            narrowed = [g for gutter in gutters if (g := _narrow(gutter, lines[end], size))]
            if len(narrowed) < len(gutters):
                break
            gutters, end = narrowed, end + 1
        return cls(lines, start, end, tuple(gutters))

    def columns(self) -> list[list[Run]]:
        """The runs of each column."""
        return self._columns(self.start, self.end)

    def _columns(self, start: int, end: int) -> list[list[Run]]:
        columns: list[list[Run]] = [[] for _ in range(len(self.gutters) + 1)]
        for row in self.lines[start:end]:
            for run in row:
                columns[self._column(run)].append(run)
        return columns

    def _column(self, run: Run) -> int:
        return bisect_right(self.gutters, run.x0, key=itemgetter(1))

    def running(self) -> bool:
        """Whether the columns hold running text or lists, to be read one after the other."""
        columns = self.columns()
        if all(map(_is_list, columns)):
            return True
        return all(map(_runs_on, columns)) and not in_step([columns])

    def upwards(self, first: int) -> "Abreast":
        """With the rows above it, down from `first`, that keep to one of its columns."""
        start = self.start
        while start > first and _gap(self.lines, start) <= _ROW_GAP and self._inside(start - 1):
            start -= 1
        return Abreast(self.lines, start, self.end, self.gutters)

    def _inside(self, row: int) -> bool:
        return all(
            run.x1 <= gutter[0] or run.x0 >= gutter[1]
            for run in self.lines[row]
            for gutter in self.gutters
        )

    def trimmed(self) -> "Abreast":
        """Without the single lines at the end that belong to no row of the table."""
        full = [i for i in range(self.start, self.end) if len(self.lines[i]) > 1]
        end = full[-1] + 1
        spaced = Abreast(self.lines, self.start, end, self.gutters).is_spaced()
        while end < self.end:
            run = self.lines[end][0]
            goes_on = self._column(run) > 0 or run.text[:1].islower()
            goes_on = goes_on or (spaced and not self._is_apart(end))
            if not goes_on or _gap(self.lines, end) > _ROW_GAP:
                break
            end += 1
        return Abreast(self.lines, self.start, end, self.gutters)

    def table(self) -> list[list[list[Run]]]:
        """The runs by row and column."""
        spaced = self.is_spaced()
        starts = [
            i
            for i in range(self.start, self.end)
            if (i == self.start or self._is_apart(i) if spaced else self._begins_row(i))
        ]
        ends = [*starts[1:], self.end]
        return [self._columns(a, b) for a, b in zip(starts, ends, strict=True)]

    def is_spaced(self) -> bool:
        """Whether white between the rows tells them from the lines within their cells."""
        below = range(self.start + 1, self.end)
        apart = [i for i in below if self._is_apart(i)]
        full = [i for i in below if len(self.lines[i]) > len(self.gutters)]
        return 1 < len(apart) < len(below) and set(full) <= set(apart)

    @cached_property
    def _least(self) -> float:
        """The least distance between two lines."""
        return min(_gap(self.lines, i) for i in range(self.start + 1, self.end))

    def _is_apart(self, i: int) -> bool:
        """Whether the line stands further below than lines within a cell do."""
        return _gap(self.lines, i) > _APART * self._least

    def _begins_row(self, i: int) -> bool:
        if i == self.start or _gap(self.lines, i) > _ROW_GAP:
            return True
        row, above = self.lines[i], self.lines[i - 1]
        if self._column(row[0]) > 0:
            return False
        edge = self.gutters[0][0] + row[0].size
        if self._column(above[0]) > 0 or had_room(above[0], row[0], edge):
            return True
        return len(row) > 1 and not row[0].text[:1].islower()


def _narrow(gutter: Gutter, row: Sequence[Run], size: float) -> Gutter | None:
    """What is left of the white stripe beside the row's runs; None where one crosses it."""
    start, end = gutter
    for run in row:
        if run.x1 > start and run.x0 < end:
            start, end = max((start, run.x0), (run.x1, end), key=lambda g: g[1] - g[0])
    return (start, end) if end - start >= _GUTTER * size else None


def _gap(lines: Rows, i: int) -> float:
    """From the line above to line i, in font sizes."""
    above, run = lines[i - 1][0], lines[i][0]
    return (run.box.y1 - above.box.y1) / max(min(run.size, above.size), 1.0)


def _runs_on(column: Sequence[Run]) -> bool:
    """Whether the column is running text by itself."""
    if len(column) < _LINES or median(len(run.text) for run in column) < _CHARACTERS:
        return False
    if any(b.baseline - a.baseline > _HOLE * b.size for a, b in pairwise(column)):
        return False
    width = max(run.x1 for run in column) - min(run.x0 for run in column)
    return median(run.x1 - run.x0 for run in column) >= _FILL * width


def _is_list(column: Sequence[Run]) -> bool:
    """Whether the column is a list, perhaps under a heading."""
    items = [i for i, run in enumerate(column) if run.certain_item]
    return len(items) >= _ITEMS and items[0] <= _TITLE_LINES


def in_step(pages: Sequence[Sequence[Sequence[Run]]]) -> bool:
    """Whether paragraphs begin at the same height in all columns, as the rows of a table do.

    Args:
        pages: the columns of each.
    """
    together = fewest = 0
    for columns in pages:
        begun = [_beginnings(column) for column in columns]
        together += sum(
            all(any(abs(y - z) < _LEVEL for z in other) for other in begun[1:]) for y in begun[0]
        )
        fewest += min(map(len, begun))
    return together > 1 and 2 * together >= fewest


def _beginnings(column: Sequence[Run]) -> list[float]:
    """The baselines at which a paragraph begins below the first."""
    edge = max(run.x1 for run in column)
    return [
        after.baseline
        for run, after in pairwise(column)
        if had_room(run, after, edge) or after.baseline - run.baseline > _ROW_GAP * after.size
    ]
