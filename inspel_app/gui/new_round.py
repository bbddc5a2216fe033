"""Asks where a new round is to be saved, and by which strategy and form it goes."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLineEdit,
    QWidget,
)

from inspel_app.errors import KnownError
from inspel_app.gui.round_fields import RoundFields, fill
from inspel_app.gui.widgets import Choice, button, row
from inspel_app.i18n import _
from inspel_app.resources import forms, load_form, load_strategy, strategies
from inspel_app.resources.settings import user
from inspel_app.services.round_facts import change_facts
from inspel_app.services.rounds import Project, new_round

FILES = "*.inspel"


class NewRoundDialog(QDialog):
    """Makes a round; `project` is it when the dialog has been accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.setWindowTitle(_("Ny omgång"))
        self.path = QLineEdit(str(_suggested()))
        self.path.setAccessibleName(_("Spara som"))
        self.strategy, self._form = Choice(_("Strategi")), Choice(_("Blankett"))
        self.fields = RoundFields(
            (_("Spara som"), row(self.path, button(_("Välj …"), self._browse))),
            (_("Strategi"), self.strategy),
            (_("Blankett"), self._form),
        )
        self.fields.title.setPlaceholderText(_("Strategins namn och året"))
        for strategy in strategies():
            self.strategy.addItem(load_strategy(strategy).title, strategy)
        self.strategy.currentIndexChanged.connect(lambda _index: self._offer_forms())
        self._offer_forms()
        fill(self, self.fields, button(_("Skapa omgång"), self.make, "primary"))
        self.path.setFocus()

    def _offer_forms(self) -> None:
        self._form.clear()
        for form in forms():
            template = load_form(form)
            if template.strategy == self.strategy.currentData():
                self._form.addItem(template.title, form)
        self._form.setEnabled(self._form.count() > 1)
        if not self._form.count():
            self._form.addItem(_("Ingen: allt läses som brev"), None)

    def _browse(self) -> None:
        kind = _("Omgångar ({files})").format(files=FILES)
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Spara omgången som"), self.path.text(), kind
        )
        if name:
            self.path.setText(name)

    def make(self) -> None:
        """Make the round, or say why it cannot be made."""
        path = Path(self.path.text()).expanduser()
        try:
            facts, me = self.fields.facts(), user()
            self.project = new_round(
                path if path.suffix == ".inspel" else path.with_name(f"{path.name}.inspel"),
                strategy=self.strategy.currentData(),
                form=self._form.currentData(),
                title=facts.title.strip(),
                dnr=facts.dnr.strip(),
                deadline=facts.deadline,
            )
            change_facts(self.project, facts, me)
        except KnownError as error:
            self.fields.tell(error)
        else:
            self.accept()


def _suggested() -> Path:
    """A name in the user's documents that nothing has yet."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    names = (_("Ny omgång") + (f" {n}" if n > 1 else "") for n in range(1, 1000))
    paths = (Path(folder, f"{name}.inspel") for name in names)
    return next(path for path in paths if not path.exists())
