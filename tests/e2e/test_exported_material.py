"""The tables, records and REFI-QDA files of the example round, and what the public may not see."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree

from inspel_app.domain.synthesis import Audience
from tests.e2e.exported import EXAMPLE, SIGNED, parts
from tests.schema import faults
from tests.synthesis.qda_reader import read_codebook, read_project

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CELL = 32_767
"""Characters that a cell of Excel holds."""
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
PHONE = re.compile(r"(?<![\w.,/-])(?:\+46|0)[ -]?\d{1,3}[ -]?\d{2,3}(?:[ ]?\d{2}){2}(?![\w-])")
IDENTITY = re.compile(r"(?<![\w-])(?:19|20)?\d{6}[-+]\d{4}(?![\w-])")
SIGNERS = ("Torgny Aspfors", "Saga Mörtling", "Disa Holmfjell", SIGNED[0])
"""Those who have written letters; the form's own contact persons stand in the facit."""
PRIVATE = ("Torgny", "Aspfors", "Marie-Louise", "Öberg", "Tallvik")
"""What private persons are called, word by word."""
PROGRAMS = {".docx", ".xlsx", ".html", ".json", ".csv", ".qdpx", ".qdc"}


@pytest.fixture(params=Audience)
def audience(request: pytest.FixtureRequest) -> Audience:
    return Audience(request.param)


@pytest.fixture
def material(exported: Path, audience: Audience) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((exported / f"{audience}.json").read_text("utf-8"))
    return read


def test_records_keep_to_the_published_schema(material: dict[str, Any]) -> None:
    assert faults(material) == []
    assert len(material["submissions"]) == len(list((EXAMPLE / "inspel").iterdir())) + 1


def test_points_stand_where_they_are_said_to(material: dict[str, Any]) -> None:
    answers = {
        (s["id"], a["field"]): a["text"] for s in material["submissions"] for a in s["answers"]
    }
    for said in material["statements"]:
        whole = answers[said["submission"], said["field"]]
        assert whole[said["start"] : said["end"]] == said["text"]


def test_the_workbook_has_tables_and_no_formula(exported: Path, audience: Audience) -> None:
    held = parts(exported / f"{audience}.xlsx")
    pages = [etree.fromstring(held[n]) for n in held if n.startswith("xl/worksheets/sheet")]
    assert len(pages) == len([n for n in held if n.startswith("xl/tables/")])
    for page in pages:
        assert page.findall(f".//{SHEET}f") == page.findall(f".//{SHEET}hyperlink") == []
        assert [p.get("state") for p in page.iter(f"{SHEET}pane")] == ["frozen"]
        assert len(page.findall(f"{SHEET}tableParts/{SHEET}tablePart")) == 1
    for name, table in ((n, held[n]) for n in held if n.startswith("xl/tables/")):
        root = etree.fromstring(table)
        columns = [c.get("name") for c in root.iter(f"{SHEET}tableColumn")]
        assert root.find(f"{SHEET}autoFilter") is not None, name
        assert len(set(columns)) == len(columns)
        assert all(columns)
    assert not [n for n in held if re.search("external|connection|macro|vba", n, re.IGNORECASE)]


def test_the_workbook_holds_all_that_the_records_do(
    exported: Path, audience: Audience, material: dict[str, Any]
) -> None:
    book = openpyxl.load_workbook(exported / f"{audience}.xlsx")
    rows = {sheet.title: list(sheet.values)[1:] for sheet in book}
    cells = [c for found in rows.values() for row in found for c in row if isinstance(c, str)]
    assert max(map(len, cells)) <= CELL
    assert [r[0] for r in rows["Inspel"]] == [s["number"] for s in material["submissions"]]
    said = [a["text"] for s in material["submissions"] for a in s["answers"]]
    assert [r[4] for r in rows["Svar"]] == said
    assert [r[3] for r in rows["Synpunkter"]] == [s["text"] for s in material["statements"]]
    assert [r[2] for r in rows["Hantering"]] == [s["text"] for s in material["statements"]]
    assert [(r[0], r[4], r[5]) for r in rows["Teman"]] == [
        (t["label"], t["respondents"], t["size"]) for t in material["themes"]
    ]


