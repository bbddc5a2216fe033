"""A PDF page turned and cropped as people see it."""

from dataclasses import dataclass

import pypdfium2 as pdfium

from inspel_app.domain.document import Box, PageSize
from inspel_app.reading.pdf_matrices import Matrix


@dataclass(frozen=True, slots=True)
class Turned:
    """A page turned clockwise by so many quarters; `bounds` are its left, bottom, right, top."""

    bounds: tuple[float, float, float, float]
    quarters: int

    def point(self, x: float, y: float) -> tuple[float, float]:
        """From the PDF's own coordinates to points from the upper left corner."""
        left, bottom, right, top = self.bounds
        match self.quarters:
            case 0:
                return x - left, top - y
            case 1:
                return y - bottom, x - left
            case 2:
                return right - x, y - bottom
            case _:
                return top - y, right - x

    @property
    def matrix(self) -> Matrix:
        """What moves a point as `point` does."""
        left, bottom, right, top = self.bounds
        match self.quarters:
            case 0:
                return 1.0, 0.0, 0.0, -1.0, -left, top
            case 1:
                return 0.0, 1.0, 1.0, 0.0, -bottom, -left
            case 2:
                return -1.0, 0.0, 0.0, 1.0, right, -bottom
            case _:
                return 0.0, -1.0, -1.0, 0.0, top, right

    def origin(self, x: float, y: float) -> tuple[float, float]:
        """From points from the upper left corner back to the PDF's own coordinates."""
        left, bottom, right, top = self.bounds
        match self.quarters:
            case 0:
                return x + left, top - y
            case 1:
                return y + left, x + bottom
            case 2:
                return right - x, y + bottom
            case _:
                return right - y, top - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The box between two corners given in the PDF's own coordinates."""
        (ax, ay), (bx, by) = self.point(x0, y0), self.point(x1, y1)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def show(self, box: Box, other: "Turned") -> Box:
        """A box of this page as it stands on the page turned otherwise."""
        if self.quarters == other.quarters:
            return box
        return other.box(*self.origin(box.x0, box.y0), *self.origin(box.x1, box.y1))

    @property
    def size(self) -> PageSize:
        """Width and height as turned."""
        left, bottom, right, top = self.bounds
        wide, high = right - left, top - bottom
        return PageSize(high, wide) if self.quarters % 2 else PageSize(wide, high)


def shown(page: pdfium.PdfPage) -> Turned:
    """The page as it is displayed."""
    return Turned(page.get_bbox(), page.get_rotation() // 90 % 4)
