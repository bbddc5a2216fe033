"""The whole material as an Excel workbook: one table for each kind of thing."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from inspel_app.domain.synthesis import RoundFacts, Synthesis
from inspel_app.i18n import _
from inspel_app.synthesis.composed import report_sheet
from inspel_app.synthesis.tables import Cell, Sheet, sheets
from inspel_app.synthesis.words import clean

_PIECE = 16_000
"""Characters to a cell: Excel takes 32 767, and counts an emoji as two."""
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "remove_timezone": True,
}


@dataclass(frozen=True, slots=True)
class _Looks:
    """The formats of the cells."""

    text: Format
    date: Format
    header: Format


class ExcelExporter:
    """Writes tables with filters and frozen heads; every text is a constant."""

    format = "xlsx"
    suffix = ".xlsx"

    def render(self, synthesis: Synthesis) -> bytes:
        """The bytes of a .xlsx file."""
        written = io.BytesIO()
        with xlsxwriter.Workbook(written, _OPTIONS) as book:
            _describe(book, synthesis.facts)
            cell = {"text_wrap": True, "valign": "top", "font_name": "Calibri", "font_size": 10}
            looks = _Looks(
                book.add_format(cell),
                book.add_format({**cell, "num_format": "yyyy-mm-dd hh:mm", "align": "left"}),
                book.add_format({**cell, "bold": True, "valign": "bottom"}),
            )
            tables = (*sheets(synthesis), report_sheet(synthesis))
            for number, sheet in enumerate(tables, 1):
                _write(book, sheet, f"Tabell{number}", looks)
        return written.getvalue()


def _describe(book: Workbook, facts: RoundFacts) -> None:
    book.set_properties(
        {
            "title": clean(facts.title)[:255],
            "subject": _("Sammanställning av inspel"),
            "created": datetime.fromisoformat(facts.made).replace(tzinfo=None),
        }
    )


def _write(book: Workbook, sheet: Sheet, name: str, looks: _Looks) -> None:
    """One sheet with its table; a table without rows gets an empty one, which Excel demands."""
    page = book.add_worksheet(sheet.name)
    rows = [piece for row in sheet.rows for piece in _pieces(row)] or [("",) * len(sheet.columns)]
    for column, (_title, width) in enumerate(sheet.columns):
        page.set_column(column, column, width)
    page.add_table(
        0,
        0,
        len(rows),
        len(sheet.columns) - 1,
        {
            "name": name,
            "style": "Table Style Light 1",
            "columns": [
                {"header": title, "header_format": looks.header} for title, _width in sheet.columns
            ],
        },
    )
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                page.write_string(number, column, value, looks.text)
            elif isinstance(value, datetime):
                page.write_datetime(number, column, value, looks.date)
            else:
                page.write_number(number, column, value, looks.text)
    page.freeze_panes(1, 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _pieces(row: Sequence[Cell]) -> Iterable[tuple[Cell, ...]]:
    """The row, or several with the pieces of a text too long for a cell, each marked."""
    cells = [clean(cell) if isinstance(cell, str) else cell for cell in row]
    total = max(-(-len(cell) // _PIECE) if isinstance(cell, str) else 1 for cell in cells) or 1
    for i in range(total):
        yield tuple(_piece(cell, i, total) for cell in cells)


def _piece(cell: Cell, index: int, total: int) -> Cell:
    if not isinstance(cell, str) or len(cell) <= _PIECE:
        return cell
    note = _("[Del {part} av {total}]").format(part=index + 1, total=total)
    return f"{note} {cell[index * _PIECE : (index + 1) * _PIECE]}"
