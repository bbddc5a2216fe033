"""What is in the window's frame: made when all has been loaded, which takes its time."""

import faulthandler
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from inspel_app.gui.faults import explain
from inspel_app.gui.frame import Frame
from inspel_app.gui.guard import CRASHED, WATCHER
from inspel_app.gui.icons import icon
from inspel_app.gui.looks import follow_looks
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.memory import place
from inspel_app.gui.preferences import Preferences
from inspel_app.i18n import _
from inspel_app.resources import read_ahead
from inspel_app.services.faults import trace_of

_COLLECTED = (20_000, 20, 20)
"""How seldom Python looks for garbage, in things made between: with its own figures, a third of
the time to read a large round goes to looking through what has been read so far."""


def fill(frame: Frame, preferences: Preferences, rounds: Sequence[str]) -> None:
    """Make the window and show it in the frame, where the user wants to be."""
    _tell_of_crashes()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError(app)
    _speak_swedish(app)
    follow_looks(app, preferences)
    app.setWindowIcon(icon("inspel", ""))
    window = make_window(preferences=preferences)
    frame.fill(window)
    _report_faults(window)
    report = os.environ.get(CRASHED)
    if report:
        window.go_to_place(place())
        window.footer.warn(_after_crash(report))
    elif rounds:
        window.session.open(Path(rounds[0]))
    if preferences.fault:
        window.footer.warn(preferences.fault)
    Thread(target=read_ahead, name="inspel-read-ahead").start()  # opening a round finds them read


def make_window(path: Path | None = None, preferences: Preferences | None = None) -> MainWindow:
    """The window, with the round at a path open if one is named; not shown yet."""
    gc.set_threshold(*_COLLECTED)
    window = MainWindow(preferences)
    if path:
        window.session.open(path)
    return window


def _tell_of_crashes() -> None:
    """Have Python tell where in the code it is if it crashes, to whoever waits for this process."""
    watcher = os.environ.get(WATCHER)
    if watcher:
        faulthandler.enable(trace_of(watcher).open("w", encoding="utf-8"))


def _after_crash(report: str) -> str:
    return _(
        "Ett fel stängde programmet, som har öppnats igen där du var. "
        "En rapport utan inspelens text finns i {path}."
    ).format(path=report)


def _speak_swedish(app: QApplication) -> None:
    """Have Qt's own dialogs speak Swedish, where its translation is installed."""
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_sv", folder):
        app.installTranslator(translator)


def _report_faults(window: MainWindow) -> None:
    """Tell of faults of our own in the quiet bar, and go on: what is saved is sound."""

    def report(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        window.footer.warn(explain(error))

    sys.excepthook = report
