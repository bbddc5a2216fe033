"""How a section of the report is drawn in the outline."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inspel_app.gui.icons import icon
from inspel_app.gui.item_models import Index
from inspel_app.gui.painting import RIGHT, draw_ground, draw_line, is_chosen, smooth
from inspel_app.gui.style import current, font, scaled
from inspel_app.gui.tokens import GRID, SMALL
from inspel_app.i18n import _
from inspel_app.services.draft import Node, SectionEdit

KEY_ROLE, SECTION_ROLE = (Qt.ItemDataRole.UserRole + n for n in range(2))
"""A section's key; the section, with whether something above it is left out."""
_ROW = 3 * GRID + 4
_ARROW = 16
_INDENT = 2 * GRID


class OutlineDelegate(QStyledItemDelegate):
    """An arrow where there is more below, the heading, and to the right what people made of it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are as high."""
        return QSize(0, scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        look, top = current(), not index.parent().isValid()
        line, dimmed = index.data(SECTION_ROLE)
        left_out = isinstance(line, Node) and line.left_out
        arrow = arrow_of(option.rect, index)
        ground = QRectF(option.rect)
        ground.setLeft(GRID)
        typeface = QFont(option.font)
        typeface.setWeight(QFont.Weight.DemiBold if top else QFont.Weight.Normal)
        typeface.setStrikeOut(left_out)
        colour = look.accent if is_chosen(option) else look.text
        with smooth(painter):
            draw_ground(painter, ground.adjusted(0, 1, -GRID, -1), option)
            if index.model().hasChildren(index):
                opened = QStyle.StateFlag.State_Open in option.state
                drawn = icon("ned" if opened else "hoger", look.muted)
                drawn.paint(painter, arrow.toRect())
            painter.setFont(font(SMALL))
            told = _told(line)
            wide = painter.fontMetrics().horizontalAdvance(told)
            right = QRectF(ground.right() - wide - 2 * GRID, ground.y(), wide, ground.height())
            draw_line(painter, right.adjusted(-1, 0, 1, 0), told, look.muted, RIGHT)
            painter.setFont(typeface)
            title = QRectF(arrow.right() + 2, ground.y(), 0, ground.height())
            title.setRight(right.left() - (GRID if told else 0))
            draw_line(painter, title, index.data(), look.muted if dimmed or left_out else colour)


def arrow_of(box: QRect, index: Index) -> QRectF:
    """Where the arrow of a row stands, the further in the deeper it is."""
    left, above = box.left() + GRID + 2, index.parent()
    while above.isValid():
        left, above = left + _INDENT, above.parent()
    return QRectF(left, box.center().y() - _ARROW / 2, _ARROW, _ARROW)


def _told(line: Node | SectionEdit) -> str:
    """What people have made of a section, in a word."""
    if isinstance(line, SectionEdit):
        return ""
    if line.left_out:
        return _("utelämnat")
    if line.own:
        return _("eget avsnitt")
    return _("egen text") if line.edit and line.edit.text else ""
