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
    now = datetime.now().astimezone()
    folder = report_dir()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"fel-{now:%Y%m%d-%H%M%S-%f}.txt"
    heading = f"inspel {__version__}, Python {platform.python_version()}, {platform.platform()}"
    path.write_text(f"{heading}\n{now.isoformat()}\n\n{describe(error)}\n", encoding="utf-8")
    return path
