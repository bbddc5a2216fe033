"""Whatever the disk refuses, and when: all or nothing, and words that tell what to do."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

from inspel_app.domain.synthesis import Audience
from inspel_app.errors import DiskError
from inspel_app.services.reporting import export
from inspel_app.services.saving import save
from inspel_app.store.project import Project
from tests.hallbarhet.failing_disk import FULL, READ, SYNC, WRITE, FailingDisk, Fault
from tests.hallbarhet.rounds import make_round
from tests.hallbarhet.state import hash_of, state_of
from tests.hallbarhet.work import Worker
from tests.store.samples import RUN, passages_of

ROOM_KIB = 700
Step = Callable[[Worker], None]


@pytest.fixture
def disk() -> Iterator[FailingDisk]:
    with FailingDisk() as disk:
        yield disk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A round with passages, closed."""
    path = tmp_path / "Omgång.inspel"
    make_round(path, 6)
    with Project.open(path) as project:
        project.save_passages(RUN, [p for s in project.submissions() for p in passages_of(s)])
    return path


def _told(error: DiskError) -> None:
    assert error.message.endswith(".")
    assert error.advice.endswith(".")


@pytest.mark.parametrize(
    ("step", "fault"),
    [
        (Worker.tag, WRITE),
        (Worker.tag, SYNC),
        (Worker.tag, FULL),
        (Worker.step_back, WRITE),
        (Worker.step_back, SYNC),
    ],
    ids=lambda one: getattr(one, "name", None) or one.__name__,
)
def test_a_change_is_made_or_not_whenever_the_disk_fails(
    path: Path, disk: FailingDisk, step: Step, fault: Fault
) -> None:
    nth, refused = 0, 0
    while nth == 0 or disk.failed:
        nth += 1
        copy = path.with_name(f"{nth}.inspel")
        shutil.copy(path, copy)
        before = hash_of(state_of(copy))
        with Project.open(copy) as project:
            worker = Worker(project, path.parent, Random(0), os.open(os.devnull, os.O_WRONLY))
            disk.fail(fault, nth)
            try:
                step(worker)
            except DiskError as error:
                refused += 1
                _told(error)
                disk.mend()
                assert hash_of(state_of(copy)) == before
                step(worker)  # it goes on where it was
            disk.mend()
            assert hash_of(state_of(copy)) != before
        _check_sound(copy)
    assert refused


def _check_sound(path: Path) -> None:
    with Project.open(path) as project:
        project.check()


@pytest.mark.parametrize("version", [1, 3, 5])
@pytest.mark.parametrize("fault", [WRITE, SYNC], ids=lambda f: f.name)
def test_an_older_round_is_brought_up_to_date_or_left_whenever_the_disk_fails(
    tmp_path: Path, disk: FailingDisk, fault: Fault, version: int
) -> None:
    nth, refused = 1, 0
    while nth == 1 or disk.failed:
        path = tmp_path / f"{nth}.inspel"
        make_round(path, version)
        disk.fail(fault, nth)
        try:
            Project.open(path).close()
        except DiskError as error:
            refused += 1
            _told(error)
        disk.mend()
        with Project.open(path) as project:
            project.check()
            assert len(project.submissions()) == 4
            assert project.undo() is not None
        nth *= 2
    assert refused


def test_a_disk_that_is_gone_is_told_and_all_is_there_when_it_is_back(
    path: Path, disk: FailingDisk
) -> None:
    before = hash_of(state_of(path))
    with Project.open(path) as project:
        project._db.execute("PRAGMA cache_size = 0")
        disk.fail(READ, 1, ever_after=True)
        with pytest.raises(DiskError, match="Disken svarade") as caught:
            project.submissions()
        _told(caught.value)
        with pytest.raises(DiskError):
            project.undo()
        disk.mend()
    assert hash_of(state_of(path)) == before
    _check_sound(path)


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_round_that_was_moved_while_it_was_open_takes_no_more_changes(
    tmp_path: Path, path: Path, what: str
) -> None:
    """They would be written in a file that nobody finds."""
    there = tmp_path / "disk" / path.name
    there.parent.mkdir()
    path.rename(there)
    moved = there if what == "file" else there.parent
    away = moved.with_name("borta")
    with Project.open(there) as project:
        moved.rename(away)
        with pytest.raises(DiskError, match="inte kvar") as caught:
            project.undo()
        _told(caught.value)
        away.rename(moved)
        assert project.undo() is not None
    _check_sound(there)


@pytest.mark.parametrize("kind", ["json", "xlsx", "docx"])
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_an_export_that_fails_leaves_the_one_before(
    path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, call: str
) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    out = path.with_name(f"ut.{kind}")
    with Project.open(path) as project:
        export(project, kind, out, Audience.WORK)
        before = out.read_bytes()
        files = sorted(path.parent.iterdir())
        monkeypatch.setattr(os, call, fail)
        with pytest.raises(DiskError) as caught:
            export(project, kind, out, Audience.WORK)
        _told(caught.value)
        assert out.read_bytes() == before
        assert sorted(path.parent.iterdir()) == files


_SMALL_DISK = """
set -e
mount -t tmpfs -o size={room}k inspel "{folder}"
exec {python} -m tests.hallbarhet.test_disk "{folder}"
"""


def test_a_full_disk_costs_only_what_did_not_fit(tmp_path: Path) -> None:
    """On a disk of its own, where the system lets us have one."""
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("no unshare")
    ours = [unshare, "--map-root-user", "--mount"]
    if subprocess.run([*ours, "true"], capture_output=True, check=False).returncode:  # noqa: S603 - ours
        pytest.skip("the system lets us mount nothing")
    script = _SMALL_DISK.format(room=ROOM_KIB, folder=tmp_path, python=sys.executable)
    done = subprocess.run(  # noqa: S603 - ours
        [*ours, "sh", "-c", script],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert "Disken är full" in done.stdout


def _fill(folder: Path) -> None:
    """Work until the disk is full; then everything but what did not fit is there."""
    path = folder / "Omgång.inspel"
    make_round(path, 6)
    with Project.open(path) as project, TemporaryDirectory() as elsewhere:
        worker = Worker(project, Path(elsewhere), Random(0), os.open(os.devnull, os.O_WRONLY))
        try:
            while True:
                before = len(project.submissions())
                worker.take_in()
        except DiskError as error:
            _told(error)
            print(error.message)  # noqa: T201 - what the test looks for
        assert before <= len(project.submissions()) <= before + 3
        project.check()
        with pytest.raises(DiskError):
            save(folder / "ut.json", bytes(ROOM_KIB * 1024))
        assert not list(folder.glob("*ut.json*"))
    _check_sound(path)


if __name__ == "__main__":
    _fill(Path(sys.argv[1]))
