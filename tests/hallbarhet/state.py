"""What people have sent in and decided, read past the program."""

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

from inspel_app.store.audit import AUDITED

State = dict[str, set[str]]
"""The rows of each audited table, as JSON with sorted keys."""


def state_of(path: Path) -> State:
    """All rows of the audited tables that a round, of whatever version, has."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        there = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
        return {
            table: {_image(dict(row)) for row in connection.execute(f"SELECT * FROM {table}")}  # noqa: S608 - fixed names
            for table in AUDITED
            if table in there
        }


def before(path: Path, change: int) -> tuple[State, int]:
    """The state as it was at a change, by the log; and how many changes there are after it."""
    state = state_of(path)
    with closing(sqlite3.connect(path)) as connection:
        later = connection.execute(
            "SELECT tbl, before, after FROM changes WHERE id > ? ORDER BY id DESC", [change]
        ).fetchall()
    for table, old, new in later:
        if new:
            state[table].remove(_image(json.loads(new)))
        if old:
            state[table].add(_image(json.loads(old)))
    return state, len(later)


def hash_of(state: State) -> str:
    """The same for the same rows."""
    rows = {table: sorted(found) for table, found in state.items()}
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest()


def _image(row: dict[str, object]) -> str:
    return json.dumps(row, sort_keys=True)
