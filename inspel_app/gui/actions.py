"""What the user can do in the window, with the keys for it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from inspel_app.i18n import _


@dataclass(frozen=True)
class Actions:
    """The actions of the main window; each is the same in menu, button and key."""

    open: QAction
    new: QAction
    facts: QAction
    leave: QAction
    mend: QAction
    take_in: QAction
    take_in_folder: QAction
    pause: QAction
    cancel: QAction
    imports: QAction
    renew: QAction
    undo: QAction
    redo: QAction
    settings: QAction
    search: QAction
    help: QAction
    keys: QAction


def action(owner: QWidget, name: str, do: Callable[[], object], *keys: str) -> QAction:
    """An action of a widget; its keys work wherever in the window the widget is shown."""
    made = QAction(name, owner)
    made.setShortcuts([QKeySequence(key) for key in keys])
    made.setToolTip(with_key(name, made))
    made.triggered.connect(lambda _checked: do())
    owner.addAction(made)
    return made


def with_key(text: str, for_action: QAction) -> str:
    """The text followed by the action's first key."""
    key = for_action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return _("{text} ({key})").format(text=text, key=key) if key else text
