"""The inspel of a round as a table for Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor

from inspel_app.domain.form import Submission
from inspel_app.gui import words
from inspel_app.gui.icons import icon
from inspel_app.gui.style import current
from inspel_app.gui.widgets import tip
from inspel_app.i18n import _
from inspel_app.services.browsing import Row

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: what it shows of a row, and the number it is sorted by if it is numeric."""

    title: str
    text: Callable[[Row], str]
    number: Callable[[Row], int] | None = None


def _columns() -> tuple[_Column, ...]:
    return (
        _Column(_("Nr"), lambda r: str(r.submission.number), lambda r: r.submission.number),
        _Column(_("Avsändare"), lambda r: r.submission.name),
        _Column(_("Typ"), lambda r: words.actor_type(r.submission.respondent.type)),
        _Column(_("Kommun"), lambda r: r.submission.respondent.municipality or "–"),
        _Column(_("Svar"), lambda r: str(r.answers), lambda r: r.answers),
        _Column(_("Tvivel"), lambda r: _doubts(r.submission), lambda r: _count(r.submission)),
    )


NUMBER, SENDER, TYPE, MUNICIPALITY, ANSWERS, DOUBTS = range(6)


def _count(submission: Submission) -> int:
    return len(submission.problems)


def _doubts(submission: Submission) -> str:
    n = _count(submission)
    if n and not submission.answers:
        return _("ej läst")
    return str(n or "–")


class SubmissionModel(QAbstractTableModel):
    """One row for each inspel."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = _columns()
        self._rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def submission(self, row: int) -> Submission:
        """The inspel in a row."""
        return self._rows[row].submission

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many inspel there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - what Qt asks for
        """The columns' titles, placed as their cells are."""
        if orientation is Qt.Orientation.Vertical:
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.number else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401, PLR0911 - one answer for each role
        """What a cell shows and how."""
        row, column = self._rows[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column.number else _LEFT
            case Qt.ItemDataRole.DecorationRole if index.column() == TYPE:
                return icon("punkt", current().actors[row.submission.respondent.type])
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(_colour(row.submission, index.column()))
            case Qt.ItemDataRole.ToolTipRole:
                return tip(_tip(row.submission, index.column()))
            case _ if role == SORT_ROLE:
                return column.number(row) if column.number else column.text(row)
        return None


def _colour(submission: Submission, column: int) -> str:
    look = current()
    if column == SENDER:
        return look.text
    return look.warning if column == DOUBTS and submission.problems else look.muted


def _tip(submission: Submission, column: int) -> str:
    if column == DOUBTS:
        return "\n".join(problem.message for problem in submission.problems)
    return f"{submission.name} ({submission.files[0].name})" if column == SENDER else ""


class SortedSubmissions(QSortFilterProxyModel):
    """The rows in the order that the user has asked for; the heading tells which."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT_ROLE)
        self.setSortLocaleAware(True)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - what Qt asks for
        """The titles, with an arrow at the column that is sorted by."""
        title = super().headerData(section, orientation, role)
        if role != Qt.ItemDataRole.DisplayRole or section != self.sortColumn():
            return title
        return f"{title} {'↓' if self.sortOrder() is Qt.SortOrder.AscendingOrder else '↑'}"
