"""Ruling lines of a straight page: the borders of the form's tables."""

from collections.abc import Iterator

import numpy as np

from inspel_app.reading.layout_tables import Grid, Rule
from inspel_app.reading.scan_page import INK, POINTS, Mask, View, grey
from inspel_app.reading.scan_runs import runs, thickened

_SHORTEST = 0.4
"""Inches: longer than any stroke of a letter."""
_THICKEST = 0.03
"""Inches: what is thicker is a bar or a picture."""
_FINE = 150.0
"""Dots per inch that are enough to see a line."""


def grid(view: View) -> Grid:
    """The tables that the page's ruling lines make."""
    factor = max(1, round(view.dpi / _FINE))
    mask = grey(view.image.reduce(factor)) < INK
    dot = POINTS * factor / view.dpi
    return Grid.of(_rules(mask, dot), _rules(mask.T, dot))


def _rules(mask: Mask, dot: float) -> Iterator[Rule]:
    """The lines that run from left to right; `dot` is the size of a dot in points."""
    thick = round(_THICKEST * POINTS / dot) + 1
    bars = runs(runs(mask, thick, axis=0), thick, axis=1)
    lines = runs(thickened(mask & ~bars, axis=0), round(_SHORTEST * POINTS / dot), axis=1)
    band = max(1, round(1 / dot))
    for top in range(0, len(lines), band):
        edges = np.flatnonzero(np.diff(lines[top : top + band].any(axis=0), prepend=0, append=0))
        for start, end in edges.reshape(-1, 2):
            yield Rule((top + band / 2) * dot, start * dot, end * dot)
