"""The record of what the machine has made: of what, how, when, and at whose request.

It is no part of what can be undone, since what the machine makes can be made again; but like the
history of actions it only grows.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace

from sqlite_utils import Database

from inspel_app.store.file import ProjectFile
from inspel_app.store.history import now
from inspel_app.store.records import Row
from inspel_app.store.values import Run


class RunFile(ProjectFile):
    """The part of a project that is about the machine's runs."""

    def current_run(self, kind: str) -> Run | None:
        """The run of this kind whose work is in the project now."""
        with self._atomic() as db:
            rows = db.table("runs").rows_where("kind = ?", [kind], order_by="id DESC", limit=1)
            return next(map(_run, rows), None)

    def runs(self) -> list[Run]:
        """Every run, oldest first."""
        with self._atomic() as db:
            return list(map(_run, db.table("runs").rows_where(order_by="id")))

    def note_run(self, run: Run) -> None:
        """Note a run that leaves nothing in the project, such as an export."""
        with self._atomic() as db:
            note_run(db, run)

    @contextmanager
    def noting(self, run: Run) -> Iterator[None]:
        """Note a run that is done within: nobody else can write meanwhile, and it stands if it is.

        Raises:
            ProjectError: somebody else is writing; then nothing within is done.
        """
        with self._transaction() as db:
            yield
            note_run(db, run)


def note_run(db: Database, run: Run) -> int:
    """Note a run as of now, after what has been done so far; the row's number."""
    (after,) = db.execute("SELECT coalesce(max(number), 0) FROM actions").fetchone()
    row = asdict(replace(run, at=now(), after=after))
    return int(db.table("runs").insert(row).last_rowid or 0)


def _run(row: Row) -> Run:
    return Run(**{key: value for key, value in row.items() if key != "id"})
