"""Read TOML tables key by key, with types; gather every fault with its file, line and key."""

import difflib
import re
import tomllib
from collections.abc import Collection, Iterator
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from inspel_app.errors import DataFileError, DiskError, UsageError
from inspel_app.i18n import _
from inspel_app.resources.toml_lines import KeyPath, key_lines

Choice = TypeVar("Choice", bound=StrEnum)


class Source:
    """The file behind the tables: its text, and the faults found in it so far."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self._text = text
        self._faults: list[DataFileError] = []

    @cached_property
    def _lines(self) -> dict[KeyPath, int]:
        return key_lines(self._text)  # only when there is a fault to place

    def fault(self, path: KeyPath, message: str) -> None:
        """Note a fault at a key, or at the nearest table around a key that is missing."""
        known = (path[:end] for end in range(len(path), 0, -1) if path[:end] in self._lines)
        line = next((self._lines[place] for place in known), 1)
        key = ".".join(str(part) for part in path if isinstance(part, str))
        self._faults.append(DataFileError(str(self.path), line, key, message))

    @property
    def faults(self) -> list[DataFileError]:
        """The faults in the file's order."""
        return sorted(self._faults, key=lambda fault: fault.line)


class Table:
    """A table of the file. Each accessor notes what is wrong and returns a stand-in.

    So that one reading finds all faults; with any fault, the result must not be used.
    """

    def __init__(self, source: Source, values: dict[str, Any], path: KeyPath = ()) -> None:
        self.source = source
        self._values = values
        self._path = path
        self._asked: set[str] = set()

    def __contains__(self, key: object) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def fault(self, key: str, message: str, index: int | None = None) -> None:
        """Note a fault at a key of this table, or at an item of its list."""
        place = (key,) if index is None else (key, index)
        self.source.fault((*self._path, *place), message)

    def text(self, key: str) -> str:
        """A text that must be there and not be empty."""
        if not self._has(key):
            self.fault(key, _("saknas."))
            return ""
        value = self.optional_text(key)
        return "" if value is None else value

    def optional_text(self, key: str) -> str | None:
        """A text that may be left out, but not left empty; spaces at the ends are dropped."""
        if not self._has(key):
            return None
        value = self._values[key]
        if isinstance(value, str) and value.strip():
            return value.strip()
        self.fault(key, _("ska vara en text inom citattecken, och inte tom."))
        return None

    def lines(self, key: str) -> tuple[str, ...]:
        """The lines of a text that may be left out; empty lines are dropped."""
        text = self.optional_text(key) or ""
        return tuple(line.strip() for line in text.splitlines() if line.strip())

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of different texts that may be left out."""
        found: list[str] = []
        for index, value in enumerate(self._list(key)):
            if not isinstance(value, str) or not value.strip():
                self.fault(key, _("ska bara innehålla texter inom citattecken."), index)
            elif value.strip() in found:
                self.fault(key, _("”{text}” står två gånger.").format(text=value.strip()), index)
            else:
                found.append(value.strip())
        return tuple(found)

    def number(self, key: str, least: int, most: int, usual: int) -> int:
        """A whole number within limits; `usual` where it is left out."""
        value = self._values[key] if self._has(key) else usual
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        message = _("ska vara ett heltal från {least} till {most}.")
        self.fault(key, message.format(least=least, most=most))
        return usual

    def flag(self, key: str, *, usual: bool) -> bool:
        """Yes or no; `usual` where it is left out."""
        value = self._values[key] if self._has(key) else usual
        if isinstance(value, bool):
            return value
        self.fault(key, _("ska vara true eller false."))
        return usual

    def choice(self, key: str, kind: type[Choice]) -> Choice:
        """One of the words of an enumeration; it must be there."""
        word = self.text(key)
        words = [member.value for member in kind]
        if word in words:
            return kind(word)
        if word:
            self.unknown(key, word, words)
        return next(iter(kind))

    def reference(self, key: str, known: Collection[str]) -> str | None:
        """The id of something that must be known; may be left out."""
        name = self.optional_text(key)
        if name is None or name in known:
            return name
        self.unknown(key, name, known)
        return None

    def unknown(self, key: str, name: str, known: Collection[str]) -> None:
        """Note that a name is not among the known ones."""
        message = _("”{name}” är okänt.").format(name=name)
        self.fault(key, f"{message}{_hint(name, known)}")

    def tables(self, key: str) -> list["Table"]:
        """A list of tables that may be left out."""
        found = []
        for index, value in enumerate(self._list(key)):
            if isinstance(value, dict):
                found.append(Table(self.source, value, (*self._path, key, index)))
            else:
                self.fault(key, _("ska bara innehålla tabeller."), index)
        return found

    def table(self, key: str) -> "Table":
        """A table that may be left out; then an empty one."""
        value = self._values.get(key, {}) if self._has(key) else {}
        if not isinstance(value, dict):
            self.fault(key, _("ska vara en tabell."))
            value = {}
        return Table(self.source, value, (*self._path, key))

    def close(self) -> None:
        """Note the keys that nobody asked for: misspelt, or in the wrong place."""
        for key in self._values:
            if key not in self._asked:
                self.fault(key, _("är en okänd nyckel här.") + _hint(key, self._asked))

    def finish(self) -> None:
        """Close the table of a whole file.

        Raises:
            DataFileError: the first fault that was found in the file.
        """
        self.close()
        if self.source.faults:
            raise self.source.faults[0]

    def _has(self, key: str) -> bool:
        self._asked.add(key)
        return key in self._values

    def _list(self, key: str) -> list[Any]:
        value = self._values[key] if self._has(key) else []
        if isinstance(value, list):
            return value
        self.fault(key, _("ska vara en lista inom hakparenteser."))
        return []


def _hint(word: str, known: Collection[str]) -> str:
    close = difflib.get_close_matches(word, sorted(known), n=1)
    return " " + _("Menade du ”{word}”?").format(word=close[0]) if close else ""


def open_table(path: Path) -> Table:
    """The whole of a TOML file as one table.

    Raises:
        UsageError: there is no such file.
        DiskError: the file may not be read.
        DataFileError: it is not UTF-8, or not TOML.
    """
    text = _read(path)
    try:
        return Table(Source(path, text), tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+)", str(error))
        line = int(place[1]) if place else text.rstrip().count("\n") + 1
        raise DataFileError(str(path), line, "", _explain(str(error))) from error


def read_file(path: Path, most: int = -1) -> bytes:
    """The bytes of a file of the user's own, at most so many.

    Raises:
        UsageError: there is no such file.
        DiskError: the file may not be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(most)
    except FileNotFoundError as error:
        raise UsageError(
            _("Filen {file} finns inte.").format(file=path), _("Kontrollera namnet och mappen.")
        ) from error
    except OSError as error:
        raise DiskError(
            _("Filen {file} går inte att läsa: {reason}.").format(file=path, reason=error.strerror),
            _("Kontrollera att du har rätt att läsa den."),
        ) from error


