"""Names with a bar each: how far the work is, or how many came from where."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from inspel_app.gui.chart import Chart, Mark
from inspel_app.gui.painting import RIGHT, draw_bar, draw_line
from inspel_app.gui.style import current, scaled
from inspel_app.gui.tokens import GRID

_ROW = 4 * GRID
_NAME = 0.36
_NUMBER = 12 * GRID
_BAR = 6


@dataclass(frozen=True, slots=True)
class Bar:
    """A name, how full its bar is (0 to 1), and the figures in words."""

    name: str
    share: float
    text: str


class BarChart(Chart):
    """A row for each bar; a key is its name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._bars: tuple[Bar, ...] = ()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other figures."""
        self._bars = tuple(bars)
        self.setFixedHeight(max(len(self._bars), 1) * scaled(_ROW))
        self.update()

    def marks(self, size: QSize) -> list[Mark]:
        """The rows."""
        high = scaled(_ROW)
        return [
            Mark(QRectF(2, n * high + 2, size.width() - 4, high - 4), bar.name, _told(bar))
            for n, bar in enumerate(self._bars)
        ]

    def draw(self, painter: QPainter, size: QSize) -> None:
        """Name, bar and figures of each row."""
        look = current()
        name, high, number = size.width() * _NAME, scaled(_ROW), scaled(_NUMBER)
        for n, bar in enumerate(self._bars):
            top = n * high
            draw_line(painter, QRectF(0, top, name - GRID, high), bar.name, look.text)
            place = QRectF(size.width() - number, top, number, high)
            draw_line(painter, place, bar.text, look.muted, RIGHT)
            room = size.width() - name - number
            draw_bar(painter, QRectF(name, top + (high - _BAR) / 2, room, _BAR), bar.share)


def _told(bar: Bar) -> str:
    return f"{bar.name}: {bar.text}"
