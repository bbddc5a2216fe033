"""Marks of secrecy on the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspel_app.cli.main import main
from inspel_app.errors import ExitCode
from inspel_app.services.rounds import new_round
from tests.services.tagged_round import BUS, add_answer, make

Json = Callable[..., Any]
ROUND = "omgang.inspel"
DECISION = ("--provision", "OSL 21 kap. 1 §", "--authority", "Region Provlän")


@pytest.fixture
def point(folder: Path) -> str:
    """A point of an inspel in a round."""
    with new_round(folder / ROUND) as project:
        ids = add_answer(project, "a")
        make(project, ids, {})
    return ids[0]


def exported(folder: Path) -> str:
    path = folder / "ut.html"
    assert main(["export", ROUND, "--format", "html", "-o", str(path)]) == ExitCode.OK
    return path.read_text("utf-8")


def test_what_is_marked_is_listed_and_kept_out(folder: Path, point: str, json_of: Json) -> None:
    assert BUS in exported(folder)
    (one,) = json_of("secrecy", ROUND, point, *DECISION, "--date", "2025-07-01")["secrecy"]
    told = (one["number"], one["kind"], one["provision"], one["decided"], one["found"])
    assert told == (1, "synpunkt", "OSL 21 kap. 1 §", "2025-07-01", True)
    text = exported(folder)
    assert BUS not in text
    assert "1 stycke ur ett svar (OSL 21 kap. 1 §)" in text
    assert json_of("secrecy", ROUND, point, "--remove")["secrecy"] == []
    assert BUS in exported(folder)


def test_a_mark_without_a_law_or_a_target_is_refused(
    point: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["secrecy", ROUND, point]) == ExitCode.USAGE
    assert main(["secrecy", ROUND, *DECISION]) == ExitCode.USAGE
    assert "Ange inspelets nummer" in capsys.readouterr().err
