"""Gallring: what is taken out of a round for good, out of its history and its search too.

It is written in the log as an action that cannot be undone, and no action before it can: what they
would put back is no longer known. The bytes are gone from the file when it ends.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlite_utils import Database

from inspel_app.store.audit import install_triggers, remove_triggers
from inspel_app.store.connection import database_errors
from inspel_app.store.file import ProjectFile
from inspel_app.store.history import now
from inspel_app.store.homeless import BY_PASSAGE
from inspel_app.store.records import to_json
from inspel_app.store.written import Rewriting, Written, rewrite, texts

_BLANK = {"contact": "", "email": "", "sent_from": ""}
_NO_CONTACT = ", ".join(f"{column} = ''" for column in _BLANK)
_HAS_CONTACT = " OR ".join(f"{column} <> ''" for column in _BLANK)
_FORGET_CONTACTS = """
UPDATE changes SET
  before = json_replace(before, '$.contact', '', '$.email', '', '$.sent_from', ''),
  after = json_replace(after, '$.contact', '', '$.email', '', '$.sent_from', '')
WHERE tbl = 'contacts'
"""
_PARTS = ("files", "answers", "unplaced", "problems", "contacts")
_WITH_SUBMISSION = (
    *_PARTS,
    "passages",
    "cuts",
    "imports",
    "gone_passages",
    "secrecies",
    "conflicts",
)
_BY_POINT = (*BY_PASSAGE, "suggestions")
_IMAGES = ("before", "after")
_ANSWERS = """
SELECT id FROM answers WHERE submission = ?1
UNION SELECT json_extract(before, '$.id') FROM changes
  WHERE tbl = 'answers' AND json_extract(before, '$.submission') = ?1
UNION SELECT json_extract(after, '$.id') FROM changes
  WHERE tbl = 'answers' AND json_extract(after, '$.submission') = ?1
"""
_POINTS = " UNION ".join(
    (
        *(f"SELECT passage FROM {table}" for table in _BY_POINT),  # noqa: S608 - our own names
        *(f"SELECT json_extract({image}, '$.passage') FROM changes" for image in _IMAGES),  # noqa: S608 - as above
    )
)
_OF_INSPEL = "coalesce(json_extract({image}, '$.submission'), json_extract({image}, '$.id')) = :id"
_OF_POINT = """coalesce(json_extract({image}, '$.passage'), json_extract({image}, '$.id'))
  IN (SELECT value FROM json_each(:points))"""

_SAID_AGAIN = """
UPDATE {table} SET text = substr(a.text, {table}.start + 1, {table}."end" - {table}.start)
FROM answers a WHERE a.submission = {table}.submission AND a.id = {table}.answer
  AND {table}.id IN (SELECT value FROM json_each(?))
