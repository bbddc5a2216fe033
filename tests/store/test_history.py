"""The laws of actions: whole or not at all, undone and redone without a trace, never lost."""

import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from inspel_app.domain.coding import Theme
from inspel_app.domain.form import Respondent, Status, Submission
from inspel_app.store.audit import AUDITED
from inspel_app.store.project import LogEntry, Project
from tests.store.samples import (
    RUN,
    SETTINGS,
    audited,
    passages_of,
    respondents,
    sha256_of,
    submission,
    submissions,
    texts,
)

NAMES = ("a", "b", "c")

Write = Callable[[Project], object]


def _writes() -> st.SearchStrategy[Write]:
    """One write of any kind, mostly about the same few rows."""
    names = st.sampled_from(NAMES)
    codes = st.tuples(st.sampled_from("12"), st.sampled_from([None, "mal"]), st.sampled_from("AB"))
    return st.one_of(
        (submissions | names.map(submission)).map(lambda s: lambda p: _add_once(p, s)),
        st.tuples(names, st.sampled_from(Status), texts).map(
            lambda t: lambda p: p.update_submission(t[0], status=t[1], received=t[2])
        ),
        st.tuples(names, respondents).map(lambda t: lambda p: p.update_respondent(*t)),
        st.tuples(names, codes).map(lambda t: lambda p: p.assign(f"{t[0]}/0:0-4", *t[1])),
        st.tuples(names, codes).map(lambda t: lambda p: p.unassign(f"{t[0]}/0:0-4", *t[1])),
        texts.map(lambda label: lambda p: p.theme_edits.keep(_theme(label), "bo")),
        st.just(lambda p: p.theme_edits.release("t1")),
        texts.map(lambda t: lambda p: p.change_settings(replace(SETTINGS, title=t))),
    )


def _add_once(project: Project, inspel: Submission) -> None:
    if inspel.id not in [s.id for s in project.submissions()]:
        project.add_submission(inspel, {})


def _do(project: Project, writes: list[Write]) -> None:
    """Those of the writes whose inspel is there."""
    for write in writes:
        with suppress(KeyError):
            write(project)


def _theme(label: str) -> Theme:
    return Theme("t1", None, label, (), ("a/0:0-4",))


class Round(RuleBasedStateMachine):
    """A round in use: what it holds is compared with a plain list of what it has held."""

    @initialize()
    def create(self) -> None:
        """Begin with one inspel, and the machine's work on some that may come."""
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "omgång.inspel"
        self.project = Project.create(self.path, SETTINGS)
        with self.project.action("Läs in a"):
            self.project.add_submission(submission("a"), {})
        points = [p for name in NAMES for p in passages_of(submission(name))]
        self.project.save_passages(RUN, points)
        theme = Theme("t1", None, "Tema", (), tuple(p.id for p in points))
        self.project.save_themes(replace(RUN, kind="themes"), [theme])
        self.project.undo()
        self.states = [audited(self.path)]
        self.project.redo()
        self.states.append(audited(self.path))
        self.at = 1
        self.log = self.project.log()

    def teardown(self) -> None:
        self.project.close()
        self.folder.cleanup()

    @rule(writes=st.lists(_writes(), max_size=5))
    def act(self, writes: list[Write]) -> None:
        with self.project.action("Gör"):
            _do(self.project, writes)
        if len(self.project.log()) > len(self.log):
            self.states = [*self.states[: self.at + 1], audited(self.path)]
            self.at += 1

    @rule(
        parts=st.lists(st.lists(_writes(), max_size=3), min_size=1, max_size=4),
        rest=st.none() | st.lists(_writes(), max_size=3),
    )
    def act_in_parts(self, parts: list[list[Write]], rest: list[Write] | None) -> None:
        """All is one step; what fails after it was saved takes nothing of that with it."""
        with suppress(ValueError), self.project.action("Gör") as action:
            for number, part in enumerate(parts, start=1):
                _do(self.project, part)
                action.name = f"Gör {number}"
                action.save()
            saved = audited(self.path)
            if rest is not None:
                _do(self.project, rest)
                raise ValueError
        assert audited(self.path) == saved
        if len(self.project.log()) > len(self.log):
            (entry,) = self.project.log()[len(self.log) :]
            assert entry.name == f"Gör {len(parts)}"
            self.states = [*self.states[: self.at + 1], saved]
            self.at += 1

    @rule(
        writes=st.lists(_writes(), max_size=3),
        error=st.sampled_from([ValueError, KeyboardInterrupt, GeneratorExit]),
    )
    def fail(self, writes: list[Write], error: type[BaseException]) -> None:
        with suppress(error), self.project.action("Går fel"):
            _do(self.project, writes)
            raise error

    @rule()
    def undo(self) -> None:
        entry = self.project.undo()
        assert (entry is None) == (self.at == 0)
        self.at = max(0, self.at - 1)

    @rule()
    def redo(self) -> None:
        entry = self.project.redo()
        assert (entry is None) == (self.at == len(self.states) - 1)
        self.at = min(len(self.states) - 1, self.at + 1)

    @rule()
    def restart(self) -> None:
        self.project.close()
        self.project = Project.open(self.path)

    @invariant()
    def holds_what_it_held(self) -> None:
        assert audited(self.path) == self.states[self.at]

    @invariant()
    def history_only_grows(self) -> None:
        log = self.project.log()
        kept = [replace(entry, undone=False) for entry in log]
        assert kept[: len(self.log)] == [replace(entry, undone=False) for entry in self.log]
        assert [entry.number for entry in log] == list(range(1, len(log) + 1))
        self.log = log


