"""Actions, the log of them, and undo and redo as actions of their own.

History only grows: undo replays an action's changes backwards and redo replays them forwards,
both under a number of their own. What can be undone is read from the log, so it survives a
restart. Only the last action that stands can be undone, so each row is as its image says.

A long action may be saved in parts. The parts have one number and are undone as one; if
somebody else has acted between two of them, the second is an action of its own.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlite_utils import Database
from sqlite_utils.db import Table, quote_identifier

from inspel_app.i18n import _
from inspel_app.store.records import Row

_COLUMNS = ("number", "name", "by", "at", "undoes", "redoes")


@dataclass(frozen=True)
class LogEntry:
    """One action: its running number, name, who did it and when (ISO 8601, local time).

    An undo names in `undoes` the action that it took back, a redo in `redoes` the one that it
    made good again; `undone` is true for an action that does not stand now.
    """

    number: int
    name: str
    by: str
    at: str
    undoes: int | None = None
    redoes: int | None = None
    undone: bool = False


def now() -> str:
    """The time as the log tells it: local, with its offset, to the second."""
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")


def begin(db: Database) -> int:
    """Number the next action, in an open transaction; from here on the triggers allow writes."""
    db.execute("INSERT INTO current_action SELECT coalesce(max(number), 0) + 1 FROM actions")
    return int(db.execute("SELECT action FROM current_action").fetchone()[0])


def go_on(db: Database, number: int) -> int:
    """Begin the next part of an action that was saved; its number, a new one after others'."""
    (last,) = db.execute("SELECT max(number) FROM actions").fetchone()
    if last != number:
        return begin(db)
    db.execute("INSERT INTO current_action VALUES (?)", [number])
    return number


def finish(db: Database, entry: LogEntry) -> bool:
    """End the action, or a part of it; one that has changed nothing leaves no entry: False."""
    found = db.execute("SELECT 1 FROM changes WHERE action = ?", [entry.number]).fetchone()
    if found:
        row = {column: getattr(entry, column) for column in _COLUMNS}
        db.table("actions").upsert(row, pk="number")
    db.execute("DELETE FROM current_action")
    return found is not None


class Action:
    """An action under way; its `name` may be changed until it ends.

    Afterwards `changed` tells whether it has changed anything.
    """

    def __init__(self, db: Database, name: str, by: str) -> None:
        self.name = name
        self.changed = False
        self._by = by
        self._db = db
        self._number = begin(db)

    def save(self) -> None:
        """Save what is done so far, under the name of now; the rest goes on as the same action.

        It is kept even if the rest fails or the program is killed. Others may write before the
        rest begins, so what was read before this may have changed.
        """
        self.finish()
        self._db.commit()
        self._db.execute("BEGIN IMMEDIATE")
        self._number = go_on(self._db, self._number)

    def finish(self) -> None:
        """End the action in the transaction under way."""
        part = LogEntry(self._number, self.name, self._by, now())
        self.changed = finish(self._db, part) or self.changed


def entries(db: Database) -> list[LogEntry]:
    """The whole log, oldest first."""
    log = [LogEntry(**row) for row in db.query("SELECT * FROM actions ORDER BY number")]
    standing = _standing(log)
    own = {e.number for e in log if e.undoes is None and e.redoes is None}
    fallen = own.difference(standing)
    return [replace(e, undone=e.number in fallen) for e in log]


def things_changed(db: Database) -> dict[int, int]:
    """How many rows each action has changed."""
    rows = db.execute("SELECT action, count(*) FROM changes GROUP BY action")
    return {int(number): int(changed) for number, changed in rows}


