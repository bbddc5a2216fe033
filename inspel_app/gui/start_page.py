"""What meets the user while no round is open: three things to do."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspel_app.gui.icons import icon
from inspel_app.gui.style import current
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import column, label, lay_out
from inspel_app.i18n import _

_WIDTH = 60 * GRID
_MARK = 7 * GRID


class StartPage(QWidget):
    """The program's name and the choices."""

    def __init__(
        self,
        open_round: Callable[[], object],
        new_round: Callable[[], object],
        try_example: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark = label()
        mark.setPixmap(icon("inspel", "").pixmap(QSize(_MARK, _MARK)))
        middle = column(
            mark,
            2 * GRID,
            label("Inspel", "hero"),
            label(_("Från inspel till syntes, med vägen tillbaka till originalet."), "muted"),
            4 * GRID,
            _ChoiceButton(
                "oppna",
                _("Öppna omgång"),
                _("Fortsätt där du slutade."),
                open_round,
            ),
            _ChoiceButton(
                "ny",
                _("Ny omgång"),
                _("Välj strategi och var omgången ska sparas."),
                new_round,
            ),
            _ChoiceButton(
                "exempel",
                _("Prova med exempel"),
                _("Läser in en påhittad omgång, så att du ser hur det går till."),
                try_example,
            ),
            gap=GRID,
        )
        middle.setFixedWidth(_WIDTH)
        across = QHBoxLayout()
        lay_out(across, None, middle, None, margins=(0, 0, 0, 0), gap=0)
        down = QVBoxLayout(self)
        down.addStretch(2)
        down.addLayout(across)
        down.addStretch(3)


class _ChoiceButton(QPushButton):
    """A large button: drawing, name, and what it does."""

    def __init__(self, drawing: str, name: str, about: str, do: Callable[[], object]) -> None:
        super().__init__()
        self._drawing = drawing
        self._picture = label()
        self.setProperty("role", "choice")
        self.setAccessibleName(name)
        self.setAccessibleDescription(about)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda _checked: do())
        words = column(None, label(name, "section"), label(about, "muted"), None, gap=GRID // 2)
        for part in (self._picture, words):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        lay_out(QHBoxLayout(self), self._picture, words, None, margins=(20, 8, 20, 8), gap=2 * GRID)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in the colours of the new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        self._picture.setPixmap(icon(self._drawing, current().accent).pixmap(QSize(24, 24)))
