"""How a card is drawn."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from inspel_app.gui import tokens
from inspel_app.gui.cards import Card, CardKind
from inspel_app.gui.item_models import Index
from inspel_app.gui.painting import draw_bar, room_across, smooth
from inspel_app.gui.reading_text import laid_out
from inspel_app.gui.style import current, font, scaled
from inspel_app.gui.tokens import GRID, Tokens
from inspel_app.i18n import _

CARD_ROLE = Qt.ItemDataRole.UserRole
MOST_SHOWN = 6_000
"""Characters on a card; a longer letter is read in the original beside it."""
_PADDING = 2 * GRID
_BAR = QSize(40, 4)


@dataclass(frozen=True, slots=True)
class _Parts:
    """A card's texts, laid out below each other; heights in pixels."""

    title: QTextLayout
    title_height: int
    text: QTextLayout
    text_height: int
    note: QTextLayout
    note_height: int

    @property
    def height(self) -> int:
        """All of it, with the air around."""
        gaps = GRID + (GRID if self.note_height else 0)
        return 2 * _PADDING + self.title_height + self.text_height + self.note_height + gaps


class CardDelegate(QStyledItemDelegate):
    """Draws a card: field, confidence, text, and how it came."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the text needs in the width that the list has."""
        width = room_across(option)
        return QSize(width, _parts(index.data(CARD_ROLE), width - 2 * GRID).height + GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the card in its frame."""
        card: Card = index.data(CARD_ROLE)
        frame = QRectF(option.rect).adjusted(GRID, GRID, -GRID, 0)
        with smooth(painter):
            _draw_frame(painter, frame, card, option.state)
            _draw_texts(painter, frame, card, _parts(card, round(frame.width())))
            if card.confidence is not None:
                draw_bar(painter, _bar_box(frame), card.confidence)


def _parts(card: Card, width: int) -> _Parts:
    room = width - 2 * _PADDING
    for_title = room - _BAR.width() - GRID if card.confidence is not None else room
    title, title_height = laid_out(card.title, font(tokens.SMALL), for_title)
    doubtful = [(start, end) for start, end in card.doubtful if end <= MOST_SHOWN]
    typeface = font(tokens.BODY if card.kind is CardKind.PROBLEM else tokens.READING)
    text, text_height = laid_out(_shown(card.text), typeface, room, doubtful)
    note, note_height = laid_out(card.note, font(tokens.SMALL), room)
    return _Parts(title, title_height, text, text_height, note, note_height if card.note else 0)


def _shown(text: str) -> str:
    if len(text) <= MOST_SHOWN:
        return text
    rest = _("[{n} tecken till i originalet]").format(n=len(text) - MOST_SHOWN)
    return f"{text[:MOST_SHOWN]} {rest}"


def _draw_frame(painter: QPainter, frame: QRectF, card: Card, state: QStyle.StateFlag) -> None:
    look = current()
    quiet = card.kind is CardKind.ANSWER
    chosen = QStyle.StateFlag.State_Selected in state
    hovered = QStyle.StateFlag.State_MouseOver in state and card.places
    edge = look.accent if chosen else look.control if hovered else _edge(look, quiet=quiet)
    painter.setPen(QPen(QColor(edge), 2 if chosen else 1))
    painter.setBrush(QColor(look.surface if quiet else look.warning_soft))
    painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), tokens.RADIUS, tokens.RADIUS)


def _edge(look: Tokens, *, quiet: bool) -> str:
    return look.hairline if quiet else look.warning_soft


def _draw_texts(painter: QPainter, frame: QRectF, card: Card, parts: _Parts) -> None:
    look = current()
    x, y = frame.x() + _PADDING, frame.y() + _PADDING
    painter.setPen(QColor(look.muted if card.kind is CardKind.ANSWER else look.warning))
    parts.title.draw(painter, QPointF(x, y))
    y += parts.title_height + GRID
    painter.setPen(QColor(look.text))
    parts.text.draw(painter, QPointF(x, y))
    if parts.note_height:
        painter.setPen(QColor(look.muted))
        parts.note.draw(painter, QPointF(x, y + parts.text_height + GRID))


def _bar_box(frame: QRectF) -> QRectF:
    """Where the bar of confidence is drawn, level with the title."""
    x = frame.right() - _PADDING - _BAR.width()
    y = frame.y() + _PADDING + (scaled(tokens.SMALL) * tokens.LINE_HEIGHT - _BAR.height()) / 2
    return QRectF(x, y, _BAR.width(), _BAR.height())
