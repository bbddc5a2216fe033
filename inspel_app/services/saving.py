"""Writing to the user's disk: whole or not at all."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inspel_app.errors import DiskError
from inspel_app.i18n import _

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def save(path: Path, data: bytes) -> None:
    """Write a file; one that was there is replaced only when the new one is whole.

    Raises:
        DiskError: no room, no permission, no such folder.
    """
    draft = path.parent / f"~{path.name}.tmp"
    with _disk_errors(path):
        draft.unlink(missing_ok=True)  # left by a crash
        try:
            with draft.open("xb") as file:
                file.write(data)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """Make a folder, and those above it, if it is not there.

    Raises:
        DiskError: no room, no permission, or there is a file with that name.
    """
    with _disk_errors(path):
        path.mkdir(parents=True, exist_ok=True)


@contextmanager
def _disk_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise DiskError(
            _("Mappen {folder} finns inte.").format(folder=path.parent),
            _("Skapa mappen först, eller välj en annan."),
        ) from error
    except OSError as error:
        if error.errno in _FULL:
            raise DiskError(
                _("Disken är full: {path} gick inte att spara.").format(path=path),
                _("Frigör utrymme eller välj en annan disk, och försök igen."),
            ) from error
        raise DiskError(
            _("{path} går inte att skriva.").format(path=path),
            _("Stäng program som har filen öppen, eller välj en mapp som du får skriva i."),
        ) from error
