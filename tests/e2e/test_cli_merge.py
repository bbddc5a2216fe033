"""`inspel merge`: what is told, and how conflicts are settled."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspel_app.cli.main import main
from inspel_app.domain.clock import shown
from inspel_app.domain.coding import Mark
from inspel_app.errors import ExitCode
from inspel_app.store.copies import copies_of
from inspel_app.store.project import Project
from tests.store.merging import copies as do
from tests.store.merging.copies import act, state

P = "a/0:0-4"


@pytest.fixture
def ours(folder: Path) -> Path:
    """A round in which Anna has marked a point, of which Bo has a copy."""
    path = do.make_round(folder / "rus.inspel")
    act(do.copy_of(path, "bo"), "bo", [do.mark(P, Mark.NO_POINT), do.code("b/0:0-4", "3.1")])
    return act(path, "anna", [do.mark(P, Mark.UNSURE)])


@pytest.fixture
def bo(ours: Path) -> Path:
    """Bo's copy."""
    return ours.with_name("bo.inspel")


def test_it_tells_what_came_and_what_is_open(
    ours: Path, bo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["merge", str(ours), str(bo)]) == ExitCode.PROBLEMS
    told = capsys.readouterr().out
    assert "bo: 2 händelser (1 koppling)." in told
    assert "1. inspel 1, a kommun · markering" in told
    with Project.open(ours) as project, Project.open(bo) as copy:
        assert f"här: osäker (anna, {shown(project.log()[2].at)})" in told
        assert f"bo: ingen synpunkt (bo, {shown(copy.log()[2].at)})" in told
    assert len(copies_of(ours)) == 1
    assert main(["merge", str(ours), "--take", "theirs", "1"]) == ExitCode.OK
    assert "Ingen konflikt är öppen." in capsys.readouterr().out
    assert main(["merge", str(ours), str(bo)]) == ExitCode.OK
    assert "bo: inget nytt." in capsys.readouterr().out


def test_json_tells_the_same(ours: Path, bo: Path, json_of: Callable[..., Any]) -> None:
    (told,) = json_of("merge", ours, bo, "--dry-run")["copies"]
    assert (told["copy"], told["actions"], told["conflicts"]) == ("bo", 2, 1)
    assert main(["merge", str(ours), str(bo)]) == ExitCode.PROBLEMS
    assert json_of("merge", ours, "--take", "mine", "1") == {"conflicts": []}
    log = json_of("log", ours)
    assert [one["by"] for one in log["taken"]] == ["bo", "bo"]
    with Project.open(ours) as project:
        assert next(p.mark for p in project.passages() if p.id == P) is Mark.UNSURE


@pytest.mark.parametrize("wrong", [[], ["--take", "deras", "1"], ["--take", "mine"]])
def test_what_is_not_said_is_asked_for(ours: Path, wrong: list[str]) -> None:
    before = state(ours)
    assert main(["merge", str(ours), *wrong]) == ExitCode.USAGE
    assert state(ours) == before
