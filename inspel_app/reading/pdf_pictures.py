"""Pictures on PDF pages with text of their own: what is written in them joins that text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from inspel_app.domain.document import Block, Box
from inspel_app.reading.image_page import as_scan
from inspel_app.reading.limits import MAX_PAGE_PIXELS
from inspel_app.reading.pdf_page import PdfSheet
from inspel_app.reading.pdf_sound import is_picture
from inspel_app.reading.pdf_views import Turned
from inspel_app.reading.pictures import Pictures, is_shown_large
from inspel_app.reading.scan_page import Matrix, Scan
from inspel_app.reading.scan_sheet import laid_out

_DEPTH = 4
_MARGIN = 0.1
"""Shares of the page's height above and below where letterheads stand."""
_WRITTEN_OVER = 12
"""A picture with so many letters of the page's text on it lies behind that text."""
_MOST_DOTS = 4 * MAX_PAGE_PIXELS
"""Of a picture as it is unpacked."""


class Seen(NamedTuple):
    """The text of a picture on a page (from 1), `top` points below the page's upper edge."""

    page: int
    top: float
    blocks: list[Block]


def read_within(
    pdf: pdfium.PdfDocument, pages: Sequence[PdfSheet], pictures: Pictures
) -> list[Seen]:
    """What is written in the pictures on pages whose own text is taken."""
    found: list[Seen] = []
    for sheet in (page for page in pages if page.pictures and not is_picture(page)):
        page = pdf[sheet.sheet.number - 1]
        try:
            found += _on_page(page, sheet, pictures)
        finally:
            page.close()
    return found


def joined(blocks: Sequence[Block], seen: Sequence[Seen]) -> list[Block]:
    """The pages' blocks with those of each picture after what stands above it."""
    made = list(blocks)
    for page, top, text in reversed(seen):
        before = (i for i, b in enumerate(made, 1) if b.page < page or _is_above(b, page, top))
        at = max(before, default=0)
        made[at:at] = text
    return made


def _is_above(block: Block, page: int, top: float) -> bool:
    box = block.lines[0].box if block.lines else None
    return block.page == page and box is not None and box.y0 < top


def _on_page(page: pdfium.PdfPage, sheet: PdfSheet, pictures: Pictures) -> Iterator[Seen]:
    number = sheet.sheet.number
    for piece in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=_DEPTH):
        left, bottom, right, top = piece.get_bounds()
        box = sheet.display.box(left, bottom, right, top)
        if not is_shown_large(right - left, top - bottom) or _in_margin(box, sheet):
            continue
        if _letters_on(sheet, (left, bottom, right, top)) >= _WRITTEN_OVER:
            continue
        scan = _scan(piece, right - left)
        if scan is None:
            pictures.leave(number)
        elif pictures.is_new(scan.image.tobytes()) and (reading := pictures.read(scan, number)):
            placed = replace(reading, origin=_to_page(sheet.display, left, top) @ reading.origin)
            made = laid_out([], {number: placed})
            yield Seen(number, box.y0, [replace(block, cell=None) for block in made])


def _scan(piece: pdfium.PdfImage, width: float) -> Scan | None:
    """The picture, shown so many points wide; None where it is damaged or too large."""
    across, down = piece.get_px_size()
    if across * down > _MOST_DOTS:
        return None
    try:
        return as_scan(piece.get_bitmap(render=True).to_pil(), width)
    except pdfium.PdfiumError:
        return None


def _in_margin(box: Box, sheet: PdfSheet) -> bool:
    height = sheet.display.size.height
    return box.y1 < _MARGIN * height or box.y0 > (1 - _MARGIN) * height


def _letters_on(sheet: PdfSheet, bounds: tuple[float, float, float, float]) -> int:
    """How many letters of the page's text stand on a picture with these bounds."""
    box = sheet.text.main.view.box(*bounds)
    return sum(
        len(word.text)
        for word in sheet.sheet.words
        if box.x0 < (word.x0 + word.x1) / 2 < box.x1 and box.y0 < word.baseline < box.y1
    )


def _to_page(display: Turned, left: float, top: float) -> Matrix:
    """From points in a picture with this upper left corner to points on the page as shown."""
    x, y = display.point(left, top)
    (right_x, right_y), (down_x, down_y) = (
        display.point(left + 1, top),
        display.point(left, top - 1),
    )
    return np.array([[right_x - x, down_x - x, x], [right_y - y, down_y - y, y], [0.0, 0.0, 1.0]])
