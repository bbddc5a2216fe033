"""The lines above the list: all inspel, those that stand somewhere, or those that wait, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from inspel_app.domain.form import Status, Submission
from inspel_app.gui import words
from inspel_app.gui.flow_layout import FlowLayout
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import button, tip
from inspel_app.i18n import _
from inspel_app.services.todo import Task

_ALL, _WAITING, _THESE = "alla", "att-se-over", "dessa"
_MINE, _NOBODYS = "mina", "utan-ansvarig"
"""Choices beside the stages of the triage and the concerns."""


@dataclass(frozen=True, slots=True)
class _Offer:
    """A choice, what it is called, why one would take it, and the inspel that it shows."""

    choice: str
    name: str
    tip: str
    numbers: frozenset[int]

    @property
    def text(self) -> str:
        """The name and how many."""
        return f"{self.name} {words.number(len(self.numbers))}"


class FilterBar(QWidget):
    """One choice at a time: Tab goes to the line, arrows go along it."""

    chosen = Signal(object)
    """The numbers of the inspel to show as a frozenset, or None for all."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Visa"))
        self._layout = FlowLayout(self, gap=GRID // 2, margins=(3 * GRID, 0, 2 * GRID, GRID))
        self._group = QButtonGroup(self)
        self._usual: list[_Offer] = []
        self._offers: list[_Offer] = []
        self._these: _Offer | None = None
        self._choice = _ALL
        self._awaited = ""
        """A choice that is to be made when it can be, unless another is made first."""

    @property
    def numbers(self) -> frozenset[int] | None:
        """The inspel to show; None for all."""
        if self._choice == _ALL:
            return None
        return next(offer.numbers for offer in self._offers if offer.choice == self._choice)

    def show_choices(
        self, submissions: Sequence[Submission], tasks: Sequence[Task], me: str
    ) -> None:
        """Offer what there is to `me`; the choice stays if it is still there."""
        self._usual = [*_offers(submissions, tasks), *_assigned(submissions, me)]
        self._show()

    def show_these(self, name: str, numbers: frozenset[int]) -> None:
        """Offer some inspel under a name as well, and show them until another choice is made."""
        self._these = _Offer(_THESE, name, "", numbers)
        self._choice, self._awaited = _THESE, ""
        self._show()
        self.chosen.emit(self.numbers)

    def _show(self) -> None:
        offered = [*self._usual, *([self._these] if self._these else [])]
        if self._choice not in {offer.choice for offer in offered}:
            self._choice = _ALL
        if offered == self._offers:
            return
        self._offers = offered
        focused = any(chip.hasFocus() for chip in self._group.buttons())
        for chip in self._group.buttons():
            self._group.removeButton(chip)
            self._layout.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for offer in offered:
            chip = self._add(offer)
            if focused and offer.choice == self._choice:
                chip.setFocus()
        if self._awaited in {offer.choice for offer in offered}:
            self.choose(self._awaited)

    @property
    def choice(self) -> str:
        """Which choice is made, for `choose`."""
        return self._awaited or self._choice

    def choose(self, choice: str) -> None:
        """Make a choice; all inspel until it is offered, as some take their time to find out."""
        offered = [offer.choice for offer in self._offers]
        self._group.buttons()[offered.index(choice) if choice in offered else 0].click()
        self._awaited = "" if choice in offered else choice

    def show_all(self) -> None:
        """Go back to all inspel."""
        self.choose(_ALL)

    def _add(self, offer: _Offer) -> QPushButton:
        chip = button(offer.text, lambda: self._choose(offer.choice), "chip")
        chip.setCheckable(True)
        chip.setChecked(offer.choice == self._choice)
        chip.setToolTip(tip(offer.tip))
        self._group.addButton(chip)
        self._layout.addWidget(chip)
        chip.show()
        return chip

    def _choose(self, choice: str) -> None:
        self._choice, self._awaited = choice, ""
        if choice != _THESE:
            self._these = None
            self._show()
        self.chosen.emit(self.numbers)


def _offers(submissions: Sequence[Submission], tasks: Sequence[Task]) -> Iterator[_Offer]:
    yield _Offer(_ALL, _("Alla"), "", frozenset(s.number for s in submissions))
    for status in Status:
        numbers = frozenset(s.number for s in submissions if s.status is status)
        if numbers and status is not Status.EJ_INSPEL:  # a concern tells of those
            yield _Offer(status, words.stage(status), "", numbers)
    if tasks:
        waiting = frozenset(number for task in tasks for number in task.numbers)
        yield _Offer(_WAITING, _("Att se över"), _("Allt som väntar på en människa"), waiting)
    for task in tasks:
        why = f"{words.inspel(len(task.numbers))} {task.concern.label}"
        yield _Offer(task.concern, words.concern(task.concern), why, frozenset(task.numbers))


def _assigned(submissions: Sequence[Submission], me: str) -> Iterator[_Offer]:
    """Whose they are, where anybody sees to any of them."""
    if not any(s.assignee for s in submissions):
        return
    mine = frozenset(s.number for s in submissions if s.assignee == me)
    yield _Offer(_MINE, _("Mina"), _("De som jag är ansvarig för"), mine)
    nobodys = frozenset(s.number for s in submissions if not s.assignee)
    yield _Offer(_NOBODYS, _("Utan ansvarig"), _("De som ingen är ansvarig för"), nobodys)
