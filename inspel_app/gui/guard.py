"""Keeps the window in a process of its own, and opens it again in the same place after a crash.

This process only waits. It loads nothing before the window's process is under way.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from time import monotonic

from inspel_app.errors import ExitCode

WATCHER = "INSPEL_VAKT"
"""In the environment of the window's process: the number of the process that watches over it."""
CRASHED = "INSPEL_KRASCH"
"""In its environment when it is opened again: the report of the crash before."""
ROUND = ".inspel"
"""How the name of a round ends; to open such a file is to open the window with it."""
_LEAST_SECONDS = 30.0
"""A window that crashes sooner than this is not opened again."""
_LARGEST_CODE = 255
_ENDED = {-signal.SIGINT, -signal.SIGTERM} | {
    -getattr(signal, name) for name in ("SIGHUP", "SIGKILL") if hasattr(signal, name)
}
"""Exit codes of a process that somebody ended on purpose."""


def opens_window(arguments: Sequence[str]) -> bool:
    """Whether arguments ask for the window: there are none, or one that is a round's file."""
    return not arguments or [name.endswith(ROUND) for name in arguments] == [True]


def is_wanted(arguments: Sequence[str]) -> bool:
    """Whether the window is asked for, and nobody watches over this process yet."""
    return opens_window(arguments) and WATCHER not in os.environ


def watch(rounds: Sequence[str]) -> int:
    """Open the window, with a round if one is named; its exit code when it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the window's process closes in its own way
    command, watcher = [*_command(), *rounds], str(os.getpid())
    crashed: dict[str, str] = {}
    while True:
        begun = monotonic()
        code = subprocess.run(  # noqa: S603 - this program itself
            command, env={**os.environ, **crashed, WATCHER: watcher}, check=False
        ).returncode
        from inspel_app.services.faults import trace_of, write_crash  # noqa: PLC0415 - see above

        trace = trace_of(watcher)
        if not has_crashed(code):
            trace.unlink(missing_ok=True)
            return code
        crashed = {CRASHED: str(write_crash(trace, code))}
        if monotonic() - begun < _LEAST_SECONDS:
            return ExitCode.BUG


def has_crashed(code: int) -> bool:
    """Whether an exit code is that of a crash: of a signal, or on Windows of an exception."""
    return (code < 0 or code > _LARGEST_CODE) and code not in _ENDED


def _command() -> list[str]:
    frozen = getattr(sys, "frozen", False)
    return [sys.executable] if frozen else [sys.executable, "-m", "inspel_app"]
