"""Tables in the text of mails keep their rows."""

import pytest

from inspel_app.domain.document import Cell
from inspel_app.domain.parcel import Mail
from inspel_app.reading.parcels import open_parcel
from tests.mails import mail


def body(data: bytes) -> Mail:
    parcel = open_parcel(data, "a.eml")
    assert isinstance(parcel, Mail)
    return parcel


def page(*rows: str) -> str:
    cells = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<p>Hej!</p><table>{cells}</table><p>Det var allt.</p>"


@pytest.mark.parametrize("is_html", [True, False])
def test_rows_stay_rows(*, is_html: bool) -> None:
    rows = [("Buss", "Fler turer på kvällen."), ("Tåg", "Norrbotniabanan.")]
    html = page(*("".join(f"<td><p>{text}</p></td>" for text in row) for row in rows))
    plain = "Hej!\n\n" + "\n".join(map("\t".join, rows)) + "\n\nDet var allt.\n"
    document = body(mail(None, html=html) if is_html else mail(plain)).body
    cells = [(block.text, block.cell) for block in document.blocks if block.cell]
    assert cells == [
        ("Buss", Cell(0, 0, 0)),
        ("Fler turer på kvällen.", Cell(0, 0, 1)),
        ("Tåg", Cell(0, 1, 0)),
        ("Norrbotniabanan.", Cell(0, 1, 1)),
    ]
    assert document.text.splitlines() == [
        "Hej!",
        "Buss\tFler turer på kvällen.",
        "Tåg\tNorrbotniabanan.",
        "Det var allt.",
    ]


@pytest.mark.parametrize(
    ("row", "lines"),
    [
        ("<td>Buss</td><td></td><td>Ja</td>", ["Buss\t\tJa"]),
        ("<td>Buss</td><td>Ett.<br>Två.</td>", ["Buss", "Ett.", "Två."]),
        ("<td></td><td>Buss</td><td></td>", ["Buss"]),
        ("<td>A</td><td><table><tr><td>B</td><td>C</td></tr></table></td>", ["A", "B\tC"]),
        ("<td>Över<s>under</s></td><td>Ja</td>", ["Över\tJa"]),
    ],
)
def test_a_row_is_one_line_where_each_cell_is(row: str, lines: list[str]) -> None:
    assert body(mail(None, html=page(row))).body.text.splitlines()[1 : len(lines) + 1] == lines


def test_rows_of_a_quoted_table_are_quoted() -> None:
    quoted = f'<p>Ja.</p><blockquote type="cite">{page("<td>Buss</td><td>Tåg</td>")}</blockquote>'
    document = body(mail(None, html=quoted)).body
    assert [(b.role, b.cell is not None) for b in document.blocks] == [
        ("body", False),
        ("quoted", False),
        ("quoted", True),
        ("quoted", True),
        ("quoted", False),
    ]