def next_steps(db: Database) -> tuple[LogEntry | None, LogEntry | None]:
    """The action that an undo would take back, and the one that a redo would do again.

    The log is read from its end, and mostly only a few rows of it. What was done before
    something was weeded is done for good.
    """
    stands: dict[int, bool] = {}
    undone: list[int] | None = None
    later = "SELECT * FROM actions WHERE number > ? ORDER BY number DESC"
    for row in db.query(later, [last_weeding(db)]):
        entry = LogEntry(**row)
        if entry.undoes is not None:
            stands.setdefault(entry.undoes, False)
        elif entry.redoes is not None:
            stands.setdefault(entry.redoes, True)
        else:
            if undone is None:  # the latest one: what was undone before it is so for good
                undone = [number for number, there in stands.items() if not there]
            if stands.get(entry.number, True):
                return entry, _entry(db, undone)
    return None, _entry(db, undone or [])


def last_weeding(db: Database) -> int:
    """The number of the last action that took something out for good; nothing is undone past it."""
    (number,) = db.execute("SELECT coalesce(max(action), 0) FROM weedings").fetchone()
    return int(number)


def _entry(db: Database, undone: list[int]) -> LogEntry | None:
    """The one of several that were undone that was undone last: the first that was done."""
    return LogEntry(**db.table("actions").get(min(undone))) if undone else None


def undo(db: Database, by: str) -> LogEntry | None:
    """Take back the last action that stands, as a new action; None if there is none."""
    target, _again = next_steps(db)
    if target is None:
        return None
    name = _("Ångra: {name}").format(name=target.name)
    entry = LogEntry(begin(db), name, by, now(), undoes=target.number)
    _replay(db, target.number, backwards=True)
    finish(db, entry)
    return entry


def back_to(db: Database, number: int, by: str) -> list[LogEntry]:
    """Take back what came after an action that stands, the last first; KeyError if none does."""
    standing = _standing(entries(db))
    if number < last_weeding(db) or (number and number not in standing):
        raise KeyError(number)
    later = [action for action in standing if action > number]
    return [entry for _action in later if (entry := undo(db, by))]


def redo(db: Database, by: str) -> LogEntry | None:
    """Do again what was undone last, as a new action; None if there is nothing."""
    _last, target = next_steps(db)
    if target is None:
        return None
    name = _("Gör om: {name}").format(name=target.name)
    entry = LogEntry(begin(db), name, by, now(), redoes=target.number)
    _replay(db, target.number, backwards=False)
    finish(db, entry)
    return entry


def _standing(log: Iterable[LogEntry]) -> list[int]:
    """The actions that stand, the one to be undone next last."""
    standing: list[int] = []
    undone: list[int] = []
    for entry in log:
        if entry.undoes is not None:
            undone.append(standing.pop())
        elif entry.redoes is not None:
            standing.append(undone.pop())
        else:
            standing.append(entry.number)
            undone.clear()
    return standing


def _replay(db: Database, action: int, *, backwards: bool) -> None:
    """Make an action's changes once more, or in reverse, in the current action."""
    changes = list(db.table("changes").rows_where("action = ?", [action], order_by="id"))
    tables = {change["tbl"]: db.table(change["tbl"]) for change in changes}
    keys = {name: table.pks for name, table in tables.items()}
    for change in reversed(changes) if backwards else changes:
        old, new = (json.loads(image or "null") for image in (change["before"], change["after"]))
        if backwards:
            old, new = new, old
        _change(db, tables[change["tbl"]], keys[change["tbl"]], old, new)


def _change(db: Database, table: Table, keys: list[str], old: Row | None, new: Row | None) -> None:
    """Take a row from one image to another; None is a row that does not exist."""
    name = quote_identifier(table.name)
    if old and new:
        table.update([old[key] for key in keys], new)
    elif new:
        columns = ", ".join(map(quote_identifier, new))
        values = ", ".join("?" * len(new))
        db.execute(f"INSERT INTO {name} ({columns}) VALUES ({values})", list(new.values()))  # noqa: S608 - our own names
    elif old:
        where = " AND ".join(f"{quote_identifier(key)} = ?" for key in keys)
        db.execute(f"DELETE FROM {name} WHERE {where}", [old[key] for key in keys])  # noqa: S608 - as above
