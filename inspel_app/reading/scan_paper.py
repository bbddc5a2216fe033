"""Finds the sheet in a photo of it on a darker table, or in a scan with black borders.

The step from dark to light is looked for from each edge of the picture inwards; it is measured as
a share, so that a shadow over both table and sheet does not hide it. A straight line is laid
through the steps of each side, and what lies between the four is seen as from straight above.
"""

from dataclasses import replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from inspel_app.reading.scan_light import LOOK
from inspel_app.reading.scan_page import Matrix, View, grey
from inspel_app.reading.scan_unread import lines_of_writing

_DOTS = 400
"""Dots along a picture's longer side that are enough to see its sheet."""
_FRAME = 0.01
"""The share of the picture along an edge that tells whether something darker lies there."""
_DARKER = 0.7
"""The share of the sheet's lightness that what lies around it has at most."""
_WINDOW = 6
"""So many dots on either side of a step are compared."""
_DEEPEST = 0.42
"""The share of the picture from an edge inwards within which the sheet's edge is looked for."""
_NEAR = 1.5
"""So many dots from its line an edge may be: paper is not quite flat, and seen in dots."""
_SEEN, _AGREED = 0.4, 0.6
"""The share of a side along which there are steps, and of the steps that lie on one line."""
_STEEPEST = 0.25
"""The slope of a sheet's edge at most."""
_TRIED = 40
"""So many steps of a side are tried in pairs for the line on which most of them lie."""
_SMALLEST = 0.2
"""The share of the picture that a sheet covers at least."""
_INSET = 0.004
"""The share of the sheet along its edges where the table shows through the lines laid."""
_A4, _SHAPE, _LONG_SIDE = 2**0.5, 0.12, 11.69
"""Sheets nearly of A4's shape are A4, whose longer side is so many inches."""
_LETTERS, _CONTRAST = 6, 24
"""Letters around the sheet are lighter or darker by so much than what is so many dots around."""
_DARKEST = 4.0
"""Added to all lightness, so that noise in the darkest dots makes no steps."""

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]
Corners = NDArray[np.float64]
"""[4, 2]: x and y of the upper left corner in pixels, and on clockwise."""


