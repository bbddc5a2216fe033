"""Strokes that several delegates draw by."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyleOptionViewItem

from inspel_app.gui.plain import plain
from inspel_app.gui.style import current
from inspel_app.gui.tokens import RADIUS

_OF_NO_LIST = 360
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@contextmanager
def smooth(painter: QPainter) -> Iterator[None]:
    """Draw with soft edges, and leave the painter as it was."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    yield
    painter.restore()


def room_across(option: QStyleOptionViewItem) -> int:
    """The width in pixels that an item's list has for it."""
    view = option.widget
    return view.viewport().width() if isinstance(view, QAbstractScrollArea) else _OF_NO_LIST


def is_chosen(option: QStyleOptionViewItem) -> bool:
    """Whether the item is selected."""
    return QStyle.StateFlag.State_Selected in option.state


def draw_ground(painter: QPainter, box: QRectF, option: QStyleOptionViewItem) -> None:
    """The soft ground of an item that is chosen or under the mouse."""
    look = current()
    hovered = QStyle.StateFlag.State_MouseOver in option.state
    if is_chosen(option) or hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.accent_soft if is_chosen(option) else look.hover))
        painter.drawRoundedRect(box, RADIUS, RADIUS)


def draw_line(
    painter: QPainter, box: QRectF, text: str, colour: str, align: Qt.AlignmentFlag = LEFT
) -> None:
    """A text on one line, shortened where it has no room."""
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(
        plain(text), Qt.TextElideMode.ElideRight, int(box.width())
    )
    painter.drawText(box, align, shown)


def draw_bar(painter: QPainter, box: QRectF, share: float) -> None:
    """A thin bar, filled from the left to a share (0 to 1)."""
    look = current()
    painter.setPen(Qt.PenStyle.NoPen)
    for part, colour in ((1.0, look.track), (share, look.accent)):
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(
            QRectF(box.x(), box.y(), box.width() * part, box.height()),
            box.height() / 2,
            box.height() / 2,
        )
