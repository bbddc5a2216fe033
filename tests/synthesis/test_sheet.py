import io
import zipfile
from dataclasses import replace
from datetime import datetime
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from inspel_app.domain.coding import Actor, Assignment, Origin
from inspel_app.domain.handling import Disposition, Handling, Handlings, State, Target
from inspel_app.domain.synthesis import Synthesis
from inspel_app.synthesis import tables
from inspel_app.synthesis.sheet import ExcelExporter
from tests.synthesis.conftest import HOSTILE, LONG, Round


@pytest.fixture
def book(synthesis: Synthesis) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(ExcelExporter().render(synthesis)))


def records(book: Workbook, sheet: str) -> list[dict[str, Any]]:
    """The rows of a sheet by their column titles."""
    head, *rows = book[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_each_kind_of_thing_has_a_table_with_filter_and_frozen_head(book: Workbook) -> None:
    assert book.sheetnames == [
        "Inspel",
        "Svar",
        "Synpunkter",
        "Teman",
        "Hantering",
        "Aktörer",
        "Källor",
        "Inte synpunkter",
        "Text utan plats",
        "Rapporten",
    ]
    for sheet in book:
        (table,) = sheet.tables.values()
        assert table.ref == sheet.dimensions
        assert table.autoFilter is not None
        assert sheet.freeze_panes == "B2"


def test_no_cell_is_a_formula_or_a_link(synthesis: Synthesis, book: Workbook) -> None:
    cells = [c for sheet in book for row in sheet.iter_rows() for c in row]
    assert {c.data_type for c in cells} <= {"s", "n", "d"}
    assert HOSTILE in [c.value for c in cells]
    with zipfile.ZipFile(io.BytesIO(ExcelExporter().render(synthesis))) as package:
        sheets = [package.read(n) for n in package.namelist() if "worksheets/sheet" in n]
    assert not [s for s in sheets if b"<f>" in s or b"<hyperlink" in s]


def test_a_text_longer_than_a_cell_goes_on_in_the_next_row(book: Workbook) -> None:
    rows = [r for r in records(book, "Svar") if r["Inspel"] == 2]
    assert [r["Svar"].partition("] ")[0] for r in rows] == [
        "[Del 1 av 3",
        "[Del 2 av 3",
        "[Del 3 av 3",
    ]
    assert "".join(r["Svar"].partition("] ")[2] for r in rows) == LONG
    assert {r["Fråga"] for r in rows} == {"3.2 Sammanfattande analys"}


def test_inspel_that_do_not_count_have_their_reason(book: Workbook) -> None:
    rows = records(book, "Inspel")
    assert [r["Inspel"] for r in rows] == [1, 2, 3, 4, 5, 6, 7, 8]
    reasons = {r["Inspel"]: r["Räknas inte eftersom"] for r in rows if r["Räknas inte eftersom"]}
    assert reasons == {7: "Dubblett av inspel 1", 8: "Är inget inspel"}
    assert rows[0]["Inkom"] == datetime(2025, 6, 10, 8, 0)  # noqa: DTZ001 - Excel knows no zones
    assert rows[2]["Sent"] == "ja"


def test_passages_come_with_their_codes_and_who_placed_them(book: Workbook) -> None:
    row = next(r for r in records(book, "Synpunkter") if r["Skrivet på annan plats"] == "ja")
    assert (row["Kod"], row["Placerad av"], row["Säkerhet i procent"], row["Hållning"]) == (
        "3.3",
        "Maskinellt förslag",
        80,
        "Stöd",
    )
    assert row["Tema"] == "Fler bussturer på kvällar och i byar"


def test_themes_count_inspel_and_respondents(book: Workbook) -> None:
    first = records(book, "Teman")[0]
    assert (first["Inspel"], first["Avsändare"], first["Synpunkter"]) == (4, 4, 6)


def test_actors_say_which_inspel_name_them(book: Workbook) -> None:
    rows = {r["Aktör"]: r for r in records(book, "Aktörer")}
    assert rows["Trafikverket"]["Antal inspel"] == 1
    assert rows["Trafikverket"]["I inspel"] == "4"
    assert rows["Trafikverket"]["Om"] == "3.3"


def test_unplaced_text_is_shown(book: Workbook) -> None:
    found = [
        (r["Inspel"], r["Borttagen, dold eller kommentar"])
        for r in records(book, "Text utan plats")
    ]
    assert found == [(5, ""), (5, "ja"), (5, "")]


def test_each_point_tells_what_becomes_of_it(synthesis: Synthesis) -> None:
    theme = next(t for t in synthesis.themes if t.id == "t1")
    answer = Handling(
        Target.theme("t1"), Disposition.PARTLY, "=1+1 är skälet.", state=State.DECIDED
    )
    said = Handlings(themes={"t1": answer}, places=dict.fromkeys(theme.passages[1:], "t1"))
    written = ExcelExporter().render(replace(synthesis, handlings=said))
    rows = {r["Id"]: r for r in records(openpyxl.load_workbook(io.BytesIO(written)), "Hantering")}
    assert len(rows) == len(synthesis.passages)
    first, second = theme.passages[:2]
    assert rows[second]["Ställningstagande"] == "Beaktas delvis"
    assert rows[second]["Motivering"] == "=1+1 är skälet."
    assert (rows[second]["Läge"], rows[second]["Besvarad genom"]) == ("Beslutad", "Temats svar")
    assert (rows[first]["Läge"], rows[first]["Besvarad genom"]) == (
        "Utkast",
        "Temats svar, tillkom efteråt",
    )
    other = next(p.id for p in synthesis.passages if p.id not in theme.passages)
    assert rows[other]["Ställningstagande"] == "Inte hanterad"


def test_parts_of_the_strategy_are_named_as_people_name_them(sample: Round) -> None:
    first = sample.passages[2]
    further = Assignment("barn", None, Origin.SUGGESTION, 0.9)
    named = replace(
        first,
        assignments=(Assignment("sammanhallen", None, Origin.FORM), *first.assignments, further),
        actors=(Actor("Vägföreningen", "Vägföreningen"),),
    )
    sample.passages[2] = named
    sheets = {sheet.name: sheet for sheet in tables.sheets(sample.compose())}

    def cells(name: str, column: str) -> list[object]:
        places = [title for title, _width in sheets[name].columns]
        return [row[places.index(column)] for row in sheets[name].rows]

    assert cells("Synpunkter", "Kod")[2] == cells("Hantering", "Kod")[2] == "Sammanhållen region"
    assert cells("Synpunkter", "Fler koder")[2] == "3.3, Barn och unga"
    about = dict(zip(cells("Aktörer", "Aktör"), cells("Aktörer", "Om"), strict=True))
    assert about["Vägföreningen"] == "Sammanhållen region"
