"""Are the user's own files sound? Forms, strategies and project files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from inspel_app.errors import KnownError, UsageError
from inspel_app.i18n import _
from inspel_app.resources import check
from inspel_app.services.rounds import ENDING, Project

_DATA_FILES = ".toml"


@dataclass(frozen=True, slots=True)
class Checked:
    """A file and what is wrong with it."""

    path: Path
    faults: tuple[KnownError, ...]


def check_files(paths: Iterable[Path]) -> Iterator[Checked]:
    """Check the files, and in folders those of our kinds; a file of another kind is a fault."""
    for path in paths:
        for file in _ours_in(path) if path.is_dir() else [path]:
            yield Checked(file, tuple(_faults(file)))


def _ours_in(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.suffix in {_DATA_FILES, ENDING})


def _faults(path: Path) -> list[KnownError]:
    try:
        return _check(path)
    except KnownError as error:
        return [error]


def _check(path: Path) -> list[KnownError]:
    if path.suffix == _DATA_FILES:
        return list(check(path))
    if path.suffix != ENDING:
        raise UsageError(
            _("{path} är varken en omgång, en strategi eller en blankett.").format(path=path),
            _("Ange filer som slutar på .inspel eller .toml."),
        )
    with Project.open(path) as project:
        project.check()
    return []
