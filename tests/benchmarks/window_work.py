"""What a person does in the window, step by step, to be measured."""

import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPushButton

from inspel_app.domain.form import Status
from inspel_app.domain.handling import Disposition, Target
from inspel_app.gui.app import make_window
from inspel_app.gui.page import Page
from inspel_app.gui.style import apply_style

Step = tuple[str, Callable[[], object]]
_PAUSE = 0.01
_STILL = 20
"""Pulses in which nothing goes on, before the window counts as settled."""


class Work:
    """A window with a round, and the steps in it; each leaves what the next needs."""

    def __init__(self, path: Path) -> None:
        self._app = QApplication.instance() or QApplication([])
        assert isinstance(self._app, QApplication)
        apply_style(self._app, dark=False)
        self._path, self.window = path, make_window()
        self.window.resize(1440, 900)
        self.window.show()
        self.settle()

    def open(self) -> float:
        """Open the round, and wait until it is all there; the processor time of all threads."""
        begun = time.process_time()
        self.window.session.open(self._path)
        self.settle()
        return time.process_time() - begun

    def settle(self) -> None:
        """Let the window live until nothing goes on in it, its page that is seen, or beside it."""
        still = 0
        while still < _STILL:
            QApplication.processEvents()
            session, page = self.window.session, self.window.page
            reading = not session.read_passages() or (page is not None and page.busy)
            still = 0 if session.busy or reading else still + 1
            time.sleep(_PAUSE)

    def close(self) -> None:
        """Close the window."""
        self.window.close()

    def learn(self) -> None:
        """Let the suggestions for all passages learn from what is decided, as while one tags."""
        self.window.go_to(self.window.tagging)
        self.settle()
        self.window.tagging.learns.setChecked(True)
        tagging = self.window.session.tagging
        assert tagging
        last = [point.passage.id for point in tagging.queue if not point.decided][-1]
        while not tagging.queue.told(last):
            QApplication.processEvents()
            time.sleep(_PAUSE)

    def steps(self) -> Iterator[Step]:
        """What is to take a tenth of a second of the window's thread, by its name."""
        yield from self._inbox()
        yield from self._tagging()
        yield from self._handling()

    def visits(self) -> Iterator[Step]:
        """Going to each page after a change; what it goes on to read beside the window is shown."""
        for page in self.window.pages:
            self.window.session.changed.emit(None)
            yield f"go to {page.name}", self._visit(page)
            self.settle()

    def scrolls(self) -> Iterator[Step]:
        """Steps of scrolling: each is to be one frame."""
        window = self.window
        for page, view in (
            (window.inbox, window.inbox.table),
            (window.tagging, window.tagging.list),
        ):
            window.go_to(page)
            self.settle()
            yield f"scroll a step: {page.name}", self._scroll(view)

    def _inbox(self) -> Iterator[Step]:
        inbox = self.window.inbox
        self.window.go_to(inbox)
        self.settle()
        yield "inbox: next inspel", self._then(lambda: inbox.table.step(1))
        yield "inbox: status of one", self._then(lambda: inbox.set_status(Status.LAST))
        yield "inbox: undo", self._then(self.window.session.undo)
        yield "inbox: redo", self._then(self.window.session.redo)
        yield "inbox: sort", self._then(self._sort)
        yield "inbox: filter", self._then(self._filter)
        letters = iter("umeå kommun")
        yield (
            "inbox: a letter of text",
            self._then(lambda: inbox.search.setText(inbox.search.text() + next(letters))),
        )
        inbox.search.clear()

    def _tagging(self) -> Iterator[Step]:
        window, tagging = self.window, self.window.tagging
        tagging.learns.setChecked(False)
        window.go_to(tagging)
        self.settle()
        yield "tagging: next passage", self._then(lambda: tagging.list.step(1))
        yield "tagging: assign", self._then(lambda: tagging.do.assign(["3.3"]))
        yield "tagging: undo", self._then(window.session.undo)
        texts = iter("bussar och tåg i hela länet")
        yield (
            "tagging: a letter of text",
            self._then(
                lambda: tagging.filter.text.setText(tagging.filter.text.text() + next(texts))
            ),
        )
        tagging.filter.text.clear()
        yield "tagging: uncoded", self._then(tagging.show_uncoded)

    def _handling(self) -> Iterator[Step]:
        window, handling = self.window, self.window.handling
        window.go_to(handling)
        self.settle()
        given = cycle(Disposition)
        yield "handling: next theme", self._then(lambda: handling.list.choose(self._below()))
        yield "handling: answer", self._then(lambda: handling.dispose(next(given)))
        yield "handling: undo", self._then(window.session.undo)
        yield "handling: redo", self._then(window.session.redo)

    def _below(self) -> Target:
        """What stands below what is at hand in the handling."""
        shown = self.window.handling.list
        return shown.lines[shown.currentIndex().row() + 1].item.target

    def _sort(self) -> None:
        table = self.window.inbox.table
        descending = table.by[1] is Qt.SortOrder.DescendingOrder
        order = Qt.SortOrder.AscendingOrder if descending else Qt.SortOrder.DescendingOrder
        table.sortByColumn(1, order)

    def _filter(self) -> None:
        chips = self.window.inbox.filter.findChildren(QPushButton)
        next(chip for chip in chips if not chip.isChecked()).click()

    def _visit(self, page: Page) -> Callable[[], None]:
        def go() -> None:
            self.window.go_to(page)
            self._app.processEvents()

        return go

    def _then(self, do: Callable[[], object]) -> Callable[[], None]:
        """Do something and let the window draw what came of it."""

        def done() -> None:
            do()
            self._app.processEvents()

        return done

    def _scroll(self, view: QAbstractItemView) -> Callable[[], None]:
        bar = view.verticalScrollBar()

        def scroll() -> None:
            bar.setValue(bar.value() + 3 * bar.singleStep())
            self._app.processEvents()

        return scroll
