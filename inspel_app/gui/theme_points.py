"""The points of a theme in a list, each with who says so; they can be dragged to another theme."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from inspel_app.gui import words
from inspel_app.gui.item_models import Index, ListModel
from inspel_app.gui.keys import StepKeys
from inspel_app.gui.painting import draw_ground, draw_line, room_across, smooth
from inspel_app.gui.reading_text import laid_out
from inspel_app.gui.style import current, font, scaled
from inspel_app.gui.tokens import BODY, GRID, SMALL
from inspel_app.gui.widgets import set_up_list, tip
from inspel_app.i18n import _
from inspel_app.services.theme_view import Said

DRAGGED = "application/x-inspel-points"
_WHO = Qt.ItemDataRole.UserRole
_MANY = 500
"""Points that are laid out at once; of more, which may be thousands, so many at a time."""


class _Points(ListModel[Said]):
    """What points say, and who; what is told of each is put together when it is seen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.quoted: Collection[str] = ()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        said = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(said.text.split())
            case _ if role == _WHO:
                return words.sender_of_point(said.sender, quoted=said.passage in self.quoted)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{said.sender}: {said.text}"
            case Qt.ItemDataRole.ToolTipRole:
                return tip(said.text)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of the points that are dragged."""
        data = QMimeData()
        ids = (self.rows[index.row()].passage for index in indexes)
        data.setData(DRAGGED, "\n".join(ids).encode())
        return data


class ThemePoints(QListView):
    """The most typical first; several can be chosen."""

    picked = Signal()
    """Others are chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._model = _Points(self)
        self.setModel(self._model)
        set_up_list(self, _("Temats synpunkter"))
        self.setItemDelegate(_PointDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(True)  # or else a change of width alone is not laid out anew
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setBatchSize(_MANY)
        StepKeys(self)
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self.picked.emit())

    @property
    def count(self) -> int:
        """How many points are chosen."""
        return sum(part.height() for part in self.selectionModel().selection().toList())

    @property
    def chosen(self) -> list[str]:
        """The ids of the points that are chosen, in their order."""
        rows = (
            row
            for part in self.selectionModel().selection().toList()
            for row in range(part.top(), part.bottom() + 1)
        )
        return [self._model.rows[row].passage for row in sorted(rows)]

    def text_of(self, passage: str) -> str:
        """What one of the points says."""
        return next(said.text for said in self._model.rows if said.passage == passage)

    def show_points(self, points: Sequence[Said], quoted: Collection[str]) -> None:
        """Show other points, none of them chosen; some are quoted as typical."""
        few = len(points) <= _MANY
        self.setLayoutMode(self.LayoutMode.SinglePass if few else self.LayoutMode.Batched)
        self._model.quoted = quoted
        self._model.show(points)

    def choose(self, passage: str) -> None:
        """Choose one of the points."""
        for row, said in enumerate(self._model.rows):
            if said.passage == passage:
                self.setCurrentIndex(self._model.index(row, 0))


class _PointDelegate(QStyledItemDelegate):
    """What was said, and below it by whom."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the text needs in the width that the list has."""
        width = room_across(option)
        _text, high = laid_out(index.data(), font(BODY), _room(width))
        return QSize(width, high + _line() + 2 * GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a point."""
        box = QRectF(option.rect).adjusted(GRID, 0, -GRID, 0)
        text, high = laid_out(index.data(), font(BODY), _room(option.rect.width()))
        at = QPointF(box.x() + GRID, box.y() + GRID)
        who = QRectF(at.x(), at.y() + high, _room(option.rect.width()), _line())
        with smooth(painter):
            draw_ground(painter, box, option)
            painter.setPen(QColor(current().text))
            text.draw(painter, at)
            painter.setFont(font(SMALL))
            draw_line(painter, who, index.data(_WHO), current().muted)


def _line() -> int:
    return scaled(2 * GRID + 2)


def _room(width: float) -> float:
    return width - 4 * GRID
