"""The help beside the view that it tells about: what it is for, the steps, and the keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspel_app.gui.help_texts import Block, Kind, help_text
from inspel_app.gui.key_list import KeyGroup, KeyList
from inspel_app.gui.keys_dialog import scrolled
from inspel_app.gui.tokens import BAR, GRID
from inspel_app.gui.widgets import (
    IconButton,
    column,
    fit_height,
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
        self.area = scrolled(QWidget())
        self.area.setAccessibleName(_("Hjälptext"))
        head = heading(self._title, None, IconButton(close, "stang"), name="")
        fit_height(head, BAR)
        lay_out(QVBoxLayout(self), head, self.area, margins=(0, 0, 0, 0), gap=0)
        fit_width(self, _WIDTH)
        self.hide()

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
