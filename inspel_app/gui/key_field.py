"""A line to type in, some of whose keys do something else."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class KeyField(QLineEdit):
    """Does what its keys say, such as `Shift+Return`, also where they are shortcuts of a page."""

    def __init__(self, name: str, keys: Mapping[str, Callable[[], object]]) -> None:
        super().__init__()
        self._keys = keys
        self.setAccessibleName(name)
        self.setPlaceholderText(name)

    def event(self, event: QEvent) -> bool:
        """Take the keys before anybody else does."""
        if isinstance(event, QKeyEvent):
            portable = QKeySequence.SequenceFormat.PortableText
            pressed = QKeySequence(event.keyCombination()).toString(portable)
            do = self._keys.get(pressed.removeprefix("Num+"))
            if do and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if do and event.type() == QEvent.Type.KeyPress:
                do()
                return True
        return super().event(event)
