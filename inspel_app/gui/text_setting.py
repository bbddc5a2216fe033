"""Sets a plain text out as its original has it: headings, lists and tables."""

from collections.abc import Sequence

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from inspel_app.domain.document import BlockKind
from inspel_app.gui.reading_text import Units
from inspel_app.services.text_shape import Stretch

_UPPER = 2
"""Headings of this level and above are larger than the text."""
_AIR, _AIR_OF_ITEM, _CELL = 0.6, 0.2, 1.5
"""Below, and to the left of, a cell that stands to the right: in sizes of the letters."""


def set_out(document: QTextDocument, stretches: Sequence[Stretch], units: Units, size: int) -> None:
    """Give each stretch of a text its place and weight; `size` is that of its letters."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for stretch in stretches:
        cursor.setPosition(units.before(stretch.start))
        cursor.setPosition(units.before(stretch.end), QTextCursor.MoveMode.KeepAnchor)
        if stretch.kind is BlockKind.HEADING:
            cursor.mergeCharFormat(_heading(stretch))
        if stretch.kind is BlockKind.ITEM or stretch.answers:
            cursor.mergeBlockFormat(_beside(stretch, size))
        if stretch.ends:
            cursor.setPosition(cursor.position())  # the last of its lines
            cursor.mergeBlockFormat(_below(stretch, size))
    cursor.endEditBlock()


def _beside(stretch: Stretch, size: int) -> QTextBlockFormat:
    made = QTextBlockFormat()
    if stretch.kind is BlockKind.ITEM:
        made.setLeftMargin((stretch.level + 1) * size)
        made.setTextIndent(-size)
    else:
        made.setLeftMargin(_CELL * size)
    return made


def _below(stretch: Stretch, size: int) -> QTextBlockFormat:
    made = QTextBlockFormat()
    if stretch.kind is BlockKind.HEADING:
        made.setTopMargin(size)
    made.setBottomMargin(size * (_AIR_OF_ITEM if stretch.kind is BlockKind.ITEM else _AIR))
    return made


def _heading(stretch: Stretch) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.DemiBold)
    larger = QTextCharFormat.Property.FontSizeAdjustment
    made.setProperty(larger, 1 if stretch.level <= _UPPER else 0)
    return made
