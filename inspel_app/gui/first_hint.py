"""A line that tells what a view is for, the first time that it is seen; then never again."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspel_app.gui import memory
from inspel_app.gui.help_texts import help_text
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import button, label, lay_out
from inspel_app.i18n import _

SHOWN_MS = 20_000


class FirstHint(QWidget):
    """Goes away by itself, by Esc, or when another view is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("hint")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text = label()
        self.text.setWordWrap(True)
        self._timer = QTimer(self, interval=SHOWN_MS, singleShot=True)
        self._timer.timeout.connect(self.hide)
        parts = (self.text, label("Esc", "key"), button(_("Stäng"), self.hide, "link"))
        margins = (3 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        layout = QHBoxLayout(self)
        lay_out(layout, *parts, margins=margins, gap=GRID)
        layout.setStretchFactor(self.text, 1)
        self.hide()

    def show_first(self, view: str) -> None:
        """Tell about a view, by the name of its drawing, if that has never been done."""
        new = memory.is_new(view)
        self.setVisible(new)
        if new:
            more = _("F1 berättar mer, ? visar tangenterna.")
            self.text.setText(f"{help_text(view).summary} {more}")
            self._timer.start()
