"""What a project takes in of other copies of the same round, and what is open between them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from inspel_app.store.file import ProjectFile
from inspel_app.store.history import Action
from inspel_app.store.merging import conflicts
from inspel_app.store.merging.conflicts import Conflict, Side
from inspel_app.store.merging.merge import Merge, Merged


class Taken(NamedTuple):
    """An action of another copy, by the name of its file: what it was called, by whom, and when.

    `merge` is the number of the action that took it in, `number` the one that it had there, and
    `things` are how many it changed.
    """

    merge: int
    copy: str
    number: int
    name: str
    by: str
    at: str
    things: int


class MergeFile(ProjectFile):
    """The part of a project that is about work in several copies."""

    @contextmanager
    def trial(self) -> Iterator[None]:
        """An action of which nothing is kept, to see what it would do."""
        with self._transaction() as db:
            Action(db, "", "")
            yield
            db.rollback()

    def take_in(self, copy: "MergeFile", name: str) -> Merged:
        """Put another copy of the round into this one, as part of an action; `name` is its file's.

        The two must be copies of one round.
        """
        with copy._atomic() as theirs:  # noqa: SLF001 - of the same class
            return Merge(self._writable, theirs, name).run()

    def conflicts(self) -> tuple[Conflict, ...]:
        """What copies say differently, which nobody has settled; in the order in which it came."""
        with self._atomic() as db:
            return conflicts.conflicts(db)

    def settle(self, conflict: Conflict, side: Side) -> None:
        """Let one side's word hold, as part of an action."""
        conflicts.settle(self._writable, conflict, side)

    def taken(self) -> list[Taken]:
        """What was done in other copies and taken in, the earliest first."""
        return self._taken("1")

    def taken_of(self, passage: str) -> list[Taken]:
        """Those of them in which something was said of a passage, by its id."""
        return self._taken("? IN (SELECT value FROM json_each(passages))", passage)

    def _taken(self, where: str, *told: str) -> list[Taken]:
        with self._atomic() as db:
            rows = db.table("taken").rows_where(
                where, told, order_by="at, number, id", select=", ".join(Taken._fields)
            )
            return [Taken(**row) for row in rows]
