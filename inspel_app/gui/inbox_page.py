"""The inbox: what has come in, the original of one inspel, and the answers found in it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inspel_app.domain.form import Status, Submission, Unplaced
from inspel_app.errors import KnownError
from inspel_app.gui import words
from inspel_app.gui.actions import action
from inspel_app.gui.assigning import Assigning
from inspel_app.gui.background import Background
from inspel_app.gui.card_view import CardView
from inspel_app.gui.cards import card_at, card_of, cards_of
from inspel_app.gui.compare_dialog import CompareDialog
from inspel_app.gui.empty_state import EmptyState
from inspel_app.gui.faults import explain
from inspel_app.gui.filter_bar import FilterBar
from inspel_app.gui.find_bar import FindBar
from inspel_app.gui.inbox_hints import hints
from inspel_app.gui.inspel_editors import InspelEditors
from inspel_app.gui.inspel_header import STAGES, InspelHeader
from inspel_app.gui.keys import LetterKeys
from inspel_app.gui.memory import View, view_of
from inspel_app.gui.original_view import OriginalView
from inspel_app.gui.outcome_dialog import Outcomes
from inspel_app.gui.page import Page, PageId
from inspel_app.gui.saved_views import SavedViews
from inspel_app.gui.secrecy_dialog import ask_secrecy
from inspel_app.gui.session import FEW, Session
from inspel_app.gui.submission_table import SubmissionTable
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import (
    ElidedLabel,
    IconButton,
    column,
    fit_width,
    heading,
    label,
    lay_out,
    shared,
)
from inspel_app.i18n import _
from inspel_app.services.browsing import Listing, Row, listing, tells
from inspel_app.services.comparing import Comparison, compare
from inspel_app.services.doubts import Doubt
from inspel_app.services.duplicates import decide, kin_of
from inspel_app.services.jobs import Progress
from inspel_app.services.rehoming import homeless
from inspel_app.services.respondents import respondents
from inspel_app.services.rounds import Project, codebook_of, form_of
from inspel_app.services.secrecy import laws
from inspel_app.services.todo import tasks_among
from inspel_app.services.triage import set_status

_RENEW_S = 2.0
"""Seconds between two looks at what has come in while files are read."""


class InboxPage(Page):
    """List | original | answers; single letters say where the selected inspel stand."""

    def __init__(self, session: Session, take_in: QAction, imports: QAction) -> None:
        super().__init__(session, PageId.INBOX, hints())
        self._count = ElidedLabel("muted")
        self._listing: Listing | None = None
        self._reading: Background[Listing] = Background()
        self._renewed = 0.0
        self._project: Project | None = None
        self._shown: Submission | None = None
        self._reworded = False
        self._comparing: Background[Comparison] = Background()
        self._looking: Background[frozenset[str]] = Background()
        self._without: frozenset[str] = frozenset()
        """The inspel in which points are gone that people said something of, when last looked."""
        self.outcomes = Outcomes(self)
        self.table, self.cards, self.header = SubmissionTable(), CardView(), InspelHeader()
        self.filter, self.search = FilterBar(), QLineEdit()
        self.views = SavedViews(self._view)
        self.original = OriginalView(session.drawers, session.pool)
        self.editors = InspelEditors(session)
        self._assigning = Assigning(session, lambda: self.table.submissions, self)
        self.finding = FindBar(lambda: self.original.finder, lambda: self.original.view)
        self._empty = EmptyState(
            take_in, _("Här hamnar inspelen. Dra hit filer, mappar eller mejl."), self.drawing
        )
        self._notice = label(_("Läser inspelen …"), "muted")
        self._notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._panes(imports))
        self._stack.addWidget(self._notice)
        lay_out(QVBoxLayout(self), self._stack, margins=(0, 0, 0, 0), gap=0)
        action(self, _("Sekretess …"), self._ask_secrecy, "Ctrl+Shift+S")
        self._connect()

    def _panes(self, imports: QAction) -> QWidget:
        self.search.setPlaceholderText(_("Hitta inspel"))
        self.search.setAccessibleName(_("Hitta inspel"))
        fit_width(self.search, 20 * GRID)
        title = label(_("Inkorg"), "title")
        files = IconButton(imports, "filer")
        head = heading(title, self._count, None, files, self.search, self.views, name="")
        inspel = column(head, self.filter, self.table, name="pane")
        sides = shared("original-svar", self.original, self.cards, sizes=(600, 400))
        detail = column(self.header, self.editors, self.finding, sides, name="desk")
        return shared("inkorg", inspel, detail, sizes=(660, 780))

    def _connect(self) -> None:
        self.filter.chosen.connect(lambda _numbers: self._find())
        self.search.textChanged.connect(lambda _text: self._find())
        self.views.chosen.connect(self._take_up)
        self.header.assignee_wanted.connect(self._assigning.ask)
        self.table.chosen.connect(self._show_submission)
        self.cards.chosen.connect(self._choose)
        self.cards.dropped.connect(self._drop)
        self.original.chosen.connect(self.cards.choose)
        self.original.text_read.connect(self.finding.renew)
        self.finding.left.connect(self.original.stop_finding)
        self.header.staged.connect(self.set_status)
        self.header.sender_wanted.connect(self._edit_sender)
        self.header.kin_wanted.connect(self.compare)
        self.editors.word_shown.connect(self._show_word)
        self.editors.reworded.connect(self._reword)
        self.editors.left.connect(self._leave_editor)
        LetterKeys(self._keys(), self.table, self.cards, *self.original.views)
        self.session.leaving.connect(self._reading.forget)
        self.session.progressed.connect(self._follow_job)
        self.session.job_ended.connect(lambda: self._empty.show_reading(False))

    def _keys(self) -> Mapping[str, Callable[[], object]]:
        stages = {key: partial(self.set_status, status) for key, status in STAGES.items()}
        more = {
            "W": self._correct_words,
            "E": self._edit_sender,
            "F": self._move_text,
            "D": self.compare,
            "V": self._show_outcome,
            "T": self._assigning.take,
            "A": self._assigning.ask,
            "/": self.search.setFocus,
        }
        return {**stages, **more}

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes between."""
        return self.table, self.original.view, self.cards

    def take_keyboard(self) -> None:
        """The list has it, or where there is none what begins one."""
        (self.table if self._rows else self._empty.begin).setFocus()

    def prepare(self) -> bool:
        """Have the inspel read, beside the window where there are many."""
        project = self.session.project
        if project is not self._project:
            self._project, self._shown, self._listing = project, None, None
            self._without = frozenset()
            self.editors.close_all()
            self._reading.forget()
        if project and self._listing is None and project.has_more_passages(FEW):
            if not self._reading.busy:
                self._reading.ask(project.path, _read)
            self._stack.setCurrentWidget(self._notice)
            return False
        return True

    def refresh(self) -> None:
        """Show the round as it is now; of what is read already only what changed is read."""
        project = self.session.project
        self._listing = listing(project, self._listing) if project else None
        self._show_rows(self._rows)
        if project:
            inspel = self._submissions
            self._looking.ask(project.path, lambda p: homeless(p, inspel))

    @property
    def standing(self) -> Mapping[str, object]:
        """The choice, the words, the order, how wide the columns are, and the inspel chosen."""
        chosen = self._shown.id if self._shown else ""
        return {"urval": self._view(), "bredder": self.table.widths, "inspel": chosen}

    def take_up(self, state: Mapping[str, object]) -> None:
        """Filter and sort as when the round was left, and choose the same inspel."""
        view, widths = view_of(state.get("urval")), state.get("bredder")
        if view:
            self._take_up(view)
        if isinstance(widths, dict):
            self.table.set_widths(widths)
        self.table.choose(str(state.get("inspel")))

    def _follow_job(self, progress: Progress) -> None:
        """Show the inspel as they are read, now and then."""
        self._empty.show_reading(True)
        if progress.outcome and self.isVisible() and monotonic() - self._renewed > _RENEW_S:
            self._renewed = monotonic()
            self.catch_up()

    def show_submission(self, submission: str) -> None:
        """Choose an inspel, whatever the list was asked to show."""
        self.when_shown(lambda: self._take_at_hand(submission))

    def _take_at_hand(self, submission: str) -> None:
        if not self.table.choose(submission):
            self.search.clear()
            self.filter.show_all()
            self.table.choose(submission)

    def show_answer(self, submission: str, answer: str) -> None:
        """Show an inspel, with the place of one of its answers marked."""
        self.when_shown(lambda: self._take_answer_at_hand(submission, answer))

    def _take_answer_at_hand(self, submission: str, answer: str) -> None:
        self._take_at_hand(submission)
        shown = self.table.submission
        if shown and shown.id == submission:
            self.cards.choose(card_of(shown, answer))

    def show_these(self, name: str, numbers: frozenset[int]) -> None:
        """Show only some inspel, and what they have in common."""
        self.when_shown(lambda: self.filter.show_these(name, numbers))

    def find_here(self) -> bool:
        """Look for a text in the original."""
        if self._shown is None:
            return False
        self.finding.begin()
        return True

    def poll(self) -> None:
        """Let the original fetch its pages."""
        self.editors.words.poll()
        try:
            self.original.poll()
            read = self._reading.fetch()
            comparison, without = self._comparing.fetch(), self._looking.fetch()
            self.outcomes.poll()
        except KnownError as error:
            self.session.failed.emit(explain(error))
            return
        if read:
            self._listing = read
            self.catch_up()
        if comparison:
            CompareDialog(comparison, self._count_in, self).open()
        if without is not None and without != self._without:
            self._without = without
            self._offer_choices()

    @property
    def busy(self) -> bool:
        """Whether inspel are read, or it is still looked for points that are gone."""
        return self._reading.busy or self._looking.busy

    def close_threads(self) -> None:
        """Wait for what is being read, compared or found out."""
        self._reading.close()
        self._comparing.close()
        self._looking.close()
        self.outcomes.close()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the points follow the texts that were corrected here."""
        super().hideEvent(event)
        if self._reworded and not event.spontaneous() and not self.session.busy:
            self._reworded = False
            self.session.analyse()

    def compare(self) -> None:
        """Show what differs between the chosen inspel and the one that it is like."""
        project, shown = self.session.project, self._shown
        kin = kin_of(shown, self._submissions) if shown else None
        if project is None or shown is None or kin is None:
            self.session.told.emit(_("Inget annat inspel liknar detta."), False)
            return
        first, second = sorted((shown.number, kin.number))
        self._comparing.ask(project.path, lambda p: compare(p, first, second))

    def set_status(self, status: Status) -> None:
        """Let the selected inspel stand there, and go on; what did not count counts again by X."""
        chosen = self.table.submissions
        if not chosen or not self.session.may_write():
            return
        out = status is Status.RAKNAS_INTE
        back = out and all(s.status is Status.RAKNAS_INTE for s in chosen)
        if out:
            self._count_in([s.number for s in chosen], back)
        else:
            ids = [s.id for s in chosen]
            self.session.change(lambda p, by: set_status(p, ids, status, by))
        if len(chosen) == 1 and self._shown and self._shown.id == chosen[0].id and not back:
            self.table.step(1)

    def _ask_secrecy(self) -> None:
        """Ask by which law the inspel is secret, or the answer whose card has the keyboard."""
        shown = self._shown
        if shown is None:
            return
        at = self.cards.currentIndex().row() - len(shown.problems)
        on_answer = self.cards.hasFocus() and 0 <= at < len(shown.answers)
        field = (shown.answers[at].field or "") if on_answer else None
        what = _("Svaret i inspel {n}") if on_answer else _("Inspel {n}")
        ask_secrecy(self, self.session, str(shown.number), what.format(n=shown.number), field)

    def _find(self) -> None:
        """Show the inspel that are asked for, by choice and by words."""
        sought, chosen = self.search.text().casefold().split(), self.filter.numbers
        found = [s.number for s in self._submissions if tells(s, sought)] if sought else []
        told = frozenset(found) if chosen is None else chosen.intersection(found)
        self.table.show_only(told if sought else chosen)

    def _view(self) -> View:
        column, order = self.table.by
        down = order is Qt.SortOrder.DescendingOrder
        return View(self.filter.choice, self.search.text(), column, down)

    def _take_up(self, view: View) -> None:
        """Filter and sort as somebody once did."""
        order = Qt.SortOrder.DescendingOrder if view.down else Qt.SortOrder.AscendingOrder
        self.table.sortByColumn(view.column, order)
        self.search.setText(view.text)
        self.filter.choose(view.choice)

    @property
    def _line(self) -> Unplaced | None:
        """The text outside the fields whose card is chosen."""
        return self._line_of(self.cards.currentIndex().row())

    def _line_of(self, card: int) -> Unplaced | None:
        """The text outside the fields that a card tells of."""
        shown = self._shown
        if shown is None:
            return None
        at = card - len(shown.problems) - len(shown.answers)
        return shown.unplaced[at] if 0 <= at < len(shown.unplaced) else None

    def _count_in(self, numbers: Sequence[int], counts: bool) -> None:  # noqa: FBT001 - of `decide`
        self.session.change(lambda p, by: decide(p, numbers, counts=counts, by=by))

    def _correct_words(self) -> None:
        if self._shown:
            self.editors.correct_words(self._submissions, self._shown.number)

    def _show_outcome(self) -> None:
        """Tell what became of what this inspel says."""
        if self.session.project and self._shown:
            self.outcomes.ask(self.session.project, self._shown.id)

    def _edit_sender(self) -> None:
        if self._shown:
            self.editors.edit_sender(self._shown)

    def _move_text(self) -> None:
        if self._shown:
            self.editors.move_text(self._shown, self._line)

    def _drop(self, dragged: int, on: int) -> None:
        """Put a text outside the fields where the answer is that it was dropped on."""
        shown, line = self._shown, self._line_of(dragged)
        if shown and line:
            answer = shown.answers[on - len(shown.problems)]
            self.editors.put(shown.id, line, answer.field)

    def _reword(self) -> None:
        self._reworded = True

    def _show_word(self, doubt: Doubt) -> None:
        self._take_at_hand(doubt.spot.submission)
        if self._shown:
            self.cards.choose(card_at(self._shown, doubt.spot))
        self.original.point_out(doubt.word.place)

    def _leave_editor(self) -> None:
        self.original.point_out(None)
        self.table.setFocus()

    @property
    def _rows(self) -> Sequence[Row]:
        return self._listing.rows if self._listing else ()

    @property
    def _submissions(self) -> list[Submission]:
        return [row.submission for row in self._rows]

    def _offer_choices(self) -> None:
        project, inspel = self.session.project, self._submissions
        dated = project is not None and project.settings.deadline is not None
        tasks = tasks_among(inspel, dated=dated, without=self._without)
        self.filter.show_choices(inspel, tasks, self.session.user)

    def _show_rows(self, rows: Sequence[Row]) -> None:
        self._offer_choices()
        self.waiting.emit(sum(s.status is Status.NY for s in self._submissions))
        senders = respondents(row.submission for row in rows)
        self._count.setText(words.from_respondents(len(rows), senders))
        first = bool(rows) and self._stack.currentIndex() != 1
        self._stack.setCurrentIndex(1 if rows else 0)
        self._find()
        if self.session.project:
            self.table.show_secret(laws(self.session.project))
        self.table.show_rows(rows)
        self.editors.renew(self._submissions)
        if first and self.isVisible() and not isinstance(QApplication.focusWidget(), QLineEdit):
            self.take_keyboard()  # there was no list that could have it

    def _show_submission(self, submission: Submission | None) -> None:
        project, before = self.session.project, self._shown
        self._shown = submission
        if project is None or submission is None:
            self.cards.show_cards([])
            return
        if submission == before:
            return
        cards = cards_of(submission, form_of(project), codebook_of(project))
        kin = kin_of(submission, self._submissions)
        self.header.show_submission(submission, kin=kin is not None)
        if before and (before.id, before.files) == (submission.id, submission.files):
            self.original.renew_cards(cards)
            self.cards.renew_cards(cards)
        else:
            self.editors.leave_submission()
            self.original.show_submission(project, submission, cards)
            self.cards.show_cards(cards)
        self.finding.renew()

    def _choose(self, card: int) -> None:
        if card >= 0:
            self.original.choose(card)


def _read(project: Project) -> Listing:
    """All rows; what is worked out of them and kept is there too, and need not be waited for."""
    found = listing(project)
    tasks_among([row.submission for row in found.rows], dated=True, without=frozenset())
    form_of(project)
    return found
