"""The connection to the project file, and what its errors mean to the user."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlite_utils import Database

from inspel_app.errors import DiskError, KnownError, ProjectError
from inspel_app.i18n import _

WAIT_S = 5.0
"""How long to wait for another program that is writing in the same file."""

_PRAGMAS = ("PRAGMA foreign_keys = ON", "PRAGMA synchronous = FULL", "PRAGMA cell_size_check = ON")


def connect(path: Path) -> Database:
    """Connect to a file that exists; reads nothing of it yet.

    The path is made absolute, so that no name can be taken for a URI or for `:memory:`.
    """
    with ExitStack() as undo:
        connection = sqlite3.connect(path.absolute(), timeout=WAIT_S)
        undo.callback(connection.close)
        db = Database(connection, execute_plugins=False)
        for pragma in _PRAGMAS:
            db.execute(pragma)
        undo.pop_all()
    return db


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
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the primary result code
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
                _("Ta bort skrivskyddet från filen och mappen, eller kopiera den till en annan."),
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


def not_a_project(name: str) -> ProjectError:
    """The error for a file of another kind."""
    return ProjectError(
        _("{name} är ingen omgång.").format(name=name),
        _("Välj en fil som programmet har skapat; den slutar på .inspel."),
    )


def damaged(name: str) -> ProjectError:
    """The error for a file whose content does not hold together."""
    return ProjectError(
        _("Omgången {name} är skadad.").format(name=name),
        _("Ta fram den senaste säkerhetskopian, och behåll den skadade filen så länge."),
    )
