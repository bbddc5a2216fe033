"""Columns of running text on a page, and what stands across them: which is read after which.

Where columns begin shows on the pages where they are long; short ones at the same place, as
below the last heading of a chapter, are then known too.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, groupby, pairwise
from statistics import median
from typing import NamedTuple

from inspel_app.domain.document import Box, PageSize
from inspel_app.reading.layout import Run
from inspel_app.reading.layout_columns import in_step
from inspel_app.reading.layout_halves import Body

_GUTTER = 0.8
"""White between columns, in font sizes."""
_LONG = 18
"""Running text in columns has lines of so many characters."""
_LINES = 4
"""So many long lines beside as many others show where a column begins."""
_FILL = 0.7
"""So much of its column running text fills."""
_FULL = 3
"""A column that stands alone has so many lines that end at its right edge."""
_OUTLIERS = 0.03
"""The share of long lines that may stick out of their column."""
_RAGGED = 4.0
"""Lines end at the right edge of their column, give or take so many font sizes."""
_LARGER = 1.1
"""A title's letters are so much larger than most."""
_NARROWEST = 50.0
"""No column is narrower, in points."""
_NEAR = 2.0
"""Left edges this near each other, in points, are at the same place."""
_MAX_RUNS = 3_000
"""A page of more lines is a drawing."""
_SWITCHES = 0.25
"""A table's file goes from side to side with each row: more often than columns' by their lines."""


class Section(NamedTuple):
    """What is read from top to bottom before anything else is, in the file's order.

    `right` is how far lines reach.
    """

    runs: list[Run]
    right: float


_Band = dict[int | None, list[Run]]
"""Runs between two that stand across the columns, by column; or those two, in column None."""

_Order = dict[int, int]
"""A run's id -> its number in the file."""


class Columns:
    """Where the columns of a document's pages begin and how far their lines reach."""

    def __init__(self, pages: Sequence[Body]) -> None:
        self._edges: defaultdict[PageSize, list[float]] = defaultdict(list)
        for page in pages:
            for edge in _edges(page):
                if all(abs(edge - other) > _NEAR for other in self._edges[page.size]):
                    self._edges[page.size].append(edge)
        self._reach = self._reaches(pages)

    def on(self, size: PageSize) -> bool:
        """Whether there are columns of running text on upright pages of that size."""
        return size.height > size.width and bool(self._edges.get(size))

    def _reaches(self, pages: Sequence[Body]) -> dict[tuple[PageSize, float], float]:
        """How far the lines of columns that begin at the same place reach, by their left edge."""
        ends: defaultdict[tuple[PageSize, float], list[float]] = defaultdict(list)
        for page in pages:
            starts = [0.0, *self._cuts(page)]
            for band in _bands(page, starts[1:]):
                for column, runs in band.items():
                    if column is not None and len(band) > 1:
                        ends[page.size, starts[column]] += [r.x1 for r in runs if _is_long(r)]
        return {
            key: sorted(found)[int((len(found) - 1) * (1 - _OUTLIERS))]
            for key, found in ends.items()
            if found
        }

    def sections(self, page: Body, right: float) -> Iterator[Section]:
        """The page's parts in reading order; `right` is how far lines across the page reach."""
        cuts = self._cuts(page)
        if not cuts or page.slide:
            yield Section(list(page.runs), right)
            return
        reach = [self._reach.get((page.size, start), right) for start in (0.0, *cuts)]
        order = _file_order(page)
        across: list[Run] = []
        for band in _bands(page, cuts):
            if None in band or not _are_columns(band, cuts, reach, order):
                across += chain.from_iterable(band.values())
                continue
            if across:
                yield _section(across, right, order)
                across = []
            for column, runs in sorted(band.items(), key=_number):
                yield _section(runs, reach[column or 0], order)
        if across:
            yield _section(across, right, order)

    def _cuts(self, page: Body) -> list[float]:
        """Where columns begin on a page; of edges near each other the likelier."""
        starts = Counter(round(run.x0) for run in page.runs)
        chosen: list[float] = []
        for edge in sorted(
            self._edges.get(page.size, ()), key=lambda e: -_around(starts, round(e))
        ):
            if all(abs(edge - other) >= _NARROWEST for other in chosen):
                chosen.append(edge)
        return sorted(chosen)


