"""A picture as it was sent -> a page: upright as its camera says, grey, of a likely size."""

import numpy as np
from PIL import Image, ImageOps

from inspel_app.reading.limits import MAX_PAGE_PIXELS, too_large
from inspel_app.reading.scan_page import POINTS, Scan

_LONG_SIDE = 11.69
"""Inches of A4's longer side: what a picture is taken to show that tells no likely size itself."""
_LIKELY_SIDE = (5.0, 24.0)
"""Inches of the longer side of a page that a picture may truly have the size of."""
_FINEST, _FINE = 330.0, 300.0
"""Dots per inch: pictures finer than the one become as coarse as the other; it reads as well."""
_MOST_UNPACKED = 8 * MAX_PAGE_PIXELS
_WHITE = 255


def as_scan(image: Image.Image, shown: float | None = None) -> Scan:
    """The page that a picture shows, `shown` points wide where a document tells it.

    Raises:
        UnreadableError: `for-stor`.
    """
    if image.width * image.height > _MOST_UNPACKED:
        raise too_large()
    across, down = (image.width * POINTS / shown,) * 2 if shown else _resolution(image)
    finest = max(across, down)
    dpi = min(finest if finest <= _FINEST else _FINE, _within_cap(image, across, down))
    width, height = round(image.width * dpi / across), round(image.height * dpi / down)
    turned = ImageOps.exif_transpose(image)
    if (turned.width < turned.height) != (image.width < image.height):
        width, height = height, width
    page = _grey(turned)
    if page.size != (width, height):
        page = page.resize((max(width, 1), max(height, 1)), Image.Resampling.LANCZOS)
    return Scan(page, dpi)


def _resolution(image: Image.Image) -> tuple[float, float]:
    """Dots per inch across and down, as the file says if that gives a likely size of page."""
    try:
        across, down = map(float, image.info.get("dpi", (0.0, 0.0)))
    except (TypeError, ValueError):
        across = down = 0.0
    if min(across, down) > 0:
        longest = max(image.width / across, image.height / down)
        if _LIKELY_SIDE[0] <= longest <= _LIKELY_SIDE[1]:
            return across, down
    dpi = max(image.size) / _LONG_SIDE
    return dpi, dpi


def _within_cap(image: Image.Image, across: float, down: float) -> float:
    """The resolution at which the page has as many dots as are allowed."""
    area = (image.width / across) * (image.height / down)
    return float((MAX_PAGE_PIXELS / area) ** 0.5)


def _grey(image: Image.Image) -> Image.Image:
    """Eight bits of grey to the dot, on white where the picture is see-through."""
    if image.mode.startswith(("I", "F")):
        values = np.asarray(image, np.float32)
        return Image.fromarray((values * (_WHITE / max(float(values.max()), 1.0))).astype(np.uint8))
    if _is_see_through(image):
        image = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(paper, image)
    return image.convert("L")


def _is_see_through(image: Image.Image) -> bool:
    """Whether some dot lets through what lies under; PDFium's pictures could, but seldom do."""
    if image.mode == "RGBA":
        return image.getchannel("A").getextrema() != (_WHITE, _WHITE)
    return image.has_transparency_data
