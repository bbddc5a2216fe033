"""What two copies of a round say differently of the same thing, until a person settles it.

What stands here stands on; what the copy says is kept beside it. Of each side it is told what rows
it comes to, so that either can be put in place.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlite_utils import Database

from inspel_app.domain.revision import Revision
from inspel_app.store.decisions import Decisions, answer_of
from inspel_app.store.merging.kinds import BY_TABLE, Key, row_of
from inspel_app.store.merging.rows import put
from inspel_app.store.merging.texts import rehome
from inspel_app.store.records import Row, to_json


class Side(StrEnum):
    """Whose word holds."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Change:
    """A row as one side has it: some columns, or all of a row; None where there is no such row."""

    table: str
    key: Key
    row: Row | None


@dataclass(frozen=True, slots=True)
class Said:
    """What one side says: the rows that it comes to, and by whom and when (ISO 8601)."""

    changes: tuple[Change, ...]
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two things said of the same; `copy` is the name of the file that theirs came in.

    `chosen` is whose word a person has let hold, None as long as it is open.
    """

    copy: str
    ours: Said
    theirs: Said
    submission: str = ""
    chosen: Side | None = None

    @property
    def id(self) -> str:
        """The same in both copies, whichever takes in the other."""
        both = sorted(_told(side.changes) for side in (self.ours, self.theirs))
        return hashlib.sha256(repr(both).encode()).hexdigest()[:32]


def note(db: Database, conflict: Conflict) -> bool:
    """Keep a conflict to be settled; False if it is known."""
    (last,) = db.execute("SELECT coalesce(max(position), 0) FROM conflicts").fetchone()
    if db.execute("SELECT 1 FROM conflicts WHERE id = ?", [conflict.id]).fetchone():
        return False
    row = {
        "id": conflict.id,
        "position": last + 1,
        "submission": conflict.submission,
        "copy": conflict.copy,
        "ours": _stored(conflict.ours),
        "theirs": _stored(conflict.theirs),
        "chosen": conflict.chosen or "",
    }
    db.table("conflicts").insert(row)
    return True


def conflicts(db: Database) -> tuple[Conflict, ...]:
    """Those that are open, in the order in which they came; one side no longer says so is none."""
    rows = db.query("SELECT * FROM conflicts WHERE chosen = '' ORDER BY position")
    found = map(_conflict, rows)
    return tuple(one for one in found if not _holds(db, one.theirs))


def settle(db: Database, conflict: Conflict, side: Side) -> None:
    """Let one side's word hold."""
    if side is Side.THEIRS:
        put_in_place(db, conflict.theirs.changes)
    db.execute("UPDATE conflicts SET chosen = ? WHERE id = ?", [side, conflict.id])


def put_in_place(db: Database, changes: Iterable[Change]) -> None:
    """Let rows be so; what was said of passages that are cut otherwise goes with them."""
    answers = set()
    for change in changes:
        kind = BY_TABLE[change.table]
        here = row_of(db, kind, change.key)
        row = change.row if change.row is None or here is None else {**here, **change.row}
        if change.table == "answers" and here and row and row["text"] != here["text"]:
            revision = Revision.between(here["text"], row["text"])
            Decisions(db).move(row["id"], row["text"], revision.moved)
        if change.table == "cuts":
            answers.add(answer_of(str(change.key[0])))
        if change.table == "reasons" and row is None and here is not None:
            _keep_words(db, here)
        put(db, kind, change.key, row)
    rehome(db, answers)


def contested(db: Database) -> frozenset[tuple[str, Key]]:
    """The things of which something is open."""
    return frozenset((c.table, c.key) for one in conflicts(db) for c in one.theirs.changes)


def follow(db: Database, theirs: Database) -> int:
    """Let what was settled in a copy be settled here too; how many are open again.

    Those are open again that were settled here the other way.
    """
    here = {one.id: one for one in map(_conflict, db.query("SELECT * FROM conflicts"))}
    again = 0
    for there in map(_conflict, theirs.query("SELECT * FROM conflicts WHERE chosen <> ''")):
        stands, lost = there.ours, there.theirs
        if there.chosen is Side.THEIRS:
            stands, lost = lost, stands
        own = here.get(there.id) or replace(there, ours=lost, theirs=stands, chosen=None)
        side = Side.MINE if _told(stands.changes) == _told(own.ours.changes) else Side.THEIRS
        if own.chosen is None and (own.id in here or _holds(db, lost)):
            note(db, own)
            settle(db, own, side)
        elif own.chosen not in (None, side):
            db.execute("UPDATE conflicts SET chosen = '' WHERE id = ?", [own.id])
            again += 1
    return again


def _keep_words(db: Database, reason: Row) -> None:
    """Let those who use a reason that goes keep its words."""
    for table in ("handlings", "theme_handlings"):
        db.execute(
            f"UPDATE {table} SET text = ?, reason = NULL WHERE reason = ?",  # noqa: S608 - our own names
            [reason["text"], reason["id"]],
        )


def _holds(db: Database, said: Said) -> bool:
    """Whether it is as one side says."""
    for change in said.changes:
        kind = BY_TABLE[change.table]
        here = row_of(db, kind, change.key)
        if here is None or change.row is None:
            if here is not change.row:
                return False
        else:
            now = {**here, **change.row}
            if kind.says(now) != kind.says(here):
                return False
    return True


def _told(changes: Iterable[Change]) -> str:
    told = ([c.table, c.key, BY_TABLE[c.table].says(c.row) if c.row else None] for c in changes)
    return to_json(sorted(told, key=repr))


def _stored(said: Said) -> str:
    return to_json([said.by, said.at, [[c.table, c.key, c.row] for c in said.changes]])


def _said(stored: str) -> Said:
    by, at, changes = json.loads(stored)
    return Said(tuple(Change(table, tuple(key), row) for table, key, row in changes), by, at)


def _conflict(row: Row) -> Conflict:
    chosen = Side(row["chosen"]) if row["chosen"] else None
    told = replace(Conflict(row["copy"], _said(row["ours"]), _said(row["theirs"])), chosen=chosen)
    return replace(told, submission=row["submission"])
