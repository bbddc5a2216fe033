"""The list of inspel."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from inspel_app.domain.form import Submission
from inspel_app.gui import tokens
from inspel_app.gui.empty_state import Placeholder
from inspel_app.gui.keys import StepKeys
from inspel_app.gui.sender_delegate import CellDelegate
from inspel_app.gui.style import current, scaled
from inspel_app.gui.submission_model import (
    ANSWERS,
    ASSIGNEE,
    DNR,
    DOUBTS,
    LANGUAGE,
    MUNICIPALITY,
    NUMBER,
    RECEIVED,
    SENDER,
    TYPE,
    SortedSubmissions,
    SubmissionModel,
)
from inspel_app.gui.widgets import fit_columns, set_up_table
from inspel_app.i18n import _
from inspel_app.services.browsing import Row

_WIDTHS = {
    NUMBER: 48,
    RECEIVED: 60,
    TYPE: 124,
    MUNICIPALITY: 96,
    ANSWERS: 44,
    DOUBTS: 52,
    ASSIGNEE: 88,
    DNR: 112,
    LANGUAGE: 84,
}
"""Pixels; what is left is for the sender."""
_WIDE = 720
"""Pixels; a narrower list leaves out the senders' own case numbers."""
_ROOMY = 600
"""Pixels; a narrower list leaves out the municipality, which stands above the original too."""
_NARROW = 400
"""Pixels; a narrower list leaves out the kind of sender too."""


class SubmissionTable(QTableView):
    """A row for each inspel, one of them chosen; arrows or J and K go through them.

    More can be selected, to do something with all of them.
    """

    chosen = Signal(object)
    """The inspel that is chosen, or None."""

    def __init__(self) -> None:
        super().__init__()
        self._model = SubmissionModel(self)
        self._sorted = SortedSubmissions(self._model, self)
        self._told: set[int] = set()
        """Which of the columns that not every round needs say something."""
        self.setModel(self._sorted)
        self.setItemDelegate(CellDelegate(self))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(_("Inspel"))
        set_up_table(self, tokens.TALL_ROW)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._set_up_headers()
        StepKeys(self)
        Placeholder(self, _("Inga inspel i urvalet. Visa fler ovanför listan."))
        self.selectionModel().currentRowChanged.connect(self._tell)

    def _set_up_headers(self) -> None:
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(SENDER, QHeaderView.ResizeMode.Stretch)
        fit_columns(self, _WIDTHS)
        columns.moveSection(columns.visualIndex(DNR), columns.visualIndex(ANSWERS))
        columns.moveSection(columns.visualIndex(LANGUAGE), columns.visualIndex(ANSWERS))
        self.setSortingEnabled(True)
        self.sortByColumn(NUMBER, Qt.SortOrder.AscendingOrder)

    @property
    def submission(self) -> Submission | None:
        """The inspel that is chosen."""
        index = self._sorted.mapToSource(self.currentIndex())
        return self._model.submission(index.row()) if index.isValid() else None

    @property
    def submissions(self) -> list[Submission]:
        """All that are selected, in the order shown; at least the one that is chosen."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        sources = [self._sorted.mapToSource(self._sorted.index(row, 0)).row() for row in rows]
        selected = [self._model.submission(source) for source in sources]
        return selected or [s for s in [self.submission] if s]

    def show_secret(self, secret: Mapping[str, str]) -> None:
        """Tell by which law something is secret, by the inspel's ids, when rows are shown next."""
        self._model.secret = secret

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the same inspel stays chosen if it is still there, else the first is."""
        before = self.submission
        self._told = set(_told(rows))
        self._leave_room()
        self._model.show(rows)
        if before is None or not self.choose(before.id):
            self.setCurrentIndex(self._sorted.index(0, 0))
        self.chosen.emit(self.submission)

    def choose(self, submission: str) -> bool:
        """Choose an inspel by its id, if it is shown; whether it is."""
        shown = self.submission
        if shown and shown.id == submission:
            return True
        for row in range(self._sorted.rowCount()):
            source = self._sorted.mapToSource(self._sorted.index(row, 0))
            if self._model.submission(source.row()).id == submission:
                self.setCurrentIndex(self._sorted.index(row, 0))
                return True
        return False

    def step(self, step: int) -> None:
        """Choose the next inspel or the one before, if there is any."""
        index = self._sorted.index(self.currentIndex().row() + step, 0)
        if index.isValid():
            self.setCurrentIndex(index)

    def show_only(self, numbers: frozenset[int] | None) -> None:
        """Show the inspel with these numbers, all if None; the chosen one stays if it is there."""
        self._sorted.show_only(numbers)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._sorted.index(0, 0))
        self.scrollTo(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground too: then Qt moves what is seen already, and asks for the rest alone."""
        QPainter(self.viewport()).fillRect(event.rect(), QColor(current().surface))
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the sender room."""
        self._leave_room()
        super().resizeEvent(event)

    @property
    def widths(self) -> dict[str, int]:
        """How wide the columns are, in pixels, by number; of those that somebody has changed."""
        size = self.horizontalHeader().sectionSize
        return {
            str(n): size(n) for n, usual in _WIDTHS.items() if size(n) not in (0, scaled(usual))
        }

    def set_widths(self, widths: Mapping[str, object]) -> None:
        """Let columns be as wide as they were."""
        for column in _WIDTHS:
            pixels = widths.get(str(column))
            if isinstance(pixels, int) and pixels:
                self.horizontalHeader().resizeSection(column, pixels)

    @property
    def by(self) -> tuple[int, Qt.SortOrder]:
        """The column that the rows are in the order of, and which way."""
        return self._sorted.by

    def _leave_room(self) -> None:
        """Hide the columns that leave the sender too little, and those that say nothing."""
        for column in (RECEIVED, ASSIGNEE, LANGUAGE):
            self.setColumnHidden(column, column not in self._told)
        more = sum(_WIDTHS[column] for column in (ASSIGNEE, LANGUAGE) if column in self._told)
        wide = self.width() >= scaled(_WIDE + more)
        self.setColumnHidden(DNR, not wide or DNR not in self._told)
        self.setColumnHidden(MUNICIPALITY, self.width() < scaled(_ROOMY + more))
        self.setColumnHidden(TYPE, self.width() < scaled(_NARROW + more))

    def _tell(self, _index: QModelIndex) -> None:
        if self.submission:
            self.chosen.emit(self.submission)


def _told(rows: Sequence[Row]) -> Iterator[int]:
    """The columns that not every round needs, where these rows have something in them."""
    if any(row.submission.received for row in rows):
        yield RECEIVED
    if any(row.submission.assignee for row in rows):
        yield ASSIGNEE
    if any(row.submission.own_dnr for row in rows):
        yield DNR
    if any(row.language for row in rows):
        yield LANGUAGE
