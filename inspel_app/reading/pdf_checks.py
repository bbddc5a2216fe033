"""What may be wrong with a PDF's text: text without meaning, text left out."""

from collections.abc import Sequence

import pypdfium2 as pdfium

from inspel_app.domain.document import Problem
from inspel_app.errors import UnreadableError
from inspel_app.i18n import _
from inspel_app.reading.blocks import struck_problems
from inspel_app.reading.pdf_page import SCANNED, PdfSheet
from inspel_app.reading.pdf_sound import TOO_UNREADABLE, is_picture

_SOME_UNREADABLE = 0.02
"""The share of characters without meaning that casts doubt on the text."""


def check(pages: Sequence[PdfSheet]) -> None:
    """Refuse the text that is none; `pages` are those whose own text is all there is.

    Raises:
        UnreadableError: `pdf-trasigt-textlager`.
    """
    if _unreadable(pages) > TOO_UNREADABLE:
        raise UnreadableError(
            "pdf-trasigt-textlager",
            _("Texten i PDF-filen går inte att läsa: tecknen saknar betydelse i filen."),
            _("Be avsändaren om originalet, eller skriv in svaren för hand."),
        )


def problems(pdf: pdfium.PdfDocument, pages: Sequence[PdfSheet]) -> list[Problem]:
    """The doubts about a document and those of its pages whose own text was taken."""
    found = []
    if bare := [str(page.sheet.number) for page in pages if is_picture(page)]:
        found.append(
            Problem(
                "pdf-sida-utan-text",
                _("Sidor som är bilder och inte har lästs: {pages}.").format(pages=", ".join(bare)),
            )
        )
    if any(_is_recognised(page) for page in pages):
        found.append(
            Problem(
                "pdf-ocr-lager",
                _("Filen är inskannad, och texten kommer från en tidigare textigenkänning."),
            )
        )
    if _unreadable(pages) > _SOME_UNREADABLE:
        found.append(
            Problem("pdf-trasigt-textlager", _("En del av tecknen i filen går inte att tyda."))
        )
    found += struck_problems(sum(page.struck for page in pages))
    if drawn := [str(page.sheet.number) for page in pages if page.noted.drawn]:
        message = _("Något är ritat eller stämplat på sidorna och är inte läst: sida {pages}.")
        found.append(Problem("pdf-ritat", message.format(pages=", ".join(drawn))))
    if n := pdf.count_attachments() + sum(page.noted.files for page in pages):
        found.append(
            Problem(
                "pdf-bilagor",
                _("Filen har bilagor inuti sig som inte har lästs: {n} st.").format(n=n),
            )
        )
    return found


def _is_recognised(page: PdfSheet) -> bool:
    text = page.text
    return page.pictures >= SCANNED and 2 * text.invisible > text.characters > 0


def _unreadable(pages: Sequence[PdfSheet]) -> float:
    """The share of characters without meaning."""
    characters = sum(page.text.characters for page in pages)
    return sum(page.text.unreadable for page in pages) / max(characters, 1)
