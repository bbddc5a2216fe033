"""Straightens a page: lines of text that slope, and those that run together in a photo.

The angle is found by the profile of the ink: seen along the lines of text, rows of letters and
the white between them stand out; seen askew, they blur. A photo taken askew has lines whose
slope changes evenly down the page, so that two numbers are looked for in each direction.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from inspel_app.reading.scan_light import ink
from inspel_app.reading.scan_page import Mask, Matrix, View
from inspel_app.reading.scan_runs import runs, thickened

_STEEPEST = 0.18
"""Lines of text slope no more than this; 10 degrees."""
_LEANING = 0.03
"""How much more or less upright lines may lean than the lines of text slope."""
_FANNING = 0.08
"""How much the slope may change from the middle of the page to its edge."""
_GAIN, _THIN_GAIN = 1.15, 2.0
"""The profile must become this much sharper for a slope to be believed; chance does more for the
few dots of ruling lines."""
_VISIBLE = 0.002
"""Smaller slopes do no harm, and turning a picture blurs it."""
_RULE = 0.25
"""Inches of dots on end that are part of a ruling line, and of no letter."""
_FEWEST = 60
"""Fewer dots of ink show no direction."""
_DOTS, _FEW_DOTS = 8_000, 2_000
"""So many dots of ink tell as much as all of them, and show about where to look."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Slant:
    """How lines slope: in the middle of the page, and how the slope changes from there on.

    `change` is for the distance from the middle to the edge. `gain` is how much sharper the
    profile of the page becomes when it is seen along the lines.
    """

    slope: float = 0.0
    change: float = 0.0
    gain: float = 1.0

    def __bool__(self) -> bool:
        return bool(max(abs(self.slope), abs(self.change)) >= _VISIBLE)


def straightened(view: View) -> View:
    """The evened page with its lines of text level and its upright lines plumb."""
    mask, factor = ink(view.image, view.dpi)
    height, width = mask.shape
    half = (width / 2, height / 2)
    rows, columns = _dots(mask)
    lines = slant(rows, columns, half[::-1], thin=False)
    rows, columns = _dots(runs(thickened(mask, axis=1), round(_RULE * view.dpi / factor), axis=0))
    plumb = slant(columns + lines.slope * rows, rows, half, thin=True)
    upright = Slant(plumb.slope - lines.slope, plumb.change, plumb.gain)
    if not (lines or upright):
        return view
    matrix = _projection(view.image, lines, upright)
    image = view.image.transform(
        view.image.size,
        Image.Transform.PERSPECTIVE,
        tuple((matrix / matrix[2, 2]).ravel()[:8]),
        Image.Resampling.BILINEAR,  # letters are read as well as from dots weighed by sixteen
        fillcolor=255,
    )
    return View(image, view.dpi, view.origin @ matrix)


def slant(across: Floats, along: Floats, half: tuple[float, float], *, thin: bool) -> Slant:
    """How lines slope that run `along` and follow each other `across`, from dots of ink.

    Both count from the middle of the page; `half` is how far it reaches, across and along.
    `thin` lines are ruled, a dot or two across, so that slope and change are sought together;
    lines of text are broad enough to show their slope first.
    """
    far_across, far_along = half

    def best(slopes: Floats, changes: Floats, dots: int = _DOTS) -> Slant:
        every = -(-len(across) // dots)
        rows, columns = across[::every], along[::every]
        plain = _sharpness(rows)
        tried: list[Slant] = []
        for change in changes.tolist():
            nearer = 1 / (1 + change / far_across * columns)
            near_rows, near_columns = rows * nearer, columns * nearer
            tried += (
                Slant(slope, change, _sharpness(near_rows - slope * near_columns) / plain)
                for slope in slopes.tolist()
            )
        return max(tried, key=lambda s: s.gain)

    if len(across) < _FEWEST:
        return Slant()
    dot = 1 / far_along
    if thin:
        found = best(_around(0.0, _LEANING, dot), _around(0.0, _FANNING, dot))
    else:
        found = best(_around(0.0, _STEEPEST, 2 * dot), np.zeros(1), _FEW_DOTS)
        slopes = _around(found.slope, 6 * dot, 2 * dot)
        found = best(slopes, _around(0.0, _FANNING, 2 * dot), _FEW_DOTS)
    found = best(_around(found.slope, 2 * dot, dot / 2), _around(found.change, 2 * dot, dot / 2))
    return found if found.gain >= (_THIN_GAIN if thin else _GAIN) else Slant()


def text_sharpness(mask: Mask) -> float:
    """How clearly the dots of ink stand in rows, along the slope at which they do so most."""
    rows, columns = _dots(mask)
    step = 4 / mask.shape[1]
    return max(_sharpness(rows - slope * columns) for slope in _around(0.0, _STEEPEST, step))


def _around(middle: float, reach: float, step: float) -> Floats:
    steps = int(reach / step)
    return np.asarray(middle + step * np.arange(-steps, steps + 1), np.float64)


def _sharpness(positions: Floats) -> float:
    """How much the numbers of dots differ from one line of dots to the next."""
    if not len(positions):
        return 0.0
    dots = np.bincount((positions - (positions.min() - 0.5)).astype(np.intp))
    steps = np.diff(dots)
    return float(steps @ steps + dots[0] ** 2 + dots[-1] ** 2)


def _dots(mask: Mask) -> tuple[Floats, Floats]:
    """Rows and columns of the dots of ink, counted from the page's middle."""
    rows, columns = np.nonzero(mask)
    if len(rows) > _DOTS:
        chosen = np.random.default_rng(0).choice(len(rows), _DOTS, replace=False)
        rows, columns = rows[chosen], columns[chosen]
    height, width = mask.shape
    return rows - height / 2, columns - width / 2


def _projection(image: Image.Image, lines: Slant, upright: Slant) -> Matrix:
    """From the straight picture's pixels to the slanting one's."""
    x, y = image.width / 2, image.height / 2
    to_middle = np.array([[1, 0, -x], [0, 1, -y], [0, 0, 1]])
    slanting = np.array(
        [[1, upright.slope, 0], [lines.slope, 1, 0], [-lines.change / y, -upright.change / x, 1]]
    )
    return np.asarray(np.linalg.inv(to_middle) @ slanting @ to_middle, np.float64)
