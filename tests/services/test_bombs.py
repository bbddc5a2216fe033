"""A bomb costs itself alone: a refusal within bounds, and the files beside it are read."""

from pathlib import Path

import pytest

from inspel_app.services.intake import import_files
from inspel_app.services.jobs import Outcome, Result, finish
from inspel_app.services.rounds import new_round
from inspel_app.services.workers import WorkerPool
from inspel_app.store.project import Project
from tests.services.bombs import BOMBS

REFUSALS = {
    "laughs.docx": {"xml-doctype"},
    "spy.docx": {"xml-doctype"},
    "laughs.fodt": {"xml-doctype"},
    "mails.eml": {"trasigt-mejl"},
    "parts.eml": {"trasigt-mejl"},
}
"""The refusals of bombs that are not simply too large; none may be our own fault."""

HARMLESS = {"rows.odt"}
"""What repeats itself only on the screen: it is read once."""


def taken_in(project: Project, folder: Path, pool: WorkerPool) -> dict[str, Outcome]:
    outcomes: list[Outcome] = []
    finish(
        import_files(project, [folder], pool),
        lambda progress: outcomes.append(progress.outcome) if progress.outcome else None,
    )
    return {Path(outcome.name).name: outcome for outcome in outcomes}


@pytest.mark.slow
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_costs_itself_alone(name: str, tmp_path: Path, pool: WorkerPool) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a före.txt").write_text("Vi vill ha bussar.", "utf-8")
    (folder / f"b {name}").write_bytes(BOMBS[name]())
    (folder / "c efter.txt").write_text("Vi vill ha tåg.", "utf-8")
    with new_round(tmp_path / "r.inspel") as project:
        outcomes = taken_in(project, folder, pool)
        kept = [answer.text for s in project.submissions() for answer in s.answers]
    bomb = outcomes.pop(f"b {name}")
    codes = {problem.code for problem in bomb.problems}
    if name in HARMLESS:
        assert (bomb.result, kept[1:2]) == (Result.READ, ["x"])
    else:
        assert bomb.result in {Result.UNREADABLE, Result.REFUSED}
        assert codes & REFUSALS.get(name, {"for-stor"})
    assert [o.result for o in outcomes.values()] == [Result.READ] * 2
    assert {"Vi vill ha bussar.", "Vi vill ha tåg."} <= set(kept)
