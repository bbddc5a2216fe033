"""Passages tagged on the command line, as in the window, and what the export says of them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspel_app.cli.main import main
from inspel_app.errors import ExitCode
from inspel_app.services.rounds import Project, new_round
from tests.services.tagged_round import BUS, LIBRARY, ROAD, add_answer, make


@pytest.fixture
def ids(folder: Path) -> list[str]:
    """The points of a letter, in `omgang.inspel`."""
    with new_round(folder / "omgang.inspel") as project:
        found = add_answer(project, "a")
        make(project, found, {found[0]: {"3.3": 910}, found[1]: {"3.2": 410, "4.3": 390}})
    return found


def statements(folder: Path) -> dict[str, dict[str, Any]]:
    """What the JSON export says, by the passage's text."""
    assert main(["export", "omgang.inspel", "--format", "json", "-o", "ut.json"]) == ExitCode.OK
    exported = json.loads((folder / "ut.json").read_text("utf-8"))
    return {s["text"]: s for s in exported["statements"]}


def codes(statement: dict[str, Any]) -> list[tuple[str, str]]:
    return [(c["code"], c["origin"]) for c in statement["codes"]]


def test_export_tells_what_was_tagged_and_undone(
    folder: Path, ids: list[str], json_of: Callable[..., Any]
) -> None:
    done = json_of("tag", "omgang.inspel", ids[1], "--code", "4.3", "--code", "1.1")
    assert done == {"done": "Koppla en synpunkt till 4.3, 1.1", "passages": ids}
    json_of("tag", "omgang.inspel", ids[0], "--reject", "3.3")
    json_of("tag", "omgang.inspel", ids[1], "--unsure")
    json_of("tag", "omgang.inspel", ids[2], "--no-point")
    said = statements(folder)
    assert list(said) == [BUS, ROAD]
    assert codes(said[BUS]) == []
    assert codes(said[ROAD]) == [("4.3", "person"), ("1.1", "person"), ("3.2", "suggestion")]
    assert (said[BUS]["mark"], said[ROAD]["mark"]) == (None, "osaker")
    assert main(["undo", "omgang.inspel"]) == ExitCode.OK
    assert list(statements(folder)) == [BUS, ROAD, LIBRARY]


def test_a_wrong_code_is_replaced_in_one_action(
    folder: Path, ids: list[str], json_of: Callable[..., Any]
) -> None:
    done = json_of("tag", "omgang.inspel", ids[0], "--code", "4.3", "--reject", "3.3")
    assert done["done"] == "Koppla en synpunkt till 4.3 i stället för 3.3"
    assert codes(statements(folder)[BUS])[0] == ("4.3", "person")
    assert main(["undo", "omgang.inspel"]) == ExitCode.OK
    assert codes(statements(folder)[BUS])[0] == ("3.3", "suggestion")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("asked", [[], ["--reject", "3.3", "--unsure"]])
def test_asking_for_nothing_or_for_two_things_is_wrong_use(
    ids: list[str], asked: list[str]
) -> None:
    assert main(["tag", "omgang.inspel", ids[0], *asked]) == ExitCode.USAGE


def test_what_is_proposed_is_accepted(
    folder: Path, ids: list[str], json_of: Callable[..., Any]
) -> None:
    assert json_of("tag", "omgang.inspel", "--above", "90")["done"] == "Godta ett förslag över 90 %"
    json_of("tag", "omgang.inspel", ids[1], "--accept")
    said = statements(folder)
    assert codes(said[BUS]) == [("3.3", "person")]
    assert codes(said[ROAD])[0] == ("3.2", "person")
    assert json_of("tag", "omgang.inspel", ids[1], "--accept")["done"] == ""


def test_passages_are_split_and_merged(
    folder: Path, ids: list[str], json_of: Callable[..., Any]
) -> None:
    first, *_others = json_of("tag", "omgang.inspel", ids[0], "--split", "9")["passages"]
    assert list(statements(folder))[:2] == ["Bussarna", "går för sällan."]
    json_of("tag", "omgang.inspel", first, "--merge")
    assert list(statements(folder)) == [BUS, ROAD, LIBRARY]
    with Project.open(folder / "omgang.inspel") as project:
        assert [e.name for e in project.log()][1:] == [
            "Dela en synpunkt i två",
            "Slå ihop två synpunkter",
        ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--accept"], "Ingen synpunkt är angiven"),
        (["a.0:1-2", "--unsure"], "Synpunkten finns inte längre"),
        (["a.0:0-24", "a.0:25-52", "--merge"], "Bara en synpunkt i taget"),
        (["a.0:0-24", "--code", "99.9"], "99.9 är ingen del av strategin"),
    ],
)
def test_wrong_use_is_told(
    ids: list[str], arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ids
    assert main(["tag", "omgang.inspel", *arguments]) == ExitCode.USAGE
    assert said in capsys.readouterr().err