def _edges(page: Body) -> Iterator[float]:
    """Where columns of running text begin on a page, seen by this page alone."""
    free = [run for run in page.runs if page.grid.frame(run.box) is None]
    long = [run for run in free if _is_long(run)]
    if len(long) < 2 * _LINES or len(page.runs) > _MAX_RUNS:
        return
    starts = Counter(round(run.x0) for run in long)
    last, order = min(run.x0 for run in long), _file_order(page)
    for edge in sorted(start for start in starts if _around(starts, start) >= _LINES):
        if edge - last >= _NARROWEST and any(
            _is_parted(band, edge, order) for band in _bands(page, [edge])
        ):
            last = edge
            yield edge


def _around(starts: Counter[int], edge: int) -> int:
    return starts[edge - 1] + starts[edge] + starts[edge + 1]


def _is_parted(band: _Band, edge: float, order: _Order) -> bool:
    """Whether running text stands on both sides of the edge, and no table's rows."""
    left = [run for run in band.get(0, ()) if _is_long(run)]
    right = [run for run in band.get(1, ()) if _is_long(run)]
    right = [run for run in right if run.x0 < edge + _RAGGED * run.size]
    if min(len(left), len(right)) < _LINES:
        return False
    widths = [run.x1 - run.x0 for run in right]
    if median(widths) < _FILL * max(widths):
        return False
    return _in_order(band, order) or not in_step([[left, right]])


def _in_order(band: _Band, order: _Order) -> bool:
    """Whether the file holds the columns one after the other."""
    column = {id(run): i for i, runs in band.items() for run in runs}
    files = sorted((order[id(run)], column[id(run)]) for runs in band.values() for run in runs)
    switches = sum(a[1] != b[1] for a, b in pairwise(files))
    return switches <= max(len(band) - 1, _SWITCHES * min(map(len, band.values())))


def _bands(page: Body, cuts: Sequence[float]) -> list[_Band]:
    """The page's runs from the top: what stands across the cuts, and what between two such."""
    tables = page.grid.boxes()
    placed = [(run, _column(run, tables, cuts)) for run in page.runs]
    titles = _titles(placed)
    placed = sorted(
        ((run, None if id(run) in titles else column) for run, column in placed),
        key=lambda p: _height(p[0]),
    )
    bands: list[_Band] = []
    for _across, group in groupby(placed, key=lambda p: p[1] is None):
        band: _Band = defaultdict(list)
        for run, column in group:
            band[column].append(run)
        bands.append(dict(band))
    return bands


def _titles(placed: Sequence[tuple[Run, int | None]]) -> set[int]:
    """The ids of short titles above all columns: in larger letters, with white beside them."""
    if not placed:
        return set()
    usual = median(run.size for run, _ in placed)
    beside = [run.box for run, column in placed if column]
    lowest = max((box.y1 for box in beside), default=0.0)
    return {
        id(run)
        for run, column in placed
        if column == 0 and run.size > _LARGER * usual and run.box.y1 < lowest
        if not any(box.y0 < run.box.y1 and box.y1 > run.box.y0 for box in beside)
    }


def _column(run: Run, tables: Sequence[Box], cuts: Sequence[float]) -> int | None:
    """The number of the column that the run, or the table it stands in, keeps to."""
    y = (run.box.y0 + run.box.y1) / 2
    x = (run.x0 + run.x1) / 2
    around = next((b for b in tables if b.x0 <= x <= b.x1 and b.y0 <= y <= b.y1), None)
    x0, x1 = (around.x0, around.x1) if around else (run.x0, run.x1)
    white = _GUTTER * run.size
    if any(x0 < cut - white and x1 > cut - 1 for cut in cuts):
        return None
    return sum(x0 >= cut - white for cut in cuts)


def _are_columns(band: _Band, cuts: Sequence[float], reach: Sequence[float], order: _Order) -> bool:
    """Whether what stands in the columns is to be read by them."""
    if len(band) == 1:
        ((column, runs),) = band.items()
        full = sum(run.x1 > reach[column or 0] - _RAGGED * run.size for run in runs)
        return full >= _FULL
    begun = all(
        any(abs(run.x0 - cuts[i - 1]) <= _NEAR for run in runs) for i, runs in band.items() if i
    )
    return begun and (_in_order(band, order) or not in_step([list(band.values())]))


def _section(runs: Sequence[Run], right: float, order: _Order) -> Section:
    return Section(sorted(runs, key=lambda run: order[id(run)]), right)


def _file_order(page: Body) -> _Order:
    return {id(run): i for i, run in enumerate(page.runs)}


def _number(item: tuple[int | None, list[Run]]) -> int:
    return item[0] or 0


def _is_long(run: Run) -> bool:
    return len(run.text) >= _LONG


def _height(run: Run) -> float:
    return run.baseline
