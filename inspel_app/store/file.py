"""An open database file: one view of it at a time, one writer at a time, and errors explained."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database
from sqlite_utils.db import NotFoundError

from inspel_app.store.connection import check_in_place, database_errors


class ProjectFile:
    """What every reading and writing of a project goes through."""

    def __init__(self, path: Path, db: Database) -> None:
        self.path = path
        self._db = db
        self._file = path.stat()

    def close(self) -> None:
        """Close the file; an action under way is rolled back."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def identity(self) -> str:
        """What tells the round from all others, whatever its file is called; kept by copies."""
        with self._atomic() as db:
            return str(db.execute("SELECT id FROM identity").fetchone()[0])

    @property
    def _writable(self) -> Database:
        if not self._db.conn.in_transaction:
            raise RuntimeError("a write stands inside an action")
        return self._db

    def _update(
        self, table: str, key: str | int | tuple[str, int], row: Mapping[str, object]
    ) -> None:
        try:
            self._writable.table(table).update(key, dict(row))
        except NotFoundError as error:
            raise KeyError(key) from error

    @contextmanager
    def _transaction(self) -> Iterator[Database]:
        """A transaction that is the only one to write, from its beginning."""
        if self._db.conn.in_transaction:
            raise RuntimeError("actions are not nested")
        check_in_place(self.path, self._file)
        with database_errors(self.path):
            try:
                self._db.execute("BEGIN IMMEDIATE")
                yield self._db
                self._db.commit()
            except BaseException:
                self._db.rollback()
                raise

    @contextmanager
    def _atomic(self) -> Iterator[Database]:
        """One view of the file, or one write, as part of the action under way if there is one."""
        with database_errors(self.path), self._db.atomic() as db:
            yield db
