"""What goes on in the child processes, where hostile files are opened.

Whatever is imported here is loaded in every child: keep it light.
"""

import logging
import os
import signal
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inspel_app.config import language
from inspel_app.errors import KnownError
from inspel_app.i18n import use_language
from inspel_app.reading import ocr_languages, pulse
from inspel_app.resources import resource_dir
from inspel_app.resources.settings import load_settings
from inspel_app.services.faults import ChildFault, describe

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_STANDARD_ERROR = 2

MEMORY = 2 * 1024**3
"""Bytes of address space that one child may take."""


@dataclass(frozen=True, slots=True)
class Task:
    """A function that a child can import, and its arguments."""

    function: Callable[..., object]
    args: tuple[object, ...]
    kwargs: dict[str, object]


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a task: its value or, if `error` is set, its failure."""

    value: object = None
    error: Exception | None = None


def serve(pipe: "Connection[Reply | None, Task]") -> None:
    """Do one task after the other until the parent closes the pipe.

    None is sent as a task begins, when the child has started and loaded the task's code, and
    at each sign of life from the task.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _silence_libraries()
    _cap_memory()
    use_language(language(), resource_dir() / "sprak")
    pulse.listen(lambda: pipe.send(None))
    with suppress(EOFError, ConnectionError):  # the parent is gone, killed perhaps
        while True:
            _answer(pipe)


def _answer(pipe: "Connection[Reply | None, Task]") -> None:
    """Do the next task."""
    try:
        task = pipe.recv()
    except (EOFError, ConnectionError):
        raise
    except Exception as error:  # noqa: BLE001 - code that does not load is told of like any fault
        reply = _failure(error)
        pipe.send(None)
    else:
        pipe.send(None)
        reply = _do(task)
    pipe.send(reply)


def _do(task: Task) -> Reply:
    try:
        ocr_languages.use(load_settings().ocr)  # may have changed since the last task
        return Reply(task.function(*task.args, **task.kwargs))
    except Exception as error:  # noqa: BLE001 - a fault of ours must not cost other files
        return _failure(error)


def _failure(error: Exception) -> Reply:
    if isinstance(error, (KnownError, MemoryError)):
        return Reply(error=error)
    return Reply(error=ChildFault(describe(error)))


def _silence_libraries() -> None:
    """Keep what libraries remark on hostile files, and may quote of them, off the terminal.

    Those written in C, such as libtiff, write there by themselves. What goes wrong is told
    by the task's reply.
    """
    logging.disable()
    warnings.simplefilter("ignore")
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), _STANDARD_ERROR)


def _cap_memory() -> None:
    """Cap the address space. Windows has no such call: there the time alone is capped."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    cap = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (cap, hard))
