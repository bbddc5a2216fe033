"""Finds a text on the pages of an original, when a child process has told what stands on them."""

from concurrent.futures import Executor, Future

from inspel_app.gui.find_bar import places
from inspel_app.gui.page_view import PageView
from inspel_app.services.page_text import PageText, Printed, page_text


class PageFinder:
    """Marks what it finds in a `PageView`; one file at a time."""

    def __init__(self, executor: Executor, pages: PageView) -> None:
        self._executor, self._pages = executor, pages
        self._file = ""
        self._text: PageText | None = None
        self._reading: Future[PageText] | None = None
        self._hits: list[list[Printed]] = []

    def reads(self, file: str, data: bytes, name: str) -> bool:
        """Whether a file, by its SHA-256, is still being read; begins to read another one."""
        if file != self._file:
            self.forget()
            self._file = file
            self._reading = page_text(self._executor, data, name)
        return self._text is None

    def forget(self) -> None:
        """Look in nothing, and mark nothing."""
        if self._reading:
            self._reading.cancel()
        self._file, self._text, self._reading = "", None, None
        self.look_for("")

    def poll(self) -> bool:
        """Fetch what has been read; whether it came now.

        Raises:
            UnreadableError: the file is damaged.
        """
        if self._reading is None or not self._reading.done():
            return False
        reading, self._reading = self._reading, None
        self._text = PageText("", ())  # what cannot be read holds nothing
        self._text = reading.result()
        return True

    def look_for(self, text: str) -> int:
        """Find the places, and mark them."""
        told = self._text
        found = places(text, told.text) if told else []
        printed = [told.where(start, end) for start, end in found] if told else []
        self._hits = [hit for hit in printed if hit]
        self._pages.mark([one for hit in self._hits for one in hit], ())
        return len(self._hits)

    def go_to(self, number: int) -> None:
        """Show a place, marked more than the others."""
        hit = self._hits[number]
        self._pages.mark([one for other in self._hits for one in other], hit)
        self._pages.go_to_box(hit[0].page, hit[0].box)
