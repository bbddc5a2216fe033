"""The ways to other people's copies of the round: what they hold comes in, and quarrels end."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from inspel_app.gui.actions import action
from inspel_app.gui.merge_dialog import MergeDialog
from inspel_app.gui.new_round import FILES
from inspel_app.gui.quarrels_dialog import QuarrelsDialog
from inspel_app.gui.session import Session
from inspel_app.i18n import _
from inspel_app.services.checkouts import hint
from inspel_app.services.merging import merge
from inspel_app.services.quarrels import quarrels


class Copies(QObject):
    """What can be done with copies, as actions of a window."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._awaited = False
        self.take_in = action(window, _("Ta in kopior …"), self.choose)
        self.settle = action(window, _("Avgör konflikter …"), self.show_quarrels)
        session.job_ended.connect(self._show_new)
        session.opened.connect(self._advise)

    def offer(self, *, free: bool) -> None:
        """Let them be chosen where a round is open and nothing else is going on."""
        self.take_in.setEnabled(free)
        self.settle.setEnabled(free)

    def choose(self) -> None:
        """Ask which copies to take in."""
        kind = _("Omgångar ({files})").format(files=FILES)
        names, _kind = QFileDialog.getOpenFileNames(self._window, _("Ta in kopior"), filter=kind)
        if names:
            self.ask([Path(name) for name in names])

    def ask(self, copies: Sequence[Path]) -> None:
        """Show what copies would bring, and take them in if that is wanted."""
        if self._session.project is None:
            return
        dialog = MergeDialog(self._session.project.path, copies, self._window)
        dialog.accepted.connect(lambda: self._begin(copies))
        dialog.open()

    def show_quarrels(self) -> None:
        """Show what is open."""
        QuarrelsDialog(self._session, self._window).open()

    def _advise(self) -> None:
        """Tell who opens a round where others fetch it that it is better to work in a copy."""
        told = hint(self._session.project.path) if self._session.project else ""
        if told:
            self._session.told.emit(told, False)

    def _begin(self, copies: Sequence[Path]) -> None:
        self._awaited = True
        self._session.change_beside(lambda p, by: merge(p, copies, by), _("Tar in kopior …"))

    def _show_new(self) -> None:
        """Show what is open when the copies have come in."""
        project, awaited = self._session.project, self._awaited
        self._awaited = False
        if awaited and project and quarrels(project):
            self.show_quarrels()
