"""PDF pages with several slides on each, and what browsers draw instead of writing it."""

from collections.abc import Callable
from typing import Any

import pytest

from inspel_app.domain.document import BlockKind, Role
from tests.reading.pdf_files import HEIGHT, WIDTH, Draw, body, lines, pdf, read, table, texts

Slide = Callable[[Any, int], None]
TITLES = ("Bakgrund", "Mål", "Behov", "Aktörer", "Vägen framåt", "Källor")


def slide(sheet: Any, number: int) -> None:
    """A slide of 400 x 225 points, drawn from its lower left corner."""
    sheet.setFont("Helvetica-Bold", 24)
    sheet.drawString(20, 190, TITLES[number])
    sheet.setFont("Helvetica", 14)
    for i in range(2):
        left = 20 + 190 * i
        sheet.drawString(left, 150, f"Ruta {i + 1} på bild {number + 1}")
        sheet.drawString(left, 132, "går vidare här")
    sheet.setFont("Helvetica", 9)
    sheet.drawString(20, 10, "Samverkansrådet 2025")
    sheet.drawRightString(380, 10, f"{number + 1}")


def handout(columns: int, rows: int, draw: Slide, *, frames: bool = False) -> bytes:
    wide, high = WIDTH / columns, HEIGHT / rows
    scale = 0.9 * min(wide / 400, high / 225)

    def page(first: int) -> Draw:
        def all_of_it(sheet: Any) -> None:
            for n in range(first, min(first + columns * rows, len(TITLES))):
                row, column = divmod(n - first, columns)
                sheet.saveState()
                sheet.translate(column * wide + 8, HEIGHT - (row + 1) * high + 30)
                sheet.scale(scale, scale)
                if frames:
                    sheet.rect(0, 0, 400, 225)
                draw(sheet, n)
                sheet.restoreState()

        return all_of_it

    return pdf(*(page(first) for first in range(0, len(TITLES), columns * rows)))


@pytest.mark.parametrize(("columns", "rows"), [(1, 2), (1, 3), (2, 2), (2, 3)])
@pytest.mark.parametrize("frames", [False, True])
def test_reads_a_handout_slide_by_slide(columns: int, rows: int, *, frames: bool) -> None:
    document = read(handout(columns, rows, slide, frames=frames))
    expected = [
        text
        for n, title in enumerate(TITLES, 1)
        for text in (title, *(f"Ruta {i} på bild {n} går vidare här" for i in (1, 2)))
    ]
    assert texts(document) == expected
    footers = [b.text for b in document.blocks if b.role is Role.FOOTER]
    assert footers.count("Samverkansrådet 2025") == len(TITLES)
    last = document.blocks[-1]
    assert last.page == -(-len(TITLES) // (columns * rows))


def test_shows_a_slide_where_it_stands_on_the_sheet() -> None:
    document = read(handout(2, 2, slide))
    place = document.locate(document.text.index("Aktörer"), document.text.index("Aktörer") + 7)
    assert place.page == 1
    assert place.box is not None
    assert place.box.x0 > WIDTH / 2
    assert place.box.y0 > HEIGHT / 2


def test_a_page_of_text_with_white_in_its_middle_is_no_handout() -> None:
    half = [f"Rad {i} i ett stycke som går över hela sidans bredd och lite till." for i in range(9)]
    document = read(pdf(*[lines(*half, "", "", "", "", *half, y=760) for _ in range(4)]))
    assert len(body(document)) == 8


def dot(sheet: Any, x: float, y: float, radius: float = 2.0) -> None:
    sheet.circle(x, y, radius, stroke=0, fill=1)


def test_bullets_that_are_drawn_begin_items() -> None:
    def draw(sheet: Any) -> None:
        for i, text in enumerate(["Fler bussar", "även på", "Fler tåg"]):
            sheet.drawString(90, 700 - 14 * i, text)
            if i != 1:
                dot(sheet, 80, 704 - 14 * i)

    document = read(pdf(draw))
    assert texts(document) == ["- Fler bussar även på", "- Fler tåg"] or texts(document) == [
        "- Fler bussar",
        "även på",
        "- Fler tåg",
    ]
    assert [b.kind for b in body(document) if b.text.startswith("-")] == [BlockKind.ITEM] * 2


@pytest.mark.parametrize(
    ("x", "y", "radius"), [(80, 720, 2.0), (40, 704, 2.0), (80, 704, 6.0), (100, 704, 2.0)]
)
def test_other_dots_are_no_bullets(x: float, y: float, radius: float) -> None:
    def draw(sheet: Any) -> None:
        sheet.drawString(90, 700, "Fler bussar")
        dot(sheet, x, y, radius)

    assert texts(read(pdf(draw))) == ["Fler bussar"]


def test_letters_that_the_file_says_otherwise_stand_where_they_are_drawn() -> None:
    def draw(sheet: Any) -> None:
        sheet.beginForm("grupp")
        sheet.setFont("Helvetica", 24)
        sheet.drawString(100, 1000, "Det ")
        sheet._code.append("/Span << /ActualText (fi) >> BDC")
        sheet.drawString(150, 1000, "x")
        sheet._code.append("EMC")
        sheet.drawString(163, 1000, "nns här")
        sheet.endForm()
        sheet.translate(30, 100)
        sheet.scale(0.5, 0.5)
        sheet.doForm("grupp")

    document = read(pdf(draw))
    assert texts(document) == ["Det finns här"]
    box = document.locate(4, 9).box
    assert box is not None
    assert 75 < box.x0 < 110
    assert abs(box.y1 - (HEIGHT - 600)) < 6


def test_a_line_drawn_out_to_the_margins_is_one() -> None:
    def draw(sheet: Any) -> None:
        sheet.drawString(72, 700, "Utredningen ska lämna förslag till en framtida organisation")
        end = 72 + sheet.stringWidth("Utredningen ska lämna förslag till en framtida organisation")
        sheet.drawString(72, 686, "Jordbruksdepartementets")
        sheet.drawRightString(end, 686, "ansvarsområde,")
        sheet.drawString(72, 672, "så snart som möjligt.")

    assert len(texts(read(pdf(draw)))) == 1


def test_a_cells_line_drawn_out_to_its_margin_is_one() -> None:
    def draw(sheet: Any) -> None:
        table(sheet, [["Ett", "Insats"], ["Två", "\nnorrland"]], [72, 150, 254], top=700)
        sheet.drawString(154, 658, "Region")
        sheet.drawRightString(250, 658, "Väster-")

    cells = [b.text for b in body(read(pdf(draw))) if b.cell]
    assert cells == ["Ett", "Insats", "Två", "Region Västernorrland"]