def test_the_answers_as_text_are_whole_and_no_formulas(
    exported: Path, audience: Audience, material: dict[str, Any]
) -> None:
    with (exported / f"{audience}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))[1:]
    assert not [cell for row in rows for cell in row if cell[:1] in {"=", "+", "-", "@", "\t"}]
    told = [cell.removeprefix("'") for row in rows for cell in row[8:9]]
    assert told == [
        a["text"].replace("\r\n", "\n") for s in material["submissions"] for a in s["answers"]
    ]


def test_other_programs_find_each_point_on_its_characters(
    exported: Path, audience: Audience, material: dict[str, Any]
) -> None:
    project = read_project((exported / f"{audience}.qdpx").read_bytes())
    codes = read_codebook((exported / f"{audience}.qdc").read_bytes())
    assert set(codes.above) < set(project.codes.above)
    assert sorted(s.text for s in project.selections) == sorted(
        s["text"] for s in material["statements"]
    )
    assert len(project.cases) == len(material["submissions"])
    placed = sum(len({c["code"] for c in s["codes"]}) for s in material["statements"])
    assert sum(len(s.codes) for s in project.selections) >= placed


@pytest.mark.parametrize("hidden_from", [Audience.WRITING, Audience.PUBLIC])
def test_contact_details_are_in_no_export(exported: Path, hidden_from: Audience) -> None:
    names = [re.compile(r"[\W_]*".join(map(re.escape, n.split())), re.IGNORECASE) for n in known()]
    looked_through = set()
    for file in files_for(exported, hidden_from):
        looked_through.add(file.suffix)
        for name, text in texts(file):
            where = f"{file.name}/{name}"
            assert EMAIL.findall(text) == PHONE.findall(text) == IDENTITY.findall(text) == [], where
            assert [n.pattern for n in names if n.search(text) or n.search(file.name)] == [], where
    assert looked_through == PROGRAMS


def test_private_persons_are_named_in_no_export_for_the_public(exported: Path) -> None:
    for file in files_for(exported, Audience.PUBLIC):
        for name, text in [("", file.name), *texts(file)]:
            said = [w for w in PRIVATE if re.search(rf"\b{w}s?\b", text)]
            assert said == [], f"{file.name}/{name}"


def test_the_secretariat_sees_them_all(exported: Path) -> None:
    """Or else the tests above would look for what nobody has written."""
    text = "\n".join(t for _name, t in texts(exported / "work.json"))
    assert [n for n in (*known(), *SIGNED) if n not in text] == []
    assert all(found.search(text) for found in (EMAIL, PHONE, IDENTITY))


def known() -> list[str]:
    """The contact persons of the round, without titles, and those who have signed letters."""
    facit = json.loads((EXAMPLE / "facit.json").read_text("utf-8"))
    asked = [t["answers"].get("bakgrund.kontaktperson", "") for t in facit if "answers" in t]
    return [name.removeprefix("Docent ") for name in asked if name] + list(SIGNERS)


def files_for(folder: Path, audience: Audience) -> Iterator[Path]:
    yield from (f for f in sorted(folder.rglob(f"{audience}*")) if f.is_file())
    yield from sorted(folder.glob(f"{audience}-*/*"))


def texts(file: Path) -> Iterator[tuple[str, str]]:
    """All that the parts of a file say, values of attributes too; as it stands and without tags."""
    for name, data in parts(file).items():
        plain = data.decode("utf-8")
        yield name, plain
        if plain.lstrip("\ufeff").startswith("<?xml"):
            yield name, "".join(map(str, etree.fromstring(data).itertext()))
