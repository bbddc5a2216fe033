"""The theme at hand: its name, what is asked for, why its points are together, and the points."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit

from inspel_app.gui import words
from inspel_app.gui.chooser import Chooser
from inspel_app.gui.theme_points import ThemePoints
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import Scrolled, column, fit_least_height, label, tip
from inspel_app.i18n import _
from inspel_app.services.theme_view import Said, ThemeView, shared_words

_EDGE, _GAP = 2 * GRID + GRID // 2, 2 * GRID
_LEAST = 20 * GRID
"""Pixels: the least height of the list of points."""
_FEW = 500
"""Points that can share something; what more of them say alike is the language's own words."""


class ThemePanel(Scrolled):
    """Name | what is asked for | why together | its points, some of which can be chosen.

    It scrolls where it has no room for all of it.
    """

    renamed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name, self.points = _Name(), ThemePoints()
        self.themes = Chooser(_("Tema"), _("Skriv ord ur temats namn"))
        self._facts, self._asked, self._why = (label(role="muted"), label(), label(role="muted"))
        self._who = label(role="muted")
        for text in (self._facts, self._asked, self._why, self._who):
            text.setWordWrap(True)
        self._asked_title = label(_("Vad som begärs"), "heading")
        self._why_title = label(_("Varför de hör ihop"), "heading")
        self._who_title = label(_("Avsändare"), "heading")
        told = column(
            self._facts, _GAP, self._asked_title, GRID // 2, self._asked,
            _GAP, self._why_title, GRID // 2, self._why,
            _GAP, self._who_title, GRID // 2, self._who, _GAP,
            label(_("Synpunkter"), "heading"),
        )  # fmt: skip
        told.setContentsMargins(GRID, 0, 0, 0)  # as far in as the text of the name
        head = column(self.name, told, gap=GRID)
        head.setContentsMargins(_EDGE - GRID, _GAP, _EDGE, GRID)
        inner = column(head, self.themes, self.points, name="pane")
        fit_least_height(self.points, _LEAST)
        self.setWidget(inner)
        self.name.given.connect(self.renamed)
        self.name.left.connect(self.left)
        self.themes.left.connect(self.points.setFocus)

    @property
    def chosen(self) -> list[str]:
        """The ids of the points that are chosen."""
        return self.points.chosen

    def show_view(self, view: ThemeView | None, points: Sequence[Said]) -> None:
        """Show another theme with its points, or none."""
        self.setEnabled(view is not None)
        self.themes.leave()
        self.name.setReadOnly(False)
        if view is None:
            self.name.show_name("")
            self._tell_of("", "", (), ())
            self.points.show_points((), ())
            return
        self.name.show_name(view.theme.label)
        asked = "\n\n".join(f"”{q.text}” {q.respondent}, {q.number}" for q in view.asked)
        self._tell_of(words.theme_state(view), asked, points, view.respondents)
        self.points.show_points(points, {q.passage for q in view.quotations})

    def show_gathered(self, points: Sequence[Said]) -> None:
        """Show points that were chosen on the map, whichever themes they are in, all chosen."""
        self.setEnabled(True)
        self.themes.leave()
        self.name.setReadOnly(True)
        self.name.show_name(words.gathered(len(points)))
        facts = words.themes_touched(len({point.theme for point in points}))
        few = points if len(points) <= _FEW else ()
        self._tell_of(facts, "", few, list(dict.fromkeys(point.sender for point in points)))
        self.points.show_points(points, ())
        self.points.selectAll()

    def choose(self, passage: str) -> None:
        """Choose one of the points."""
        self.points.choose(passage)

    def _tell_of(self, facts: str, asked: str, said: Sequence[Said], who: Sequence[str]) -> None:
        """Tell what is known of points, of which `said` are those that may share words."""
        self._facts.setText(facts)
        self._tell(self._asked_title, self._asked, asked)
        shared = shared_words([point.text for point in said])
        self._tell(self._why_title, self._why, ", ".join(f"{w} ({n})" for w, n in shared))
        self._tell(self._who_title, self._who, words.some(who))

    def _tell(self, title: QLabel, part: QLabel, text: str) -> None:
        title.setVisible(bool(text))
        part.setVisible(bool(text))
        part.setText(text)


class _Name(QLineEdit):
    """The theme's name, changed where it stands."""

    given = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self.setAccessibleName(_("Temats namn"))
        self.setProperty("role", "name")
        self.editingFinished.connect(self._tell)
        self.returnPressed.connect(self.left)

    def show_name(self, name: str) -> None:
        """Show another name, from its beginning."""
        self._name = name
        self.setText(name)
        self.setCursorPosition(0)
        self.setToolTip(tip(name))

    def begin(self) -> None:
        """Let another name be typed in the old one's place."""
        self.setFocus()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes the old name back."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._name)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        name = self.text().strip()
        if name and name != self._name:
            self._name = name
            self.given.emit(name)
