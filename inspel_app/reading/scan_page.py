"""A page as a picture, and the way from a mended picture back to the page as it came."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from inspel_app.domain.document import Box, PageSize

POINTS = 72.0
"""Points to an inch."""
INK = 170
"""Darker pixels, on an even background, are ink."""

Grey = NDArray[np.uint8]
"""[height, width], 0 is black."""
Mask = NDArray[np.bool_]
"""[height, width]."""
Matrix = NDArray[np.float64]
"""3 x 3: a projection of the plane, on columns (x, y, 1)."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A page as it came: a grey picture with so many dots to the inch."""

    image: Image.Image
    dpi: float

    @property
    def size(self) -> PageSize:
        """The page's size in points."""
        return size_in_points(self.image, self.dpi)


@dataclass(frozen=True, slots=True)
class View:
    """A picture made of a page; `origin` leads from its pixels to those of the page as it came.

    Where a bent page was flattened, `bend` comes first: by what share of the picture's height its
    columns, at even distances from left to right, stood further down.
    """

    image: Image.Image
    dpi: float
    origin: Matrix
    bend: tuple[float, ...] = ()

    @property
    def size(self) -> PageSize:
        """The picture's size in points."""
        return size_in_points(self.image, self.dpi)


def size_in_points(image: Image.Image, dpi: float) -> PageSize:
    """Width and height of a picture in points."""
    return PageSize(image.width * POINTS / dpi, image.height * POINTS / dpi)


def grey(image: Image.Image) -> Grey:
    """The picture's pixels."""
    return np.asarray(image, np.uint8)


def projected(box: Box, matrix: Matrix) -> Box:
    """The upright box around where a projection puts a box."""
    corners = np.array(
        [[box.x0, box.x1, box.x0, box.x1], [box.y0, box.y0, box.y1, box.y1], [1.0] * 4]
    )
    x, y, w = matrix @ corners
    across, down = (x / w).tolist(), (y / w).tolist()
    return Box(min(across), min(down), max(across), max(down))


def scaled(x: float, y: float) -> Matrix:
    """The projection that stretches."""
    return np.diag([x, y, 1.0])
