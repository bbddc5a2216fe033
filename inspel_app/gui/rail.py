"""The rail at the left of the window: its pages, with what waits on each."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from inspel_app.gui.icons import SIZE, icon
from inspel_app.gui.page import PageId, page_name
from inspel_app.gui.style import current, font, scaled
from inspel_app.gui.tokens import GRID, TINY
from inspel_app.gui.widgets import Drawn, Fitted, fit_height, fit_width, lay_out, tip
from inspel_app.i18n import _

WIDTH = 10 * GRID
_BUTTON = QSize(WIDTH - GRID, 6 * GRID)
_MOST = 99
"""A larger number would hide the drawing; all of it stands in the tip."""


class Rail(QWidget):
    """One button for each page; those `below` stand at its foot."""

    chosen = Signal(int)
    """The number of the page."""

    def __init__(self, pages: Sequence[PageId], below: int, settings: QAction) -> None:
        """`settings` has a button of its own, last of all."""
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        fit_width(self, WIDTH)
        self.setAccessibleName(_("Vyer"))
        self.buttons = [_PageButton(page, f"Ctrl+{n + 1}") for n, page in enumerate(pages)]
        for number, made in enumerate(self.buttons):  # no group of Qt's: it would take keys away
            made.clicked.connect(partial(self.chosen.emit, number))
        lay_out(
            QVBoxLayout(self),
            *self.buttons[:-below],
            None,
            *self.buttons[-below:],
            _ActionButton(settings, "installningar"),
            margins=(GRID // 2, GRID, GRID // 2, GRID),
            gap=GRID // 2,
        )

    def choose(self, number: int) -> None:
        """Show which page is seen."""
        for place, button in enumerate(self.buttons):
            button.setChecked(place == number)

    def show_waiting(self, number: int, count: int) -> None:
        """Show how much waits on a page."""
        self.buttons[number].show_waiting(count)


class _RailButton(QToolButton):
    """A drawing above a word."""

    def __init__(self, text: str, drawing: str) -> None:
        super().__init__()
        self._drawing = drawing
        self.setProperty("role", "rail")
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        fit_width(self, _BUTTON.width())
        fit_height(self, _BUTTON.height())
        Fitted(self, lambda: self.setIconSize(QSize(scaled(SIZE), scaled(SIZE))))
        Drawn(self, self._draw)

    def _draw(self) -> None:
        self.setIcon(icon(self._drawing, current().accent if self.isChecked() else current().muted))


class _ActionButton(_RailButton):
    """Does something that is no page of the round."""

    def __init__(self, act: QAction, drawing: str) -> None:
        super().__init__(act.text(), drawing)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setToolTip(tip(act.toolTip()))
        self.clicked.connect(lambda _checked: act.trigger())


class _PageButton(_RailButton):
    """Leads to a page, with a badge of what waits there."""

    def __init__(self, page: PageId, key: str) -> None:
        super().__init__(page_name(page), page.value)
        self._waiting, self._name = 0, page_name(page)
        self.setCheckable(True)
        self._key = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        self.toggled.connect(lambda _on: self._draw())
        self.show_waiting(0)

    def show_waiting(self, count: int) -> None:
        """Show how much waits; 0 shows nothing."""
        self._waiting = count
        named = _("{name}: {n} väntar").format(name=self._name, n=count)
        told = named if count else self._name
        self.setAccessibleName(told)
        self.setToolTip(tip(_("{text} ({key})").format(text=told, key=self._key)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button as the style draws it, and the badge."""
        super().paintEvent(event)
        if not self._waiting:
            return
        text = str(self._waiting) if self._waiting <= _MOST else f"{_MOST}+"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(TINY))
        high = scaled(2 * GRID)
        width = max(painter.fontMetrics().horizontalAdvance(text) + GRID // 2, high)
        box = QRectF(self.width() - width - 2, 2, width, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current().accent))
        painter.drawRoundedRect(box, high / 2, high / 2)
        painter.setPen(QColor(current().on_accent))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
