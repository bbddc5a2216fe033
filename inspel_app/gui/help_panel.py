"""The help beside the view that it tells about: what it is for, the steps, and the keys."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspel_app.gui.help_texts import Block, Kind, help_text
from inspel_app.gui.key_list import KeyGroup, KeyList
from inspel_app.gui.keys_dialog import readable
from inspel_app.gui.style import scaled
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import (
    Fitted,
    IconButton,
    column,
    fit_width,
    heading,
    label,
    lay_out,
    row,
)
from inspel_app.i18n import _

_WIDTH = 44 * GRID


class HelpPanel(QWidget):
    """Follows the view that is seen; Esc closes it while it has the keyboard."""

    def __init__(self, close: QAction) -> None:
        super().__init__()
        self.setObjectName("help")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Hjälp"))
        self._close = close
        self._title = label(role="section")
        self.area = readable(QWidget())
        self.area.setAccessibleName(_("Hjälptext"))
        head = heading(self._title, None, IconButton(close, "stang"), name="")
        lay_out(QVBoxLayout(self), head, self.area, margins=(0, 0, 0, 0), gap=0)
        self.setMinimumWidth(_WIDTH)
        Fitted(self, lambda: self.setMaximumWidth(scaled(_WIDTH)))
        self.hide()

    def sizeHint(self) -> QSize:
        """As wide as text of the chosen size asks for; the view beside it goes before."""
        return QSize(scaled(_WIDTH), super().sizeHint().height())

    def show_view(self, view: str, groups: Sequence[KeyGroup]) -> None:
        """Tell about a view, by the name of its drawing, and of its keys."""
        told = help_text(view)
        self._title.setText(told.title)
        blocks = [Block(Kind.PARAGRAPH, told.summary), *told.rest]
        inner = column(*map(_shown, blocks), KeyList(groups), None, name="pane", gap=GRID)
        inner.setContentsMargins(3 * GRID, GRID, 3 * GRID, 3 * GRID)
        self.area.setWidget(inner)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self._close.trigger()
        else:
            super().keyPressEvent(event)


def _shown(block: Block) -> QWidget:
    text = label(block.text, "heading" if block.kind is Kind.HEADING else "")
    text.setWordWrap(True)
    if block.kind is not Kind.STEP:
        return text
    number = label(block.number, "muted")
    fit_width(number, 2 * GRID)
    number.setAlignment(Qt.AlignmentFlag.AlignTop)
    line = row(number, text, gap=GRID)
    line.setAccessibleName(f"{block.number} {block.text}")
    return line
