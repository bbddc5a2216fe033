"""Which passages to go through, and in which order."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from inspel_app.domain.form import ActorType
from inspel_app.gui.flow_layout import FlowLayout
from inspel_app.gui.sender_filter import SenderFilter
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
        self.senders, self.text = SenderFilter(), QLineEdit()
        for choice, offered in (
            (self.states, _states()),
            (self.order, _orders()),
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
        self.disputed = self._chip(_("Oense"), _("De som två har kopplat olika"))
        self.noted = self._chip(_("Med anteckning"), "")
        self.noted.clicked.connect(lambda _checked: self._tell_more())
        self._chips = (self.misplaced, self.disputed, self.mine, self.noted)
        self.code = self._chip("", _("Visa alla delar av strategin igen"))
        self.more = button("", self._unfold, "chip")
        self.more.setCheckable(True)
        self._folded: list[QWidget] = [self.order, self.senders, self.noted]
        self.senders.changed.connect(self._tell_more)
        self._flow = FlowLayout(self, gap=GRID // 2, margins=(0, 0, 0, 0))
        seen = (self.states, self.senders.types, self.text, *self._chips[:3], self.code, self.more)
        for part in (*seen, *self._folded):
            self._flow.addWidget(part)
        self._tell_more()
        self.show_code(None)

    def _chip(self, text: str, why: str) -> QPushButton:
        chip = button(text, self.changed.emit, "chip")
        chip.setCheckable(True)
        chip.setToolTip(tip(why))
        return chip

    def add(self, part: QWidget) -> None:
        """Let something else stand last, folded away with what is seldom asked for."""
        self._flow.addWidget(part)
        self._folded.append(part)
        self._unfold()

    @property
    def chosen(self) -> Filter:
        """What is asked for."""
        state: State | None = self.states.currentData()
        return replace(
            self.senders.narrowed(self._filter),
            code=self._filter.code if self.code.isChecked() else None,
            states=frozenset([state]) if state else frozenset(),
            misplaced=self.misplaced.isChecked(),
            disputed=self.disputed.isChecked(),
            noted=self.noted.isChecked(),
            person=self._me() if self.mine.isChecked() else None,
            text=self.text.text().strip(),
        )

    @property
    def by(self) -> Order:
        """The order that is asked for."""
        order: Order = self.order.currentData()
        return order

    @property
    def standing(self) -> dict[str, object]:
        """What is asked for, and in which order, as JSON may hold it."""
        which = self.chosen
        return {
            "kod": which.code,
            "visa": self.states.currentData(),
            "ordning": self.by,
            "ord": which.text,
            "val": [n for n, chip in enumerate(self._chips) if chip.isChecked()],
            "avsandare": which.actor_type,
            "kommun": which.municipality,
            "stodfraga": which.aspect,
        }

    def take_up(self, state: Mapping[str, object]) -> None:
        """Ask for what was asked for once; what there is none of any more is left out."""
        with QSignalBlocker(self):
            self._clear()
            asked = self.senders
            for choice, key in (
                (self.states, "visa"), (self.order, "ordning"), (asked.types, "avsandare"),
                (asked.places, "kommun"), (asked.aspects, "stodfraga"),
            ):  # fmt: skip
                choice.setCurrentIndex(max(choice.findData(state.get(key)), 0))
            self.text.setText(str(state.get("ord", "")))
            ticked = state.get("val")
            for number, chip in enumerate(self._chips):
                chip.setChecked(isinstance(ticked, list) and number in ticked)
        code = state.get("kod")
        self.show_code(str(code) if code else None)

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
            self.senders.choose(kind)
        self.show_code(code)

    def show_uncoded(self) -> None:
        """Show all passages that nobody has tagged yet."""
        with QSignalBlocker(self):
            self._clear()
            self.states.setCurrentIndex(self.states.findData(State.UNCODED))
        self.show_code(None)

    def show_disputed(self) -> None:
        """Show all passages of which two people do not say the same."""
        with QSignalBlocker(self):
            self._clear()
            self.disputed.setChecked(True)
        self.show_code(None)

    def _unfold(self) -> None:
        for part in self._folded:
            part.setVisible(self.more.isChecked())

    def _tell_more(self) -> None:
        """Tell how much is asked for beside what is seen, and show it."""
        active = self.senders.active + self.noted.isChecked()
        name = _("Filter och ordning")
        self.more.setText(_("{name} ({n})").format(name=name, n=active) if active else name)
        self.more.setChecked(self.more.isChecked() or active > 0)
        self._unfold()
        self.changed.emit()

    def _clear(self) -> None:
        self.states.setCurrentIndex(0)
        self.senders.choose(None)
        self.text.clear()
        for chip in self._chips:
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
