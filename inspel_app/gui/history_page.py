"""The history: every action in the round, who did it and when, and what was taken back."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from inspel_app.gui import tokens, words
from inspel_app.gui.keys import StepKeys
from inspel_app.gui.page import Hint, Page
from inspel_app.gui.session import Session
from inspel_app.gui.style import current
from inspel_app.gui.submission_model import Index
from inspel_app.gui.tokens import BAR, GRID
from inspel_app.gui.widgets import ElidedLabel, label, lay_out, row, set_up_table, tip
from inspel_app.i18n import _
from inspel_app.services.rounds import LogEntry

WHEN, WHO, WHAT = range(3)
_WIDTHS = {WHEN: 24 * GRID, WHO: 20 * GRID}


class HistoryPage(Page):
    """A row for each action, the latest first."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Historik"), "historik", _hints())
        self._count = ElidedLabel("muted")
        self.model = HistoryModel(self)
        self.table = _table(self.model)
        heading = row(label(_("Historik"), "title"), self._count, None, name="header", gap=GRID)
        heading.setFixedHeight(BAR)
        heading.setContentsMargins(3 * GRID, 0, 2 * GRID, 0)
        heading.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        lay_out(QVBoxLayout(self), heading, self.table, margins=(0, 0, 0, 0), gap=0)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """The table alone."""
        return (self.table,)

    def refresh(self) -> None:
        """Show the log as it is now."""
        project = self.session.project
        log = project.log() if project else []
        self.model.show(log)
        self._count.setText(words.actions(len(log)))


class HistoryModel(QAbstractTableModel):
    """The log, the latest action first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[LogEntry] = []

    def show(self, log: Sequence[LogEntry]) -> None:
        """Show another log, which comes oldest first."""
        self.beginResetModel()
        self._entries = list(reversed(log))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """The actions."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """When, who, what."""
        return 0 if parent.isValid() else WHAT + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own type
        """The columns' titles."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (_("När"), _("Vem"), _("Vad"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """The text of a cell; what was taken back is muted and says so."""
        entry = self._entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = _cell(entry, index.column())
            return text if role == Qt.ItemDataRole.DisplayRole else tip(text)
        if role == Qt.ItemDataRole.ForegroundRole and (entry.undone or index.column() != WHAT):
            return QColor(current().muted)
        return None


def _cell(entry: LogEntry, column: int) -> str:
    if column == WHEN:
        return words.minute(entry.at)
    if column == WHO:
        return entry.by or "–"
    return _("{name} (ångrat)").format(name=entry.name) if entry.undone else entry.name


def _table(model: HistoryModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(_("Historik"))
    set_up_table(table, tokens.ROW)
    columns = table.horizontalHeader()
    columns.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
    for column, width in _WIDTHS.items():
        columns.resizeSection(column, width)
    StepKeys(table)
    return table


def _hints() -> tuple[Hint, ...]:
    return (
        Hint(("Ctrl", "Z"), _("ångra")),
        Hint(("Ctrl", "Y"), _("gör om")),
    )
