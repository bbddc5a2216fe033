"""Tables without ruling lines: rows told by white, cells that are nearly full."""

from typing import Any

import pytest

from inspel_app.domain.document import Document
from tests.reading.pdf_files import both, lines, pdf, read, table

EDGES = (72, 260, 420)


def _rows(document: Document) -> list[list[str]]:
    """The cells of the document's only table."""
    cells: dict[tuple[int, int], str] = {}
    for block in document.blocks:
        if block.cell:
            place = block.cell.row, block.cell.column
            cells[place] = f"{cells.get(place, '')} {block.text}".strip()
    width = 1 + max(column for _, column in cells)
    return [
        [cells.get((row, column), "") for column in range(width)]
        for row in sorted({row for row, _ in cells})
    ]


def test_tells_rows_by_the_white_between_them_though_lines_have_room() -> None:
    cells = [
        "Insats",
        "Boende för alla i\nhela länet under året",
        "Resor i inlandet\nVinter och vår",
    ]
    draws, y = [], 700
    for number, cell in enumerate(cells):
        draws.append(lines(*cell.split("\n"), x=EDGES[0], y=y))
        draws.append(lines(f"Kommun {number}", x=EDGES[1], y=y))
        draws.append(lines(f"{number} 000 kr", x=EDGES[2], y=y))
        y -= 14 * len(cell.split("\n")) + 8
    assert _rows(read(pdf(both(*draws)))) == [
        [cell.replace("\n", " "), f"Kommun {i}", f"{i} 000 kr"] for i, cell in enumerate(cells)
    ]


def test_parts_a_full_cell_from_the_next_where_other_rows_begin() -> None:
    names = ["Insats", "Boende", "Resor i inlandet och i fjällen,", "Skola"]
    draws = []
    for number, name in enumerate(names):
        draws.append(lines(name, x=EDGES[0], y=700 - 24 * number))
        draws.append(lines(f"Kommun {number}", x=EDGES[1] - 13, y=700 - 24 * number))
        draws.append(lines(f"{number} 000 kr", x=EDGES[2], y=700 - 24 * number))
    assert _rows(read(pdf(both(*draws)))) == [
        [name, f"Kommun {i}", f"{i} 000 kr"] for i, name in enumerate(names)
    ]


def test_tells_rows_by_the_files_order_where_the_white_does_not() -> None:
    rows = [
        ["Resor i inlandet\noch i fjällen", "Region Västernorrland\nRegion Jämtland", "100 kr"],
        ["Skola\nBoende", "Timrå kommun", "200 kr"],
        ["Idrott\nMusik\nTeater", "Kramfors kommun\nSollefteå kommun", "300 kr"],
    ]
    draws, y = [], 700
    for row in rows:
        draws += [lines(*c.split("\n"), x=x, y=y) for x, c in zip(EDGES, row, strict=True)]
        y -= 14 * max(cell.count("\n") + 1 for cell in row)
    whole = [[cell.replace("\n", " ") for cell in row] for row in rows]
    assert _rows(read(pdf(both(*draws)))) == whole


def test_labels_written_before_all_values_stay_beside_them() -> None:
    labels = ["Namn", "Organisation", "Kommun"]
    values = ["Anna Ek", "Timrå byalag", "Timrå"]
    written = [
        lines(text, x=x, y=700 - 24 * i)
        for x, texts in ((EDGES[0], labels), (EDGES[1], values))
        for i, text in enumerate(texts)
    ]
    assert _rows(read(pdf(both(*written)))) == [
        list(row) for row in zip(labels, values, strict=True)
    ]


@pytest.mark.parametrize(
    ("rest", "whole"),
    [
        (["utifrån analysen?", "till byarna."], "Hur kan målet uppdateras utifrån analysen?"),
        (["Vad behövs?", "Vet ej."], "Hur kan målet uppdateras"),
        (["", "till byarna."], "Hur kan målet uppdateras"),
    ],
)
@pytest.mark.parametrize(("below", "above"), [("", ""), ("Se nästa blad.", "Från förra sidan")])
def test_a_row_that_the_pages_end_parts_has_whole_cells(
    rest: list[str], whole: str, below: str, above: str
) -> None:
    edges = (72, 225, 300)
    row = ["Hur kan målet uppdateras", "Fler bussar"]

    def first(sheet: Any) -> None:
        table(sheet, [["Kommun", "Timrå"], row], edges, 120)
        sheet.drawString(72, 40, below)

    def second(sheet: Any) -> None:
        sheet.drawString(72, 800, above)
        table(sheet, [rest, ["Annat?", "Nej."]], edges, 780)

    found = [block.text for block in read(pdf(first, second)).blocks if block.cell]
    goes_on = rest[1].startswith("till")
    answer = " ".join(["Fler bussar", rest[1]]) if goes_on else "Fler bussar"
    new = [] if goes_on else rest
    assert found == ["Kommun", "Timrå", whole, answer, *new, "Annat?", "Nej."]
