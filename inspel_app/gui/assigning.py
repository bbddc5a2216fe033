"""Who sees to inspel: oneself by a key, or anybody by name."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QInputDialog, QWidget

from inspel_app.domain.form import Submission
from inspel_app.gui.session import Session
from inspel_app.i18n import _
from inspel_app.services.triage import assign, people


class Assigning:
    """Gives the chosen inspel to somebody."""

    def __init__(
        self, session: Session, chosen: Callable[[], Sequence[Submission]], parent: QWidget
    ) -> None:
        self._session, self._chosen, self._parent = session, chosen, parent

    def take(self) -> None:
        """See to the chosen inspel oneself, or no longer where one sees to them all."""
        me = self._session.user
        if not me:
            text = _("Skriv först ditt namn i inställningarna (Ctrl+komma).")
            self._session.failed.emit(text)
            return
        mine = all(s.assignee == me for s in self._chosen())
        self._assign("" if mine else me)

    def ask(self) -> None:
        """Ask who shall see to the chosen inspel."""
        project, chosen = self._session.project, self._chosen()
        if project is None or not chosen:
            return
        asked = QInputDialog(self._parent)
        asked.setWindowTitle(_("Ansvarig"))
        asked.setLabelText(_("Vem tar hand om inspelen? Tomt betyder ingen."))
        asked.setComboBoxEditable(True)
        asked.setComboBoxItems(["", *people(project)])
        asked.setTextValue(chosen[0].assignee)
        asked.textValueSelected.connect(self._assign)
        asked.open()

    def _assign(self, person: str) -> None:
        ids = [s.id for s in self._chosen()]
        if ids:
            self._session.change(lambda p, by: assign(p, ids, person, by))
