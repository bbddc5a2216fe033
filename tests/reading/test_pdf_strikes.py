"""Words struck through in a PDF: no part of the text, never lost."""

from typing import Any

import pytest
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfmetrics import stringWidth

from inspel_app.domain.document import Role
from tests.reading.pdf_files import Draw, body, both, lines, pdf, read, table

FONT, SIZE = "Helvetica", 12
LEFT, TOP, LEADING = 72.0, 700.0, 14.0
TEXT = ("Vi vill inte ha fler bussar på kvällarna", "i hela kommunen.", "- Tåg", "- Båt")


def width(text: str) -> float:
    return float(stringWidth(text, FONT, SIZE))


def through(line: int, word: str, raised: float = 3.5, beyond: float = 0.0) -> Draw:
    """Draws a line along a word of `TEXT`, raised above its baseline, longer by so much."""
    left = LEFT + width(TEXT[line].partition(word)[0])
    y = TOP - line * LEADING + raised

    def draw(sheet: Any) -> None:
        sheet.line(left - beyond, y, left + width(word) + beyond, y)

    return draw


def drawn(*draws: Draw) -> bytes:
    return pdf(both(lines(*TEXT, x=LEFT, y=TOP, leading=LEADING), *draws))


@pytest.mark.parametrize(
    ("strike", "text", "struck"),
    [
        (through(0, "inte"), "Vi vill ha fler bussar på kvällarna i hela kommunen.", "inte"),
        (
            through(0, "inte ha fler"),
            "Vi vill bussar på kvällarna i hela kommunen.",
            "inte ha fler",
        ),
        (through(1, TEXT[1]), "Vi vill inte ha fler bussar på kvällarna", TEXT[1]),
        (through(0, TEXT[0]), TEXT[1], TEXT[0]),
    ],
)
def test_takes_no_struck_text_for_live(strike: Draw, text: str, struck: str) -> None:
    document = read(drawn(strike))
    assert [b.text for b in body(document)] == [text, "- Tåg", "- Båt"]
    assert [b.text for b in document.blocks if b.role is Role.STRAY] == [struck]
    assert [problem.code for problem in document.problems] == ["struken-text"]


def test_a_struck_item_leaves_no_bullet() -> None:
    document = read(drawn(through(2, "Tåg"), through(3, "- Båt")))
    assert [b.text for b in body(document)] == [" ".join(TEXT[:2])]
    assert [b.text for b in document.blocks if b.role is Role.STRAY] == ["Tåg", "- Båt"]


@pytest.mark.parametrize("raised", [-1.5, 0.0, 9.0])
def test_a_line_under_or_over_a_word_strikes_nothing(raised: float) -> None:
    document = read(drawn(through(0, "inte", raised)))
    assert document.problems == ()


def test_a_line_that_goes_on_beyond_the_words_strikes_nothing() -> None:
    assert read(drawn(through(1, TEXT[1], beyond=40))).problems == ()
    cells = [["Bussar", "fler"], ["Tåg", "inga"]]
    low = pdf(lambda sheet: table(sheet, cells, [72, 200, 400], top=700 - 2))
    assert read(low).problems == ()


def test_words_that_a_reader_has_struck_are_struck() -> None:
    left = LEFT + width("Vi vill ")
    box = (left, TOP - 3, left + width("inte"), TOP + 9)

    def strike(sheet: Any) -> None:
        x0, y0, x1, y1 = box
        corners = [x0, y1, x1, y1, x0, y0, x1, y0]
        sheet._addAnnotation(_annotation(box, corners))

    document = read(drawn(strike))
    assert document.text.startswith("Vi vill ha fler")
    assert [problem.code for problem in document.problems] == ["struken-text"]


def _annotation(box: tuple[float, ...], corners: list[float]) -> Any:
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Annot"),
            "Subtype": pdfdoc.PDFName("StrikeOut"),
            "Rect": pdfdoc.PDFArray(list(box)),
            "QuadPoints": pdfdoc.PDFArray(corners),
        }
    )
