"""Handling: each theme and point gets an answer, with a reason, and a place in the strategy."""

import gc
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Unpack

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inspel_app.domain.handling import Disposition, State, Target, TargetKind
from inspel_app.errors import KnownError
from inspel_app.gui import handling_words, words
from inspel_app.gui.actions import action
from inspel_app.gui.background import Background
from inspel_app.gui.code_tree import CodeTree
from inspel_app.gui.faults import explain
from inspel_app.gui.handling_detail import HandlingDetail
from inspel_app.gui.handling_filter import HandlingFilter
from inspel_app.gui.handling_hints import hints
from inspel_app.gui.handling_list import HandlingList
from inspel_app.gui.keys import LetterKeys
from inspel_app.gui.outcome_dialog import Outcomes
from inspel_app.gui.page import Page, PageId
from inspel_app.gui.section_dialog import ask_section
from inspel_app.gui.session import Session
from inspel_app.gui.style import scaled
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import (
    ElidedLabel,
    button,
    column,
    fit_width,
    heading,
    label,
    lay_out,
    shared,
    tip,
)
from inspel_app.i18n import _
from inspel_app.services.handling import HandlingChanges, clear, handle
from inspel_app.services.handling_view import Desk, Item, Show, shows
from inspel_app.services.reasons import make_reason, reuse
from inspel_app.services.rounds import Project
from inspel_app.services.strategy_text import link, load_text, unlink
from inspel_app.services.wording import reword

_LINE = 10 * GRID
_WIDE = 140 * GRID
_MUCH = 400
"""Points; to write of more takes longer than a window may wait."""


