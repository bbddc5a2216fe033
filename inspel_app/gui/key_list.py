"""Which keys work where: told by the views and by the actions themselves, here put together."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from inspel_app.gui.page import Hint, Page
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import column, label, row
from inspel_app.i18n import _

_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class KeyGroup(NamedTuple):
    """Keys that belong together, under a title."""

    title: str
    hints: tuple[Hint, ...]


def key_groups(window: QWidget, page: Page | None) -> list[KeyGroup]:
    """The keys of the view that is seen, and those of the whole window."""
    own = tuple(page.hints) if page else ()
    own += _unless_told(page.findChildren(QAction) if page else (), own)
    everywhere = _unless_told(window.actions(), own)
    groups = [KeyGroup(page.name, own)] if page else []
    return [*groups, KeyGroup(_("I hela programmet"), everywhere)]


def _unless_told(actions: Iterable[QAction], told: Sequence[Hint]) -> tuple[Hint, ...]:
    """The actions that have keys, save those whose keys stand among what is told already."""
    known = {key for hint in told for key in hint.written}
    found = [Hint((_key(action),), action.text().removesuffix(" …")) for action in actions]
    return tuple(hint for hint in found if {*hint.keys}.isdisjoint({*known, ""}))


def _key(action: QAction) -> str:
    """The first of an action's keys; empty where it has none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


class KeyList(QWidget):
    """The groups below each other, keys to the left of what they do."""

    def __init__(self, groups: Sequence[KeyGroup]) -> None:
        super().__init__()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(2 * GRID)
        layout.setVerticalSpacing(GRID)
        layout.setColumnStretch(1, 1)
        for title, hints in groups:
            head = column(label(title, "heading"))
            head.setContentsMargins(0, GRID, 0, 0)
            layout.addWidget(head, layout.rowCount(), 0, 1, 2)
            for hint in hints:
                line = layout.rowCount()
                caps = row(*(label(key, "key") for key in hint.written), gap=GRID // 2)
                layout.addWidget(caps, line, 0, _LEFT)
                text = label(hint.text[:1].upper() + hint.text[1:])
                text.setWordWrap(True)
                layout.addWidget(text, line, 1)
        layout.setRowStretch(layout.rowCount(), 1)
