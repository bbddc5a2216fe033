"""What was read on one page."""

from collections.abc import Iterable
from dataclasses import dataclass

from inspel_app.domain.document import PageSize
from inspel_app.reading.layout_tables import Grid
from inspel_app.reading.ocr import OcrWord
from inspel_app.reading.scan_page import Matrix
from inspel_app.reading.scan_unread import Area


@dataclass(frozen=True, slots=True)
class PageReading:
    """The words of a page, placed in pixels of the page made upright and straight.

    `size` (points) and `dpi` are those of that picture; `origin` leads from its pixels to
    points on the page as it came. `grid` is the tables that its ruling lines make, in points.
    Where a bent page was flattened, `bend` leads to the picture before that, see `View`.
    `unread` is where writing was seen that could not be read.
    It is not `settled` where time ran out before all that might have been better was tried.
    """

    size: PageSize
    dpi: float
    origin: Matrix
    words: tuple[OcrWord, ...]
    grid: Grid
    unread: tuple[Area, ...] = ()
    bend: tuple[float, ...] = ()
    settled: bool = True


def confidence(words: Iterable[OcrWord]) -> float:
    """The mean confidence (0-1) over all characters; 1 where there is nothing to doubt."""
    letters = sure = 0.0
    for word in words:
        letters += len(word.text)
        sure += len(word.text) * word.confidence
    return sure / letters if letters else 1.0
