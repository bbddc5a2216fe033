"""What the world does to a project file, and what the user is told."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from inspel_app.errors import DiskError, ExitCode, ProjectError, UsageError
from inspel_app.store.connection import database_errors
from inspel_app.store.project import Project
from tests.store.samples import SETTINGS, sha256_of, submission


@contextmanager
def no_room(byte_count: int) -> Iterator[None]:
    """No file can grow beyond a size: what a full disk is to SQLite."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (byte_count, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _refused(path: Path, message: str) -> ProjectError:
    with pytest.raises(ProjectError, match=message) as caught:
        Project.open(path)
    assert caught.value.advice
    assert caught.value.exit_code == ExitCode.LOCKED
    return caught.value


def test_missing_file_is_told(path: Path) -> None:
    _refused(path, "finns inte")
    assert not path.exists()


@pytest.mark.parametrize("data", [b"", b"Hej", b"PK\x03\x04" * 5000])
def test_file_of_another_kind_is_told_and_left_as_it_was(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    _refused(path, "är ingen omgång")
    assert path.read_bytes() == data


def test_database_of_another_program_is_told_and_left_as_it_was(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE theirs (a)")
    connection.close()
    before = path.read_bytes()
    _refused(path, "är ingen omgång")
    assert path.read_bytes() == before


def test_project_of_a_newer_version_is_told_and_left_as_it_was(
    project: Project, path: Path
) -> None:
    project.close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = path.read_bytes()
    assert "senaste versionen" in _refused(path, "nyare version").advice
    assert path.read_bytes() == before


def test_cut_off_file_is_told(project: Project, path: Path) -> None:
    project.close()
    path.write_bytes(path.read_bytes()[:-5000])
    _refused(path, "är skadad")


def test_overwritten_pages_are_found_by_the_check(project: Project, path: Path) -> None:
    with project.action("Läs in"):
        for n in range(50):
            project.add_submission(submission(f"s{n}"), {})
    project.close()
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 20_000] = b"\xa5" * 20_000
    path.write_bytes(data)
    with pytest.raises(ProjectError, match="är skadad"), Project.open(path) as damaged:
        damaged.check()


def test_original_that_is_no_longer_what_came_is_told(project: Project) -> None:
    with project.action("Läs in"):
        project.add_original(b"bra", sha256_of(b"bra"))
    project._db.execute("UPDATE originals SET data = x'00'")
    with pytest.raises(ProjectError, match="är skadad"):
        project.original(sha256_of(b"bra"))
    with pytest.raises(ProjectError, match="är skadad"):
        project.check()


def test_second_writer_is_told_and_a_reader_is_let_in(project: Project, path: Path) -> None:
    with Project.open(path) as other:
        other._db.execute("PRAGMA busy_timeout = 20")
        with project.action("Läs in"):
            project.add_submission(submission("a"), {})
            assert other.submissions() == ()
            with pytest.raises(ProjectError, match="redan öppen"), other.action("Läs in"):
                pass
        assert [s.id for s in other.submissions()] == ["a"]
        with other.action("Läs in"):
            assert other.add_submission(submission("b"), {}).number == 2
    assert len(project.log()) == 2


def test_locked_file_is_told(project: Project, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project.close()
    monkeypatch.setattr("inspel_app.store.connection.WAIT_S", 0.02)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    _refused(path, "redan öppen")
    connection.close()
    Project.open(path).close()


def test_existing_file_is_never_written_over(path: Path) -> None:
    path.write_bytes(b"annat")
    with pytest.raises(UsageError, match="finns redan"):
        Project.create(path, SETTINGS)
    assert path.read_bytes() == b"annat"


def test_missing_folder_is_told(path: Path) -> None:
    with pytest.raises(DiskError, match="Mappen"):
        Project.create(path.parent / "saknas" / "a.inspel", SETTINGS)


def test_project_that_cannot_be_written_in_is_told_and_can_be_read(project: Project) -> None:
    with project.action("Läs in"):
        project.add_submission(submission("a"), {})
    project._db.execute("PRAGMA query_only = ON")
    with pytest.raises(DiskError, match="går inte att skriva i") as caught, project.action("Läs"):
        project.add_submission(submission("b"), {})
    assert caught.value.exit_code == ExitCode.DISK
    assert [s.id for s in project.submissions()] == ["a"]


def test_full_disk_is_told_and_what_was_saved_is_kept(project: Project) -> None:
    def add(name: str, original: bytes) -> None:
        with project.action("Läs in"):
            project.add_submission(submission(name), {})
            project.add_original(original, sha256_of(original))

    add("a", b"")
    project._db.execute("PRAGMA max_page_count = 60")
    with pytest.raises(DiskError, match="Disken är full"):
        add("b", bytes(1_000_000))
    project._db.execute("PRAGMA max_page_count = 100000")
    assert [s.id for s in project.submissions()] == ["a"]
    assert len(project.log()) == 1
    add("b", bytes(1_000_000))
    project.check()


def test_no_half_project_is_left_where_there_is_no_room_for_one(path: Path) -> None:
    with no_room(20_000), pytest.raises(DiskError):
        Project.create(path, SETTINGS)
    assert list(path.parent.iterdir()) == []
    Project.create(path, SETTINGS).close()


_WRITE_ON = """
import sys
from pathlib import Path
from inspel_app.store.project import Project
from tests.store.samples import submission
with Project.open(Path(sys.argv[1])) as project:
    for n in range(10_000):
        with project.action("Läs in"):
            project.add_submission(submission(f"s{n}"), {})
        print(n, flush=True)
"""


def test_killed_program_leaves_a_sound_project(project: Project, path: Path) -> None:
    project.close()
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", _WRITE_ON, str(path)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as child:  # noqa: S603 - ours
        assert child.stdout is not None
        written = [int(child.stdout.readline()) for _turn in range(5)]
        child.kill()
    with Project.open(path) as again:
        again.check()
        count = len(again.submissions())
        assert count >= len(written)
        assert count == len(again.log())
        assert all(len(s.answers) == 2 for s in again.submissions())


def test_a_fault_of_the_program_is_not_told_as_one_of_the_disk(path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), database_errors(path):
        sqlite3.connect(":memory:").execute("SELECT * FROM finns_inte")
