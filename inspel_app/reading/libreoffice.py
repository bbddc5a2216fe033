"""Has LibreOffice, where it is installed, turn documents of old formats into Word files.

It is given a profile of its own in a temporary folder, so that it neither sees nor changes
what the user has set, and settings that keep macros, links and the network out.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from inspel_app.frozen import environment_for_others

SECONDS = 50.0
"""What a conversion may take; less than what a file may take to be read."""

_NAMES = ("soffice", "libreoffice")
_USUAL_PLACES = {
    "win32": ("LibreOffice*/program/soffice.exe",),
    "darwin": ("LibreOffice*.app/Contents/MacOS/soffice",),
    "linux": ("libreoffice*/program/soffice", "*/libreoffice*/program/soffice"),
}
_USUAL_FOLDERS = {
    "win32": tuple(os.environ.get(n, "") for n in ("PROGRAMFILES", "PROGRAMFILES(X86)")),
    "darwin": ("/Applications", str(Path.home() / "Applications")),
    "linux": ("/usr/lib", "/usr/lib64", "/opt", "/snap"),
}
_ENGINE = {"win32": "soffice.bin", "linux": "soffice.bin"}
"""The program itself, beside the one that starts it: ending that one would let it run on."""

_STARTED_AFRESH = 81
"""It has set up a new profile, and asks to be started again."""

_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetNoProxy", ""),
)
"""No macros, no updated links, and a proxy that is not there: no connection is opened."""

_ITEM = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
_REGISTRY = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
)


class ConversionError(Exception):
    """LibreOffice could not open the document, or took too long."""


def find() -> Path | None:
    """The LibreOffice of this machine, from the path or a usual place; None where there is none."""
    return next((_engine(p) for p in chain(_on_path(), _in_usual_places())), None)


def to_docx(program: Path, data: bytes, suffix: str) -> bytes:
    """The document as a Word file.

    Raises:
        ConversionError: it is damaged or protected, or the time was out.
    """
    with TemporaryDirectory(prefix="inspel-") as folder:
        source = Path(folder, f"in{suffix}")
        source.write_bytes(data)
        _write_settings(Path(folder, "profile"))
        made = Path(folder, "out", "in.docx")
        for _attempt in range(2):
            code = _run(program, Path(folder), source)
            if code != _STARTED_AFRESH:
                break
        if not made.is_file():
            raise ConversionError
        return made.read_bytes()


def _on_path() -> Iterator[Path]:
    found = (shutil.which(name) for name in _NAMES)
    return (Path(name).resolve() for name in found if name)


def _in_usual_places() -> Iterator[Path]:
    folders = (Path(f) for f in _USUAL_FOLDERS.get(sys.platform, ()) if f)
    patterns = _USUAL_PLACES.get(sys.platform, ())
    return (p for folder in folders for pattern in patterns for p in sorted(folder.glob(pattern)))


def _engine(starter: Path) -> Path:
    engine = starter.with_name(_ENGINE.get(sys.platform, starter.name))
    return engine if engine.is_file() else starter


def _write_settings(profile: Path) -> None:
    items = "".join(_ITEM.format(path=p, name=n, value=v) for p, n, v in _SETTINGS)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        _REGISTRY.format(items=items), "utf-8"
    )


def _run(program: Path, folder: Path, source: Path) -> int:
    options = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ("--convert-to", "docx", "--outdir", str(folder / "out"), str(source))
    try:
        done = subprocess.run(  # noqa: S603 - the user's own LibreOffice, no shell
            [program, *options, profile, *convert],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**environment_for_others(), "HOME": str(folder), "TMPDIR": str(folder)},
            timeout=SECONDS,
            check=False,
        )
    except (subprocess.TimeoutExpired, OSError) as fault:
        raise ConversionError from fault
    return done.returncode
