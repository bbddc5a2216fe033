"""How the cells of the list of inspel are drawn: one line, or the sender's two with its marks.

What a cell shows is asked of the model in one question, as a step of scrolling draws a hundred.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from inspel_app.gui import tokens
from inspel_app.gui.icons import SIZE, icon
from inspel_app.gui.marks import Mark
from inspel_app.gui.painting import LEFT, RIGHT, is_chosen
from inspel_app.gui.plain import plain
from inspel_app.gui.style import current, font, scaled
from inspel_app.gui.tokens import GRID, Tokens

CELL_ROLE = Qt.ItemDataRole.UserRole + 1
_LINE = 20
_CHIP = 18
_FEW_LETTERS = 4 * GRID
_EDGE = 7
"""Pixels before and after the text, as in the heading."""


class Cell(NamedTuple):
    """What a cell shows: its text, a dot of a colour before it, and of senders what stands below.

    `marks` are None but for the sender's own cell.
    """

    text: str
    right: bool = False
    warns: bool = False
    dot: str = ""
    marks: tuple[Mark, ...] | None = None
    file: str = ""
    new: bool = False


class CellDelegate(QStyledItemDelegate):
    """Draws a cell; of senders two lines, what is new in bold.

    Marks that there is no room for are counted, and stand in the tip.
    """

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the cell's ground and the line below it, then what it shows."""
        look, cell = current(), index.data(CELL_ROLE)
        box = QRectF(option.rect)
        if is_chosen(option):
            painter.fillRect(box, QColor(look.accent_soft))
        painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), QColor(look.hairline))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if cell.marks is None:
            _draw_line(painter, box.adjusted(_EDGE, 0, -_EDGE, 0), cell, look)
        else:
            _draw_sender(painter, box.adjusted(_EDGE, 0, -GRID, 0), cell, look)
        painter.restore()


def _draw_line(painter: QPainter, room: QRectF, cell: Cell, look: Tokens) -> None:
    if cell.dot:
        side = scaled(SIZE)
        dot = QRectF(room.x(), room.center().y() - side / 2, side, side)
        icon("punkt", cell.dot).paint(painter, dot.toRect())
        room.setLeft(dot.right())
    colour = look.warning if cell.warns else look.muted
    _draw_text(painter, room, cell.text, colour, tokens.BODY, right=cell.right)


def _draw_sender(painter: QPainter, room: QRectF, cell: Cell, look: Tokens) -> None:
    line, marks = scaled(_LINE), cell.marks or ()
    first = QRectF(room.x(), room.center().y() - line, room.width(), line)
    alone = not marks and not cell.file
    _draw_text(painter, room if alone else first, cell.text, look.text, tokens.BODY, bold=cell.new)
    second = first.translated(0, line)
    rest = second.adjusted(_draw_marks(painter, second, marks), 0, 0, 0)
    if cell.file and rest.width() > _FEW_LETTERS:
        _draw_text(painter, rest, cell.file, look.muted, tokens.SMALL)


def _draw_text(
    painter: QPainter,
    room: QRectF,
    text: str,
    colour: str,
    size: int,
    *,
    bold: bool = False,
    right: bool = False,
) -> None:
    typeface, metrics = _type(scaled(size), bold)
    painter.setFont(typeface)
    painter.setPen(QColor(colour))
    shown = metrics.elidedText(plain(text), Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, RIGHT if right else LEFT, shown)


@lru_cache(maxsize=32)
def _type(pixels: int, bold: bool) -> tuple[QFont, QFontMetricsF]:  # noqa: FBT001 - a key
    """The program's typeface in pixels as they are, with its measures."""
    typeface = font(tokens.BODY)
    typeface.setPixelSize(pixels)
    typeface.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return typeface, QFontMetricsF(typeface)


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
    return _type(scaled(tokens.SMALL), False)[1].horizontalAdvance(text) + 1.5 * GRID


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
