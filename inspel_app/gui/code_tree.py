"""The strategy as a tree, with how many points each part has; searched as one types."""

from collections.abc import Mapping, Sequence
from itertools import takewhile

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from inspel_app.domain.coding import Code, Codebook, CodeKind
from inspel_app.gui import words
from inspel_app.gui.empty_state import Placeholder
from inspel_app.gui.painting import RIGHT, draw_ground, draw_line, is_chosen, smooth
from inspel_app.gui.style import current, scaled
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import column, lay_out, tip
from inspel_app.i18n import _

ID_ROLE, COUNT_ROLE, PART_ROLE, MARK_ROLE = (Qt.ItemDataRole.UserRole + n for n in range(4))
_ROW = 3 * GRID + 4
_DOT = 8
_COUNT = 4 * GRID + 4
_ASIDE = {CodeKind.VISION, CodeKind.PLATS}
"""Parts of a strategy that have nothing below them and are no leaves."""


class CodeTree(QWidget):
    """A line to search in above the tree."""

    taken = Signal(str)
    """The id of the code that was taken in the search."""
    wanted = Signal(str)
    """The id of a code whose points are to be seen: it was clicked."""
    left = Signal()
    """Escape: the keyboard goes back to where the work is."""

    def __init__(self) -> None:
        super().__init__()
        self.search = _Search()
        self.tree = QTreeView()
        self._model = QStandardItemModel(self)
        self._found = QSortFilterProxyModel(self)
        self._items: dict[str, QStandardItem] = {}
        self._set_up()
        self._nothing = Placeholder(self.tree, "")
        self.search.textChanged.connect(self._find)
        self.search.taken.connect(self._take)
        self.search.moved.connect(self._move)
        self.search.left.connect(self.left)
        self.tree.clicked.connect(lambda index: self.wanted.emit(index.data(ID_ROLE)))

    def _set_up(self) -> None:
        self._found.setSourceModel(self._model)
        self._found.setRecursiveFilteringEnabled(True)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._found.setAutoAcceptChildRows(True)
        self.tree.setModel(self._found)
        self.tree.setItemDelegate(_CodeDelegate(self.tree))
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setItemsExpandable(False)
        self.tree.setIndentation(0)
        self.tree.setAccessibleName(_("Strategins delar"))
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        top = column(self.search, name="pane")
        top.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        lay_out(QVBoxLayout(self), top, self.tree, margins=(0, 0, 0, 0), gap=0)

    @property
    def code(self) -> str | None:
        """The id of the code that is chosen in the tree."""
        index = self.tree.currentIndex()
        return index.data(ID_ROLE) if index.isValid() else None

    def show_codebook(self, codebook: Codebook) -> None:
        """Show a strategy: what passages are mapped to, and what stands above and beside."""
        self._model.clear()
        self._items.clear()
        tops = [code for code in codebook.children(None) if code.kind not in _ASIDE]
        tops.sort(key=lambda code: not codebook.children(code.id))  # what cuts across comes last
        same = len(_same_beginning([code.title for code in tops if codebook.children(code.id)]))
        for part, code in enumerate(tops):
            shorter = same if codebook.children(code.id) else 0
            self._add(self._model.invisibleRootItem(), code, codebook, part, shorter)
        self.tree.expandAll()

    def show_counts(self, counts: Mapping[str, int | str]) -> None:
        """Show how many points each code has, as a number or in words."""
        for code, item in self._items.items():
            item.setData(counts.get(code, 0), COUNT_ROLE)

    def show_favourites(self, codes: Sequence[str]) -> None:
        """Show which codes are at hand, and under which digits."""
        digits = {code: number for number, code in enumerate(codes, 1)}
        for code, item in self._items.items():
            item.setData(f"★ {digits[code]}" if code in digits else "", MARK_ROLE)

    def choose(self, code: str | None) -> None:
        """Show which code is meant, without taking it."""
        item = self._items.get(code) if code else None
        index = self._found.mapFromSource(item.index()) if item else QModelIndex()
        self.tree.setCurrentIndex(index)
        if index.isValid():
            self.tree.scrollTo(index)

    def _add(
        self, above: QStandardItem, code: Code, codebook: Codebook, part: int, shorter: int = 0
    ) -> None:
        title = code.title[shorter : shorter + 1].upper() + code.title[shorter + 1 :]
        item = QStandardItem(words.code(code.id, title))
        item.setEditable(False)
        item.setData(code.id, ID_ROLE)
        item.setData(part, PART_ROLE)
        item.setData(0, COUNT_ROLE)
        item.setToolTip(tip(f"{code.id} {code.title}\n{code.description}".strip()))
        above.appendRow(item)
        self._items[code.id] = item
        for child in codebook.children(code.id):
            self._add(item, child, codebook, part)

    def _find(self, text: str) -> None:
        none = _("Ingen del av strategin har de orden. Esc visar alla.")
        self._nothing.say(none if text.strip() else "")
        self._found.setFilterFixedString(text.strip())
        self.tree.expandAll()
        if text.strip():
            self.tree.setCurrentIndex(self._first(text.strip().casefold()))

    def _first(self, sought: str) -> QModelIndex:
        """The first code that has what is sought itself, and not only above or below it."""
        index = self._found.index(0, 0)
        while index.isValid() and sought not in index.data().casefold():
            index = self.tree.indexBelow(index)
        return index

    def _move(self, step: int) -> None:
        here = self.tree.currentIndex()
        there = self.tree.indexBelow(here) if step > 0 else self.tree.indexAbove(here)
        if there.isValid():
            self.tree.setCurrentIndex(there)

    def _take(self) -> None:
        if self.code:
            self.taken.emit(self.code)
            self.search.clear()


