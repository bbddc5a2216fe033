"""The line above the list: all inspel, or only those that wait for a person, and for what."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from inspel_app.gui import words
from inspel_app.gui.flow_layout import FlowLayout
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import button, tip
from inspel_app.i18n import _
from inspel_app.services.todo import Task

_ALL, _WAITING = "alla", "att-se-over"
"""Choices beside the concerns."""


class FilterBar(QWidget):
    """One choice at a time: Tab goes to the line, arrows go along it."""

    chosen = Signal(object)
    """The numbers of the inspel to show as a frozenset, or None for all."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Visa"))
        self._layout = FlowLayout(self, gap=GRID // 2, margins=(3 * GRID, 0, 2 * GRID, GRID))
        self._group = QButtonGroup(self)
        self._tasks: tuple[Task, ...] = ()
        self._choice = _ALL

    @property
    def numbers(self) -> frozenset[int] | None:
        """The inspel to show; None for all."""
        if self._choice == _ALL:
            return None
        wanted = (t.numbers for t in self._tasks if self._choice in {t.concern, _WAITING})
        return frozenset(number for numbers in wanted for number in numbers)

    def show_tasks(self, tasks: Sequence[Task], count: int) -> None:
        """Offer what there is among `count` inspel; the choice stays if it is still there."""
        self._tasks = tuple(tasks)
        offered = list(self._offered(count))
        if self._choice not in {choice for choice, _text, _tip in offered}:
            self._choice = _ALL
        focused = any(chip.hasFocus() for chip in self._group.buttons())
        for chip in self._group.buttons():
            self._group.removeButton(chip)
            self._layout.removeWidget(chip)
            chip.deleteLater()
        for choice, text, why in offered:
            chip = self._add(choice, text, why)
            if focused and choice == self._choice:
                chip.setFocus()

    def _offered(self, count: int) -> Iterator[tuple[str, str, str]]:
        """The choices with their words and tips."""
        yield _ALL, _("Alla {n}").format(n=count), ""
        if not self._tasks:
            return
        waiting = {number for task in self._tasks for number in task.numbers}
        text = _("Att se över {n}").format(n=len(waiting))
        yield _WAITING, text, _("Allt som väntar på en människa")
        for task in self._tasks:
            n = len(task.numbers)
            why = f"{words.inspel(n)} {task.concern.label}"
            yield task.concern, f"{words.concern(task.concern)} {n}", why

    def _add(self, choice: str, text: str, why: str) -> QPushButton:
        chip = button(text, lambda: self._choose(choice), "chip")
        chip.setCheckable(True)
        chip.setChecked(choice == self._choice)
        chip.setToolTip(tip(why))
        self._group.addButton(chip)
        self._layout.addWidget(chip)
        chip.show()
        return chip

    def _choose(self, choice: str) -> None:
        self._choice = choice
        self.chosen.emit(self.numbers)
