"""PDF files of which some pages are pictures."""

import io
from typing import Any

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from inspel_app.domain.document import Method
from inspel_app.errors import MissingComponentError
from inspel_app.reading.ocr import OcrWord
from inspel_app.reading.pdf import PdfReader
from tests.reading.pdf_files import HEIGHT, WIDTH, Draw, both, lines, pdf, read, texts
from tests.reading.scan_pictures import page

SENTENCE = "Vi vill ha bättre vägar och fler bussar i hela länet."
BADLY = "Vi viII ha battre vagar och fIer bussar i heIa lanet."


class Missing:
    """An engine that is not installed."""

    @property
    def name(self) -> str:
        raise MissingComponentError("Programmet saknas.", "Installera det.")

    def words(self, image: Image.Image, dpi: float, seconds: float) -> list[OcrWord]:
        raise AssertionError(image, dpi, seconds)


def scanned(*written: str) -> Draw:
    """A page that is nothing but a picture of text."""
    stream = io.BytesIO()
    page(written, width=1240, height=1754).save(stream, "PNG")

    def draw(sheet: Any) -> None:
        stream.seek(0)
        sheet.drawImage(ImageReader(stream), 0, 0, WIDTH, HEIGHT)

    return draw


def hidden(text: str) -> Draw:
    """What an earlier recognition made of a page, drawn without ink."""

    def draw(sheet: Any) -> None:
        written = sheet.beginText(72, 700)
        written.setTextRenderMode(3)
        written.textLines([text] * 3)
        sheet.drawText(written)

    return draw


def test_pages_with_text_and_scanned_pages_come_in_order() -> None:
    document = read(pdf(lines("Första sidan"), scanned(SENTENCE), lines("Tredje sidan")))
    assert texts(document) == ["Första sidan", SENTENCE, "Tredje sidan"]
    assert [bool(block.words) for block in document.blocks] == [False, True, False]
    assert document.method is Method.PDF
    assert document.problems == ()


@pytest.mark.parametrize("box", ["700 0 900 842", "595 0 600 842"])
def test_a_page_of_which_nothing_is_to_be_shown_is_shown_whole(box: str) -> None:
    hidden_page = pdf(scanned(SENTENCE)).replace(
        b"/MediaBox", f"/CropBox [{box}] /MediaBox".encode()
    )
    assert texts(read(hidden_page)) == [SENTENCE]


def test_a_scanned_word_is_found_where_the_page_shows_it() -> None:
    document = read(pdf(scanned(SENTENCE)))
    assert document.method is Method.OCR
    [found] = document.words(0, 2)
    assert found.box.x0 == pytest.approx(90 * WIDTH / 1240, abs=3)
    assert found.box.y1 == pytest.approx(115 * HEIGHT / 1754, abs=6)


def test_what_was_read_without_swedish_is_read_again() -> None:
    assert texts(read(pdf(both(hidden(BADLY), scanned(SENTENCE))))) == [SENTENCE]


def test_what_was_read_well_is_not_read_again() -> None:
    data = pdf(both(hidden(SENTENCE), scanned("Något annat")))
    document = PdfReader(Missing()).read(data)
    assert " ".join(texts(document)).split() == SENTENCE.split() * 3
    assert [p.code for p in document.problems] == ["pdf-ocr-lager"]


def test_without_an_engine_pages_with_text_are_read_and_the_others_named() -> None:
    document = PdfReader(Missing()).read(pdf(lines("Första sidan"), scanned(SENTENCE)))
    assert texts(document) == ["Första sidan"]
    [problem] = document.problems
    assert problem.code == "pdf-sida-utan-text"


def test_without_an_engine_a_scan_says_what_is_missing() -> None:
    with pytest.raises(MissingComponentError):
        PdfReader(Missing()).read(pdf(scanned(SENTENCE)))