def _read(path: Path) -> str:
    data = read_file(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = _("filen är inte sparad som UTF-8. Spara om den med den teckenkodningen.")
        raise DataFileError(str(path), line, "", message) from error


def _explain(problem: str) -> str:
    """What tomllib says, in Swedish, for the slips that people make."""
    slips = {
        "Expected '='": _("nyckeln ska skrivas utan å, ä och ö och följas av ett likhetstecken."),
        "Cannot overwrite": _("nyckeln står redan i samma tabell."),
        "Cannot declare": _("tabellen finns redan ovanför."),
        "Unterminated string": _("en text saknar sitt avslutande citattecken."),
        "Illegal character '\\n'": _("en text saknar sitt avslutande citattecken."),
        "Expected newline": _("det står något mer på raden efter värdet."),
        "Unclosed array": _("en lista saknar komma mellan två värden eller sin hakparentes."),
        "Unclosed inline table": _("en tabell saknar komma mellan två värden eller sin klammer."),
        "Unescaped '\\'": _("skriv omvänt snedstreck som \\\\ i en text."),
        "Invalid value": _("värdet ska stå inom citattecken eller hakparenteser."),
    }
    fault = next((text for start, text in slips.items() if problem.startswith(start)), "")
    return fault or _("raden följer inte reglerna för TOML.")
