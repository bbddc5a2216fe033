"""PDF files with text become documents."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspel_app.domain.document import BlockKind, Box, Document, Method, Role
from tests.reading.pdf_files import (
    HEIGHT,
    WIDTH,
    body,
    both,
    lines,
    pdf,
    read,
    sample,
    table,
    texts,
)

LONG = "Kommunen anser att strategin behöver ta hänsyn till avstånden i hela inlandet,"


def _inside(box: Box, outer: Box) -> bool:
    return outer.x0 <= box.x0 and outer.y0 <= box.y0 and box.x1 <= outer.x1 and box.y1 <= outer.y1


def test_reads_text_with_its_place() -> None:
    document = read(pdf(lines("Övergripande inspel", y=700)))
    [block] = document.blocks
    assert (document.method, block.text, block.page) == (Method.PDF, "Övergripande inspel", 1)
    assert (document.pages[0].width, document.pages[0].height) == (WIDTH, HEIGHT)
    box = block.lines[0].box
    assert box is not None
    assert _inside(box, Box(71, HEIGHT - 712, 200, HEIGHT - 696))


def test_every_line_knows_its_part_of_the_text() -> None:
    document = read(pdf(lines(LONG, LONG, "och det är allt.")))
    [block] = document.blocks
    assert [block.text[n.start : n.end] for n in block.lines] == [LONG, LONG, "och det är allt."]
    place = document.locate(len(LONG) + 1, len(LONG) + 9)
    assert document.at(place) == "Kommunen"
    assert place.box == block.lines[1].box


def test_hyphenated_words_are_joined_and_ligatures_are_letters() -> None:
    document = read(pdf(lines(f"{LONG} och dess ut-", "veckling.")))
    assert texts(document) == [f"{LONG} och dess utveckling."]
    spelled = read(pdf(lines("nationell")))
    assert spelled.text == "nationell"


def test_lists_have_dashes_and_numbers() -> None:
    document = read(pdf(lines("•  första punkten", "•  andra punkten", "", "1.  ett", "2.  två")))
    assert texts(document) == ["- första punkten", "- andra punkten", "1. ett", "2. två"]
    assert all(block.kind is BlockKind.ITEM for block in document.blocks)


def test_a_heading_is_larger_or_bold() -> None:
    def draw(sheet: Any) -> None:
        sheet.setFont("Helvetica", 18)
        sheet.drawString(72, 740, "Yttrande")
        sheet.setFont("Helvetica-Bold", 12)
        sheet.drawString(72, 715, "Bakgrund")
        sheet.setFont("Helvetica", 12)
        lines(LONG, LONG, "slut.")(sheet)

    made = body(read(pdf(draw)))
    assert [(b.text, b.kind, b.level) for b in made[:2]] == [
        ("Yttrande", BlockKind.HEADING, 1),
        ("Bakgrund", BlockKind.HEADING, 2),
    ]
    assert made[2].kind is BlockKind.PARAGRAPH


def test_the_cells_of_a_ruled_table_stay_apart() -> None:
    def draw(sheet: Any) -> None:
        lines("Före", y=780)(sheet)
        table(sheet, [("Namn", "Kim\nExempel"), ("Ort", "Umeå")], (72, 200, 400), 760)
        lines("Efter", y=650)(sheet)

    document = read(pdf(draw))
    assert [(b.text, b.cell and (b.cell.row, b.cell.column)) for b in document.blocks] == [
        ("Före", None),
        ("Namn", (0, 0)),
        ("Kim", (0, 1)),
        ("Exempel", (0, 1)),
        ("Ort", (1, 0)),
        ("Umeå", (1, 1)),
        ("Efter", None),
    ]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_displayed(turn: int) -> None:
    def draw(sheet: Any) -> None:
        sheet.translate(*{0: (0, 0), 90: (HEIGHT, 0), 180: (WIDTH, HEIGHT), 270: (0, WIDTH)}[turn])
        sheet.rotate(turn)
        lines(LONG, "", "Ett annat stycke.", x=72, y=500)(sheet)
        sheet.setPageRotation(turn)

    document = read(pdf(draw))
    assert document.text == f"{LONG}\nEtt annat stycke."
    assert (document.pages[0].width, document.pages[0].height) == (WIDTH, HEIGHT)
    box = document.blocks[0].lines[0].box
    assert box is not None
    assert _inside(box, Box(71, HEIGHT - 512, WIDTH, HEIGHT - 495))


def test_text_that_lies_on_its_side_is_read_and_placed_on_its_side() -> None:
    def draw(sheet: Any) -> None:
        sheet.translate(300, 100)
        sheet.rotate(90)
        lines("Liggande rad", "Nästa", x=0, y=0)(sheet)

    document = read(pdf(draw))
    assert document.text == "Liggande rad\nNästa"
    box = document.blocks[0].lines[0].box
    assert box is not None
    assert box.y1 - box.y0 > box.x1 - box.x0
    assert _inside(box, Box(285, HEIGHT - 180, 305, HEIGHT - 99))


def test_what_lies_outside_is_askew_or_invisible_is_stray() -> None:
    def draw(sheet: Any) -> None:
        lines("Synlig text")(sheet)
        sheet.drawString(72, HEIGHT + 50, "utanför")
        sheet.setFont("Helvetica", 1)
        sheet.drawString(72, 300, "pytteliten")
        sheet.setFont("Helvetica", 40)
        sheet.saveState()
        sheet.translate(100, 300)
        sheet.rotate(45)
        sheet.drawString(0, 0, "UTKAST")
        sheet.restoreState()
        hidden = sheet.beginText(72, 200)
        hidden.setTextRenderMode(3)
        hidden.textOut("osynlig")
        sheet.drawText(hidden)

    document = read(pdf(draw))
    assert texts(document) == ["Synlig text"]
    strays = {block.text for block in document.blocks if block.role is Role.STRAY}
    assert strays == {"utanför", "pytteliten", "UTKAST", "osynlig"}


def test_a_cropped_page_counts_from_its_visible_corner() -> None:
    def draw(sheet: Any) -> None:
        lines("Innanför", x=110, y=690)(sheet)
        lines("bortskuren", x=300, y=100)(sheet)
        sheet.setCropBox((100, 500, 400, 700))

    document = read(pdf(draw))
    assert texts(document) == ["Innanför"]
    assert (document.pages[0].width, document.pages[0].height) == (300, 200)
    box = document.blocks[0].lines[0].box
    assert box is not None
    assert _inside(box, Box(9, 0, 80, 14))


def test_a_paragraph_goes_on_over_the_page_break() -> None:
    first = lines(*[LONG] * 3, y=120)
    second = lines(LONG, "och där tar det slut.", y=760)
    document = read(pdf(first, second))
    [block] = document.blocks
    assert {line.page for line in block.lines} == {1, 2}
    assert block.text == " ".join([*[LONG] * 4, "och där tar det slut."])


def test_page_numbers_and_headers_are_kept_apart() -> None:
    def page(number: int) -> Any:
        return both(
            lines("Fjällbäckens kommun", y=810),
            lines(f"Avsnitt {'abc'[number - 1]} börjar.", f"{LONG} {number}.", y=760),
            lines(f"Sida {number}", y=30),
        )

    document = read(pdf(*[page(i) for i in (1, 2, 3)]))
    kept = {role: [b.text for b in document.blocks if b.role is role] for role in Role}
    assert kept[Role.HEADER] == ["Fjällbäckens kommun"] * 3
    assert kept[Role.FOOTER] == ["Sida 1", "Sida 2", "Sida 3"]
    assert len(kept[Role.BODY]) == 6


def test_a_form_printed_by_an_office_program_is_read_cell_by_cell() -> None:
    document = sample("blankett-tabell.pdf")
    cells = {(b.cell.table, b.cell.row, b.cell.column): b.text for b in body(document) if b.cell}
    assert (cells[0, 0, 0], cells[0, 0, 1]) == ("Organisation", "Fjällbäckens kommun")
    assert cells[0, 3, 1] == "kim.exempel@fjallbacken.example"
    assert cells[1, 2, 0] == "Hur kan målet uppdateras? Klicka för att skriva"
    answers = [t for t in texts(document) if t.startswith("Hur kan behov")]
    assert [int(t.split()[3]) for t in answers] == list(range(1, 15))
    assert len({t.split("utvecklas?")[1] for t in answers}) == 1
    assert "Åsele–Vilhelmina–Dorotea–Storuman–Sorsele–Arjeplog, och" in answers[0]


def test_a_letter_printed_by_an_office_program_is_read_paragraph_by_paragraph() -> None:
    document = sample("yttrande.pdf")
    found = texts(document)
    assert found[0] == "Yttrande över strategin"
    assert found[1] == found[2]
    assert [t.split(". ", 1)[1] for t in found if t.startswith("Stycke")] == [found[1]] * 9
    assert [b.text[:9] for b in body(document) if b.kind is BlockKind.ITEM] == [
        "- Punkten", "- Punkten", "1. Försla", "2. Försla", "- tankstr", "- tankstr",
    ]  # fmt: skip
    labelled = [b.text for b in body(document) if b.cell and b.cell.column == 1]
    assert labelled == ["Fjällbäckens kommun", "Kim Exempel", "kim@fjallbacken.example"]
    assert found[-2:] == ["Med vänlig hälsning", "Kim Exempel"]


@pytest.mark.parametrize("name", ["blankett-tabell.pdf", "yttrande.pdf"])
def test_locations_give_back_their_text(name: str) -> None:
    document = sample(name)
    for block in document.blocks:
        assert document.at(document.locate(block.start, block.end)) == block.text
        for line in block.lines:
            place = document.locate(block.start + line.start, block.start + line.end)
            assert document.at(place) == block.text[line.start : line.end]
            assert (place.page, place.box) == (line.page, line.box)
            assert line.box is not None
            size = document.pages[line.page - 1]
            assert _inside(line.box, Box(0, 0, size.width, size.height))


def _words(document: Document) -> list[str]:
    return document.text.split()


WORD = st.text("abcdefghijklmnopqrstuvwxyzåäöÅÄÖ0123456789,;", min_size=1, max_size=12).filter(
    lambda word: word != "o"  # a bullet
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(WORD, min_size=1, max_size=6), min_size=1, max_size=30))
def test_all_words_come_out_once_and_in_order(written: list[list[str]]) -> None:
    document = read(pdf(lines(*(" ".join(line) for line in written), y=800)))
    assert _words(document) == [word for line in written for word in line]


@pytest.mark.parametrize("turn", [0, 180])
def test_letters_of_a_negative_size_are_read_as_they_stand(turn: int) -> None:
    def draw(sheet: Any) -> None:
        sheet.translate(300, 700)
        sheet.rotate(turn)
        sheet.setFont("Helvetica", -12)
        sheet.drawString(0, 0, "Fler bussar i byn")

    assert texts(read(pdf(draw))) == ["Fler bussar i byn"]
