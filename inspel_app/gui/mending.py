"""A round that cannot be opened because it is damaged: offer to make it whole, and tell how."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QTextEdit, QVBoxLayout, QWidget

from inspel_app.gui.actions import action
from inspel_app.gui.plain import plain
from inspel_app.gui.session import Session
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import button, label, lay_out, row, set_up_text
from inspel_app.i18n import _
from inspel_app.services.checking import Checked, check_files, told

_SIZE = (72 * GRID, 40 * GRID)
_POLL_MS = 100


class Mending(QObject):
    """Offers to mend a round that could not be opened, at once and as long as it is told of."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._found: tuple[Path, str] | None = None
        self.act = action(window, _("Laga omgången …"), self.begin)
        self.act.setEnabled(False)
        session.damaged.connect(self._take)
        session.opened.connect(self._forget)

    def begin(self) -> None:
        """Show what is wrong with the round, and what can be done."""
        if self._found:
            dialog = MendDialog(*self._found, self._window)
            dialog.mended.connect(self._session.open)
            dialog.open()

    def _take(self, path: Path, why: str) -> None:
        self._found = path, why
        self.act.setEnabled(True)
        self.begin()

    def _forget(self) -> None:
        self._found = None
        self.act.setEnabled(False)


class MendDialog(QDialog):
    """Says what is wrong and what can be done; does it beside the window, and tells how it went."""

    mended = Signal(Path)
    """The round is whole and is to be opened."""

    def __init__(self, path: Path, why: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Laga omgången"))
        self.resize(*_SIZE)
        self._path = path
        self._threads = ThreadPoolExecutor(1, "inspel-mend")
        self._asked: Future[list[Checked]] | None = None
        self.text = QTextEdit()
        set_up_text(self.text, _("Vad som är fel och vad som kan göras"))
        offer = _(
            "Den kan lagas. Det som går att läsa i den tas till vara. Räcker det inte tar den "
            "senaste säkerhetskopian dess plats. Den skadade filen finns kvar bredvid."
        )
        self.text.setPlainText(plain(f"{why}\n\n{offer}"))
        self.mend = button(_("Laga"), self._begin, "primary")
        self.open_ = button(_("Öppna omgången"), self._open, "primary")
        self.open_.hide()
        lay_out(
            QVBoxLayout(self),
            label(_("Omgången är skadad"), "title"),
            self.text,
            row(None, button(_("Stäng"), self.close), self.mend, self.open_),
            margins=(3 * GRID, 2 * GRID, 3 * GRID, 3 * GRID),
            gap=2 * GRID,
        )
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self._poll)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Wait for what is being done; a file is never left half made."""
        self._threads.shutdown()
        super().closeEvent(event)

    def _begin(self) -> None:
        self.mend.setEnabled(False)
        self.text.setPlainText(_("Lagar omgången …"))
        self._asked = self._threads.submit(lambda: list(check_files([self._path], mend=True)))
        self._timer.start()

    def _poll(self) -> None:
        if self._asked is None or not self._asked.done():
            return
        self._timer.stop()
        (found,) = self._asked.result()
        whole = not found.faults
        self.text.setPlainText(plain("\n".join(told(found))))
        self.mend.hide()
        self.open_.setVisible(whole)
        if whole:
            self.open_.setFocus()

    def _open(self) -> None:
        self.close()
        self.mended.emit(self._path)
