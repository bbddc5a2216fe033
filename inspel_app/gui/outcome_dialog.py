"""What became of an inspel: each of its points with the answer, and what it led to."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from inspel_app.domain.form import Submission
from inspel_app.gui import words
from inspel_app.gui.background import Background
from inspel_app.gui.report_view import ReportView
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import ElidedLabel, button, label, lay_out, row
from inspel_app.i18n import _
from inspel_app.services.handling import Change, disposition_name, handling_state
from inspel_app.services.outcome import Answered, outcome
from inspel_app.services.reporting import AnswerBlock, Block, Quote, Section, Text
from inspel_app.services.respondents import respondent_name
from inspel_app.services.rounds import Project

_SIZE = (96 * GRID, 90 * GRID)


class Outcomes:
    """Finds out beside the window what became of an inspel, and shows it above a page."""

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self._reading: Background[tuple[Submission, tuple[Answered, ...]]] = Background()

    @property
    def busy(self) -> bool:
        """Whether the answer is on its way."""
        return self._reading.busy

    def ask(self, project: Project, submission: str) -> None:
        """Begin to find out what became of an inspel, by its id."""
        self._reading.ask(
            project.path, lambda p: (p.submission(submission), outcome(p, submission))
        )

    def poll(self) -> None:
        """Show the answer when it is there.

        Raises:
            KnownError: the round cannot be read.
        """
        found = self._reading.fetch()
        if found:
            OutcomeDialog(*found, self._page).open()

    def close(self) -> None:
        """Wait for what is being read."""
        self._reading.close()


class OutcomeDialog(QDialog):
    """Each point with the answer, and what it led to in the strategy."""

    def __init__(
        self, submission: Submission, answers: Sequence[Answered], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Vad blev det av inspelet?"))
        self.resize(*_SIZE)
        who, self.text = ElidedLabel("muted"), ReportView()
        kind = words.actor_type(submission.respondent.type)
        number = _("inspel {n}").format(n=submission.number)
        who.setText(f"{respondent_name(submission)} · {kind} · {number}")
        self.text.setAccessibleName(_("Vad blev det av inspelet?"))
        self.text.show_section(_section(answers))
        lay_out(
            QVBoxLayout(self),
            label(_("Vad blev det av inspelet?"), "title"),
            who,
            self.text,
            row(None, button(_("Stäng"), self.reject)),
            margins=(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID),
            gap=GRID,
        )
        self.text.setFocus()


def _section(answers: Sequence[Answered]) -> Section:
    """Each point with what becomes of it, in the order in which they were written."""
    if not answers:
        why = _("Inspelet räknas inte, eller säger inget i sak. Det får inget eget svar.")
        return Section(_("Inget svar"), blocks=(Text(why),))
    blocks = tuple(block for one in answers for block in _blocks(one))
    return Section(_summary(answers), blocks=blocks)


def _blocks(answered: Answered) -> Iterator[Block]:
    said, handled = answered.quotation, answered.handled
    yield Quote(said.text, said.place, "", "", "")
    if handled is None or handled.handling.disposition is None:
        yield Text(_("Inte hanterad än"), quiet=True)
        return
    handling = handled.handling
    state = handling_state(handling.state).lower()
    given = f"{disposition_name(handling.disposition)} ({state})"
    yield AnswerBlock(given, handling.text, "", "\n".join(map(_changed, answered.changes)))


def _changed(change: Change) -> str:
    """The section, and what is new in it."""
    text = _("Ändrat i {heading}").format(heading=change.section.heading)
    return " ".join([text, *(f"”{one}”" for one in change.sentences)])


def _summary(answers: Sequence[Answered]) -> str:
    """How many points have an answer."""
    given = sum(one.handled is not None and one.handled.answered for one in answers)
    text = _("{n} av {points} har svar")
    return text.format(n=given, points=words.points(len(answers)))