def sheet(image: Image.Image) -> Corners | None:
    """The corners of the sheet in a picture that shows something darker around it."""
    factor = max(1, max(image.size) // _DOTS)
    small = grey(image.reduce(factor)).astype(np.float64)
    sides = (small, small.T, small[:, ::-1], small.T[:, ::-1])
    paper = float(np.percentile(small, 75))
    framed = [_beside(side) < _DARKER * paper for side in sides]
    if not any(framed):
        return None
    edges = [_edge(np.log(side + _DARKEST)) for side in sides]
    if any(dark and edge is None for dark, edge in zip(framed, edges, strict=True)):
        return None
    height, width = small.shape
    (a, b), (c, d), (e, f), (g, h) = (edge or (0.0, 0.0) for edge in edges)
    left, top = (1.0, -b, -a), (-d, 1.0, -c)
    right, bottom = (1.0, f, e - width), (h, 1.0, g - height)
    meeting = ((left, top), (top, right), (right, bottom), (bottom, left))
    crossings = (np.cross(one, other) for one, other in meeting)
    corners = np.array([(x / w, y / w) for x, y, w in crossings])
    return corners * factor if _area(corners) >= _SMALLEST * width * height else None


def alone(view: View) -> View:
    """The sheet alone, seen from straight above; the view as it is where it shows nothing else.

    So it is, too, where there is writing around what seems to be the sheet.
    """
    corners = sheet(view.image)
    if corners is None or _has_writing_around(view, corners):
        return view
    return from_above(view, corners)


def _has_writing_around(view: View, corners: Corners) -> bool:
    """Whether lines of dark or of light letters stand outside the corners."""
    factor = max(1, round(view.dpi / LOOK))
    small = view.image.reduce(factor)
    around = small.filter(ImageFilter.BoxBlur(_LETTERS))
    stands_out = grey(small).astype(np.int16) - grey(around)
    inside = Image.new("1", small.size)
    ImageDraw.Draw(inside).polygon([(x, y) for x, y in (corners / factor).tolist()], fill=1)
    outside = ~np.asarray(inside)
    marks = (stands_out < -_CONTRAST, stands_out > _CONTRAST)
    return any(lines_of_writing(seen & outside, view.dpi / factor) for seen in marks)


def from_above(view: View, corners: Corners) -> View:
    """The sheet with these corners, filling the view."""
    middle = corners.mean(axis=0)
    corners = middle + (1 - _INSET) * (corners - middle)
    top, right, bottom, left = np.hypot(*(np.roll(corners, -1, axis=0) - corners).T)
    width, height = (top + bottom) / 2, (left + right) / 2
    longer, shorter = max(width, height), min(width, height)
    dpi = view.dpi
    if abs(longer / shorter / _A4 - 1) < _SHAPE:
        longer = max(longer, shorter * _A4)
        width, height = (longer / _A4, longer) if height > width else (longer, longer / _A4)
        dpi = min(dpi, longer / _LONG_SIDE)
    size = round(width), round(height)
    matrix = _onto(corners, size)
    image = view.image.transform(
        size,
        Image.Transform.PERSPECTIVE,
        tuple((matrix / matrix[2, 2]).ravel()[:8]),
        Image.Resampling.BICUBIC,
    )
    return replace(view, image=image, dpi=dpi, origin=view.origin @ matrix)


def _beside(small: Floats) -> float:
    """How light it usually is along the left edge."""
    return float(np.median(small[:, : max(2, round(_FRAME * small.shape[1]))]))


def _edge(light: Floats) -> tuple[float, float] | None:
    """Where the sheet begins from the left, in the first row, and how much further in each next.

    None where no line is seen. The outermost steps make it, or on a table with stripes the highest.
    """
    rise = _rise(light)
    high = rise >= -np.log(_DARKER)
    rows = np.flatnonzero(high.any(axis=1))
    if len(rows) < _SEEN * len(light):
        return None
    rise, first = rise[rows], high[rows].argmax(axis=1)[:, None]
    columns = np.arange(rise.shape[1])
    outermost = (columns >= first) & (columns < first + _WINDOW)
    return _line(rows, np.where(outermost, rise, 0).argmax(axis=1)) or _line(
        rows, rise.argmax(axis=1)
    )


def _line(rows: Counts, steps: Counts) -> tuple[float, float] | None:
    """The line on which most of the steps in these rows lie, as start and slope."""
    on_line = np.zeros(len(rows), bool)
    for one, other in combinations(range(0, len(rows), max(1, len(rows) // _TRIED)), 2):
        slope = (steps[other] - steps[one]) / (rows[other] - rows[one])
        near = np.abs(steps - steps[one] - slope * (rows - rows[one])) <= _NEAR
        if abs(slope) <= _STEEPEST and near.sum() > on_line.sum():
            on_line = near
    if on_line.sum() < _AGREED * len(rows):
        return None
    slope, start = np.polyfit(rows[on_line] + 0.5, steps[on_line], 1)
    return float(start), float(slope)


def _rise(light: Floats) -> Floats:
    """How much lighter it is to the right than to the left of each column, for every row."""
    reach = round(_DEEPEST * light.shape[1])
    seen = np.pad(light[:, : reach + _WINDOW], ((1, 1), (_WINDOW, 0)), mode="edge")
    seen = (seen[:-2] + seen[1:-1] + seen[2:]) / 3
    total = np.pad(np.cumsum(seen, axis=1), ((0, 0), (1, 0)))
    means = (total[:, _WINDOW:] - total[:, :-_WINDOW]) / _WINDOW
    return np.asarray(means[:, _WINDOW:] - means[:, :-_WINDOW], np.float64)


def _area(corners: Corners) -> float:
    """What the corners enclose; negative where they do not run clockwise."""
    x, y = corners.T
    return float(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1)) / 2)


def _onto(corners: Corners, size: tuple[int, int]) -> Matrix:
    """From the pixels of an upright picture of this size to where the corners are."""
    width, height = size
    rows, values = [], []
    for (x, y), (u, v) in zip(
        ((0, 0), (width, 0), (width, height), (0, height)), corners, strict=True
    ):
        rows += [(x, y, 1, 0, 0, 0, -u * x, -u * y), (0, 0, 0, x, y, 1, -v * x, -v * y)]
        values += [u, v]
    solved = np.linalg.solve(np.array(rows, np.float64), np.array(values))
    return np.append(solved, 1.0).reshape(3, 3)
