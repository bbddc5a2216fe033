"""How the sender of a row is drawn: the name, and below it the marks and the file's name."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inspel_app.gui import tokens
from inspel_app.gui.marks import Mark
from inspel_app.gui.plain import plain
from inspel_app.gui.style import current, font, scaled
from inspel_app.gui.tokens import GRID

MARKS_ROLE = Qt.ItemDataRole.UserRole + 1
FILE_ROLE = Qt.ItemDataRole.UserRole + 2
NEW_ROLE = Qt.ItemDataRole.UserRole + 3
_LINE = 20
_CHIP = 18
_FEW_LETTERS = 4 * GRID
_EDGE = 7
"""Pixels before the text, as in the heading."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SenderDelegate(QStyledItemDelegate):
    """Draws two lines, what is new in bold.

    Marks that there is no room for are counted, and stand in the tip.
    """

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the cell's ground as the style does, then the two lines."""
        self.initStyleOption(option, index)
        name, option.text = option.text, ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        marks, file = index.data(MARKS_ROLE), index.data(FILE_ROLE)
        room = QRectF(option.rect).adjusted(_EDGE, 0, -GRID, 0)
        line = scaled(_LINE)
        first = QRectF(room.x(), room.center().y() - line, room.width(), line)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        alone = not marks and not file
        weight = QFont.Weight.DemiBold if index.data(NEW_ROLE) else QFont.Weight.Normal
        _draw_text(painter, room if alone else first, name, current().text, tokens.BODY, weight)
        second = first.translated(0, line)
        rest = second.adjusted(_draw_marks(painter, second, marks), 0, 0, 0)
        if rest.width() > _FEW_LETTERS:
            _draw_text(painter, rest, file, current().muted, tokens.SMALL)
        painter.restore()


def _draw_text(
    painter: QPainter,
    room: QRectF,
    text: str,
    colour: str,
    size: int,
    weight: QFont.Weight = QFont.Weight.Normal,
) -> None:
    typeface = font(size)
    typeface.setWeight(weight)
    shown = QFontMetricsF(typeface).elidedText(
        plain(text), Qt.TextElideMode.ElideRight, room.width()
    )
    painter.setFont(typeface)
    painter.setPen(QColor(colour))
    painter.drawText(room, _LEFT, shown)


def _draw_marks(painter: QPainter, room: QRectF, marks: Sequence[Mark]) -> float:
    """Draw the marks that there is room for, and how many are left; the width in pixels."""
    used = 0.0
    for place, mark in enumerate(marks):
        left = marks[place:]
        needed = _width(mark.text) + (_width(f"+{len(left) - 1}") + GRID / 2) * (len(left) > 1)
        if used + needed > room.width():
            rest = Mark(f"+{len(left)}" if used else mark.text, "", left[0].pressing)
            return used + _draw_chip(painter, room.adjusted(used, 0, 0, 0), rest) + GRID
        used += _draw_chip(painter, room.adjusted(used, 0, 0, 0), mark) + GRID / 2
    return used + GRID / 2 if marks else 0


def _width(text: str) -> float:
    return QFontMetricsF(font(tokens.SMALL)).horizontalAdvance(text) + 1.5 * GRID


def _draw_chip(painter: QPainter, room: QRectF, mark: Mark) -> float:
    look = current()
    width = min(_width(mark.text), room.width())
    high = scaled(_CHIP)
    chip = QRectF(room.x(), room.center().y() - high / 2, width, high).adjusted(
        0.5, 0.5, -0.5, -0.5
    )
    painter.setPen(QPen(QColor(look.warning_soft if mark.pressing else look.control), 1))
    painter.setBrush(QColor(look.warning_soft if mark.pressing else look.surface))
    painter.drawRoundedRect(chip, tokens.RADIUS / 1.5, tokens.RADIUS / 1.5)
    inner = chip.adjusted(0.75 * GRID - 0.5, 0, -GRID / 2, 0)
    _draw_text(
        painter, inner, mark.text, look.warning if mark.pressing else look.muted, tokens.SMALL
    )
    return width
