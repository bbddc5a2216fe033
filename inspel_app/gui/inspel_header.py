"""The line above an inspel: who sent it, what it holds, and where it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from inspel_app.domain.form import Status, Submission
from inspel_app.gui import words
from inspel_app.gui.flow_layout import FlowLayout
from inspel_app.gui.menu_button import MenuButton
from inspel_app.gui.tokens import BAR, GRID
from inspel_app.gui.widgets import ElidedLabel, button, column, fit_least_height, tip
from inspel_app.i18n import _
from inspel_app.services.respondents import respondent_name
from inspel_app.services.triage import status_name

STAGES = {
    "N": Status.NY,
    "L": Status.LAST,
    "C": Status.KOMPLETTERAS,
    "G": Status.KLAR,
    "X": Status.RAKNAS_INTE,
}
"""The keys for where an inspel stands."""

_MOST = 16
"""Letters of a name; the rest stands in the tip."""


class InspelHeader(QWidget):
    """The name, a few facts, and what can be done with the inspel by mouse."""

    staged = Signal(object)
    """The `Status` that was chosen in the menu."""

    sender_wanted = Signal()
    assignee_wanted = Signal()
    kin_wanted = Signal()
    """Compare the inspel with the one that it is like."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        fit_least_height(self, BAR)
        self._name, self._about = ElidedLabel("section"), ElidedLabel("muted")
        self.status = MenuButton()
        for key, status in STAGES.items():
            made = self.status.choices.addAction(f"{status_name(status)}\t{key}")
            made.triggered.connect(lambda _on, chosen=status: self.staged.emit(chosen))
        self.compare = button(_("Jämför …"), self.kin_wanted.emit, "chip")
        self.edit = button(_("Avsändare …"), self.sender_wanted.emit, "chip")
        self.assignee = button("", self.assignee_wanted.emit, "chip")
        line = FlowLayout(self, gap=GRID, margins=(3 * GRID, GRID // 2, 2 * GRID, GRID // 2))
        line.addWidget(column(self._name, self._about, gap=2))
        line.go_right()
        for chip in (self.compare, self.edit, self.assignee, self.status):
            line.addWidget(chip)

    def show_submission(self, submission: Submission, *, kin: bool) -> None:
        """Tell of another inspel, or of the same as it is now; `kin` is whether one is like it."""
        self.compare.setVisible(kin)
        self._name.setText(respondent_name(submission))
        self._about.setText(_about(submission))
        who = submission.assignee
        self.assignee.setText(
            _("Ansvarig: {name}").format(name=who[:_MOST]).replace("&", "&&")
            if who
            else _("Ansvarig …")
        )
        self.assignee.setToolTip(tip(who))
        stage = status_name(submission.status)
        self.status.setText(stage)
        self.status.setAccessibleName(_("Status: {stage}").format(stage=stage))


def _about(submission: Submission) -> str:
    found = words.answers(sum(answer.content for answer in submission.answers))
    kind = words.actor_type(submission.respondent.type)
    return " · ".join(filter(None, [kind, submission.respondent.municipality, found]))
