"""A section of the report to be read: plain text in reading type, made block by block."""

from collections.abc import Iterator, Sequence
from itertools import islice

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextEdit

from inspel_app.gui import tokens
from inspel_app.gui.plain import plain
from inspel_app.gui.style import current, font
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import set_up_text
from inspel_app.i18n import _
from inspel_app.services.reporting import (
    AnswerBlock,
    Block,
    Facts,
    Link,
    Names,
    Points,
    Quote,
    Section,
    Signed,
    Table,
    Text,
)

_SIZES = (tokens.TITLE, tokens.SECTION, tokens.READING)
"""Of headings, by their depth."""
_CELL = GRID // 2
_AT_ONCE = 300
"""Paragraphs and rows that are written in one go, in a few hundredths of a second."""
_ROWS = 100
"""A longer table is written as several below each other: Qt lays each out as a whole."""


class ReportView(QTextEdit):
    """Shows a section and all below it; what is far down is written while the rest is read."""

    def __init__(self) -> None:
        super().__init__()
        self._section: Section | None = None
        self._left: Iterator[None] = iter(())
        """Writes what is not written yet, a paragraph at a time."""
        self._going_on = QTimer(self)
        self._going_on.timeout.connect(self._write_more)
        set_up_text(self, _("Syntesens text"))

    def show_section(self, section: Section) -> None:
        """Show another section, from its beginning."""
        self._section = section
        self._write()
        self.verticalScrollBar().setValue(0)

    def show_nothing(self) -> None:
        """Show no section."""
        self._section, self._left = None, iter(())
        self._going_on.stop()
        self.clear()

    def write_out(self) -> None:
        """Write the whole section now, for who looks for something in it."""
        self._write_more(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short enough to read."""
        super().resizeEvent(event)
        self._set_measure()

    def changeEvent(self, event: QEvent) -> None:
        """Write anew in the colours of the new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._section:
            self._write()

    def _write(self) -> None:
        if self._section is None:
            return
        self.clear()
        self._set_measure()
        self._left = _Writer(QTextCursor(self.document())).section(self._section, 0)
        self._going_on.start(0)
        self._write_more()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write_more(self, most: int | None = _AT_ONCE) -> None:
        """Write some of what is left, at the end; None is all of it."""
        change = QTextCursor(self.document())
        change.beginEditBlock()  # or all is laid out anew for each line, and each cell of a table
        written = sum(1 for _paragraph in islice(self._left, most))
        change.endEditBlock()
        if most is None or written < most:
            self._going_on.stop()

    def _set_measure(self) -> None:
        measure = tokens.MEASURE * QFontMetrics(font(tokens.READING)).averageCharWidth()
        side = max(3 * GRID, (self.viewport().width() - measure) // 2)
        frame = self.document().rootFrame()
        shape = frame.frameFormat()
        shape.setLeftMargin(side)
        shape.setRightMargin(side)
        shape.setTopMargin(3 * GRID)
        shape.setBottomMargin(3 * GRID)
        frame.setFrameFormat(shape)


class _Writer:
    """Writes blocks at the end of a document, and stops after each paragraph or row of a table."""

    def __init__(self, cursor: QTextCursor) -> None:
        self._cursor = cursor
        self._look = current()

    def section(self, section: Section, depth: int) -> Iterator[None]:
        size = _SIZES[min(depth, len(_SIZES) - 1)]
        self._paragraph(section.title, size=size, bold=True, above=3 * GRID if depth else 0)
        yield
        for block in section.blocks:
            yield from self._block(block)
        for below in section.sections:
            yield from self.section(below, depth + 1)

    def _block(self, block: Block) -> Iterator[None]:
        match block:
            case Facts(rows):
                for name, value in rows:
                    self._paragraph(f"{name}: {value}")
                    yield
            case Points(quotes):
                for quote in quotes:
                    self._quote(quote)
                    yield
            case Table():
                yield from self._table(block)
            case _:
                self._short(block)
                yield

    def _short(self, block: Block) -> None:
        match block:
            case Text(text, quiet):
                self._paragraph(text, muted=quiet)
            case Quote():
                self._quote(block)
            case Names(name, items):
                self._paragraph(f"{name}: {', '.join(items)}")
            case AnswerBlock(question, text, _anchor, note):
                self._paragraph(question, bold=True, above=GRID)
                if text:
                    self._paragraph(text)
                if note:
                    self._paragraph(note, muted=True)
            case Signed(where, who):
                self._paragraph(where, above=2 * GRID)
                self._paragraph("\n".join(who), above=3 * GRID)

    def _quote(self, quote: Quote) -> None:
        self._paragraph(f"”{quote.text}”", left=2 * GRID, above=GRID)
        about = ", ".join(filter(None, [quote.respondent, quote.citation]))
        self._paragraph(about, left=2 * GRID, muted=True, size=tokens.SMALL)

    def _table(self, table: Table) -> Iterator[None]:
        self._paragraph(table.caption, bold=True, above=2 * GRID)
        header = self._letters(tokens.SMALL, muted=True)
        shape, letters = self._shape(table), self._letters(tokens.BODY)
        for start in range(0, max(len(table.rows), 1), _ROWS):
            rows = table.rows[start : start + _ROWS]
            made = self._cursor.insertTable(len(rows) + (start == 0), len(table.header), shape)
            if start == 0:
                _fill(made, 0, table.header, header)
            for number, cells in enumerate(rows, int(start == 0)):
                _fill(made, number, [_cell(value) for value in cells], letters)
                yield
            self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _shape(self, table: Table) -> QTextTableFormat:
        shape = QTextTableFormat()
        shape.setCellPadding(_CELL)
        shape.setCellSpacing(0)
        shape.setBorder(0)
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        total = sum(table.widths)
        shape.setColumnWidthConstraints(
            [
                QTextLength(QTextLength.Type.PercentageLength, 100 * width / total)
                for width in table.widths
            ]
        )
        return shape

    def _paragraph(
        self,
        text: str,
        *,
        size: int = tokens.READING,
        bold: bool = False,
        muted: bool = False,
        left: int = 0,
        above: int = 0,
    ) -> None:
        shape = QTextBlockFormat()
        shape.setTopMargin(above)
        shape.setBottomMargin(GRID)
        shape.setLeftMargin(left)
        high = round(100 * tokens.LINE_HEIGHT)
        shape.setLineHeight(high, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if not self._cursor.atStart():
            self._cursor.insertBlock(shape)
        else:
            self._cursor.setBlockFormat(shape)
        self._cursor.insertText(plain(text), self._letters(size, bold=bold, muted=muted))

    def _letters(self, size: int, *, bold: bool = False, muted: bool = False) -> QTextCharFormat:
        shape = QTextCharFormat()
        typeface = font(size)
        typeface.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        shape.setFont(typeface)
        shape.setForeground(QColor(self._look.muted if muted else self._look.text))
        return shape


def _fill(table: QTextTable, row: int, texts: Sequence[str], letters: QTextCharFormat) -> None:
    for column, text in enumerate(texts):
        table.cellAt(row, column).firstCursorPosition().insertText(plain(text), letters)


def _cell(value: object) -> str:
    return value.text if isinstance(value, Link) else str(value)


class _Collector(_Writer):
    """Takes down the texts alone, in the same order."""

    def __init__(self) -> None:
        super().__init__(QTextCursor())
        self.texts: list[str] = []

    def _table(self, table: Table) -> Iterator[None]:
        self.texts += [table.caption, *table.header]
        self.texts += [_cell(value) for cells in table.rows for value in cells]
        yield

    def _paragraph(self, text: str, **_look: int) -> None:
        self.texts.append(text)


def texts_of(section: Section) -> list[str]:
    """The texts that are shown of a section, in the order of reading."""
    collector = _Collector()
    for _paragraph in collector.section(section, 0):
        pass
    return collector.texts