def _same_beginning(titles: Sequence[str]) -> str:
    """The words that all titles begin with, as "Region Åsnen – en "; nothing of a lone one."""
    if len(titles) < 2:  # noqa: PLR2004 - a lone one is like no other
        return ""
    words = [title.split(" ") for title in titles]
    same = takewhile(lambda column: len(set(column)) == 1, zip(*words, strict=False))
    return "".join(f"{column[0]} " for column in same)


class _Search(QLineEdit):
    """Arrows go in the tree while the keyboard stays here."""

    taken = Signal()
    moved = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(_("Hitta kod  ( / )"))
        self.setAccessibleName(_("Hitta kod"))
        self.setClearButtonEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the code, Escape goes back."""
        match event.key():
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.taken.emit()
            case Qt.Key.Key_Escape:
                self.clear()
                self.left.emit()
            case _:
                super().keyPressEvent(event)


class _CodeDelegate(QStyledItemDelegate):
    """A dot in the hue of the upper part, the id, the title, and the number of points."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows are as high, so that the tree is quick; a little more above an upper part."""
        width = super().sizeHint(option, index).width()
        high = scaled(_ROW)
        return QSize(width, high if index.parent().isValid() else high + GRID // 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a row."""
        look, upper = current(), not index.parent().isValid()
        box = QRectF(option.rect).adjusted(GRID, 1, -GRID, -1)
        x = box.x() + 2 * GRID + _DOT
        number = scaled(_COUNT)
        typeface = QFont(option.font)
        typeface.setWeight(QFont.Weight.DemiBold if upper else QFont.Weight.Normal)
        with smooth(painter):
            draw_ground(painter, box, option)
            if upper:
                painter.setBrush(QColor(look.parts[index.data(PART_ROLE) % len(look.parts)]))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawEllipse(QRectF(box.x() + GRID, box.center().y() - 4, _DOT, _DOT))
            painter.setFont(typeface)
            count = " ".join(
                filter(None, [index.data(MARK_ROLE), str(index.data(COUNT_ROLE) or "")])
            )
            number = max(number, painter.fontMetrics().horizontalAdvance(count) + 2 * GRID)
            place = QRectF(x, box.y(), box.right() - number - x, box.height())
            draw_line(painter, place, index.data(), look.accent if is_chosen(option) else look.text)
            if count:
                place = QRectF(box.right() - number, box.y(), number - GRID, box.height())
                draw_line(painter, place, count, look.muted, RIGHT)
