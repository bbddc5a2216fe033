"""What may be wrong with pages that were read from pictures."""

from collections.abc import Iterable, Mapping

from inspel_app.domain.document import Problem
from inspel_app.i18n import _
from inspel_app.reading.scan_reading import PageReading, confidence
from inspel_app.reading.scan_recognise import SURE


def doubts(pages: Mapping[int, PageReading | None]) -> list[Problem]:
    """The doubts about pages by their numbers: those ill read, empty, and not read at all."""
    failed = [number for number, page in pages.items() if page is None]
    empty = [number for number, page in pages.items() if page and not page.words]
    unsure = [number for number, page in pages.items() if page and confidence(page.words) < SURE]
    found = (
        ("ocr-osaker", _("Svårläst text; jämför med originalet på sida {pages}."), unsure),
        ("ocr-tom-sida", _("Sidor utan text: {pages}."), empty),
        ("ocr-misslyckades", _("Sidor som textigenkänningen inte klarade: {pages}."), failed),
    )
    return [
        Problem(code, message.format(pages=_listed(numbers)))
        for code, message, numbers in found
        if numbers
    ]


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))
