"""The window: the start page, or the round that is open between its two bars."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QStackedWidget

from inspel_app.domain.form import ActorType
from inspel_app.errors import KnownError
from inspel_app.gui import memory
from inspel_app.gui.actions import Actions, action
from inspel_app.gui.copies import Copies
from inspel_app.gui.faults import explain
from inspel_app.gui.finder import Finder
from inspel_app.gui.first_hint import FirstHint
from inspel_app.gui.footer import Footer
from inspel_app.gui.handling_page import HandlingPage
from inspel_app.gui.help_panel import HelpPanel
from inspel_app.gui.history_page import HistoryPage
from inspel_app.gui.imports_dialog import ImportsDialog
from inspel_app.gui.inbox_page import InboxPage
from inspel_app.gui.key_list import key_groups
from inspel_app.gui.keys import press
from inspel_app.gui.keys_dialog import KeysDialog
from inspel_app.gui.memory import Place
from inspel_app.gui.mending import Mending
from inspel_app.gui.new_round import FILES, NewRoundDialog
from inspel_app.gui.overview_page import OverviewPage
from inspel_app.gui.page import Page, PageId, page_name
from inspel_app.gui.plain import plain
from inspel_app.gui.preferences import Preferences
from inspel_app.gui.rail import Rail
from inspel_app.gui.round_fields import RoundFactsDialog
from inspel_app.gui.session import Session
from inspel_app.gui.settings_dialog import SettingsDialog
from inspel_app.gui.start_page import StartPage
from inspel_app.gui.style import dress
from inspel_app.gui.synthesis_page import SynthesisPage
from inspel_app.gui.tagging_page import TaggingPage
from inspel_app.gui.themes_page import ThemesPage
from inspel_app.gui.top_bar import TopBar
from inspel_app.gui.widgets import column, row
from inspel_app.i18n import _
from inspel_app.resources import resource_dir
from inspel_app.resources.settings import Theme
from inspel_app.services.round_facts import change_facts, facts
from inspel_app.services.rounds import new_round

POLL_MS = 100

AnyPage = TypeVar("AnyPage", bound=Page)


class MainWindow(QMainWindow):
    """Puts the pages together, and asks now and then what jobs and child processes have done."""

    def __init__(self, preferences: Preferences | None = None) -> None:
        super().__init__()
        self.session = Session(self, preferences)
        self.finder, self.mending = Finder(self), Mending(self.session, self)
        self.actions_ = self._make_actions()
        self.footer = Footer(self.session, self.actions_)
        self._top = TopBar(self.session, self.actions_, Copies(self.session, self))
        self._start = StartPage(self.choose_round, self.make_round, self.try_example)
        self._start.again.connect(self.session.open)
        self.made: dict[PageId, Page] = {}
        """The pages that somebody has been to."""
        self.rail = Rail(tuple(PageId), below=1, settings=self.actions_.settings)
        self.rail.chosen.connect(lambda number: self.go_to(self.page_of(tuple(PageId)[number])))
        self._of_rounds = [self._way_to(which, n) for n, which in enumerate(PageId, start=1)]
        self._stack = QStackedWidget()
        self._stack.addWidget(self._start)
        self._help, self._hint = HelpPanel(self.actions_.help), FirstHint()
        middle = row(self._stack, self._help, gap=0)
        work = row(self.rail, column(self._top, middle, self._hint, self.footer), gap=0)
        self.setCentralWidget(work)
        self.setAcceptDrops(True)
        self.setMinimumSize(960, 600)
        self.resize(1440, 900)
        self.session.opened.connect(self._show_round)
        self.session.leaving.connect(self._keep_states)
        self._place = Place()
        self._left: Mapping[str, Mapping[str, object]] = {}
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._poll)
        self._timer.start()
        dress(self)
        self.session.opened.emit()

    @cached_property
    def overview(self) -> OverviewPage:
        """The round in pictures."""
        page = OverviewPage(self.session, self.actions_.facts)
        page.heat.chosen.connect(self._show_points)
        page.inspel_wanted.connect(self._show_inspel)
        page.points_wanted.connect(self._show_uncoded)
        page.disputed_wanted.connect(self._show_disputed)
        return self._added(page)

    @cached_property
    def inbox(self) -> InboxPage:
        """What has come in."""
        return self._added(InboxPage(self.session, self.actions_.take_in, self.actions_.imports))

    @cached_property
    def tagging(self) -> TaggingPage:
        """The passages, one by one."""
        page = TaggingPage(self.session)
        page.original_wanted.connect(self._show_original)
        return self._added(page)

    @cached_property
    def themes(self) -> ThemesPage:
        """The themes and their map."""
        return self._added(ThemesPage(self.session))

    @cached_property
    def handling(self) -> HandlingPage:
        """What becomes of themes and passages."""
        return self._added(HandlingPage(self.session))

    @cached_property
    def synthesis(self) -> SynthesisPage:
        """The report as it will be read."""
        return self._added(SynthesisPage(self.session))

    @cached_property
    def history(self) -> HistoryPage:
        """What has been done."""
        return self._added(HistoryPage(self.session))

    def page_of(self, which: PageId) -> Page:
        """A page, which is made when it is first asked for."""
        ways: dict[PageId, Callable[[], Page]] = {
            PageId.OVERVIEW: lambda: self.overview,
            PageId.INBOX: lambda: self.inbox,
            PageId.TAGGING: lambda: self.tagging,
            PageId.THEMES: lambda: self.themes,
            PageId.HANDLING: lambda: self.handling,
            PageId.SYNTHESIS: lambda: self.synthesis,
            PageId.HISTORY: lambda: self.history,
        }
        return ways[which]()

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages, also those that nobody has been to."""
        return tuple(map(self.page_of, PageId))

    def _added(self, page: AnyPage) -> AnyPage:
        """Give a new page its place in the window."""
        self.made[page.id] = page
        page.offer(self.actions_.take_in)
        page.take_up_when_seen(self._left.get(page.drawing, {}))
        page.waiting.connect(partial(self.rail.show_waiting, tuple(PageId).index(page.id)))
        page.rehinted.connect(self._tell_keys)
        self._stack.addWidget(page)
        return page

    def _way_to(self, which: PageId, number: int) -> QAction:
        return action(
            self, page_name(which), lambda: self.go_to(self.page_of(which)), f"Ctrl+{number}"
        )

    def _make_actions(self) -> Actions:
        action(self, _("Nästa ruta"), lambda: self._go_to_pane(1), "F6")
        action(self, _("Förra rutan"), lambda: self._go_to_pane(-1), "Shift+F6")
        action(self, _("Sök på sidan …"), self.finder.find_here, "Ctrl+F")
        for name, theme in _looks():
            action(self, name, partial(self._change_look, theme))
        return Actions(
            open=action(self, _("Öppna omgång …"), self.choose_round, "Ctrl+O"),
            new=action(self, _("Ny omgång …"), self.make_round, "Ctrl+N"),
            facts=action(self, _("Omgångens uppgifter …"), self.change_facts),
            leave=action(self, _("Stäng omgången"), self.session.leave, "Ctrl+W"),
            mend=self.mending.act,
            take_in=action(self, _("Läs in filer …"), self.choose_files, "Ctrl+I"),
            take_in_folder=action(self, _("Läs in mapp …"), self.choose_folder, "Ctrl+Shift+M"),
            pause=action(self, _("Pausa"), self.session.pause),
            cancel=action(self, _("Avbryt"), self.session.cancel),
            imports=action(self, _("Inlästa filer …"), self.show_imports, "Ctrl+Shift+I"),
            renew=action(self, _("Gör om förslag och teman"), self.session.analyse),
            undo=action(self, _("Ångra"), self.session.undo, "Ctrl+Z"),
            redo=action(self, _("Gör om"), self.session.redo, "Ctrl+Y", "Ctrl+Shift+Z"),
            search=action(self, _("Sök i allt …"), self.finder.find_anywhere, "Ctrl+K"),
            settings=action(self, _("Inställningar …"), self.change_settings, "Ctrl+,"),
            help=action(self, _("Hjälp"), self.show_help, "F1"),
            keys=action(self, _("Alla tangenter"), self.show_keys, "?"),
        )

    def _change_look(self, theme: Theme) -> None:
        try:
            self.session.preferences.change(theme=theme)
        except KnownError as error:
            self.session.failed.emit(explain(error))

    def choose_round(self) -> None:
        """Ask which round to open."""
        kind = _("Omgångar ({files})").format(files=FILES)
        name, _kind = QFileDialog.getOpenFileName(self, _("Öppna omgång"), filter=kind)
        if name:
            self.session.open(Path(name))

    def make_round(self) -> None:
        """Ask where a new round is to be, and go over to it."""
        dialog = NewRoundDialog(self)
        if dialog.exec() and dialog.project:
            self.session.show(dialog.project)

    def change_facts(self) -> None:
        """Ask what is known of the round, and who was invited."""
        if self.session.project:
            dialog = RoundFactsDialog(facts(self.session.project), self)
            if dialog.exec():
                self.session.change(lambda p, by: change_facts(p, dialog.facts, by))

    def try_example(self) -> None:
        """Make a round of the invented inspel, in a folder that the system cleans."""
        folder = Path(tempfile.mkdtemp(prefix="inspel-"))
        self.session.show(new_round(folder / "exempel.inspel", title=_("Exempelomgång")))
        self.session.import_files([resource_dir() / "exempel" / "inspel"])

    def choose_files(self) -> None:
        """Ask which files to take in."""
        names, _kind = QFileDialog.getOpenFileNames(self, _("Läs in filer"))
        if names:
            self.session.import_files([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Ask of which folder to take in all; a system's dialog chooses files or folders."""
        name = QFileDialog.getExistingDirectory(self, _("Läs in mapp"))
        if name:
            self.session.import_files([Path(name)])

    def show_imports(self) -> None:
        """Show what became of the files that were taken in, beside the window."""
        dialog = self.findChild(ImportsDialog) or ImportsDialog(self.session, self)
        dialog.wanted.connect(self._show_one, Qt.ConnectionType.UniqueConnection)
        dialog.show()
        dialog.activateWindow()

    def change_settings(self) -> None:
        """Show the settings."""
        SettingsDialog(self.session.preferences, self).open()

    def show_help(self) -> None:
        """Tell about the view that is seen, or tell no more."""
        shown = self._help.isVisible()
        if not shown:
            self._tell_about_view()
        self._help.setVisible(not shown)
        if not shown:
            self._help.area.setFocus()
        elif self.page:
            self.page.take_keyboard()

    def show_keys(self) -> None:
        """Show the keys of the view that is seen."""
        KeysDialog(key_groups(self, self.page), self).open()

    def _tell_about_view(self) -> None:
        self._help.show_view(self._view, key_groups(self, self.page))

    @property
    def _view(self) -> str:
        """What the view that is seen is called in the help."""
        return self.page.drawing if self.page else "start"

    def _show_round(self) -> None:
        project = self.session.project
        self._top.setVisible(project is not None)
        self.rail.setVisible(project is not None)
        for act in self._of_rounds:
            act.setEnabled(project is not None)
        title = f"{project.settings.title} – Inspel" if project else "Inspel"
        self.setWindowTitle(plain(title))
        if project:
            memory.remember(project.path, project.settings.title)
            self._take_up(memory.states(project.path))
        else:
            self._stack.setCurrentWidget(self._start)
            self.footer.show_hints(())
            self._hint.hide()
            if self._help.isVisible():
                self._tell_about_view()

    def _take_up(self, left: Mapping[str, Mapping[str, object]]) -> None:
        """Let the views of a round stand as they stood, and show the one that was seen."""
        self._left = left
        for page in self.made.values():
            page.take_up_when_seen(left.get(page.drawing, {}))
        seen = left.get("", {}).get("vy")
        self.go_to(self.page_of(PageId(str(seen))) if seen in tuple(PageId) else self.inbox)

    def _keep_states(self) -> None:
        if self.session.project:
            left = {page.drawing: page.left for page in self.made.values()}
            seen = {"": {"vy": self.page.drawing if self.page else ""}}
            memory.keep_states(self.session.project.path, {**self._left, **left, **seen})

    def go_to(self, page: Page) -> None:
        """Show a page of the round."""
        if self.session.project is None:
            return
        self._stack.setCurrentWidget(page)
        self.rail.choose(tuple(PageId).index(page.id))
        self._hint.show_first(page.drawing)
        self._tell_keys()
        page.take_keyboard()

    def _tell_keys(self) -> None:
        """Tell which keys work on the page that is seen."""
        if self.page:
            self.footer.show_hints(self.page.hints)
        if self._help.isVisible():
            self._tell_about_view()

    @property
    def page(self) -> Page | None:
        """The page that is seen."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def _show_points(self, of: tuple[ActorType | None, str]) -> None:
        """Go to the passages behind a figure of the overview."""
        kind, code = of
        self.go_to(self.tagging)
        self.tagging.show_only(code, kind)

    def _show_inspel(self, name: str, numbers: frozenset[int]) -> None:
        self.go_to(self.inbox)
        self.inbox.show_these(name, numbers)

    @Slot(str)
    def _show_one(self, submission: str) -> None:
        self.go_to(self.inbox)
        self.inbox.show_submission(submission)

    def _show_uncoded(self) -> None:
        self.go_to(self.tagging)
        self.tagging.show_uncoded()

    def _show_disputed(self) -> None:
        self.go_to(self.tagging)
        self.tagging.show_disputed()

    def _show_original(self, submission: str, answer: str) -> None:
        self.go_to(self.inbox)
        self.inbox.show_answer(submission, answer)

    def go_to_place(self, place: Place) -> None:
        """Go on where somebody was: the round, the view, and what was chosen."""
        if place.round:
            self.session.open(Path(place.round))
        if place.view in tuple(PageId):
            self.go_to(self.page_of(PageId(place.view)))
        if PageId.INBOX in self.made:
            self.inbox.when_shown(lambda: self.inbox.table.choose(place.inspel))
        if PageId.TAGGING in self.made:
            self.tagging.when_shown(lambda: self.tagging.list.go_to(place.passage))

    def _keep_place(self) -> None:
        project, made = self.session.project, self.made
        chosen = self.inbox.table.submission if PageId.INBOX in made else None
        passage = self.tagging.list.passage if PageId.TAGGING in made else None
        here = Place(
            str(project.path) if project else "",
            self.page.drawing if self.page else "",
            chosen.id if project and chosen else "",
            (project and passage) or "",
        )
        if here != self._place:
            self._place = here
            memory.keep_place(here)

    def _go_to_pane(self, step: int) -> None:
        panes = self.page.panes if self.page else ()
        if not panes:
            return
        focus = QApplication.focusWidget()
        here = next((i for i, p in enumerate(panes) if p is focus), -1 if step > 0 else 0)
        panes[(here + step) % len(panes)].setFocus()

    def _poll(self) -> None:
        self.session.poll()
        self._keep_place()
        for page in self.made.values():
            if page is self.page or page.busy:
                page.poll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What nothing else has use for: Esc takes a hint away, Enter presses as Space does."""
        match event.key():
            case Qt.Key.Key_Escape:
                self._hint.hide()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                press(self.focusWidget())
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files when there is something to do with them."""
        if _files(event.mimeData()) and not self.session.busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A round is opened; all else is taken into the round that is open, or into a new one."""
        files = _files(event.mimeData())
        event.acceptProposedAction()
        if len(files) == 1 and files[0].suffix == ".inspel":
            self.session.open(files[0])
        elif self.session.project:
            self.session.import_files(files)
        else:  # when the program that they come from has been let go
            QTimer.singleShot(0, self, partial(self._make_round_of, files))

    def _make_round_of(self, files: Sequence[Path]) -> None:
        """Ask where a new round is to be, and take files into it."""
        self.make_round()
        if self.session.project:
            self.session.import_files(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Be gone at once, end what is going on, and leave a sound round for whoever opens it."""
        self._timer.stop()
        memory.keep(self)
        self.window().hide()
        self.session.close()
        for page in self.made.values():
            page.close_threads()
        self.finder.palette.close_threads()
        super().closeEvent(event)


def _looks() -> list[tuple[str, Theme]]:
    return [
        (_("Ljust utseende"), Theme.LIGHT),
        (_("Mörkt utseende"), Theme.DARK),
        (_("Samma utseende som systemet"), Theme.SYSTEM),
    ]


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
