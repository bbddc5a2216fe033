"""One of many, such as a field of the form: found by typing, taken by Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import ElidedLabel, fit_height, lay_out
from inspel_app.i18n import _

_SHOWN = 18 * GRID
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}

Offer = tuple[str | None, str]
"""The id of what is offered (None may be one), and its name."""


class Chooser(QWidget):
    """All words that are typed stand in the names that are shown; Esc leaves."""

    taken = Signal(object)
    """The id of what was taken."""
    left = Signal()

    def __init__(self, name: str, hint: str) -> None:
        """`name` is what is offered, `hint` what to type."""
        super().__init__()
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._offers: Sequence[Offer] = ()
        self._found: list[Offer] = []
        self._text, self.search = ElidedLabel("muted"), _Search(name, hint)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        fit_height(self.list, _SHOWN)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.search.textChanged.connect(lambda _text: self._find())
        self.search.returnPressed.connect(self._take)
        self.search.moved.connect(lambda event: QApplication.sendEvent(self.list, event))
        self.search.left.connect(self.leave)
        self.list.itemClicked.connect(lambda _item: self._take())
        margins = (3 * GRID, GRID, 2 * GRID, GRID)
        lay_out(QVBoxLayout(self), self._text, self.search, self.list, margins=margins, gap=GRID)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def begin(self, text: str, offers: Sequence[Offer]) -> None:
        """Ask for one of those offered; `text` says what for."""
        self._offers = offers
        self._text.setText(text)
        self.search.clear()
        self._find()
        self.show()
        self.search.setFocus()

    def leave(self) -> None:
        """Close."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def _find(self) -> None:
        wanted = self.search.text().casefold().split()
        self._found = [
            offer for offer in self._offers if all(word in offer[1].casefold() for word in wanted)
        ]
        self.list.clear()
        self.list.addItems([name for _id, name in self._found])
        self.list.setCurrentRow(0)

    def _take(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            self.taken.emit(self._found[row][0])
            self.leave()


class _Search(QLineEdit):
    """What is typed; arrows move in the list below."""

    moved = Signal(object)
    left = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(_("Sök {name}").format(name=name))

    def event(self, event: QEvent) -> bool:
        """Send arrows on, and leave by Esc."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self.moved.emit(event)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().event(event)
