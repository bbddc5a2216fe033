"""Copies taken in as people do: from files, with words about what came and what is open."""

import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inspel_app.domain.coding import Mark
from inspel_app.domain.form import Status
from inspel_app.errors import DamagedError, ProjectError, UsageError
from inspel_app.services.agreement import NEEDED, agreement
from inspel_app.services.merging import brought, merge
from inspel_app.services.past import past, past_of
from inspel_app.services.quarrels import Side, quarrels, settle
from inspel_app.services.receiving import set_received
from inspel_app.services.rounds import new_round
from inspel_app.services.weeding import Plan, weed
from inspel_app.store.migrations import MIGRATIONS
from inspel_app.store.project import Project
from tests.hallbarhet.rounds import FIRST
from tests.hallbarhet.rounds import make_round as older_round
from tests.services.coders import add_points, code
from tests.store.merging import copies as do
from tests.store.merging.copies import act, state

P = "a/0:0-4"


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """The round, in which all begin."""
    return do.make_round(tmp_path / "rus.inspel")


@pytest.fixture
def bo(ours: Path) -> Path:
    """Bo's copy, with his work in it."""
    return act(do.copy_of(ours, "bo"), "bo", [do.code(P, "5.1"), do.mark(P, Mark.UNSURE)])


def test_it_is_told_what_came_in_and_by_whom(ours: Path, bo: Path) -> None:
    with Project.open(ours) as project:
        (merged,) = merge(project, [bo], "eva")
        assert (merged.copy, merged.actions, merged.conflicts) == ("bo", 2, 0)
        assert list(brought(merged.things)) == ["1 koppling", "1 markering"]
        assert merged.submissions == 0
        told = [(event.by, event.name, event.how) for event in past(project)[:3]]
        assert told == [
            ("eva", "Ta in kopian bo", ""),
            ("bo", "Gör 1", "i kopian bo"),
            ("bo", "Gör 0", "i kopian bo"),
        ]
        assert {event.by for event in past_of(project, P)} == {"eva", "bo"}


def test_a_trial_tells_the_same_and_keeps_nothing(ours: Path, bo: Path) -> None:
    before = state(ours)
    with Project.open(ours) as project:
        tried = merge(project, [bo], "eva", dry=True)
        assert project.log()[-1].name == "Tema"
        assert tried == merge(project, [bo], "eva")
    assert state(ours) != before


def test_several_copies_are_one_action(ours: Path, bo: Path) -> None:
    cia = act(do.copy_of(ours, "cia"), "cia", [do.code(P, "3.1")])
    before = state(ours)
    with Project.open(ours) as project:
        merge(project, [bo, cia], "eva")
        assert set(project.codings()) == {"bo", "cia"}
        project.undo("eva")
    assert state(ours) == before


def test_what_is_open_is_told_in_words(ours: Path, bo: Path) -> None:
    act(ours, "anna", [do.mark(P, Mark.NO_POINT), do.stand("b", Status.LAST)])
    act(bo, "bo", [do.stand("b", Status.KLAR)])
    with Project.open(ours) as project:
        (merged,) = merge(project, [bo], "anna")
        assert merged.conflicts == len(quarrels(project)) > 1
        told = {q.about: (q.ours.text, q.theirs.text) for q in quarrels(project)}
        assert told["inspel 2, b kommun · status"] == ("Läst", "Klar")
        number = next(q.number for q in quarrels(project) if "status" in q.about)
        settle(project, [number], Side.THEIRS, "anna")
        assert project.submission("b").status is Status.KLAR
        assert project.log()[-1].name == "Avgör en konflikt"
        with pytest.raises(UsageError, match="ingen konflikt 9"):
            settle(project, [9], Side.MINE)


def test_agreement_is_told_of_people_in_different_copies(tmp_path: Path) -> None:
    with new_round(tmp_path / "rus.inspel") as project:
        points = add_points(project, 2 * NEEDED)
    bo = do.copy_of(project.path, "bo")
    with Project.open(bo) as copy:
        code(copy, "bo", {p: ["3.3"] if n % 2 else ["1.1"] for n, p in enumerate(points)})
    with Project.open(project.path) as project:
        code(project, "anna", {p: ["3.3"] if n % 2 else ["1.1"] for n, p in enumerate(points)})
        merge(project, [bo], "anna")
        compared = next(c for c in agreement(project) if c.coders == ("anna", "bo"))
    assert compared.whole.kappa is not None
    assert compared.whole.kappa.value == 1


def test_what_is_late_follows_the_last_day_of_both(ours: Path) -> None:
    bo = do.copy_of(ours, "bo")
    act(ours, "anna", [do.settings(deadline="2025-01-01")])
    with Project.open(bo) as copy:
        set_received(copy, 1, datetime(2025, 2, 1, tzinfo=UTC), "bo")
    with Project.open(ours) as project:
        merge(project, [bo], "anna")
        assert project.submission("a").late


