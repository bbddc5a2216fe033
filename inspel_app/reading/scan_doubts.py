"""What may be wrong with pages that were read from pictures."""

from collections.abc import Iterable, Mapping

from inspel_app.domain.document import Problem
from inspel_app.i18n import _, ngettext
from inspel_app.reading.scan_reading import PageReading, confidence
from inspel_app.reading.scan_recognise import SURE


def doubts(pages: Mapping[int, PageReading | None]) -> list[Problem]:
    """The doubts about pages by their numbers: ill read, empty, or not read at all or in part."""
    failed = [number for number, page in pages.items() if page is None]
    empty = [number for number, page in pages.items() if page and not page.words]
    unsure = [number for number, page in pages.items() if page and confidence(page.words) < SURE]
    unread = [_with_lines(number, page) for number, page in pages.items() if page and page.unread]
    found = (
        ("ocr-osaker", _("Svårläst text; jämför med originalet på sida {pages}."), unsure),
        ("ocr-olasta-rader", _("Rader som inte kunde läsas: {pages}."), unread),
        ("ocr-tom-sida", _("Sidor utan text: {pages}."), empty),
        ("ocr-misslyckades", _("Sidor som textigenkänningen inte klarade: {pages}."), failed),
    )
    return [
        Problem(code, message.format(pages=_listed(numbers)))
        for code, message, numbers in found
        if numbers
    ]


def _with_lines(number: int, page: PageReading) -> str:
    lines = sum(area.lines for area in page.unread)
    named = ngettext("sida {page} (en rad)", "sida {page} (ungefär {n} rader)", lines)
    return named.format(page=number, n=lines)


def _listed(pages: Iterable[int | str]) -> str:
    return ", ".join(map(str, pages))
