"""Beside the passage at hand: what is proposed for it, and what people have noted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspel_app.gui import words
from inspel_app.gui.suggestion_list import Proposal, SuggestionList
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import column, fit_height, label, lay_out
from inspel_app.gui.written_text import LeftText
from inspel_app.i18n import _
from inspel_app.services.entries import Entry

_NOTE = 11 * GRID


class PointPanel(QWidget):
    """The proposals above one's own note, and others' notes below it."""

    noted = Signal(str)
    """One's own note was written or changed."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.proposals, self.note = SuggestionList(), _Note()
        self._others = label(role="muted")
        self._others.setWordWrap(True)
        self._own = ""
        below = column(
            label(_("Anteckning"), "heading"), GRID, self.note, GRID, self._others, gap=0
        )
        below.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        heading = label(_("Förslag"), "heading")
        heading.setContentsMargins(2 * GRID, 2 * GRID, 0, GRID)
        layout = QVBoxLayout(self)
        lay_out(layout, heading, self.proposals, below, margins=(0, 0, 0, 0), gap=0)
        layout.setStretchFactor(self.proposals, 1)
        self.note.written.connect(self._tell)
        self.note.left.connect(self.left)

    def show_entry(self, entry: Entry | None, proposals: Sequence[Proposal], me: str) -> None:
        """Show another passage, or none; `me` is who writes the note."""
        self.proposals.show_proposals(proposals)
        notes = entry.notes if entry else ()
        self._own = next((note.text for note in notes if note.person == me), "")
        if self.note.toPlainText() != self._own:
            self.note.setPlainText(self._own)
        self.note.setEnabled(entry is not None)
        others = [note for note in notes if note.person != me]
        self._others.setText("\n\n".join(words.note(note) for note in others))

    def _tell(self) -> None:
        text = self.note.toPlainText().strip()
        if text != self._own:
            self._own = text
            self.noted.emit(text)


class _Note(LeftText):
    """Is written when the keyboard leaves it."""

    written = Signal()

    def __init__(self) -> None:
        super().__init__(_("Anteckning"), _("Skriv en anteckning …"))
        fit_height(self, _NOTE)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell what was written."""
        super().focusOutEvent(event)
        self.written.emit()
