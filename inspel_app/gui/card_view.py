"""The cards of an inspel in a list: drawn, not built of widgets, so that there may be many."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QListView

from inspel_app.gui.card_delegate import CARD_ROLE, CardDelegate
from inspel_app.gui.cards import Card, CardKind
from inspel_app.gui.item_models import Index, ListModel
from inspel_app.gui.keys import StepKeys
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import set_role, set_up_list, tip
from inspel_app.i18n import _

_DRAGGED = "application/x-inspel-text"


class CardModel(ListModel[Card]):
    """The cards of one inspel; a text outside the fields can be dragged to an answer."""

    dropped = Signal(int, int)
    """The numbers of the card that was dragged, and of the one that it was dropped on."""

    def renew(self, cards: Sequence[Card]) -> None:
        """Show the same cards as they are now."""
        self.rows = list(cards)
        self.dataChanged.emit(self.index(0, 0), self.index(len(cards) - 1, 0))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - what Qt asks for
        """The card itself for the delegate, and its words for those who listen."""
        card = self.rows[index.row()]
        match role:
            case _ if role == CARD_ROLE:
                return card
            case Qt.ItemDataRole.DisplayRole:
                return card.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{card.title}: {card.text}"
            case Qt.ItemDataRole.ToolTipRole if card.confidence is not None:
                share = round(100 * card.confidence)
                return tip(_("{note}, säkerhet {share} %").format(note=card.note, share=share))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Texts outside the fields can be dragged, answers take them."""
        usual = super().flags(index)
        if not index.isValid():
            return usual
        match self.rows[index.row()].kind:
            case CardKind.UNPLACED:
                return usual | Qt.ItemFlag.ItemIsDragEnabled
            case CardKind.ANSWER:
                return usual | Qt.ItemFlag.ItemIsDropEnabled
        return usual

    def mimeTypes(self) -> list[str]:
        """What can be dropped: cards of ours alone."""
        return [_DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The number of the card that is dragged."""
        data = QMimeData()
        data.setData(_DRAGGED, str(indexes[0].row()).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, on: Index
    ) -> bool:
        """Tell of the drop; the cards change when the text has been moved."""
        if not data.hasFormat(_DRAGGED) or not on.isValid():
            return False
        self.dropped.emit(int(data.data(_DRAGGED).toStdString()), on.row())
        return True


class CardView(QListView):
    """The cards, one of them chosen at most."""

    chosen = Signal(int)
    """The number of the card that is chosen."""
    dropped = Signal(int, int)
    """A text outside the fields was dragged to an answer: the numbers of their cards."""

    def __init__(self) -> None:
        super().__init__()
        self._model = CardModel(self)
        self._model.dropped.connect(self.dropped)
        self.setModel(self._model)
        self.setItemDelegate(CardDelegate(self))
        set_up_list(self, _("Svar"))
        set_role(self, "desk")
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)  # or else a change of width alone is not laid out anew
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMinimumWidth(35 * GRID)
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setDragDropOverwriteMode(True)
        self.setViewportMargins(0, 0, 0, GRID)
        StepKeys(self)
        self.selectionModel().currentChanged.connect(lambda index: self.chosen.emit(index.row()))

    @property
    def texts(self) -> list[str]:
        """What the cards say."""
        return [f"{card.title}\n{card.text}" for card in self._model.rows]

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show the cards of another inspel, none of them chosen."""
        self._model.show(cards)
        self.scrollToTop()

    def renew_cards(self, cards: Sequence[Card]) -> None:
        """Show the cards of the same inspel as they are now; where one is, one stays."""
        if len(cards) == self._model.rowCount():
            self._model.renew(cards)
            self.scheduleDelayedItemsLayout()  # a text may have got longer
            return
        number = self.currentIndex().row()
        self.show_cards(cards)
        if 0 <= number < len(cards):
            self.choose(number)

    def choose(self, number: int) -> None:
        """Choose a card and bring it into view."""
        index = self._model.index(number, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The hand is over the cards that lead somewhere."""
        super().mouseMoveEvent(event)
        card = self.indexAt(event.position().toPoint()).data(CARD_ROLE)
        if card and card.places:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C takes the whole text of the chosen card."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.currentIndex().isValid():
            QGuiApplication.clipboard().setText(self.currentIndex().data())
        else:
            super().keyPressEvent(event)
