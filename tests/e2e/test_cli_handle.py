"""What becomes of points said on the command line, and what the exports tell of it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspel_app.cli.main import main
from inspel_app.errors import ExitCode
from inspel_app.services.reasons import make_reason
from inspel_app.services.rounds import Project, new_round
from tests.services.tagged_round import add_answer, make

Json = Callable[..., Any]


@pytest.fixture
def ids(folder: Path) -> list[str]:
    """The points of a letter, in `omgang.inspel`."""
    with new_round(folder / "omgang.inspel") as project:
        found = add_answer(project, "a")
        make(project, found, {found[0]: {"3.3": 910}, found[1]: {"3.2": 910}})
        make_reason(project, "Utanför", "Kommunen råder över det.", "anna")
    return found


def handling(folder: Path) -> dict[str, Any]:
    """What the JSON export says of each point."""
    assert main(["export", "omgang.inspel", "--format", "json", "-o", "ut.json"]) == ExitCode.OK
    exported = json.loads((folder / "ut.json").read_text("utf-8"))
    return {s["id"]: s["handling"] for s in exported["statements"]}


def test_points_are_handled_listed_and_exported(
    folder: Path, ids: list[str], json_of: Json
) -> None:
    done = json_of("handle", "omgang.inspel", *ids[:2], "--set", "beaktas-inte", "--use", "Utanför")
    assert done["done"] == "Hantera 2 synpunkter: beaktas inte"
    listed = json_of("handle", "omgang.inspel", "--remaining")
    assert [item["id"] for item in listed["items"]] == ids[2:]
    assert (listed["points"], listed["answered"], listed["open"]) == (3, 2, 1)
    json_of("handle", "omgang.inspel", ids[0], "--state", "beslutad", "--responsible", "Bo")
    said = handling(folder)
    assert said[ids[0]] == {
        "disposition": "beaktas-inte",
        "reason": "Kommunen råder över det.",
        "responsible": "Bo",
        "state": "beslutad",
        "via": "egen",
    }
    assert said[ids[2]] is None
    json_of("handle", "omgang.inspel", ids[0], "--clear")
    assert handling(folder)[ids[0]] is None
    json_of("undo", "omgang.inspel")
    assert handling(folder) == said


def test_a_theme_answers_for_its_points(folder: Path, ids: list[str], json_of: Json) -> None:
    json_of("themes", "omgang.inspel")
    with Project.open(folder / "omgang.inspel") as project:
        theme = next(t for t in project.themes() if ids[0] in t.passages)
    json_of("handle", "omgang.inspel", theme.id, "--set", "beaktas", "--reason", "Ja.")
    said = handling(folder)
    for passage in theme.passages:
        assert (said[passage]["disposition"], said[passage]["via"]) == ("beaktas", "tema")


def test_the_list_tells_people_how_far_it_has_come(
    ids: list[str], json_of: Json, capsys: pytest.CaptureFixture[str]
) -> None:
    json_of("handle", "omgang.inspel", ids[0], "--set", "beaktas-inte")
    assert main(["handle", "omgang.inspel", "--code", "3.3"]) == ExitCode.OK
    told = capsys.readouterr().out
    assert ids[0] in told
    assert ids[1] not in told
    assert "1 av 3 synpunkter har fått ett svar, 2 har inget." in told
    assert "1 som inte beaktas fullt ut saknar motivering." in told


@pytest.mark.parametrize(
    "arguments",
    [
        ["handle", "omgang.inspel", "--set", "beaktas"],
        ["handle", "omgang.inspel", "t99", "--set", "beaktas"],
        ["handle", "omgang.inspel", "t99"],
        ["handle", "omgang.inspel", "t99", "--use", "Okänd"],
        ["export", "omgang.inspel", "--format", "xlsx", "--report", "svarsbrev", "-o", "brev"],
    ],
)
def test_what_makes_no_sense_is_refused_with_advice(
    ids: list[str], arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert ids
    assert main(arguments) == ExitCode.USAGE
    fault, advice = capsys.readouterr().err.strip().splitlines()[-2:]
    assert fault.startswith("Fel: ")
    assert advice.endswith(".")


@pytest.mark.parametrize("report", ["samradsredogorelse", "samradsredogorelse-avsandare"])
def test_an_account_is_written(folder: Path, ids: list[str], report: str) -> None:
    assert ids
    asked = ["export", "omgang.inspel", "--format", "docx", "--report", report, "-o", "ut.docx"]
    assert main(asked) == ExitCode.OK
    assert (folder / "ut.docx").read_bytes().startswith(b"PK")


def test_a_letter_to_each_respondent_lies_in_a_folder(folder: Path, ids: list[str]) -> None:
    assert ids
    asked = ["export", "omgang.inspel", "--format", "docx", "--report", "svarsbrev", "-o", "brev"]
    assert main(asked) == ExitCode.OK
    assert [path.name for path in (folder / "brev").iterdir()] == ["Inspel 001 Malå kommun.docx"]
