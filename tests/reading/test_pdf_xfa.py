"""What is filled in in an XFA form and shown on no page is kept, and told."""

import pytest

from inspel_app.domain.document import Document, Role
from inspel_app.reading.ocr_tesseract import TesseractEngine
from inspel_app.reading.pdf import PdfReader

SHOWN, UNSEEN = "Bygg ut fibern i byarna.", "Badplatsen saknar toalett."
DATA = (
    '<xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><f>'
    "<a>{shown}</a><b>{unseen}</b><c>17</c></f></xfa:data></xfa:datasets>"
)


def _read(data: str, *, parted: bool = True) -> Document:
    """A page that shows one sentence, over a form with this data."""
    packets = b"[(template) 6 0 R (datasets) 7 0 R]" if parted else b"7 0 R"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]/XFA " + packets + b">>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources 8 0 R>>",
        _stream(f"BT /F 11 Tf 72 700 Td ({SHOWN}) Tj ET".encode("latin-1")),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        _stream(b"<template/>"),
        _stream(data.encode()),
        b"<</Font<</F 5 0 R>>>>",
    ]
    numbered = (b"%d 0 obj%s\nendobj\n" % pair for pair in enumerate(objects, 1))
    file = b"%PDF-1.7\n" + b"".join(numbered) + b"trailer<</Root 1 0 R>>\n%%EOF"
    return PdfReader(TesseractEngine()).read(file)


def _stream(data: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(data), data)


@pytest.mark.parametrize("parted", [True, False])
def test_what_no_page_shows_stands_beside_the_text_with_a_doubt(*, parted: bool) -> None:
    document = _read(DATA.format(shown=SHOWN, unseen=UNSEEN), parted=parted)
    assert [b.text for b in document.blocks if b.role is Role.BODY] == [SHOWN]
    assert [b.text for b in document.blocks if b.role is Role.STRAY] == [UNSEEN]
    assert [p.code for p in document.problems] == ["pdf-xfa"]


@pytest.mark.parametrize("data", [DATA.format(shown=SHOWN, unseen=""), "", "<trasig", "\0\0"])
def test_what_the_pages_show_and_what_is_no_data_is_passed_over(data: str) -> None:
    document = _read(data)
    assert [b.text for b in document.blocks] == [SHOWN]
    assert not document.problems
