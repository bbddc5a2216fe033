"""The codes that are proposed for the passage at hand, by number, each with its reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from inspel_app.domain.coding import POSSIBLE, Assignment, Codebook, Origin
from inspel_app.gui import words
from inspel_app.gui.empty_state import Placeholder
from inspel_app.gui.item_models import Index, ListModel
from inspel_app.gui.painting import LEFT, RIGHT, draw_bar, draw_ground, draw_line, smooth
from inspel_app.gui.reading_text import laid_out
from inspel_app.gui.style import current, font, scaled
from inspel_app.gui.tokens import BODY, GRID, RADIUS, SMALL
from inspel_app.gui.widgets import set_up_list, tip
from inspel_app.i18n import _
from inspel_app.services.entries import Entry

CHOICE_ROLE = Qt.ItemDataRole.UserRole
MOST = 9
_KEY = 3 * GRID
_BAR = 8 * GRID
_PAD = GRID
_BESIDE = 34 * GRID
"""Pixels that a row must have for how sure it is to stand beside the title and not below."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A code that the passage may concern.

    `share` (0-1) is how sure that is, None where the form's field says so; a `favourite` is only at
    hand, and nothing says that the passage concerns it.
    """

    code: str
    title: str
    share: float | None
    reason: str
    favourite: bool = False

    @property
    def surety(self) -> str:
        """How sure it is, in a word."""
        return _("favorit") if self.favourite else words.surety(self.share)


def proposals(entry: Entry, codebook: Codebook) -> list[Proposal]:
    """What nobody has decided yet, what Enter accepts first.

    Beside a code that a person has given, guesses are no longer asked about.
    """
    given = {a.code for a in entry.passage.assignments if a.origin is Origin.PERSON}
    composed = [a for a in entry.passage.assignments if a.code not in given]
    more = [
        Assignment(s.code, None, Origin.SUGGESTION, s.permille / 1000, s.reason)
        for s in entry.suggestions
        if s.code not in given | {a.code for a in composed}
    ]
    found = [_proposal(a, entry, codebook) for a in [*composed, *more]]
    least = POSSIBLE if given else 0
    return [p for p in found if p.share is None or 1000 * p.share >= least][:MOST]


def favourites(codes: Sequence[str], codebook: Codebook) -> list[Proposal]:
    """The codes that somebody wants at hand, in that order."""
    return [Proposal(code, codebook[code].title, None, "", favourite=True) for code in codes]


def _proposal(said: Assignment, entry: Entry, codebook: Codebook) -> Proposal:
    reasons = {s.code: s.reason for s in entry.suggestions}
    title = codebook[said.code].title
    if said.origin is Origin.FORM:
        reason = reasons.get(said.code, "")
        field = said.reason or _("fältet som den skrevs i")
        return Proposal(said.code, title, None, "; ".join(filter(None, [field, reason])))
    return Proposal(said.code, title, said.confidence, said.reason)


class _Proposals(ListModel[Proposal]):
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        row = self.rows[index.row()]
        match role:
            case _ if role == CHOICE_ROLE:
                return row
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                named = words.code(row.code, row.title)
                return f"{index.row() + 1}: {named}, {row.surety}"
            case Qt.ItemDataRole.ToolTipRole:
                return tip(row.reason)
        return None


class SuggestionList(QListView):
    """One row for each proposal; a click takes it."""

    taken = Signal(str)
    """The id of the code."""
    looked_at = Signal(str)
    """The reason of the proposal under the mouse; empty when it is none."""

    def __init__(self) -> None:
        super().__init__()
        self._model = _Proposals(self)
        self.setModel(self._model)
        self.setItemDelegate(_ProposalDelegate(self))
        set_up_list(self, _("Förslag"))
        Placeholder(self, _("Inga förslag. Hitta en kod med / eller gör koder till favoriter."))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)  # or else a change of width alone is not laid out anew
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(lambda index: self.taken.emit(self._model.rows[index.row()].code))
        self.entered.connect(
            lambda index: self.looked_at.emit(self._model.rows[index.row()].reason)
        )
        self.viewportEntered.connect(lambda: self.looked_at.emit(""))

    @property
    def proposals(self) -> list[Proposal]:
        """What is shown."""
        return self._model.rows

    def show_proposals(self, rows: Sequence[Proposal]) -> None:
        """Show other proposals, the first as the one that Enter takes."""
        self._model.show(rows)
        self.setCurrentIndex(self._model.index(0, 0))


class _ProposalDelegate(QStyledItemDelegate):
    """Number, code and title, the reason below; how sure it is as bar and word, to the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as title and reason need."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractScrollArea) else 320
        row: Proposal = index.data(CHOICE_ROLE)
        _title, high = laid_out(words.code(row.code, row.title), font(BODY), _room(width))
        _reason, more = laid_out(row.reason, font(SMALL), _room(width))
        return QSize(width, high + _lower(row, width) + (more if row.reason else 0) + 2 * _PAD + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a proposal."""
        look = current()
        row: Proposal = index.data(CHOICE_ROLE)
        box = QRectF(option.rect).adjusted(GRID, 2, -GRID, -2)
        room = _room(option.rect.width())
        title, high = laid_out(words.code(row.code, row.title), font(BODY), room)
        reason, _more = laid_out(row.reason, font(SMALL), room)
        x, y, side = box.x() + GRID + scaled(_KEY), box.y() + _PAD, scaled(2 * GRID + 2)
        with smooth(painter):
            draw_ground(painter, box, option)
            _draw_key(painter, QRectF(box.x() + GRID, y, side, side), index.row())
            painter.setPen(QColor(look.text))
            title.draw(painter, QPointF(x, y))
            painter.setPen(QColor(look.muted))
            lower = _lower(row, option.rect.width())
            reason.draw(painter, QPointF(x, y + high + lower))
            painter.setFont(font(SMALL))
            if not row.favourite:
                _draw_surety(painter, row, QRectF(x, y + high, room, lower), box.right() - GRID, y)


def _is_beside(width: float) -> bool:
    return width >= scaled(_BESIDE)


def _room(width: float) -> float:
    """Pixels that the title has."""
    return width - 5 * GRID - scaled(_KEY + (_BAR if _is_beside(width) else 0))


def _lower(row: Proposal, width: float) -> int:
    """Pixels between title and reason, for how sure it is."""
    return 0 if row.favourite or _is_beside(width) else scaled(2 * GRID)


def _draw_surety(
    painter: QPainter, row: Proposal, between: QRectF, right: float, top: float
) -> None:
    """In the line between title and reason if that has a height, or else at the right."""
    bar = QRectF(right - scaled(_BAR), top + 6, scaled(_BAR), 4)
    word, aligned = QRectF(bar.x(), bar.y() + 6, bar.width(), scaled(2 * GRID)), RIGHT
    if between.height():
        bar = QRectF(between.x(), between.center().y() - 2, scaled(_BAR), 4)
        taken = 0 if row.share is None else scaled(_BAR) + GRID
        word, aligned = between.adjusted(taken, 0, 0, 0), LEFT
    if row.share is not None:
        draw_bar(painter, bar, row.share)
    draw_line(painter, word, row.surety, current().muted, aligned)


def _draw_key(painter: QPainter, box: QRectF, row: int) -> None:
    look = current()
    painter.setFont(font(SMALL))
    painter.setPen(QColor(look.control))
    painter.setBrush(QColor(look.surface))
    painter.drawRoundedRect(box, RADIUS / 2, RADIUS / 2)
    painter.setPen(QColor(look.muted))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(row + 1))
