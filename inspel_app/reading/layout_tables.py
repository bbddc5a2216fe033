"""Ruling lines -> the cells of tables, and which cell a run stands in."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from inspel_app.domain.document import Box
from inspel_app.reading.layout import Run

_NEAR = 3.0
"""Lines this near each other are the same line, in points."""
_MAX_RULES = 1_000
"""More lines on a page than this are a drawing."""
_SIDES = 4
"""A frame has so many."""
_SHORT = 8.0
"""Shorter lines, in points, rule no table."""


class Rule(NamedTuple):
    """A ruling line: from `start` to `end` along its own direction, at `at` across it."""

    at: float
    start: float
    end: float


class Frame(NamedTuple):
    """The lines around a place: what makes a cell one cell."""

    top: float
    left: float
    bottom: float
    right: float
    table: int


@dataclass(frozen=True)
class Grid:
    """The lines of a page that cross other lines; each with the number of its table.

    They are in order, from the top and from the left.
    """

    across: tuple[tuple[Rule, int], ...]
    down: tuple[tuple[Rule, int], ...]

    @classmethod
    def of(cls, across: Iterable[Rule], down: Iterable[Rule]) -> "Grid":
        """The tables among a page's lines; lines that touch no other are none."""
        rows, columns = _whole(across), _whole(down)
        if len(rows) + len(columns) > _MAX_RULES:
            return cls((), ())
        table = _components(rows, columns)
        return cls(
            tuple((rule, table[i]) for i, rule in enumerate(rows) if i in table),
            tuple((rule, table[~i]) for i, rule in enumerate(columns) if ~i in table),
        )

    def frame(self, box: Box) -> Frame | None:
        """The cell in which the middle of the box stands; None outside of tables."""
        x, y = _middle(box)
        sides = self._sides(x, y, self._bounds)
        here = Box(x, y, x, y)
        if sides and not all(_holds(self._bounds[table], here) for _rule, table in sides):
            sides = self._sides(x, y, {t for t, b in self._bounds.items() if _holds(b, here)})
        return _frame(sides) if sides else None

    def frames_around(self) -> dict[int, Frame]:
        """The tables that stand in a cell of another, each with that cell."""
        found = {}
        for table, box in self._bounds.items():
            larger = ((t, b) for t, b in self._bounds.items() if _area(b) > _area(box))
            outer = {t for t, b in larger if _holds(b, box)}
            sides = self._sides(*_middle(box), outer)
            frame = _frame(sides) if sides else None
            if frame and _holds(Box(frame.left, frame.top, frame.right, frame.bottom), box):
                found[table] = frame
        return found

    def _sides(self, x: float, y: float, tables: Container[int]) -> list[tuple[Rule, int]] | None:
        """The lines above, left of, below and right of a place, if the tables have all four."""
        above, below = _nearest(self.across, y, x, tables)
        if above is None or below is None:
            return None
        before, after = _nearest(self.down, x, y, tables)
        return None if before is None or after is None else [above, before, below, after]

    def boxes(self) -> list[Box]:
        """The box around each table."""
        return list(self._bounds.values())

    @cached_property
    def _bounds(self) -> dict[int, Box]:
        around: dict[int, Box] = {}
        for rule, table in self.across:
            box = Box(rule.start, rule.at, rule.end, rule.at)
            around[table] = around.get(table, box).union(box)
        for rule, table in self.down:
            box = Box(rule.at, rule.start, rule.at, rule.end)
            around[table] = around.get(table, box).union(box)
        return around

    def within(self, box: Box, left: float, top: float) -> "Grid":
        """What is ruled in a part of the page, with lengths counted from a place in it.

        A frame drawn around the part itself is no table.
        """
        across = [(r, t) for r, t in self.across if _lies_in(r, box.y0, box.y1, box.x0, box.x1)]
        down = [(r, t) for r, t in self.down if _lies_in(r, box.x0, box.x1, box.y0, box.y1)]
        sides = Counter(t for _rule, t in (*across, *down))
        tables = {t for t, count in sides.items() if count > _SIDES}
        return Grid(
            tuple((_moved(r, top, left), t) for r, t in across if t in tables),
            tuple((_moved(r, left, top), t) for r, t in down if t in tables),
        )

    def parted(self, run: Run) -> list[Run]:
        """The run cut where a vertical line runs between its words."""
        middle = (run.box.y0 + run.box.y1) / 2
        cuts = sorted(
            rule.at
            for rule, _ in self.down
            if rule.start < middle < rule.end and run.x0 < rule.at < run.x1
        )
        if not cuts:
            return [run]
        cells = groupby(run.words, key=lambda word: bisect_left(cuts, (word.x0 + word.x1) / 2))
        return [Run(tuple(words), run.page) for _, words in cells]


