"""A section of the report to be read: plain text in reading type, made block by block."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLength,
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


class ReportView(QTextEdit):
    """Shows a section and all below it."""

    def __init__(self) -> None:
        super().__init__()
        self._section: Section | None = None
        set_up_text(self, _("Syntesens text"))

    def show_section(self, section: Section) -> None:
        """Show another section, from its beginning."""
        self._section = section
        self._write()
        self.verticalScrollBar().setValue(0)

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
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()  # or all is laid out anew for each line, and each cell of a table
        _Writer(cursor).section(self._section, 0)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._set_measure()

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
    """Writes blocks at the end of a document."""

    def __init__(self, cursor: QTextCursor) -> None:
        self._cursor = cursor
        self._look = current()

    def section(self, section: Section, depth: int) -> None:
        size = _SIZES[min(depth, len(_SIZES) - 1)]
        self._paragraph(section.title, size=size, bold=True, above=3 * GRID if depth else 0)
        for block in section.blocks:
            self._block(block)
        for below in section.sections:
            self.section(below, depth + 1)

    def _block(self, block: Block) -> None:  # noqa: C901 - one case for each kind of block
        match block:
            case Text(text, quiet):
                self._paragraph(text, muted=quiet)
            case Facts(rows):
                for name, value in rows:
                    self._paragraph(f"{name}: {value}")
            case Quote():
                self._quote(block)
            case Points(quotes):
                for quote in quotes:
                    self._quote(quote)
            case Names(name, items):
                self._paragraph(f"{name}: {', '.join(items)}")
            case Table():
                self._table(block)
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

    def _table(self, table: Table) -> None:
        self._paragraph(table.caption, bold=True, above=2 * GRID)
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
        made = self._cursor.insertTable(len(table.rows) + 1, len(table.header), shape)
        for column, title in enumerate(table.header):
            cell = made.cellAt(0, column).firstCursorPosition()
            cell.insertText(plain(title), self._letters(tokens.SMALL, muted=True))
        for number, cells in enumerate(table.rows, 1):
            for column, value in enumerate(cells):
                cell = made.cellAt(number, column).firstCursorPosition()
                cell.insertText(plain(_cell(value)), self._letters(tokens.BODY))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

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


def _cell(value: object) -> str:
    return value.text if isinstance(value, Link) else str(value)


class _Collector(_Writer):
    """Takes down the texts alone, in the same order."""

    def __init__(self) -> None:
        super().__init__(QTextCursor())
        self.texts: list[str] = []

    def _table(self, table: Table) -> None:
        self.texts += [table.caption, *table.header]
        self.texts += [_cell(value) for cells in table.rows for value in cells]

    def _paragraph(self, text: str, **_look: int) -> None:
        self.texts.append(text)


def texts_of(section: Section) -> list[str]:
    """The texts that are shown of a section, in the order of reading."""
    collector = _Collector()
    collector.section(section, 0)
    return collector.texts
