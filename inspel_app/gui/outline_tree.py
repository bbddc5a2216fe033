"""The report's sections as a tree, to go in, to put in order, and to leave out of."""

from collections.abc import Iterable, Sequence

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
        self._lines: dict[str, Line] = {}
        self._items: dict[str, QStandardItem] = {}
        self._landing: tuple[QModelIndex, bool] | None = None
        self._model = QStandardItemModel(self)
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
        return self._lines.get(key)

    @property
    def keys(self) -> list[str]:
        """All sections in order, by their keys."""
        return list(self._lines)

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
        known = set(self._items)
        opened = {name for name, item in self._items.items() if self.isExpanded(item.index())}
        quiet = self.selectionModel().blockSignals(True)
        self._model.clear()
        self._lines, self._items = {}, {}
        root = self._model.invisibleRootItem()
        for node in nodes:
            self._add(root, node, dimmed=False)
        if gone:
            self._add_gone(gone)
        for name, item in self._items.items():
            fresh = name not in known and not item.parent()
            if name in opened or (fresh and not _long(self._lines[name])):
                self.setExpanded(item.index(), True)
        self.choose(key if key in self._items else next(iter(self._items), ""))
        self.selectionModel().blockSignals(quiet)
        self.verticalScrollBar().setValue(bar)
        self.moved.emit()

    def choose(self, key: str) -> None:
        """Go to a section, by its key, if it is here."""
        if key in self._items:
            index = self._items[key].index()
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _add(self, above: QStandardItem, node: Node, *, dimmed: bool) -> None:
        key = node.key or f"#{len(self._lines)}"
        item = self._item(key, node, node.section.title, dimmed=dimmed)
        item.setDragEnabled(not node.fixed)
        above.appendRow(item)
        for below in node.nodes:
            self._add(item, below, dimmed=dimmed or node.left_out)

    def _add_gone(self, gone: Iterable[SectionEdit]) -> None:
        """What was said of sections that are nowhere now, under a heading of its own."""
        title = _("Finns inte längre i rapporten")
        head = self._item(_GONE, SectionEdit(_GONE, title), title, dimmed=False)
        self._model.invisibleRootItem().appendRow(head)
        for edit in gone:
            head.appendRow(self._item(edit.key, edit, edit.title, dimmed=True))

    def _item(self, key: str, line: Line, title: str, *, dimmed: bool) -> QStandardItem:
        item = QStandardItem(plain(title))
        item.setEditable(False)
        item.setDragEnabled(False)
        item.setData(key, KEY_ROLE)
        item.setData((line, dimmed), SECTION_ROLE)
        item.setToolTip(tip(title))
        self._lines[key], self._items[key] = line, item
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
