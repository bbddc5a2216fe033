"""The synthesis as it will be read, and the way out: to Word, Excel, HTML and other programs."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inspel_app.domain.synthesis import Audience, ReportKind
from inspel_app.errors import KnownError
from inspel_app.gui import words
from inspel_app.gui.actions import action
from inspel_app.gui.background import Background
from inspel_app.gui.faults import explain
from inspel_app.gui.find_bar import FindBar
from inspel_app.gui.keys import StepKeys
from inspel_app.gui.page import Hint, Page, PageId
from inspel_app.gui.plain import plain
from inspel_app.gui.report_finder import ReportFinder
from inspel_app.gui.report_view import ReportView, flattened
from inspel_app.gui.session import Session
from inspel_app.gui.widgets import Choice, button, column, heading, label, lay_out, shared, tip
from inspel_app.i18n import _
from inspel_app.services.accounts import account_of, export_account, letters_to
from inspel_app.services.jobs import finish
from inspel_app.services.reporting import FORMATS, Report, Section, export, report_of
from inspel_app.services.rounds import Project
from inspel_app.services.word_files import Left

WORD = "docx"
_Export = tuple[Path, tuple[Left, ...]]
"""Where something was written, and what was left alone in what was there."""


class SynthesisPage(Page):
    """Contents | the chosen section; above them for whom it is, and the way out."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, PageId.SYNTHESIS, _hints())
        self._reports, self._exports = Background[Report](), Background[_Export]()
        self.audience, self.format = Choice(_("Läsare")), Choice(_("Format"))
        self.report = Choice(_("Rapport"))
        for name, which in _reports():
            self.report.addItem(name, which)
        for name, audience in _audiences():
            self.audience.addItem(name, audience)
        for name, file_format in _formats():
            self.format.addItem(name, file_format)
        self._export = button(_("Exportera …"), self.choose_file, "primary")
        self.contents, self.text = QListWidget(), ReportView()
        self.finding = FindBar(self._finder, lambda: self.text)
        self._notice = label(_("Sammanställer …"), "muted")
        self._notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sections: list[Section] = []
        self._depths: list[int] = []
        action(self, _("Exportera …"), self.choose_file, "Ctrl+E")
        self._set_up()
        self.audience.activated.connect(lambda _index: self.refresh())
        self.report.activated.connect(lambda _index: self._change_report())
        self.contents.currentRowChanged.connect(self._show_section)

    def _set_up(self) -> None:
        self.contents.setAccessibleName(_("Innehåll"))
        self.contents.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        StepKeys(self.contents)
        choices = (self.report, self.audience, self.format)
        for choice in choices:
            choice.setMinimumContentsLength(14)
        head = heading(label(_("Syntes"), "title"), None, *choices, self._export)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._notice)
        self._stack.addWidget(self.text)
        contents = column(self.contents, name="pane")
        report = column(self.finding, self._stack)
        panes = shared("syntes", contents, report, sizes=(360, 1000))
        lay_out(QVBoxLayout(self), head, panes, margins=(0, 0, 0, 0), gap=0)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """Contents and text."""
        return self.contents, self.text

    def refresh(self) -> None:
        """Begin to compose the round as it is now."""
        project = self.session.project
        if project:
            audience: Audience = self.audience.currentData()
            shown = ReportKind.BY_RESPONDENT if self._which is ReportKind.LETTERS else self._which
            self._reports.ask(project.path, lambda read: _report_of(read, shown, audience))
            self._stack.setCurrentWidget(self._notice)

    @property
    def _which(self) -> ReportKind:
        """What is read and written: the synthesis, an account, or the letters."""
        which: ReportKind = self.report.currentData()
        return which

    def _change_report(self) -> None:
        """Read another report; all but the synthesis are for Word."""
        alone = self._which is not ReportKind.SYNTHESIS
        if alone:
            self.format.setCurrentIndex(self.format.findData(WORD))
        self.format.setEnabled(not alone)
        self.refresh()

    def find_here(self) -> bool:
        """Look for a text in the whole report."""
        self.finding.begin()
        return True

    def poll(self) -> None:
        """Show what has been composed, and tell what has been written."""
        try:
            report = self._reports.fetch()
            if report:
                self._show(report)
            written = self._exports.fetch()
            if written:
                self.session.told.emit(words.exported(*written), False)
        except KnownError as error:
            self.session.failed.emit(explain(error))
        self._export.setEnabled(not self._exports.busy)

    @property
    def busy(self) -> bool:
        """Whether something is being composed or written."""
        return self._reports.busy or self._exports.busy

    def close_threads(self) -> None:
        """Wait for what is being written."""
        self._reports.close()
        self._exports.close()

    def choose_file(self) -> None:
        """Ask where the export is to be, and begin to write it."""
        project, file_format = self.session.project, self.format.currentData()
        if project is None:
            return
        if self._which is ReportKind.LETTERS:
            folder = QFileDialog.getExistingDirectory(self, _("Mapp för breven"))
            if folder:
                self.write(Path(folder))
            return
        suggested = project.path.with_name(f"{project.path.stem}-{self._which}.{file_format}")
        written_in = file_format == WORD  # not over: what writers have changed in it stands
        asks = QFileDialog.Option.DontConfirmOverwrite if written_in else QFileDialog.Option(0)
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Exportera"), str(suggested), f"*.{file_format}", options=asks
        )
        if name:
            self.write(Path(name))

    def write(self, path: Path) -> None:
        """Begin to write the export."""
        project, file_format = self.session.project, self.format.currentData()
        audience: Audience = self.audience.currentData()
        mall, which = self.session.preferences.settings.template, self._which
        template = Path(mall) if mall and file_format == WORD else None
        user = self.session.user

        def do(read: Project) -> _Export:
            if which is ReportKind.SYNTHESIS:
                return path, export(read, file_format, path, audience, template, user)
            if which is ReportKind.LETTERS:
                finish(letters_to(read, path, audience, template, user), lambda _progress: None)
                return path, ()
            return path, export_account(read, which, path, audience, template, user)

        if project:
            self._exports.ask(project.path, do)

    def _show(self, report: Report) -> None:
        before = max(self.contents.currentRow(), 0)
        found = flattened(report.sections)
        self._sections = [section for _depth, section in found]
        self._depths = [depth for depth, _section in found]
        self.contents.clear()
        for depth, section in found:
            item = QListWidgetItem("    " * depth + plain(section.title))
            item.setToolTip(tip(section.title))
            self.contents.addItem(item)
        self._stack.setCurrentWidget(self.text)
        self.contents.setCurrentRow(min(before, len(found) - 1))
        self.finding.renew()

    def _finder(self) -> ReportFinder:
        """Finds in the sections of the upper level, which hold all of the others."""
        rows = [n for n, depth in enumerate(self._depths) if depth == 0]
        row = max(self.contents.currentRow(), 0)
        here = max(sum(n <= row for n in rows) - 1, 0)
        if rows and rows[here] != row:
            self.contents.setCurrentRow(rows[here])
        sections = [self._sections[n] for n in rows]
        return ReportFinder(
            self.text, sections, here, lambda n: self.contents.setCurrentRow(rows[n])
        )

    def _show_section(self, number: int) -> None:
        if 0 <= number < len(self._sections):
            self.text.show_section(self._sections[number])


def _report_of(project: Project, which: ReportKind, audience: Audience) -> Report:
    if which is ReportKind.SYNTHESIS:
        return report_of(project, audience)
    return account_of(project, which, audience)


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


def _hints() -> tuple[Hint, ...]:
    return (
        Hint(("J", "K"), _("nästa, förra")),
        Hint(("F6",), _("byt ruta")),
        Hint(("Ctrl", "E"), _("exportera")),
    )
