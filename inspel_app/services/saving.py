"""Writing to the user's disk: whole or not at all."""

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from inspel_app.errors import DiskError, UsageError
from inspel_app.i18n import _
from inspel_app.store.connection import is_project

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}

_OPEN_FILES = {Path("/dev"), Path("/dev/fd"), Path("/proc/self/fd")}
"""Where a name stands for a file that is already open, as /dev/stdout does."""


def save(path: Path, data: bytes) -> None:
    """Write a file; one that was there is replaced only when the new one is whole.

    Where the path is a link, the file that it leads to is written.

    Raises:
        DiskError: no room, no permission, no such folder, or there is no plain file there.
        UsageError: there is a round there; it is never written over.
    """
    save_all({path: data})


def save_all(files: Mapping[Path, bytes]) -> None:
    """Write files that belong together: none takes its place before there is room for all.

    Raises:
        DiskError: as `save` does.
        UsageError: as `save` does.
    """
    drafts: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            with disk_errors(path):
                refuse_to_replace(path)
                target = Path(os.path.realpath(path))
                draft = drafts[target] = target.with_name(f"~{target.name}.tmp")
                _write(draft, data)
        for target, draft in drafts.items():
            with disk_errors(target):
                draft.replace(target)
    finally:
        for target, draft in drafts.items():
            with disk_errors(target):
                draft.unlink(missing_ok=True)


def _write(draft: Path, data: bytes) -> None:
    draft.unlink(missing_ok=True)  # left by a crash
    with draft.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())  # or a power cut would leave an empty file in its place


def what_is_there(path: Path) -> bytes:
    """What is in the file that something is to be written in the place of; nothing if none is.

    Raises:
        DiskError: it cannot be read, or as `save` does.
        UsageError: as `save` does.
    """
    with disk_errors(path):
        refuse_to_replace(path)
        return path.read_bytes() if path.is_file() else b""


def refuse_to_replace(path: Path) -> None:
    """Refuse a path, or the end of a link, where there is no plain file, a round, or one in work.

    Raises:
        DiskError: there is a folder or a device, or somebody has the file open.
        UsageError: there is a round.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise DiskError(
            _("{path} är en mapp.").format(path=path),
            _("Ange också vad filen i den ska heta."),
        )
    if not stat.S_ISREG(mode) or path.absolute().parent in _OPEN_FILES:
        raise DiskError(
            _("{path} är ingen vanlig fil utan en enhet eller ett rör.").format(path=path),
            _("Ange namnet på en vanlig fil."),
        )
    if is_project(path):
        raise UsageError(
            _("{path} är en omgång och skrivs inte över.").format(path=path),
            _("Ange ett annat namn."),
        )
    open_mark = next(filter(Path.exists, _open_marks(Path(os.path.realpath(path)))), None)
    if open_mark is not None:
        raise DiskError(
            _("{path} är öppen i Word eller ett annat program.").format(path=path),
            _(
                "Stäng den och försök igen. Är den inte öppen ligger {mark} kvar: ta bort den."
            ).format(mark=open_mark.name),
        )


def _open_marks(path: Path) -> Iterator[Path]:
    """What Office and LibreOffice lay beside a file that they have open; few systems lock it."""
    yield from (path.with_name(f"~${path.name[cut:]}") for cut in range(3))
    yield path.with_name(f".~lock.{path.name}#")


@contextmanager
def folder_for(path: Path) -> Iterator[None]:
    """Make a folder, and those above it, if it is not there; to be used around work in it.

    What was made goes again if the work fails and has left nothing in it.

    Raises:
        DiskError: no room, no permission, or there is a file in its place.
    """
    new = [folder for folder in (path, *path.parents) if not folder.exists()]
    try:
        _make_folder(path)
        yield
    except BaseException:
        with suppress(OSError):  # there is something in it
            for folder in new:
                folder.rmdir()
        raise


def _make_folder(path: Path) -> None:
    with disk_errors(path):
        try:
            path.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as error:
            raise DiskError(
                _("Mappen {path} går inte att skapa: en fil ligger i vägen.").format(path=path),
                _("Välj ett annat namn på mappen."),
            ) from error


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Explain what the disk refuses; to be used around work with a file.

    Raises:
        DiskError: no room, no permission, or no such folder.
    """
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
