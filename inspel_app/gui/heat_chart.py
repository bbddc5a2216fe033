"""Points by kind of respondents and part of the strategy, the more the darker."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from inspel_app.domain.form import ActorType
from inspel_app.gui import words
from inspel_app.gui.chart import GAP, Chart, Mark
from inspel_app.gui.style import contrast, current, scaled
from inspel_app.gui.tokens import GRID, Tokens
from inspel_app.i18n import _
from inspel_app.services.figures import Heat

CELL = 4 * GRID
_HEAD = 3 * GRID
_SIDE = 14 * GRID


class HeatChart(Chart):
    """A row for each kind, a column for each leaf; a key is the kind and the leaf's id."""

    def __init__(self) -> None:
        super().__init__(_("Synpunkter per delprioritering och avsändare"))
        self._heat = Heat((), (), {})

    def show_heat(self, heat: Heat) -> None:
        """Show other figures."""
        self._heat = heat
        self.setFixedHeight(scaled(_HEAD + CELL * max(len(heat.types), 1)))
        self.update()

    def marks(self, size: QSize) -> list[Mark]:
        """The cells with points in them."""
        return [
            Mark(area, (kind, code), f"{words.actor_type(kind)}, {code}: {words.points(n)}")
            for kind, code, area in self._cells(size)
            if (n := self._heat.points.get((kind, code), 0))
        ]

    def draw(self, painter: QPainter, size: QSize) -> None:
        """The titles at the edges, and the cells."""
        look, heat = current(), self._heat
        most = max(heat.points.values(), default=1)
        painter.setPen(QColor(look.muted))
        wide, side, head, cell = self._wide(size), scaled(_SIDE), scaled(_HEAD), scaled(CELL)
        for column, code in enumerate(heat.codes):
            place = QRectF(side + column * wide, 0, wide, head)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, code)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for row, kind in enumerate(heat.types):
            painter.setPen(QColor(look.text))
            place = QRectF(0, head + row * cell, side - GRID, cell)
            painter.drawText(place, left, words.actor_type(kind))
        for kind, code, area in self._cells(size):
            n = heat.points.get((kind, code), 0)
            self._draw_cell(painter, area, n, n / most)

    def _draw_cell(self, painter: QPainter, area: QRectF, n: int, share: float) -> None:
        look = current()
        ground, ink = shade(look, share) if n else (QColor(look.background), QColor(look.text))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(area, 3, 3)
        if n:
            painter.setPen(ink)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(n))

    def _cells(self, size: QSize) -> Iterator[tuple[ActorType | None, str, QRectF]]:
        wide, side, head, cell = self._wide(size), scaled(_SIDE), scaled(_HEAD), scaled(CELL)
        for row, kind in enumerate(self._heat.types):
            for column, code in enumerate(self._heat.codes):
                x, y = side + column * wide, head + row * cell
                yield kind, code, QRectF(x, y, wide - GAP, cell - GAP)

    def _wide(self, size: QSize) -> float:
        return (size.width() - scaled(_SIDE)) / max(len(self._heat.codes), 1)


def shade(look: Tokens, share: float) -> tuple[QColor, QColor]:
    """The ground for a share (0-1) of the most, and the colour that a number is read in on it."""
    ground = _between(look.background, look.accent, share)
    inks = QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.white)  # one is seen on any ground
    return ground, max(inks, key=lambda ink: contrast(ink, ground))


def _between(one: str, other: str, share: float) -> QColor:
    """A colour on the way from one to the other; the least share is seen too."""
    a, b = QColor(one), QColor(other)
    t = 0.15 + 0.85 * share
    red, green, blue = (
        round(x + (y - x) * t)
        for x, y in ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    )
    return QColor(red, green, blue)
