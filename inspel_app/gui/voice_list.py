"""What was said, in its own words and by whom: the points of what is at hand."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from inspel_app.gui import handling_words
from inspel_app.gui.answer_mark import draw_answer
from inspel_app.gui.item_models import Index, ListModel
from inspel_app.gui.keys import StepKeys
from inspel_app.gui.painting import draw_ground, draw_line, room_across, smooth
from inspel_app.gui.reading_text import laid_out
from inspel_app.gui.style import current, font, scaled
from inspel_app.gui.tokens import GRID, READING, SMALL
from inspel_app.gui.widgets import set_up_list, tip
from inspel_app.i18n import _
from inspel_app.services.handling_view import Voice

VOICE_ROLE = Qt.ItemDataRole.UserRole
_ANSWER = 20 * GRID
_PAD = GRID
_MOST = 4_000
"""Characters of a point that are shown; a longer one is read in the inbox."""


class _Voices(ListModel[Voice]):
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        voice = self.rows[index.row()]
        match role:
            case _ if role == VOICE_ROLE:
                return voice
            case Qt.ItemDataRole.DisplayRole:
                return voice.quotation.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{_who(voice)}: {voice.quotation.text}"
            case Qt.ItemDataRole.ToolTipRole:
                return tip(handling_words.origin(voice.item.handled))
        return None


class VoiceList(QListView):
    """Read one by one; each tells how it is answered."""

    def __init__(self) -> None:
        super().__init__()
        self._model = _Voices(self)
        self.setModel(self._model)
        self.setItemDelegate(_VoiceDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)  # or else a change of width alone is not laid out anew
        set_up_list(self, _("Vad som sägs, och av vem"))
        StepKeys(self)

    @property
    def voice(self) -> Voice | None:
        """The one at hand."""
        index = self.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def show_voices(self, voices: Sequence[Voice]) -> None:
        """Show others, or the same as they are now."""
        before, row = [v.quotation for v in self._model.rows], self.currentIndex().row()
        bar = self.verticalScrollBar().value()
        self._model.show(voices)
        same = [v.quotation for v in voices] == before
        self.setCurrentIndex(self._model.index(max(row, 0) if same else 0, 0))
        self.verticalScrollBar().setValue(bar if same else 0)


class _VoiceDelegate(QStyledItemDelegate):
    """Who and where, and how it is answered; below it what was said."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the text needs in the width that the list has."""
        width = room_across(option)
        _text, high = laid_out(_shown(index.data(VOICE_ROLE)), font(READING), _room(width))
        return QSize(width, high + _line() + 2 * _PAD + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a point."""
        look = current()
        voice: Voice = index.data(VOICE_ROLE)
        box = QRectF(option.rect).adjusted(GRID, 2, -GRID, -2)
        text, _high = laid_out(_shown(voice), font(READING), _room(option.rect.width()))
        head = QRectF(box.x() + 2 * GRID, box.y() + _PAD, box.width() - 4 * GRID, _line())
        answer = QRectF(head.right() - scaled(_ANSWER), head.y(), scaled(_ANSWER), head.height())
        with smooth(painter):
            draw_ground(painter, box, option)
            painter.setFont(font(SMALL))
            draw_line(
                painter, head.adjusted(0, 0, -answer.width() - GRID, 0), _who(voice), look.muted
            )
            draw_answer(painter, answer, voice.item.handled)
            painter.setPen(QColor(look.text))
            text.draw(painter, QPointF(head.x(), head.bottom()))


def _line() -> int:
    return scaled(2 * GRID + 4)


def _room(width: float) -> float:
    return width - 6 * GRID


def _shown(voice: Voice) -> str:
    text = voice.quotation.text
    return text if len(text) <= _MOST else f"{text[:_MOST]} […]"


def _who(voice: Voice) -> str:
    said = voice.quotation
    number = _("inspel {n}").format(n=said.number)
    return " · ".join(filter(None, [said.respondent, number, said.place]))