def _nearest(
    rules: Sequence[tuple[Rule, int]], at: float, along: float, tables: Container[int]
) -> tuple[tuple[Rule, int] | None, tuple[Rule, int] | None]:
    """The last line before and the first after a place, of those of the tables that reach it."""
    cut = bisect_right(rules, at, key=lambda rule: rule[0].at)
    before, after = (
        next((r for r in side if r[1] in tables and _reaches(r[0], along)), None)
        for side in (reversed(rules[:cut]), rules[cut:])
    )
    return before, after


def _frame(sides: Sequence[tuple[Rule, int]]) -> Frame:
    top, left, bottom, right = (rule.at for rule, _table in sides)
    return Frame(top, left, bottom, right, sides[0][1])


def _middle(box: Box) -> tuple[float, float]:
    return (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.y1 - box.y0)


def _holds(outer: Box, inner: Box) -> bool:
    across = outer.x0 - _NEAR <= inner.x0 and inner.x1 <= outer.x1 + _NEAR
    return across and outer.y0 - _NEAR <= inner.y0 and inner.y1 <= outer.y1 + _NEAR


def _reaches(rule: Rule, along: float) -> bool:
    return rule.start - _NEAR <= along <= rule.end + _NEAR


def _lies_in(rule: Rule, low: float, high: float, start: float, end: float) -> bool:
    return low <= rule.at <= high and start <= (rule.start + rule.end) / 2 <= end


def _moved(rule: Rule, across: float, along: float) -> Rule:
    return Rule(rule.at - across, rule.start - along, rule.end - along)


def _whole(rules: Iterable[Rule]) -> list[Rule]:
    """Lines drawn in pieces, dashed or doubled made whole; each `at` snapped to its neighbours'."""
    ordered = sorted(rules)
    snapped: list[Rule] = []
    for rule in ordered:
        same = snapped and rule.at - snapped[-1].at < _NEAR
        snapped.append(rule._replace(at=snapped[-1].at) if same else rule)
    whole: list[Rule] = []
    for rule in sorted(snapped):
        last = whole[-1] if whole else None
        if last and last.at == rule.at and rule.start <= last.end + _NEAR:
            whole[-1] = last._replace(end=max(last.end, rule.end))
        else:
            whole.append(rule)
    return [rule for rule in whole if rule.end - rule.start >= _SHORT]


def _components(rows: Sequence[Rule], columns: Sequence[Rule]) -> dict[int, int]:
    """Which table each line belongs to: row i under i, column j under ~j; lone lines left out."""
    parent: dict[int, int] = {}

    def root(key: int) -> int:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    ordered = sorted((column.at, j) for j, column in enumerate(columns))
    for i, row in enumerate(rows):
        first = bisect_left(ordered, (row.start - _NEAR, 0))
        for at, j in ordered[first:]:
            if at > row.end + _NEAR:
                break
            if columns[j].start - _NEAR <= row.at <= columns[j].end + _NEAR:
                parent[root(~j)] = root(i)
    return {key: root(key) for key in list(parent)}
