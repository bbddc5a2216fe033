"""The synthesis as it will be read, composed by people, and the way out of the program."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspel_app.domain.composition import AS_MADE
from inspel_app.domain.synthesis import Audience, ReportKind
from inspel_app.errors import KnownError
from inspel_app.gui.actions import action
from inspel_app.gui.background import Background
from inspel_app.gui.composer import Composer
from inspel_app.gui.export_bar import ExportBar
from inspel_app.gui.faults import explain
from inspel_app.gui.page import Hint, Page, PageId
from inspel_app.gui.session import Session
from inspel_app.gui.widgets import lay_out
from inspel_app.i18n import _
from inspel_app.services.accounts import account_of
from inspel_app.services.draft import Draft, draft_of
from inspel_app.services.reporting import Report
from inspel_app.services.rounds import Project

_Read = Draft | Report


class SynthesisPage(Page):
    """The report while it is composed; above it for whom it is, and the way out."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, PageId.SYNTHESIS, _hints())
        self._reports = Background[_Read]()
        self._empty = False
        self.exports, self.composer = ExportBar(session), Composer()
        action(self, _("Exportera …"), self.exports.choose_file, "Ctrl+E")
        lay_out(QVBoxLayout(self), self.exports, self.composer, margins=(0, 0, 0, 0), gap=0)
        self.exports.changed.connect(self._change_report)
        self.composer.wanted.connect(session.change)
        session.leaving.connect(self.composer.section.text.keep)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """Those of the report."""
        return self.composer.panes

    def refresh(self) -> None:
        """Begin to compose the round as it is now."""
        project = self.session.project
        if project:
            audience, which = self.exports.readers, self.exports.which
            self._reports.ask(project.path, lambda read: _read(read, which, audience))

    def renew(self, passages: Sequence[str]) -> None:
        """Show at once what people have made of the report, and read what else is new."""
        project = self.session.project
        if project and not self.composer.show_composition(project.composition()):
            super().renew(passages)

    def _change_report(self) -> None:
        self.composer.wait()
        self.refresh()

    @property
    def bare(self) -> bool:
        """Whether there is nothing to tell of, and nobody has written anything."""
        return self._empty

    def find_here(self) -> bool:
        """Look for a text in the whole report."""
        self.composer.finding.begin()
        return True

    def poll(self) -> None:
        """Show what has been composed, and tell what has been written."""
        try:
            read = self._reports.fetch()
            if read:
                self.composer.show_report(read)
                if isinstance(read, Draft):
                    self._empty = not read.synthesis.submissions and read.composition == AS_MADE
                self.begin_or_go_on()
            self.exports.poll()
        except KnownError as error:
            self.session.failed.emit(explain(error))

    @property
    def busy(self) -> bool:
        """Whether something is being composed or written."""
        return self._reports.busy or self.exports.busy

    def close_threads(self) -> None:
        """Wait for what is being written."""
        self._reports.close()
        self.exports.close_threads()


def _read(project: Project, which: ReportKind, audience: Audience) -> _Read:
    if which is ReportKind.SYNTHESIS:
        return draft_of(project, audience)
    shown = ReportKind.BY_RESPONDENT if which is ReportKind.LETTERS else which
    return account_of(project, shown, audience)


def _hints() -> tuple[Hint, ...]:
    return (
        Hint(("J", "K"), _("nästa, förra")),
        Hint(("Alt+↑", "Alt+↓"), _("flytta")),
        Hint(("X", "Delete"), _("utelämna")),
        Hint(("E",), _("skriv")),
        Hint(("N",), _("nytt avsnitt")),
        Hint((_("Mellanslag"),), _("välj citat")),
        Hint(("F6",), _("byt ruta")),
        Hint(("Ctrl", "E"), _("exportera")),
    )
