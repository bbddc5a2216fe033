"""A long action that is saved in parts: nothing saved is lost, and all of it is one step."""

import subprocess
import sys
from pathlib import Path

import pytest

from inspel_app.errors import DiskError
from inspel_app.store.project import Project
from inspel_app.store.schema import pragma
from tests.store.samples import audited, sha256_of, submission


def add(project: Project, *names: str) -> None:
    for name in names:
        project.add_submission(submission(name), {})


def test_what_is_saved_can_be_read_by_others_at_once(project: Project, path: Path) -> None:
    with Project.open(path) as other, project.action("Läs in") as action:
        add(project, "a")
        assert other.submissions() == ()
        action.save()
        assert [s.id for s in other.submissions()] == ["a"]
        assert [entry.name for entry in other.log()] == ["Läs in"]


def test_the_last_name_is_the_one_in_the_log(project: Project) -> None:
    with project.action("Läs in 3 filer", by="anna") as action:
        add(project, "a")
        action.name = "Läs in 1 fil"
        action.save()
        add(project, "b")
        action.name = "Läs in 2 filer"
    (entry,) = project.log()
    assert (entry.number, entry.name, entry.by) == (1, "Läs in 2 filer", "anna")


def test_nothing_saved_leaves_no_entry(project: Project) -> None:
    with project.action("Läs in") as action:
        action.save()
        action.save()
    assert project.log() == []


def test_parts_with_anothers_action_between_them_are_steps_of_their_own(
    project: Project, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other may even undo the first part."""
    commit = project._db.commit

    def let_another_in() -> None:
        commit()
        monkeypatch.undo()
        with Project.open(path) as other:
            assert other.undo(by="bo") is not None

    with project.action("Läs in") as action:
        add(project, "a")
        monkeypatch.setattr(project._db, "commit", let_another_in)
        action.save()
        add(project, "b")
    assert [s.id for s in project.submissions()] == ["b"]
    assert [(e.number, e.name, e.undone) for e in project.log()] == [
        (1, "Läs in", True),
        (2, "Ångra: Läs in", False),
        (3, "Läs in", False),
    ]
    project.undo()
    assert project.submissions() == ()
    project.redo()
    assert [s.id for s in project.submissions()] == ["b"]


def test_full_disk_costs_only_what_was_not_saved(project: Project) -> None:
    def fill() -> None:
        with project.action("Läs in") as action:
            add(project, "a")
            action.save()
            add(project, "b")
            project.add_original(bytes(1_000_000), sha256_of(bytes(1_000_000)))

    project._db.execute(f"PRAGMA max_page_count = {pragma(project._db, 'page_count') + 20}")
    with pytest.raises(DiskError, match="Disken är full"):
        fill()
    assert [s.id for s in project.submissions()] == ["a"]
    project.undo()
    assert project.submissions() == ()
    project.check()


_SAVE_ON = """
import sys
from pathlib import Path
from inspel_app.store.project import Project
from tests.store.samples import submission
with Project.open(Path(sys.argv[1])) as project, project.action("Läs in") as action:
    for n in range(10_000):
        project.add_submission(submission(f"s{n}"), {})
        action.name = f"Läs in {n + 1}"
        action.save()
        print(n, flush=True)
"""


def test_killed_program_loses_nothing_that_was_saved(project: Project, path: Path) -> None:
    before = audited(path)
    project.close()
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", _SAVE_ON, str(path)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as child:  # noqa: S603 - ours
        assert child.stdout is not None
        written = [int(child.stdout.readline()) for _turn in range(5)]
        child.kill()
    with Project.open(path) as again:
        again.check()
        count = len(again.submissions())
        assert count >= len(written)
        assert [entry.name for entry in again.log()] == [f"Läs in {count}"]
        again.undo()
        assert audited(path) == before
        assert again.undo() is None
