"""The points that a section may quote, to choose among."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from inspel_app.gui.item_models import Index, ListModel
from inspel_app.gui.keys import LetterKeys, StepKeys
from inspel_app.gui.painting import RIGHT, draw_ground, draw_line, room_across, smooth
from inspel_app.gui.reading_text import laid_out
from inspel_app.gui.style import current, font, scaled
from inspel_app.gui.tokens import BODY, GRID, SMALL
from inspel_app.gui.widgets import set_up_list, tip
from inspel_app.i18n import _
from inspel_app.services.draft import Candidate

CANDIDATE_ROLE = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_BOX = 16
_LONGEST = 240
"""Characters of a point; it is read whole in its tip."""


class _Candidates(ListModel[Candidate]):
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        candidate = self.rows[index.row()]
        match role:
            case _ if role == CANDIDATE_ROLE:
                return candidate
            case Qt.ItemDataRole.DisplayRole:
                return candidate.quotation.text
            case Qt.ItemDataRole.AccessibleTextRole:
                said = candidate.quotation
                return ": ".join(filter(None, [told(candidate), said.respondent, said.text]))
            case Qt.ItemDataRole.ToolTipRole:
                return tip(candidate.quotation.text)
        return None


class QuoteList(QListView):
    """Space chooses, X leaves out for good, Alt with the arrows orders what is chosen."""

    toggled = Signal(str)
    """A point, by its id, is to be chosen, or not any longer."""
    never = Signal(str)
    """A point is not to be quoted anywhere, or may be again."""
    shifted = Signal(str, int)
    """A point that is chosen is to stand one place up (-1) or down (1)."""

    def __init__(self) -> None:
        super().__init__()
        self._model = _Candidates(self)
        self.setModel(self._model)
        self.setItemDelegate(_QuoteDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)  # or else a change of width alone is not laid out anew
        set_up_list(self, _("Citat att välja bland"))
        StepKeys(self)
        LetterKeys({"X": self._never, "Delete": self._never}, self)

    @property
    def candidate(self) -> Candidate | None:
        """The one at hand."""
        index = self.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    @property
    def candidates(self) -> list[Candidate]:
        """All of them."""
        return self._model.rows

    def show_candidates(self, candidates: Sequence[Candidate], *, others: bool) -> None:
        """Show points; `others` of another section, or the same at the one at hand."""
        here = self.candidate.quotation.passage if self.candidate and not others else ""
        bar = 0 if others else self.verticalScrollBar().value()
        self._model.show(candidates)
        rows = {c.quotation.passage: row for row, c in enumerate(candidates)}
        self.setCurrentIndex(self._model.index(rows.get(here, 0), 0))
        self.verticalScrollBar().setValue(bar)

    def _toggle(self) -> None:
        if self.candidate:
            self.toggled.emit(self.candidate.quotation.passage)

    def _never(self) -> None:
        if self.candidate:
            self.never.emit(self.candidate.quotation.passage)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space chooses, and Alt with an arrow moves what is chosen."""
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Space:
            self._toggle()
        elif step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if self.candidate and self.candidate.chosen:
                self.shifted.emit(self.candidate.quotation.passage, step)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the box chooses."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < _left(self.visualRect(index).left()):
            self._toggle()


class _QuoteDelegate(QStyledItemDelegate):
    """A box that is filled when a person chose it; who said it; and below that what was said."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the text needs in the width that the list has."""
        width = room_across(option)
        _text, high = laid_out(_shown(index.data(CANDIDATE_ROLE)), font(BODY), _room(width))
        return QSize(width, high + _line() + GRID + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a point."""
        look, candidate = current(), index.data(CANDIDATE_ROLE)
        box = QRectF(option.rect).adjusted(GRID, 1, -GRID, -1)
        text, _high = laid_out(_shown(candidate), font(BODY), _room(option.rect.width()))
        left = _left(option.rect.left())
        head = QRectF(left, box.y() + GRID / 2, box.right() - GRID - left, _line())
        with smooth(painter):
            draw_ground(painter, box, option)
            mark = QRectF(box.x() + GRID, head.center().y() - scaled(_BOX) / 2, *2 * [scaled(_BOX)])
            _draw_mark(painter, mark, candidate)
            painter.setFont(font(SMALL))
            state = told(candidate)
            wide = painter.fontMetrics().horizontalAdvance(state) + 2
            draw_line(painter, head, state, look.muted, RIGHT)
            who = head.adjusted(0, 0, -wide - GRID, 0)
            draw_line(painter, who, candidate.quotation.respondent, look.muted)
            painter.setPen(QColor(look.muted if candidate.never else look.text))
            text.draw(painter, QPointF(left, head.bottom()))


def told(candidate: Candidate) -> str:
    """Whether a point is quoted, in a word."""
    if candidate.never:
        return _("citeras inte")
    if candidate.chosen:
        return _("valt")
    return _("programmets val") if candidate.quoted else ""


def _draw_mark(painter: QPainter, box: QRectF, candidate: Candidate) -> None:
    look = current()
    painter.setPen(QPen(QColor(look.accent if candidate.chosen else look.control), 1.5))
    painter.setBrush(QColor(look.accent if candidate.chosen else look.surface))
    painter.drawRoundedRect(box, 4, 4)
    if candidate.chosen:
        painter.setPen(QPen(QColor(look.on_accent), 2))
        start, middle = QPointF(0.25, 0.52), QPointF(0.43, 0.70)
        points = [box.topLeft() + p * box.width() for p in (start, middle, QPointF(0.76, 0.32))]
        painter.drawPolyline(points)
    elif candidate.never:
        painter.setPen(QPen(QColor(look.muted), 1.5))
        inner = box.adjusted(4, 4, -4, -4)
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
    elif candidate.quoted:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.accent))
        painter.drawEllipse(box.center(), box.width() / 5, box.width() / 5)


def _left(edge: float) -> float:
    """Where the texts begin."""
    return edge + 3 * GRID + scaled(_BOX)


def _line() -> int:
    return scaled(2 * GRID + 4)


def _room(width: float) -> float:
    return width - _left(0) - 2 * GRID


def _shown(candidate: Candidate) -> str:
    text = " ".join(candidate.quotation.text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"
