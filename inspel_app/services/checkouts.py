"""A round that lies in a network folder: each works in a local copy, and gives it back.

    checkout(Path("G:/rus/rus.inspel"), Path("rus.inspel"), by="anna")
    checkin(Path("rus.inspel"), by="anna")

The round in the folder is never opened there, since locks cannot be trusted on a network: its file
is copied, and replaced whole. Beside it lies a note for each who has it; several may.
"""

import json
import platform
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from inspel_app.errors import ProjectError, UsageError
from inspel_app.i18n import _
from inspel_app.services.merging import Merged, borrowed, merge
from inspel_app.services.quarrels import quarrels
from inspel_app.services.saving import save
from inspel_app.store.connection import disk_errors
from inspel_app.store.copies import copy_whole, keep_file, place
from inspel_app.store.history import now
from inspel_app.store.project import Project

_NOTES, _OWN, _LOCK = "-utcheckad", "-lan.json", "-las"
"""What the names of the notes end with: beside the round, beside the local copy, while writing."""
_NETWORK = ("\\\\", "//")
"""How the paths of network folders begin."""


@dataclass(frozen=True, slots=True)
class Loan:
    """Who has a round out, on which computer and in which file, and since when (ISO 8601)."""

    key: str
    person: str
    computer: str
    copy: str
    since: str


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back into the round at `original`: what is new, and how much is open there."""

    original: Path
    merged: Merged
    conflicts: int


def checkout(original: Path, local: Path, by: str) -> tuple[Loan, ...]:
    """Make a local copy and note who has it; who else has the round out.

    Raises:
        UsageError: there is a file of the local copy's name.
        ProjectError: there is no round, it is damaged, or somebody is giving it back just now.
        DiskError: one of the folders cannot be written in.
    """
    if local.exists():
        raise UsageError(
            _("Filen {path} finns redan.").format(path=local),
            _("Ange en annan med -o, eller checka in den först med inspel checkin."),
        )
    others = loans(original)
    with borrowed(original) as project, disk_errors(local):
        copy_whole(project.path, local)
    loan = Loan(secrets.token_hex(8), by, platform.node(), str(local.absolute()), now())
    with disk_errors(original):
        _folder(original).mkdir(exist_ok=True)
    _keep(_note(original, loan), asdict(loan))
    _keep(_own(local), {"original": str(original.absolute()), "key": loan.key})
    return others


def checkin(local: Path, by: str) -> Returned:
    """Take what was done in a local copy into the round that it was made of, and end the loan.

    The round is copied here, put together with the local copy, proved, kept as it was beside
    itself, and then replaced whole. The local copy stays where it is.

    Raises:
        UsageError: the file was not checked out.
        ProjectError: somebody else is giving the round back just now, or one of them is damaged.
        DiskError: the folder cannot be reached or written in; nothing is changed there.
    """
    original, key = _lent(local)
    with _locked(original, by), tempfile.TemporaryDirectory(prefix="inspel-") as folder:
        work, whole = Path(folder) / "ny.inspel", Path(folder) / original.name
        with borrowed(original) as project:
            copy_whole(project.path, work)
        with Project.open(work) as project:
            (merged,) = merge(project, [local], by)
            still_open = len(quarrels(project))
        if merged.actions:
            copy_whole(work, whole)
            keep_file(original)
            with disk_errors(original):
                place(whole, original)
        _end(original, local, key)
    return Returned(original, merged, still_open)


def loans(original: Path) -> tuple[Loan, ...]:
    """Who has a round out, the earliest first."""
    notes = sorted(_folder(original).glob("*.json"))
    return tuple(sorted(map(_loan, notes), key=lambda loan: (loan.since, loan.key)))


def _loan(note: Path) -> Loan:
    """What a note tells; one that others have written in tells only that somebody has it."""
    try:
        return Loan(**json.loads(note.read_text("utf-8")))
    except (OSError, TypeError, ValueError):
        return Loan(note.stem, _("okänd"), "", "", "")


def hint(path: Path) -> str:
    """What to say to whoever opens a round where it lies for others; "" if there is nothing."""
    lent = loans(path)
    if not lent and not str(path).startswith(_NETWORK):
        return ""
    who = ", ".join(dict.fromkeys(loan.person for loan in lent))
    told = _("Utcheckad av {who}.").format(who=who) if who else _("Omgången ligger på nätet.")
    advice = _("Arbeta i en lokal kopia (inspel checkout), så skadas den inte.")
    return f"{told} {advice}"


def _end(original: Path, local: Path, key: str) -> None:
    with disk_errors(original):
        (_folder(original) / f"{key}.json").unlink(missing_ok=True)
        if _folder(original).exists() and not any(_folder(original).iterdir()):
            _folder(original).rmdir()
    with disk_errors(local):
        _own(local).unlink()


def _lent(local: Path) -> tuple[Path, str]:
    """The round that a local copy was made of, and the key of the loan."""
    try:
        told = json.loads(_own(local).read_text("utf-8"))
    except FileNotFoundError as error:
        raise UsageError(
            _("{path} är inte utcheckad.").format(path=local),
            _("Ange den fil som inspel checkout gjorde, eller ta in den med inspel merge."),
        ) from error
    return Path(told["original"]), told["key"]


@contextmanager
def _locked(original: Path, by: str) -> Iterator[None]:
    """Be the only one to replace the round."""
    lock = original.with_name(f"{original.name}{_LOCK}")
    with disk_errors(original):
        try:
            with lock.open("x", encoding="utf-8") as file:
                file.write(_("{person} sedan {time}").format(person=by, time=now()))
        except FileExistsError as error:
            raise ProjectError(
                _("Någon checkar in just nu: {who}.").format(who=lock.read_text("utf-8")),
                _(
                    "Försök igen om en stund. Om programmet avbröts där, ta bort {lock} först."
                ).format(lock=lock),
            ) from error
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _keep(note: Path, told: dict[str, str]) -> None:
    save(note, json.dumps(told, ensure_ascii=False, indent=2).encode())


def _folder(original: Path) -> Path:
    return original.with_name(f"{original.name}{_NOTES}")


def _note(original: Path, loan: Loan) -> Path:
    return _folder(original) / f"{loan.key}.json"


def _own(local: Path) -> Path:
    return local.with_name(f"{local.name}{_OWN}")
