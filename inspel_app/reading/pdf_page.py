"""A PDF page with all that it holds, ready to be laid out."""

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

import pypdfium2 as pdfium

from inspel_app.domain.document import Box, Role
from inspel_app.reading.layout_blocks import Show
from inspel_app.reading.layout_pages import Aside, Sheet
from inspel_app.reading.pdf_annotations import AnnotationReader, Annotations
from inspel_app.reading.pdf_bullets import with_bullets
from inspel_app.reading.pdf_characters import PageText, read_words
from inspel_app.reading.pdf_drawings import read_drawings
from inspel_app.reading.pdf_strikes import with_strikes
from inspel_app.reading.pdf_views import Turned, shown

SCANNED = 0.5
"""A page of which pictures cover this share may be a scan."""


@dataclass(frozen=True)
class PdfSheet:
    """A page as it is displayed and as it is laid out, with what the checks need to know."""

    sheet: Sheet
    display: Turned
    text: PageText
    pictures: float
    noted: Annotations

    @property
    def comments(self) -> Sheet | None:
        """The page with nothing but what its readers have noted on it; None without notes."""
        asides = tuple(aside for aside in self.sheet.asides if aside.role is Role.COMMENT)
        return replace(self.sheet, words=(), asides=asides) if asides else None

    @property
    def struck(self) -> int:
        """In how many places words are struck through."""
        return sum(is_struck for is_struck, _run in groupby(w.struck for w in self.sheet.words))

    @cached_property
    def letters(self) -> int:
        """How many characters people can read on it, those in form fields and notes included."""
        return sum(len(word.text) for word in self.sheet.words)


def read_page(
    page: pdfium.PdfPage, number: int, annotations: AnnotationReader, *, limit: int
) -> PdfSheet:
    """The page, which counts from 1.

    Raises:
        UnreadableError: `for-stor`, when it has more than `limit` characters.
    """
    display = shown(page)
    drawings = read_drawings(page)
    text = read_words(page, display, scanned=drawings.pictures >= SCANNED, limit=limit)
    view = text.main.view
    noted = annotations.read(page, view)
    words = with_bullets(text.main.words, drawings.bullets(view))
    words = with_strikes(words, [*drawings.boxes(view), *noted.strikes])
    struck = [word for word in words if word.struck]
    asides = [Aside(Role.STRAY, seen.words, _show(seen.view, display)) for seen in text.strays]
    if struck:
        show = _show(view, display)
        asides.append(Aside(Role.STRAY, struck, show, told=True, withdrawn=True))
    if noted.comments:
        asides.append(Aside(Role.COMMENT, noted.comments, _show(view, display)))
    sheet = Sheet(
        number,
        view.size,
        [*words, *noted.words],
        drawings.grid(view),
        _show(view, display),
        tuple(asides),
    )
    return PdfSheet(sheet, display, text, drawings.pictures, noted)


def _show(view: Turned, display: Turned) -> Show:
    def show(box: Box) -> Box:
        return view.show(box, display)

    return show
