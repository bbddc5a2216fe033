"""Text to be read: plain, with air between the lines."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor, QTextLayout, QTextOption
from PySide6.QtWidgets import QTextEdit

from inspel_app.gui.plain import plain
from inspel_app.gui.style import current
from inspel_app.gui.tokens import LINE_HEIGHT

_WIDE = re.compile("[\U00010000-\U0010ffff]")
_LINE_BREAK = "\N{LINE SEPARATOR}"


def laid_out(
    text: str, font: QFont, width: float, doubtful: Sequence[tuple[int, int]] = ()
) -> tuple[QTextLayout, int]:
    """The text broken into lines of a width in pixels, and its height. Markup is just text.

    What is `doubtful` of it gets a wavy line below.
    """
    layout = QTextLayout(plain(text).replace("\n", _LINE_BREAK), font)
    layout.setFormats(_waves(text, doubtful) if doubtful else [])
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    step = font.pixelSize() * LINE_HEIGHT
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height + (step - line.height()) / 2))
        height += step
    layout.endLayout()
    return layout, round(height)


def _waves(text: str, ranges: Sequence[tuple[int, int]]) -> list[QTextLayout.FormatRange]:
    units = Units(text)
    made = []
    for start, end in ranges:
        wave = QTextLayout.FormatRange()
        wave.start = units.before(start)
        wave.length = units.before(end) - wave.start
        wave.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wave.format.setUnderlineColor(QColor(current().warning))
        made.append(wave)
    return made


def marked(cursor: QTextCursor, shape: QTextCharFormat) -> QTextEdit.ExtraSelection:
    """What a cursor has selected, drawn in another way."""
    made = QTextEdit.ExtraSelection()
    made.cursor = cursor
    made.format = shape
    return made


class Units:
    """Offsets in a text as Qt counts them: in units of 16 bits, where an emoji takes two."""

    def __init__(self, text: str) -> None:
        self._wide = [match.start() for match in _WIDE.finditer(text)]
        self._wide_units = [start + i for i, start in enumerate(self._wide)]

    def before(self, offset: int) -> int:
        """How many units come before a character."""
        return offset + bisect_left(self._wide, offset)

    def character(self, unit: int) -> int:
        """The character that a unit belongs to."""
        return unit - bisect_left(self._wide_units, unit)
