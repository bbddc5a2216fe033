"""What people put onto PDF pages: notes, drawings, stamps and files are read or told of."""

import ctypes
from collections.abc import Mapping
from io import BytesIO

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest

from inspel_app.domain.document import Document, Role
from tests.reading.pdf_files import lines, pdf, read, texts
from tests.reading.test_pdf_scan import SENTENCE, scanned

RICH = "<?xml version='1.0'?><body><p>Vi&#160;vill</p><p>ha <b>bussar</b> &amp; tåg</p></body>"
HIDDEN = pdfium_c.FPDF_ANNOT_FLAG_HIDDEN


def annotated(data: bytes, kind: int, said: Mapping[str, str], flags: int = 0) -> Document:
    """The document with an annotation of a kind on its first page."""
    opened = pdfium.PdfDocument(data)
    page = opened[0]
    raw = pdfium_c.FPDFPage_CreateAnnot(page.raw, kind)
    pdfium_c.FPDFAnnot_SetRect(raw, pdfium_c.FS_RECTF(72, 640, 200, 600))
    pdfium_c.FPDFAnnot_SetFlags(raw, flags)
    for key, text in said.items():
        buffer = ctypes.create_string_buffer(f"{text}\0".encode("utf-16-le"))
        wide = ctypes.cast(buffer, ctypes.POINTER(pdfium_c.FPDF_WCHAR))
        pdfium_c.FPDFAnnot_SetStringValue(raw, key.encode(), wide)
    pdfium_c.FPDFPage_CloseAnnot(raw)
    stream = BytesIO()
    opened.save(stream)
    opened.close()
    return read(stream.getvalue())


def comments(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.role is Role.COMMENT]


@pytest.mark.parametrize(
    "kind",
    [
        pdfium_c.FPDF_ANNOT_TEXT,
        pdfium_c.FPDF_ANNOT_HIGHLIGHT,
        pdfium_c.FPDF_ANNOT_SQUARE,
        pdfium_c.FPDF_ANNOT_STAMP,
    ],
)
@pytest.mark.parametrize("flags", [0, HIDDEN])
def test_what_is_noted_is_a_comment_shown_or_not(kind: int, flags: int) -> None:
    document = annotated(pdf(lines("Svaret")), kind, {"Contents": "Se även\rbilagan"}, flags)
    assert (texts(document), comments(document)) == (["Svaret"], ["Se även\nbilagan"])
    assert document.problems == ()


def test_a_typed_note_may_be_marked_up() -> None:
    document = annotated(pdf(lines("Svaret")), pdfium_c.FPDF_ANNOT_FREETEXT, {"RC": RICH})
    assert texts(document) == ["Svaret", "Vi vill\nha bussar & tåg"]


def test_comments_on_a_scanned_page_are_kept() -> None:
    document = annotated(
        pdf(scanned(SENTENCE)), pdfium_c.FPDF_ANNOT_TEXT, {"Contents": "Rättat i maj"}
    )
    assert SENTENCE in texts(document)
    assert comments(document) == ["Rättat i maj"]


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (pdfium_c.FPDF_ANNOT_INK, "pdf-ritat"),
        (pdfium_c.FPDF_ANNOT_STAMP, "pdf-ritat"),
        (pdfium_c.FPDF_ANNOT_FREETEXT, "pdf-ritat"),
        (pdfium_c.FPDF_ANNOT_FILEATTACHMENT, "pdf-bilagor"),
    ],
)
def test_tells_of_what_cannot_be_read(kind: int, code: str) -> None:
    document = annotated(pdf(lines("Svaret")), kind, {})
    assert [problem.code for problem in document.problems] == [code]
    assert texts(document) == ["Svaret"]


def test_a_link_says_nothing() -> None:
    document = annotated(pdf(lines("Svaret")), pdfium_c.FPDF_ANNOT_LINK, {"Contents": "a.example"})
    assert (comments(document), document.problems) == ([], ())
