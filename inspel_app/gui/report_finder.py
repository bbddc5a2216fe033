"""Finds in all of the report, of which one section is shown at a time."""

from collections.abc import Callable, Sequence

from inspel_app.gui.find_bar import TextFinder, places
from inspel_app.gui.report_view import ReportView, texts_of
from inspel_app.services.reporting import Section


class ReportFinder:
    """Begins in the section at hand, and goes on to those after it, round to the one before.

    `show` shows a section by its number.
    """

    def __init__(
        self, view: ReportView, sections: Sequence[Section], here: int, show: Callable[[int], None]
    ) -> None:
        self._show, self._here = show, here
        self._view, self._in_section = view, TextFinder(view)
        numbers = range(len(sections))
        self._texts = {n: texts_of(sections[n]) for n in (*numbers[here:], *numbers[:here])}
        self._found: list[tuple[int, int]] = []
        self._sought = ""

    def look_for(self, text: str) -> int:
        """Find the places, each by its section and its number there."""
        self._sought = text
        self._found = [
            (section, number)
            for section, texts in self._texts.items()
            for number in range(sum(len(places(text, one)) for one in texts))
        ]
        return len(self._found)

    def go_to(self, number: int) -> None:
        """Show the section, and select the place in it."""
        section, place = self._found[number]
        if section != self._here:
            self._show(section)
            self._here = section
        self._view.write_out()
        self._in_section.look_for(self._sought)
        self._in_section.go_to(place)
