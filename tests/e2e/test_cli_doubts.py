"""Words that were not read surely, from a picture to a corrected answer."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspel_app.cli.main import main
from inspel_app.domain.document import Box, Location, Method
from inspel_app.domain.form import Answer, DoubtfulWord, SourceFile, Submission
from inspel_app.errors import ExitCode
from inspel_app.services.rounds import Project, new_round

TEXT = "Fler bussar till Umca behövs.\nUmca behöver tåg."


@pytest.fixture
def round_file(folder: Path) -> Path:
    """A round with a scanned letter in which a town is misread twice, once doubtfully."""
    path = folder / "omgang.inspel"
    place = Location("f", 17, 21, 3, Box(1, 2, 3, 4))
    word = DoubtfulWord(17, 21, "Umca", 0.412, place)
    answer = Answer("a.brev", None, TEXT, Method.OCR, (place,), doubtful=(word,))
    with new_round(path) as project, project.action("Läs in"):
        project.add_submission(
            Submission("a", (SourceFile("brev.pdf", "f"),), answers=(answer,)), {}
        )
    return path


def test_doubts_are_listed_with_their_place(
    round_file: Path, capsys: pytest.CaptureFixture[str], json_of: Callable[..., Any]
) -> None:
    assert main(["doubts", str(round_file)]) == ExitCode.OK
    _heading, row, *_more = capsys.readouterr().out.splitlines()
    assert row.split()[:5] == ["1", "–", "3", "Umca", "41"]
    assert "bussar till Umca behövs. Umca behöver" in row
    (doubt,) = json_of("doubts", round_file)["left"]
    assert (doubt["number"], doubt["page"], doubt["box"]) == (1, 3, [1, 2, 3, 4])
    assert TEXT[doubt["start"] : doubt["end"]] == doubt["text"] == "Umca"


def test_word_is_corrected_wherever_it_stands_and_back_again(
    round_file: Path, capsys: pytest.CaptureFixture[str], json_of: Callable[..., Any]
) -> None:
    assert main(["correct", str(round_file), "Umca", "Umeå"]) == ExitCode.OK
    assert capsys.readouterr().out == "Rätta 2 ”Umca” till ”Umeå”.\n"
    assert json_of("doubts", round_file) == {"left": [], "settled": 1}
    with Project.open(round_file) as project:
        assert project.submission("a").answers[0].text == TEXT.replace("Umca", "Umeå")
    assert main(["undo", str(round_file)]) == ExitCode.OK
    assert len(json_of("doubts", round_file)["left"]) == 1


def test_word_that_stands_nowhere_is_wrong_use(
    round_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["correct", str(round_file), "Lycksele", "Åsele"]) == ExitCode.USAGE
    assert "Lycksele" in capsys.readouterr().err
