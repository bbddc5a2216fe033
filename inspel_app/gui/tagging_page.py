"""Tagging: each passage is said to concern parts of the strategy, by keys and at speed."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from inspel_app.domain.coding import Mark
from inspel_app.domain.form import ActorType
from inspel_app.errors import KnownError
from inspel_app.gui import words
from inspel_app.gui.accept_dialog import AcceptDialog
from inspel_app.gui.code_tree import CodeTree
from inspel_app.gui.faults import explain
from inspel_app.gui.grid_pane import GridPane
from inspel_app.gui.keys import LetterKeys
from inspel_app.gui.learning import Learning
from inspel_app.gui.page import Hint, Page, PageId
from inspel_app.gui.passage_view import PassageView
from inspel_app.gui.point_filter import PointFilter
from inspel_app.gui.point_list import PointList
from inspel_app.gui.point_panel import PointPanel
from inspel_app.gui.session import Session
from inspel_app.gui.style import scaled
from inspel_app.gui.suggestion_list import MOST, proposals
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import (
    ElidedLabel,
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
from inspel_app.services.passage_queue import Headway, Queue
from inspel_app.services.rounds import codebook_of
from inspel_app.services.tagging import Done, Tagging

if TYPE_CHECKING:
    from inspel_app.services.entries import Entry

_EDGE = 3 * GRID
_LINE = QSize(10 * GRID, 4)
_ABOVE_GRID = 32 * GRID
"""Pixels for the passage while the answers stand side by side."""
_LEAST = 22 * GRID
"""Pixels: a narrower pane shows too little of a title."""


class TaggingPage(Page):
    """Strategy | the passage above the list of passages | proposals, note."""

    original_wanted = Signal(str, str)
    """An inspel and an answer of it, by their ids, to be shown in the original."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, PageId.TAGGING, _hints())
        self.tree, self.filter, self.list = (
            CodeTree(),
            PointFilter(lambda: session.user),
            PointList(),
        )
        self.passage, self.panel = PassageView(self._take_away), PointPanel()
        self.grid, self._shown = GridPane(), QStackedWidget()
        self.as_grid = button(_("Rutnät"), self._switch_grid, "chip")
        self.as_grid.setCheckable(True)
        self.as_grid.setToolTip(
            tip(_("Alla svar bredvid varandra, en rad för varje avsändare (G)"))
        )
        self._entry: Entry | None = None
        self._headway, self._line = ElidedLabel("muted"), QProgressBar()
        self._sure = ElidedLabel("muted")
        self._line.setTextVisible(False)
        self._line.setFixedWidth(_LINE.width())
        self._line.setAccessibleName(_("Kopplade synpunkter"))
        self._learning = Learning()
        self.learns = button(_("Lär av mina val"), self._switch_learning, "chip")
        self.learns.setCheckable(True)
        self.learns.setChecked(session.preferences.settings.learns)
        self.learns.setToolTip(
            tip(_("Förslagen för det som är kvar ändras efter det som kopplas."))
        )
        self._all = button(_("Godta säkra …"), self.accept_sure)
        self._set_up()
        self._connect()

    def _set_up(self) -> None:
        head = heading(
            label(_("Koppla"), "title"),
            self._headway,
            self._line,
            self._sure,
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
        preferences = self.session.preferences
        preferences.changed.connect(lambda: self.learns.setChecked(preferences.settings.learns))
        self.filter.changed.connect(self._find)
        self.list.moved.connect(self._show_passage)
        self.list.use_keys(self._keys())
        LetterKeys({"G": self.as_grid.click, "O": self._show_original}, self.grid.table)
        self.grid.changed.connect(self._find)
        self.grid.table.moved.connect(self._follow_grid)
        self.grid.table.opened.connect(self.as_grid.click)
        self.grid.table.left.connect(self.as_grid.click)
        self.tree.taken.connect(lambda code: self.assign([code]))
        self.tree.left.connect(self.list.setFocus)
        self.tree.wanted.connect(self.filter.show_code)
        self.passage.text.parted.connect(self._cut)
        self.passage.text.left.connect(self.list.setFocus)
        self.panel.proposals.taken.connect(lambda code: self.assign([code]))
        self.panel.proposals.looked_at.connect(self._mark_words)
        self.panel.noted.connect(self._note)
        self.panel.left.connect(self.list.setFocus)

    def _keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            "Enter": self.accept,
            "R": lambda: self._decide(Tagging.repeat),
            "X": lambda: self._toggle(Mark.NO_POINT),
            "U": lambda: self._toggle(Mark.UNSURE),
            "S": self.passage.text.point_out,
            "M": self._merge,
            "N": self.panel.note.setFocus,
            "O": self._show_original,
            "G": self.as_grid.click,
            "Delete": self._reject,
            "/": self.tree.search.setFocus,
            "J": lambda: self.list.step(1),
            "K": lambda: self.list.step(-1),
            **{str(n + 1): partial(self._assign_proposal, n) for n in range(MOST)},
        }

    @property
    def bare(self) -> bool:
        """Whether there is nothing to show."""
        return not self._queue

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """The list first: there the keys work."""
        if self.as_grid.isChecked():
            return self.grid.table, self.grid.across
        return self.list, self.panel.note, self.tree.search

    def refresh(self) -> None:
        """Show the round as it is now."""
        project = self.session.project
        if project:
            self.tree.show_codebook(codebook_of(project))
            self._find()

    @property
    def standing(self) -> Mapping[str, object]:
        """The passage at hand."""
        return {"synpunkt": self.list.passage or ""}

    def take_up(self, state: Mapping[str, object]) -> None:
        """Take the passage at hand that was."""
        self.list.go_to(str(state.get("synpunkt")))

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
        self.filter.show_only(code, kind)

    def show_uncoded(self) -> None:
        """Show the passages that are left to tag."""
        self._leave_grid()
        self.filter.show_uncoded()

    def show_passage(self, passage: str) -> None:
        """Take a passage at hand, whatever the list was asked to show."""
        self._leave_grid()
        if not self.list.go_to(passage):
            self.filter.show_only(None, None)
            self.list.go_to(passage)

    def find_here(self) -> bool:
        """Ask which words the passages hold."""
        self.filter.text.setFocus()
        self.filter.text.selectAll()
        return True

    def accept(self) -> None:
        """Say yes to the proposal, and go on to the next."""
        self._decide(Tagging.accept)

    def assign(self, codes: Sequence[str]) -> None:
        """Give the chosen passages codes, and go on to the next."""
        self._decide(lambda tagging, passages: tagging.assign(codes, passages))
        self.list.setFocus()

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
        self.filter.order.setVisible(not on)
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

    def _tell(self, queue: Queue) -> None:
        self.tree.show_counts({code: count.within for code, count in queue.counts().items()})
        headway = queue.headway()
        self._line.setRange(0, max(headway.total, 1))
        self._line.setValue(headway.decided)
        self._headway.setText(_told(headway))
        rest = headway.total - headway.decided
        self.waiting.emit(rest)
        share = round(100 * headway.share_sure)
        self._sure.setText(_("resten: {share} % säkra").format(share=share) if rest else "")

    def _show_passage(self) -> None:
        passage, tagging = self.list.passage, self.session.tagging
        there = passage and tagging and passage in tagging.queue
        self._entry = tagging.entry(passage) if there and tagging and passage else None
        self.passage.show_entry(self._entry)
        found = (
            proposals(self._entry, codebook_of(tagging.project)) if self._entry and tagging else []
        )
        self.panel.show_entry(self._entry, found, self.session.user)
        self.tree.choose(found[0].code if found else None)
        self._mark_words(found[0].reason if found else "")

    def _mark_words(self, reason: str) -> None:
        """Mark the words that speak for a proposal; the best one's when none is looked at."""
        rows = self.panel.proposals.proposals
        told = reason or (rows[0].reason if rows else "")
        self.passage.text.mark(
            words.evidence(told, self._entry.passage.text if self._entry else "")
        )

    def _decide(self, do: Callable[[Tagging, list[str]], Done]) -> None:
        """Do something with the chosen passages, and go on to the one after them."""
        passages = self.list.passages
        done = self.session.act(lambda tagging: do(tagging, passages)) if passages else Done()
        if done.name:
            self.list.go_to(passages[-1])
            self.list.step(1)

    def _assign_proposal(self, number: int) -> None:
        rows = self.panel.proposals.proposals
        if number < len(rows):
            self.assign([rows[number].code])

    def _switch_learning(self) -> None:
        """Let suggestions learn or not, from now on."""
        try:
            self.session.preferences.change(learns=self.learns.isChecked())
        except KnownError as error:
            self.session.failed.emit(explain(error))
        self._find()

    def _toggle(self, mark: Mark) -> None:
        """Put a mark, or take it away where it is."""
        now = self._entry.passage.mark if self._entry else None
        wanted = None if now is mark else mark
        self._decide(lambda tagging, passages: tagging.mark(wanted, passages))

    def _reject(self) -> None:
        """Say no to the best proposal; the next one stands in its place."""
        rows, passages = self.panel.proposals.proposals, self.list.passages
        if rows and passages:
            self.session.act(lambda tagging: tagging.reject(rows[0].code, passages))

    def _take_away(self, code: str) -> None:
        passages = self.list.passages
        self.session.act(lambda tagging: tagging.unassign([code], passages))

    def _cut(self, offset: int) -> None:
        passage = self.list.passage
        if passage:
            self.session.act(lambda tagging: tagging.split(passage, offset))
            self.list.setFocus()

    def _merge(self) -> None:
        passage = self.list.passage
        if passage:
            self.session.act(lambda tagging: tagging.merge(passage))

    def _note(self, text: str) -> None:
        passage = self.list.passage
        if passage:
            self.session.act(lambda tagging: tagging.note(passage, text))

    def _show_original(self) -> None:
        if self._entry:
            passage = self._entry.passage
            self.original_wanted.emit(passage.submission, passage.answer)


def _told(headway: Headway) -> str:
    text = _("{done} av {total} synpunkter")
    return text.format(done=headway.decided, total=headway.total)


def _hints() -> tuple[Hint, ...]:
    return (
        Hint(("Enter",), _("godta")),
        Hint(("1–9",), _("välj")),
        Hint(("/",), _("hitta kod")),
        Hint(("R",), _("samma igen")),
        Hint(("S",), _("dela")),
        Hint(("M",), _("slå ihop")),
        Hint(("Delete",), _("avvisa")),
        Hint(("X",), _("ingen synpunkt")),
        Hint(("U",), _("osäker")),
        Hint(("N",), _("anteckna")),
        Hint(("O",), _("original")),
        Hint(("G",), _("rutnät")),
        Hint(("J", "K"), _("nästa, förra")),
    )
