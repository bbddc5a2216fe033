"""Finding: in everything (Ctrl+K) and on the page that is seen (Ctrl+F)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from inspel_app.gui.commands import commands_of
from inspel_app.gui.palette import Palette
from inspel_app.services.searching import Hit, Kind

if TYPE_CHECKING:
    from inspel_app.gui.main_window import MainWindow


class Finder(QObject):
    """Opens the palette over a window, and leads to what was found."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.palette = Palette(window, window.session, lambda: commands_of(window, window.page))
        self.palette.wanted.connect(self.go_to)

    def find_anywhere(self) -> None:
        """Open the palette."""
        self.palette.begin()

    def find_here(self) -> None:
        """Let the page find; where it cannot, everything is searched."""
        page = self._window.page
        if page is None or not page.find_here():
            self.find_anywhere()

    def go_to(self, hit: Hit) -> None:
        """Show a place on the page where it belongs."""
        window = self._window
        if window.session.project is None:
            return
        match hit.kind:
            case Kind.PASSAGE | Kind.NOTE:
                window.go_to(window.tagging)
                window.tagging.show_passage(hit.passage)
            case Kind.THEME:
                window.go_to(window.themes)
                window.themes.show_theme(hit.theme)
            case Kind.ANSWER:
                window.go_to(window.inbox)
                window.inbox.show_answer(hit.submission, hit.answer)
            case _:
                window.go_to(window.inbox)
                window.inbox.show_submission(hit.submission)
