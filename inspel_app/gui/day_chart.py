"""How many inspel came on each day, with the last day marked."""

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from inspel_app.gui import words
from inspel_app.gui.chart import GAP, Chart, Mark
from inspel_app.gui.style import current
from inspel_app.gui.tokens import GRID
from inspel_app.i18n import _
from inspel_app.services.figures import Day

_HEIGHT = 20 * GRID
_FOOT = 3 * GRID
_HEAD = 3 * GRID
_WIDEST = 3.0 * GRID


class DayChart(Chart):
    """A bar for each day; a key is the day."""

    def __init__(self) -> None:
        super().__init__(_("Inspel per dag"))
        self._days: tuple[Day, ...] = ()
        self._last: date | None = None
        self.setFixedHeight(_HEIGHT)

    def show_days(self, days: tuple[Day, ...], last: date | None) -> None:
        """Show other figures; `last` is the last day to send in."""
        self._days, self._last = days, last
        self.setVisible(bool(days))
        self.update()

    def marks(self, size: QSize) -> list[Mark]:
        """The days on which something came."""
        return [
            Mark(bar, day.day, f"{words.written_day(day.day)}: {words.inspel(day.inspel)}")
            for day, bar in zip(self._days, self._bars(size), strict=True)
            if day.inspel
        ]

    def draw(self, painter: QPainter, size: QSize) -> None:
        """The bars, the days at both ends, and the last day as a line; nothing without days."""
        look, floor = current(), size.height() - _FOOT
        painter.setPen(QColor(look.hairline))
        painter.drawLine(QPointF(0, floor), QPointF(size.width(), floor))
        bars = self._bars(size)
        if not bars:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        for day, bar in zip(self._days, bars, strict=True):
            if day.inspel:
                painter.setBrush(QColor(look.danger if day.late else look.accent))
                painter.drawRoundedRect(bar, 2, 2)
        self._draw_ends(painter, bars, size)
        self._draw_last(painter, bars, floor)

    def _draw_ends(self, painter: QPainter, bars: list[QRectF], size: QSize) -> None:
        painter.setPen(QColor(current().muted))
        foot = QRectF(0, size.height() - _FOOT, size.width(), _FOOT)
        flag = Qt.AlignmentFlag
        painter.drawText(foot, flag.AlignLeft | flag.AlignBottom, _short(self._days[0].day))
        if len(bars) > 1:
            right = foot.adjusted(0, 0, min(0.0, bars[-1].right() - size.width() + 4 * GRID), 0)
            painter.drawText(right, flag.AlignRight | flag.AlignBottom, _short(self._days[-1].day))

    def _draw_last(self, painter: QPainter, bars: list[QRectF], floor: float) -> None:
        """A line after the last day, where it is among those shown."""
        look = current()
        for (day, bar), (following, _bar) in pairwise(zip(self._days, bars, strict=True)):
            if self._last and day.day <= self._last < following.day:
                x = bar.right() + GAP / 2
                painter.setPen(QPen(QColor(look.danger), 1, Qt.PenStyle.DashLine))
                painter.drawLine(QPointF(x, _HEAD), QPointF(x, floor))
                text = QRectF(x - 20 * GRID, 0, 20 * GRID + 4, _HEAD)
                painter.setPen(QColor(look.muted))
                flag = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(text, flag, _("sista dag"))

    def _bars(self, size: QSize) -> list[QRectF]:
        most = max((day.inspel for day in self._days), default=1)
        wide = min(size.width() / max(len(self._days), 1), _WIDEST)
        room, floor = size.height() - _FOOT - _HEAD, size.height() - _FOOT
        heights = [room * day.inspel / most for day in self._days]
        return [
            QRectF(n * wide, floor - high, max(wide - GAP, 1), high)
            for n, high in enumerate(heights)
        ]


def _short(day: date) -> str:
    return words.short_day(f"{day.isoformat()}T12:00:00+00:00")
