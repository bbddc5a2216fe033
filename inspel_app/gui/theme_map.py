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
        self._laid_out = QSize()
        self._spots: list[QPointF] = []
        self._by_hue: dict[int, QPolygonF] = {}
        self.setMinimumHeight(20 * GRID)

    def show_places(
        self, places: Sequence[Place], parts: Mapping[str, int], texts: Mapping[str, str]
    ) -> None:
        """Show other points; `parts` numbers each theme's part of the strategy."""
        self._places, self._parts, self._texts = tuple(places), parts, texts
        self._laid_out = QSize()
        self.update()

    def choose(self, theme: str) -> None:
        """Let the points of a theme stand out."""
        self._theme = theme
        self.update()

    def marks(self, size: QSize) -> list[Mark]:
        """The chosen theme's points, for the keys."""
        self._lay_out(size)
        return [self._mark(n) for n, p in enumerate(self._places) if p.theme == self._theme]

    def draw(self, painter: QPainter, size: QSize) -> None:
        """All points, and over them those of the chosen theme, larger."""
        look = current()
        self._lay_out(size)
        for hue, spots in self._by_hue.items():
            colour = QColor(look.parts[hue % len(look.parts)])
            colour.setAlpha(_FAINT if self._theme else 255)
            _draw_dots(painter, spots, colour, _DOT)
        pairs = zip(self._places, self._spots, strict=True)
        own = QPolygonF([spot for place, spot in pairs if place.theme == self._theme])
        _draw_dots(painter, own, QColor(look.accent), _CHOSEN)

    def under(self, x: float, y: float) -> Mark | None:
        """The nearest of all points, whichever theme it is in."""
        self._lay_out(self.size())
        apart = [(spot.x() - x) ** 2 + (spot.y() - y) ** 2 for spot in self._spots]
        nearest = min(apart, default=_REACH**2)
        return self._mark(apart.index(nearest)) if nearest < _REACH**2 else None

    def _mark(self, number: int) -> Mark:
        place, spot = self._places[number], self._spots[number]
        area = QRectF(spot.x() - _CHOSEN / 2, spot.y() - _CHOSEN / 2, _CHOSEN, _CHOSEN)
        return Mark(area, (place.passage, place.theme), self._texts.get(place.passage, ""))

    def _lay_out(self, size: QSize) -> None:
        """Find the points' spots in a size, unless that is done."""
        if size == self._laid_out:
            return
        wide, high = size.width() - 2 * _EDGE, size.height() - 2 * _EDGE
        self._spots = [
            QPointF(_EDGE + (p.x + 1) / 2 * wide, _EDGE + (1 - p.y) / 2 * high)
            for p in self._places
        ]
        self._by_hue = {}
        for place, spot in zip(self._places, self._spots, strict=True):
            hue = self._parts.get(place.theme, 0)
            self._by_hue.setdefault(hue, QPolygonF()).append(spot)
        self._laid_out = QSize(size)


def _draw_dots(painter: QPainter, spots: QPolygonF, colour: QColor, size: float) -> None:
    pen = painter.pen()
    pen.setColor(colour)
    pen.setWidthF(size)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPoints(spots)
