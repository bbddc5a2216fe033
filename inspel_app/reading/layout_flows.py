"""Runs -> flows in reading order: cells of tables, columns, and lines across the page."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from inspel_app.domain.document import Cell
from inspel_app.reading.layout import Flow, Run
from inspel_app.reading.layout_columns import Abreast
from inspel_app.reading.layout_rows import aligned
from inspel_app.reading.layout_tables import Frame, Grid

_FEW = 3
"""So few lines do not show where a table's last column ends."""
_EVEN = 1.25
"""Columns whose widths differ by less than this factor are as wide, the last one too."""
_DEEPEST = 3
"""Columns within columns further in than this are read line by line."""
_PADDING = 8.0
"""The most, in points, that a cell's text is taken to keep from its right edge."""


@dataclass
class Order:
    """Puts the pages of one document in reading order, and numbers its tables as they come."""

    tables: int = 0

    def flows(self, runs: Sequence[Run], grid: Grid, right: float) -> Iterator[Flow]:
        """A page's flows: its tables by cell, and what stands before, between and after them.

        `right` is how far the page's lines reach.
        """
        cells: defaultdict[Frame, list[Run]] = defaultdict(list)
        free: list[Run] = []
        for run in chain.from_iterable(map(grid.parted, runs)):
            frame = grid.frame(run.box)
            (free if frame is None else cells[frame]).append(run)
        tables: defaultdict[int, list[Frame]] = defaultdict(list)
        for frame in sorted(cells):
            tables[frame.table].append(frame)
        for frames in sorted(tables.values()):
            above = [run for run in free if run.baseline <= frames[0].top]
            free = [run for run in free if run.baseline > frames[0].top]
            yield from self._lines(above, right)
            yield from self._ruled({frame: cells[frame] for frame in frames})
        yield from self._lines(free, right)

    def _ruled(self, cells: dict[Frame, list[Run]]) -> Iterator[Flow]:
        tops = sorted({frame.top for frame in cells})
        lefts = sorted({frame.left for frame in cells})
        table = self._next_table()
        for frame, runs in cells.items():
            padding = min(max(0.0, min(run.x0 for run in runs) - frame.left), _PADDING)
            cell = Cell(table, tops.index(frame.top), lefts.index(frame.left))
            yield from self._lines(runs, frame.right - padding, cell)

    def _lines(
        self, runs: Sequence[Run], right: float, cell: Cell | None = None, depth: int = 0
    ) -> Iterator[Flow]:
        """Flows without ruling lines: single lines gathered, and what stands abreast.

        `depth` counts how many columns the lines stand within.
        """
        lines = aligned(runs)
        if depth > _DEEPEST:
            yield from (Flow((run,), right, cell) for row in lines for run in row)
            return
        begin = i = 0
        while i < len(lines):
            if len(lines[i]) == 1:
                i += 1
                continue
            part = Abreast.at(lines, i)
            running = part.running()
            part = part.upwards(begin) if running else part.trimmed()
            yield from _single(lines[begin : part.start], right, cell)
            if running:
                yield from self._columns(part, cell, depth + 1)
            else:
                yield from self._table(part, right, cell, depth + 1)
            begin = i = part.end
        yield from _single(lines[begin:], right, cell)

    def _columns(self, part: Abreast, cell: Cell | None, depth: int) -> Iterator[Flow]:
        for column in part.columns():
            yield from self._lines(column, max(run.x1 for run in column), cell, depth)

    def _table(self, part: Abreast, right: float, cell: Cell | None, depth: int) -> Iterator[Flow]:
        edges = [*(gutter[0] for gutter in part.gutters), _reach(part, right)]
        table = self._next_table() if cell is None else 0
        for i, row in enumerate(part.table()):
            for j, (column, edge) in enumerate(zip(row, edges, strict=True)):
                yield from self._lines(column, edge, cell or Cell(table, i, j), depth)

    def _next_table(self) -> int:
        self.tables += 1
        return self.tables - 1


def _reach(part: Abreast, right: float) -> float:
    """How far the lines of the last column could reach."""
    columns = part.columns()
    end = max(run.x1 for run in columns[-1])
    if len(columns[-1]) > _FEW:
        return end
    starts = [min(run.x0 for run in column) for column in columns]
    steps = [b - a for a, b in pairwise(starts)]
    if len(steps) > 1 and max(steps) < _EVEN * min(steps):
        width = max(gutter[0] - start for gutter, start in zip(part.gutters, starts, strict=False))
        return max(end, starts[-1] + width)
    return right


def _single(lines: Sequence[Sequence[Run]], right: float, cell: Cell | None) -> Iterator[Flow]:
    """Lines of one run each as a flow."""
    if lines:
        yield Flow(tuple(run for row in lines for run in row), right, cell)
