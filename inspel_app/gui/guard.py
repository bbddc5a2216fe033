"""Keeps the window in a process of its own, and opens it again in the same place after a crash.

Nothing of Qt is loaded here: this process only waits.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from time import monotonic

from inspel_app.errors import ExitCode
from inspel_app.services.faults import new_trace, write_crash

TRACE = "INSPEL_SPAR"
"""In the environment of the window's process: where it tells in which code it crashed."""
CRASHED = "INSPEL_KRASCH"
"""In its environment when it is opened again: the report of the crash before."""
_LEAST_SECONDS = 30.0
"""A window that crashes sooner than this is not opened again."""
_LARGEST_CODE = 255
_ENDED = {-signal.SIGINT, -signal.SIGTERM} | {
    -getattr(signal, name) for name in ("SIGHUP", "SIGKILL") if hasattr(signal, name)
}
"""Exit codes of a process that somebody ended on purpose."""


def open_window(rounds: Sequence[str]) -> int:
    """Open the window, with a round if one is named; its exit code when it is closed."""
    if TRACE in os.environ:
        from inspel_app.gui.app import main  # noqa: PLC0415 - Qt in that process alone

        return main(rounds)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the window's process closes in its own way
    return _watch([*_command(), *rounds])


def _watch(command: Sequence[str]) -> int:
    crashed: dict[str, str] = {}
    while True:
        begun, trace = monotonic(), new_trace()
        code = subprocess.run(  # noqa: S603 - this program itself
            command, env={**os.environ, **crashed, TRACE: str(trace)}, check=False
        ).returncode
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
