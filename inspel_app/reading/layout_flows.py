"""Runs -> flows in reading order: cells of tables, columns, and lines across the page."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, pairwise

from inspel_app.domain.document import Cell
from inspel_app.reading import layout_written
from inspel_app.reading.layout import Flow, Run
from inspel_app.reading.layout_columns import Abreast
from inspel_app.reading.layout_rows import aligned, at_edges, drawn_out
from inspel_app.reading.layout_tables import Frame, Grid
from inspel_app.reading.layout_written import Cells

_FEW = 3
"""So few lines do not show where a table's last column ends."""
_EVEN = 1.25
"""Columns whose widths differ by less than this factor are as wide, the last one too."""
_DEEPEST = 3
"""Columns within columns further in than this are read line by line."""
_MAX_RUNS = 1_000
"""A page of more lines is a drawing."""
_PADDING = 8.0
"""The most, in points, that a cell's text is taken to keep from its right edge."""

_Table = list[Frame]
"""The cells of a table, from above."""
_Tables = dict[Frame | None, list[_Table]]
"""The tables by the cell that they stand in, those that stand in none under None."""
_Runs = defaultdict[Frame, list[Run]]


@dataclass
class Order:
    """Puts the pages of one document in reading order, and numbers its tables as they come."""

    tables: int = 0
    boxes: bool = False

    def flows(
        self, runs: Sequence[Run], grid: Grid, right: float, *, slide: bool
    ) -> Iterator[Flow]:
        """A page's flows: its tables by cell, and what stands before, between and after them.

        Args:
            runs: its lines, in the file's order.
            grid: its ruling lines.
            right: how far its lines reach.
            slide: whether boxes of a few lines may stand beside each other on it.
        """
        self.boxes = slide
        cells: defaultdict[Frame, list[Run]] = defaultdict(list)
        free: list[Run] = []
        for run in chain.from_iterable(map(grid.parted, runs)):
            frame = grid.frame(run.box)
            (free if frame is None else cells[frame]).append(run)
        tables = _tables(cells, grid)
        for frames in tables.pop(None, []):
            above = [run for run in free if run.baseline <= frames[0].top]
            free = [run for run in free if run.baseline > frames[0].top]
            yield from self._lines(above, right)
            yield from self._ruled(frames, cells, tables)
        yield from self._lines(free, right)

    def _ruled(self, frames: _Table, cells: _Runs, tables: _Tables) -> Iterator[Flow]:
        """The cells of a table, and in each of them what it holds, the tables too."""
        tops = sorted({frame.top for frame in frames})
        lefts = sorted({frame.left for frame in frames})
        table = self._next_table()
        for frame in frames:
            runs = cells[frame]
            left = min((run.x0 for run in runs), default=frame.left)
            right = frame.right - min(max(0.0, left - frame.left), _PADDING)
            cell = Cell(table, tops.index(frame.top), lefts.index(frame.left))
            for inner in tables.get(frame, ()):
                above = [run for run in runs if run.baseline <= inner[0].top]
                runs = [run for run in runs if run.baseline > inner[0].top]
                yield from self._lines(above, right, cell)
                yield from self._ruled(inner, cells, tables)
            yield from self._lines(runs, right, cell)

    def _lines(
        self, runs: Sequence[Run], right: float, cell: Cell | None = None, depth: int = 0
    ) -> Iterator[Flow]:
        """Flows without ruling lines: tables and boxes as the file holds them, and the rest.

        `depth` counts how many columns the lines stand within.
        """
        rest: list[Run] = []
        for part in _written(runs) if depth <= _DEEPEST else ():
            if not (part.table or (part.abreast and self.boxes)):
                rest += part.runs
                continue
            yield from self._placed(rest, right, cell, depth)
            rest = []
            if part.table:
                yield from self._rows(part.rows, right, cell, depth + 1)
            else:
                yield from self._abreast(part.rows[0], right, cell, depth + 1)
        yield from self._placed(rest, right, cell, depth)

    def _rows(
        self, rows: Sequence[Cells], right: float, cell: Cell | None, depth: int
    ) -> Iterator[Flow]:
        """The rows of a table, each with its cells."""
        starts = layout_written.starts(rows)
        edges = _edges(rows, starts, right)
        table = self._next_table() if cell is None else 0
        for i, cells in enumerate(rows):
            for runs in cells:
                j = bisect_right(starts, min(run.x0 for run in runs)) - 1
                yield from self._lines(runs, edges[j], cell or Cell(table, i, j), depth)

    def _abreast(self, boxes: Cells, right: float, cell: Cell | None, depth: int) -> Iterator[Flow]:
        """Boxes beside each other, one after the other."""
        edges = _edges([boxes], layout_written.starts([boxes]), right)
        for runs, edge in zip(boxes, edges, strict=True):
            yield from self._lines(runs, edge, cell, depth)

    def _placed(
        self, runs: Sequence[Run], right: float, cell: Cell | None, depth: int
    ) -> Iterator[Flow]:
        """Flows by where the lines stand: single lines gathered, and what stands abreast."""
        lines = aligned(runs)
        if cell is not None:
            lines = drawn_out(lines, right)
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
            yield from self._gathered(lines[begin : part.start], right, cell)
            if running:
                yield from self._columns(part, cell, depth + 1)
            else:
                yield from self._table(part, right, cell, depth + 1)
            begin = i = part.end
        yield from self._gathered(lines[begin:], right, cell)

    def _gathered(
        self, lines: Sequence[Sequence[Run]], right: float, cell: Cell | None
    ) -> Iterator[Flow]:
        """Lines of one run each as a flow, or on a slide as one for each size of letters."""
        runs = chain.from_iterable(lines)
        for _size, group in groupby(runs, key=lambda run: self.boxes and round(run.size)):
            flow = tuple(group)
            reach = _reach_of([flow], right) if self.boxes else right
            yield Flow(flow, reach, cell, self.boxes)

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


def _tables(cells: _Runs, grid: Grid) -> _Tables:
    """The tables in which something stands, each in its place."""
    around = grid.frames_around()
    frames = set(cells)
    for frame in cells:
        outer = around.get(frame.table)
        while outer is not None and outer not in frames:
            frames.add(outer)
            outer = around.get(outer.table)
    by_number: defaultdict[int, _Table] = defaultdict(list)
    for frame in sorted(frames):
        by_number[frame.table].append(frame)
    placed: _Tables = {}
    for number, table in sorted(by_number.items(), key=lambda item: item[1]):
        placed.setdefault(around.get(number), []).append(table)
    return placed


def _written(runs: Sequence[Run]) -> Iterator[layout_written.Part]:
    """The parts of lines whose file was written by people's programs, not by recognition."""
    if not 1 < len(runs) <= _MAX_RUNS or any(run.alone or run.words[0].confidence for run in runs):
        return iter([layout_written.Part(list(runs), ())])
    return layout_written.parts(at_edges(runs))


def _edges(rows: Sequence[Cells], starts: Sequence[float], right: float) -> list[float]:
    """How far the lines of each column reach: to the next where none was broken."""
    edges = [*(start - _PADDING for start in starts[1:]), right]
    for i, start in enumerate(starts):
        cells = [c for row in rows for c in row if start <= c[0].x0 and c[0].x0 < edges[i]]
        edges[i] = _reach_of(cells, edges[i])
    return edges


def _reach_of(cells: Sequence[Sequence[Run]], right: float) -> float:
    """How far the lines of a box or column reach: as far as they do where one was broken."""
    broken = any(run.text[:1].islower() for cell in cells for run in cell[1:])
    return max(run.x1 for cell in cells for run in cell) if broken else right


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
