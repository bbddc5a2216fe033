"""Notes in PDF files: the number that points to one is left out of the sentence."""

from typing import Any

import pytest

from tests.reading.pdf_files import both, lines, pdf, read, texts

SENTENCE = "Regionen vill se ett hållbart samhälle."
NOTE = "Regionens plan från 2020."


def _raised(number: str, after: str, x: float = 72) -> Any:
    """Draws a small raised number behind a text in the first line."""

    def draw(sheet: Any) -> None:
        right = x + sheet.stringWidth(after, "Helvetica", 12)
        sheet.setFont("Helvetica", 7)
        sheet.drawString(right + 0.3, 704, number)
        sheet.setFont("Helvetica", 12)

    return draw


def _note(number: str) -> Any:
    """Draws a note in small letters, its number raised, far below."""

    def draw(sheet: Any) -> None:
        sheet.setFont("Helvetica", 6)
        sheet.drawString(72, 103, number)
        sheet.setFont("Helvetica", 9)
        sheet.drawString(72 + sheet.stringWidth(number, "Helvetica", 6), 100, NOTE)

    return draw


@pytest.mark.parametrize("number", ["1", "12"])
def test_the_number_of_a_note_is_no_part_of_the_sentence(number: str) -> None:
    page = both(lines(SENTENCE), _raised(number, SENTENCE), _note(number))
    assert texts(read(pdf(page))) == [SENTENCE, f"{number} {NOTE}"]


def test_a_raised_number_that_points_to_no_note_is_kept() -> None:
    page = both(lines(SENTENCE), _raised("2", SENTENCE), _note("1"))
    assert texts(read(pdf(page))) == [f"{SENTENCE}2", f"1 {NOTE}"]


def test_an_exponent_is_kept() -> None:
    area = "Skolan har 1000 m"
    page = both(lines(area), _raised("2", area), _note("2"))
    assert texts(read(pdf(page)))[0] == f"{area}2"


def test_a_number_in_letters_of_the_same_size_is_kept() -> None:
    page = both(lines("Vi ses i hus A4", "och i rum B.12"), _note("12"))
    assert texts(read(pdf(page)))[:2] == ["Vi ses i hus A4", "och i rum B.12"]
