"""The rail at the left of the window: its pages, with what waits on each."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from inspel_app.gui.icons import SIZE, icon
from inspel_app.gui.page import Page
from inspel_app.gui.style import current, font
from inspel_app.gui.tokens import GRID, TINY
from inspel_app.gui.widgets import lay_out, tip
from inspel_app.i18n import _

WIDTH = 8 * GRID
_BUTTON = QSize(WIDTH - GRID, 6 * GRID)
_MOST = 999
"""A larger number has no room on a badge."""


class Rail(QWidget):
    """One button for each page; those `below` stand at its foot."""

    chosen = Signal(int)
    """The number of the page."""

    def __init__(self, pages: Sequence[Page], below: int) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(_("Vyer"))
        self._group = QButtonGroup(self)
        self.buttons = [_PageButton(page, f"Ctrl+{n + 1}") for n, page in enumerate(pages)]
        for number, made in enumerate(self.buttons):
            self._group.addButton(made, number)
        self._group.idClicked.connect(self.chosen)
        lay_out(
            QVBoxLayout(self),
            *self.buttons[:-below],
            None,
            *self.buttons[-below:],
            margins=(GRID // 2, GRID, GRID // 2, GRID),
            gap=GRID // 2,
        )

    def choose(self, number: int) -> None:
        """Show which page is seen."""
        self.buttons[number].setChecked(True)

    def show_waiting(self, number: int, count: int) -> None:
        """Show how much waits on a page."""
        self.buttons[number].show_waiting(count)


class _PageButton(QToolButton):
    """A drawing above a word, and a badge with what waits."""

    def __init__(self, page: Page, key: str) -> None:
        super().__init__()
        self._drawing, self._waiting, self._name = page.drawing, 0, page.name
        self.setProperty("role", "rail")
        self.setText(page.name)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setFixedSize(_BUTTON)
        self.setIconSize(QSize(SIZE, SIZE))
        self.setCheckable(True)
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(tip(_("{text} ({key})").format(text=page.name, key=shown)))
        self.toggled.connect(lambda _on: self._draw())
        self.show_waiting(0)
        self._draw()

    def show_waiting(self, count: int) -> None:
        """Show how much waits; 0 shows nothing."""
        self._waiting = count
        named = _("{name}: {n} väntar").format(name=self._name, n=count)
        self.setAccessibleName(named if count else self._name)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in the colours of the new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button as the style draws it, and the badge."""
        super().paintEvent(event)
        if not self._waiting:
            return
        text = str(self._waiting) if self._waiting <= _MOST else f"{_MOST}+"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(TINY))
        width = max(painter.fontMetrics().horizontalAdvance(text) + GRID, 2 * GRID)
        box = QRectF(self.width() - width - 2, 2, width, 2 * GRID)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current().accent))
        painter.drawRoundedRect(box, GRID, GRID)
        painter.setPen(QColor(current().on_accent))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _draw(self) -> None:
        colour = current().accent if self.isChecked() else current().muted
        self.setIcon(icon(self._drawing, colour))
