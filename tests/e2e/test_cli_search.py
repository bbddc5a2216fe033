"""Words are found from the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspel_app.cli.main import main
from inspel_app.errors import ExitCode
from inspel_app.services.rounds import new_round
from tests.services.tagged_round import BUS, add_answer, make


@pytest.fixture
def round_file(folder: Path) -> Path:
    """A round with one inspel of three points."""
    path = folder / "omgang.inspel"
    with new_round(path) as project:
        make(project, add_answer(project, "a"), {})
    return path


def test_places_are_listed(round_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", str(round_file), "buss"]) == ExitCode.OK
    heading, *rows = capsys.readouterr().out.splitlines()
    assert heading.split() == ["slag", "var", "text"]
    assert [row.split()[0] for row in rows if BUS in row] == ["svar", "synpunkt"]
    assert rows[-1] == "2 träffar."


def test_places_are_told_in_json(round_file: Path, json_of: Callable[..., Any]) -> None:
    answer, passage = json_of("search", round_file, '"bussarna går')["hits"]
    assert (answer["kind"], answer["submission"], answer["answer"]) == ("svar", "a", "a.0")
    assert (passage["kind"], passage["id"], passage["theme"]) == ("synpunkt", "a.0:0-24", None)
    assert passage["marks"] == [[0, len("Bussarna går")]]


@pytest.mark.parametrize("asked", ["finnsinte", "", '"', "*", "NEAR(a b)"])
def test_nothing_found_is_no_fault(
    round_file: Path, capsys: pytest.CaptureFixture[str], asked: str
) -> None:
    assert main(["search", str(round_file), asked]) == ExitCode.OK
    assert capsys.readouterr().out == "Inget hittades.\n"
    assert main(["search", str(round_file), asked, "--json"]) == ExitCode.OK


def test_long_list_says_that_it_is_cut(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with new_round(folder / "omgang.inspel") as project:
        for number in range(21):
            add_answer(project, f"i{number}")
    assert main(["search", "omgang.inspel", "biblioteket"]) == ExitCode.OK
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "20 träffar. Av varje slag visas de 20 bästa."
