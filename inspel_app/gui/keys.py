"""Single letters as keys in lists, as in other programs for working through them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPushButton, QToolButton, QWidget

_NAMED = {Qt.Key.Key_Delete: "Delete"}
_ARROWS = {Qt.Key.Key_J: Qt.Key.Key_Down, Qt.Key.Key_K: Qt.Key.Key_Up}


def press(widget: QWidget | None) -> None:
    """Press a button; leave what is none alone."""
    if isinstance(widget, QPushButton | QToolButton):
        widget.click()


class StepKeys(QObject):
    """Has a view take J for down and K for up."""

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
        return super().eventFilter(view, event)


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