def test_a_copy_is_never_written_in(ours: Path, bo: Path) -> None:
    before = bo.read_bytes()
    with Project.open(ours) as project:
        merge(project, [bo], "eva")
    assert bo.read_bytes() == before
    assert not list(bo.parent.glob("bo.inspel-*"))


@pytest.mark.parametrize("version", [5, 6, 7])
def test_copies_of_an_older_version_are_taken_in(tmp_path: Path, version: int) -> None:
    path = tmp_path / "rus.inspel"
    older_round(path, version)
    bo = do.copy_of(path, "bo")
    act(path, "anna", [do.stand(FIRST[0], Status.LAST)])
    before = bo.read_bytes()
    act(do.copy_of(bo, "bo2"), "bo", [do.give(FIRST[0], "Bo")])
    with Project.open(path) as project:
        assert merge(project, [bo], "anna")[0].actions == 0
        assert merge(project, [tmp_path / "bo2.inspel"], "anna")[0].actions == 1
        inspel = project.submission(FIRST[0])
        assert (inspel.status, inspel.assignee) == (Status.LAST, "Bo")
    assert bo.read_bytes() == before


def test_a_copy_of_a_newer_version_is_refused(ours: Path, bo: Path) -> None:
    connection = sqlite3.connect(bo)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    with Project.open(ours) as project, pytest.raises(ProjectError, match="nyare version"):
        merge(project, [bo], "eva")


def test_another_round_and_the_round_itself_are_refused(ours: Path, tmp_path: Path) -> None:
    other = do.make_round(tmp_path / "annan.inspel")
    before = state(ours)
    with Project.open(ours) as project:
        with pytest.raises(UsageError, match="ingen kopia av den här omgången"):
            merge(project, [other], "eva")
        with pytest.raises(UsageError, match="omgången själv"):
            merge(project, [ours], "eva")
        with pytest.raises(ProjectError, match="finns inte"):
            merge(project, [tmp_path / "ingen.inspel"], "eva")
    assert state(ours) == before


def test_one_damaged_copy_lets_none_come_in(ours: Path, bo: Path) -> None:
    bad = Path(shutil.copyfile(bo, bo.with_name("skadad.inspel")))
    bad.write_bytes(bad.read_bytes()[:5000])
    before = state(ours)
    with Project.open(ours) as project, pytest.raises(DamagedError):
        merge(project, [bo, bad], "eva")
    assert state(ours) == before


def test_what_was_weeded_does_not_come_back(ours: Path, bo: Path) -> None:
    plan = Plan(contacts=True)
    with Project.open(ours) as project:
        weed(project, plan, "Beslut 1", "eva")
        with pytest.raises(ProjectError, match="gallrats"):
            merge(project, [bo], "eva")
    with Project.open(bo) as copy:
        weed(copy, plan, "Beslut 1", "bo")
    with Project.open(ours) as project:
        assert merge(project, [bo], "eva")[0].things["assignments"] == 1
        assert project.submission("a").respondent.email == ""


KILLED = """
import os, sys
from pathlib import Path
from inspel_app.services.merging import merge
from inspel_app.store.merging import merge as taking
from inspel_app.store.project import Project
put, left = taking.put, int(sys.argv[3])
def dying(*args):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), 9)
    put(*args)
taking.put = dying
with Project.open(Path(sys.argv[1])) as project:
    merge(project, [Path(sys.argv[2])], "eva")
"""


@pytest.mark.parametrize("after", [0, 1])
def test_a_kill_in_the_middle_leaves_the_round_as_it_was(ours: Path, bo: Path, after: int) -> None:
    before = state(ours)
    command = [sys.executable, "-c", KILLED, str(ours), str(bo), str(after)]
    assert subprocess.run(command, check=False).returncode == -9  # noqa: S603 - our own
    assert state(ours) == before
    with Project.open(ours) as project:
        project.check()
        assert merge(project, [bo], "eva")[0].things["marks"] == 1


def test_a_copy_that_is_written_in_meanwhile_is_refused(
    ours: Path, bo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = shutil.copyfile

    def copied_while_bo_works(source: Path, target: Path) -> Path:
        real(source, target)
        act(bo, "bo", [do.code(P, "3.1")])
        return target

    before = state(ours)
    with Project.open(ours) as project:
        monkeypatch.setattr(shutil, "copyfile", copied_while_bo_works)
        with pytest.raises(ProjectError, match=r"Någon skriver just nu i bo\.inspel"):
            merge(project, [bo], "eva")
    assert state(ours) == before
