"""Which passages to go through, and in which order."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from inspel_app.domain.form import ActorType
from inspel_app.gui import words
from inspel_app.gui.flow_layout import FlowLayout
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import Choice, button, fit_width, tip
from inspel_app.i18n import _
from inspel_app.services.points import Filter, Order, State


class PointFilter(QWidget):
    """Chips and choices, all together; the parts of a filter meet each other."""

    changed = Signal()

    def __init__(self, me: Callable[[], str]) -> None:
        """`me` tells who is at the machine now."""
        super().__init__()
        self._filter, self._me = Filter(), me
        self.setAccessibleName(_("Visa"))
        self.states, self.order = Choice(_("Visa")), Choice(_("Ordning"))
        self.types, self.text = Choice(_("Avsändare")), QLineEdit()
        for choice, offered in (
            (self.states, _states()),
            (self.order, _orders()),
            (self.types, _types()),
        ):
            for name, value in offered:
                choice.addItem(name, value)
            choice.setMinimumContentsLength(10)
            choice.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.text.setPlaceholderText(_("Innehåller …"))
        self.text.setAccessibleName(_("Innehåller"))
        self.text.setClearButtonEnabled(False)
        fit_width(self.text, 16 * GRID)
        self.text.textChanged.connect(lambda _text: self.changed.emit())
        self.misplaced = self._chip(_("Felplacerade"), _("De som troligen hör till ett annat fält"))
        self.mine = self._chip(_("Mina"), _("De som jag har sagt något om"))
        self.noted = self._chip(_("Med anteckning"), "")
        self.code = self._chip("", _("Visa alla delar av strategin igen"))
        self._flow = FlowLayout(self, gap=GRID // 2, margins=(0, 0, 0, 0))
        for part in (
            self.states, self.order, self.types, self.text,
            self.misplaced, self.mine, self.noted, self.code,
        ):  # fmt: skip
            self._flow.addWidget(part)
        self.show_code(None)

    def _chip(self, text: str, why: str) -> QPushButton:
        chip = button(text, self.changed.emit, "chip")
        chip.setCheckable(True)
        chip.setToolTip(tip(why))
        return chip

    def add(self, part: QWidget) -> None:
        """Let something else stand last."""
        self._flow.addWidget(part)

    @property
    def chosen(self) -> Filter:
        """What is asked for."""
        state: State | None = self.states.currentData()
        kind: ActorType | None = self.types.currentData()
        return replace(
            self._filter,
            code=self._filter.code if self.code.isChecked() else None,
            states=frozenset([state]) if state else frozenset(),
            actor_type=kind,
            misplaced=self.misplaced.isChecked(),
            noted=self.noted.isChecked(),
            person=self._me() if self.mine.isChecked() else None,
            text=self.text.text().strip(),
        )

    @property
    def by(self) -> Order:
        """The order that is asked for."""
        order: Order = self.order.currentData()
        return order

    def show_code(self, code: str | None) -> None:
        """Show only the passages of a part of the strategy; None: of all."""
        self._filter = replace(self._filter, code=code)
        self.code.setText(_("Bara {code}  ✕").format(code=code))
        self.code.setChecked(code is not None)
        self.code.setVisible(code is not None)
        self.changed.emit()

    def show_only(self, code: str | None, kind: ActorType | None) -> None:
        """Show all passages of a part of the strategy and of one kind of respondents."""
        with QSignalBlocker(self):
            self._clear()
            self.types.setCurrentIndex(max(self.types.findData(kind), 0))
        self.show_code(code)

    def show_uncoded(self) -> None:
        """Show all passages that nobody has tagged yet."""
        with QSignalBlocker(self):
            self._clear()
            self.states.setCurrentIndex(self.states.findData(State.UNCODED))
        self.show_code(None)

    def _clear(self) -> None:
        self.states.setCurrentIndex(0)
        self.types.setCurrentIndex(0)
        self.text.clear()
        for chip in (self.misplaced, self.mine, self.noted):
            chip.setChecked(False)


def _states() -> list[tuple[str, State | None]]:
    return [
        (_("Alla"), None),
        (_("Okopplade"), State.UNCODED),
        (_("Osäkra"), State.UNSURE),
        (_("Kopplade"), State.CODED),
        (_("Ingen synpunkt"), State.NO_POINT),
    ]


def _orders() -> list[tuple[str, Order]]:
    return [
        (_("Som de skrevs"), Order.WRITTEN),
        (_("Lär mest först"), Order.TEACHING),
        (_("Säkrast först"), Order.SUREST),
    ]


def _types() -> list[tuple[str, ActorType | None]]:
    return [(_("Alla avsändare"), None), *((words.actor_type(kind), kind) for kind in ActorType)]
