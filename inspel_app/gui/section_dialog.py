"""A section of the strategy's text, written by hand: its heading, what it is about, its text."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from inspel_app.domain.coding import Codebook
from inspel_app.domain.handling import Section
from inspel_app.gui import words
from inspel_app.gui.session import Session
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import Choice, button, label, lay_out, row
from inspel_app.i18n import _
from inspel_app.services.rounds import codebook_of
from inspel_app.services.strategy_text import drop_section, write_section

_SIZE = (90 * GRID, 72 * GRID)
_REMOVED = 2
"""How the dialog ends when the section is to go; beside Qt's own 0 and 1."""


class SectionDialog(QDialog):
    """A new section, or one that is there to be corrected or taken away."""

    def __init__(
        self, codebook: Codebook, section: Section | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Avsnitt i strategins text"))
        self.resize(*_SIZE)
        self.heading = QLineEdit(section.heading if section else "")
        self.part = Choice(_("Del av strategin"))
        self.part.addItem(_("Den del som rubriken nämner"))
        for code in codebook.codes:
            self.part.addItem(words.code(code.id, code.title), code.id)
        self.part.setCurrentIndex(max(self.part.findData(section.code if section else None), 0))
        self.text = QPlainTextEdit(section.text if section else "")
        self.text.setTabChangesFocus(True)
        fields = QFormLayout()
        for name, field in (
            (_("Rubrik"), self.heading),
            (_("Del av strategin"), self.part),
            (_("Text"), self.text),
        ):
            field.setAccessibleName(name)
            fields.addRow(name, field)
        self.save = button(_("Spara"), self.accept, "primary")
        self.remove = button(_("Ta bort avsnittet"), partial(self.done, _REMOVED))
        self.remove.setVisible(section is not None)
        title = _("Rätta avsnittet") if section else _("Nytt avsnitt")
        layout = QVBoxLayout(self)
        lay_out(layout, label(title, "title"), margins=(3 * GRID,) * 4, gap=2 * GRID)
        layout.addLayout(fields, 1)
        layout.addWidget(row(self.remove, None, button(_("Avbryt"), self.reject), self.save))
        self.heading.textChanged.connect(self._allow)
        self._allow()

    def _allow(self) -> None:
        """A section is known by its heading."""
        self.save.setEnabled(bool(self.heading.text().strip()))


def ask_section(page: QWidget, session: Session, section: Section | None) -> None:
    """Ask what a new section says, or what one that is there is to say."""
    if session.project:
        dialog = SectionDialog(codebook_of(session.project), section, page)
        dialog.finished.connect(partial(_do, dialog, session, section.id if section else None))
        dialog.open()


def _do(dialog: SectionDialog, session: Session, section: str | None, ended: int) -> None:
    if ended == _REMOVED and section:
        session.change(lambda project, by: drop_section(project, section, by))
    elif ended == QDialog.DialogCode.Accepted:
        heading, text = dialog.heading.text(), dialog.text.toPlainText()
        code = dialog.part.currentData()
        session.change(
            lambda project, by: write_section(
                project, heading, text, by, section=section, code=code
            )
        )
