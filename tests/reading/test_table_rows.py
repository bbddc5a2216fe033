"""A table reads as a line for each of its rows, with tabs between the cells, in every format."""

import pytest

from inspel_app.reading.readers import read
from tests.reading import odt_files, word_files

ROWS = [["Insats", "Kostnad", "Start"], ["Buss", "", "2026"], ["Spår", "9 000 kr", "2027"]]


def _docx() -> bytes:
    return word_files.word_file(word_files.p("Före") + word_files.table(*ROWS))


def _odt() -> bytes:
    cell = "<table:table-cell>{}</table:table-cell>".format
    rows = ("".join(cell(odt_files.p(text)) for text in row) for row in ROWS)
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return odt_files.odt_file(odt_files.p("Före") + f"<table:table>{table}</table:table>")


def _rtf() -> bytes:
    rows = (
        r"\trowd\cellx1\cellx2\cellx3\pard\intbl "
        + "".join(rf"{text}\cell " for text in row)
        + r"\row"
        for row in ROWS
    )
    return ("{\\rtf1\\ansi\\ansicpg1252 Före\\par" + "".join(rows) + "}").encode("cp1252")


def _html() -> bytes:
    rows = ("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in ROWS)
    page = f"<html><body><p>Före</p><table>{''.join(rows)}</table></body></html>"
    return page.encode()


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.docx", _docx()), ("a.odt", _odt()), ("a.rtf", _rtf()), ("a.html", _html())],
)
def test_a_table_reads_as_a_line_for_each_row(name: str, data: bytes) -> None:
    document = read(data, name)
    assert document.text.strip() == "\n".join(["Före", *map("\t".join, ROWS)])
