"""What is printed above and below the text: chapters' names, mirrored pages, counted pages."""

from typing import Any

from inspel_app.domain.document import Role
from tests.reading.pdf_files import HEIGHT, Draw, both, lines, pdf, read, texts

TITLES = ["Bostäder och byggande", "Resor och transporter", "Skola och utbildning"]


def _chapter(number: int, title: str, page: str) -> Draw:
    """A page that begins a chapter, with its name above the text and its number below."""

    def draw(sheet: Any) -> None:
        sheet.setFont("Helvetica", 8)
        sheet.drawString(72, HEIGHT - 40, title)
        sheet.drawString(72, 40, page)
        sheet.setFont("Helvetica", 18)
        sheet.drawString(72, 740, title)
        sheet.setFont("Helvetica", 12)

    return both(draw, lines(f"Det här är vad kapitel {number} har att säga.", "", "Och detta."))


def test_knows_the_chapters_names_above_the_text() -> None:
    pages = [_chapter(i, title, str(i)) for i, title in enumerate(TITLES, 1)]
    document = read(pdf(*pages))
    assert [b.text for b in document.blocks if b.role is Role.HEADER] == TITLES
    assert [text for text in texts(document) if text in TITLES] == TITLES


def test_knows_numbers_that_count_the_pages_after_a_cover() -> None:
    pages = [_chapter(i, title, str(i)) for i, title in enumerate(TITLES, 1)]
    document = read(pdf(lines("Rapport till regionen"), *pages))
    assert [b.text for b in document.blocks if b.role is Role.FOOTER] == ["1", "2", "3"]


def test_knows_lines_that_facing_pages_mirror() -> None:
    ends = ["Rapport | 1", "2 | Rapport", "Rapport | 3"]
    pages = [
        _chapter(i, title, end) for i, (title, end) in enumerate(zip(TITLES, ends, strict=True), 1)
    ]
    document = read(pdf(*pages))
    assert [b.text for b in document.blocks if b.role is Role.FOOTER] == ends
