"""Opens the window."""

import faulthandler
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from inspel_app.gui.faults import explain
from inspel_app.gui.guard import CRASHED, TRACE
from inspel_app.gui.icons import icon
from inspel_app.gui.main_window import MainWindow
from inspel_app.gui.memory import place, restore
from inspel_app.gui.preferences import Preferences, follow_looks
from inspel_app.i18n import _


def main(argv: Sequence[str] = ()) -> int:
    """Show the window until it is closed; `argv` may name a round to open. Its exit code."""
    _tell_of_crashes()
    app = QApplication([sys.argv[0]])
    app.setApplicationName("inspel")
    app.setApplicationDisplayName("Inspel")
    app.setDesktopFileName("inspel")
    app.setWindowIcon(icon("inspel", ""))
    _speak_swedish(app)
    preferences = Preferences()
    follow_looks(app, preferences)
    window = make_window(preferences=preferences)
    restore(window)
    _report_faults(window)
    report = os.environ.get(CRASHED)
    if report:
        window.go_to_place(place())
    elif argv:
        window.session.open(Path(argv[0]))
    signal.signal(signal.SIGINT, lambda *_signal: window.close())
    window.show()
    if report:
        window.footer.warn(_after_crash(report))
    if preferences.fault:
        window.footer.warn(preferences.fault)
    return app.exec()


def make_window(path: Path | None = None, preferences: Preferences | None = None) -> MainWindow:
    """The window, with the round at a path open if one is named; not shown yet."""
    window = MainWindow(preferences)
    if path:
        window.session.open(path)
    return window


def _tell_of_crashes() -> None:
    """Have Python tell where in the code it is if it crashes, to whoever waits for this process."""
    trace = os.environ.get(TRACE)
    if trace:
        faulthandler.enable(Path(trace).open("w", encoding="utf-8"))  # noqa: SIM115 - until we end


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
