"""The pages of an original: their sizes, and pictures of what stands where on them.

All of it is done in child processes: the originals are hostile.
"""

import io
import math
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from dataclasses import replace
from typing import TYPE_CHECKING

from inspel_app.domain.document import Box, Location, PageSize
from inspel_app.reading.kinds import Kind, kind_of

if TYPE_CHECKING:
    from PIL.Image import Image

    from inspel_app.reading.scan_page import Scan

POINTS = 72.0
"""Points to an inch."""
MARGIN = 36.0
"""Points of the page above and below what is shown: the lines next to it."""
_WIDER = 3
"""How much more is shown to the sides: some words of the same line."""
DPI = 200.0
_MOST_PIXELS = 24_000_000
"""Of a picture, however large the page says that it is."""


def measure_pages(data: bytes) -> tuple[PageSize, ...]:
    """The size of each page of a PDF or a picture; done in a child process."""
    if _is_picture(data):
        return tuple(_picture_sizes(data))
    import pypdfium2  # noqa: PLC0415 - the parent only names this function

    with pypdfium2.PdfDocument(data) as pdf:
        sizes = [pdf.get_page_size(number) for number in range(len(pdf))]
    return tuple(PageSize(width, height) for width, height in sizes)


def page_sizes(executor: Executor, data: bytes) -> Future[tuple[PageSize, ...]]:
    """The sizes of the pages of a PDF or a picture, in their order."""
    return executor.submit(measure_pages, data)


def has_pages(data: bytes) -> bool:
    """Whether an original has pages that can be shown: whether it is a PDF or a picture."""
    return data.lstrip()[:5] == b"%PDF-" or _is_picture(data)


def page_image(executor: Executor, data: bytes, page: int, scale: float) -> Future[bytes]:
    """A page (counted from 1) as PNG, drawn in a child process; scale 1 is 72 dots per inch."""
    return executor.submit(render_page, data, page, scale)


def render_page(data: bytes, page: int, scale: float) -> bytes:
    """What `page_image` gives; done in a child process."""
    if _is_picture(data):
        return _png(_resized(_picture(data, page), scale * POINTS))
    import pypdfium2  # noqa: PLC0415 - as above

    with pypdfium2.PdfDocument(data) as pdf:
        return _png(pdf[page - 1].render(scale=scale).to_pil())


def crop(
    executor: Executor, data: bytes, place: Location, *, dpi: float = DPI, margin: float = MARGIN
) -> Future[bytes]:
    """A PNG image of a place in a PDF or a picture, with so much of the page around it.

    `margin` is in points, and three times as wide to the sides. Where the place has no box, it is
    the whole page. The future fails with UnreadableError where the file is damaged.
    """
    return executor.submit(draw_crop, data, place, dpi, margin)


def draw_crop(data: bytes, place: Location, dpi: float, margin: float) -> bytes:
    """What `crop` gives; done in a child process."""
    draw = _draw_picture if _is_picture(data) else _draw_pdf
    return draw(data, place, dpi, margin)


def _draw_pdf(data: bytes, place: Location, dpi: float, margin: float) -> bytes:
    import pypdfium2  # noqa: PLC0415 - as above

    with pypdfium2.PdfDocument(data) as pdf:
        page = pdf[place.page - 1]
        size = PageSize(*page.get_size())
        area = _area(place.box, size, margin)
        edges = (area.x0, size.height - area.y1, size.width - area.x1, area.y0)
        return _png(page.render(scale=_dpi(area, dpi) / POINTS, crop=edges).to_pil())


def _draw_picture(data: bytes, place: Location, dpi: float, margin: float) -> bytes:
    scan = _picture(data, place.page)
    area = _area(place.box, scan.size, margin)
    dots = scan.dpi / POINTS
    cut = scan.image.crop(
        (round(area.x0 * dots), round(area.y0 * dots), round(area.x1 * dots), round(area.y1 * dots))
    )
    return _png(_resized(replace(scan, image=cut), _dpi(area, dpi)))


def _resized(scan: "Scan", dpi: float) -> "Image":
    from PIL.Image import Resampling  # noqa: PLC0415 - as above

    scale = dpi / scan.dpi
    size = (max(round(scan.image.width * scale), 1), max(round(scan.image.height * scale), 1))
    return scan.image.resize(size, Resampling.LANCZOS)


def _is_picture(data: bytes) -> bool:
    return kind_of(data) is Kind.IMAGE


def _picture(data: bytes, page: int) -> "Scan":
    """A page of a file with pictures, made upright and grey as when it was read."""
    from inspel_app.reading.image import picture_page  # noqa: PLC0415 - as above

    return picture_page(data, page)


def _picture_sizes(data: bytes) -> Iterator[PageSize]:
    from inspel_app.reading.image import MAX_FRAMES  # noqa: PLC0415 - as above

    for number in range(1, MAX_FRAMES + 1):
        try:
            yield _picture(data, number).size
        except EOFError:
            return


def _png(image: "Image") -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def _area(box: Box | None, page: PageSize, margin: float) -> Box:
    """The part of the page to show."""
    whole = Box(0, 0, page.width, page.height)
    if box is None:
        return whole
    area = Box(
        max(box.x0 - _WIDER * margin, 0),
        max(box.y0 - margin, 0),
        min(box.x1 + _WIDER * margin, page.width),
        min(box.y1 + margin, page.height),
    )
    return area if area.x0 < area.x1 and area.y0 < area.y1 else whole


def _dpi(area: Box, asked: float) -> float:
    """The resolution that was asked for, or one at which the picture is not too large."""
    square_inches = (area.x1 - area.x0) * (area.y1 - area.y0) / POINTS**2
    return min(asked, math.sqrt(_MOST_PIXELS / square_inches))
