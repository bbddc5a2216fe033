"""Everybody's answers as a table: respondents down, fields or parts of the strategy across."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from inspel_app.gui import words
from inspel_app.gui.empty_state import Placeholder
from inspel_app.gui.item_models import Index
from inspel_app.gui.keys import StepKeys
from inspel_app.gui.painting import draw_line, smooth
from inspel_app.gui.plain import plain
from inspel_app.gui.style import current, font, scaled
from inspel_app.gui.tokens import BODY, GRID, SMALL
from inspel_app.gui.widgets import Fitted, fit_width, set_up_table, tip
from inspel_app.i18n import _
from inspel_app.services.grid import Cell, Grid, tab_separated
from inspel_app.services.points import Point
from inspel_app.services.respondents import respondent_name

CELL_ROLE = Qt.ItemDataRole.UserRole
_EMPTY = Grid((), (), {})
_ROW, _COLUMN, _SENDER = 11 * GRID, 28 * GRID, 26 * GRID
_FOOT = 2 * GRID + GRID // 2
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class GridModel(QAbstractTableModel):
    """A grid for Qt: each cell is made when it is seen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid = _EMPTY

    def show(self, grid: Grid) -> None:
        """Show another grid."""
        self.beginResetModel()
        self.grid = grid
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """The inspel."""
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        """The fields or parts of the strategy."""
        return 0 if parent.isValid() else len(self.grid.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - what Qt asks for
        """Who it is, or what the column holds; all of it in the tip."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._title(section, orientation)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._title(section, orientation))
            case Qt.ItemDataRole.TextAlignmentRole:
                return _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as above
        """The cell for the delegate, and its words for those who listen."""
        cell = self.grid.cell(index.row(), index.column())
        match role:
            case _ if role == CELL_ROLE:
                return cell
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index, cell)
        return None

    def _title(self, section: int, orientation: Qt.Orientation) -> str:
        across = orientation is Qt.Orientation.Horizontal
        return plain(
            self.grid.columns[section].title if across else respondent_name(self.grid.rows[section])
        )

    def _spoken(self, index: Index, cell: Cell | None) -> str:
        sender = self._title(index.row(), Qt.Orientation.Vertical)
        column = self._title(index.column(), Qt.Orientation.Horizontal)
        said = f"{plain(cell.beginning)} ({told(cell)})" if cell else _("inget svar")
        return f"{sender}, {column}: {said}"


class AnswerGrid(QTableView):
    """The grid, its first column and its head always seen; a cell is opened by Enter."""

    moved = Signal(str)
    """The first passage of the cell at hand; empty where nothing is said."""
    opened = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cells = GridModel(self)
        self.setModel(self.cells)
        self.setItemDelegate(_CellDelegate(self))
        self.setAccessibleName(_("Svaren bredvid varandra"))
        set_up_table(self, _ROW)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._set_up_headers()
        StepKeys(self)
        Placeholder(self, _("Inga synpunkter i urvalet. Visa fler ovanför listan."))
        self.selectionModel().currentChanged.connect(lambda now, _before: self._tell(now))
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def _set_up_headers(self) -> None:
        senders, columns = self.verticalHeader(), self.horizontalHeader()
        senders.show()
        fit_width(senders, _SENDER)
        for header in (senders, columns):
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
            header.setHighlightSections(True)
        Fitted(self, lambda: columns.setDefaultSectionSize(scaled(_COLUMN)))

    def show_grid(self, grid: Grid, at: Point | None) -> None:
        """Show another grid, the cell of a point at hand if it is there."""
        self.cells.show(grid)
        place = grid.place(at) if at else None
        if place:
            self.setCurrentIndex(self.cells.index(*place))

    @property
    def passages(self) -> list[str]:
        """Those of the cells that are selected, where they are several."""
        selected = self.selectionModel().selectedIndexes()
        cells = [index.data(CELL_ROLE) for index in selected] if len(selected) > 1 else []
        return [passage for cell in cells if cell for passage in cell.passages]

    def copy(self) -> None:
        """Put what is selected on the clipboard, with its titles; all where it is one cell."""
        grid, areas = self.cells.grid, self.selectionModel().selection().toList()
        rows, columns = range(len(grid.rows)), range(len(grid.columns))
        if sum(area.width() * area.height() for area in areas) > 1:
            rows = range(min(a.top() for a in areas), max(a.bottom() for a in areas) + 1)
            columns = range(min(a.left() for a in areas), max(a.right() for a in areas) + 1)
        QGuiApplication.clipboard().setText(tab_separated(grid, rows, columns))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Esc leaves, Ctrl+C copies."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _tell(self, index: QModelIndex) -> None:
        cell: Cell | None = index.data(CELL_ROLE)
        self.moved.emit(cell.passages[0] if cell else "")


class _CellDelegate(QStyledItemDelegate):
    """The first words of what is said, and below them how many points it is."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground as the style does, then the words."""
        self.initStyleOption(option, index)
        style, look = option.widget.style(), current()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        cell: Cell | None = index.data(CELL_ROLE)
        if cell is None:
            return
        box = QRectF(option.rect).adjusted(GRID, GRID // 2, -GRID, -GRID // 2)
        foot = scaled(_FOOT)
        with smooth(painter):
            painter.setClipRect(box)
            painter.setFont(font(BODY))
            painter.setPen(QColor(look.text))
            painter.drawText(box.adjusted(0, 0, 0, -foot), _WRAPPED, plain(cell.beginning))
            painter.setFont(font(SMALL))
            below = QRectF(box.x(), box.bottom() - foot, box.width(), foot)
            draw_line(painter, below, told(cell), look.muted)


def told(cell: Cell) -> str:
    """How many points a cell holds, and how many of them are decided."""
    parts = [words.points(len(cell.points))]
    if cell.decided:
        parts.append(words.settled(cell.decided))
    return " · ".join(parts)
