"""J and K as arrows, as in other programs for working through a list."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

_ARROWS = {Qt.Key.Key_J: Qt.Key.Key_Down, Qt.Key.Key_K: Qt.Key.Key_Up}


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
