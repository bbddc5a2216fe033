"""Respondents shown, corrected and joined on the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspel_app.cli.main import main
from inspel_app.domain.form import Respondent, SourceFile, Submission
from inspel_app.errors import ExitCode
from inspel_app.services.rounds import new_round


@pytest.fixture
def round_file(folder: Path) -> Path:
    path = folder / "omgang.inspel"
    with new_round(path) as project, project.action("Läs in"):
        for n, name in enumerate(("Malå kommun", "Mala kn", "Granvåg Såg")):
            who = Respondent(name, contact="Åsa Ek", email="asa@mala.example")
            submission = Submission(str(n), (SourceFile(f"{n}", str(n)),), respondent=who)
            project.add_submission(submission, {})
    return path


def test_respondents_are_shown_without_contacts(
    round_file: Path, capsys: pytest.CaptureFixture[str], json_of: Callable[..., Any]
) -> None:
    assert main(["respondents", str(round_file)]) == ExitCode.OK
    told = capsys.readouterr().out
    assert "3 avsändare." in told
    assert "”Malå kommun” skrivs" in told
    assert "Åsa" not in told
    data = json_of("respondents", round_file)
    assert [s["numbers"] for s in data["respondents"]] == [[3], [2], [1]]
    assert [p["name"] for p in data["proposals"]] == ["Malå kommun"]


def test_respondents_are_joined_and_corrected(
    round_file: Path, json_of: Callable[..., Any]
) -> None:
    json_of("respondents", round_file, "--join", "Malå kommun")
    data = json_of("respondents", round_file, "--number", "3", "--type", "naringsliv")
    assert data["respondents"][0]["type"] == "naringsliv"
    assert data["respondents"][1] == {
        "organisation": "Malå kommun",
        "type": "kommun",
        "municipality": "Malå",
        "numbers": [1, 2],
    }
    assert data["proposals"] == []


def test_kinds_of_respondents_are_told_in_words(
    round_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["respondents", str(round_file), "--number", "3", "--type", "naringsliv"]) == 0
    told = capsys.readouterr().out
    assert "Näringsliv" in told
    assert "naringsliv" not in told


def test_names_are_kept_apart(round_file: Path, json_of: Callable[..., Any]) -> None:
    assert json_of("respondents", round_file, "--apart", "Malå kommun")["proposals"] == []


def test_a_correction_needs_a_number_and_a_fact(
    round_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["respondents", str(round_file), "--type", "kommun"]) == ExitCode.USAGE
    assert main(["respondents", str(round_file), "--number", "1"]) == ExitCode.USAGE
    assert "--number 3" in capsys.readouterr().err
