"""Finds strategies and forms by id, loads and checks them; the built-in ones come first.

A file's name without `.toml` is its id.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from inspel_app.domain.coding import Codebook
from inspel_app.domain.form import FormTemplate
from inspel_app.errors import DataFileError, KnownError, UsageError
from inspel_app.i18n import _
from inspel_app.resources.form import read_form
from inspel_app.resources.paths import resource_dir, user_dir
from inspel_app.resources.strategy import read_strategy
from inspel_app.resources.tables import Table, open_table

_STRATEGIES = "strategier"
_FORMS = "blanketter"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

Value = TypeVar("Value")


def strategies() -> dict[str, Path]:
    """The strategies' files by id."""
    return _found(_STRATEGIES)


def forms() -> dict[str, Path]:
    """The forms' files by id."""
    return _found(_FORMS)


def load_strategy(strategy_id: str) -> Codebook:
    """The strategy with this id; read anew only when its file has changed.

    Raises:
        UsageError: there is none.
        DataFileError: its file has a fault.
    """
    path = _find(_STRATEGIES, strategy_id)
    return _strategy(path, path.stat().st_mtime_ns)


def load_form(form_id: str) -> FormTemplate:
    """The form with this id; read anew only when its file has changed.

    Raises:
        UsageError: there is none.
        DataFileError: its file, or that of its strategy, has a fault.
    """
    path = _find(_FORMS, form_id)
    return _form(path, path.stat().st_mtime_ns)


def read_ahead() -> None:
    """Load all that there is, to be found at once; a fault is told by whoever asks for that."""
    for name in strategies():
        with suppress(KnownError):
            load_strategy(name)
    for name in forms():
        with suppress(KnownError):
            load_form(name)


def strategy_folder() -> Path:
    """The folder of the user's own strategies; it need not be there."""
    return user_dir() / _STRATEGIES


def check_strategy_name(path: Path) -> None:
    """Refuse a file name that cannot be the id of a strategy of the user's own.

    Raises:
        DataFileError: it has other characters, or is that of a built-in strategy.
    """
    _check_name(path, _STRATEGIES)


def check(path: Path) -> list[DataFileError]:
    """All faults of a strategy or form file, wherever it lies; its content tells which it is.

    Raises:
        UsageError: there is no such file.
        DiskError: the file may not be read.
    """
    try:
        root = open_table(path)
        kind = _FORMS if "avsnitt" in root or "strategi" in root else _STRATEGIES
        _check_name(path, kind)
        (_read_form if kind == _FORMS else _read_strategy)(root)
    except DataFileError as error:
        return [error]
    return root.source.faults


def _found(kind: str) -> dict[str, Path]:
    files = {path.stem: path for path in sorted((user_dir() / kind).glob("*.toml"))}
    built_in = {path.stem: path for path in sorted((resource_dir() / kind).glob("*.toml"))}
    return built_in | {name: path for name, path in files.items() if name not in built_in}


def _find(kind: str, name: str) -> Path:
    found = _found(kind)
    if name not in found:
        message = {
            _STRATEGIES: _("Det finns ingen strategi som heter ”{id}”."),
            _FORMS: _("Det finns ingen blankett som heter ”{id}”."),
        }[kind]
        advice = _("Välj en av dessa: {ids}.").format(ids=", ".join(found))
        raise UsageError(message.format(id=name), advice)
    clash = user_dir() / kind / f"{name}.toml"
    _check_name(clash if clash.exists() else found[name], kind)
    return found[name]


def _check_name(path: Path, kind: str) -> None:
    """Refuse a file whose name cannot be an id, or is that of a built-in file."""
    if not _ID.fullmatch(path.stem):
        message = _("filens namn blir dess id: använd bara a–z, 0–9 och bindestreck.")
        raise DataFileError(str(path), 1, "", message)
    built_in = resource_dir() / kind / path.name
    if built_in.exists() and not (path.exists() and path.samefile(built_in)):
        message = _("namnet ”{id}” är upptaget av en inbyggd fil. Byt namn på filen.")
        raise DataFileError(str(path), 1, "", message.format(id=path.stem))


def _read_strategy(root: Table) -> Codebook:
    return read_strategy(root, root.source.path.stem)


def _read_form(root: Table) -> FormTemplate:
    strategy_id = root.text("strategi")
    if strategy_id not in strategies():
        if strategy_id:
            root.unknown("strategi", strategy_id, strategies())
        raise root.source.faults[0]
    return read_form(root, root.source.path.stem, load_strategy(strategy_id))


@lru_cache(maxsize=32)
def _strategy(path: Path, _modified: int) -> Codebook:
    return _sound(path, _read_strategy)


@lru_cache(maxsize=32)
def _form(path: Path, _modified: int) -> FormTemplate:
    return _sound(path, _read_form)


def _sound(path: Path, read: Callable[[Table], Value]) -> Value:
    root = open_table(path)
    value = read(root)
    if root.source.faults:
        raise root.source.faults[0]
    return value
