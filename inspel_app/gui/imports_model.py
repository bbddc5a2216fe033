"""The files of an import as a table for Qt: what each became, and as which inspel."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor

from inspel_app.domain.form import Submission
from inspel_app.gui.icons import icon
from inspel_app.gui.item_models import Index
from inspel_app.gui.plain import plain
from inspel_app.gui.style import current
from inspel_app.gui.widgets import tip
from inspel_app.i18n import _
from inspel_app.services.jobs import Outcome, Result
from inspel_app.services.respondents import respondent_name

NAME, RESULT, INSPEL = range(3)
Find = Callable[[str], Submission | None]
"""The inspel with an id, or None where it has been taken out."""


class ImportsModel(QAbstractTableModel):
    """A row for each file, in the order in which they were taken in; new ones come last."""

    def __init__(self, find: Find, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self.outcomes: list[Outcome] = []

    def show(self, outcomes: Sequence[Outcome]) -> None:
        """Show the files of another import, or other files of the same."""
        self.beginResetModel()
        self.outcomes = list(outcomes)
        self.endResetModel()

    def add(self, outcome: Outcome) -> None:
        """Show one more file."""
        last = len(self.outcomes)
        self.beginInsertRows(QModelIndex(), last, last)
        self.outcomes.append(outcome)
        self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many files there are."""
        return 0 if parent.isValid() else len(self.outcomes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        """File, what it became, and as which inspel."""
        return 0 if parent.isValid() else INSPEL + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - what Qt asks for
        """The columns' titles."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (_("Fil"), _("Utfall"), _("Inspel"))[section]
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return left if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - what Qt asks for
        """What a cell shows and how."""
        outcome, column = self.outcomes[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return plain(self._text(outcome, column))
            case Qt.ItemDataRole.DecorationRole if column == RESULT:
                return icon("punkt", colour(outcome.result))
            case Qt.ItemDataRole.ForegroundRole if column != NAME:
                return QColor(current().muted)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._text(outcome, column))
        return None

    def _text(self, outcome: Outcome, column: int) -> str:
        if column == NAME:
            return outcome.name
        if column == RESULT:
            return capital(outcome.result.label)
        return self.inspel(outcome)

    def inspel(self, outcome: Outcome) -> str:
        """Which inspel a file became, or was already."""
        found = self._find(outcome.submission) if outcome.submission else None
        if found:
            return f"{found.number} {respondent_name(found)}"
        return _("finns inte kvar") if outcome.submission else "–"


def colour(result: Result) -> str:
    """The colour of what became of a file, beside the word for it."""
    look = current()
    return {
        Result.READ: look.positive,
        Result.DOUBTS: look.warning,
        Result.UNREADABLE: look.danger,
        Result.REFUSED: look.danger,
        Result.NO_INSPEL: look.muted,
        Result.JOINED: look.muted,
        Result.KNOWN: look.muted,
    }[result]


def capital(text: str) -> str:
    """A text that begins with a capital."""
    return text[:1].upper() + text[1:]
