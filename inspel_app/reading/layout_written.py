"""What the order of a file tells: which of a page's lines were written as boxes or as rows.

A program writes a text box or a cell to its end before it begins the next. Lines abreast whose
file holds all of the left before any of the right are therefore boxes beside each other, and
where one such band follows on another they are the rows of a table.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from inspel_app.reading.layout import Run

_ROUNDS = 3
"""So many times parts are parted again: what is written first may stand last."""
_HEIGHT = 0.6
"""How high a line's letters reach at least, in font sizes."""
_WHITE = 0.25
"""White between boxes, in font sizes."""
_NEXT = 3.0
"""Rows of a table are no further apart than so many font sizes."""

Cells = tuple[list[Run], ...]
"""The lines of a row's cells, or of boxes beside each other, from the left."""


class Part(NamedTuple):
    """Lines of a page between white above and below; `rows` are the cells of a table's."""

    runs: list[Run]
    rows: tuple[Cells, ...]

    @property
    def abreast(self) -> bool:
        """Whether it is a row of boxes, some of which hold several lines."""
        return len(self.rows) == 1 and len(self.rows[0]) > 1 and _has_lines(self.rows[0])

    @property
    def table(self) -> bool:
        """Whether it is rows of cells, some of which hold several lines."""
        return len(self.rows) > 1 and any(map(_has_lines, self.rows))


def parts(runs: Sequence[Run]) -> Iterator[Part]:
    """A page's or column's lines, given in the file's order, in parts from top to bottom."""
    bands = [_cells(band) for band in _parted(runs, _height, white=0.0)]
    bands.sort(key=lambda cells: min(run.baseline for cell in cells for run in cell))
    rows: list[Cells] = []
    for cells in bands:
        if rows and not _is_table([*rows, cells]):
            yield _part(rows)
            rows = []
        rows.append(cells)
    if rows:
        yield _part(rows)


def starts(rows: Sequence[Cells]) -> list[float]:
    """Where the columns of a table begin."""
    spans = sorted((min(r.x0 for r in c), max(r.x1 for r in c)) for row in rows for c in row)
    ends = accumulate((end for _, end in spans), max)
    return [spans[0][0], *(b[0] for (b, end) in zip(spans[1:], ends, strict=False) if b[0] >= end)]


def _part(rows: Sequence[Cells]) -> Part:
    return Part([run for cells in rows for cell in cells for run in cell], tuple(rows))


def _has_lines(cells: Cells) -> bool:
    return any(cell[-1].baseline - cell[0].baseline > _HEIGHT * cell[0].size for cell in cells)


def _cells(band: Sequence[Run]) -> Cells:
    """The boxes that stand beside each other in a band of the page."""
    white = _WHITE * max(run.size for run in band)
    return tuple(sorted(_parted(band, _width, white), key=lambda cell: min(r.x0 for r in cell)))


def _is_table(rows: Sequence[Cells]) -> bool:
    """Whether the last row's cells stand below those of the others."""
    above, last = rows[-2:]
    size = max(run.size for run in last[0])
    bottom = max(run.baseline for cell in above for run in cell)
    top = min(_height(run)[0] for cell in last for run in cell)
    if min(len(above), len(last)) < 2 or top - bottom > _NEXT * size:  # noqa: PLR2004 - beside
        return False
    columns = len(starts(rows))
    return columns == max(map(len, rows))


def _parted(
    runs: Sequence[Run], span: Callable[[Run], tuple[float, float]], white: float
) -> list[list[Run]]:
    """The lines parted where all before stand to one side of all that follow in the file."""
    found = [list(runs)]
    for _ in range(_ROUNDS):
        finer = [piece for part in found for piece in _once(part, span, white)]
        if len(finer) == len(found):
            break
        found = finer
    return found


def _once(
    runs: Sequence[Run], span: Callable[[Run], tuple[float, float]], white: float
) -> Iterator[list[Run]]:
    starts, ends = zip(*map(span, runs), strict=True)
    before = zip(accumulate(starts, min), accumulate(ends, max), strict=True)
    after = zip(accumulate(starts[::-1], min), accumulate(ends[::-1], max), strict=True)
    begin = 0
    sides = zip(before, [*after][-2::-1], strict=False)
    for i, ((least, most), (next_least, next_most)) in enumerate(sides, start=1):
        if most + white <= next_least or next_most + white <= least:
            yield list(runs[begin:i])
            begin = i
    yield list(runs[begin:])


def _height(run: Run) -> tuple[float, float]:
    return run.baseline - _HEIGHT * run.size, run.baseline


def _width(run: Run) -> tuple[float, float]:
    return run.x0, run.x1
