"""An original without pages: its text, with the answers standing out from the form's own words."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from inspel_app.gui import tokens
from inspel_app.gui.plain import plain
from inspel_app.gui.reading_text import Units, marked
from inspel_app.gui.spots import Spot
from inspel_app.gui.style import current, font
from inspel_app.gui.text_setting import set_out
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import set_up_text
from inspel_app.i18n import _
from inspel_app.services.text_shape import Stretch, TextShape

_LEAST, _MOST = 9, 40
_MOST_SHOWN = 500_000
"""Characters; Qt needs seconds to lay out more, and nobody reads them here."""
_MOST_SET_OUT = 100_000
"""Characters; Qt lays all of them out twice when they are set out, a tenth of a second."""


class TextView(QTextEdit):
    """Plain text in reading type; the places of the chosen card are marked."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._size = tokens.READING
        self._pixels = 0
        self._spots: list[Spot] = []
        self._units = Units("")
        self._text, self._stretches = "", tuple[Stretch, ...]()
        self._card = -1
        set_up_text(self, _("Originalets text"))

    @property
    def percent(self) -> int:
        """The size of the text, 100 being the usual."""
        return round(100 * self._size / tokens.READING)

    def show_text(self, text: str, spots: Sequence[Spot]) -> None:
        """Show another text; a lone carriage return would count as two characters in Qt."""
        self._spots, self._units, self._card = list(spots), Units(text), -1
        self._text, self._stretches = text, ()
        self.setPlainText(plain(_shown(text.replace("\r", " "))))
        everything = self._all()  # Qt would set it as what stood by the cursor, a heading maybe
        everything.setCharFormat(QTextCharFormat())
        everything.setBlockFormat(QTextBlockFormat())
        self._set_type()

    def set_out(self, shape: TextShape) -> None:
        """Set headings, lists and tables as the original has them, if it is of the same text."""
        if shape.text == self._text and len(shape.text) <= _MOST_SET_OUT:
            self._stretches = shape.stretches
            self._set_type()
            if self._card >= 0:  # more air has moved it
                self.choose(self._card)

    def renew(self, spots: Sequence[Spot]) -> None:
        """Take the places in the same text as they are now."""
        self._spots = list(spots)
        self._mark()

    def choose(self, card: int) -> None:
        """Mark the places of a card and bring the first into view."""
        self._card = card
        self._mark()
        first = next((s for s in self._spots if s.card == card), None)
        if first is None:
            return
        self.setTextCursor(self._cursor(first, upto_start=True))
        middle = self.cursorRect().center().y() - self.viewport().height() // 3
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + middle)

    def zoom(self, factor: float | None) -> None:
        """Larger or smaller type; None is the usual size."""
        wanted = round(self._size * factor) if factor else tokens.READING
        self._size = max(_LEAST, min(wanted, _MOST))
        self._set_type()

    def _set_type(self) -> None:
        typeface = font(self._size)
        self._pixels = typeface.pixelSize()
        self.document().setDefaultFont(typeface)
        lines = QTextBlockFormat()
        high = typeface.pixelSize() * tokens.LINE_HEIGHT
        lines.setLineHeight(high, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._all().mergeBlockFormat(lines)
        set_out(self.document(), self._stretches, self._units, typeface.pixelSize())
        self._set_measure()
        self._mark()

    def _set_measure(self) -> None:
        """Keep the lines short enough to read."""
        measure = tokens.MEASURE * QFontMetrics(font(self._size)).averageCharWidth()
        side = max(3 * GRID, (self.width() - measure) // 2)
        self.setViewportMargins(side, 2 * GRID, side, 0)

    def _mark(self) -> None:
        look = current()
        marks = []
        for spot in self._spots:
            shape = QTextCharFormat()
            shape.setForeground(QColor(look.text))
            if spot.card == self._card:
                shape.setBackground(QColor(look.marker))
            marks.append(marked(self._cursor(spot), shape))
        self.setExtraSelections(marks)

    def _all(self) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        return cursor

    def _cursor(self, spot: Spot, *, upto_start: bool = False) -> QTextCursor:
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(self._units.before(spot.place.start), last))
        if not upto_start:
            end = min(self._units.before(spot.place.end), last)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses what stands there; a drag selects text as usual."""
        super().mouseReleaseEvent(event)
        if self.textCursor().hasSelection():
            return
        unit = self.cursorForPosition(event.position().toPoint()).position()
        at = self._units.character(unit)
        here = (s.card for s in self._spots if s.place.start <= at <= s.place.end)
        card = next(here, None)
        if card is not None:
            self.chosen.emit(card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margins even."""
        super().resizeEvent(event)
        self._set_measure()

    def changeEvent(self, event: QEvent) -> None:
        """Mark anew in the colours of the new look, and set anew in the new size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._mark()
        elif (
            event.type() == QEvent.Type.StyleChange and font(self._size).pixelSize() != self._pixels
        ):
            self._set_type()


def _shown(text: str) -> str:
    if len(text) <= _MOST_SHOWN:
        return text
    rest = _("[{n} tecken till finns i filen]").format(n=len(text) - _MOST_SHOWN)
    return f"{text[:_MOST_SHOWN]}\n{rest}"