class HandlingPage(Page):
    """Strategy | themes and points | what is said, the answer, the strategy's text."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, PageId.HANDLING, hints())
        self._reading, self.outcomes = Background[Desk](), Outcomes(self)
        self._project: Project | None = None
        self.desk: Desk | None = None
        self._shown: list[Target] = []
        self._opened: set[Target] = set()
        self._left: Mapping[str, object] = {}
        """What the page is to go on from, when the round has been read."""
        self.tree, self.filter, self.list = CodeTree(), HandlingFilter(), HandlingList()
        self.detail = HandlingDetail()
        self._count, self._states = label(role="muted"), ElidedLabel("muted")
        self._line = QProgressBar()
        self._waiting = label(role="warning-tag")
        self._notice, self._stack = label(_("Läser synpunkterna …"), "muted"), QStackedWidget()
        self._set_up()
        self._connect()

    def _set_up(self) -> None:
        self._line.setTextVisible(False)
        fit_width(self._line, _LINE)
        self._line.setAccessibleName(_("Hanterade synpunkter"))
        head = heading(
            label(_("Hantering"), "title"),
            self._count,
            self._line,
            self._states,
            self._waiting,
            None,
            self.filter.text,
            button(_("Nästa ohanterade"), self.go_on),
        )
        middle = column(self.filter, self.list, name="pane")
        self.filter.setContentsMargins(0, GRID, 0, 0)
        self._parts = column(self.tree, name="pane")
        across = shared("hantering", self._parts, middle, self.detail, sizes=(280, 490, 610))
        self._notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._notice)
        self._stack.addWidget(column(head, across))
        lay_out(QVBoxLayout(self), self._stack, margins=(0, 0, 0, 0), gap=0)

    def _connect(self) -> None:
        self.filter.changed.connect(self._find)
        self.list.moved.connect(self._show_chosen)
        self.list.folded.connect(self._fold)
        self.tree.wanted.connect(self._show_part)
        self.tree.taken.connect(self._show_part)
        self.detail.voices.activated.connect(lambda _index: self._go_to_voice())
        self.detail.reasons.taken.connect(lambda key: self._say(reason=key))
        answer, wording = self.detail.answer, self.detail.wording
        answer.disposed.connect(self.dispose)
        answer.taken_back.connect(self.take_back)
        answer.stated.connect(self.state)
        answer.entrusted.connect(lambda name: self._say(responsible=name))
        answer.text.written.connect(self._explain)
        answer.reason_wanted.connect(self.choose_reason)
        answer.reason_named.connect(self._keep_reason)
        wording.new.written.connect(self._reword)
        wording.linked.connect(self._link)
        wording.unlinked.connect(self._unlink)
        wording.point_wanted.connect(self.show_target)
        wording.text_wanted.connect(self.choose_text)
        wording.section_wanted.connect(partial(ask_section, self, self.session))
        for left in (self.tree.left, self.detail.reasons.left, answer.left, wording.left):
            left.connect(self.list.setFocus)
        LetterKeys(self._keys(), self.list, self.detail.voices)
        action(self, _("Koppla valda till meningen"), wording.link_chosen, "Ctrl+L")
        self.session.leaving.connect(self.detail.keep)
        self.session.progressed.connect(lambda _progress: self.detail.set_writable(False))
        self.session.job_ended.connect(lambda: self.detail.set_writable(True))

    def _keys(self) -> Mapping[str, Callable[[], object]]:
        answer = self.detail.answer
        dispositions = {
            str(n): partial(self.dispose, value) for n, value in enumerate(Disposition, 1)
        }
        return {
            **dispositions,
            "Delete": self.take_back,
            "U": partial(self.state, State.DRAFT),
            "G": partial(self.state, State.REVIEWED),
            "B": partial(self.state, State.DECIDED),
            "M": answer.text.setFocus,
            "R": self.choose_reason,
            "S": answer.name_reason,
            "A": answer.responsible.setFocus,
            "T": self.detail.wording.new.setFocus,
            "V": self.show_outcome,
            "N": self.go_on,
            "/": self._find_part,
        }

    @property
    def bare(self) -> bool:
        """Whether there is nothing to show."""
        return self.desk is not None and not self.desk.board.items

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """The list first: there the keys work."""
        detail = self.detail
        return self.list, detail.voices, detail.answer.text, detail.wording.new, self.tree.search

    @property
    def busy(self) -> bool:
        """Whether something is being read."""
        return self._reading.busy or self.outcomes.busy

    @property
    def standing(self) -> Mapping[str, object]:
        """What is asked for, and the theme or point at hand."""
        at = self.list.line.item.target.id if self.list.line else ""
        return self._left or {"filter": self.filter.standing, "val": at}

    def take_up(self, state: Mapping[str, object]) -> None:
        """Go on from there when the round has been read."""
        self._left = state

    def close_threads(self) -> None:
        """Wait for what is being read."""
        self._reading.close()
        self.outcomes.close()

    def refresh(self) -> None:
        """Begin to read the round as it is now."""
        project = self.session.project
        if project is not self._project:
            self._project, self.desk, self._shown = project, None, []
            self._opened.clear()
        if project is None:
            return
        self._reading.ask(project.path, Desk.read)
        if self.desk is None:
            self._stack.setCurrentWidget(self._notice)

    def renew(self, passages: Sequence[str]) -> None:  # noqa: ARG002 - what is said tells which
        """Show what is said now at once, or where the points are others when they are read."""
        project, desk = self.session.project, self.desk
        renewed = desk.renewed(project) if project and desk else None
        if renewed is None:
            self.refresh()
        else:
            self.desk = renewed
            self._find(stay=True)

    def poll(self) -> None:
        """Show what has been read."""
        try:
            desk = self._reading.fetch()
            self.outcomes.poll()
        except KnownError as error:
            self.session.failed.emit(explain(error))
            return
        if desk and self.session.project:
            self._show(desk.renewed(self.session.project) or desk)  # of what was said meanwhile

    def dispose(self, disposition: Disposition) -> None:
        """Say what becomes of what is chosen; the same once more takes it back."""
        items = self._chosen
        same = items and all(
            i.handled and i.handled.handling.disposition is disposition for i in items
        )
        self._say(disposition=None if same else disposition)

    def state(self, state: State) -> None:
        """Say how far the answer of what is chosen has come."""
        self._say(state=state)

    def take_back(self) -> None:
        """Say nothing of what is chosen any longer; points follow their themes again."""
        targets = [item.target for item in self._chosen if item.handled]
        if targets:
            self._change_chosen(lambda project, by: clear(project, targets, by))

    def choose_reason(self) -> None:
        """Let the user choose among the reasons that can be used again."""
        if self.desk is None or not self._chosen:
            return
        if self.desk.reasons:
            self.detail.choose_reason(self.desk)
        else:
            told = _("Inga motiveringar är sparade än. Skriv en, och spara den med S.")
            self.session.told.emit(told, False)

    def show_outcome(self) -> None:
        """Tell what became of the inspel at hand."""
        voice = self.detail.voices.voice
        if voice and self.session.project:
            self.outcomes.ask(self.session.project, voice.quotation.submission)

    def go_on(self) -> None:
        """Go to the next that has no answer, whatever the list was asked to show."""
        lines, line = self.list.lines, self.list.line
        at = lines.index(line) + 1 if line else 0
        ahead = [one for one in [*lines[at:], *lines[:at]] if one.item.open and one is not line]
        left = self.desk.board.remaining if self.desk else ()
        if ahead:
            self.list.choose(ahead[0].item.target)
        elif left:
            self.show_target(left[0].target)
        else:
            self.session.told.emit(_("Allt är hanterat."), False)
        self.list.setFocus()

    def show_target(self, target: Target) -> None:
        """Take a theme or a point at hand, whatever the list was asked to show."""
        theme = self.desk.board.theme_of(target.id) if self.desk else None
        if target.kind is TargetKind.PASSAGE and theme:
            self._opened.add(Target.theme(theme))
        self._show_lines()
        if not self.list.choose(target):
            self.filter.show_all()
            self.list.choose(target)
        self.list.setFocus()

    def find_here(self) -> bool:
        """Ask which words the themes and points hold."""
        self.filter.text.setFocus()
        self.filter.text.selectAll()
        return True

    def choose_text(self) -> None:
        """Ask for the file with the strategy's text, and begin to read it."""
        kinds = _("Word, PDF och text ({files})").format(files="*.docx *.pdf *.odt *.rtf *.txt")
        name, _kind = QFileDialog.getOpenFileName(self, _("Läs in strategins text"), filter=kinds)
        if name:
            self.session.change_beside(
                lambda project, by: load_text(project, Path(name), self.session.pool, by),
                _("Läser strategins text"),
            )

    @property
    def _chosen(self) -> list[Item]:
        return [line.item for line in self.list.chosen]

    def _show(self, desk: Desk) -> None:
        if self.desk is None or desk.codebook != self.desk.codebook:
            self.tree.show_codebook(desk.codebook)
        self.desk = desk
        gc.freeze()  # or Python would go through all of it again and again, in the midst of work
        self.begin_or_go_on()
        self._stack.setCurrentIndex(1)
        self._find(stay=True)
        left, self._left = self._left, {}
        asked, at = left.get("filter"), left.get("val")
        if isinstance(asked, dict):
            self.filter.take_up(asked)
        chosen = [line.item.target for line in self.list.lines if line.item.target.id == at]
        if chosen:
            self.list.choose(chosen[0])

    def _find(self, *, stay: bool = False) -> None:
        """Show what the filter asks for, and with `stay` also what was shown before."""
        if self.desk is None:
            return
        me = self.session.user if self.filter.mine.isChecked() else None
        text, kind = self.filter.text.text(), self.filter.types.currentData()
        asked = self.desk.found(self.filter.code, me, text, kind)
        found = {show: [item for item in asked if shows(show, item)] for show in Show}
        wanted = {item.target for item in found[self.filter.show_]}
        if stay:
            wanted.update(self._shown)
        self._shown = [i.target for i in self.desk.board.items if i.target in wanted]
        self.filter.show_counts({show: len(items) for show, items in found.items()})
        self.detail.wording.show_desk(self.desk)
        self._show_lines()
        self._tell()

    def _show_lines(self) -> None:
        if self.desk:
            items = [item for item in map(self.desk.item, self._shown) if item]
            self.list.show_lines(self.desk.lines(items, self._opened))

    def _tell(self) -> None:
        """Tell how far the whole has come."""
        if self.desk is None:
            return
        board = self.desk.board
        tally = self.desk.tally
        self._count.setText(handling_words.remaining(len(board.remaining)))
        self._states.setText(handling_words.states(tally))
        self._line.setRange(0, max(tally.points, 1))
        self._line.setValue(tally.answered)
        self.waiting.emit(len(board.remaining))
        self._waiting.setVisible(bool(board.waiting))
        self._waiting.setText(_("{inspel} väntar").format(inspel=words.inspel(len(board.waiting))))
        self._waiting.setToolTip(tip(_("De kan vara dubbletter; avgör det i inkorgen (D).")))
        headway = self.desk.headway
        self.tree.show_counts({code: f"{n}/{of}" for code, (n, of) in headway.items()})

    def _show_chosen(self) -> None:
        """Show what is at hand, and the answer that those chosen have in common."""
        line = self.list.line
        if self.desk:
            self.detail.show_chosen(self.desk, line, self._chosen)
            self.tree.choose(line.item.codes[0] if line else None)

    def _find_part(self) -> None:
        """Let a part of the strategy be found by typing, also where the tree has no room."""
        self._parts.show()
        self.tree.search.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the tree out where it has no room."""
        super().resizeEvent(event)
        self._parts.setVisible(self.width() >= scaled(_WIDE))

    def _show_part(self, code: str) -> None:
        self.filter.show_code(code)
        self.list.setFocus()

    def _fold(self, theme: Target, opened: bool) -> None:  # noqa: FBT001 - a slot
        if opened:
            self._opened.add(theme)
        else:
            self._opened.discard(theme)
        self._show_lines()

    def _go_to_voice(self) -> None:
        voice = self.detail.voices.voice
        if voice:
            self.show_target(voice.item.target)

    def _say(self, **changes: Unpack[HandlingChanges]) -> None:
        """Say something of what is chosen."""
        targets = [item.target for item in self._chosen]
        if targets:
            self._change_chosen(lambda project, by: handle(project, targets, by, **changes))

    def _explain(self, targets: tuple[Target, ...], text: str) -> None:
        """Say why, of what was at hand when it was written."""
        self.session.change(lambda project, by: handle(project, targets, by, text=text))

    def _keep_reason(self, title: str) -> None:
        """Make the text a reason that can be used again, used here."""
        targets = [item.target for item in self._chosen]
        text = self.detail.answer.text.toPlainText()
        own = self.desk.handlings.of(targets[0]) if self.desk and len(targets) == 1 else None
        if own:
            self.session.change(lambda project, by: reuse(project, own.target, title, by))
        else:
            self.session.change(lambda project, by: make_reason(project, title, text, by))

    def _reword(self, section: str, text: str) -> None:
        targets = [item.target for item in self._chosen]
        self.session.change(lambda project, by: reword(project, section, text, targets, by))

    def _link(self, section: str, sentence: str) -> None:
        targets = [item.target for item in self._chosen]
        if targets:
            self.session.change(lambda project, by: link(project, section, targets, by, sentence))

    def _unlink(self, section: str, sentence: str, point: Target) -> None:
        source = self.desk.source(section, sentence, point) if self.desk else None
        if source:
            self.session.change(
                lambda project, by: unlink(project, section, [source.target], by, source.sentence)
            )

    def _change_chosen(self, do: Callable[[Project, str], object]) -> None:
        """Do something with what is chosen; beside the window when that is much."""
        if sum(len(item.passages) for item in self._chosen) > _MUCH:
            self.session.change_beside(do, _("Hanterar synpunkterna"))
        else:
            self.session.change(do)
