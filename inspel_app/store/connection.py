"""The connection to the project file, and what its errors mean to the user.

A project file is only ever opened through SQLite: to open and close it by other means would
take away the locks of a connection that the program has to it.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from inspel_app.errors import DamagedError, DiskError, KnownError, ProjectError, UsageError
from inspel_app.i18n import _
from inspel_app.store.schema import APPLICATION_ID, pragma

WAIT_S = 5.0
"""How long to wait for another program that is writing in the same file."""

_PRAGMAS = ("PRAGMA foreign_keys = ON", "PRAGMA synchronous = FULL", "PRAGMA cell_size_check = ON")

_UNWRITABLE = {
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
}
"""What SQLite answers where it cannot lay the files beside the project that it writes with."""


def claim(path: Path) -> None:
    """Make an empty file of a name that nobody has.

    Raises:
        UsageError: somebody has it.
    """
    try:
        path.touch(exist_ok=False)
    except FileExistsError as error:
        raise UsageError(
            _("Filen {path} finns redan.").format(path=path),
            _("Välj ett annat namn, eller öppna den."),
        ) from error


def remove(path: Path) -> None:
    """Take away a file that did not become a project, and what SQLite laid beside it."""
    for suffix in ("", "-journal", "-shm", "-wal"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def connect(path: Path) -> Database:
    """Connect to a file that exists; for reading alone where nothing can be written."""
    try:
        # Absolute, so that no name can be taken for a URI or for `:memory:`.
        return _prepared(sqlite3.connect(path.absolute(), timeout=WAIT_S))
    except sqlite3.Error as error:
        if _primary_code(error) not in _UNWRITABLE or _has_unmerged_writes(path):
            raise
        return _prepared(_immutable(path))


def check_in_place(path: Path, opened: os.stat_result) -> None:
    """See that the file that was opened is still there: SQLite writes on in one that was moved.

    What it writes then lies in files that nobody finds.

    Raises:
        DiskError: there is none at the path, or another.
    """
    try:
        in_place = os.path.samestat(path.stat(), opened)
    except OSError:
        in_place = False
    if not in_place:
        raise DiskError(
            _("Omgången {path} ligger inte kvar där den öppnades.").format(path=path),
            _("Anslut disken eller flytta tillbaka filen, och försök igen."),
        )


def is_project(path: Path) -> bool:
    """Whether a plain file is a project, whatever its name; nothing is written beside it."""
    try:
        with closing(_immutable(path)) as connection:
            return pragma(Database(connection, execute_plugins=False), "application_id") == (
                APPLICATION_ID
            )
    except sqlite3.Error:
        return False


def _immutable(path: Path) -> sqlite3.Connection:
    """A connection that takes no locks and sees what is in the file itself alone."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _has_unmerged_writes(path: Path) -> bool:
    """Whether somebody writes in the file, or stopped before all of it came into the file."""
    log = Path(f"{path}-wal")
    return log.exists() and log.stat().st_size > 0


def _prepared(connection: sqlite3.Connection) -> Database:
    """The connection in its right state, after a first read has shown that it works."""
    with ExitStack() as undo:
        undo.callback(connection.close)
        db = Database(connection, execute_plugins=False)
        for statement in _PRAGMAS:
            db.execute(statement)
        pragma(db, "schema_version")
        undo.pop_all()
    return db


def _primary_code(error: sqlite3.Error) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Tell of what the operating system refuses as a `DiskError`."""
    try:
        yield
    except FileNotFoundError as error:
        raise DiskError(
            _("Mappen {folder} finns inte.").format(folder=path.parent),
            _("Skapa mappen först, eller välj en annan."),
        ) from error
    except OSError as error:
        raise DiskError(
            _("{path} går inte att komma åt.").format(path=path),
            _("Kontrollera att du har behörighet till mappen, eller välj en annan."),
        ) from error


@contextmanager
def database_errors(path: Path) -> Iterator[None]:
    """Tell of a full, read-only, locked or damaged file in words; let bugs through."""
    try:
        yield
    except sqlite3.Error as error:
        code = _primary_code(error)
        known = _disk_error(path.name, code) or _project_error(path.name, code)
        if known is None:
            raise
        raise known from error


def _disk_error(name: str, code: int) -> KnownError | None:
    match code:
        case sqlite3.SQLITE_FULL:
            return DiskError(
                _("Disken är full: omgången {name} gick inte att spara.").format(name=name),
                _("Frigör utrymme och försök igen. Det som redan var sparat finns kvar."),
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return DiskError(
                _("Omgången {name} går inte att skriva i.").format(name=name),
                _(
                    "Ta bort skrivskyddet från filen och mappen, se efter att disken har plats, "
                    "eller kopiera den till en annan."
                ),
            )
        case sqlite3.SQLITE_IOERR:
            return DiskError(
                _("Disken svarade med ett fel för omgången {name}.").format(name=name),
                _("Kontrollera att disken är ansluten och har plats, och försök igen."),
            )
    return None


def _project_error(name: str, code: int) -> KnownError | None:
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED | sqlite3.SQLITE_PROTOCOL:
            return ProjectError(
                _("Omgången är redan öppen i ett annat program, som skriver i {name}.").format(
                    name=name
                ),
                _("Vänta tills det är klart, eller stäng det, och försök igen."),
            )
        case sqlite3.SQLITE_NOTADB:
            return not_a_project(name)
        case sqlite3.SQLITE_CORRUPT:
            return damaged(name)
    return None


def not_a_project(name: str) -> DamagedError:
    """The error for a file of another kind."""
    return DamagedError(
        _("{name} är ingen omgång.").format(name=name),
        _("Välj en fil som programmet har skapat; den slutar på .inspel."),
    )


def damaged(name: str) -> DamagedError:
    """The error for a file whose content does not hold together."""
    return DamagedError(
        _("Omgången {name} är skadad.").format(name=name),
        _("Laga den med inspel check --repair. Den skadade filen finns kvar bredvid."),
    )
