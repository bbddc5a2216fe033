"""The report's sections as a tree, to go in, to put in order, and to leave out of."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from inspel_app.gui.item_models import Index
from inspel_app.gui.keys import StepKeys
from inspel_app.gui.outline_delegate import KEY_ROLE, SECTION_ROLE, OutlineDelegate, arrow_of
from inspel_app.gui.plain import plain
from inspel_app.gui.style import current
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import tip
from inspel_app.i18n import _
from inspel_app.services.draft import Node, SectionEdit

Line = Node | SectionEdit
"""A section of the report, or what was said of one that is gone."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_GONE = "#gone"


@dataclass(frozen=True, slots=True)
class _Row:
    """A section in the tree; `above` and `below` are the keys of what it stands in and holds."""

    line: Line
    title: str
    above: str = ""
    below: list[str] = field(default_factory=list)
    dimmed: bool = False
    drags: bool = False


class _Outline(QStandardItemModel):
    """Rows that are made when they are to be seen: a report can have thousands."""

    def __init__(
        self, tree: "OutlineTree", below: Callable[[str], Sequence[QStandardItem]]
    ) -> None:
        """`below` makes the rows that a row holds, by its key."""
        super().__init__(tree)
        self._below = below
        self.waiting: set[str] = set()
        """The keys of rows that hold others, which are not made yet."""

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's own signature
        """Whether a row holds others, made or not."""
        return self.canFetchMore(parent) or super().hasChildren(parent)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether what a row holds is still to be made."""
        return parent.data(KEY_ROLE) in self.waiting

    def fetchMore(self, parent: Index) -> None:
        """Make what a row holds."""
        key = parent.data(KEY_ROLE)
        if key in self.waiting:
            self.waiting.remove(key)
            self.itemFromIndex(parent).appendRows(self._below(key))


class OutlineTree(QTreeView):
    """Alt with the arrows, or the mouse, moves a section among those beside it."""

    moved = Signal()
    """Another section is at hand."""
    shifted = Signal(int)
    """The section at hand is to stand one place up (-1) or down (1)."""
    placed = Signal(str, int)
    """A section, by its key, is to stand at a place among those beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, _Row] = {}
        self._items: dict[str, QStandardItem] = {}
        """Those of the rows that are made."""
        self._landing: tuple[QModelIndex, bool] | None = None
        self._model = _Outline(self, self._below)
        self.setModel(self._model)
        self.setItemDelegate(OutlineDelegate(self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Innehåll"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)  # or else Qt takes the row away
        self.setDropIndicatorShown(False)
        StepKeys(self)
        self.selectionModel().currentChanged.connect(lambda _new, _old: self.moved.emit())

    @property
    def key(self) -> str:
        """What tells the section at hand from the others; "" where there is none."""
        return str(self.currentIndex().data(KEY_ROLE) or "")

    @property
    def line(self) -> Line | None:
        """The section at hand."""
        return self.line_of(self.key)

    def line_of(self, key: str) -> Line | None:
        """A section by its key."""
        row = self._rows.get(key)
        return row.line if row else None

    @property
    def keys(self) -> list[str]:
        """All sections in order, by their keys."""
        return list(self._rows)

    @property
    def top(self) -> str:
        """What tells the chapter at hand."""
        index = self.currentIndex()
        while index.parent().isValid():
            index = index.parent()
        return str(index.data(KEY_ROLE) or "")

    def show_outline(self, nodes: Sequence[Node], gone: Sequence[SectionEdit] = ()) -> None:
        """Show sections, at the same one and opened as they were."""
        key, bar = self.key, self.verticalScrollBar().value()
        known = set(self._rows)
        opened = [name for name, item in self._items.items() if self.isExpanded(item.index())]
        quiet = self.selectionModel().blockSignals(True)
        self._model.clear()
        self._model.waiting.clear()
        self._rows, self._items = {}, {}
        self._note(nodes, "", dimmed=False)
        if gone:
            self._note_gone(gone)
        tops = [name for name, row in self._rows.items() if not row.above]
        self._model.invisibleRootItem().appendRows([self._item(name) for name in tops])
        fresh = [n for n in tops if n not in known and not _long(self._rows[n].line)]
        for name in (*opened, *fresh):
            if name in self._rows:
                self.setExpanded(self._made(name).index(), True)
        self.choose(key if key in self._rows else next(iter(self._rows), ""))
        self.selectionModel().blockSignals(quiet)
        self.verticalScrollBar().setValue(bar)
        self.moved.emit()

    def choose(self, key: str) -> None:
        """Go to a section, by its key, if it is here."""
        if key in self._rows:
            index = self._made(key).index()
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _note(self, nodes: Iterable[Node], above: str, *, dimmed: bool) -> list[str]:
        """Take down sections and all below them; their keys."""
        keys = []
        for node in nodes:
            key = node.key or f"#{len(self._rows)}"
            row = _Row(node, node.section.title, above, dimmed=dimmed, drags=not node.fixed)
            self._rows[key] = row
            row.below.extend(self._note(node.nodes, key, dimmed=dimmed or node.left_out))
            keys.append(key)
        return keys

    def _note_gone(self, gone: Iterable[SectionEdit]) -> None:
        """What was said of sections that are nowhere now, under a heading of its own."""
        title = _("Finns inte längre i rapporten")
        head = self._rows[_GONE] = _Row(SectionEdit(_GONE, title), title)
        for edit in gone:
            self._rows[edit.key] = _Row(edit, edit.title, _GONE, dimmed=True)
            head.below.append(edit.key)

    def _made(self, key: str) -> QStandardItem:
        """The row of a section, which is made with those beside it if it is not there yet."""
        if key not in self._items:
            self._model.fetchMore(self._made(self._rows[key].above).index())
        return self._items[key]

    def _below(self, key: str) -> list[QStandardItem]:
        return [self._item(below) for below in self._rows[key].below]

    def _item(self, key: str) -> QStandardItem:
        row = self._rows[key]
        item = QStandardItem(plain(row.title))
        item.setEditable(False)
        item.setDragEnabled(row.drags)
        item.setData(key, KEY_ROLE)
        item.setData((row.line, row.dimmed), SECTION_ROLE)
        item.setToolTip(tip(row.title))
        self._items[key] = item
        if row.below:
            self._model.waiting.add(key)
        return item

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the section."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the arrow opens and closes."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._model.hasChildren(index):
            arrow = arrow_of(self.visualRect(index), index)
            if arrow.contains(event.position()):
                self.setExpanded(index, not self.isExpanded(index))
                return
        super().mousePressEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the section would land: only among those beside it."""
        super().dragMoveEvent(event)
        self._landing = self._land(event.position().toPoint())
        event.setAccepted(self._landing is not None)
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the section to be moved; the outline follows when it has been."""
        landing, self._landing = self._land(event.position().toPoint()), None
        self.viewport().update()
        if landing is None:
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        index, below = landing
        place, here = index.row() + below, self.currentIndex().row()
        place -= place > here
        if place != here:
            self.placed.emit(self.key, place)

    def _land(self, point: QPoint) -> tuple[QModelIndex, bool] | None:
        """The section at a point, and whether the one that is dragged would come below it."""
        index = self.indexAt(point)
        beside = index.isValid() and index.parent() == self.currentIndex().parent()
        if not beside or index.data(KEY_ROLE) == _GONE:
            return None
        return index, point.y() > self.visualRect(index).center().y()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and where a section that is dragged would land."""
        super().paintEvent(event)
        if self._landing:
            index, below = self._landing
            box = self.visualRect(index)
            y = box.bottom() if below else box.top()
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(current().accent), 2))
            left = round(arrow_of(box, index).left())
            painter.drawLine(left, y, self.viewport().width() - GRID, y)


def _long(line: Line) -> bool:
    """Whether what is below a section is much, and mostly not looked for."""
    return isinstance(line, Node) and any(node.fixed for node in line.nodes)
