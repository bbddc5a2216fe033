"""What became of the files that were taken in, during an import and for ever after."""

from PySide6.QtCore import QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QDialog, QTextEdit, QVBoxLayout, QWidget

from inspel_app.domain.form import Submission
from inspel_app.gui import words
from inspel_app.gui.imports_model import INSPEL, NAME, RESULT, ImportsModel, capital
from inspel_app.gui.item_models import Index
from inspel_app.gui.plain import plain
from inspel_app.gui.row_table import row_table
from inspel_app.gui.session import Session
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import (
    Choice,
    ElidedLabel,
    button,
    fit_height,
    fit_least_width,
    label,
    lay_out,
    row,
    set_role,
    set_up_text,
)
from inspel_app.i18n import _
from inspel_app.services.imports import Import, counts, imports, what_to_do
from inspel_app.services.jobs import Outcome, Progress, Result

_SIZE = (120 * GRID, 84 * GRID)
_WIDTHS = {RESULT: 22 * GRID, INSPEL: 36 * GRID}


class ImportsDialog(QDialog):
    """The files of one import, with what each became and what to do about it; beside the window.

    While files are read they come one by one.
    """

    wanted = Signal(str)
    """The inspel to show, by its id."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._imports: list[Import] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Inlästa filer"))
        self.resize(*_SIZE)
        self.when, self.which = Choice(_("När")), Choice(_("Utfall"))
        fit_least_width(self.when, 34 * GRID)
        self.model = ImportsModel(self._find, self)
        self._shown = _Chosen(self.model)
        self.table = row_table(
            self._shown,
            _("Filer"),
            wide=NAME,
            widths=_WIDTHS,
            bare=_("Här står vad varje fil blir när den läses in. Dra filer till fönstret."),
        )
        self._name, self.text = ElidedLabel("heading"), _Told()
        self.go = button(_("Gå till inspelet"), self._go, "primary")
        self.go.setDefault(True)
        lay_out(
            QVBoxLayout(self),
            row(label(_("Inlästa filer"), "title"), None, self.when, self.which),
            self.table,
            self._name,
            self.text,
            row(None, button(_("Stäng"), self.reject), self.go),
            margins=(3 * GRID, 2 * GRID, 3 * GRID, 3 * GRID),
            gap=2 * GRID,
        )
        self.when.currentIndexChanged.connect(self._show_import)
        self.which.currentIndexChanged.connect(self._choose)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _was: self._tell())
        self.table.doubleClicked.connect(lambda _index: self._go())
        session.progressed.connect(self._follow)
        session.job_ended.connect(self.refresh)
        session.opened.connect(self.reject)
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Show the imports as they are kept now; the latest first, or the one under way."""
        project, coming = self._session.project, self._session.outcomes
        self._imports = imports(project) if project else []
        if self._session.busy and coming:
            self._imports.insert(0, Import("", self._session.user, tuple(coming)))
        self.when.blockSignals(True)  # or else the first added would be shown at once
        self.when.clear()
        for one in self._imports:
            self.when.addItem(_when(one))
        self.when.blockSignals(False)
        for choice in (self.when, self.which):
            choice.setVisible(bool(self._imports))
        self._show_import(0)

    def _follow(self, progress: Progress) -> None:
        """Add the file that has just been read, if the import under way is looked at."""
        if progress.outcome is None:
            return
        if not self._imports or self._imports[0].begun:
            self.refresh()
        elif self.when.currentIndex() == 0:
            self.model.add(progress.outcome)
            self._offer_results()
            self.table.scrollToBottom()
        if not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def _show_import(self, number: int) -> None:
        if 0 <= number < len(self._imports):
            self.model.show(self._imports[number].outcomes)
        self._offer_results()
        self._choose()

    def _offer_results(self) -> None:
        """Let the files of each outcome be shown alone, with how many they are."""
        chosen = self.which.currentData()
        self.which.blockSignals(True)
        self.which.clear()
        self.which.addItem(_("Alla {n}").format(n=len(self.model.outcomes)))
        for result, n in counts(self.model.outcomes):
            self.which.addItem(f"{capital(result.label)} {n}", result)
        self.which.setCurrentIndex(max(self.which.findData(chosen), 0))
        self.which.blockSignals(False)

    def _choose(self) -> None:
        self._shown.show_only(self.which.currentData())
        self.table.selectRow(0)
        self._tell()

    @property
    def outcome(self) -> Outcome | None:
        """The file that is chosen."""
        index = self._shown.mapToSource(self.table.currentIndex())
        return self.model.outcomes[index.row()] if index.isValid() else None

    def _tell(self) -> None:
        outcome = self.outcome
        found = bool(outcome and outcome.submission and self._find(outcome.submission))
        self.go.setEnabled(found)
        self._name.setText(outcome.name if outcome else "")
        self.text.setPlainText(plain(_told(outcome, self.model.inspel(outcome))) if outcome else "")

    def _find(self, submission: str) -> Submission | None:
        project = self._session.project
        return project.find_submission(submission) if project else None

    def _go(self) -> None:
        if self.outcome and self.outcome.submission and self.go.isEnabled():
            self.wanted.emit(self.outcome.submission)


class _Chosen(QSortFilterProxyModel):
    """The files with one outcome, or all."""

    def __init__(self, model: ImportsModel) -> None:
        super().__init__(model)
        self._model = model
        self._only: Result | None = None
        self.setSourceModel(model)

    def show_only(self, result: Result | None) -> None:
        """Show the files that became this; all if None."""
        self.beginFilterChange()
        self._only = result
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, _source_parent: Index) -> bool:
        """Whether a file is among those to show."""
        return self._only in (None, self._model.outcomes[source_row].result)


class _Told(QTextEdit):
    """What is to be known of one file."""

    def __init__(self) -> None:
        super().__init__()
        set_up_text(self, _("Vad som hände med filen"))
        set_role(self, "told")
        fit_height(self, 15 * GRID)


def _when(one: Import) -> str:
    count = words.files(len(one.outcomes))
    return f"{words.minute(one.begun)} · {count}" if one.begun else _("Läses in nu")


def _told(outcome: Outcome, inspel: str) -> str:
    """What a file became, and below it each problem with what to do about it."""
    became = capital(outcome.result.label)
    if outcome.submission:
        became = _("{became}: inspel {inspel}").format(became=became, inspel=inspel)
    told = [f"{p.message} {what_to_do(p)}".strip() for p in outcome.problems]
    return "\n\n".join([f"{became.removesuffix('.')}.", *told])
