"""What meets the user while no round is open: three things to do, and the rounds of late."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspel_app.gui import words
from inspel_app.gui.icons import icon
from inspel_app.gui.memory import Recent, recents
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import (
    ElidedLabel,
    Picture,
    column,
    fit_width,
    label,
    lay_out,
    scrolled,
    tip,
)
from inspel_app.i18n import _

_WIDTH = 60 * GRID
_MARK = 7 * GRID


class StartPage(QWidget):
    """The program's name, the choices, and the rounds that were open."""

    again = Signal(Path)
    """A round of late is to be opened."""

    def __init__(
        self,
        open_round: Callable[[], object],
        new_round: Callable[[], object],
        try_example: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title, self._rounds = label(_("Senaste omgångar"), "heading"), column()
        mark = label()
        mark.setPixmap(icon("inspel", "").pixmap(QSize(_MARK, _MARK)))
        middle = QWidget()
        self._middle = QVBoxLayout(middle)
        lay_out(
            self._middle,
            mark,
            2 * GRID,
            label("Inspel", "hero"),
            label(_("Från inspel till syntes, med vägen tillbaka till originalet."), "muted"),
            4 * GRID,
            *_choices(open_round, new_round, try_example),
            3 * GRID,
            self._title,
            self._rounds,
            margins=(0, 0, 0, 0),
            gap=GRID,
        )
        fit_width(middle, _WIDTH)
        across = QHBoxLayout()
        lay_out(across, None, middle, None, margins=(0, 0, 0, 0), gap=0)
        inner = QWidget()
        inner.setObjectName("desk")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        down = QVBoxLayout(inner)
        down.addStretch(2)
        down.addLayout(across)
        down.addStretch(3)
        area = scrolled(inner)
        area.setProperty("role", "desk")
        lay_out(QVBoxLayout(self), area, margins=(0, 0, 0, 0), gap=0)

    def showEvent(self, event: QShowEvent) -> None:
        """Offer the rounds that are there now."""
        super().showEvent(event)
        found = recents()
        self._title.setVisible(bool(found))
        fresh = column(*(_RecentButton(one, self.again.emit) for one in found))
        self._middle.replaceWidget(self._rounds, fresh)
        self._rounds.hide()  # it lives until Qt has time to delete it
        self._rounds.deleteLater()
        self._rounds = fresh


def _choices(
    open_round: Callable[[], object],
    new_round: Callable[[], object],
    try_example: Callable[[], object],
) -> Iterator[QWidget]:
    """What can be done here."""
    yield _ChoiceButton("oppna", _("Öppna omgång"), _("Fortsätt där du slutade."), open_round)
    about = _("Välj strategi och var omgången ska sparas.")
    yield _ChoiceButton("ny", _("Ny omgång"), about, new_round)
    about = _("Läser in en påhittad omgång, så att du ser hur det går till.")
    yield _ChoiceButton("exempel", _("Prova med exempel"), about, try_example)


class _RecentButton(QPushButton):
    """A line with the round's title, its folder, and when it was last changed."""

    def __init__(self, recent: Recent, chosen: Callable[[Path], object]) -> None:
        super().__init__()
        self.setProperty("role", "recent")
        self.setAccessibleName(recent.title)
        self.setToolTip(tip(str(recent.path)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        title, folder = ElidedLabel(), ElidedLabel("muted")
        title.setText(recent.title)
        folder.setText(str(recent.path.parent))
        when = label(words.written_day(recent.changed.date()), "muted")
        for part in (title, folder, when):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        lay_out(QHBoxLayout(self), title, folder, None, when, margins=(GRID, 4, GRID, 4), gap=GRID)
        self.clicked.connect(lambda _checked: chosen(recent.path))


class _ChoiceButton(QPushButton):
    """A large button: drawing, name, and what it does."""

    def __init__(self, drawing: str, name: str, about: str, do: Callable[[], object]) -> None:
        super().__init__()
        picture = Picture(drawing, lambda look: look.accent, 24)
        self.setProperty("role", "choice")
        self.setAccessibleName(name)
        self.setAccessibleDescription(about)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda _checked: do())
        words = column(None, label(name, "section"), label(about, "muted"), None, gap=GRID // 2)
        for part in (picture, words):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        lay_out(QHBoxLayout(self), picture, words, None, margins=(20, 8, 20, 8), gap=2 * GRID)