TestRound = Round.TestCase
TestRound.settings = settings(max_examples=20, stateful_step_count=25, deadline=None)


def _add(project: Project, name: str) -> None:
    with project.action(f"Läs in {name}", by="anna"):
        project.add_submission(submission(name), {})


def test_log_tells_what_was_done_undone_and_redone(project: Project) -> None:
    _add(project, "a")
    _add(project, "b")
    undone = project.undo(by="bo")
    assert undone == project.log()[-1]
    assert undone is not None
    assert (undone.name, undone.by, undone.undoes) == ("Ångra: Läs in b", "bo", 2)
    assert [e.undone for e in project.log()] == [False, True, False]
    redone = project.redo()
    assert isinstance(redone, LogEntry)
    assert (redone.name, redone.redoes) == ("Gör om: Läs in b", 2)
    assert [e.undone for e in project.log()] == [False] * 4
    assert [e.by for e in project.log()] == ["anna", "anna", "bo", ""]


def test_changes_of_one_row_in_one_action_are_taken_back_in_reverse(project: Project) -> None:
    with project.action("Ändra tre gånger"):
        for title in ("ett", "två", "tre"):
            project.change_settings(replace(SETTINGS, title=title))
    project.undo()
    assert project.settings == SETTINGS
    project.redo()
    assert project.settings.title == "tre"


def test_new_action_clears_redo(project: Project) -> None:
    _add(project, "a")
    project.undo()
    _add(project, "b")
    assert project.redo() is None
    assert [s.id for s in project.submissions()] == ["b"]
    assert [e.undone for e in project.log()] == [True, False, False]


def test_action_that_changes_nothing_leaves_no_entry(project: Project) -> None:
    _add(project, "a")
    with project.action("Ingenting"):
        pass
    with project.action("Samma igen"):
        project.update_submission("a", status=project.submission("a").status)
    assert [e.name for e in project.log()] == ["Läs in a"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_action_that_fails_leaves_nothing(project: Project, error: type[BaseException]) -> None:
    def fail() -> None:
        with project.action("Läs in"):
            project.add_submission(submission("a"), {"sha": "text"})
            raise error

    with pytest.raises(error):
        fail()
    assert project.submissions() == ()
    assert project.log() == []
    with pytest.raises(KeyError):
        project.document_text("sha")
    _add(project, "b")
    assert [s.id for s in project.submissions()] == ["b"]


def test_actions_are_not_nested(project: Project) -> None:
    with project.action("Yttre"):
        with pytest.raises(RuntimeError), project.action("Inre"):
            pass
        with pytest.raises(RuntimeError):
            project.undo()
        project.add_submission(submission("a"), {})
    assert [e.name for e in project.log()] == ["Yttre"]


@pytest.mark.parametrize(
    "write",
    [
        lambda project: project.change_settings(SETTINGS),
        lambda project: project.add_original(b"", sha256_of(b"")),
        lambda project: project.add_submission(submission("b"), {}),
        lambda project: project.update_submission("a", late=True),
        lambda project: project.update_respondent("a", Respondent()),
        lambda project: project.assign("a/0:0-4", "1", None, "anna"),
        lambda project: project.unassign("a/0:0-4", "1", None, "anna"),
        lambda project: project.theme_edits.keep(_theme("Ny"), "bo"),
    ],
)
def test_write_outside_an_action_is_refused(project: Project, write: Write) -> None:
    _add(project, "a")
    project.save_passages(RUN, passages_of(submission("a")))
    project.save_themes(RUN, [Theme("t1", None, "Tema", (), ("a/0:0-4",))])
    with pytest.raises(RuntimeError, match="inside an action"):
        write(project)


@pytest.mark.parametrize("table", AUDITED)
def test_write_past_the_store_is_refused_for_every_audited_table(
    project: Project, path: Path, table: str
) -> None:
    _add(project, "a")
    before = audited(path)
    connection = sqlite3.connect(path)
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    values = ", ".join("'9'" for _column in columns)
    with pytest.raises(sqlite3.IntegrityError, match=r"outside an action|CHECK"):
        connection.execute(f"INSERT INTO {table} VALUES ({values})")  # noqa: S608 - fixed names
    if before[table]:
        with pytest.raises(sqlite3.IntegrityError, match="outside an action"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - fixed names
        with pytest.raises(sqlite3.IntegrityError, match="outside an action"):
            connection.execute(f"UPDATE {table} SET {columns[-1]} = '9'")  # noqa: S608 - fixed names
    connection.close()
    assert audited(path) == before


@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET rowid = rowid + 1"])
@pytest.mark.parametrize("table", ["actions", "changes"])
def test_history_cannot_be_rewritten(
    project: Project, path: Path, table: str, statement: str
) -> None:
    _add(project, "a")
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="history only grows"):
        connection.execute(statement.format(table))
    connection.close()
