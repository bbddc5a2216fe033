"""`inspel agreement`, for people and for programs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspel_app.cli.main import main
from inspel_app.errors import ExitCode
from inspel_app.services.rounds import new_round
from tests.services.coders import add_points, code


@pytest.fixture
def round_file(folder: Path) -> Path:
    """A round in which two have coded forty points, ten of them differently."""
    path = folder / "omgang.inspel"
    with new_round(path) as project:
        points = add_points(project, 40)
        code(project, "anna", {p: ["3.3"] if n < 20 else ["1.1"] for n, p in enumerate(points)})
        code(project, "bo", {p: ["3.3"] if n < 10 else ["1.1"] for n, p in enumerate(points)})
    return path


def test_table_tells_of_every_code(round_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agreement", str(round_file)]) == ExitCode.OK
    who, heading, whole, *codes = capsys.readouterr().out.splitlines()[:5]
    assert who == "anna, bo: 40 gemensamma synpunkter"
    assert heading.split() == ["kod", "synpunkter", "kappa", "alfa", "F1"]
    assert whole.split()[:3] == ["alla", "40", "0,50"]
    assert [line.split()[:2] for line in codes] == [["1.1", "30"], ["3.3", "20"]]
    assert codes[1].split()[-2] == "0,67"


def test_json_tells_the_same(round_file: Path, json_of: Callable[..., Any]) -> None:
    answer = json_of("agreement", round_file)
    assert (answer["needed"], answer["needed_of_code"]) == (20, 5)
    first, *others = answer["comparisons"]
    assert (first["coders"], first["passages"]) == (["anna", "bo"], 40)
    assert [c["coders"] for c in others] == [["anna", None], ["bo", None]]
    assert [c["code"] for c in first["codes"]] == ["1.1", "3.3"]
    kappa = first["kappa"]
    assert kappa["value"] == pytest.approx(0.5)
    assert kappa["low"] < kappa["value"] < kappa["high"]


def test_too_few_is_wrong_use(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "omgang.inspel"
    new_round(path).close()
    assert main(["agreement", str(path)]) == ExitCode.USAGE
    assert "minst 20 synpunkter" in capsys.readouterr().err
