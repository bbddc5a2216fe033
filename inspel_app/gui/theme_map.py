"""The points of all themes on a map: what is alike lies near, the chosen theme stands out."""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPolygonF,
)
from PySide6.QtWidgets import QApplication, QRubberBand, QSizePolicy

from inspel_app.gui.chart import STEPS, Chart, Mark
from inspel_app.gui.map_names import Island, Label, draw_names, placed
from inspel_app.gui.map_points import MapPoints, Numbers, Spots
from inspel_app.gui.style import contrast, current
from inspel_app.gui.tokens import GRID
from inspel_app.i18n import _

_EDGE = 2 * GRID
_DOT, _CHOSEN, _REACH = 5.0, 9.0, 8.0
_FAINT = 110
"""Of 255: how strong the points of other themes are while some are chosen."""
_NAMED = 60
"""As many of the largest themes are named, if they have room."""
HUES = 24
"""As many colours tell themes apart; then they begin again."""
_GOLDEN = 0.618
"""Of the circle of hues, from one theme to the next: neighbours in the list look unlike."""
_LEAST_CONTRAST = 3.0


class ThemeMap(Chart):
    """A dot for each point in the hue of its theme, or of its part of the strategy.

    A key is passage and theme. Several points are chosen by dragging a rectangle around them, or
    by Shift and the arrows, which span it between two points of the theme at hand.
    """

    gathered = Signal(object)
    """The points in the rectangle, as they are told, which may be of several themes."""

    def __init__(self) -> None:
        super().__init__(_("Karta över synpunkterna"))
        self._points = MapPoints()
        self._names: Mapping[str, str] = {}
        self._labels: list[Label] | None = None
        self._theme = ""
        self._gathered: Numbers | None = None
        """Those in the rectangle; None where a theme is chosen."""
        self._by_theme = True
        self._laid_out = QSize()
        self._spots = Spots(self._points.at)
        self._by_hue: dict[int, QPolygonF] = {}
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, self)
        self._began: QPoint | None = None
        self._anchor = -1
        self.setMinimumHeight(20 * GRID)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_points(self, points: MapPoints, names: Mapping[str, str]) -> None:
        """Show other points, and the names of their themes by id."""
        self._points, self._names, self._gathered = points, names, None
        self._laid_out = QSize()
        self.update()

    def colour(self, *, by_theme: bool) -> None:
        """Let a hue tell of a theme, or of a part of the strategy."""
        self._by_theme = by_theme
        self._laid_out = QSize()
        self.update()

    def choose(self, theme: str) -> None:
        """Let the points of a theme stand out."""
        self._theme, self._gathered, self._anchor = theme, None, -1
        self._labels = None
        self.update()

    def marks(self, size: QSize) -> list[Mark]:
        """The chosen theme's points, for the keys."""
        self._lay_out(size)
        return [self._mark(n) for n in self._points.of_theme(self._theme).tolist()]

    def draw(self, painter: QPainter, size: QSize) -> None:
        """All points, and over them those that are chosen, larger."""
        look = current()
        self._lay_out(size)
        for hue, spots in self._by_hue.items():
            colour = theme_hue(hue, look.background) if self._by_theme else QColor(look.parts[hue])
            colour.setAlpha(_FAINT if self._chosen.size else 255)
            _draw_dots(painter, spots, colour, _DOT)
        chosen = self._spots.polygon(self._spots.apart(self._chosen))
        _draw_dots(painter, chosen, QColor(look.accent), _CHOSEN)
        painter.setPen(QColor(look.muted))
        if self._labels is None:
            self._labels = self._named(size, painter.fontMetrics())
        draw_names(painter, self._labels)

    @property
    def _chosen(self) -> Numbers:
        """The points that stand out."""
        if self._gathered is not None:
            return self._gathered
        return self._points.of_theme(self._theme)

    def under(self, x: float, y: float) -> Mark | None:
        """The nearest of all points, whichever theme it is in."""
        self._lay_out(self.size())
        nearest = self._spots.nearest(x, y, _REACH)
        return None if nearest is None else self._mark(nearest)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a rectangle, or choose a point: when the button is let go it is known which."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._began = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the rectangle."""
        super().mouseMoveEvent(event)
        at = event.position().toPoint()
        if self._began is None:
            return
        far = (at - self._began).manhattanLength() >= QApplication.startDragDistance()
        if far or self._band.isVisible():
            self._band.setGeometry(QRect(self._began, at).normalized())
            self._band.show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what is in the rectangle, or the point under the mouse."""
        if self._band.isVisible():
            self._band.hide()
            self._gather(QRectF(self._band.geometry()))
        elif self._began is not None:
            super().mousePressEvent(event)
        self._began = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift and arrows choose what lies between two points; Esc chooses the theme again."""
        held = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        marks = self.marks(self.size())
        if held and event.key() in STEPS and marks:
            self._anchor = self._anchor if self._anchor >= 0 else max(self.at, 0)
            super().keyPressEvent(event)
            one, other = marks[self._anchor].area, marks[self.at].area
            self._gather(one.united(other))
        elif event.key() == Qt.Key.Key_Escape and self._gathered is not None:
            self._gather(QRectF())
        else:
            self._anchor = -1
            super().keyPressEvent(event)

    def _gather(self, area: QRectF) -> None:
        """Choose the points in an area; the theme at hand again where there are none."""
        found = self._spots.within(area)
        self._gathered = found if found.size else None
        self.gathered.emit([self._points.said[n] for n in found.tolist()])
        self.update()

    def _mark(self, number: int) -> Mark:
        said, (x, y) = self._points.said[number], self._spots.at[number].tolist()
        area = QRectF(x - _CHOSEN / 2, y - _CHOSEN / 2, _CHOSEN, _CHOSEN)
        return Mark(area, (said.passage, said.theme), said.text)

    def _lay_out(self, size: QSize) -> None:
        """Find the points' spots in a size, unless that is done."""
        if size == self._laid_out:
            return
        area = QRectF(_EDGE, _EDGE, size.width() - 2 * _EDGE, size.height() - 2 * _EDGE)
        self._spots = self._points.laid_out(area)
        seen = self._spots.apart(np.arange(len(self._spots.at)))
        hues = self._hues()[self._points.themes[seen]]
        self._by_hue = {
            hue: self._spots.polygon(seen[hues == hue]) for hue in np.unique(hues).tolist()
        }
        self._laid_out = QSize(size)
        self._labels = None

    def _named(self, size: QSize, metrics: QFontMetrics) -> list[Label]:
        """The names that have room: that of the theme at hand, and those of the largest."""
        of, spots = self._points.of, self._spots
        themes = sorted(of, key=lambda theme: (theme != self._theme, -len(of[theme])))[:_NAMED]
        islands = (Island(theme, self._names[theme], spots.around(of[theme])) for theme in themes)
        area = QRectF(QPointF(), size.toSizeF()).adjusted(GRID, GRID, -GRID, -GRID)
        return placed(
            islands, QFontMetricsF(metrics), area, lambda box: bool(spots.within(box).size)
        )

    def _hues(self) -> Numbers:
        """The number of the hue of each theme, in the themes' order."""
        parts = self._points.parts
        if self._by_theme:
            return np.arange(len(parts)) % HUES
        return np.fromiter(parts.values(), np.intp) % len(current().parts)


@lru_cache(maxsize=4 * HUES)
def _lightness(number: int, ground: str) -> float:
    """How light a hue can be, or how dark it must be, to be seen on a ground."""
    dark = QColor(ground).lightnessF() < 0.5  # noqa: PLR2004 - the middle
    lightness = 0.65 if dark else 0.45
    while contrast(_toned(number, lightness), QColor(ground)) < _LEAST_CONTRAST:
        lightness += 0.02 if dark else -0.02
    return lightness


def theme_hue(number: int, ground: str) -> QColor:
    """The colour of a theme by its number, seen on a ground such as `#f6f6f4`."""
    return _toned(number, _lightness(number, ground))


def _toned(number: int, lightness: float) -> QColor:
    return QColor.fromHslF(number * _GOLDEN % 1, 0.6, lightness)


def _draw_dots(painter: QPainter, spots: QPolygonF, colour: QColor, size: float) -> None:
    pen = painter.pen()
    pen.setColor(colour)
    pen.setWidthF(size)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPoints(spots)
