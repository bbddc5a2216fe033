"""How far the tagging has come, on one line."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from inspel_app.gui import words
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import ElidedLabel, fit_width, lay_out
from inspel_app.i18n import _
from inspel_app.services.passage_queue import Headway

_LINE = 10 * GRID


class HeadwayBar(QWidget):
    """How many passages are decided, as words and a line, and how sure the rest is."""

    def __init__(self) -> None:
        super().__init__()
        self.told, self._line, self._sure = (
            ElidedLabel("muted"),
            QProgressBar(),
            ElidedLabel("muted"),
        )
        self._line.setTextVisible(False)
        fit_width(self._line, _LINE)
        self._line.setAccessibleName(_("Kopplade synpunkter"))
        parts = (self.told, self._line, self._sure)
        lay_out(QHBoxLayout(self), *parts, margins=(0, 0, 0, 0), gap=GRID)

    def show_headway(self, headway: Headway) -> None:
        """Tell how it is now."""
        self._line.setRange(0, max(headway.total, 1))
        self._line.setValue(headway.decided)
        total = words.points(headway.total)
        self.told.setText(_("{n} av {points}").format(n=headway.decided, points=total))
        rest, share = headway.total - headway.decided, round(100 * headway.share_sure)
        self._sure.setText(_("resten: {share} % säkra").format(share=share) if rest else "")
