"""Single letters as keys in lists, as in other programs for working through them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QPushButton,
    QTableView,
    QToolButton,
    QWidget,
)

_NAMED = {Qt.Key.Key_Delete: "Delete"}
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_ARROWS = {Qt.Key.Key_J: Qt.Key.Key_Down, Qt.Key.Key_K: Qt.Key.Key_Up}


def press(widget: QWidget | None) -> None:
    """Press a button; leave what is none alone."""
    if isinstance(widget, QPushButton | QToolButton):
        widget.click()


class StepKeys(QObject):
    """Has a view take J for down and K for up, and in a table of rows Home and End for its ends."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        view.installEventFilter(self)

    def eventFilter(self, view: QObject, event: QEvent) -> bool:
        """Send the arrow in the letter's place."""
        if isinstance(event, QKeyEvent) and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            arrow = _ARROWS.get(Qt.Key(event.key()))
            if arrow is not None:
                return QApplication.sendEvent(
                    view, QKeyEvent(event.type(), arrow, event.modifiers())
                )
            if event.key() in _ENDS and isinstance(view, QTableView) and _has_rows(view):
                last = view.model().rowCount() - 1
                row = 0 if event.key() == Qt.Key.Key_Home else last
                view.setCurrentIndex(view.model().index(row, max(view.currentIndex().column(), 0)))
                return True
        return super().eventFilter(view, event)


def _has_rows(view: QTableView) -> bool:
    """Whether whole rows are chosen in a table; in another, the ends are those of a row."""
    return view.selectionBehavior() == QTableView.SelectionBehavior.SelectRows


class LetterKeys(QObject):
    """Has widgets do something when a letter, in capitals, or `Delete` is pressed alone."""

    def __init__(self, keys: Mapping[str, Callable[[], object]], *widgets: QWidget) -> None:
        super().__init__(widgets[0])
        self.keys = keys
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:
        """Do what the key stands for."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            do = self.keys.get(_NAMED.get(Qt.Key(event.key()), event.text().upper()))
            if do and event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ShiftModifier,
            ):
                do()
                return True
        return super().eventFilter(widget, event)
