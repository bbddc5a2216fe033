"""Opens the window: its frame at once, and what is in it when the rest has been loaded.

Nothing is imported here that the first sight of the frame does not need, not even Qt's names.
"""

import signal
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from threading import Thread

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from inspel_app.gui.memory import restore
from inspel_app.gui.preferences import Preferences
from inspel_app.resources.settings import Theme

_ASK_AGAIN_MS = 20
_REST = "inspel_app.gui.app"


def main(rounds: Sequence[str] = ()) -> int:
    """Show the window until it is closed; `rounds` may name one to open. Its exit code."""
    app = QApplication([sys.argv[0]])
    app.setApplicationName("inspel")
    app.setApplicationDisplayName("Inspel")
    app.setDesktopFileName("inspel")
    preferences, frame = Preferences(), Frame()
    _wear(app, preferences.settings.theme)
    restore(frame)
    frame.show()
    app.processEvents()
    signal.signal(signal.SIGINT, lambda *_signal: frame.close())

    def fill() -> None:
        from inspel_app.gui.app import fill  # noqa: PLC0415 - it has been loaded beside the frame

        fill(frame, preferences, rounds)

    frame.load(_REST, fill)
    return app.exec()


def _wear(app: QApplication, theme: Theme) -> None:
    """Stand on the ground of the theme that is chosen; the system's own is there already."""
    if theme is not Theme.SYSTEM:
        from inspel_app.gui.style import palette, tokens_of  # noqa: PLC0415 - most choose none

        app.setPalette(palette(tokens_of(dark=theme is Theme.DARK)))


class Frame(QMainWindow):
    """Empty until it gets the window that it is the frame of."""

    def __init__(self) -> None:
        super().__init__()
        self._loading: Thread | None = None
        self._timer = QTimer(self, interval=_ASK_AGAIN_MS)
        self._inner: QMainWindow | None = None
        self.setWindowTitle("Inspel")
        self.resize(1440, 900)

    def load(self, module: str, then: Callable[[], object]) -> None:
        """Import a module beside the window, and go on in the window's thread when it is there."""
        self._loading = Thread(target=import_module, args=(module,), name="inspel-load")
        self._timer.timeout.connect(lambda: self._go_on(then))
        self._timer.start()
        self._loading.start()

    def fill(self, window: QMainWindow) -> None:
        """Show a window in the frame, under its own title."""
        self._inner = window
        window.windowTitleChanged.connect(self.setWindowTitle)
        self.setWindowTitle(window.windowTitle())
        self.setCentralWidget(window)
        window.show()
        if window.focusWidget() is None:
            window.focusNextChild()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close what is in the frame."""
        self._timer.stop()
        if self._inner:
            self._inner.close()
        super().closeEvent(event)

    def _go_on(self, then: Callable[[], object]) -> None:
        if self._loading and not self._loading.is_alive():
            self._timer.stop()
            then()
