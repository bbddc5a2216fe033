"""The reader of pictures: scans in TIFF with one or many pages, photos, screenshots."""

import hashlib
import io
import warnings
from collections.abc import Iterator

import pi_heif
from PIL import Image

from inspel_app.domain.document import Document, Method, PageSize
from inspel_app.errors import UnreadableError
from inspel_app.i18n import _
from inspel_app.reading import limits
from inspel_app.reading.image_page import as_scan
from inspel_app.reading.kinds import Kind, kind_of
from inspel_app.reading.ocr import OcrEngine
from inspel_app.reading.scan import read_pages
from inspel_app.reading.scan_doubts import doubts
from inspel_app.reading.scan_page import Scan
from inspel_app.reading.scan_sheet import laid_out

FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "BMP", "GIF", "JPEG2000", "AVIF", "HEIF")
MAX_FRAMES = 500

pi_heif.register_heif_opener(thumbnails=False)  # Pillow knows no HEIC, the format of many phones


class ImageReader:
    """Reads pictures of pages by an engine."""

    name = "image"

    def __init__(self, engine: OcrEngine) -> None:
        self._engine = engine

    def score(self, data: bytes, name: str) -> float:  # noqa: ARG002 - the content tells
        """Whether the bytes begin as a picture does."""
        return 1.0 if kind_of(data) is Kind.IMAGE else 0.0

    def read(self, data: bytes) -> Document:
        """The document, one page for each picture in the file.

        Raises:
            UnreadableError: `bild-skadad`, `bild-utan-text` or `for-stor`.
            MissingComponentError: the engine is not installed.
        """
        sizes: list[PageSize] = []
        with _opened(data) as image:
            pages = dict(read_pages(_pages(image, sizes), self._engine))
        made = laid_out([], pages)
        if not made:
            raise UnreadableError(
                "bild-utan-text",
                _("Det finns ingen läsbar text i bilden."),
                _("Öppna den och skriv in svaren för hand, eller be avsändaren om en ny kopia."),
            )
        return Document.of(hashlib.sha256(data).hexdigest(), Method.OCR, made, sizes, doubts(pages))


def picture_page(data: bytes, number: int, width: float | None = None) -> Scan:
    """One page, counted from 1, of a file with pictures; shown so many points wide if known.

    Raises:
        UnreadableError: `bild-skadad` or `for-stor`.
        EOFError: it has fewer pages.
    """
    with _opened(data) as image:
        return _page(image, number, width)


def dots_of(data: bytes) -> tuple[int, int]:
    """Width and height of a picture in dots.

    Raises:
        UnreadableError: `bild-skadad` or `for-stor`.
    """
    with _opened(data) as image:
        return image.size


def _opened(data: bytes) -> Image.Image:
    """The picture, not yet unpacked."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            return Image.open(io.BytesIO(data), formats=FORMATS)
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise limits.too_large() from error
        except MemoryError:
            raise
        except Exception as error:  # Pillow fails in many ways on damaged data
            raise _damaged() from error


def _damaged() -> UnreadableError:
    return UnreadableError(
        "bild-skadad",
        _("Bilden är skadad och kan inte öppnas."),
        _("Be avsändaren om en ny kopia, eller skriv in svaren för hand."),
    )


def _pages(image: Image.Image, sizes: list[PageSize]) -> Iterator[tuple[int, Scan]]:
    """The pictures in the file one by one; their sizes in points are added to `sizes`."""
    for number in range(1, MAX_FRAMES + 2):
        try:
            page = _page(image, number)
        except EOFError:
            return
        if number > MAX_FRAMES:
            raise limits.too_large()
        sizes.append(page.size)
        yield number, page


def _page(image: Image.Image, number: int, width: float | None = None) -> Scan:
    try:
        image.seek(number - 1)
        return as_scan(image, width)
    except (EOFError, MemoryError, UnreadableError):
        raise
    except Exception as error:  # Pillow fails in many ways on damaged data
        raise _damaged() from error
