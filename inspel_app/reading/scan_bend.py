"""Flattens a page that was bent when it was photographed, so that its lines of text are curves.

How rows of ink are shifted from each upright strip of the page to the next tells the curve; it is
taken to be the same for all lines.
"""

from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from inspel_app.reading.scan_light import ink
from inspel_app.reading.scan_page import Mask, View

_STRIPS = 16
_FURTHEST = 8
"""Dots by which a row is shifted from one strip to the next at most."""
_WRITTEN = 0.02
"""Strips with less ink in common than this share of the most tell nothing."""
_ENOUGH = 8
"""So many pairs of strips tell a curve."""
_PAGE = 64
"""Dots; a picture with a shorter side is no page, and has too little to tell by."""
_DEGREE = 3
"""The slope along a line is as smooth as a polynomial of this degree."""
_VISIBLE = 3.0
"""Dots by which a line must rise and fall, for the page to be bent."""
_GAIN = 1.3
"""The rows of the page must become so much sharper for the curve to be believed."""
_PIECES = 32
"""The page is flattened in so many strips, each of them sheared."""

Floats = NDArray[np.float64]


def flattened(view: View) -> View:
    """The straight page with its lines level all along, if they are curves."""
    mask, factor = ink(view.image, view.dpi)
    if min(mask.shape) < _PAGE:
        return view
    curve = _curve(mask)
    if np.ptp(curve) < _VISIBLE or _sharpness(mask, curve) < _GAIN * _sharpness(mask, 0 * curve):
        return view
    width, height = view.image.size
    edges = np.linspace(0, width, _PIECES + 1)
    down = factor * np.interp(edges / factor, np.arange(len(curve)) + 0.5, curve)
    pieces = [
        ((round(x0), 0, round(x1), height), (x0, y0, x0, y0 + height, x1, y1 + height, x1, y1))
        for (x0, y0), (x1, y1) in pairwise(zip(edges, down, strict=True))
    ]
    way = Image.Transform.MESH, pieces, Image.Resampling.BICUBIC
    image = view.image.transform(view.image.size, *way, fillcolor=255)
    return replace(view, image=image, bend=tuple((down / height).tolist()))


def _curve(mask: Mask) -> Floats:
    """How much further down than usual the lines stand in each column, in dots; [width]."""
    width = mask.shape[1]
    cuts = np.linspace(0, width, _STRIPS + 1).astype(int)
    rows = [_smooth(np.count_nonzero(mask[:, a:b], axis=1)) for a, b in pairwise(cuts)]
    shifts, alike = np.array([_shift(one, next_one) for one, next_one in pairwise(rows)]).T
    at = np.linspace(-1, 1, _STRIPS + 1)[1:-1]
    told = (alike > _WRITTEN * alike.max()) & (np.abs(shifts) < _FURTHEST)
    if np.count_nonzero(told) < _ENOUGH:
        return np.zeros(width)
    slope = np.polyfit(at[told], shifts[told], _DEGREE, w=np.sqrt(alike[told]))
    curve = np.cumsum(np.polyval(slope, np.linspace(-1, 1, width))) * _STRIPS / width
    return np.asarray(curve - curve.mean(), np.float64)


def _smooth(counts: NDArray[np.int64]) -> Floats:
    return np.convolve(counts, (1.0, 2.0, 1.0), "same")


def _shift(one: Floats, other: Floats) -> tuple[float, float]:
    """By how many dots the rows of one strip stand lower in the other, and how alike they are."""
    middle = one[_FURTHEST:-_FURTHEST]
    alike = np.correlate(other, middle)
    best = int(alike.argmax())
    shift = float(best - _FURTHEST)
    if 0 < best < len(alike) - 1:  # between the dots, where a parabola through three is highest
        before, most, after = alike[best - 1 : best + 2]
        shift += (after - before) / max(4 * most - 2 * before - 2 * after, 1.0)
    return shift, float(alike[best])


def _sharpness(mask: Mask, curve: Floats) -> float:
    """How much the ink differs from row to row along the curve."""
    rows, columns = np.nonzero(mask)
    along = np.rint(rows - curve[columns]).astype(np.int64)
    counts = np.bincount(along - along.min(initial=0)).astype(np.float64)
    return float(np.sum(np.diff(counts) ** 2))
