"""Ruling lines of a straight page: the borders of the form's tables."""

from collections.abc import Iterator
from functools import reduce

import numpy as np

from inspel_app.reading.layout_tables import Grid, Rule
from inspel_app.reading.scan_page import INK, POINTS, Mask, View, grey
from inspel_app.reading.scan_runs import runs, thickened

_SHORTEST = 0.22
"""Inches: longer than the strokes of letters; what a scanner left of a line may be as short."""
_THICKEST = 0.03
"""Inches: what is thicker is a bar or a picture."""
_FINE = 100.0
"""Dots per inch that are enough to see a line."""
_NEAR = 3.0
"""Lines so near each other, in points, meet."""

Lines = tuple[tuple[Rule, int], ...]
"""Lines with the numbers of their tables."""


def grid(view: View) -> Grid:
    """The tables that the page's ruling lines make."""
    mask = grey(view.image) < INK
    factor = max(1, round(view.dpi / _FINE))
    dot = POINTS * factor / view.dpi
    across, down = _coarser(mask, factor), _coarser(mask.T, factor)
    seen = Grid.of(_rules(across, dot), _rules(down, dot))
    return Grid(_carried_on(seen.across, seen.down), _carried_on(seen.down, seen.across))


def _carried_on(lines: Lines, others: Lines) -> Lines:
    """The lines carried on to the next line that they meet: a scanner loses pieces of them."""
    whole = []
    for line, table in lines:
        meets = [
            other.at
            for other, its in others
            if its == table and other.start - _NEAR <= line.at <= other.end + _NEAR
        ]
        start = max((at for at in meets if at <= line.start + _NEAR), default=line.start)
        end = min((at for at in meets if at >= line.end - _NEAR), default=line.end)
        whole.append((Rule(line.at, start, end), table))
    return tuple(dict.fromkeys(whole))


def _coarser(mask: Mask, factor: int) -> Mask:
    """One dot for so many each way, in which lines from left to right stay, however thin."""
    height, width = (size // factor * factor for size in mask.shape)
    rows = reduce(np.logical_or, (mask[i:height:factor, :width] for i in range(factor)))
    return reduce(np.logical_and, (rows[:, i::factor] for i in range(factor)))


def _rules(mask: Mask, dot: float) -> Iterator[Rule]:
    """The lines that run from left to right; `dot` is the size of a dot in points."""
    thick = round(_THICKEST * POINTS / dot) + 1
    bars = runs(runs(mask, thick, axis=0), thick, axis=1)
    lines = runs(thickened(mask & ~bars, axis=0), round(_SHORTEST * POINTS / dot), axis=1)
    band = max(1, round(1 / dot))
    framed = np.pad(lines, ((0, -len(lines) % band), (1, 1)))
    bands = np.logical_or.reduce(framed.reshape(-1, band, framed.shape[1]), axis=1)
    rows, edges = np.nonzero(bands[:, 1:] != bands[:, :-1])
    for row, (start, end) in zip(rows[::2].tolist(), edges.reshape(-1, 2).tolist(), strict=True):
        yield Rule((row + 0.5) * band * dot, start * dot, end * dot)
