"""Beside the passage at hand: what is proposed for it, and what people have noted."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from inspel_app.gui import words
from inspel_app.gui.suggestion_list import Proposal, SuggestionList
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import button, column, fit_height, label, lay_out, row, tip
from inspel_app.gui.written_text import LeftText
from inspel_app.i18n import _
from inspel_app.services.entries import Entry
from inspel_app.services.past import Event

_NOTE = 11 * GRID
_EVENTS = 8
"""As many things that were done with a passage are told; the history tells all."""


class PointPanel(QWidget):
    """The proposals, or favourites, above one's own note; below, others' and what has been done."""

    noted = Signal(str)
    """One's own note was written or changed."""
    past_wanted = Signal()
    """What has been done with the passage is to be told."""
    switched = Signal()
    """The favourites are wanted, or the proposals again."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.proposals, self.note = SuggestionList(), _Note()
        self._title = label(role="heading")
        self.favourites = _chip(_("Favoriter"), self.switched.emit)
        self.favourites.setToolTip(tip(_("Siffrorna väljer bland dina favoriter (F)")))
        self.history = _chip(_("Historik"), self._ask_past)
        self.history.setToolTip(tip(_("Vad som har gjorts med synpunkten, av vem och när (H)")))
        self._others, self.past = label(role="muted"), label(role="muted")
        for text in (self._others, self.past):
            text.setWordWrap(True)
        self._own, self._passage = "", ""
        self._set_up()
        self.note.written.connect(self._tell)
        self.note.left.connect(self.left)

    def _set_up(self) -> None:
        note = row(label(_("Anteckning"), "heading"), None, self.history)
        below = column(note, GRID, self.note, GRID, self._others, GRID, self.past, gap=0)
        below.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        heading = row(self._title, None, self.favourites)
        heading.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        layout = QVBoxLayout(self)
        lay_out(layout, heading, self.proposals, below, margins=(0, 0, 0, 0), gap=0)
        layout.setStretchFactor(self.proposals, 1)

    @property
    def shows_favourites(self) -> bool:
        """Whether the digits stand for favourites now."""
        return any(one.favourite for one in self.proposals.proposals)

    def show_entry(
        self,
        entry: Entry | None,
        proposals: Sequence[Proposal],
        favourites: Sequence[Proposal],
        me: str,
    ) -> None:
        """Show another passage, or none; favourites where they are wanted or nothing is proposed.

        `me` is who writes the note.
        """
        wanted = self.favourites.isChecked() or not proposals
        self.proposals.show_proposals(favourites if wanted and entry else proposals)
        self._title.setText(_("Favoriter") if self.shows_favourites else _("Förslag"))
        notes = entry.notes if entry else ()
        self._own = next((note.text for note in notes if note.person == me), "")
        if self.note.toPlainText() != self._own:
            self.note.setPlainText(self._own)
        self.note.setEnabled(entry is not None)
        others = [note for note in notes if note.person != me]
        self._others.setText("\n\n".join(words.note(note) for note in others))
        self._others.setVisible(bool(others))
        self._follow(entry.passage.id if entry else "")

    def show_past(self, events: Sequence[Event]) -> None:
        """Tell what has been done with the passage, the latest first."""
        told = [words.event(event) for event in events[:_EVENTS]]
        self.past.setText("\n".join(told) or _("Ingen har gjort något med synpunkten."))
        self.past.show()

    def _follow(self, passage: str) -> None:
        """What was done with one passage is told no longer when another is shown."""
        if passage != self._passage:
            self.history.setChecked(False)
        self._passage = passage
        self._ask_past()

    def _ask_past(self) -> None:
        self.past.setVisible(self.history.isChecked())
        if self.history.isChecked():
            self.past_wanted.emit()

    def _tell(self) -> None:
        text = self.note.toPlainText().strip()
        if text != self._own:
            self._own = text
            self.noted.emit(text)


def _chip(text: str, pressed: Callable[[], object]) -> QPushButton:
    chip = button(text, pressed, "chip")
    chip.setCheckable(True)
    return chip


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
