"""The original of an inspel: its pages, or its text where it has none."""

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from inspel_app.domain.document import Location
from inspel_app.domain.form import SourceFile, Submission
from inspel_app.errors import KnownError, UnreadableError
from inspel_app.gui.actions import action
from inspel_app.gui.cards import Card
from inspel_app.gui.faults import explain
from inspel_app.gui.find_bar import Findable, TextFinder
from inspel_app.gui.page_finder import PageFinder
from inspel_app.gui.page_view import STEP, PageView
from inspel_app.gui.spots import spots_of
from inspel_app.gui.text_view import TextView
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import (
    Choice,
    ElidedLabel,
    IconButton,
    fit_height,
    fit_width,
    label,
    lay_out,
    row,
)
from inspel_app.i18n import _
from inspel_app.services.pages import has_pages
from inspel_app.services.rounds import Project
from inspel_app.services.text_shape import TextShape, text_shape
from inspel_app.services.workers import WorkerPool

if TYPE_CHECKING:
    from concurrent.futures import Future


class OriginalView(QWidget):
    """Shows a file of an inspel and marks where a card stands in it."""

    chosen = Signal(int)
    """The number of the card whose place was clicked."""

    text_read = Signal()
    """It is known what stands on the pages: `finder` may look on them."""

    def __init__(self, executor: WorkerPool, readers: WorkerPool) -> None:
        """`executor` draws the pages, `readers` tell what stands on them."""
        super().__init__()
        self._project: Project | None = None
        self._files: tuple[SourceFile, ...] = ()
        self._cards: list[Card] = []
        self._shown = ""
        self._name = ElidedLabel("muted")
        self._choice = Choice(_("Fil"))
        self._choice.activated.connect(lambda i: self._show_file(self._files[i]))
        self.pages, self.text, self._notice = PageView(executor), TextView(), _notice()
        self._readers = readers
        self._pages_finder = PageFinder(readers, self.pages)
        self._shaping: Future[TextShape] | None = None
        self._stack = QStackedWidget()
        self._views: tuple[QWidget, ...] = (self.pages, self.text, self._notice)
        for view in self._views:
            self._stack.addWidget(view)
        self.pages.chosen.connect(self.chosen)
        self.text.chosen.connect(self.chosen)
        self.pages.failed.connect(self._fail)
        self.pages.moved.connect(self._tell)
        self._set_up_tools()

    def _set_up_tools(self) -> None:
        self._page, self._percent = label(role="muted"), label(role="muted")
        fit_width(self._percent, 6 * GRID)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        previous = action(self, _("Föregående sida"), lambda: self._turn(-1), "Ctrl+PgUp")
        following = action(self, _("Nästa sida"), lambda: self._turn(1), "Ctrl+PgDown")
        smaller = action(self, _("Mindre"), lambda: self.zoom(1 / STEP), "Ctrl+-")
        larger = action(self, _("Större"), lambda: self.zoom(STEP), "Ctrl++", "Ctrl+=")
        fit = action(self, _("Sidans bredd"), lambda: self.zoom(None), "Ctrl+0")
        self._turning = row(
            IconButton(previous, "vanster"), self._page, IconButton(following, "hoger"), gap=0
        )
        tools = row(
            2 * GRID,
            self._choice,
            self._name,
            None,
            self._turning,
            GRID,
            IconButton(smaller, "minska"),
            self._percent,
            IconButton(larger, "oka"),
            IconButton(fit, "anpassa"),
            GRID,
            name="header",
            gap=0,
        )
        fit_height(tools, 5 * GRID)
        tools.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        lay_out(QVBoxLayout(self), tools, self._stack, margins=(0, 0, 0, 0), gap=0)

    def _turn(self, step: int) -> None:
        self.pages.go(self.pages.page + step)

    @property
    def views(self) -> tuple[QWidget, ...]:
        """All views, of which one is shown."""
        return self._views

    @property
    def view(self) -> QWidget:
        """The view that is shown, for the focus."""
        return self._views[self._stack.currentIndex()]

    def show_submission(
        self, project: Project, submission: Submission, cards: Sequence[Card]
    ) -> None:
        """Show the first file of an inspel."""
        self._project, self._files, self._cards = project, submission.files, list(cards)
        self._choice.clear()
        self._choice.addItems([file.name for file in self._files])
        self._choice.setVisible(len(self._files) > 1)
        self._name.setVisible(len(self._files) == 1)
        self._show_file(self._files[0])

    def renew_cards(self, cards: Sequence[Card]) -> None:
        """Take the cards of the same inspel as they are now; the page stays as it is."""
        self._cards = list(cards)
        spots = spots_of(self._cards, self._shown)
        self.pages.renew(spots)
        self.text.renew(spots)

    def choose(self, card: int) -> None:
        """Mark the places of a card; in another file, if they are there."""
        files = {place.file for place in self._cards[card].places}
        if files and self._shown not in files:
            other = next((file for file in self._files if file.sha256 in files), None)
            if other:
                self._show_file(other)
        self.pages.choose(card)
        self.text.choose(card)

    def point_out(self, word: Location | None) -> None:
        """Frame a word on its page; None frames none."""
        self.pages.point_out(word)

    @property
    def finder(self) -> Findable | None:
        """What looks for a text in what is shown; None while the pages' text is being read."""
        if self.view is not self.pages or self._project is None:
            return TextFinder(self.text)
        shown = self._shown
        name = next(file.name for file in self._files if file.sha256 == shown)
        reads = self._pages_finder.reads(shown, self._project.original(shown), name)
        return None if reads else self._pages_finder

    def stop_finding(self) -> None:
        """Mark no longer what was found on the pages."""
        self._pages_finder.look_for("")

    def zoom(self, factor: float | None) -> None:
        """Larger or smaller; None is the usual size."""
        (self.text if self.view is self.text else self.pages).zoom(factor)
        self._tell()

    def poll(self) -> None:
        """Let the pages fetch their pictures, and the text how it is set."""
        if self.view is self.pages:
            self.pages.poll()
        if self._shaping and self._shaping.done():
            shaping, self._shaping = self._shaping, None
            with suppress(UnreadableError):  # such as a mail, whose text is as it stands
                self.text.set_out(shaping.result())
        if self._pages_finder.poll():
            self.text_read.emit()

    def _show_file(self, file: SourceFile) -> None:
        if self._project is None:
            return
        self._shown = file.sha256
        self._pages_finder.forget()
        if self._shaping:
            self._shaping.cancel()
            self._shaping = None
        self._name.setText(file.name)
        self._choice.setCurrentIndex(self._files.index(file))
        spots = spots_of(self._cards, file.sha256)
        try:
            data = self._project.original(file.sha256)
            if has_pages(data):
                self._stack.setCurrentWidget(self.pages)
                self.pages.show_original(data, spots)
            else:
                self.text.show_text(self._project.document_text(file.sha256), spots)
                self._shaping = text_shape(self._readers, data, file.name)
                self._stack.setCurrentWidget(self.text)
        except KeyError:
            self._fail(_("Filen går inte att visa: den gick inte att läsa, eller är gallrad."))
        except KnownError as error:
            self._fail(explain(error))
        self._tell()

    def _fail(self, message: str) -> None:
        self._notice.setText(message)
        self._stack.setCurrentWidget(self._notice)
        self._tell()

    def _tell(self) -> None:
        paged = self.view is self.pages
        self._turning.setVisible(paged and self.pages.pages > 0)
        self._page.setText(
            _("Sida {page} av {pages}").format(page=self.pages.page, pages=self.pages.pages)
        )
        self._percent.setText(f"{self.pages.percent if paged else self.text.percent} %")


def _notice() -> QLabel:
    notice = label(role="muted")
    notice.setWordWrap(True)
    notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
    notice.setMargin(4 * GRID)
    notice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return notice
