"""The facts of a round as fields to fill in: for a new round, and for the one that is open."""

from contextlib import suppress
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspel_app.errors import KnownError, UsageError
from inspel_app.gui.faults import explain
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import (
    button,
    column,
    fit_height,
    fit_to_screen,
    label,
    lay_out,
    row,
    scrolled,
)
from inspel_app.i18n import _
from inspel_app.services.invitations import read_list
from inspel_app.services.round_facts import SIGNATURE, Facts, Signature

_WIDTH = 72 * GRID
_LIST = 14 * GRID


class RoundFields(QWidget):
    """Name, case number, last day and who was invited."""

    def __init__(self, *before: tuple[str, QWidget]) -> None:
        """`before` are named fields that stand above; Tab goes from one to the next as they do."""
        super().__init__()
        self.setObjectName("pane")
        self.setMinimumWidth(_WIDTH)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(2 * GRID)
        self._form.setVerticalSpacing(GRID + GRID // 2)
        self.title, self.dnr, self.deadline = QLineEdit(), QLineEdit(), QLineEdit()
        self.deadline.setPlaceholderText(_("ÅÅÅÅ-MM-DD"))
        self.invited = QPlainTextEdit()
        self.invited.setTabChangesFocus(True)
        fit_height(self.invited, _LIST)
        self.invited.setPlaceholderText(
            _("En på varje rad. Klistra in från Excel, Word eller ett mejl.")
        )
        self.fault = label(role="fault")
        self.fault.setWordWrap(True)
        self.fault.hide()
        for name, field in before:
            self._form.addRow(name, field)
        for name, field in (
            (_("Namn"), self.title),
            (_("Diarienummer"), self.dnr),
            (_("Sista dag"), self.deadline),
        ):
            self._add(name, field, field)
        fetch = row(button(_("Hämta ur fil …"), self._fetch), None)
        self._add(_("Inbjudna"), self.invited, column(self.invited, fetch, gap=GRID // 2))
        self._signature: dict[str, QLineEdit] = {}

    def ask_for_signature(self) -> None:
        """Ask as well who signs the letters that answer the senders."""
        self._form.addRow(label(_("Till svarsbreven"), "section"))
        self._signature = {name: QLineEdit() for name in SIGNATURE}
        for name, shown in _signature_names().items():
            self._add(shown, self._signature[name], self._signature[name])

    def _add(self, name: str, field: QWidget, shown: QWidget) -> None:
        field.setAccessibleName(name)
        self._form.addRow(name, shown)

    def show_facts(self, facts: Facts) -> None:
        """Fill in what is known."""
        self.title.setText(facts.title)
        self.dnr.setText(facts.dnr)
        self.deadline.setText(facts.deadline.isoformat() if facts.deadline else "")
        self.invited.setPlainText(facts.invited)
        for name, field in self._signature.items():
            field.setText(getattr(facts.signature, name))

    def facts(self) -> Facts:
        """What is filled in.

        Raises:
            UsageError: the last day is none.
        """
        last = self.deadline.text().strip()
        signature = Signature(**{name: field.text() for name, field in self._signature.items()})
        invited = self.invited.toPlainText()
        return Facts(self.title.text(), self.dnr.text(), _day(last), invited, signature)

    def tell(self, error: KnownError) -> None:
        """Say why something cannot be done."""
        self.fault.setText(explain(error))
        self.fault.show()

    def _fetch(self) -> None:
        kinds = _("Text eller CSV ({files})").format(files="*.txt *.csv")
        name, _kind = QFileDialog.getOpenFileName(self, _("Lista över inbjudna"), filter=kinds)
        if name:
            try:
                self.invited.setPlainText(read_list(Path(name)))
            except UsageError as error:
                self.tell(error)


def fill(dialog: QDialog, fields: RoundFields, done: QPushButton) -> None:
    """Put the fields into a dialog below its title, and above what ends it: `done`, or cancel."""
    lay_out(
        QVBoxLayout(dialog),
        label(dialog.windowTitle(), "title"),
        scrolled(fields),
        fields.fault,
        row(None, button(_("Avbryt"), dialog.reject), done),
        margins=(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID),
        gap=2 * GRID,
    )
    done.setDefault(True)
    fit_to_screen(dialog)


class RoundFactsDialog(QDialog):
    """Changes the facts of the round that is open; `facts` are they when it is accepted."""

    def __init__(self, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = facts
        self.setWindowTitle(_("Omgångens uppgifter"))
        self.fields = RoundFields()
        self.fields.ask_for_signature()
        self.fields.show_facts(facts)
        fill(self, self.fields, button(_("Spara"), self.keep, "primary"))

    def keep(self) -> None:
        """Take what is filled in, or say what is wrong with it."""
        try:
            self.facts = self.fields.facts()
        except UsageError as error:
            self.fields.tell(error)
        else:
            self.accept()


def _signature_names() -> dict[str, str]:
    """What people know each part of the signature by."""
    return {
        "authority": _("Myndighet"),
        "unit": _("Enhet"),
        "place": _("Ort"),
        "officer": _("Handläggare"),
        "contact": _("Nås på"),
    }


def _day(text: str) -> date | None:
    if not text:
        return None
    with suppress(ValueError):
        return date.fromisoformat(text)
    raise UsageError(_("{text} är inget datum.").format(text=text), _("Skriv det som 2025-06-15."))
