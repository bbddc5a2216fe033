"""What is asked when something is marked as secret: by which law, whose decision, which day."""

from datetime import date
from functools import partial

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from inspel_app.errors import KnownError
from inspel_app.gui.faults import explain
from inspel_app.gui.session import Session
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import button, label, lay_out, row
from inspel_app.i18n import _
from inspel_app.services.rounds import Project
from inspel_app.services.secrecy import Decision, Secrecy, found, mark, unmark

_WIDTH = 60 * GRID
_REMOVED = 2
"""How the dialog ends when the mark is to go; beside Qt's own 0 and 1."""


class SecrecyDialog(QDialog):
    """The provision, who decided and when; a mark that is there can be changed or taken away."""

    def __init__(self, what: str, said: Secrecy | None, parent: QWidget | None = None) -> None:
        """`what` is to be marked; `said` is its mark, or one to begin from."""
        super().__init__(parent)
        self.setWindowTitle(_("Sekretessmarkering"))
        self.setMinimumWidth(_WIDTH)
        self.provision = QLineEdit(said.provision if said else "")
        self.provision.setPlaceholderText(_("OSL 21 kap. 1 §"))
        self.authority = QLineEdit(said.authority if said else "")
        today = QDate.currentDate().toString(Qt.DateFormat.ISODate)
        self.day = QLineEdit(said.decided if said else today)
        self.day.setPlaceholderText(_("ÅÅÅÅ-MM-DD"))
        fields = QFormLayout()
        for name, field in (
            (_("Bestämmelse"), self.provision),
            (_("Beslutat av"), self.authority),
            (_("Dag för beslutet"), self.day),
        ):
            field.setAccessibleName(name)
            fields.addRow(name, field)
        self.mark = button(_("Markera"), self.accept, "primary")
        self.remove = button(_("Ta bort markeringen"), partial(self.done, _REMOVED))
        about = label(
            _("Det som är markerat finns bara i det som sekretariatet självt får läsa."), "muted"
        )
        about.setWordWrap(True)
        layout = QVBoxLayout(self)
        lay_out(layout, label(what, "title"), about, margins=(3 * GRID,) * 4, gap=2 * GRID)
        layout.addLayout(fields)
        layout.addWidget(row(self.remove, None, button(_("Avbryt"), self.reject), self.mark))
        for field in (self.provision, self.authority, self.day):
            field.textChanged.connect(self._allow)
        self._allow()

    @property
    def decision(self) -> Decision:
        """What is written."""
        day = date.fromisoformat(self.day.text().strip())
        return Decision(self.provision.text(), self.authority.text(), day)

    def _allow(self) -> None:
        """A mark needs a law, somebody who decided, and a day."""
        written = self.provision.text().strip() and self.authority.text().strip()
        day = QDate.fromString(self.day.text().strip(), Qt.DateFormat.ISODate)
        self.mark.setEnabled(bool(written) and day.isValid())


def ask_secrecy(
    page: QWidget, session: Session, target: str, what: str, field: str | None = None
) -> None:
    """Ask how something is secret, by an inspel's number or a passage's id, and mark it so."""
    project = session.project
    if project is None:
        return
    try:
        chosen, marks = found(project, target, field), project.secrecies().marks
    except KnownError as error:
        session.failed.emit(explain(error))
        return
    there = next((one for one in marks if one.id == chosen.id), None)
    dialog = SecrecyDialog(what, there or (marks[-1] if marks else None), page)
    dialog.remove.setVisible(there is not None)
    dialog.finished.connect(partial(_do, dialog, session, chosen))
    dialog.open()


def _do(dialog: SecrecyDialog, session: Session, chosen: Secrecy, result: int) -> None:
    def put(project: Project, by: str) -> None:
        if result == _REMOVED:
            unmark(project, chosen.id, by)
        else:
            mark(project, chosen, dialog.decision, by)

    if result:
        session.change(put)
    dialog.deleteLater()
