"""The inbox: what has come in, the original of one inspel, and the answers found in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspel_app.domain.form import Submission
from inspel_app.gui import words
from inspel_app.gui.card_view import CardView
from inspel_app.gui.cards import card_of, cards_of
from inspel_app.gui.empty_list import EmptyList
from inspel_app.gui.filter_bar import FilterBar
from inspel_app.gui.original_view import OriginalView
from inspel_app.gui.page import Hint, Page
from inspel_app.gui.session import Session
from inspel_app.gui.submission_table import SubmissionTable
from inspel_app.gui.tokens import BAR, GRID
from inspel_app.gui.widgets import ElidedLabel, column, label, lay_out, row, shared
from inspel_app.i18n import _
from inspel_app.services.browsing import Row, overview
from inspel_app.services.rounds import codebook_of, form_of
from inspel_app.services.todo import tasks

_SIDE = (3 * GRID, 0, 2 * GRID, 0)


class InboxPage(Page):
    """List | original | answers."""

    def __init__(self, session: Session, take_in: QAction) -> None:
        super().__init__(session, _("Inkorg"), "inkorg", _hints())
        self._count = ElidedLabel("muted")
        self._name, self._about = ElidedLabel("section"), ElidedLabel("muted")
        self.table, self.cards = SubmissionTable(), CardView()
        self.filter = FilterBar()
        self.original = OriginalView(session.pool)
        self._empty = EmptyList(take_in)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._panes())
        lay_out(QVBoxLayout(self), self._stack, margins=(0, 0, 0, 0), gap=0)
        self.filter.chosen.connect(self.table.show_only)
        self.table.chosen.connect(self._show_submission)
        self.cards.chosen.connect(self._choose)
        self.original.chosen.connect(self.cards.choose)
        session.progressed.connect(lambda _progress: self._empty.show_reading(True))
        session.job_ended.connect(lambda: self._empty.show_reading(False))

    def _panes(self) -> QWidget:
        heading = _bar(label(_("Inkorg"), "title"), GRID, self._count, None)
        inspel = column(heading, self.filter, self.table, name="pane")
        sides = shared("original-svar", self.original, self.cards, sizes=(600, 400))
        header = _bar(self._name, GRID // 2, self._about, None, name="header")
        detail = column(header, sides, name="desk")
        return shared("inkorg", inspel, detail, sizes=(660, 780))

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes between."""
        return self.table, self.original.view, self.cards

    def refresh(self) -> None:
        """Show the round as it is now."""
        project = self.session.project
        rows = overview(project) if project else []
        self.filter.show_tasks(tasks(project) if project else (), len(rows))
        self._count.setText(_counted(rows))
        self._stack.setCurrentIndex(1 if rows else 0)
        self.table.show_only(self.filter.numbers)
        self.table.show_rows(rows)

    def show_answer(self, submission: str, answer: str) -> None:
        """Show an inspel, with the place of one of its answers marked."""
        self.table.choose(submission)
        shown = self.table.submission
        if shown and shown.id == submission:
            self.cards.choose(card_of(shown, answer))

    def poll(self) -> None:
        """Let the original fetch its pages."""
        self.original.poll()

    def _show_submission(self, submission: Submission | None) -> None:
        project = self.session.project
        if project is None or submission is None:
            self.cards.show_cards([])
            return
        cards = cards_of(submission, form_of(project), codebook_of(project))
        self._name.setText(submission.name)
        self._about.setText(_about(submission))
        self.original.show_submission(project, submission, cards)
        self.cards.show_cards(cards)

    def _choose(self, card: int) -> None:
        if card >= 0:
            self.original.choose(card)


def _hints() -> tuple[Hint, ...]:
    return (
        Hint(("J", "K"), _("nästa, förra")),
        Hint(("F6",), _("byt ruta")),
        Hint(("Ctrl", "+", "−"), _("zooma")),
    )


def _bar(*parts: QWidget | int | None, name: str = "") -> QWidget:
    made = row(*parts, name=name, gap=GRID)
    made.setFixedHeight(BAR)
    made.setContentsMargins(*_SIDE)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return made


def _counted(rows: list[Row]) -> str:
    senders = len({row.submission.name for row in rows})
    return _("{inspel} från {respondents}").format(
        inspel=words.inspel(len(rows)), respondents=words.respondents(senders)
    )


def _about(submission: Submission) -> str:
    found = words.answers(sum(answer.content for answer in submission.answers))
    kind = words.actor_type(submission.respondent.type)
    return " · ".join(filter(None, [kind, submission.respondent.municipality, found]))
