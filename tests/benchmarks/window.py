"""What the window costs with a large round: `python -m tests.benchmarks.window [ROUND]`.

Figures are of processor time, the least of some rounds: of the window's own thread where it is
what a person waits for, of the whole program where it says so. ROUND is a file of `large_round`,
worked on in a copy; without one it is made first. Needs no screen.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path

from tests.benchmarks.__main__ import show
from tests.benchmarks.large_round import large_round

_STARTS = 6
_TRIES = 5
_OPENED = 2
"""Figures of a day's work that tell of opening."""
_SCROLLED = 30
"""Steps of scrolling; the slowest but one counts."""
_TELL = "print(time.process_time()); sys.stdout.flush(); os._exit(0)"
_BARE = f"""
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
app.processEvents()
{_TELL}
"""
_GUARD = f"""
import subprocess
def begin(*_command, **_options):
    {_TELL}
subprocess.run = begin
from inspel_app.__main__ import main
main()
"""
"""Until the process that watches over the window begins the window's own."""
_SEEN = f"""
from inspel_app.cli.main import main
from inspel_app.gui.frame import Frame
def seen(*_loading):
    {_TELL}
Frame.load = seen
main([])
"""
"""Until the window is seen."""
_LOADED = f"""
from PySide6.QtWidgets import QApplication
from inspel_app.cli.main import main
from inspel_app.gui.frame import Frame
fill = Frame.fill
def filled(frame, window):
    fill(frame, window)
    QApplication.processEvents()
    {_TELL}
Frame.fill = filled
main([])
"""
"""Until it can be worked in; what is loaded is loaded beside it."""

Figure = tuple[str, float, str]
"""What was measured, the figure, and the aim with its unit."""


def main(given: Path | None, *, start_alone: bool = False) -> None:
    """Print a line for each figure, or for those of starting and opening alone."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ["PYTHONPYCACHEPREFIX"] = f"{folder}/kompilerat"
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ["INSPEL_DATA"] = os.environ["XDG_CONFIG_HOME"] = folder
        path = Path(folder) / "stor.inspel"
        if given:
            shutil.copy(given, path)
        else:
            large_round(path)
        day = islice(worked(path), _OPENED if start_alone else None)
        for name, figure, aim in chain(start(), day):
            show(name, figure, aim)


def start() -> Iterator[Figure]:
    """How long until there is a window, against one with nothing in it; in turn."""
    codes = (_BARE, _GUARD, _SEEN, _LOADED)
    rounds = [[_started(code) for code in codes] for _n in range(_STARTS)]
    bare, guard, seen, loaded = (1000 * min(times) for times in zip(*rounds, strict=True))
    yield "a bare window, ms", bare, ""
    yield "start: the guard, ms", guard, ""
    yield "start: the window is seen, ms", seen, ""
    yield "start: both / bare", (guard + seen) / bare, "<= 1.5"
    yield "start: it can be worked in, ms", guard + loaded, ""


def _started(code: str) -> float:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}  # as installed: compiled once
    command = [sys.executable, "-c", f"import os, sys, time\nsys.argv = ['inspel']\n{code}"]
    told = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)  # noqa: S603 - our own code
    return float(told.stdout)


def worked(path: Path) -> Iterator[Figure]:
    """The figures of a day's work in the window, in its order."""
    from tests.benchmarks.window_work import Work  # noqa: PLC0415 - the start needs no Qt here

    work = Work(path)
    yield "open, whole program", 1000 * work.open(), "<= 3000 ms"
    yield "memory, opened", _memory(), "<= 500 MB"
    for name, do in work.scrolls():
        yield name, 1000 * sorted(_seconds(do) for _n in range(_SCROLLED))[-2], "<= 16 ms"
    for name, do in work.steps():
        yield name, 1000 * min(_seconds(do) for _n in range(_TRIES)), "<= 100 ms"
    for name, do in work.visits():
        yield name, 1000 * _seconds(do), "<= 100 ms"
    yield "memory, after all that", _memory(), "<= 500 MB"
    work.learn()
    yield "memory, when all is learnt", _memory(), "<= 500 MB"
    work.close()


def _memory() -> float:
    """The most megabytes that the program has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _seconds(do: Callable[[], object]) -> float:
    begun = time.thread_time()
    do()
    return time.thread_time() - begun


if __name__ == "__main__":
    told = sys.argv[1:]
    if told == ["--start"]:
        main(None, start_alone=True)
    else:
        main(Path(told[0]) if told else None)
