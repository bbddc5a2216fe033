"""PDF pages that must be read as pictures, drawn at the resolution that they were scanned at."""

from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from inspel_app.errors import MissingComponentError
from inspel_app.reading.limits import MAX_PAGE_PIXELS
from inspel_app.reading.ocr import OcrEngine
from inspel_app.reading.pdf_page import SCANNED, PdfSheet
from inspel_app.reading.pdf_sound import is_picture, needs_eyes
from inspel_app.reading.scan import read_pages
from inspel_app.reading.scan_page import POINTS, Scan
from inspel_app.reading.scan_reading import PageReading, confidence

DPI = 300.0
"""What text is read best at; a page that is one picture keeps its own, within these limits."""
_FINEST = 400.0
_COARSEST = 150.0
_DEPTH = 4
_CREDIBLE = 0.7
"""Less sure readings are not preferred to a text that the page has."""


def read_pictures(
    pdf: pdfium.PdfDocument, pages: Sequence[PdfSheet], engine: OcrEngine
) -> dict[int, PageReading | None]:
    """The readings, by page number, of those pages whose own text is missing or worse.

    None stands for a page that could not be read.

    Raises:
        MissingComponentError: no page has text of its own, and the engine is not installed.
    """
    chosen = {page.sheet.number: page for page in pages if needs_eyes(page)}
    if not chosen:
        return {}
    drawn = ((number, _drawn(pdf, number)) for number in chosen)
    try:
        readings = dict(read_pages(drawn, engine))
    except MissingComponentError:
        if len(chosen) == len(pages):
            raise
        return {}
    return {n: reading for n, reading in readings.items() if not _is_better(chosen[n], reading)}


def _is_better(page: PdfSheet, reading: PageReading | None) -> bool:
    """Whether the page's own text is to be preferred to what was read."""
    if is_picture(page):
        return False
    if page.letters == 0:
        return reading is None or not reading.words  # a page left empty on purpose
    return reading is None or not reading.words or confidence(reading.words) < _CREDIBLE


def _drawn(pdf: pdfium.PdfDocument, number: int) -> Scan:
    page = pdf[number - 1]
    try:
        if min(page.get_size()) < 1:  # what is to be shown of it lies beside it
            page.set_cropbox(*page.get_mediabox())
            page.close()
            page = pdf[number - 1]
        return scan(page)
    finally:
        page.close()


def scan(page: pdfium.PdfPage) -> Scan:
    """The page as it is displayed."""
    width, height = page.get_size()
    most = (MAX_PAGE_PIXELS / max(width * height, 1.0)) ** 0.5
    scale = min(_dpi(page) / POINTS, most)
    image = page.render(scale=scale, grayscale=True).to_pil().convert("L")
    return Scan(image, image.width / width * POINTS)


def _dpi(page: pdfium.PdfPage) -> float:
    """The resolution of the picture that covers the page, within reason."""
    width, height = page.get_size()
    own = max(_resolutions(page, SCANNED * width * height), default=DPI)
    return max(own, _COARSEST) if own <= _FINEST else DPI


def _resolutions(page: pdfium.PdfPage, area: float) -> Iterator[float]:
    """The dots per inch, along the finer side, of pictures that cover at least so much."""
    for picture in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=_DEPTH):
        left, bottom, right, top = picture.get_bounds()
        wide, high = right - left, top - bottom
        if wide * high >= area > 0:
            x, y = picture.get_px_size()
            turned = (x > y) != (wide > high)
            across, down = (y, x) if turned else (x, y)
            yield POINTS * max(across / wide, down / high)
