"""Find on a page: a line that says how many places hold a text, and goes from one to the next."""

import re
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTextEdit, QWidget

from inspel_app.gui.actions import action
from inspel_app.gui.key_field import KeyField
from inspel_app.gui.reading_text import Units
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import IconButton, label, lay_out
from inspel_app.i18n import _

_FIELD = 30 * GRID


class Findable(Protocol):
    """Something with places that may hold a text."""

    def look_for(self, text: str) -> int:
        """Find the places that hold a text, as it is, be it in capitals; how many there are."""

    def go_to(self, number: int) -> None:
        """Show one of them, by its number from 0."""


class FindBar(QWidget):
    """Enter goes to the next place and Shift+Enter to the one before, round and round; Esc leaves.

    What is looked in is asked for whenever it begins, what has the keyboard after it when it ends;
    None is what is still being read.
    """

    left = Signal()

    def __init__(
        self, target: Callable[[], Findable | None], back_to: Callable[[], QWidget]
    ) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._target, self._back_to = target, back_to
        self._found: Findable | None = None
        self._count = self._here = 0
        forward, back = lambda: self.step(1), lambda: self.step(-1)
        keys = {
            **dict.fromkeys(("Return", "Enter", "Down"), forward),
            **dict.fromkeys(("Shift+Return", "Shift+Enter", "Up"), back),
            "Esc": self.leave,
        }
        self.field, self.told = KeyField(_("Sök på sidan"), keys), label(role="muted")
        self.field.setFixedWidth(_FIELD)
        self.field.textChanged.connect(lambda _text: self._look())
        lay_out(
            QHBoxLayout(self),
            self.field,
            self.told,
            None,
            IconButton(action(self, _("Förra stället"), back), "vanster"),
            IconButton(action(self, _("Nästa ställe"), forward), "hoger"),
            IconButton(action(self, _("Stäng sökningen"), self.leave), "stang"),
            margins=(2 * GRID, GRID, 2 * GRID, GRID),
            gap=GRID,
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def begin(self) -> None:
        """Come forward, and look again for what was looked for last."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self.renew()

    def renew(self) -> None:
        """Look for the same in what the page shows now."""
        if self.isVisible():
            self._found = self._target()
            self._look()

    def leave(self) -> None:
        """Go, and give the keyboard back."""
        self.hide()
        self.left.emit()
        self._back_to().setFocus()

    def step(self, step: int) -> None:
        """Go to the next place, or the one before."""
        if self._found and self._count:
            self._here = (self._here + step) % self._count
            self._found.go_to(self._here)
            self._tell()

    def _look(self) -> None:
        text = self.field.text()
        self._count = self._found.look_for(text) if self._found and text else 0
        self._here = 0
        self.step(0)
        self._tell()

    def _tell(self) -> None:
        counted = _("{n} av {all}").format(n=self._here + 1, all=self._count)
        missing = _("Finns inte här.") if self._found else _("Läser sidornas text …")
        nothing = missing if self.field.text() else ""
        self.told.setText(counted if self._count else nothing)


class TextFinder:
    """Finds in a text that can be read, also when it has changed, and selects what it finds."""

    def __init__(self, view: QTextEdit) -> None:
        self._view = view
        self._text = ""

    def look_for(self, text: str) -> int:
        """Find the places."""
        self._text = text
        return len(places(text, self._view.toPlainText()))

    def go_to(self, number: int) -> None:
        """Select a place, if it is there still, and bring it into view."""
        plain = self._view.toPlainText()
        units = Units(plain)
        for start, end in places(self._text, plain)[number : number + 1]:
            cursor = QTextCursor(self._view.document())
            cursor.setPosition(units.before(start))
            cursor.setPosition(units.before(end), QTextCursor.MoveMode.KeepAnchor)
            self._view.setTextCursor(cursor)
            self._view.ensureCursorVisible()


class RowFinder:
    """Finds rows by their texts, and chooses those that it finds."""

    def __init__(self, texts: Sequence[str], choose: Callable[[int], object]) -> None:
        self._texts, self._choose = texts, choose
        self._rows: list[int] = []

    def look_for(self, text: str) -> int:
        """Find the rows."""
        self._rows = [row for row, told in enumerate(self._texts) if places(text, told)]
        return len(self._rows)

    def go_to(self, number: int) -> None:
        """Choose a row."""
        self._choose(self._rows[number])


def places(text: str, plain: str) -> list[tuple[int, int]]:
    """Where a text stands in another, whatever is capital; a space is any kind of space."""
    pattern = r"\s".join(re.escape(word) for word in text.split(" "))
    return [match.span() for match in re.finditer(pattern, plain, re.IGNORECASE)] if text else []
