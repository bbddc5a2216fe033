"""Themes and single points in a list, each with its answer; a theme opens to its points."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from inspel_app.domain.handling import Target, TargetKind
from inspel_app.gui import handling_words
from inspel_app.gui.answer_mark import draw_answer
from inspel_app.gui.empty_state import Placeholder
from inspel_app.gui.icons import icon
from inspel_app.gui.item_models import Index, ListModel
from inspel_app.gui.keys import StepKeys
from inspel_app.gui.painting import RIGHT, draw_ground, draw_line, smooth
from inspel_app.gui.style import current, font, scaled
from inspel_app.gui.tokens import BODY, GRID, SMALL, TALL_ROW
from inspel_app.gui.widgets import set_up_list, tip
from inspel_app.i18n import _
from inspel_app.services.handling_view import Line

LINE_ROLE = Qt.ItemDataRole.UserRole
_GAP = 2 * GRID
_INDENT = 3 * GRID
_ARROW = 16
_BEGINNING = 200
"""Characters of a point; more has no room on a line."""
_MOVES = {Qt.Key.Key_Right, Qt.Key.Key_Left}


class _Lines(ListModel[Line]):
    def renew(self, lines: Sequence[Line]) -> bool:
        """Show the same items as they are now; False when they are others."""
        if [_place(line) for line in lines] != [_place(line) for line in self.rows]:
            return False
        self.rows = list(lines)
        if lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, 0))
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        line = self.rows[index.row()]
        match role:
            case _ if role == LINE_ROLE:
                return line
            case Qt.ItemDataRole.DisplayRole:
                return line.item.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return handling_words.told(line)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(line.item.text)
        return None


def _place(line: Line) -> tuple[Target, bool, bool]:
    return line.item.target, line.within, line.opened


class HandlingList(QListView):
    """What is answered; single letters are keys, Right and Left open and close a theme."""

    moved = Signal()
    """Another item is at hand, or others are chosen."""
    folded = Signal(object, bool)
    """The `Target` of a theme, and whether its points are to be seen."""

    def __init__(self) -> None:
        super().__init__()
        self._model = _Lines(self)
        self._keys: Mapping[str, Callable[[], object]] = {}
        self.setModel(self._model)
        self.setItemDelegate(_LineDelegate(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        set_up_list(self, _("Teman och synpunkter"))
        Placeholder(self, _("Inget i urvalet. Visa fler ovanför listan."))
        StepKeys(self)
        self.doubleClicked.connect(lambda _index: self._fold())
        self._quiet = False
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self._tell())

    @property
    def line(self) -> Line | None:
        """What is at hand."""
        index = self.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    @property
    def lines(self) -> list[Line]:
        """All that is shown."""
        return self._model.rows

    @property
    def chosen(self) -> list[Line]:
        """All that are chosen, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._model.rows[row] for row in rows]

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other items, or the same as they are now; what was chosen stays so."""
        if not self._model.renew(lines):
            self._quiet = True
            self._show_others(lines)
            self._quiet = False
        self.moved.emit()

    def _show_others(self, lines: Sequence[Line]) -> None:
        before = {_key(line) for line in self.chosen}
        here, row = self.line, max(self.currentIndex().row(), 0)
        bar = self.verticalScrollBar().value()
        self._model.show(lines)
        rows = {_key(line): n for n, line in enumerate(lines)}
        kept = [rows[key] for key in before if key in rows]
        there = rows.get(_key(here)) if here else None
        self._go_to(there if there is not None else min(row, len(lines) - 1), kept)
        self.verticalScrollBar().setValue(bar)
        self.scrollTo(self.currentIndex())

    def choose(self, target: Target) -> bool:
        """Take an item at hand and it alone; False if it is not shown."""
        for row, line in enumerate(self._model.rows):
            if line.item.target == target:
                self._go_to(row)
                return True
        return False

    def _go_to(self, row: int, chosen: Iterable[int] = ()) -> None:
        index, model = self._model.index(row, 0), self.selectionModel()
        selection = QItemSelection()
        for one in {row, *chosen}:
            other = self._model.index(one, 0)
            selection.select(other, other)
        model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _tell(self) -> None:
        if not self._quiet:
            self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open and close themes; the rest works as in any list."""
        if event.key() in _MOVES:
            self._fold(to=event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def _fold(self, *, to: bool | None = None) -> None:
        """Open or close the theme at hand; from a point of it, Left goes up to the theme."""
        line = self.line
        if line is None:
            return
        if line.within:
            if to is False:
                row = self.currentIndex().row()
                self._go_to(next(n for n in range(row, -1, -1) if not self.lines[n].within))
        elif line.item.target.kind is TargetKind.THEME:
            self.folded.emit(line.item.target, not line.opened if to is None else to)


def _key(line: Line) -> tuple[Target, bool]:
    return line.item.target, line.within


class _LineDelegate(QStyledItemDelegate):
    """Text above what it is; to the right the answer above how far it has come."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All are as high."""
        return QSize(0, scaled(TALL_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line."""
        look = current()
        line: Line = index.data(LINE_ROLE)
        box = QRectF(option.rect).adjusted(GRID, 1, -GRID, -1)
        left = _INDENT + (_INDENT if line.within else 0)
        upper = box.adjusted(left, 4, -GRID, -box.height() / 2)
        lower = upper.translated(0, box.height() / 2 - 4)
        theme = line.item.target.kind is TargetKind.THEME
        typeface = font(BODY)
        typeface.setWeight(QFont.Weight.DemiBold if theme else QFont.Weight.Normal)
        with smooth(painter):
            draw_ground(painter, box, option)
            if theme:
                arrow = icon("ned" if line.opened else "hoger", look.muted)
                place = QRectF(box.x() + 4, upper.center().y() - _ARROW / 2, _ARROW, _ARROW)
                arrow.paint(painter, place.toRect())
            painter.setFont(font(SMALL))
            taken = draw_answer(painter, upper, line.item.handled)
            standing = handling_words.standing(line.item)
            draw_line(painter, lower, standing, _colour(line), RIGHT)
            beside = lower.adjusted(0, 0, -_room(painter, standing), 0)
            draw_line(painter, beside, handling_words.facts(line), look.muted)
            painter.setFont(typeface)
            text = " ".join(line.item.text[:_BEGINNING].split())
            draw_line(painter, upper.adjusted(0, 0, -taken - _GAP, 0), text, look.text)


def _room(painter: QPainter, text: str) -> float:
    return painter.fontMetrics().horizontalAdvance(text) + _GAP if text else 0


def _colour(line: Line) -> str:
    partly = 0 < line.item.open < len(line.item.passages)
    return current().warning if partly or line.item.to_check else current().muted
