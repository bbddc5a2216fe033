"""The inspel of a round as a table for Qt."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cmp_to_key
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
)

from inspel_app.domain.form import Status, Submission
from inspel_app.gui import words
from inspel_app.gui.item_models import Index
from inspel_app.gui.marks import Mark, Marks
from inspel_app.gui.plain import plain
from inspel_app.gui.sender_delegate import CELL_ROLE, Cell
from inspel_app.gui.style import current
from inspel_app.gui.widgets import tip
from inspel_app.i18n import _
from inspel_app.services.browsing import Row
from inspel_app.services.respondents import respondent_name

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: what it shows of a row, and what it is sorted by if that is another thing.

    A column with a `number` is numeric and stands to the right.
    """

    title: str
    text: Callable[[Row], str]
    number: Callable[[Row], int] | None = None
    order: Callable[[Row], str] | None = None


def _columns() -> tuple[_Column, ...]:
    return (
        _Column(_("Nr"), lambda r: str(r.submission.number), lambda r: r.submission.number),
        _Column(_("Avsändare"), lambda r: respondent_name(r.submission)),
        _Column(
            _("Inkom"),
            lambda r: words.short_day(r.submission.received),
            order=lambda r: words.day(r.submission.received),
        ),
        _Column(_("Typ"), lambda r: words.actor_type(r.submission.respondent.type)),
        _Column(_("Kommun"), lambda r: r.submission.respondent.municipality or "–"),
        _Column(_("Svar"), lambda r: str(r.answers), lambda r: r.answers),
        _Column(
            _("Tvivel"), lambda r: str(_count(r.submission) or "–"), lambda r: _count(r.submission)
        ),
        _Column(_("Ansvarig"), lambda r: r.submission.assignee or "–"),
        _Column(_("Dnr"), lambda r: r.submission.own_dnr or "–"),
        _Column(_("Språk"), lambda r: words.language(r.language)),
    )


NUMBER, SENDER, RECEIVED, TYPE, MUNICIPALITY, ANSWERS, DOUBTS, ASSIGNEE, DNR, LANGUAGE = range(10)
"""Views that are kept name columns by number: a new one comes last."""


def _count(submission: Submission) -> int:
    """The doubts about an inspel; what is told of a mail that is none is why it is none."""
    return 0 if submission.status is Status.EJ_INSPEL else len(submission.problems)


def _file(submission: Submission) -> str:
    """What the inspel came as."""
    first, others = submission.files[0].name, len(submission.files) - 1
    return f"{first} +\N{NO-BREAK SPACE}{others}" if others else first


class SubmissionModel(QAbstractTableModel):
    """One row for each inspel."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = _columns()
        self._rows: list[Row] = []
        self._marks = Marks.among([])
        self._by = NUMBER, Qt.SortOrder.AscendingOrder
        self.secret: Mapping[str, str] = {}
        """By which law something is secret in an inspel, by its id; to be told with the rows."""

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows, or the same inspel as they are now; those stay where they are."""
        before, marked = self._rows, self._marks
        self._marks = Marks.among([row.submission for row in rows], self.secret)
        fresh = self._in_order(rows)
        if {r.submission.id for r in fresh} != {r.submission.id for r in before}:
            self.beginResetModel()
            self._rows = fresh
            self.endResetModel()
            return
        self._move(fresh)
        old, alike = {row.submission.id: row for row in before}, self._marks == marked
        for number, new in enumerate(fresh):
            one = new.submission.id
            same = old[one] is new and (
                alike or marked.of(new.submission) == self._marks.of(new.submission)
            )
            if not same:
                last = self.index(number, len(self._columns) - 1)
                self.dataChanged.emit(self.index(number, 0), last)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column: sooner done here than cell by cell in a proxy."""
        self._by = column, order
        self._move(self._in_order(self._rows))

    def _in_order(self, rows: Iterable[Row]) -> list[Row]:
        number, order = self._by
        column, down = self._columns[number], order is Qt.SortOrder.DescendingOrder
        given = sorted(rows, key=lambda row: row.submission.number)
        if column.number:
            return sorted(given, key=column.number, reverse=down)
        words = column.order or column.text
        place = cmp_to_key(QCollator().compare)
        return sorted(given, key=lambda row: place(words(row)), reverse=down)

    def _move(self, rows: list[Row]) -> None:
        """Let the same inspel stand in another order; what is selected goes with them."""
        if [r.submission.id for r in rows] == [r.submission.id for r in self._rows]:
            self._rows = rows
            return
        self.layoutAboutToBeChanged.emit()
        places = {row.submission.id: number for number, row in enumerate(rows)}
        held = self.persistentIndexList()
        now = [
            self.index(places[self._rows[one.row()].submission.id], one.column()) for one in held
        ]
        self._rows = rows
        self.changePersistentIndexList(held, now)
        self.layoutChanged.emit()

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

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - what Qt asks for
        """What a cell shows and how."""
        row, column = self._rows[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return plain(column.text(row))
            case _ if role == CELL_ROLE:
                return self._cell(row, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return tip(_tip(row.submission, index.column(), self._marks.of(row.submission)))
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == SENDER:
                return _spoken(row.submission, self._marks.of(row.submission))
        return None

    def _cell(self, row: Row, number: int) -> Cell:
        """What the delegate draws."""
        column, one = self._columns[number], row.submission
        text = column.text(row)
        if number == SENDER:
            new = one.status is Status.NY
            return Cell(text, marks=self._marks.of(one), file=_file(one), new=new)
        if number == TYPE:
            return Cell(text, dot=current().actors[one.respondent.type])
        warns = number == DOUBTS and _count(one) > 0
        return Cell(text, right=column.number is not None, warns=warns)


def _tip(submission: Submission, column: int, marks: Sequence[Mark]) -> str:
    if column == DOUBTS:
        return "\n".join(problem.message for problem in submission.problems)
    if column == RECEIVED and submission.received:
        return words.day(submission.received)
    if column != SENDER:
        return ""
    files = (file.name for file in submission.files)
    return "\n".join([respondent_name(submission), *files, *(f"{m.text}: {m.tip}" for m in marks)])


def _spoken(submission: Submission, marks: Sequence[Mark]) -> str:
    new = [_("ny")] if submission.status is Status.NY else []
    told = [
        respondent_name(submission),
        *new,
        *(mark.text for mark in marks),
        submission.files[0].name,
    ]
    return ", ".join(told)


class SortedSubmissions(QSortFilterProxyModel):
    """The rows that the user has asked for; the heading tells in which order."""

    def __init__(self, model: SubmissionModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setSourceModel(model)
        self._numbers: frozenset[int] | None = None
        self.by = NUMBER, Qt.SortOrder.AscendingOrder
        """The column that the rows are in the order of, and which way."""

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Have the rows put in the order of a column."""
        self.by = column, order
        self._model.sort(column, order)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def show_only(self, numbers: frozenset[int] | None) -> None:
        """Show the inspel with these running numbers; all if None."""
        self.beginFilterChange()
        self._numbers = numbers
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, _source_parent: Index) -> bool:
        """Whether an inspel is among those to show."""
        return self._numbers is None or self._model.submission(source_row).number in self._numbers

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - what Qt asks for
        """The titles, with an arrow at the column that is sorted by."""
        title = super().headerData(section, orientation, role)
        column, order = self.by
        if role != Qt.ItemDataRole.DisplayRole or section != column:
            return title
        return f"{title} {'↑' if order is Qt.SortOrder.AscendingOrder else '↓'}"
