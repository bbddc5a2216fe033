"""Are the user's own files sound? Forms, strategies and project files; damaged ones made whole."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from inspel_app.errors import KnownError, UsageError
from inspel_app.i18n import _, ngettext
from inspel_app.resources import check
from inspel_app.services.rounds import ENDING
from inspel_app.store.copies import prove
from inspel_app.store.repair import Repaired, repair

__all__ = ["Checked", "Repaired", "check_files", "told"]

_DATA_FILES = ".toml"


@dataclass(frozen=True, slots=True)
class Checked:
    """A file and what is wrong with it."""

    path: Path
    faults: tuple[KnownError, ...] = ()
    repaired: Repaired | None = None
    """How it was made whole, if it was damaged and could be."""


def check_files(paths: Iterable[Path], *, mend: bool = False) -> Iterator[Checked]:
    """Check the files, and in folders those of our kinds; a file of another kind is a fault.

    With `mend` damaged rounds are made whole, by what is left of them or by their latest copy.
    """
    for path in paths:
        for file in _ours_in(path) if path.is_dir() else [path]:
            yield _checked(file, mend=mend)


def told(file: Checked) -> list[str]:
    """What is wrong with a file, in words, or how it was made whole."""
    faults = [str(fault) for fault in file.faults]
    if file.repaired:
        return [*_of_repair(file.repaired), *faults]
    return faults or [_("{path}: inga fel.").format(path=file.path)]


def _of_repair(done: Repaired) -> Iterator[str]:
    """How a round was made whole, and what of it is gone."""
    yield _("{path} var skadad och är lagad.").format(path=done.path)
    yield _("Den skadade filen finns kvar som {aside}.").format(aside=done.aside.name)
    if done.copy is None:
        yield _("Allt i den gick att läsa och är kvar.")
        return
    yield _("Säkerhetskopian {copy} har tagit dess plats.").format(copy=done.copy.name)
    if done.lost is None:
        yield _("Vad som hade gjorts efter den går inte att se.")
        return
    yield ngettext(
        "{n} åtgärd efter den är borta:", "{n} åtgärder efter den är borta:", len(done.lost)
    ).format(n=len(done.lost))
    yield from (f"  {entry.at}  {entry.name}  {entry.by}" for entry in done.lost)


def _ours_in(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.suffix in {_DATA_FILES, ENDING})


def _checked(path: Path, *, mend: bool) -> Checked:
    try:
        if mend and path.suffix == ENDING:  # which goes through the whole of it
            return Checked(path, repaired=repair(path))
        return Checked(path, tuple(_check(path)))
    except KnownError as error:
        return Checked(path, (error,))


def _check(path: Path) -> list[KnownError]:
    if path.suffix == _DATA_FILES:
        return list(check(path))
    if path.suffix != ENDING:
        raise UsageError(
            _("{path} är varken en omgång, en strategi eller en blankett.").format(path=path),
            _("Ange filer som slutar på .inspel eller .toml."),
        )
    prove(path)
    return []
