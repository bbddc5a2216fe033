"""How the answer of a point is drawn: a dot and a word."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from inspel_app.domain.handling import Disposition, Handled, Via
from inspel_app.gui import handling_words
from inspel_app.gui.painting import RIGHT, draw_line
from inspel_app.gui.style import current
from inspel_app.gui.tokens import GRID, Tokens

_DOT = 8


def draw_answer(painter: QPainter, box: QRectF, handled: Handled | None) -> float:
    """The word at the right, its dot before it; hollow where it is not its own answer.

    Returns:
        How wide it is, in pixels.
    """
    look = current()
    disposition = handled.handling.disposition if handled else None
    text = handling_words.short(disposition)
    width = painter.fontMetrics().horizontalAdvance(text)
    if handled is None or disposition is None:
        draw_line(painter, box, text, look.muted, RIGHT)
        return width
    draw_line(painter, box, text, look.text, RIGHT)
    x = box.right() - width - GRID - _DOT
    colour = QColor(_colour(disposition, look))
    own = handled.via is Via.OWN
    painter.setPen(Qt.PenStyle.NoPen if own else QPen(colour, 1.5))
    painter.setBrush(colour if own else Qt.BrushStyle.NoBrush)
    edge = 0 if own else 0.75
    dot = QRectF(max(x, box.x()), box.center().y() - _DOT / 2, _DOT, _DOT)
    painter.drawEllipse(dot.adjusted(edge, edge, -edge, -edge))
    return width + GRID + _DOT


def _colour(disposition: Disposition, look: Tokens) -> str:
    return {
        Disposition.MET: look.positive,
        Disposition.PARTLY: look.warning,
        Disposition.NOT_MET: look.danger,
        Disposition.ELSEWHERE: look.muted,
        Disposition.LATER: look.parts[0],
    }[disposition]
