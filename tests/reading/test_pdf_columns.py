"""Reports in columns: headings across them, notes below them, sentences that go on in the next."""

from io import BytesIO

from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from inspel_app.domain.document import Document
from inspel_app.reading.layout import Run, Word
from inspel_app.reading.layout_hyphens import Hyphens, LineEnd
from tests.reading.pdf_files import HEIGHT, WIDTH, read, texts

LEFT, RIGHT, COLUMN = 60, 310, 220
FIRST = (
    "Kommunerna i inlandet behöver längre framförhållning när staten planerar nya etableringar, "
    "och samverkan mellan regionen och kommunerna ska utgå från gemensamma kunskapsunderlag som "
    "förnyas varje år."
)
SECOND = (
    "Bostadsbyggandet hänger nära ihop med kompetensförsörjningen i hela länet, och uppföljningen "
    "ska vara öppen för alla som vill veta hur det går med målen."
)
THIRD = (
    "Kollektivtrafiken mellan orterna behöver tätare turer under kvällar och helger, så att fler "
    "kan pendla till arbete och studier utan egen bil."
)


class _Report:
    """Draws columns of text, and headings across them."""

    def __init__(self) -> None:
        self._made = BytesIO()
        self._canvas = Canvas(self._made, pagesize=(WIDTH, HEIGHT))

    def column(self, x: float, y: float, *lines: str, size: int = 10) -> float:
        """Lines below each other; gives where the next would stand."""
        self._canvas.setFont("Helvetica", size)
        for line in lines:
            self._canvas.drawString(x, y, line)
            y -= 13
        return y

    def text(self, x: float, y: float, *paragraphs: list[str]) -> None:
        """Paragraphs of lines, with white between them."""
        for paragraph in paragraphs:
            y = self.column(x, y, *paragraph) - 6

    def end_page(self) -> None:
        self._canvas.showPage()

    def read(self) -> Document:
        self._canvas.save()
        return read(self._made.getvalue())


def _set(paragraph: str) -> list[str]:
    return list(simpleSplit(paragraph, "Helvetica", 10, COLUMN))


def test_reads_columns_below_a_heading_before_the_next_heading_across_them() -> None:
    report = _Report()
    report.column(LEFT, 760, "Läget i länet och vad som har hänt sedan förra rapporten", size=16)
    report.text(LEFT, 730, _set(FIRST), _set(SECOND))
    report.text(RIGHT, 730, _set(THIRD), _set(FIRST))
    report.column(LEFT, 540, "Nästa steg", size=16)
    report.text(LEFT, 510, _set(THIRD))
    report.text(RIGHT, 510, _set(SECOND))
    assert texts(report.read())[1:] == [
        FIRST, SECOND, THIRD, FIRST, "Nästa steg", THIRD, SECOND
    ]  # fmt: skip


def test_joins_a_sentence_that_goes_on_in_the_next_column_and_page() -> None:
    report = _Report()
    first, second = _set(FIRST), _set(SECOND)
    for _ in range(2):
        report.text(LEFT, 730, _set(THIRD), first[:3])
        report.text(RIGHT, 730, first[3:], _set(THIRD), second[:2])
        report.end_page()
        report.text(LEFT, 730, second[2:], _set(FIRST))
        report.text(RIGHT, 730, _set(THIRD))
        report.end_page()
    assert texts(report.read()) == 2 * [THIRD, FIRST, THIRD, SECOND, FIRST, THIRD]


def test_joins_a_sentence_that_a_note_below_the_column_parts() -> None:
    report = _Report()
    first = _set(FIRST)
    report.text(LEFT, 730, _set(THIRD), first[:3])
    report.column(LEFT, 100, "1 Se rapporten från länsstyrelsen.", size=7)
    report.text(RIGHT, 730, first[3:], _set(SECOND))
    assert texts(report.read()) == [
        THIRD, FIRST, "1 Se rapporten från länsstyrelsen.", SECOND
    ]  # fmt: skip


def test_keeps_the_hyphen_of_a_word_that_holds_another() -> None:
    report = _Report()
    lines = ["Vi vill att alla tjänster ska finnas som on-line-", "tjänster i hela länet."]
    report.column(LEFT, 730, *lines)
    assert texts(report.read()) == [
        "Vi vill att alla tjänster ska finnas som on-line-tjänster i hela länet."
    ]


def test_takes_the_half_of_a_broken_word_for_no_word() -> None:
    lines = [Run((Word(text, 0, 9, 0, 10),), 1) for text in ("Ett EU-initie-", "rade arbete.")]
    hyphens = Hyphens(lines, keeps_spaces=False)
    ends = LineEnd(spaced=False, lone=False)
    assert hyphens.join("Ett EU-initie-", "rade arbete.", ends) == ("Ett EU-initie", "")
