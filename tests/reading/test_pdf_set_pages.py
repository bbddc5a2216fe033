"""Pages as printers set them: numbered lines, drop caps, and what only looks like them."""

from typing import Any

import pytest
from reportlab.lib.utils import simpleSplit

from inspel_app.domain.document import Role
from tests.reading.pdf_files import body, pdf, read, texts

TEXT = (
    "Regionen behöver fler bussar på kvällarna och fler tåg mellan kusten och inlandet, så att "
    "den som bor i en by kan arbeta i staden, och den som bor i staden kan arbeta i en by."
)
WORDS = ("Den", "Fler", "Regionen", "Också", "Kommunen", "Byn", "Staden", "Länet", "Landet")
PARAGRAPHS = [f"{word} {TEXT[0].lower()}{TEXT[1:]}" for word in WORDS]
LEADING = 14


def numbered(step: int) -> bytes:
    def draw(sheet: Any) -> None:
        y, count = 760.0, 0
        for text in PARAGRAPHS:
            for line in simpleSplit(text, "Helvetica", 12, 400):
                count += 1
                if count % step == 0:
                    sheet.setFont("Helvetica", 8)
                    sheet.drawRightString(55, y, str(count))
                    sheet.setFont("Helvetica", 12)
                sheet.drawString(72, y, line)
                y -= LEADING
            y -= LEADING / 2

    return pdf(draw)


@pytest.mark.parametrize("step", [1, 5])
def test_the_numbers_of_lines_are_no_part_of_sentences(step: int) -> None:
    document = read(numbered(step))
    assert texts(document) == PARAGRAPHS
    margin = [b.text for b in document.blocks if b.role is Role.FOOTER]
    assert margin[0] == str(step)


def test_numbered_rows_of_a_short_list_keep_their_numbers() -> None:
    def draw(sheet: Any) -> None:
        for i in range(1, 9):
            sheet.drawRightString(80, 760 - 20 * i, str(i))
            sheet.drawString(100, 760 - 20 * i, f"Kommun {chr(64 + i)}")

    assert "8" in " ".join(texts(read(pdf(draw)))).split()


def test_a_drop_cap_begins_its_word() -> None:
    def draw(sheet: Any) -> None:
        sheet.setFont("Times-Roman", 44)
        sheet.drawString(72, 760 - 2 * LEADING, TEXT[0])
        sheet.setFont("Times-Roman", 12)
        beside = simpleSplit(TEXT[1:], "Times-Roman", 12, 260)
        for i, line in enumerate(beside):
            sheet.drawString(105 if i < 3 else 72, 760 - LEADING * i, line)

    assert [b.text for b in body(read(pdf(draw)))] == [TEXT]


def test_a_large_letter_alone_is_no_drop_cap() -> None:
    def draw(sheet: Any) -> None:
        sheet.setFont("Helvetica", 40)
        sheet.drawString(72, 760, "A")
        sheet.setFont("Helvetica", 12)
        sheet.drawString(72, 700, "Bostäder")
        sheet.drawString(72, 680, "Vägar")

    assert texts(read(pdf(draw)))[0] == "A"
