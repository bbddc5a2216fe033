"""A damaged round made whole: by what can still be read in it, or else by its latest copy.

The damaged file is put aside and never taken away.
"""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.db import quote_identifier

from inspel_app.errors import DamagedError, ProjectError
from inspel_app.i18n import _
from inspel_app.store.connection import connect, disk_errors, remove
from inspel_app.store.copies import copies_of, prove
from inspel_app.store.history import LogEntry
from inspel_app.store.project import Project
from inspel_app.store.schema import complete, make_tables, pragma

_SEARCH = "search_"
_COPY = (
    "DELETE FROM {name}",
    "SELECT {columns} FROM {name} NOT INDEXED",
    "INSERT INTO {name} ({columns}) VALUES ({marks})",
)
_SINCE = "SELECT number, name, by, at FROM actions WHERE number > ? ORDER BY number"


@dataclass(frozen=True, slots=True)
class Repaired:
    """How a round was made whole.

    `aside` is the damaged file; `copy` is the copy that took its place, None where all that was in
    the round could be read. `lost` are the actions that the copy does not hold, None if the damaged
    file no longer tells.
    """

    path: Path
    aside: Path
    copy: Path | None
    lost: tuple[LogEntry, ...] | None


def repair(path: Path) -> Repaired | None:
    """Make a round whole; None if it already is.

    Raises:
        ProjectError: there is no such file, or it is damaged and there is no whole copy.
        DiskError: there is no room.
    """
    fault = _fault(path)
    if fault is None:
        return None
    draft = path.with_name(f"~{path.name}")
    with disk_errors(path):
        try:
            remove(draft)  # left by a crash
            copy = _latest_whole(path)
            lost: tuple[LogEntry, ...] | None = ()
            if _is_saved(path, draft, copy):
                copy = None
            elif copy:
                remove(draft)
                shutil.copyfile(copy, draft)
                lost = _since(path, _last(draft))
            else:
                raise fault
            aside = _put_aside(path)
            draft.replace(path)
            for beside in ("-wal", "-shm"):  # of the damaged file
                Path(f"{path}{beside}").unlink(missing_ok=True)
        finally:
            remove(draft)
    return Repaired(path, aside, copy, lost)


def _fault(path: Path) -> DamagedError | None:
    """How a round is damaged, if it is."""
    if not path.is_file():
        raise ProjectError(
            _("Omgången {path} finns inte.").format(path=path),
            _("Kontrollera namnet. Säkerhetskopior ligger i mappen bredvid omgången."),
        )
    try:
        prove(path)
    except DamagedError as error:
        return error
    return None


def _is_saved(path: Path, draft: Path, copy: Path | None) -> bool:
    """Whether every row of the round could be read, into a new file that is whole.

    It holds no less than the latest copy does.
    """
    try:
        draft.touch()
        with closing(connect(path)) as old, closing(connect(draft)) as new:
            new.enable_wal()
            new.execute("PRAGMA foreign_keys = OFF")
            with new.atomic():
                make_tables(new, pragma(old, "user_version"))
                if _columns(old) != _columns(new):
                    return False
                _copy_rows(old, new)
                complete(new)
        prove(draft)
    except (sqlite3.DatabaseError, DamagedError):
        return False
    return copy is None or _last(draft) >= _last(copy)


def _columns(db: Database) -> dict[str, list[str]]:
    """The columns of the tables; those of the search are filled by triggers, and left out."""
    return {
        table.name: [column.name for column in table.columns]
        for table in db.tables
        if not (table.virtual_table_using or table.name.startswith(_SEARCH))
    }


def _copy_rows(old: Database, new: Database) -> None:
    """Copy all rows by their tables alone: what is damaged may be an index, which is made anew."""
    for table, names in _columns(new).items():
        columns, marks = ", ".join(map(quote_identifier, names)), ", ".join("?" for _name in names)
        empty, read, write = (
            statement.format(name=quote_identifier(table), columns=columns, marks=marks)
            for statement in _COPY
        )
        new.execute(empty)
        new.conn.executemany(write, old.execute(read))


def _latest_whole(path: Path) -> Path | None:
    """The latest of the copies that are whole."""
    for copy in copies_of(path):
        try:
            prove(copy)
        except DamagedError:
            continue
        return copy
    return None


def _last(path: Path) -> int:
    """The number of the last action in a whole file."""
    with Project.open(path) as project:
        return max((entry.number for entry in project.log()), default=0)


def _since(path: Path, number: int) -> tuple[LogEntry, ...] | None:
    """What was done in the damaged file after an action, as far as it can be read."""
    try:
        with closing(connect(path)) as db:
            return tuple(LogEntry(*row) for row in db.execute(_SINCE, [number]).fetchall())
    except sqlite3.DatabaseError:
        return None


def _put_aside(path: Path) -> Path:
    """Copy the damaged file, with what was not yet merged into it, under a name of its own."""
    names = (f"{path.stem} skadad{n or ''}{path.suffix}" for n in range(1000))
    aside = next(place for name in names if not (place := path.with_name(name)).exists())
    for suffix in ("", "-wal"):
        if Path(f"{path}{suffix}").exists():
            shutil.copy2(f"{path}{suffix}", f"{aside}{suffix}")
    return aside
