"""Tagging: each passage is said to concern parts of the strategy, by keys and at speed."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspel_app.domain.coding import Mark
from inspel_app.domain.form import ActorType
from inspel_app.errors import KnownError
from inspel_app.gui import words
from inspel_app.gui.accept_dialog import AcceptDialog
from inspel_app.gui.actions import action
from inspel_app.gui.code_tree import CodeTree
from inspel_app.gui.deciding import Deciding
from inspel_app.gui.faults import explain
from inspel_app.gui.grid_pane import GridPane
from inspel_app.gui.headway_bar import HeadwayBar
from inspel_app.gui.keys import LetterKeys
from inspel_app.gui.learning import Learning
from inspel_app.gui.page import Page, PageId
from inspel_app.gui.passage_view import PassageView
from inspel_app.gui.point_filter import PointFilter
from inspel_app.gui.point_list import PointList
from inspel_app.gui.point_panel import PointPanel
from inspel_app.gui.secrecy_dialog import ask_secrecy
from inspel_app.gui.session import Session
from inspel_app.gui.style import scaled
from inspel_app.gui.suggestion_list import MOST, favourites, proposals
from inspel_app.gui.tagging_hints import grid_hints, list_hints
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import (
    action_button,
    button,
    column,
    fit_least_width,
    heading,
    label,
    lay_out,
    shared,
    tip,
)
from inspel_app.i18n import _
from inspel_app.services.passage_queue import Queue
from inspel_app.services.past import past_of
from inspel_app.services.rounds import codebook_of

if TYPE_CHECKING:
    from inspel_app.services.entries import Entry

_EDGE = 3 * GRID
_ABOVE_GRID = 32 * GRID
"""Pixels for the passage while the answers stand side by side."""
_LEAST = 22 * GRID
"""Pixels: a narrower pane shows too little of a title."""


class TaggingPage(Page):
    """Strategy | the passage above the list of passages | proposals, note."""

    original_wanted = Signal(str, str)
    """An inspel and an answer of it, by their ids, to be shown in the original."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, PageId.TAGGING, list_hints())
        self.tree, self.filter, self.list = (
            CodeTree(),
            PointFilter(lambda: session.user),
            PointList(),
        )
        self.panel = PointPanel()
        self.do = Deciding(session, self.list, self.panel)
        self.passage = PassageView(self.do.take_away)
        self.grid, self._shown = GridPane(), QStackedWidget()
        self.as_grid = button(_("Rutnät"), self._switch_grid, "chip")
        self.as_grid.setCheckable(True)
        self.as_grid.setToolTip(
            tip(_("Alla svar bredvid varandra, en rad för varje avsändare (G)"))
        )
        self._entry: Entry | None = None
        self.headway = HeadwayBar()
        self._learning = Learning()
        self.learns = button(_("Lär av mina val"), self._switch_learning, "chip")
        self.learns.setCheckable(True)
        self.learns.setChecked(session.preferences.settings.learns)
        self.learns.setToolTip(
            tip(_("Förslagen för det som är kvar ändras efter det som kopplas."))
        )
        sure = action(self, _("Godta säkra …"), self.accept_sure, "Ctrl+G")
        self._all = action_button(sure.text(), sure)
        action(self, _("Sekretess …"), self._ask_secrecy, "Ctrl+Shift+S")
        action(self.tree.tree, _("Favorit, eller inte"), self._toggle_favourite, "Ctrl+B")
        self._set_up()
        self._connect()

    def _set_up(self) -> None:
        head = heading(
            label(_("Koppla"), "title"),
            self.headway,
            None,
            self.as_grid,
            self._all,
            name="",
        )
        self.filter.add(self.learns)
        self.filter.setContentsMargins(_EDGE, GRID, _EDGE, GRID)
        upper = column(head, self.passage, name="desk")
        for view in (self.list, self.grid):
            self._shown.addWidget(view)
        lower = column(self.filter, self._shown, name="pane")
        middle = shared("synpunkt-lista", upper, lower, sizes=(440, 330), down=True)
        self._middle, self._sizes = middle, middle.sizes()
        tree = column(self.tree, name="pane")
        self._beside = (tree, self.panel)
        fit_least_width(tree, _LEAST)
        fit_least_width(self.panel, _LEAST)
        across = shared("koppla", tree, middle, self.panel, sizes=(300, 720, 360))
        lay_out(QVBoxLayout(self), across, margins=(0, 0, 0, 0), gap=0)

    def _connect(self) -> None:
        self.session.passages_read.connect(self._outdate)
        preferences = self.session.preferences
        preferences.changed.connect(lambda: self.learns.setChecked(preferences.settings.learns))
        self.filter.changed.connect(self._find)
        self.list.moved.connect(self._show_passage)
        self.list.use_keys(self._keys())
        LetterKeys({"G": self.as_grid.click, "O": self._show_original}, self.grid.table)
        self.grid.changed.connect(self._find)
        self.grid.table.moved.connect(self._follow_grid)
        self.grid.table.opened.connect(self._open_cells)
        self.grid.table.left.connect(self.as_grid.click)
        self.tree.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.tree.taken.connect(lambda code: self.do.assign([code]))
        self.tree.left.connect(self.list.setFocus)
        self.tree.wanted.connect(self.filter.show_code)
        self.passage.text.parted.connect(self.do.cut)
        self.passage.text.left.connect(self.list.setFocus)
        self.panel.proposals.taken.connect(lambda code: self.do.assign([code]))
        self.panel.proposals.looked_at.connect(self._mark_words)
        self.panel.noted.connect(self.do.note)
        self.panel.switched.connect(self._show_passage)
        self.panel.past_wanted.connect(self._show_past)
        self.panel.left.connect(self.list.setFocus)

    def _keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            "Enter": self.do.accept,
            "R": self.do.repeat,
            "X": partial(self.do.toggle, Mark.NO_POINT),
            "U": partial(self.do.toggle, Mark.UNSURE),
            "S": self.passage.text.point_out,
            "M": self.do.merge,
            "N": self.panel.note.setFocus,
            "H": self.panel.history.click,
            "F": self.panel.favourites.click,
            "O": self._show_original,
            "G": self.as_grid.click,
            "Delete": self.do.reject,
            "/": self.tree.search.setFocus,
            "J": lambda: self.list.step(1),
            "K": lambda: self.list.step(-1),
            **{str(n + 1): partial(self.do.take, n) for n in range(MOST)},
        }

    @property
    def bare(self) -> bool:
        """Whether there is nothing to show."""
        return self._queue is not None and not self._queue

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """The list first: there the keys work."""
        if self.as_grid.isChecked():
            return self.grid.table, self.grid.across
        return self.list, self.panel.note, self.tree.search

    def prepare(self) -> bool:
        """Have the passages read, beside the window where there are many."""
        return self.session.read_passages()

    def refresh(self) -> None:
        """Show the round as it is now."""
        project = self.session.project
        if project:
            codebook = codebook_of(project)
            self.tree.show_codebook(codebook)
            self.filter.senders.offer(self._places, codebook.aspects)
            if not self._kept:  # what was asked for then is asked for by `take_up`
                self._find()

    @property
    def standing(self) -> Mapping[str, object]:
        """What is asked for, whether side by side, and the passage at hand."""
        return {
            "synpunkt": self.list.passage or "",
            "filter": self.filter.standing,
            "rutnat": self.as_grid.isChecked(),
            "kolumner": self.grid.across.currentData(),
        }

    def take_up(self, state: Mapping[str, object]) -> None:
        """Ask for what was asked for, and take the passage at hand that was."""
        asked, across = state.get("filter"), self.grid.across
        self.filter.take_up(asked if isinstance(asked, dict) else {})
        self.list.go_to(str(state.get("synpunkt")))
        across.setCurrentIndex(max(across.findData(state.get("kolumner")), 0))
        if self.as_grid.isChecked() != bool(state.get("rutnat")):
            self.as_grid.click()

    @property
    def _places(self) -> list[str]:
        """The municipalities that inspel come from."""
        inspel = self._queue.submissions.values() if self._queue else ()
        return sorted({s.respondent.municipality for s in inspel if s.respondent.municipality})

    def renew(self, passages: Sequence[str]) -> None:
        """Show what is new about some passages; none leaves the list while one works."""
        queue = self._queue
        if queue is None:
            return
        self._learning.remind()
        if all(p in queue for p in self.list.passages):
            self.list.renew(passages)
            self._show_passage()
            self._tell(queue)
        else:
            self._find()
        if passages and len(passages) == 1:
            self.list.go_to(passages[0])
        self._show_grid(queue)

    def poll(self) -> None:
        """Let the suggestions learn from what has been decided."""
        if not self.learns.isChecked() or self.session.tagging is None:
            return
        self._learning.begin(self.session.tagging)
        try:
            renewed = self._learning.poll()
        except KnownError as error:
            self.learns.setChecked(False)
            self.session.failed.emit(explain(error))
            return
        if renewed and self._queue:
            self.list.renew(renewed)
            self._show_passage()
            self._tell(self._queue)

    def close_threads(self) -> None:
        """Prepare no further for learning."""
        self._learning.close()

    def show_only(self, code: str | None, kind: ActorType | None) -> None:
        """Show the passages of a part of the strategy and a kind of respondents."""
        self._leave_grid()
        self.when_shown(lambda: self.filter.show_only(code, kind))

    def show_uncoded(self) -> None:
        """Show the passages that are left to tag."""
        self._leave_grid()
        self.when_shown(self.filter.show_uncoded)

    def show_disputed(self) -> None:
        """Show the passages of which two people do not say the same."""
        self._leave_grid()
        self.when_shown(self.filter.show_disputed)

    def show_passage(self, passage: str) -> None:
        """Take a passage at hand, whatever the list was asked to show."""
        self._leave_grid()
        self.when_shown(lambda: self._take_at_hand(passage))

    def _take_at_hand(self, passage: str) -> None:
        if not self.list.go_to(passage):
            self.filter.show_only(None, None)
            self.list.go_to(passage)

    def find_here(self) -> bool:
        """Ask which words the passages hold."""
        self.filter.text.setFocus()
        self.filter.text.selectAll()
        return True

    def accept_sure(self) -> None:
        """Show what it would mean to accept all sure proposals, and do it if that is wanted."""
        if self.session.tagging:
            dialog = AcceptDialog(self.session.tagging, self.filter.chosen, self)
            if dialog.exec() and dialog.preview:
                preview = dialog.preview
                self.session.act(lambda tagging: tagging.accept_all(preview))

    @property
    def _queue(self) -> Queue | None:
        return self.session.tagging.queue if self.session.tagging else None

    def _find(self) -> None:
        """Show the passages that the filter asks for."""
        queue = self._queue
        if queue is not None:
            self.list.show_points(queue, queue.found(self.filter.chosen, self.filter.by))
            self._tell(queue)
            self._show_grid(queue)

    def _switch_grid(self) -> None:
        """Show the answers side by side in the list's place, and as wide as can be; or the list."""
        on, queue = self.as_grid.isChecked(), self._queue
        self._shown.setCurrentWidget(self.grid if on else self.list)
        for part in self._beside:
            part.setVisible(not on)
        self._share_room()
        self.filter.order.setEnabled(not on)
        self.use_hints(grid_hints() if on else list_hints())
        if on and queue is not None:
            self._show_grid(queue)
        else:
            self._show_passage()
        self.panes[0].setFocus()

    def _share_room(self) -> None:
        """The grid has most of it; what the list had is kept for it."""
        if self.as_grid.isChecked():
            self._sizes = self._middle.sizes()
            above = min(self._sizes[0], scaled(_ABOVE_GRID))
            self._middle.setSizes([above, sum(self._sizes) - above])
        else:
            self._middle.setSizes(self._sizes)

    def _leave_grid(self) -> None:
        if self.as_grid.isChecked():
            self.as_grid.click()

    def _show_grid(self, queue: Queue) -> None:
        project, passage = self.session.project, self.list.passage
        if self.as_grid.isChecked() and project:
            at = queue.point(passage) if passage and passage in queue else None
            self.grid.show_points(project, queue, self.filter.chosen, at)

    def _follow_grid(self, passage: str) -> None:
        """Show above what the cell at hand holds."""
        if passage:
            self.list.go_to(passage)
            self._show_passage()
        else:
            self.passage.show_entry(None)

    def _open_cells(self) -> None:
        """Go to the list, where all that several cells hold is chosen."""
        passages = self.grid.table.passages
        self.as_grid.click()
        self.list.choose(passages)

    def _tell(self, queue: Queue) -> None:
        self.tree.show_counts({code: count.within for code, count in queue.counts().items()})
        headway = queue.headway()
        self.headway.show_headway(headway)
        self.waiting.emit(headway.total - headway.decided)

    def _show_passage(self) -> None:
        passage, tagging = self.list.passage, self.session.tagging
        there = passage and tagging and passage in tagging.queue
        self._entry = tagging.entry(passage) if there and tagging and passage else None
        self.passage.show_entry(self._entry)
        found, at_hand = [], []
        if self._entry and tagging:
            codebook = codebook_of(tagging.project)
            found = proposals(self._entry, codebook)
            at_hand = favourites(tagging.favourites, codebook)
            self.tree.show_favourites([one.code for one in at_hand])
        self.panel.show_entry(self._entry, found, at_hand, self.session.user)
        self.tree.choose(found[0].code if found else None)
        self._mark_words(found[0].reason if found else "")

    def _mark_words(self, reason: str) -> None:
        """Mark the words that speak for a proposal; the best one's when none is looked at."""
        rows = self.panel.proposals.proposals
        told = reason or (rows[0].reason if rows else "")
        self.passage.text.mark(
            words.evidence(told, self._entry.passage.text if self._entry else "")
        )

    def _toggle_favourite(self) -> None:
        """Have the code that is chosen in the tree at hand, or no longer."""
        tagging, code = self.session.tagging, self.tree.code
        if tagging is None or code is None or not self.session.may_write():
            return
        try:
            at_hand = tagging.favour(code)
        except KnownError as error:
            self.session.failed.emit(explain(error))
            return
        self.session.told.emit(words.favoured(code, at_hand), False)
        self._show_passage()
        self.tree.choose(code)

    def _show_past(self) -> None:
        project, passage = self.session.project, self.list.passage
        if project and passage:
            self.panel.show_past(past_of(project, passage))

    def _switch_learning(self) -> None:
        """Let suggestions learn or not, from now on."""
        try:
            self.session.preferences.change(learns=self.learns.isChecked())
        except KnownError as error:
            self.session.failed.emit(explain(error))
        self._find()

    def _ask_secrecy(self) -> None:
        """Ask by which law the passage at hand is secret."""
        if self._entry:
            ask_secrecy(self, self.session, self._entry.passage.id, _("Synpunkten"))

    def _show_original(self) -> None:
        if self._entry:
            passage = self._entry.passage
            self.original_wanted.emit(passage.submission, passage.answer)
