"""More of a filter, folded away while it is not asked for: who says so, and in reply to what."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspel_app.domain.coding import Aspect
from inspel_app.domain.form import ActorType
from inspel_app.gui import words
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import Choice, lay_out
from inspel_app.i18n import _
from inspel_app.services.points import Filter


def sender_types() -> Choice:
    """A choice of one kind of senders, or all."""
    made = Choice(_("Avsändare"))
    for kind in (None, *ActorType):
        made.addItem(words.actor_type(kind) if kind else _("Alla avsändare"), kind)
    made.setMinimumContentsLength(10)
    return made


class SenderFilter(QWidget):
    """Municipality, supporting question: one of each, or all; `types` may stand elsewhere."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.types, self.places = sender_types(), Choice(_("Kommun"))
        self.aspects = Choice(_("Stödfråga"))
        self._folded = (self.places, self.aspects)
        self.offer((), ())
        for choice in (self.types, *self._folded):
            choice.setMinimumContentsLength(10)
            choice.currentIndexChanged.connect(lambda _index: self.changed.emit())
        lay_out(QHBoxLayout(self), *self._folded, margins=(0, 0, 0, 0), gap=GRID // 2)

    def offer(self, places: Sequence[str], aspects: Sequence[Aspect]) -> None:
        """Offer the municipalities and questions of a round; what is chosen stays so."""
        _fill(self.places, _("Alla kommuner"), [(place, place) for place in places])
        _fill(self.aspects, _("Alla stödfrågor"), [(one.title, one.id) for one in aspects])

    @property
    def active(self) -> int:
        """How many of those that are folded away narrow what is shown."""
        return sum(choice.currentData() is not None for choice in self._folded)

    def narrowed(self, which: Filter) -> Filter:
        """A filter with what is chosen here too."""
        return replace(
            which,
            actor_type=self.types.currentData(),
            municipality=self.places.currentData(),
            aspect=self.aspects.currentData(),
        )

    def choose(self, kind: ActorType | None) -> None:
        """Ask for one kind of senders, and for nothing else."""
        self.types.setCurrentIndex(max(self.types.findData(kind), 0))
        self.places.setCurrentIndex(0)
        self.aspects.setCurrentIndex(0)


def _fill(choice: Choice, everything: str, offered: Sequence[tuple[str, str]]) -> None:
    chosen = choice.currentData()
    with QSignalBlocker(choice):
        choice.clear()
        choice.addItem(everything, None)
        for name, value in offered:
            choice.addItem(name, value)
        choice.setCurrentIndex(max(choice.findData(chosen), 0))
