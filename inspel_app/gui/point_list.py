"""The passages to go through: a list of two lines each, quick for sixty thousand."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QObject,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from inspel_app.gui import words
from inspel_app.gui.empty_state import Placeholder
from inspel_app.gui.item_models import Index
from inspel_app.gui.painting import RIGHT, draw_ground, draw_line, smooth
from inspel_app.gui.style import current, font, scaled
from inspel_app.gui.tokens import BODY, GRID, SMALL, TALL_ROW
from inspel_app.gui.widgets import set_up_list
from inspel_app.i18n import _
from inspel_app.services.passage_queue import Queue
from inspel_app.services.points import Point, State
from inspel_app.services.respondents import respondent_name

POINT_ROLE, SENDER_ROLE, STATE_ROLE = (Qt.ItemDataRole.UserRole + n for n in range(3))
_NAMED = {
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Delete: "Delete",
}
_STATE = 14 * GRID
"""Pixels that it takes at most to say what a passage concerns."""
_BEGINNING = 200
"""Characters of a passage; more has no room on a line."""


class PointModel(QStringListModel):
    """Passages by id, as the queue tells of them now.

    Qt counts strings itself, here empty ones: a list asks for the number at every row that it lays
    out.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: Queue | None = None
        self.rows: list[str] = []

    def show_points(self, queue: Queue, points: Sequence[Point]) -> None:
        """Show other passages of a queue."""
        self._queue = queue
        self.rows = [point.said.passage.id for point in points]
        self.setStringList([""] * len(self.rows))

    def renew(self, passages: Sequence[str]) -> None:
        """Show what is new about some passages, wherever they stand."""
        changed = set(passages)
        rows = [row for row, passage in enumerate(self.rows) if passage in changed]
        if rows:
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], 0))

    def row(self, passage: str) -> int | None:
        """The row of a passage, if it is among those shown."""
        return next((row for row, one in enumerate(self.rows) if one == passage), None)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """The point for the delegate, and its words for those who listen."""
        queue, passage = self._queue, self.rows[index.row()]
        return _told(queue.point(passage), role, queue) if queue and passage in queue else None


def _told(point: Point, role: int, queue: Queue) -> object:
    match role:
        case _ if role == POINT_ROLE:
            return point
        case _ if role == SENDER_ROLE:
            return respondent_name(queue.submissions[point.passage.submission])
        case _ if role == STATE_ROLE:
            return words.state(point, queue.codebook)
        case Qt.ItemDataRole.DisplayRole:
            return point.passage.text
        case Qt.ItemDataRole.AccessibleTextRole:
            return f"{point.passage.text} ({words.state(point, queue.codebook)})"
    return None


class PointList(QListView):
    """The passages; single letters are keys for what is done with those that are chosen."""

    moved = Signal()
    """Another passage is at hand."""

    def __init__(self) -> None:
        super().__init__()
        self._model = PointModel(self)
        self.keys: Mapping[str, Callable[[], object]] = {}
        self.setModel(self._model)
        self.setItemDelegate(_PointDelegate(self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        set_up_list(self, _("Synpunkter"))
        self._empty = Placeholder(self, _("Läser synpunkterna …"))
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.moved.emit())

    def use_keys(self, keys: Mapping[str, Callable[[], object]]) -> None:
        """What single keys do: `Enter`, `Delete`, a digit, or a capital letter."""
        self.keys = keys

    @property
    def passage(self) -> str | None:
        """The passage at hand."""
        index = self.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    @property
    def passages(self) -> list[str]:
        """Those that are chosen, in their order; at least the one at hand."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        chosen = [self._model.rows[row] for row in rows]
        return chosen or [p for p in [self.passage] if p]

    def show_points(self, queue: Queue, points: Sequence[Point]) -> None:
        """Show other passages; the one at hand stays so if it is among them."""
        self._empty.say(_("Inga synpunkter i urvalet. Visa fler ovanför listan."))
        before, row = self.passage, max(self.currentIndex().row(), 0)
        self._model.show_points(queue, points)
        there = self._model.row(before) if before else None
        self.go_to_row(there if there is not None else min(row, len(points) - 1))

    def renew(self, passages: Sequence[str]) -> None:
        """Show what is new about some passages."""
        self._model.renew(passages)

    def go_to(self, passage: str) -> bool:
        """Take a passage at hand, if it is shown; whether it is."""
        row = self._model.row(passage)
        if row is not None:
            self.go_to_row(row)
        return row is not None

    def choose(self, passages: Sequence[str]) -> None:
        """Take the first of some passages at hand, and choose all of them that are shown."""
        wanted = set(passages)
        rows = [row for row, one in enumerate(self._model.rows) if one in wanted]
        if rows:
            self.go_to_row(rows[0])
            chosen = QItemSelection()
            for row in rows:
                index = self._model.index(row, 0)
                chosen.append(QItemSelectionRange(index, index))
            self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.Select)

    def step(self, step: int) -> None:
        """Take the next or the one before at hand."""
        row = self.currentIndex().row() + step
        if 0 <= row < self._model.rowCount():
            self.go_to_row(row)

    def go_to_row(self, row: int) -> None:
        """Take the passage in a row at hand, and it alone; none for -1."""
        index = self._model.index(row, 0)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        if index.isValid():
            self.scrollTo(index)
        else:
            self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key stands for; arrows and Shift work as in any list."""
        name = _NAMED.get(Qt.Key(event.key()), event.text().upper())
        do = self.keys.get(name)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if do and held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            do()
        else:
            super().keyPressEvent(event)


class _PointDelegate(QStyledItemDelegate):
    """The beginning of the passage, its sender below, and to the right what it concerns."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All are as high."""
        return QSize(0, scaled(TALL_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a passage."""
        point: Point | None = index.data(POINT_ROLE)
        if point is None:
            return
        look = current()
        box = QRectF(option.rect).adjusted(GRID, 1, -GRID, -1)
        painter.setFont(font(BODY))
        told = index.data(STATE_ROLE)
        state = min(painter.fontMetrics().horizontalAdvance(told) + GRID, scaled(_STATE))
        text = box.adjusted(GRID, 4, -state - GRID, -box.height() / 2)
        below = text.translated(0, box.height() / 2 - 4)
        right = QRectF(box.right() - state - GRID, box.y(), state, box.height())
        with smooth(painter):
            draw_ground(painter, box, option)
            painter.setFont(font(BODY))
            shown = " ".join(point.passage.text[:_BEGINNING].split())
            quiet = point.decided and point.state is not State.UNSURE
            draw_line(painter, text, shown, look.muted if quiet else look.text)
            colour = look.positive if point.state is State.CODED else _colour(point)
            draw_line(painter, right, told, colour, RIGHT)
            painter.setFont(font(SMALL))
            draw_line(painter, below, index.data(SENDER_ROLE), look.muted)
            painter.setPen(QColor(look.hairline))


def _colour(point: Point) -> str:
    look = current()
    return look.warning if point.state is State.UNSURE or point.passage.misplaced else look.muted
