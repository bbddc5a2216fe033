"""What people have marked as secret."""

from dataclasses import asdict, fields

from sqlite_utils import Database

from inspel_app.domain.secrecy import Secrecies, Secrecy

_TABLE = """
CREATE TABLE secrecies (
  id TEXT PRIMARY KEY, submission TEXT NOT NULL, answer TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  provision TEXT NOT NULL, authority TEXT NOT NULL, decided TEXT NOT NULL, person TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""
_COLUMNS = tuple(field.name for field in fields(Secrecy))


def create_secrecy(db: Database) -> None:
    """Make the table; marks have no tie to what they stand on, as they outlive it."""
    db.execute(_TABLE)


class SecrecyEdits:
    """What is written of secrecy; `Project.secrecy_edits` gives it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, mark: Secrecy) -> None:
        """Let it be marked so, in the place of an earlier mark on the same."""
        self._db.table("secrecies").upsert(asdict(mark), pk="id")

    def drop(self, key: str) -> None:
        """Take a mark away, by the id of what is marked."""
        self._db.table("secrecies").delete_where("id = ?", [key])

    def hand_over(self, submission: str, other: str) -> None:
        """Let the marks on an inspel, and in it, be on another that has taken it in (ids)."""
        table = self._db.table("secrecies")
        for row in list(table.rows_where("submission = ?", [submission])):
            whole = {"id": other} if row["id"] == submission else {}
            table.delete(row["id"])
            table.upsert({**row, "submission": other, **whole}, pk="id")


def secrecies(db: Database) -> Secrecies:
    """All that is marked as secret."""
    rows = db.table("secrecies").rows_where(order_by="submission, answer, start, id")
    return Secrecies(tuple(Secrecy(**{name: row[name] for name in _COLUMNS}) for row in rows))
