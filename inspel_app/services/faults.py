"""Reports of the program's own faults: where in the code, never what respondents wrote."""

import platform
import traceback
from datetime import datetime
from pathlib import Path

from inspel_app import __version__
from inspel_app.config import report_dir


class ChildFault(Exception):  # noqa: N818 - the program's own fault, not an error to handle
    """A fault of ours in a child process; `description` says where in the code."""

    def __init__(self, description: str) -> None:
        super().__init__(description)
        self.description = description


def describe(error: BaseException) -> str:
    """The type of the error and of its causes, each with file, line and function.

    The messages are left out: they may quote the document that was being read.
    """
    parts: list[str] = []
    link: BaseException | None = error
    while link is not None:
        parts.append(type(link).__qualname__)
        parts += [
            f"  {frame.filename}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(link.__traceback__)
        ]
        if isinstance(link, ChildFault):
            parts.append(link.description)
        link = link.__cause__ or link.__context__
    return "\n".join(parts)


def write_report(error: BaseException) -> Path:
    """Write a report of the error in the user's own folder, and say where it is."""
    return _write(describe(error))


def trace_of(watcher: str) -> Path:
    """Where a process may tell where in the code it crashed, by the one that watches over it."""
    return _folder() / f"spar-{watcher}.txt"


def write_crash(trace: Path, code: int) -> Path:
    """Make a report of what a crashed process told, and say where it is; the trace goes away.

    Python tells threads, files, lines and functions, and no values: nothing of the round.
    """
    told = trace.read_text("utf-8", errors="replace") if trace.exists() else ""
    path = _write(f"exit code {code}\n{told}")
    trace.unlink(missing_ok=True)
    return path


def _write(text: str) -> Path:
    path = _folder() / f"fel-{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}.txt"
    heading = f"inspel {__version__}, Python {platform.python_version()}, {platform.platform()}"
    now = datetime.now().astimezone().isoformat()
    path.write_text(f"{heading}\n{now}\n\n{text}\n", encoding="utf-8")
    return path


def _folder() -> Path:
    folder = report_dir()
    folder.mkdir(parents=True, exist_ok=True)
    return folder
