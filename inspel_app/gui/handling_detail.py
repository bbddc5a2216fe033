"""What is at hand: what is said and by whom, above the answer, above the strategy's text."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QWidget

from inspel_app.gui import handling_words
from inspel_app.gui.answer_panel import AnswerPanel
from inspel_app.gui.chooser import Chooser
from inspel_app.gui.tokens import GRID
from inspel_app.gui.voice_list import VoiceList
from inspel_app.gui.widgets import ElidedLabel, Scrolled, column, fit_least_height, shared
from inspel_app.gui.wording_panel import WordingPanel
from inspel_app.i18n import _
from inspel_app.services.handling_view import Desk, Item, Line

_UPPER, _LOWER = 50 * GRID, 27 * GRID
"""The least heights of the answer with what is said, and of the strategy's text."""


class HandlingDetail(Scrolled):
    """Scrolls in a window too low for all of it; what has the keyboard is always seen."""

    def __init__(self) -> None:
        super().__init__()
        self._what, self._facts = ElidedLabel("section"), ElidedLabel("muted")
        self.voices, self.answer, self.wording = VoiceList(), AnswerPanel(), WordingPanel()
        self.reasons = Chooser(_("Motiveringar"), _("Skriv ord ur motiveringen"))
        said = column(self._what, self._facts, gap=2)
        said.setContentsMargins(3 * GRID, GRID + GRID // 2, 2 * GRID, GRID // 2)
        upper = column(said, self.voices, self.reasons, self.answer, name="pane")
        fit_least_height(upper, _UPPER)
        fit_least_height(self.wording, _LOWER)
        self.setWidget(shared("svar-text", upper, self.wording, sizes=(450, 300), down=True))
        self.reasons.left.connect(self.answer.show)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def show_chosen(self, desk: Desk, line: Line | None, chosen: Sequence[Item]) -> None:
        """Show what is at hand, and the answer that those chosen have in common."""
        item = line.item if line else None
        theme = desk.theme_of(item) if item else None
        self._what.setText(handling_words.title(item, theme) if item else "")
        self._facts.setText(handling_words.part(line, desk.codebook) if line else "")
        self.voices.show_voices(desk.voices(item) if item else [])
        self.answer.show_items(chosen, desk.reasons, desk.people)
        self.wording.show_code(item.codes[0] if item else None)

    def choose_reason(self, desk: Desk) -> None:
        """Offer the reasons that can be used again, in the place of the answer."""
        self.keep()
        offers = [
            (one.id, f"{one.title} ({handling_words.uses(len(one.uses))}): {one.text}")
            for one in desk.reasons
        ]
        self.answer.hide()
        self.reasons.begin(_("Vilken motivering?"), offers)

    def keep(self) -> None:
        """Keep what is being written."""
        self.answer.text.keep()
        self.wording.new.keep()

    def set_writable(self, writable: bool) -> None:  # noqa: FBT001 - what it sets, and the only thing
        """Let texts be written, or not while a job runs; what was begun is kept after it."""
        for text in (self.answer.text, self.wording.new):
            text.setReadOnly(not writable)
        if writable:
            self.keep()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, GRID)
