"""A round where nothing can be written can be read all the same, and says so when it matters."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from inspel_app.errors import DiskError
from inspel_app.store.connection import is_project
from inspel_app.store.project import Project
from tests.store.samples import SETTINGS, sha256_of, submission
from tests.store.test_faults import no_room

NOBODY = 65534
posix = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no such permissions on Windows")


@pytest.fixture
def filled() -> Iterator[Path]:
    """A round with one inspel, in a folder that every user can reach."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "år ?#%41.inspel")
        Path(name).chmod(0o755)
        with Project.create(path, SETTINGS) as project, project.action("Läs in"):
            project.add_original(b"bra", sha256_of(b"bra"))
            project.add_submission(submission("a"), {})
        yield path


@contextmanager
def nothing_writable(path: Path) -> Iterator[None]:
    """A medium for reading alone; root would be let in, so root is somebody else meanwhile."""
    user = os.geteuid()
    path.chmod(0o444)
    path.parent.chmod(0o555)
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)
        path.parent.chmod(0o755)


@contextmanager
def full_disk(_path: Path) -> Iterator[None]:
    """No file can grow by a byte."""
    with no_room(0):
        yield


@posix
@pytest.mark.parametrize("circumstances", [nothing_writable, full_disk])
def test_can_be_read_and_checked_and_refuses_writes(
    filled: Path, circumstances: Callable[[Path], AbstractContextManager[None]]
) -> None:
    before = filled.read_bytes()
    with circumstances(filled), Project.open(filled) as project:
        assert [s.id for s in project.submissions()] == ["a"]
        assert [entry.name for entry in project.log()] == ["Läs in"]
        assert project.original(sha256_of(b"bra")) == b"bra"
        project.check()
        with pytest.raises(DiskError, match="går inte att skriva i") as caught:
            project.undo()
        assert caught.value.advice
        with pytest.raises(DiskError), project.action("Läs in"):
            project.add_submission(submission("b"), {})
    assert filled.read_bytes() == before
    with Project.open(filled) as project:
        assert project.undo() is not None


@posix
def test_is_not_read_without_what_a_killed_program_left_beside_it(filled: Path) -> None:
    """The file alone would be an old round, or a broken one."""
    copy = filled.with_name("kopia.inspel")
    shutil.copy(filled, copy)
    with Project.open(filled) as project:
        with project.action("Läs in"):
            project.add_submission(submission("b"), {})
        shutil.copy(f"{filled}-wal", f"{copy}-wal")
    with nothing_writable(copy), pytest.raises(DiskError, match="går inte att skriva i"):
        Project.open(copy)
    with Project.open(copy) as project:
        assert [s.id for s in project.submissions()] == ["a", "b"]


def test_project_is_known_by_its_content_and_left_alone(project: Project, path: Path) -> None:
    """Also while it is open: to read it otherwise than through SQLite would take its locks."""
    other = path.with_name("annat.inspel")
    other.write_bytes(b"SQLite format 3\0" * 100)
    before = sorted(path.parent.iterdir())
    assert is_project(path)
    assert not is_project(other)
    assert not is_project(path.with_name("saknas.inspel"))
    assert sorted(path.parent.iterdir()) == before
    project.check()
