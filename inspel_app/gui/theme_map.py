"""The points of all themes on a map: what is alike lies near, the chosen theme stands out."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from inspel_app.gui.chart import Chart, Mark
from inspel_app.gui.style import current
from inspel_app.gui.tokens import GRID
from inspel_app.i18n import _
from inspel_app.services.theme_view import Place

_EDGE = 2 * GRID
_DOT, _CHOSEN, _REACH = 5.0, 9.0, 8.0
_FAINT = 110
"""Of 255: how strong the points of other themes are while one is chosen."""


class ThemeMap(Chart):
    """A dot for each point in the hue of its part of the strategy; a key is passage and theme."""

    def __init__(self) -> None:
        super().__init__(_("Karta över synpunkterna"))
        self._places: tuple[Place, ...] = ()
        self._parts: Mapping[str, int] = {}
        self._texts: Mapping[str, str] = {}
        self._theme = ""
        self.setMinimumHeight(20 * GRID)

    def show_places(
        self, places: Sequence[Place], parts: Mapping[str, int], texts: Mapping[str, str]
    ) -> None:
        """Show other points; `parts` numbers each theme's part of the strategy."""
        self._places, self._parts, self._texts = tuple(places), parts, texts
        self.update()

    def choose(self, theme: str) -> None:
        """Let the points of a theme stand out."""
        self._theme = theme
        self.update()

    def marks(self, size: QSize) -> list[Mark]:
        """The chosen theme's points, for the keys."""
        return [self._mark(p, size) for p in self._places if p.theme == self._theme]

    def draw(self, painter: QPainter, size: QSize) -> None:
        """All points, those of the chosen theme last and larger."""
        look = current()
        by_hue: dict[int, QPolygonF] = {}
        for place in self._places:
            if place.theme != self._theme:
                hue = self._parts.get(place.theme, 0) % len(look.parts)
                by_hue.setdefault(hue, QPolygonF()).append(self._spot(place, size))
        for hue, spots in by_hue.items():
            colour = QColor(look.parts[hue])
            colour.setAlpha(_FAINT if self._theme else 255)
            _draw_dots(painter, spots, colour, _DOT)
        own = QPolygonF([self._spot(p, size) for p in self._places if p.theme == self._theme])
        _draw_dots(painter, own, QColor(look.accent), _CHOSEN)

    def _under(self, x: float, y: float) -> int:
        """The number of the mark at a point, after its theme has been chosen; -1 for none."""
        size, here = self.size(), QPointF(x, y)
        near = min(self._places, key=lambda p: _apart(self._spot(p, size), here), default=None)
        if near is None or _apart(self._spot(near, size), here) > _REACH**2:
            return -1
        self._theme = near.theme
        keys = [mark.key for mark in self._here]
        return keys.index((near.passage, near.theme))

    def _mark(self, place: Place, size: QSize) -> Mark:
        spot = self._spot(place, size)
        area = QRectF(spot.x() - _CHOSEN / 2, spot.y() - _CHOSEN / 2, _CHOSEN, _CHOSEN)
        return Mark(area, (place.passage, place.theme), self._texts.get(place.passage, ""))

    def _spot(self, place: Place, size: QSize) -> QPointF:
        wide, high = size.width() - 2 * _EDGE, size.height() - 2 * _EDGE
        return QPointF(_EDGE + (place.x + 1) / 2 * wide, _EDGE + (1 - place.y) / 2 * high)


def _draw_dots(painter: QPainter, spots: QPolygonF, colour: QColor, size: float) -> None:
    pen = painter.pen()
    pen.setColor(colour)
    pen.setWidthF(size)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPoints(spots)


def _apart(one: QPointF, other: QPointF) -> float:
    """The square of the distance."""
    return (one.x() - other.x()) ** 2 + (one.y() - other.y()) ** 2
