"""Turns a page upright: one lying on its side, or upside down."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from inspel_app.reading.scan_light import ink
from inspel_app.reading.scan_page import INK, Matrix, View, grey
from inspel_app.reading.scan_runs import runs, thickened
from inspel_app.reading.scan_slant import text_sharpness

_LONGEST_STROKE = 0.03
"""Longer straight runs, in shares of the page's height, are ruling lines, not text."""
_FINE = 150.0
"""Dots per inch that are enough to tell the parts of a letter."""
_RULE = 0.4
"""Inches: longer than any stroke of a letter."""
_CORE = 0.4
"""Rows of dots with so much of the ink of a line's fullest row are its small letters' height."""
_LOWEST, _HIGHEST = 0.02, 0.12
"""How high small letters are, in inches; headings and specks are left out."""
_SLIGHT = 0.1
"""A smaller difference between what rises and what hangs tells nothing."""


def lies_on_side(view: View) -> bool:
    """Whether the lines of text run up and down the evened page."""
    mask, _ = ink(view.image, view.dpi)
    stroke = round(_LONGEST_STROKE * max(mask.shape))
    text = mask & ~runs(mask, stroke, axis=0) & ~runs(mask, stroke, axis=1)
    return text_sharpness(text.T) > text_sharpness(text)


def seems_upside_down(view: View) -> bool:
    """Whether more of the letters hangs below the lines than rises above: in Swedish less does."""
    factor = max(1, round(view.dpi / _FINE))
    mask, dpi = grey(view.image.reduce(factor)) < INK, view.dpi / factor
    rules = thickened(runs(mask, round(_RULE * dpi), axis=1), axis=0)
    packed = np.packbits(mask & ~rules, axis=1)
    rising, hanging = _overhang(np.bitwise_count(packed).sum(axis=1, dtype=np.int64), dpi)
    return hanging > (1 + _SLIGHT) * rising


def turned(view: View, quarters: int) -> View:
    """The page turned counter-clockwise."""
    width, height = view.image.size
    ways: tuple[tuple[Image.Transpose, Matrix], ...] = (
        (Image.Transpose.ROTATE_90, np.array([[0.0, -1, width], [1, 0, 0], [0, 0, 1]])),
        (Image.Transpose.ROTATE_180, np.array([[-1.0, 0, width], [0, -1, height], [0, 0, 1]])),
        (Image.Transpose.ROTATE_270, np.array([[0.0, 1, 0], [-1, 0, height], [0, 0, 1]])),
    )
    if quarters % 4 == 0:
        return view
    way, origin = ways[quarters % 4 - 1]
    return View(view.image.transpose(way), view.dpi, view.origin @ origin)


def _overhang(profile: NDArray[np.int64], dpi: float) -> tuple[int, int]:
    """How much ink stands just above and just below the small letters of all lines together."""
    lowest, highest = round(_LOWEST * dpi), round(_HIGHEST * dpi)
    fullest = _maximum_around(profile, highest)
    edges = np.flatnonzero(np.diff(profile > _CORE * fullest, prepend=False, append=False))
    rising = hanging = 0
    for top, bottom in edges.reshape(-1, 2):
        height = bottom - top
        if lowest <= height <= highest:
            rising += int(profile[max(0, top - height // 2) : top].sum())
            hanging += int(profile[bottom : bottom + height // 2].sum())
    return rising, hanging


def _maximum_around(values: NDArray[np.int64], reach: int) -> NDArray[np.int64]:
    """For each value the largest within `reach` of it."""
    padded = np.pad(values, reach)
    return np.asarray(np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).max(axis=1))
