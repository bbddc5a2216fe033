"""What is done with the passages that are chosen; mostly the list goes on to the next one."""

from collections.abc import Callable, Sequence

from inspel_app.domain.coding import Mark
from inspel_app.gui.point_list import PointList
from inspel_app.gui.point_panel import PointPanel
from inspel_app.gui.session import Session
from inspel_app.services.tagging import Done, Tagging


class Deciding:
    """One method for each key; `Session.act` tells what was done, and the views follow."""

    def __init__(self, session: Session, points: PointList, panel: PointPanel) -> None:
        self._session, self._list, self._panel = session, points, panel

    def accept(self) -> None:
        """Take the first of what is shown: say yes to the proposal, or give the favourite."""
        if self._panel.shows_favourites:
            self.take(0)
        else:
            self._decide(Tagging.accept)

    def assign(self, codes: Sequence[str]) -> None:
        """Give the chosen passages codes."""
        self._decide(lambda tagging, passages: tagging.assign(codes, passages))
        self._list.setFocus()

    def take(self, number: int) -> None:
        """Give the code that is shown under a number, counted from 0."""
        rows = self._panel.proposals.proposals
        if number < len(rows):
            self.assign([rows[number].code])

    def repeat(self) -> None:
        """Give the codes that were given last."""
        self._decide(Tagging.repeat)

    def toggle(self, mark: Mark) -> None:
        """Put a mark, or take it away where it is."""
        tagging, passage = self._session.tagging, self._list.passage
        if tagging and passage:
            there = tagging.queue.point(passage).passage.mark is mark
            self._decide(lambda tagging, passages: tagging.mark(None if there else mark, passages))

    def reject(self) -> None:
        """Say no to the best proposal; the next one stands in its place."""
        rows, passages = self._panel.proposals.proposals, self._list.passages
        if rows and passages and not self._panel.shows_favourites:
            self._session.act(lambda tagging: tagging.reject(rows[0].code, passages))

    def take_away(self, code: str) -> None:
        """Take a code from the chosen passages."""
        passages = self._list.passages
        self._session.act(lambda tagging: tagging.unassign([code], passages))

    def cut(self, offset: int) -> None:
        """Part the passage at hand."""
        self._with_one(lambda tagging, passage: tagging.split(passage, offset))
        self._list.setFocus()

    def merge(self) -> None:
        """Make one passage of the one at hand and the next."""
        self._with_one(Tagging.merge)

    def note(self, text: str) -> None:
        """Keep what is written about the passage at hand."""
        self._with_one(lambda tagging, passage: tagging.note(passage, text))

    def _with_one(self, do: Callable[[Tagging, str], Done]) -> None:
        passage = self._list.passage
        if passage:
            self._session.act(lambda tagging: do(tagging, passage))

    def _decide(self, do: Callable[[Tagging, list[str]], Done]) -> None:
        """Do something with the chosen passages, and go on to the one after them."""
        passages = self._list.passages
        done = self._session.act(lambda tagging: do(tagging, passages)) if passages else Done()
        if done.name:
            self._list.go_to(passages[-1])
            self._list.step(1)
