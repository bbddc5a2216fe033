"""What can be done in the window now, by name: its actions, and the keys of the page seen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from inspel_app.gui.page import Page
from inspel_app.i18n import _

_NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do: what it is called, its key as people read it, and the doing."""

    name: str
    key: str
    do: Callable[[], object]


def commands_of(window: QMainWindow, page: Page | None) -> list[Command]:
    """All that can be done now, each once: on the page that is seen first, then in the window."""
    found = [command for command in _actions(window) if command.name]
    taken = {command.key for command in found}
    hints = list(_hints(page)) if page else []
    return [*(hint for hint in hints if hint.key not in taken), *found]


def _actions(window: QMainWindow) -> Iterator[Command]:
    for act in window.findChildren(QAction):
        owner = act.parent()
        there = owner is window or (isinstance(owner, QWidget) and owner.isVisible())
        if there and act.isEnabled() and act.isVisible() and act.menu() is None:
            name = act.statusTip() or act.text().replace("&", "")
            yield Command(name, act.shortcut().toString(_NATIVE), act.trigger)


def _hints(page: Page) -> Iterator[Command]:
    """The single keys that the page tells of at its foot: they are pressed where they work."""
    for hint in page.hints:
        key, *more = hint.keys
        if not more and (len(key) == 1 or key == "Enter"):
            name = _("{page}: {what}").format(page=page.name, what=hint.text)
            yield Command(name, key, partial(_press, page.panes[0], key))


def _press(pane: QWidget, key: str) -> None:
    pane.setFocus()
    single = len(key) == 1
    code, text = (Qt.Key(ord(key)), key.lower()) if single else (Qt.Key.Key_Return, "\r")
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(pane, QKeyEvent(QEvent.Type.KeyPress, code, none, text))
