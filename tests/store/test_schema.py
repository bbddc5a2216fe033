import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from inspel_app.domain.cutting import part_of
from inspel_app.errors import ProjectError
from inspel_app.store.audit import AUDITED, remove_triggers
from inspel_app.store.connection import connect
from inspel_app.store.migrations import MIGRATIONS
from inspel_app.store.project import Project
from inspel_app.store.schema import APPLICATION_ID, make_tables, migrate, pragma
from tests.store.samples import RUN, audited, passages_of, submission


def _second(db: Database) -> None:
    db.execute("ALTER TABLE submissions ADD COLUMN note TEXT NOT NULL DEFAULT ''")
    db.execute("UPDATE submissions SET note = 'flyttad'")


def _fails(db: Database) -> None:
    _second(db)
    raise ValueError("halvvägs")


def _filled(path: Path, project: Project) -> Database:
    with project.action("Läs in"):
        project.add_submission(submission("a"), {})
    project.close()
    return connect(path)


def test_file_is_marked_and_safe_from_power_cuts(project: Project) -> None:
    db = project._db
    assert pragma(db, "application_id") == APPLICATION_ID
    assert pragma(db, "user_version") == len(MIGRATIONS)
    assert pragma(db, "synchronous") == 2
    assert pragma(db, "foreign_keys") == 1
    assert db.journal_mode == "wal"


@pytest.mark.parametrize("table", AUDITED)
def test_audited_tables_hold_only_what_json_keeps(project: Project, table: str) -> None:
    assert project._db.table(table).strict
    types = {column.type for column in project._db.table(table).columns}
    assert types <= {"INTEGER", "TEXT"}


def test_migration_watches_the_columns_that_it_adds(project: Project, path: Path) -> None:
    db = _filled(path, project)
    migrate(db, (*MIGRATIONS, _second))
    assert pragma(db, "user_version") == len(MIGRATIONS) + 1
    assert db.execute("SELECT note FROM submissions").fetchone() == ("flyttad",)
    assert db.execute("SELECT count(*) FROM actions").fetchone() == (1,)
    with pytest.raises(sqlite3.IntegrityError, match="outside an action"):
        db.execute("UPDATE submissions SET note = 'ändrad'")
    db.close()


def test_history_from_before_a_migration_can_be_undone_and_redone(
    project: Project, path: Path
) -> None:
    db = _filled(path, project)
    migrate(db, (*MIGRATIONS, _second))
    migrated = Project(path, db)
    before = audited(path)["answers"]
    migrated.undo()
    assert migrated.submissions() == ()
    migrated.redo()
    assert audited(path)["answers"] == before
    assert [s.id for s in migrated.submissions()] == ["a"]
    migrated.close()


def test_migration_that_fails_leaves_the_file_as_it_was(project: Project, path: Path) -> None:
    db = _filled(path, project)
    before = list(db.iterdump())
    with pytest.raises(ValueError, match="halvvägs"):
        migrate(db, (*MIGRATIONS, _fails))
    assert list(db.iterdump()) == before
    db.close()
    with Project.open(path) as again:
        assert [s.id for s in again.submissions()] == ["a"]


def test_migrated_file_is_too_new_for_the_program_of_before(project: Project, path: Path) -> None:
    db = _filled(path, project)
    migrate(db, (*MIGRATIONS, _second))
    db.close()
    with pytest.raises(ProjectError, match="nyare version"):
        Project.open(path)


def test_file_of_this_version_is_not_written_in_when_opened(project: Project, path: Path) -> None:
    project.close()
    before = path.read_bytes()
    Project.open(path).close()
    assert path.read_bytes() == before


def test_points_and_cuts_of_the_tenth_version_stand_under_nothing_until_they_are_made_anew(
    project: Project, path: Path
) -> None:
    inspel = submission("a")
    with project.action("Läs in"):
        project.add_submission(inspel, {})
    first, second = passages_of(inspel)
    project.save_passages(RUN, [first, second])
    halves = [part_of(first, *half, first.text) for half in ((0, 1), (1, 4))]
    with project.action("Dela"):
        project.decisions.recut([first], halves, "anna")
    project.close()
    db = _as_of_the_tenth_version(path)
    migrate(db)
    with Project(path, db) as migrated:
        assert migrated.passages() == (*halves, second)
        assert migrated.undo() is not None
        assert migrated.passages() == (first, second)
        migrated.redo()
        assert migrated.cuts() == tuple(halves)
        under = replace(second, heading="Vägar")
        migrated.save_passages(RUN, [first, under])
        assert migrated.passages() == (*halves, under)


def _as_of_the_tenth_version(path: Path) -> Database:
    """The file as a program of version 10 left it: no headings, in the history neither."""
    db, old = connect(path), Database(memory=True)
    make_tables(old, 10)
    with db.atomic():
        remove_triggers(db)
        for view in old.views:
            db.execute(f"DROP VIEW {view.name}")
        for table in ("passages", "cuts"):
            db.execute(f"ALTER TABLE {table} DROP COLUMN heading")
        for view in old.views:
            db.execute(view.schema)
        for image in ("before", "after"):
            db.execute(f"UPDATE changes SET {image} = json_remove({image}, '$.heading')")  # noqa: S608 - fixed names
        db.execute("PRAGMA user_version = 10")
    return db
