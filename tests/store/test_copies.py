"""Copies that are taken by themselves, and damaged rounds made whole by them or without."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from inspel_app.errors import DamagedError, DiskError, ProjectError
from inspel_app.store import copies
from inspel_app.store.copies import copies_of, drop_copies, folder_of, keep_copy, keep_file
from inspel_app.store.migrations import MIGRATIONS
from inspel_app.store.project import Project
from inspel_app.store.repair import repair
from tests.hallbarhet.rounds import FIRST, make_round
from tests.store.samples import SETTINGS, audited, submission


@pytest.fixture
def closed(path: Path) -> Path:
    """A round of one inspel that nobody has open."""
    with Project.create(path, SETTINGS):
        pass
    add(path, "a")
    return path


def add(path: Path, name: str) -> None:
    with Project.open(path) as project, project.action(f"Läs in {name}", "anna"):
        project.add_submission(submission(name), {})
        project.add_original(name.encode(), submission(name).files[0].sha256)


def names(path: Path) -> list[str]:
    with Project.open(path) as project:
        project.check()
        return [s.id for s in project.submissions()]


def test_a_copy_holds_all_and_is_taken_once_for_each_change(closed: Path) -> None:
    made = keep_copy(closed)
    assert made
    assert made.parent == folder_of(closed)
    assert keep_copy(closed) is None
    with Project.open(closed) as project:  # while it is open, and not yet merged into the file
        with project.action("Läs in", "anna"):
            project.add_submission(submission("b"), {})
        keep_copy(closed)
    assert [names(copy) for copy in copies_of(closed)] == [["a", "b"], ["a"]]
    assert [p.name for p in folder_of(closed).iterdir() if p.name.startswith("~")] == []


def test_the_oldest_go_and_fewer_are_kept_of_large_ones(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(closed).mkdir()
    for day in range(10, 24):
        shutil.copy(closed, folder_of(closed) / f"2025-06-{day} 10.00.00.inspel")
    os.utime(closed, (1, 1))
    keep_copy(closed)
    assert len(copies_of(closed)) == copies.MOST
    assert copies_of(closed)[-1].name == "2025-06-15 10.00.00.inspel"
    monkeypatch.setattr(copies, "_ROOM", 3 * closed.stat().st_size)
    os.utime(closed, (2, 2))
    keep_copy(closed)
    assert len(copies_of(closed)) in {2, 3}
    monkeypatch.setattr(copies, "_ROOM", 1)
    os.utime(closed, (3, 3))
    latest = keep_copy(closed)
    assert copies_of(closed)[0] == latest
    assert len(copies_of(closed)) == 2


def test_no_copy_is_taken_of_what_is_damaged(closed: Path) -> None:
    first = keep_copy(closed)
    spoil(closed)
    with pytest.raises(DamagedError):
        keep_copy(closed)
    assert copies_of(closed) == [first]
    assert list(folder_of(closed).iterdir()) == [first]


def test_a_full_disk_is_told_of(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(closed.parent)._replace(free=10)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage)
    for keep in (keep_copy, keep_file):
        with pytest.raises(DiskError, match="plats"):
            keep(closed)
        assert copies_of(closed) == []


def test_copies_go_when_what_is_in_them_is_to_be_gone(closed: Path) -> None:
    assert drop_copies(closed) == 0
    keep_copy(closed)
    assert drop_copies(closed) == 1
    assert not folder_of(closed).exists()


def spoil(path: Path) -> None:
    """Write over the pages of a table, as a bad sector does."""
    with closing(sqlite3.connect(path)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'answers'").fetchone()
        (size,) = db.execute("PRAGMA page_size").fetchone()
    with path.open("rb+") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)


def behead(path: Path) -> None:
    with path.open("rb+") as file:
        file.write(b"\0" * 200)


def cut(path: Path) -> None:
    with path.open("rb+") as file:
        file.truncate(path.stat().st_size // 2)


def spoil_an_index(path: Path) -> None:
    """Let an index lack what its table holds."""
    with closing(sqlite3.connect(path)) as db:
        (page, size) = db.execute(
            "SELECT rootpage, (SELECT page_size FROM pragma_page_size) FROM sqlite_schema"
            " WHERE type = 'index' AND tbl_name = 'answers'"
        ).fetchone()
    with path.open("rb+") as file:
        file.seek((page - 1) * size + 8)
        file.write(b"\xff" * 8)


@pytest.mark.parametrize("harm", [spoil, behead, cut])
def test_the_latest_whole_copy_takes_the_place_of_what_cannot_be_read(
    closed: Path, harm: Callable[[Path], None]
) -> None:
    keep_copy(closed)
    latest = folder_of(closed) / "2999-01-01 10.00.00.inspel"
    add(closed, "b")
    keep_copy(closed)
    copies_of(closed)[0].rename(latest)
    spoil(latest)
    add(closed, "c")
    harm(closed)
    done = repair(closed)
    assert done
    assert done.copy
    assert done.copy != latest
    assert names(closed) == ["a"]
    assert done.aside.read_bytes()
    lost = [one.name for one in done.lost] if done.lost is not None else None
    assert lost == (["Läs in b", "Läs in c"] if harm is spoil else None)
    assert repair(closed) is None


def test_nothing_is_lost_where_all_can_still_be_read(closed: Path) -> None:
    keep_copy(closed)
    add(closed, "b")
    spoil_an_index(closed)
    done = repair(closed)
    assert done
    assert (done.copy, done.lost) == (None, ())
    assert names(closed) == ["a", "b"]


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS) + 1))
def test_a_round_of_any_version_is_saved_where_all_can_still_be_read(
    path: Path, version: int
) -> None:
    make_round(path, version)
    keep = path.with_name("kopia.inspel")
    shutil.copyfile(path, keep)
    spoil_an_index(path)
    done = repair(path)
    assert done
    assert (done.copy, done.lost) == (None, ())
    assert names(path) == names(keep) == list(FIRST)
    assert audited(path) == audited(keep)


def harm_the_head(path: Path, start: int) -> None:
    """Write over the head of the file: bytes 60 to 63 tell the version, 68 to 71 whose it is."""
    with path.open("rb+") as file:
        file.seek(start)
        file.write(b"\0" * (72 - start))


def test_a_round_that_no_longer_says_that_it_is_one_is_saved(closed: Path) -> None:
    harm_the_head(closed, 68)
    assert repair(closed)
    assert names(closed) == ["a"]


def test_no_rows_are_left_behind_where_the_version_is_gone(closed: Path) -> None:
    harm_the_head(closed, 60)
    with pytest.raises(DamagedError):
        repair(closed)


def test_what_is_damaged_without_a_copy_is_left_as_it_is(closed: Path) -> None:
    spoil(closed)
    before = closed.read_bytes()
    with pytest.raises(DamagedError):
        repair(closed)
    assert closed.read_bytes() == before
    assert list(closed.parent.iterdir()) == [closed]


def test_what_is_not_damaged_is_not_repaired(closed: Path) -> None:
    assert repair(closed) is None
    with closing(sqlite3.connect(closed)) as db:
        db.execute("PRAGMA user_version = 999")
    with pytest.raises(ProjectError, match="nyare version"):
        repair(closed)
    with pytest.raises(ProjectError, match="finns inte"):
        repair(closed.with_name("annan.inspel"))
