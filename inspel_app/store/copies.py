"""Copies of a round that are taken by themselves and proved whole, in a folder beside it.

    taken = keep_copy(path)      # None if the round is as it was copied last
    latest, *older = copies_of(path)

There are the ten latest, or fewer where they would take up much room.
"""

import errno
import filecmp
import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from inspel_app.errors import DamagedError, DiskError
from inspel_app.i18n import _
from inspel_app.store.connection import connect, damaged, database_errors, disk_errors, remove
from inspel_app.store.project import Project

MOST = 10
_FEWEST, _ROOM = 2, 2 * 2**30
"""Copies take up so many bytes at most, but the latest are kept whatever they take."""
_DRAFT, _NAME = "~ny", "%Y-%m-%d %H.%M.%S.%f"


def folder_of(path: Path) -> Path:
    """Where the copies of a round lie."""
    return path.with_name(f"{path.name}-kopior")


def copies_of(path: Path) -> list[Path]:
    """The copies of a round, the latest first."""
    found = folder_of(path).glob(f"[!~]*{path.suffix}")
    return sorted(found, key=lambda copy: copy.name, reverse=True)


def keep_copy(path: Path) -> Path | None:
    """Copy a round, prove the copy, and let the oldest go; None if there is nothing to copy.

    There is nothing where the round is as it was, or where nobody can write beside it.

    Raises:
        ProjectError: the round is damaged, or somebody else has it; older copies are kept.
        DiskError: there is no room.
    """
    with disk_errors(path):
        changed, latest = _changed(path), next(iter(copies_of(path)), None)
        if (latest and latest.stat().st_mtime_ns == changed) or not os.access(path.parent, os.W_OK):
            return None
        folder = folder_of(path)
        folder.mkdir(exist_ok=True)
        _see_to_room(path, folder)
        draft = folder / f"{_DRAFT}{path.suffix}"
        try:
            remove(draft)  # left by a crash
            copy_whole(path, draft)
            os.utime(draft, ns=(changed, changed))
            made = _named(path, folder)
            draft.replace(made)
        finally:
            remove(draft)
        _let_go(path, made)
    return made


def keep_file(path: Path) -> Path:
    """Keep a copy of the file of a round that lies where it must not be opened.

    Raises:
        DiskError: there is no room.
    """
    with disk_errors(path):
        folder = folder_of(path)
        folder.mkdir(exist_ok=True)
        _see_to_room(path, folder)
        made = _named(path, folder)
        place(path, made)
        _let_go(path, made)
    return made


def place(file: Path, target: Path) -> None:
    """Let a file stand under another name, in the place of what is there, when it is there whole.

    Raises:
        OSError: it cannot be written, or what was written is not what is read again.
    """
    draft = target.with_name(f"~{target.name}")
    try:
        shutil.copyfile(file, draft)
        with draft.open("rb+") as written:
            os.fsync(written.fileno())
        if not filecmp.cmp(file, draft, shallow=False):
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(target))
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def prove(path: Path) -> None:
    """See that a round can be opened and that all in it is whole.

    Raises:
        ProjectError: it is missing, damaged, locked or of a newer version.
        DiskError: the disk fails.
    """
    with Project.open(path) as project:
        project.check()


def drop_copies(path: Path) -> int:
    """Take all copies of a round away, as what is in them is to be gone for good; how many."""
    gone = copies_of(path)
    with disk_errors(path):
        for copy in gone:
            copy.unlink()
        with suppress(OSError):  # somebody keeps other things there, or there is no folder
            folder_of(path).rmdir()
    return len(gone)


def _named(path: Path, folder: Path) -> Path:
    return folder / f"{datetime.now(UTC).astimezone():{_NAME}}{path.suffix}"


def _let_go(path: Path, made: Path) -> None:
    """Take the oldest copies away."""
    for old in copies_of(path)[_kept(made.stat().st_size) :]:
        old.unlink()


def _changed(path: Path) -> int:
    """When the round was last written in, in nanoseconds."""
    logs = (file for file in (path, Path(f"{path}-wal")) if file.exists() and file.stat().st_size)
    return max(file.stat().st_mtime_ns for file in logs)


def _see_to_room(path: Path, folder: Path) -> None:
    if shutil.disk_usage(folder).free < 2 * path.stat().st_size:
        raise DiskError(
            _("Disken har inte plats för en säkerhetskopia av {name}.").format(name=path.name),
            _("Frigör utrymme. Omgången själv är oförändrad."),
        )


def copy_whole(path: Path, draft: Path) -> None:
    """Copy what is in the round at one moment, and see that it is whole and on the disk.

    Raises:
        ProjectError: the round is damaged, or somebody else has it.
        DiskError: there is no room.
    """
    with (
        database_errors(path),
        closing(connect(path)) as db,
        closing(sqlite3.connect(draft)) as new,
    ):
        db.conn.backup(new)
    try:
        prove(draft)
    except DamagedError as error:
        raise damaged(path.name) from error
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


def _kept(size: int) -> int:
    """How many copies of so many bytes are kept."""
    return max(_FEWEST, min(MOST, _ROOM // size))
