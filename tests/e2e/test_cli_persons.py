"""What a round holds of a person, and taking it out, on the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspel_app.cli.main import main
from inspel_app.errors import ExitCode
from inspel_app.services.rounds import new_round
from tests.services.test_persons import EMAIL, NAME, add_person

Json = Callable[..., Any]
ROUND = "omgang.inspel"


@pytest.fixture
def named(folder: Path) -> Path:
    """A round that names a person."""
    with new_round(folder / ROUND) as project:
        add_person(project)
    return folder


def test_an_extract_is_shown_and_written(named: Path, json_of: Json) -> None:
    places = json_of("person", ROUND, NAME, "-o", "utdrag.txt")["places"]
    assert {"kontaktuppgifter", "svar", "mejlhuvud"} <= {place["what"] for place in places}
    assert NAME in (named / "utdrag.txt").read_text("utf-8")


def test_weeding_is_a_trial_until_it_is_for_good(
    named: Path, json_of: Json, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["weed", ROUND, "--all-personal"]) == ExitCode.OK
    assert "Ingenting är gallrat" in capsys.readouterr().out
    assert json_of("person", ROUND, EMAIL)["places"]
    decision = ("--decision", "Beslut 12", "--for-good", "-o", "protokoll.txt")
    assert json_of("weed", ROUND, "--all-personal", *decision)["dry"] is False
    assert json_of("person", ROUND, EMAIL)["places"] == []
    assert "Beslut: Beslut 12" in (named / "protokoll.txt").read_text("utf-8")
    assert NAME.encode() not in (named / ROUND).read_bytes()
    assert main(["undo", ROUND]) == ExitCode.OK
    assert "går inte att ångra" in capsys.readouterr().out


def test_a_weeding_without_a_decision_is_refused(named: Path) -> None:
    assert main(["weed", ROUND, "--contacts", "--for-good"]) == ExitCode.USAGE
    assert main(["weed", ROUND]) == ExitCode.USAGE
    assert NAME.encode() in (named / ROUND).read_bytes()
