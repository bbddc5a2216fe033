"""The tables that let copies of a round be put together again.

`action_ids` names each action so that it is the same in every copy that has it. `taken` are the
actions of other copies that were taken in, by those names; `ranges` bound the changes by which a
merge did so. `conflicts` are the things of which two people have said different things.
"""

import hashlib

from sqlite_utils import Database

_TABLES = """
CREATE TABLE action_ids (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
CREATE TRIGGER name_action AFTER INSERT ON actions BEGIN
  INSERT OR IGNORE INTO action_ids VALUES (NEW.number, lower(hex(randomblob(16))));
END;
CREATE TABLE taken (
  id TEXT PRIMARY KEY, merge INTEGER NOT NULL, copy TEXT NOT NULL,
  ranges TEXT NOT NULL,
  number INTEGER NOT NULL, name TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,
  things INTEGER NOT NULL, passages TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE conflicts (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL, submission TEXT NOT NULL, copy TEXT NOT NULL,
  ours TEXT NOT NULL, theirs TEXT NOT NULL, chosen TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""


def create_merging(db: Database) -> None:
    """Make the tables; copies made before this name the actions that they share alike."""
    db.executescript(_TABLES)
    name = ""
    for number, *told in db.execute(
        "SELECT number, name, by, at, undoes, redoes FROM actions ORDER BY number"
    ).fetchall():
        name = hashlib.sha256(repr((name, number, told)).encode()).hexdigest()[:32]
        db.execute("INSERT INTO action_ids VALUES (?, ?)", [number, name])
