"""One page of an original as a picture, with the places of the answers on it."""

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from inspel_app.domain.document import Box, PageSize
from inspel_app.gui.spots import Spot
from inspel_app.gui.style import current
from inspel_app.gui.tokens import GRID, LIGHT
from inspel_app.i18n import _

_AIR = 3
"""Points between a text and its outline."""
_MARGIN = 3 * GRID
"""Pixels around the paper."""


class PageCanvas(QWidget):
    """The page at the size `PageSize` times `zoom`."""

    chosen = Signal(int)
    """The number of the card whose place was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self._zoom = 1.0
        self._picture = QPixmap()
        self._spots: list[Spot] = []
        self._card = -1
        self._word: Box | None = None
        self._hits: Sequence[Box] = ()
        self._hit: Sequence[Box] = ()
        self._under = -1
        self.setMouseTracking(True)
        self.setAccessibleName(_("Sidan i originalet"))

    def show_page(self, size: PageSize, zoom: float, spots: Sequence[Spot]) -> None:
        """Take the size of a page, and the places on it."""
        self._zoom = zoom
        self._spots = [spot for spot in spots if spot.place.box]
        paper = QSize(round(size.width * zoom), round(size.height * zoom))
        self.setFixedSize(paper.grownBy(QMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)))
        self.update()

    def show_picture(self, picture: QPixmap) -> None:
        """Show the page's picture; an empty one while there is none."""
        self._picture = picture
        self.update()

    def choose(self, card: int) -> QRectF | None:
        """Outline the places of a card; the first of them on this page in pixels, if any."""
        self._card = card
        self.update()
        return next((self._rect(s.place.box) for s in self._spots if s.card == card), None)

    def point_out(self, word: Box | None) -> QRectF:
        """Frame a word on this page, or none; where that is in pixels."""
        self._word = word
        self.update()
        return self._rect(word)

    def mark(self, hits: Sequence[Box], chosen: Sequence[Box]) -> None:
        """Mark what was found on this page, some of it as the place that was gone to."""
        self._hits, self._hit = hits, chosen
        self.update()

    def rect_of(self, box: Box) -> QRectF:
        """Where a part of the page is, in pixels."""
        return self._rect(box)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper, picture, outlines. Paper is white in the dark too, as its picture is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paper = self.rect().marginsRemoved(QMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN))
        painter.fillRect(paper, Qt.GlobalColor.white)
        if self._picture.isNull():
            painter.setPen(QColor(LIGHT.muted))
            painter.drawText(paper, Qt.AlignmentFlag.AlignCenter, _("Hämtar sidan …"))
        painter.drawPixmap(paper, self._picture)
        self._mark(painter)
        painter.setPen(QColor(current().hairline))
        painter.drawRect(QRectF(paper).adjusted(-0.5, -0.5, 0.5, 0.5))
        self._outline(painter)

    def _mark(self, painter: QPainter) -> None:
        """As with a pen that the text shines through; the place gone to has an edge as well."""
        painter.save()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for box in self._hits:
            painter.fillRect(self._rect(box, air=1), QColor(LIGHT.marker))
        painter.restore()
        painter.setPen(QPen(QColor(LIGHT.warning), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in self._hit:
            painter.drawRoundedRect(self._rect(box, air=2), 2, 2)

    def _outline(self, painter: QPainter) -> None:
        for spot in self._spots:
            chosen = spot.card == self._card
            if not chosen and spot.card != self._under:
                continue
            tint = QColor(LIGHT.accent)
            painter.setPen(QPen(tint, 2 if chosen else 1))
            tint.setAlphaF(0.07 if chosen else 0)
            painter.setBrush(tint)
            painter.drawRoundedRect(self._rect(spot.place.box), 3, 3)
        if self._word:
            painter.setPen(QPen(QColor(LIGHT.warning), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._rect(self._word), 3, 3)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Outline faintly what can be chosen here."""
        under = self._card_at(event.position())
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if under >= 0 else Qt.CursorShape.ArrowCursor
        )
        if under != self._under:
            self._under = under
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what stands here."""
        card = self._card_at(event.position())
        if card >= 0:
            self.chosen.emit(card)
        super().mousePressEvent(event)

    def _card_at(self, point: QPointF) -> int:
        return next((s.card for s in self._spots if self._rect(s.place.box).contains(point)), -1)

    def _rect(self, box: Box | None, air: float = _AIR) -> QRectF:
        """A part of the page in pixels, with so many points of air around."""
        if box is None:
            return QRectF()
        first = QPointF(box.x0 - air, box.y0 - air) * self._zoom
        last = QPointF(box.x1 + air, box.y1 + air) * self._zoom
        return QRectF(first, last).translated(_MARGIN, _MARGIN)
