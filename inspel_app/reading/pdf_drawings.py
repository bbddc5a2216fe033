"""What else is drawn on a PDF page: ruling lines, and how much of it is pictures."""

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from inspel_app.domain.document import Box
from inspel_app.reading.layout_tables import Grid, Rule
from inspel_app.reading.pdf_matrices import UNMOVED, Matrix, moved, times
from inspel_app.reading.pdf_views import Turned

_THIN = 3.0
"""Drawings no thicker than this, in points, are lines."""
_DOT = (1.0, 16.0)
"""How wide, in points, a bullet may be."""
_ROUND = 0.15
"""How much its width and height may differ, as a share of the width."""
_MAX_OBJECTS = 20_000
"""A page with more pieces is a drawing or a map; the rest of them are not looked at."""
_MAX_DEPTH = 4
_MAX_SEGMENTS = 200

Bounds = tuple[float, float, float, float]


class Drawings(NamedTuple):
    """A page's straight lines, each from corner to corner in the PDF's own coordinates.

    `dots` are filled drawings as small as bullets, `pictures` is the share (0-1) of the page that
    its pictures cover.
    """

    lines: list[Bounds]
    dots: list[Bounds]
    pictures: float

    def boxes(self, view: Turned) -> list[Box]:
        """The lines on the page as it is turned."""
        return [view.box(*line) for line in self.lines]

    def bullets(self, view: Turned) -> list[Box]:
        """The dots on the page as it is turned."""
        return [view.box(*dot) for dot in self.dots]

    def grid(self, view: Turned) -> Grid:
        """The tables that the lines rule, on the page as it is turned."""
        boxes = self.boxes(view)
        across = [Rule((b.y0 + b.y1) / 2, b.x0, b.x1) for b in boxes if _lies(b)]
        down = [Rule((b.x0 + b.x1) / 2, b.y0, b.y1) for b in boxes if not _lies(b)]
        return Grid.of(across, down)


def read_drawings(page: pdfium.PdfPage) -> Drawings:
    """The page's drawings."""
    left, bottom, right, top = page.get_bbox()
    area = max((right - left) * (top - bottom), 1.0)
    lines: list[Bounds] = []
    dots: list[Bounds] = []
    pictures = 0.0
    for number, (kind, piece, matrix) in enumerate(_pieces(page.raw, UNMOVED, 0)):
        if number > _MAX_OBJECTS:
            break
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            bounds = _bounds(piece, matrix)
            if _is_dot(piece, bounds):
                dots.append(bounds)
            else:
                lines += _lines(piece, matrix, bounds)
        elif kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            x0, y0, x1, y1 = _bounds(piece, matrix)
            wide, high = min(x1, right) - max(x0, left), min(y1, top) - max(y0, bottom)
            pictures += max(wide, 0.0) * max(high, 0.0) / area
    return Drawings(lines, dots, min(pictures, 1.0))


def _pieces(parent: Any, matrix: Matrix, depth: int) -> Iterator[tuple[int, Any, Matrix]]:  # noqa: ANN401 - a handle of PDFium
    """Kind, handle and the matrix of the group it stands in, for each piece of the page."""
    count, get = pdfium_c.FPDFPage_CountObjects, pdfium_c.FPDFPage_GetObject
    if depth:
        count, get = pdfium_c.FPDFFormObj_CountObjects, pdfium_c.FPDFFormObj_GetObject
    for i in range(count(parent)):
        piece = get(parent, i)
        kind = pdfium_c.FPDFPageObj_GetType(piece)
        if kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
            yield from _pieces(piece, times(_matrix(piece), matrix), depth + 1)
        else:
            yield kind, piece, matrix


def _matrix(piece: Any) -> Matrix:  # noqa: ANN401 - a handle of PDFium
    m = pdfium_c.FS_MATRIX()
    return (m.a, m.b, m.c, m.d, m.e, m.f) if pdfium_c.FPDFPageObj_GetMatrix(piece, m) else UNMOVED


def _bounds(piece: Any, matrix: Matrix) -> Bounds:  # noqa: ANN401 - a handle of PDFium
    x0, y0, x1, y1 = (ctypes.c_float() for _ in range(4))
    pdfium_c.FPDFPageObj_GetBounds(piece, x0, y0, x1, y1)
    if matrix == UNMOVED:
        return x0.value, y0.value, x1.value, y1.value
    (ax, ay), (bx, by) = moved(x0.value, y0.value, matrix), moved(x1.value, y1.value, matrix)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _is_dot(path: Any, bounds: Bounds) -> bool:  # noqa: ANN401 - a handle of PDFium
    """Whether a path is a small filled disc or square."""
    wide, high = bounds[2] - bounds[0], bounds[3] - bounds[1]
    if not _DOT[0] < wide < _DOT[1] or abs(wide - high) > _ROUND * wide:
        return False
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(fill.value)


def _lines(path: Any, matrix: Matrix, bounds: Bounds) -> list[Bounds]:  # noqa: ANN401 - a handle of PDFium
    """The straight lines of a path: itself where it is thin, else what it strokes."""
    x0, y0, x1, y1 = bounds
    if min(x1 - x0, y1 - y0) <= _THIN:
        return [(x0, y0, x1, y1)]
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(path, fill, stroke)
    if not stroke.value or pdfium_c.FPDFPath_CountSegments(path) > _MAX_SEGMENTS:
        return []
    points = _corners(path, times(_matrix(path), matrix))
    return [
        (*a, *b)
        for strand in points
        for a, b in pairwise(strand)
        if min(abs(a[0] - b[0]), abs(a[1] - b[1])) <= 1.0
    ]


def _corners(path: Any, matrix: Matrix) -> list[list[tuple[float, float]]]:  # noqa: ANN401 - a handle of PDFium
    """The corners that a path's straight parts run between, strand by strand."""
    x, y = ctypes.c_float(), ctypes.c_float()
    strands: list[list[tuple[float, float]]] = []
    for i in range(pdfium_c.FPDFPath_CountSegments(path)):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, i)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if kind != pdfium_c.FPDF_SEGMENT_LINETO or not strands:
            strands.append([])
        strands[-1].append(moved(x.value, y.value, matrix))
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            strands[-1].append(strands[-1][0])
    return strands


def _lies(box: Box) -> bool:
    return box.x1 - box.x0 >= box.y1 - box.y0
