"""The report composed on the command line, and every export that follows."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from inspel_app.cli.main import main
from inspel_app.errors import ExitCode
from inspel_app.services.jobs import finish
from inspel_app.services.rounds import Project, new_round
from inspel_app.services.theming import propose
from tests.services.tagged_round import add_answer, make

Json = Callable[..., Any]
ROUND = "omgang.inspel"
SAID = "Bussarna till byn går för sällan på kvällen. Fler bussar behövs till byn på kvällen."
POINTS = tuple(f"{part}." for part in SAID.rstrip(".").split(". "))


@pytest.fixture
def points(folder: Path) -> list[str]:
    """The points of two letters that say the same, in a round."""
    with new_round(folder / ROUND) as project:
        found = [p for name in ("a", "b") for p in add_answer(project, name, SAID, POINTS)]
        make(project, found, {key: {"3.3": 910} for key in found})
        finish(propose(project), lambda _progress: None)
    return found


def sections(json_of: Json) -> dict[str, Any]:
    return {one["key"]: one for one in json_of("compose", ROUND)["sections"]}


def exported(folder: Path, file_format: str) -> Path:
    path = folder / f"ut.{file_format}"
    path.unlink(missing_ok=True)
    assert main(["export", ROUND, "--format", file_format, "-o", str(path)]) == ExitCode.OK
    return path


def test_sections_are_written_left_out_and_put_in_order(
    folder: Path, points: list[str], json_of: Json
) -> None:
    theme = next(key for key in sections(json_of) if key.startswith("tema_"))
    done = json_of("compose", ROUND, theme, "--text", "Alla vill ha bussar.")
    assert done["done"].startswith("Skriv i avsnittet ")
    json_of("compose", ROUND, "metod", "--add", "Sammanfattning")
    json_of("compose", ROUND, "eget_1", "--text", "Kort sagt.")
    json_of("compose", ROUND, "eget_1", "--place", "1")
    json_of("compose", ROUND, "bilaga", "--leave-out")
    found = sections(json_of)
    assert next(iter(found)) == "eget_1"
    assert not found["bilaga"]["told"]
    assert found[theme]["text"] == "Alla vill ha bussar."
    lines = [
        p.text
        for p in docx.Document(str(exported(folder, "docx"))).element.body.iter()
        if p.tag.endswith("}p")
    ]
    assert "Kort sagt." in lines
    assert "Alla vill ha bussar." in lines
    assert "Kort sagt." in exported(folder, "html").read_text("utf-8")
    told = json.loads(exported(folder, "json").read_text("utf-8"))["report"]
    assert told["sections"][0]["key"] == "eget_1"
    assert points


def test_quotations_are_chosen(points: list[str], json_of: Json) -> None:
    theme = next(key for key in sections(json_of) if key.startswith("tema_"))
    chosen = sections(json_of)[theme]["statements"][-1]
    json_of("compose", ROUND, theme, "--quote", chosen)
    assert json_of("compose", ROUND)["chosen"] == [chosen]
    json_of("compose", ROUND, theme, "--never", points[0])
    assert json_of("compose", ROUND)["never"] == [points[0]]
    json_of("compose", ROUND, theme, "--free", points[0])
    json_of("compose", ROUND, theme, "--quote")
    assert json_of("compose", ROUND)["chosen"] == json_of("compose", ROUND)["never"] == []
    json_of("undo", ROUND)
    assert json_of("compose", ROUND)["chosen"] == [chosen]


def test_the_workbook_tells_the_report_s_order_and_what_is_left_out(
    folder: Path, points: list[str], json_of: Json
) -> None:
    json_of("compose", ROUND, "helhetsbild", "--leave-out")
    book = openpyxl.load_workbook(exported(folder, "xlsx"))
    rows = list(book["Rapporten"].iter_rows(values_only=True))
    assert [row[2] for row in rows if row[0] == "Helhetsbild"] == ["ja"]
    assert points


def test_what_is_said_of_what_is_gone_is_listed_and_dropped(
    folder: Path, points: list[str], json_of: Json, capsys: pytest.CaptureFixture[str]
) -> None:
    theme = next(key for key in sections(json_of) if key.startswith("tema_"))
    json_of("compose", ROUND, theme, "--text", "Alla vill ha bussar.")
    with Project.open(folder / ROUND) as project:
        for inspel in project.submissions():
            with project.action("Ta bort"):
                project.remove_submission(inspel.id)
    assert [one["text"] for one in json_of("compose", ROUND)["gone"]] == ["Alla vill ha bussar."]
    assert main(["compose", ROUND]) == ExitCode.OK
    assert "Finns inte längre" in capsys.readouterr().out
    json_of("compose", ROUND, theme, "--drop")
    assert json_of("compose", ROUND)["gone"] == []
    assert points


@pytest.mark.parametrize(
    "asked",
    [
        ["--text", "Hej"],
        ["metod"],
        ["metod", "--leave-out"],
        ["metod", "--drop"],
        ["saknas", "--leave-out"],
        ["helhetsbild", "--rename", "Annat"],
    ],
)
def test_what_makes_no_sense_is_refused(points: list[str], asked: list[str]) -> None:
    assert main(["compose", ROUND, *asked]) == ExitCode.USAGE
    assert points
