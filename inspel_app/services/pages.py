"""The pages of an original: their sizes, and pictures of what stands where on them.

All of it is done in child processes: the originals are hostile.
"""

import io
import math
from concurrent.futures import Executor, Future
from typing import TYPE_CHECKING

from inspel_app.domain.document import Box, Location, PageSize

if TYPE_CHECKING:
    from PIL.Image import Image

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
    """The size of each page of a PDF; done in a child process."""
    import pypdfium2  # noqa: PLC0415 - the parent only names this function

    with pypdfium2.PdfDocument(data) as pdf:
        sizes = [pdf.get_page_size(number) for number in range(len(pdf))]
    return tuple(PageSize(width, height) for width, height in sizes)


def page_sizes(executor: Executor, data: bytes) -> Future[tuple[PageSize, ...]]:
    """The sizes of a PDF's pages, in their order."""
    return executor.submit(measure_pages, data)


def has_pages(data: bytes) -> bool:
    """Whether an original has pages that can be shown as pictures: whether it is a PDF."""
    return data.lstrip()[:5] == b"%PDF-"


def page_image(executor: Executor, data: bytes, page: int, scale: float) -> Future[bytes]:
    """A page (counted from 1) as PNG, drawn in a child process; scale 1 is 72 dots per inch."""
    return executor.submit(render_page, data, page, scale)


def render_page(data: bytes, page: int, scale: float) -> bytes:
    """What `page_image` gives; done in a child process."""
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
    from inspel_app.reading.kinds import Kind, kind_of  # noqa: PLC0415 - as above

    draw = _draw_picture if kind_of(data) is Kind.IMAGE else _draw_pdf
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
    from PIL.Image import Resampling  # noqa: PLC0415 - as above

    from inspel_app.reading.image import picture_page  # noqa: PLC0415 - as above

    scan = picture_page(data, place.page)
    area = _area(place.box, scan.size, margin)
    dots = scan.dpi / POINTS
    cut = scan.image.crop(
        (round(area.x0 * dots), round(area.y0 * dots), round(area.x1 * dots), round(area.y1 * dots))
    )
    scale = _dpi(area, dpi) / scan.dpi
    size = (max(round(cut.width * scale), 1), max(round(cut.height * scale), 1))
    return _png(cut.resize(size, Resampling.LANCZOS))


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
