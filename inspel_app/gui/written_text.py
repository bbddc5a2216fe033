"""A text that is kept when the keyboard leaves it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit


class LeftText(QPlainTextEdit):
    """A text to write in beside a list; Escape and Ctrl+Enter go back to that."""

    left = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Ctrl+Enter go back to the list."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or (enter and held):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class WrittenText(LeftText):
    """What has been written stays until it is kept."""

    written = Signal(object, str)
    """What it is about, and the text, when it is another than the one shown."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(name, hint)
        self._about: object = None
        self._shown = ""

    @property
    def is_changed(self) -> bool:
        """Whether something is written that is not kept."""
        return self.toPlainText().strip() != self._shown.strip()

    def show_text(self, about: object, text: str) -> None:
        """Show a text about something; one about the same that is being written in stays.

        What has been written about something else is told first.
        """
        same = text.strip() == self.toPlainText().strip()
        if about == self._about and self.is_changed and not same:
            return
        if about != self._about:
            self.keep()
        self._about, self._shown = about, text
        if not same:
            self.setPlainText(text)

    def keep(self) -> None:
        """Tell what has been written, if anything."""
        if self.is_changed and not self.isReadOnly():
            self._shown = self.toPlainText()
            self.written.emit(self._about, self._shown.strip())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell what was written."""
        super().focusOutEvent(event)
        self.keep()
