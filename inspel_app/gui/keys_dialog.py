"""A sheet of the keys that work in the view that is seen."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from inspel_app.gui.key_list import KeyGroup, KeyList
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import Scrolled, button, column, label, lay_out, row, scrolled
from inspel_app.i18n import _

_SIZE = QSize(60 * GRID, 80 * GRID)


class KeysDialog(QDialog):
    """Esc closes it."""

    def __init__(self, groups: Sequence[KeyGroup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Tangenter"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        done = button(_("Stäng"), self.accept, "primary")
        edge = (3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        parts = (label(_("Tangenter"), "title"), readable(KeyList(groups)), row(None, done))
        lay_out(QVBoxLayout(self), *parts, margins=edge, gap=2 * GRID)
        done.setDefault(True)
        self.resize(_SIZE)


def readable(inner: QWidget) -> Scrolled:
    """Something to read that may be larger than its room; keys scroll it."""
    area = scrolled(column(inner, name="pane"))
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setAccessibleName(_("Text som kan rullas"))
    return area
