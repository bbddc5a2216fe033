"""`inspel checkout` and `inspel checkin`: what is told of who has the round."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspel_app.cli.main import main
from inspel_app.domain.clock import shown
from inspel_app.domain.coding import Mark
from inspel_app.errors import ExitCode
from inspel_app.services.checkouts import checkout
from tests.store.merging import copies as do
from tests.store.merging.copies import act

P = "a/0:0-4"


@pytest.fixture
def original(folder: Path) -> Path:
    """A round in a folder of the network."""
    (folder / "nät").mkdir()
    return do.make_round(folder / "nät" / "rus.inspel")


def test_who_has_it_is_told_with_when(
    original: Path, capsys: pytest.CaptureFixture[str], json_of: Callable[..., Any]
) -> None:
    assert main(["checkout", str(original), "--list"]) == ExitCode.OK
    assert "Ingen har omgången utcheckad." in capsys.readouterr().out
    assert main(["checkout", str(original)]) == ExitCode.OK
    assert "Skapade rus.inspel." in capsys.readouterr().out
    (loan,) = json_of("checkout", original, "--list")["loans"]
    assert main(["checkout", str(original), "--list"]) == ExitCode.OK
    told = capsys.readouterr().out
    assert f"Utcheckad av {loan['person']} sedan {shown(loan['since'])} på " in told


def test_what_was_done_is_told_when_it_is_given_back(
    original: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, mark in (("anna", Mark.UNSURE), ("bo", Mark.NO_POINT)):
        copy = original.parents[1] / f"{name}.inspel"
        checkout(original, copy, name)
        act(copy, name, [do.mark(P, mark)])
    assert main(["checkin", "anna.inspel"]) == ExitCode.OK
    assert f"Incheckat i {original}: 1 markering." in capsys.readouterr().out
    assert main(["checkin", "bo.inspel"]) == ExitCode.PROBLEMS
    assert "En konflikt är öppen där" in capsys.readouterr().out
