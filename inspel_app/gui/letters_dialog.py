"""What is not ready in the letters, told before they are written."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import button, label, lay_out, row
from inspel_app.i18n import _, ngettext
from inspel_app.services.accounts import LetterCheck

_WIDTH = 60 * GRID


class LettersDialog(QDialog):
    """A line for each kind of what is missing; to go on, or to see to that first."""

    def __init__(self, check: LetterCheck, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Innan breven skrivs"))
        self.setMinimumWidth(_WIDTH)
        lines = [label(text) for text in check.told]
        for line in lines:
            line.setWordWrap(True)
        go_on = ngettext("Skriv {n} brev …", "Skriv {n} brev …", check.letters)
        self.write = button(go_on.format(n=check.letters), self.accept, "primary")
        stop = button(_("Avbryt"), self.reject)
        lay_out(
            QVBoxLayout(self),
            label(_("Innan breven skrivs"), "title"),
            *lines,
            label(_("Svaren ges och beslutas i vyn Hantering."), "muted"),
            None,
            row(None, stop, self.write),
            margins=(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID),
            gap=2 * GRID,
        )
        stop.setDefault(True)
