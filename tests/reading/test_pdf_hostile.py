"""PDF files that are damaged, locked, scanned or beyond the limits."""

import io
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader

from inspel_app.domain.document import Document
from inspel_app.errors import UnreadableError
from inspel_app.reading import limits
from inspel_app.reading.ocr_tesseract import TesseractEngine
from inspel_app.reading.pdf import PdfReader
from inspel_app.reading.pdf_streams import refuse_bombs
from tests.reading.pdf_files import HEIGHT, SAMPLES, WIDTH, both, lines, pdf, read, texts
from tests.services.bombs import pdf_stream


def picture(sheet: Any) -> None:
    """A picture over the whole page."""
    stream = io.BytesIO()
    Image.new("RGB", (20, 28), "white").save(stream, "PNG")
    stream.seek(0)
    sheet.drawImage(ImageReader(stream), 0, 0, WIDTH, HEIGHT)


def hidden_text(sheet: Any) -> None:
    """What an earlier text recognition has put under the picture."""
    text = sheet.beginText(72, 700)
    text.setTextRenderMode(3)
    text.textLines(["Vi anser att strategin behöver ta hänsyn till", "avstånden i inlandet."])
    sheet.drawText(text)


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        read(data)
    assert caught.value.message
    assert caught.value.advice
    return caught.value.code


def test_knows_a_pdf_by_its_content() -> None:
    assert PdfReader(TesseractEngine()).score(pdf(lines("a")), "brev.docx") == 1
    assert PdfReader(TesseractEngine()).score(b"PK\3\4", "brev.pdf") == 0


def test_a_locked_file_asks_for_a_copy_without_password() -> None:
    locked = StandardEncryption("hemligt", canPrint=1)
    assert refusal(pdf(lines("text"), encrypt=locked)) == "losenord"


def test_a_file_that_may_be_opened_but_not_changed_is_read() -> None:
    owned = StandardEncryption("", ownerPassword="hemligt", canModify=0)
    assert texts(read(pdf(lines("Öppen text"), encrypt=owned))) == ["Öppen text"]


def test_a_damaged_file_is_refused() -> None:
    assert refusal(b"%PDF-1.4\n%%EOF") == "pdf-skadad"
    assert refusal(pdf(lines("text"))[:200]) == "pdf-skadad"


def test_a_scan_on_which_nothing_can_be_read_is_refused() -> None:
    assert refusal(pdf(picture, picture)) == "pdf-utan-text"


def test_an_empty_file_is_refused() -> None:
    assert refusal(pdf(lines())) == "pdf-utan-text"


def test_pages_that_are_pictures_are_named() -> None:
    [problem] = read(pdf(lines("En sida med text"), picture, picture)).problems
    assert problem.code == "ocr-tom-sida"
    assert "2, 3" in problem.message


def test_the_text_layer_of_a_scan_is_read_with_a_doubt() -> None:
    document = read(pdf(both(picture, hidden_text)))
    assert texts(document) == [
        "Vi anser att strategin behöver ta hänsyn till avstånden i inlandet."
    ]
    assert [problem.code for problem in document.problems] == ["pdf-ocr-lager"]


def test_text_without_meaning_is_read_as_a_picture_and_a_little_of_it_is_told() -> None:
    def garbled(share: int) -> bytes:
        plain = pdf(lines("abcdefghij" * 5), pageCompression=0)
        assert plain.count(b"abcdefghij") == 5
        return plain.replace(b"abcdefghij", b"\\001" * share + b"x" * (10 - share), 5)

    assert [word for text in texts(read(_rebuilt(garbled(8)))) for word in text.split()] == [
        "XX"
    ] * 5
    [problem] = read(_rebuilt(garbled(1))).problems
    assert problem.code == "pdf-trasigt-textlager"


def _rebuilt(data: bytes) -> bytes:
    """The file without its table of places, which PDFium then makes anew."""
    return data[: data.rindex(b"xref")] + b"%%EOF"


def test_files_within_files_are_told_of() -> None:
    document = read((SAMPLES / "bilaga.pdf").read_bytes())
    assert [problem.code for problem in document.problems] == ["pdf-bilagor"]


def test_too_many_pages_or_characters_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf(lines("sida ett"), lines("sida två"))
    monkeypatch.setattr(limits, "MAX_CHARACTERS", 12)
    assert refusal(data) == "for-stor"
    monkeypatch.setattr(limits, "MAX_CHARACTERS", 100)
    monkeypatch.setattr(limits, "MAX_PAGES", 1)
    assert refusal(data) == "for-stor"


FORM = pdf(
    both(
        lines("Organisation", "Fråga ett", "1. ett", "2. två"),
        lambda sheet: sheet.acroForm.textfield(name="org", value="Kommun", x=200, y=695),
    ),
    both(picture, hidden_text),
    pageCompression=0,
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(FORM) - 1), st.integers(0, 255)), max_size=20),
    st.integers(0, len(FORM)),
)
def test_any_damage_gives_a_document_or_a_refusal(
    changes: list[tuple[int, int]], length: int
) -> None:
    data = bytearray(FORM)
    for at, value in changes:
        data[at] = value
    for damaged in (bytes(data), bytes(data[:length])):
        with suppress(UnreadableError):
            assert isinstance(read(damaged), Document)


def test_refuses_a_page_that_unpacks_out_of_proportion_before_it_is_drawn() -> None:
    with pytest.raises(UnreadableError) as refused:
        refuse_bombs(pdf_stream())
    assert refused.value.code == "for-stor"
    refuse_bombs(pdf(lines("Fler bussar")))
