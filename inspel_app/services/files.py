"""Which files the user means, what to call them, and getting their bytes safely."""

import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

from inspel_app.errors import UnreadableError, UsageError
from inspel_app.i18n import _
from inspel_app.reading.limits import MAX_FILE_BYTES
from inspel_app.store.connection import is_project

_LEFT = ("~$*", ".*", "thumbs.db", "desktop.ini", "*.inspel", "*.inspel-*")
_DATA = ("*.json", "*.jsonl", "*.csv", "*.tsv", "*.toml", "*.ini", "*.log", "*.py")
_NO_INSPEL = (*_LEFT, *_DATA)
"""Files that lie in folders: Word's locks, the system's, our own, and what programs read."""


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files at the paths, folders walked in the order of their names.

    In folders, what is no inspel is passed over (lock files, hidden files, our own, data); a file
    that was named by itself is always meant.

    Raises:
        UnreadableError: there is nothing at a path, or a folder may not be read.
        UsageError: there are no files.
    """
    named = list(paths)
    found: dict[Path, None] = {}
    for path in named:
        if not os.path.lexists(path):
            raise UnreadableError(
                "saknas",
                _("Det finns ingen fil eller mapp med namnet {path}.").format(path=path),
                _("Kontrollera hur namnet är skrivet och i vilken mapp filen ligger."),
            )
        found |= dict.fromkeys(_walk(path) if path.is_dir() else [path])
    if not found:
        raise UsageError(
            _("Det finns inga filer att läsa in i {folders}.").format(
                folders=", ".join(str(path) for path in named)
            ),
            _("Ange filer, eller en mapp med filer i."),
        )
    return list(found)


def passed_over(paths: Iterable[Path]) -> list[str]:
    """The names of the files in the folders that are no inspel: hidden, locks, our own, data."""
    files = (file for path in paths if path.is_dir() for file in _files(path))
    return [shown_name(file) for file in files if not _may_be_inspel(file.name)]


def _walk(folder: Path) -> Iterator[Path]:
    """The files below a folder that may be inspel."""
    return (path for path in _files(folder) if _may_be_inspel(path.name))


def _files(folder: Path) -> Iterator[Path]:
    """All files below a folder; links to folders are not followed, so it always ends."""
    for here, folders, names in os.walk(folder, onerror=_raise_unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here, name) for name in sorted(names))


def _may_be_inspel(name: str) -> bool:
    return not any(fnmatch(name.lower(), pattern) for pattern in _NO_INSPEL)


def _raise_unreadable(error: OSError) -> None:
    raise UnreadableError(
        "mapp-ej-last",
        _("Mappen {folder} går inte att läsa.").format(folder=error.filename),
        _("Kontrollera att du har rätt att läsa den."),
    ) from error


def shown_name(path: Path) -> str:
    """The file's name as people see it: å as one character, nothing that steers a terminal."""
    name = unicodedata.normalize("NFC", path.name)
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name)


def load(path: Path) -> bytes:
    """The bytes of a plain file.

    Raises:
        UnreadableError: it is something else, too large, or not ours to read.
    """
    try:
        about = path.lstat()
        if not stat.S_ISREG(about.st_mode):
            raise UnreadableError(
                "ingen-vanlig-fil",
                _("Det är ingen vanlig fil utan en genväg eller en enhet, och den läses inte."),
                _("Ange själva filen."),
            )
        if about.st_size > MAX_FILE_BYTES:
            raise UnreadableError(
                "for-stor",
                _("Filen är för stor: {size} MB, och högst {most} MB läses.").format(
                    size=about.st_size // 1024**2, most=MAX_FILE_BYTES // 1024**2
                ),
                _("Dela upp den, eller be avsändaren om en mindre."),
            )
        if is_project(path):
            raise UnreadableError(
                "omgang",
                _("Det är en omgång och inget inspel."),
                _("Ange filerna som avsändarna har skickat."),
            )
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(
            "ej-atkomlig",
            _("Filen går inte att öppna."),
            _("Kontrollera att den finns kvar och att du har rätt att läsa den."),
        ) from error
