"""The themes in a list: name, how many say so, and whether they agree."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QMimeData,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from inspel_app.domain.coding import Theme
from inspel_app.gui import words
from inspel_app.gui.empty_state import Placeholder
from inspel_app.gui.item_models import Index, ListModel
from inspel_app.gui.keys import StepKeys
from inspel_app.gui.painting import RIGHT, draw_ground, draw_line, smooth
from inspel_app.gui.style import current, font, scaled
from inspel_app.gui.theme_points import DRAGGED
from inspel_app.gui.tokens import BODY, GRID, SMALL, TALL_ROW
from inspel_app.gui.widgets import set_up_list, tip
from inspel_app.i18n import _
from inspel_app.services.theme_view import ThemeView

VIEW_ROLE = Qt.ItemDataRole.UserRole
_COUNT = 6 * GRID
_HIGH = 4


class _Themes(ListModel[ThemeView]):
    """Points can be dropped on a theme."""

    dropped = Signal(str, object)
    """The id of the theme, and those of the points."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        view = self.rows[index.row()]
        match role:
            case _ if role == VIEW_ROLE:
                return view
            case Qt.ItemDataRole.DisplayRole:
                return view.theme.label
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{view.theme.label}: {words.theme_facts(view)}"
            case Qt.ItemDataRole.ToolTipRole:
                return tip(view.theme.label)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every theme takes points."""
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsDropEnabled if index.isValid() else usual

    def mimeTypes(self) -> list[str]:
        """What can be dropped: points of ours alone."""
        return [DRAGGED]

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, on: Index
    ) -> bool:
        """Tell of the drop; the themes change when the points have been moved."""
        if not data.hasFormat(DRAGGED) or not on.isValid():
            return False
        points = data.data(DRAGGED).toStdString().split("\n")
        self.dropped.emit(self.rows[on.row()].theme.id, points)
        return True


class ThemeList(QListView):
    """Themes to choose among; several can be chosen, to be put together."""

    moved = Signal()
    """Another theme is at hand, or others are chosen."""
    dropped = Signal(str, object)
    """Points, by a list of ids, were dragged to a theme, by its id."""

    def __init__(self) -> None:
        super().__init__()
        self._model = _Themes(self)
        self._model.dropped.connect(self.dropped)
        self.setModel(self._model)
        self.setItemDelegate(_ThemeDelegate(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        set_up_list(self, _("Teman"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setDragDropOverwriteMode(True)
        StepKeys(self)
        Placeholder(self, _("Inga teman i urvalet. Visa fler ovanför listan."))
        self._quiet = False
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self._tell())

    @property
    def view(self) -> ThemeView | None:
        """The theme at hand."""
        index = self.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    @property
    def chosen(self) -> list[ThemeView]:
        """All that are chosen, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._model.rows[row] for row in rows]

    def show_views(self, views: Sequence[ThemeView]) -> None:
        """Show other themes; the one at hand stays so, or else the one that has its points now."""
        before, row = self.view, max(self.currentIndex().row(), 0)
        self._model.show(views)
        there = _row_of(before.theme, views) if before else None
        self._go_to(there if there is not None else min(row, len(views) - 1))

    def choose(self, theme: str) -> bool:
        """Take a theme at hand, if it is shown; whether it is."""
        rows = [n for n, view in enumerate(self._model.rows) if view.theme.id == theme]
        if rows:
            self._go_to(rows[0])
        return bool(rows)

    def _go_to(self, row: int) -> None:
        index = self._model.index(row, 0)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._quiet = True  # what is chosen is told once, also where it is the same row again
        self.selectionModel().setCurrentIndex(index, flag)
        self._quiet = False
        self.scrollTo(index)
        self.moved.emit()

    def _tell(self) -> None:
        if not self._quiet:
            self.moved.emit()


def _row_of(theme: Theme, views: Sequence[ThemeView]) -> int | None:
    """Where a theme is among others, or else the one with most of its points; None if neither."""
    rows = {view.theme.id: n for n, view in enumerate(views)}
    if theme.id in rows:
        return rows[theme.id]
    points = set(theme.passages)
    shared = [len(points.intersection(view.theme.passages)) for view in views]
    return shared.index(max(shared)) if any(shared) else None


class _ThemeDelegate(QStyledItemDelegate):
    """The name above its code and senders; to the right how many points, and for and against."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All are as high."""
        return QSize(0, scaled(TALL_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a theme."""
        look, view = current(), index.data(VIEW_ROLE)
        box = QRectF(option.rect).adjusted(GRID, 1, -GRID, -1)
        count = scaled(_COUNT)
        upper = box.adjusted(GRID, 4, -count - GRID, -box.height() / 2)
        lower = upper.translated(0, box.height() / 2 - 4)
        right = QRectF(box.right() - count - GRID, upper.y(), count, upper.height())
        with smooth(painter):
            draw_ground(painter, box, option)
            painter.setFont(font(BODY))
            draw_line(painter, upper, view.theme.label, look.text)
            draw_line(painter, right, str(view.passages), look.text, RIGHT)
            painter.setFont(font(SMALL))
            draw_line(painter, lower.adjusted(0, 0, -GRID, 0), words.theme_facts(view), look.muted)
            sides = right.translated(0, box.height() / 2 + 2)
            sides.setHeight(_HIGH)
            _draw_sides(painter, sides, view)


def _draw_sides(painter: QPainter, box: QRectF, view: ThemeView) -> None:
    """For and against as parts of a bar of all respondents; nothing where nobody takes sides."""
    look, sides = current(), view.supporting + view.opposing
    if not sides:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    one = box.width() / max(len(view.respondents), sides)
    left = box.x()
    for count, colour in (
        (view.supporting, look.positive),
        (view.opposing, look.danger),
        (max(len(view.respondents) - sides, 0), look.track),
    ):
        painter.setBrush(QColor(colour))
        painter.drawRect(QRectF(left, box.y(), one * count, box.height()))
        left += one * count
