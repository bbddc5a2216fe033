"""Which themes and points to answer: how far they have come, whose, who says so, which part."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QWidget

from inspel_app.gui import handling_words
from inspel_app.gui.flow_layout import FlowLayout
from inspel_app.gui.sender_filter import sender_types
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import button, fit_width, tip
from inspel_app.i18n import _
from inspel_app.services.handling_view import Show


class HandlingFilter(QWidget):
    """One choice of how far they have come; beside it words, mine, a part of the strategy."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.code: str | None = None
        self.text, self.types = QLineEdit(), sender_types()
        self.setAccessibleName(_("Visa"))
        flow = FlowLayout(self, gap=GRID // 2, margins=(3 * GRID, 0, 2 * GRID, GRID))
        self._group = QButtonGroup(self)
        self.shows = {show: self._chip("") for show in Show}
        for show, chip in self.shows.items():
            self._group.addButton(chip)
            chip.setText(handling_words.show(show))
            flow.addWidget(chip)
        self.shows[Show.ALL].setChecked(True)
        self.mine = self._chip(_("Mina"))
        self.mine.setToolTip(tip(_("De som jag ansvarar för, eller har svarat på")))
        self.part = self._chip("")
        self.part.setToolTip(tip(_("Visa alla delar av strategin igen")))
        self.part.clicked.connect(lambda _checked: self.show_code(None))
        self.text.setPlaceholderText(_("Innehåller …"))
        self.text.setAccessibleName(_("Innehåller"))
        fit_width(self.text, 16 * GRID)
        self.text.textChanged.connect(lambda _text: self.changed.emit())
        self.types.currentIndexChanged.connect(lambda _index: self.changed.emit())
        flow.addWidget(self.types)
        flow.addWidget(self.mine)
        flow.addWidget(self.part)
        self.part.hide()

    def _chip(self, text: str) -> QPushButton:
        chip = button(text, self.changed.emit, "chip")
        chip.setCheckable(True)
        return chip

    @property
    def show_(self) -> Show:
        """How far those that are shown have come."""
        return next(show for show, chip in self.shows.items() if chip.isChecked())

    def show_counts(self, counts: Mapping[Show, int]) -> None:
        """Tell how many each choice has; one that is seldom there only where there is any."""
        for show, chip in self.shows.items():
            chip.setText(f"{handling_words.show(show)} {counts[show]}")
        seldom = self.shows[Show.TO_CHECK]
        seldom.setVisible(counts[Show.TO_CHECK] > 0 or seldom.isChecked())

    def show_code(self, code: str | None) -> None:
        """Show only a part of the strategy; None: all."""
        self.code = code
        self.part.setText(_("Bara {code}  ✕").format(code=code))
        self.part.setChecked(code is not None)
        self.part.setVisible(code is not None)
        self.changed.emit()

    def show_all(self) -> None:
        """Show everything again."""
        self.shows[Show.ALL].setChecked(True)
        self.mine.setChecked(False)
        self.types.setCurrentIndex(0)
        self.text.clear()
        self.show_code(None)

    @property
    def standing(self) -> dict[str, object]:
        """What is asked for, as JSON may hold it."""
        return {
            "visa": self.show_,
            "mina": self.mine.isChecked(),
            "avsandare": self.types.currentData(),
            "kod": self.code,
            "ord": self.text.text(),
        }

    def take_up(self, state: Mapping[str, object]) -> None:
        """Ask for what was asked for once; what there is none of any more is left out."""
        code = state.get("kod")
        with QSignalBlocker(self):
            offered = {str(show): chip for show, chip in self.shows.items()}
            offered.get(str(state.get("visa")), self.shows[Show.ALL]).setChecked(True)
            self.mine.setChecked(state.get("mina") is True)
            self.types.setCurrentIndex(max(self.types.findData(state.get("avsandare")), 0))
            self.text.setText(str(state.get("ord", "")))
        self.show_code(str(code) if code else None)
