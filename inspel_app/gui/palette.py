"""The palette: one field for everything, commands by name and places by their words."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QVBoxLayout, QWidget
from shiboken6 import isValid

from inspel_app.errors import KnownError
from inspel_app.gui.background import Background
from inspel_app.gui.commands import Command
from inspel_app.gui.faults import explain
from inspel_app.gui.key_field import KeyField
from inspel_app.gui.palette_list import Item, PaletteList
from inspel_app.gui.session import Session
from inspel_app.gui.tokens import BAR, GRID
from inspel_app.gui.widgets import label, lay_out
from inspel_app.i18n import _
from inspel_app.services.searching import Hit, Kind, search

_WIDTH, _HEIGHT = 90 * GRID, 60 * GRID
_OF_EACH, _RECENT = 5, 5
_ASK_AGAIN_MS = 15


class Palette(QFrame):
    """Lies over the window, at the top, while something is looked for; Esc takes it away."""

    wanted = Signal(object)
    """The `Hit` to go to."""

    def __init__(
        self, window: QMainWindow, session: Session, commands: Callable[[], list[Command]]
    ) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setAccessibleName(_("Sök i allt"))
        self._window, self._session, self._commands_now = window, session, commands
        self._commands: list[Command] = []
        self._recent: list[Hit] = []
        self._before: QWidget | None = None
        self._entered = False
        self._reading: Background[list[Hit]] = Background()
        self._timer = QTimer(self, interval=_ASK_AGAIN_MS)
        self._timer.timeout.connect(self._poll)
        self.list = PaletteList()
        keys = {
            **dict.fromkeys(("Down", "Tab"), lambda: self.list.step(1)),
            **dict.fromkeys(("Return", "Enter"), self._take),
            "Up": lambda: self.list.step(-1),
            "Esc": self.leave,
        }
        self.field = KeyField(_("Sök i omgången, eller skriv vad du vill göra"), keys)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(lambda _text: self._ask())
        self.list.taken.connect(self._take)
        self._tip = label(
            _("Början av ord räcker. ”Citattecken” söker en fras. ↑ ↓ väljer, Enter går dit."),
            "small",
        )
        self._tip.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID // 2)
        margins = (GRID, GRID, GRID, GRID)
        lay_out(QVBoxLayout(self), self.field, self.list, self._tip, margins=margins, gap=GRID)
        window.installEventFilter(self)
        session.opened.connect(self._recent.clear)
        session.changed.connect(self._forget)
        self.hide()

    def begin(self) -> None:
        """Come forward, empty, over what is seen."""
        self._before = QApplication.focusWidget()
        self._commands = self._commands_now()
        self.field.clear()
        self._ask()
        self.show()
        self.raise_()
        self.field.setFocus()

    def leave(self) -> None:
        """Go, and give the keyboard back."""
        self._timer.stop()
        self.hide()
        if self._before and isValid(self._before):
            self._before.setFocus()

    def close_threads(self) -> None:
        """Wait for what is being read."""
        self._timer.stop()
        self._reading.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the keyboard goes; stay at the top of a window that changes its size."""
        if watched is self.field and isinstance(event, QFocusEvent) and event.lostFocus():
            menu = event.reason() is Qt.FocusReason.PopupFocusReason
            if self.isVisible() and not menu:
                self._timer.stop()
                self.hide()
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._lie_at_the_top()
        return super().eventFilter(watched, event)

    def _lie_at_the_top(self) -> None:
        room = self._window.size()
        width, most = min(_WIDTH, room.width() - BAR), min(_HEIGHT, room.height() - 2 * BAR)
        around = self.sizeHint().height() - self.list.sizeHint().height()
        height = min(around + self.list.height_of_rows, most)
        self.setGeometry((room.width() - width) // 2, BAR, width, height)

    def _ask(self) -> None:
        """Show the commands at once, and begin to look for places."""
        text, project = self.field.text().strip(), self._session.project
        self._entered = False
        self._tip.setVisible(not text)
        if text and project:
            self._reading.ask(project.path, lambda read: search(read, text, _OF_EACH))
            self._timer.start()
        else:
            self._timer.stop()
            self._show(())

    def _poll(self) -> None:
        try:
            hits = self._reading.fetch()
        except KnownError as error:
            self.leave()
            self._session.failed.emit(explain(error))
            return
        if hits is not None:
            self._timer.stop()
            self._show(hits)
            if self._entered:
                self._take()

    def _show(self, hits: Sequence[Hit]) -> None:
        if self.field.text():
            items = [*self._doable(), *self._places(hits)]
        else:
            items = [*self._lately(), *self._doable()]
        self.list.show_items(items or [Item(_("Inget hittades."))])
        self._lie_at_the_top()

    def _doable(self) -> Iterator[Item]:
        words = self.field.text().casefold().split()
        found = [c for c in self._commands if all(word in c.name.casefold() for word in words)]
        if found:
            yield Item(_("Kommandon"))
        for command in found:
            yield Item(command.name, command.do, key=command.key)

    def _places(self, hits: Sequence[Hit]) -> Iterator[Item]:
        for kind, group in groupby(hits, key=lambda hit: hit.kind):
            yield Item(_group(kind))
            yield from map(self._place, group)

    def _lately(self) -> Iterator[Item]:
        if self._recent:
            yield Item(_("Senast"))
        yield from map(self._place, self._recent)

    def _place(self, hit: Hit) -> Item:
        return Item(hit.text, partial(self._go, hit), hit.marks, hit.heading)

    def _forget(self, passages: Sequence[str] | None) -> None:
        """Offer no places again that may be gone."""
        if passages is None:
            self._recent.clear()

    def _take(self) -> None:
        """Do what the row at hand stands for; when it has come, if it is on its way."""
        item = self.list.item
        if self._timer.isActive():
            self._entered = True
        elif item and item.take:
            self.leave()
            item.take()

    def _go(self, hit: Hit) -> None:
        """Go to a place, and remember it."""
        others = [one for one in self._recent if one.id != hit.id]
        self._recent[:] = [hit, *others][:_RECENT]
        self.wanted.emit(hit)


def _group(kind: Kind) -> str:
    """What the places of a kind are called together."""
    return {
        Kind.SUBMISSION: _("Inspel"),
        Kind.ANSWER: _("Svar"),
        Kind.PASSAGE: _("Synpunkter"),
        Kind.THEME: _("Teman"),
        Kind.RESPONDENT: _("Avsändare"),
        Kind.NOTE: _("Anteckningar"),
    }[kind]