"""


@dataclass(frozen=True, slots=True)
class Weeded:
    """A weeding: when (ISO 8601), by whom, what, by which decision, and its number in the log."""

    at: str
    by: str
    what: str
    decision: str
    action: int


class Weeding:
    """What is taken out; each gives how many it was of."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def contacts(self) -> int:
        """Take out who the contact persons are, and the addresses; the number of inspel."""
        self._db.execute(_FORGET_CONTACTS)
        return self._db.execute(
            f"UPDATE contacts SET {_NO_CONTACT} WHERE {_HAS_CONTACT}"  # noqa: S608 - our own names
        ).rowcount

    def originals(self, digests: Iterable[str] | None = None) -> int:
        """Take out files as they came, these (SHA-256) or all with their texts; how many."""
        if digests is None:
            self._db.execute("DELETE FROM documents")
            return self._db.execute("DELETE FROM originals").rowcount
        keys = to_json(list(digests))
        delete = "DELETE FROM originals WHERE sha256 IN (SELECT value FROM json_each(?))"
        return self._db.execute(delete, [keys]).rowcount

    def texts(self, change: Rewriting) -> int:
        """Let every text be what is made of it, as long as it was; the number of rows."""
        alive = to_json([row[0] for row in self._db.execute("SELECT id FROM live_passages")])
        changed = rewrite(self._db, change)
        for table in ("passages", "cuts"):  # a passage says what its answer says
            self._db.execute(_SAID_AGAIN.format(table=table), [alive])
        return changed

    def submission(self, key: str) -> None:
        """Take out an inspel, by its id, with all that was said of it.

        Its files go where no other inspel has them. The machine's themes quote it, and go too.
        """
        db = self._db
        keys = to_json(_points_of(db, key))
        db.execute("DELETE FROM themes")
        for table in _BY_POINT:
            db.execute(
                f"DELETE FROM {table} WHERE passage IN (SELECT value FROM json_each(?))",  # noqa: S608 - our own names
                [keys],
            )
        for image in _IMAGES:
            where = " OR ".join(one.format(image=image) for one in (_OF_INSPEL, _OF_POINT))
            db.execute(f"DELETE FROM changes WHERE {where}", {"id": key, "points": keys})  # noqa: S608 - as above
        for table in _WITH_SUBMISSION:
            db.table(table).delete_where("submission = ?", [key])
        db.execute("DELETE FROM not_kin WHERE ? IN (one, other)", [key])
        for column in ("duplicate_of", "replaces"):
            db.execute(f"UPDATE submissions SET {column} = NULL WHERE {column} = ?", [key])  # noqa: S608 - as above
        db.table("submissions").delete(key)
        for table in ("originals", "documents"):
            db.execute(f"DELETE FROM {table} WHERE sha256 NOT IN (SELECT sha256 FROM files)")  # noqa: S608 - as above


def _points_of(db: Database, submission: str) -> list[str]:
    """The ids of all passages that an inspel has or had, of which anything was said."""
    answers = {row[0] for row in db.execute(_ANSWERS, [submission])}
    return [row[0] for row in db.execute(_POINTS) if str(row[0]).rpartition(":")[0] in answers]


class WeedingFile(ProjectFile):
    """The part of a project that is about what it holds of persons, and taking that out."""

    def texts(self) -> list[Written]:
        """Every text of the round, wherever it stands."""
        with self._atomic() as db:
            return list(texts(db))

    def size_of_originals(self) -> tuple[int, int]:
        """How many files are kept as they came, and their bytes."""
        with self._atomic() as db:
            asked = "SELECT count(*), coalesce(sum(length(data)), 0) FROM originals"
            files, size = db.execute(asked).fetchone()
            return int(files), int(size)

    def weedings(self) -> tuple[Weeded, ...]:
        """What has been taken out for good, the earliest first."""
        with self._atomic() as db:
            return tuple(
                Weeded(**row) for row in db.table("weedings").rows_where(order_by="action")
            )

    @contextmanager
    def weeding(self, what: str, decision: str, by: str, *, dry: bool = False) -> Iterator[Weeding]:
        """Take out for good: all of it or nothing; then no action before it can be undone.

        Where it is `dry`, nothing is kept of it.

        Raises:
            ProjectError: another program has the round open.
            DiskError: there is no room to write the file anew; what was taken out is out, but its
                bytes may be left in the file until the next weeding.
        """
        with self._transaction() as db:
            remove_triggers(db)
            yield Weeding(db)
            if dry:
                db.rollback()
                return
            (action,) = db.execute("SELECT coalesce(max(number), 0) + 1 FROM actions").fetchone()
            entry = {"at": now(), "by": by}
            db.table("actions").insert({"number": action, "name": what, **entry})
            db.table("weedings").insert(
                {"what": what, "decision": decision, "action": action, **entry}
            )
            db.execute("INSERT INTO search_index (search_index) VALUES ('optimize')")
            install_triggers(db)
        self._wipe()

    def _wipe(self) -> None:
        """Write the file anew, so that nothing of what was taken out is left between the rows."""
        with database_errors(self.path):
            self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
