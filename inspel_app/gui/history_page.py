"""The history: all that people did and the program made, who and when, and the way back."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspel_app.gui import words
from inspel_app.gui.actions import action
from inspel_app.gui.find_bar import FindBar, RowFinder
from inspel_app.gui.item_models import Index
from inspel_app.gui.page import Hint, Page, PageId
from inspel_app.gui.plain import plain
from inspel_app.gui.row_table import row_table
from inspel_app.gui.session import Session
from inspel_app.gui.style import current
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import (
    ElidedLabel,
    action_button,
    heading,
    label,
    lay_out,
    row,
    tip,
)
from inspel_app.i18n import _
from inspel_app.services.past import Event, past

WHEN, WHO, WHAT, THINGS = range(4)
_WIDTHS = {WHEN: 24 * GRID, WHO: 20 * GRID, THINGS: 16 * GRID}


class HistoryPage(Page):
    """A row for each action and for each time the machine worked, the latest first."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, PageId.HISTORY, _hints())
        self._count = ElidedLabel("muted")
        self.model = HistoryModel(self)
        self.table = row_table(
            self.model,
            _("Historik"),
            wide=WHAT,
            widths=_WIDTHS,
            bare=_("Inget har gjorts än. Här står allt som görs, av vem och när."),
        )
        self.back = action(self, _("Tillbaka hit"), self._go_back, "Return", "Enter")
        self.table.selectionModel().currentChanged.connect(lambda _now, _before: self._offer())
        back = action_button(_("Tillbaka hit"), self.back)
        head = heading(label(_("Historik"), "title"), self._count, None, back)
        self.finding = FindBar(self._finder, lambda: self.table)
        inset = row(self.table)
        inset.setContentsMargins(2 * GRID, 0, 0, 0)  # the text stands below the title
        lay_out(QVBoxLayout(self), head, self.finding, inset, margins=(0, 0, 0, 0), gap=0)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """The table alone."""
        return (self.table,)

    def refresh(self) -> None:
        """Show the log as it is now."""
        project = self.session.project
        events = past(project) if project else []
        self.model.show(events)
        self._count.setText(words.actions(len(events)))
        self.table.selectRow(0)
        self.finding.renew()
        self._offer()

    def find_here(self) -> bool:
        """Look for a text in what was done, when and by whom."""
        self.finding.begin()
        return True

    def _finder(self) -> RowFinder:
        return RowFinder(self.model.texts, self.table.selectRow)

    def _offer(self) -> None:
        """One can go back to what still stands, unless it is what was done last."""
        event = self._chosen
        self.back.setEnabled(event is not None and event.stands and not self.model.is_last(event))

    def _go_back(self) -> None:
        event = self._chosen
        if event and event.number is not None:
            self.session.go_back(event.number)

    @property
    def _chosen(self) -> Event | None:
        index = self.table.currentIndex()
        return self.model.event_in(index.row()) if index.isValid() else None


class HistoryModel(QAbstractTableModel):
    """What was done, the latest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._events: list[Event] = []

    def show(self, events: Sequence[Event]) -> None:
        """Show another past, the latest first."""
        self.beginResetModel()
        self._events = list(events)
        self.endResetModel()

    def event_in(self, row: int) -> Event:
        """What was done, by row."""
        return self._events[row]

    @property
    def texts(self) -> list[str]:
        """What stands in each row."""
        told = (WHEN, WHO, WHAT)
        return ["\t".join(_cell(event, column) for column in told) for event in self._events]

    def is_last(self, event: Event) -> bool:
        """Whether nothing that stands was done after it."""
        return next((e for e in self._events if e.stands), None) is event

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """The actions."""
        return 0 if parent.isValid() else len(self._events)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """When, who, what, and how many things it changed."""
        return 0 if parent.isValid() else THINGS + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own type
        """The columns' titles."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (_("När"), _("Vem"), _("Vad"), _("Ändrade"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The text of a cell; what was taken back is muted and says so."""
        event = self._events[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = plain(_cell(event, index.column()))
            return text if role == Qt.ItemDataRole.DisplayRole else tip(_told(event, text))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(index.column())
        if role == Qt.ItemDataRole.ForegroundRole and (not event.stands or index.column() != WHAT):
            return QColor(current().muted)
        return None


def _aligned(column: int) -> Qt.AlignmentFlag:
    """Figures stand below each other."""
    side = Qt.AlignmentFlag.AlignRight if column == THINGS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _cell(event: Event, column: int) -> str:
    match column:
        case _ if column == WHEN:
            return words.minute(event.at)
        case _ if column == WHO:
            return event.by or "–"
        case _ if column == THINGS:
            return str(event.things)
    return _("{name} (ångrat)").format(name=event.told) if event.undone else event.told


def _told(event: Event, text: str) -> str:
    """A cell's text, with how the program made what it made."""
    return f"{text} ({plain(event.how)})" if event.how else text


def _hints() -> tuple[Hint, ...]:
    return (
        Hint(("J", "K"), _("nästa, förra")),
        Hint(("Enter",), _("tillbaka hit")),
        Hint(("Ctrl", "Z"), _("ångra")),
        Hint(("Ctrl", "Y"), _("gör om")),
    )
