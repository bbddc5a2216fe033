"""The rows of the palette: names of groups, commands with their keys, places with their words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from inspel_app.gui.item_models import Index, ListModel
from inspel_app.gui.painting import RIGHT, draw_ground, draw_line, smooth
from inspel_app.gui.reading_text import Units
from inspel_app.gui.style import current, font
from inspel_app.gui.tokens import BODY, GRID, SMALL
from inspel_app.gui.widgets import set_up_list
from inspel_app.i18n import _

ITEM_ROLE = Qt.ItemDataRole.UserRole
_GROUP, _LINE, _TWO_LINES = 4 * GRID, 4 * GRID, 6 * GRID
_KEY = 16 * GRID
_ENDLESS = 1_000_000


@dataclass(frozen=True, slots=True)
class Item:
    """A row; the name of a group where there is nothing to `take`.

    `marks` are the stretches of the text that answer to what was typed, `above` tells where the
    text stands, `key` does the same.
    """

    text: str
    take: Callable[[], object] | None = None
    marks: tuple[tuple[int, int], ...] = ()
    above: str = ""
    key: str = ""


class _Items(ListModel[Item]):
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Names of groups are passed over."""
        return super().flags(index) if self.rows[index.row()].take else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """The item for the delegate, and its words for those who listen."""
        item = self.rows[index.row()]
        match role:
            case _ if role == ITEM_ROLE:
                return item
            case Qt.ItemDataRole.DisplayRole:
                return item.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, [item.above, item.text, item.key]))
        return None


class PaletteList(QListView):
    """Rows to choose among, driven from the field above."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model = _Items(self)
        self.setModel(self._model)
        self.setItemDelegate(_ItemDelegate(self))
        set_up_list(self, _("Träffar"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(lambda _index: self.taken.emit())

    @property
    def items(self) -> list[Item]:
        """The rows, with the names of groups among them."""
        return self._model.rows

    @property
    def item(self) -> Item | None:
        """The row at hand."""
        index = self.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    @property
    def height_of_rows(self) -> int:
        """Pixels that all rows take, with the edge around them."""
        return sum(map(self.sizeHintForRow, range(len(self.items)))) + 2 * self.frameWidth()

    def show_items(self, items: Sequence[Item]) -> None:
        """Show other rows, the first that can be taken at hand."""
        self._model.show(items)
        self.scrollToTop()
        self.step(1)

    def step(self, step: int) -> None:
        """Take the next row at hand, or the one before; past the ends it goes round."""
        rows = [n for n, item in enumerate(self.items) if item.take]
        if not rows:
            return
        here = self.currentIndex().row()
        at = rows.index(here) + step if here in rows else 0
        row = rows[at % len(rows)]
        self.setCurrentIndex(self._model.index(row, 0))
        if row == rows[0]:
            self.scrollToTop()  # so that the name of its group is seen


class _ItemDelegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """A line, or two where it is told where the text stands."""
        item: Item = index.data(ITEM_ROLE)
        return QSize(0, _TWO_LINES if item.above else _LINE if item.take else _GROUP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row; its text is never taken for markup."""
        item: Item = index.data(ITEM_ROLE)
        look, box = current(), QRectF(option.rect).adjusted(GRID, 1, -GRID, -1)
        inner = box.adjusted(GRID, 0, -GRID, 0)
        with smooth(painter):
            if item.take is None:
                painter.setFont(font(SMALL))
                draw_line(painter, inner.adjusted(0, GRID, 0, 0), item.text, look.muted)
                return
            draw_ground(painter, box, option)
            if item.above:
                upper = QRectF(inner.x(), inner.y() + 4, inner.width(), inner.height() / 2 - 4)
                painter.setFont(font(SMALL))
                draw_line(painter, upper, item.above, look.muted)
                inner.setTop(upper.bottom())
            elif item.key:
                painter.setFont(font(SMALL))
                draw_line(painter, inner, item.key, look.muted, RIGHT)
                inner.setRight(inner.right() - _KEY)
            painter.setPen(QColor(look.text))
            _draw_marked(painter, inner, item)


def _draw_marked(painter: QPainter, box: QRectF, item: Item) -> None:
    """The text on one line, what was asked for in bold; what has no room is left out."""
    layout, units = QTextLayout(item.text, font(BODY)), Units(item.text)
    strong = QTextCharFormat()
    strong.setFontWeight(QFont.Weight.Bold)
    strong.setForeground(QColor(current().accent))
    formats = []
    for start, end in item.marks:
        part = QTextLayout.FormatRange()
        part.start = units.before(start)
        part.length = units.before(end) - part.start
        part.format = strong
        formats.append(part)
    layout.setFormats(formats)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_ENDLESS)
    layout.endLayout()
    painter.save()
    painter.setClipRect(box)
    layout.draw(painter, QPointF(box.x(), box.y() + (box.height() - line.height()) / 2))
    painter.restore()
