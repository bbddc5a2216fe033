"""The reader of PDF files."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from inspel_app.domain.document import Document, Method
from inspel_app.errors import UnreadableError
from inspel_app.i18n import _
from inspel_app.reading import limits, scan_doubts
from inspel_app.reading.ocr import OcrEngine
from inspel_app.reading.pdf_annotations import AnnotationReader
from inspel_app.reading.pdf_checks import check, problems
from inspel_app.reading.pdf_nesting import refuse_nesting
from inspel_app.reading.pdf_page import PdfSheet, read_page
from inspel_app.reading.pdf_pictures import joined, read_within
from inspel_app.reading.pdf_scan import read_pictures
from inspel_app.reading.pdf_streams import refuse_bombs
from inspel_app.reading.pdf_xfa import unseen_answers, xfa_problems
from inspel_app.reading.pictures import Pictures
from inspel_app.reading.scan_sheet import laid_out

_HEAD = 1024
"""A PDF says what it is within so many bytes."""


class PdfReader:
    """Reads PDF files: the text that pages hold, and by an engine those that are pictures."""

    name = "pdf"

    def __init__(self, engine: OcrEngine) -> None:
        self._engine = engine

    def score(self, data: bytes, name: str) -> float:  # noqa: ARG002 - the content tells
        """Whether the bytes say that they are a PDF."""
        return 1.0 if b"%PDF-" in data[:_HEAD] else 0.0

    def read(self, data: bytes) -> Document:
        """The document, with its pages as they are displayed.

        Raises:
            UnreadableError: `losenord`, `pdf-skadad`, `pdf-utan-text`,
                `pdf-trasigt-textlager` or `for-stor`.
            MissingComponentError: all pages are pictures, and the engine is not installed.
        """
        if len(data) > limits.MAX_FILE_BYTES:
            raise limits.too_large()
        refuse_bombs(data)
        refuse_nesting(data)
        with _opened(data) as pdf:
            pages = _pages(pdf)
            readings = read_pictures(pdf, pages, self._engine)
            written = [page for page in pages if page.sheet.number not in readings]
            if not readings:
                check(written)
            pictures = Pictures(self._engine)
            seen = read_within(pdf, written, pictures)
            commented = [page.comments for page in pages if page.sheet.number in readings]
            sheets = [*(page.sheet for page in written), *filter(None, commented)]
            made = joined(laid_out(sheets, readings), seen)
            unseen = unseen_answers(pdf, made)
            made = [*made, *unseen]
            doubts = [
                *problems(pdf, written),
                *xfa_problems(pdf, unseen),
                *scan_doubts.doubts(readings),
                *pictures.problems(),
            ]
        if not made:
            raise _empty()
        return Document.of(
            hashlib.sha256(data).hexdigest(),
            Method.PDF if written else Method.OCR,
            made,
            [page.display.size for page in pages],
            doubts,
        )


@contextmanager
def _opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    """The document, closed together with all its parts at the end."""
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
            raise UnreadableError(
                "losenord",
                _("PDF-filen är skyddad med lösenord."),
                _("Öppna den med lösenordet, spara en kopia utan skydd och läs in den."),
            ) from error
        raise _damaged() from error
    try:
        yield pdf
    except pdfium.PdfiumError as error:
        raise _damaged() from error
    finally:
        pdf.close()


def _damaged() -> UnreadableError:
    return UnreadableError(
        "pdf-skadad",
        _("PDF-filen är skadad och kan inte öppnas."),
        _("Be avsändaren om en ny kopia, eller skriv in svaren för hand."),
    )


def _empty() -> UnreadableError:
    return UnreadableError(
        "pdf-utan-text",
        _("PDF-filen innehåller ingen text: sidorna är tomma eller bilder utan läsbar text."),
        _("Öppna den och skriv in svaren för hand, eller be avsändaren om en ny kopia."),
    )


def _pages(pdf: pdfium.PdfDocument) -> list[PdfSheet]:
    if len(pdf) == 0:
        raise _damaged()
    if len(pdf) > limits.MAX_PAGES:
        raise limits.too_large()
    pdf.init_forms()
    annotations = AnnotationReader(pdf.formenv)
    pages: list[PdfSheet] = []
    left = limits.MAX_CHARACTERS
    for i in range(len(pdf)):
        page = pdf[i]
        try:
            pages.append(read_page(page, i + 1, annotations, limit=left))
        finally:
            page.close()
        left -= pages[-1].text.characters
    return pages
