"""The points of a theme in a list, each with who says so; they can be dragged to another theme."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from inspel_app.domain.coding import Passage
from inspel_app.gui import words
from inspel_app.gui.keys import StepKeys
from inspel_app.gui.plain import plain
from inspel_app.gui.widgets import tip
from inspel_app.i18n import _

DRAGGED = "application/x-inspel-points"
_ID = Qt.ItemDataRole.UserRole


class ThemePoints(QListWidget):
    """The most typical first; several can be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Temats synpunkter"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        StepKeys(self)

    @property
    def chosen(self) -> list[str]:
        """The ids of the points that are chosen."""
        return [item.data(_ID) for item in self.selectedItems()]

    def show_points(
        self, points: Sequence[Passage], quoted: Collection[str], senders: Mapping[str, str]
    ) -> None:
        """Show other points; some are quoted as typical, and inspel have senders."""
        self.clear()
        for point in points:
            text = " ".join(point.text.split())
            who = words.sender_of_point(senders[point.submission], quoted=point.id in quoted)
            item = QListWidgetItem(plain(f"{text}\n{who}"))
            item.setData(_ID, point.id)
            item.setToolTip(tip(point.text))
            self.addItem(item)

    def choose(self, passage: str) -> None:
        """Choose one of the points."""
        for row in range(self.count()):
            if self.item(row).data(_ID) == passage:
                self.setCurrentRow(row)

    def mimeTypes(self) -> list[str]:
        """What can be dragged from here."""
        return [DRAGGED]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """The ids of the points that are dragged."""
        data = QMimeData()
        data.setData(DRAGGED, "\n".join(item.data(_ID) for item in items).encode())
        return data
