"""The way out of the synthesis: which report, for whom, in which format, and the file."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from inspel_app.domain.synthesis import Audience, ReportKind
from inspel_app.gui import words
from inspel_app.gui.background import Background
from inspel_app.gui.check_dialog import CheckDialog
from inspel_app.gui.letters_dialog import LettersDialog
from inspel_app.gui.session import Session
from inspel_app.gui.widgets import Choice, button, heading, label, lay_out
from inspel_app.i18n import _
from inspel_app.services.accounts import LetterCheck, check_letters, export_account, letters_to
from inspel_app.services.jobs import finish
from inspel_app.services.reporting import FORMATS, ToCheck, export, to_check
from inspel_app.services.rounds import Project
from inspel_app.services.word_files import Update

WORD = "docx"
_Export = tuple[Path, Update | None]
"""Where something was written, and what became of a Word file that was there."""


class ExportBar(QWidget):
    """The head of the page: its name, the choices, and the button that writes."""

    changed = Signal()
    """Another report, or for others, is to be read."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._exports, self._checks = Background[_Export](), Background[LetterCheck]()
        self._persons = Background[ToCheck]()
        self.report, self.audience = Choice(_("Rapport")), Choice(_("Läsare"))
        self.format = Choice(_("Format"))
        for name, which in _reports():
            self.report.addItem(name, which)
        for name, audience in _audiences():
            self.audience.addItem(name, audience)
        for name, file_format in _formats():
            self.format.addItem(name, file_format)
        self._export = button(_("Exportera …"), self.choose_file, "primary")
        self.check = button(_("Personuppgifter …"), self._look_through, "link")
        self.check.setToolTip(
            _("Vad som täcks över för läsarna, och vad som inte kan hittas säkert")
        )
        choices = (self.report, self.audience, self.format)
        for choice in choices:
            choice.setMinimumContentsLength(14)
        head = heading(label(_("Syntes"), "title"), None, self.check, *choices, self._export)
        lay_out(QVBoxLayout(self), head, margins=(0, 0, 0, 0), gap=0)
        self.audience.activated.connect(lambda _index: self.changed.emit())
        self.audience.currentIndexChanged.connect(lambda _index: self._offer_check())
        self._offer_check()
        self.report.activated.connect(lambda _index: self._change_report())

    @property
    def which(self) -> ReportKind:
        """What is read and written: the synthesis, an account, or the letters."""
        which: ReportKind = self.report.currentData()
        return which

    @property
    def readers(self) -> Audience:
        """Whom it is for."""
        audience: Audience = self.audience.currentData()
        return audience

    def _change_report(self) -> None:
        """All but the synthesis are for Word."""
        alone = self.which is not ReportKind.SYNTHESIS
        if alone:
            self.format.setCurrentIndex(self.format.findData(WORD))
        self.format.setEnabled(not alone)
        self.changed.emit()

    def _offer_check(self) -> None:
        """Nothing is covered for the secretariat."""
        self.check.setVisible(self.readers is not Audience.WORK)

    def _look_through(self) -> None:
        """Begin to look for what is covered for the readers, and for what may be left."""
        project, audience = self._session.project, self.readers
        if project:
            self._persons.ask(project.path, lambda read: to_check(read, audience))

    def poll(self) -> None:
        """Tell what has been written, and what is not ready to be.

        Raises:
            KnownError: it could not be written.
        """
        check = self._checks.fetch()
        if check:
            self._ask_about(check)
        persons = self._persons.fetch()
        if persons is not None:
            CheckDialog(persons, self).open()
        written = self._exports.fetch()
        if written:
            self._session.told.emit(words.exported(*written), False)
        self._export.setEnabled(not self.busy)

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._exports.busy or self._checks.busy or self._persons.busy

    def close_threads(self) -> None:
        """Wait for what is being written."""
        self._exports.close()
        self._checks.close()
        self._persons.close()

    def choose_file(self) -> None:
        """Ask where the export is to be, and begin to write it."""
        project, file_format = self._session.project, self.format.currentData()
        if project is None:
            return
        if self.which is ReportKind.LETTERS:
            self._checks.ask(project.path, partial(check_letters, audience=self.readers))
            return
        suggested = project.path.with_name(f"{project.path.stem}-{self.which}.{file_format}")
        written_in = file_format == WORD  # not over: what writers have changed in it stands
        asks = QFileDialog.Option.DontConfirmOverwrite if written_in else QFileDialog.Option(0)
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Exportera"), str(suggested), f"*.{file_format}", options=asks
        )
        if name:
            self.write(Path(name))

    def _ask_about(self, check: LetterCheck) -> None:
        """Tell what is not ready in the letters, and ask for a folder if they are to be written."""
        if not check.told:
            self._choose_folder()
            return
        dialog = LettersDialog(check, self)
        dialog.accepted.connect(self._choose_folder)
        dialog.open()

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("Mapp för breven"))
        if folder:
            self.write(Path(folder))

    def write(self, path: Path) -> None:
        """Begin to write the export."""
        project, file_format = self._session.project, self.format.currentData()
        mall = self._session.preferences.settings.template
        which, audience = self.which, self.readers
        template = Path(mall) if mall and file_format == WORD else None
        user = self._session.user

        def do(read: Project) -> _Export:
            if which is ReportKind.SYNTHESIS:
                return path, export(read, file_format, path, audience, template, user)
            if which is ReportKind.LETTERS:
                finish(letters_to(read, path, audience, template, user), lambda _progress: None)
                return path, None
            return path, export_account(read, which, path, audience, template, user)

        if project:
            self._exports.ask(project.path, do)


def _reports() -> list[tuple[str, ReportKind]]:
    return [
        (_("Syntes"), ReportKind.SYNTHESIS),
        (_("Samrådsredogörelse"), ReportKind.ACCOUNT),
        (_("Samrådsredogörelse efter avsändare"), ReportKind.BY_RESPONDENT),
        (_("Svarsbrev"), ReportKind.LETTERS),
    ]


def _audiences() -> list[tuple[str, Audience]]:
    return [
        (_("För skrivgruppen"), Audience.WRITING),
        (_("För sekretariatet"), Audience.WORK),
        (_("För allmänheten"), Audience.PUBLIC),
    ]


def _formats() -> list[tuple[str, str]]:
    names = {
        "docx": _("Word"),
        "xlsx": _("Excel"),
        "html": _("Webbsida"),
        "json": _("JSON"),
        "csv": _("CSV"),
        "qdpx": _("Analysprojekt (REFI-QDA)"),
        "qdc": _("Kodbok (REFI-QDA)"),
    }
    return [(names.get(one, one), one) for one in FORMATS]
