"""A page: one view of the round, which the rail leads to."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QWidget

from inspel_app.gui.empty_state import EmptyState
from inspel_app.gui.help_texts import help_text
from inspel_app.gui.memory import restore_panes
from inspel_app.gui.session import Session
from inspel_app.i18n import _


class PageId(StrEnum):
    """The pages in the rail's order, each by the name of its drawing and of its help."""

    OVERVIEW = "oversikt"
    INBOX = "inkorg"
    TAGGING = "koppla"
    THEMES = "teman"
    HANDLING = "hantering"
    SYNTHESIS = "syntes"
    HISTORY = "historik"


def page_name(which: PageId) -> str:
    """What a page is called."""
    return {
        PageId.OVERVIEW: _("Översikt"),
        PageId.INBOX: _("Inkorg"),
        PageId.TAGGING: _("Koppla"),
        PageId.THEMES: _("Teman"),
        PageId.HANDLING: _("Hantering"),
        PageId.SYNTHESIS: _("Syntes"),
        PageId.HISTORY: _("Historik"),
    }[which]


class Hint(NamedTuple):
    """Keys that work on a page, and what they do."""

    keys: tuple[str, ...]
    text: str

    @property
    def written(self) -> tuple[str, ...]:
        """The keys as in a menu: those that are held together in one."""
        return ("+".join(self.keys),) if self.keys[0] == "Ctrl" else self.keys


class Page(QWidget):
    """What a page owes the window: its panes, its keys, and to show the round as it is.

    A page that is not seen is not refreshed when the round changes, but when it is seen again.
    """

    waiting = Signal(int)
    """How much waits for a person here, for the rail."""
    rehinted = Signal()
    """Other keys work now."""

    def __init__(self, session: Session, which: PageId, hints: tuple[Hint, ...] = ()) -> None:
        """`hints` stand at the foot."""
        super().__init__()
        self.session, self.id, self.hints = session, which, hints
        self._outdated = True
        self._placed = False
        self._kept: Mapping[str, object] = {}
        self._beginning: EmptyState | None = None
        self._awaiting: list[Callable[[], object]] = []
        session.opened.connect(self._let_go)
        session.changed.connect(self._follow)

    def use_hints(self, hints: tuple[Hint, ...]) -> None:
        """Tell that other keys work from now on."""
        self.hints = hints
        self.rehinted.emit()

    @property
    def name(self) -> str:
        """What it is called."""
        return page_name(self.id)

    @property
    def drawing(self) -> str:
        """The name of its drawing and of its help."""
        return self.id.value

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes between; the first has the keyboard when the page is shown."""
        raise NotImplementedError

    def prepare(self) -> bool:
        """Whether what is shown is at hand; if not, `catch_up` is called when it is."""
        return True

    def when_shown(self, do: Callable[[], object]) -> None:
        """Do something with what is shown, as soon as that is the round as it is now."""
        self._awaiting.append(do)
        if not self._outdated:
            self._do_wanted()

    def refresh(self) -> None:
        """Show the round as it is now."""
        raise NotImplementedError

    def renew(self, passages: Sequence[str]) -> None:  # noqa: ARG002 - a page may need to know
        """Show what is changed about some passages, by id."""
        self.refresh()

    @property
    def standing(self) -> Mapping[str, object]:
        """What is chosen, filtered and sorted, as JSON may hold it, for another time."""
        return {}

    def take_up(self, state: Mapping[str, object]) -> None:
        """Go on from a `standing` of the same round, which somebody may have written in."""

    @property
    def left(self) -> Mapping[str, object]:
        """How it is left: as it is, or as it was where nobody has seen it since."""
        return self._kept or self.standing

    def take_up_when_seen(self, state: Mapping[str, object]) -> None:
        """Go on from a state as soon as there is something to show."""
        self._kept = state

    def find_here(self) -> bool:
        """Let the user look for something on this page; False where there is no way to."""
        return False

    @property
    def bare(self) -> bool:
        """Whether there is nothing to show before something has been read in."""
        return False

    def offer(self, take_in: QAction) -> None:
        """Where there is nothing to show, say what belongs here, and offer to take something in."""
        text = _("{summary} Läs in inspel först.").format(summary=help_text(self.drawing).summary)
        self._beginning = EmptyState(take_in, text, self.drawing)
        self._beginning.hide()
        layout = self.layout()
        if layout:
            layout.addWidget(self._beginning)

    def take_keyboard(self) -> None:
        """Have the keyboard where the work begins."""
        beginning = self._beginning
        (beginning.begin if beginning and self.bare else self.panes[0]).setFocus()

    def poll(self) -> None:
        """Fetch what is made beside the window; called ten times a second while it is seen.

        And while it is `busy`: what is read would else lie beside what it is to replace.
        """

    @property
    def busy(self) -> bool:
        """Whether something is read or written beside the window for this page."""
        return False

    def close_threads(self) -> None:
        """Wait for what is read or written, and begin no more."""

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the round."""
        super().showEvent(event)
        if not self._placed:  # only now it is known how much room its panes share
            self._placed = True
            restore_panes(self)
        if self._outdated:
            begun = self.window().focusWidget()
            self.catch_up()
            if begun and self.isAncestorOf(begun):  # it was told where to begin before it knew
                self.take_keyboard()

    def _let_go(self) -> None:
        """What is shown is of no round: the last is closed before another is opened."""
        if self.session.project is None:
            self._outdated = True

    def _outdate(self) -> None:
        self._outdated = True
        if self.isVisible():
            self.catch_up()

    def _follow(self, passages: Sequence[str] | None) -> None:
        """Show the change if the page is seen."""
        if passages is None or self._outdated or not self.isVisible():
            self._outdate()
        else:
            self.renew(passages)
            self.begin_or_go_on()

    def catch_up(self) -> None:
        """Show the round as it is now, if it is at hand, and as it was left."""
        self._outdated = not self.prepare()
        if self._outdated:
            return
        self.refresh()
        if self._kept:
            kept, self._kept = self._kept, {}
            self.take_up(kept)
        self.begin_or_go_on()
        self._do_wanted()

    def _do_wanted(self) -> None:
        wanted, self._awaiting = self._awaiting, []
        for do in wanted:
            do()

    def begin_or_go_on(self) -> None:
        """Show what there is, or where there is nothing how to begin."""
        if self._beginning is None or self._beginning.isHidden() != self.bare:
            return
        for part in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            part.setVisible((part is self._beginning) == self.bare)
