"""What one copy of a round knows that another does not: which actions, and what they changed."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from sqlite_utils import Database

from inspel_app.store.merging.kinds import BY_TABLE, Key, row_of
from inspel_app.store.records import Row

Thing = tuple[str, Key]
"""A row by its table and what it is known by."""


class News(NamedTuple):
    """A thing as it was before, and as it is; None where there was, or is, none.

    `by` and `at` tell who changed it last, and when.
    """

    before: Row | None
    after: Row | None
    by: str = ""
    at: str = ""


def known(db: Database) -> frozenset[str]:
    """All actions that a copy holds: its own, and those it has taken in."""
    rows = db.execute("SELECT id FROM action_ids UNION SELECT id FROM taken")
    return frozenset(action for (action,) in rows)


def news(db: Database, to: frozenset[str]) -> dict[Thing, News]:
    """What a copy holds that is new to one that knows those actions.

    What it has itself taken from actions that are known there is nothing new.
    """
    first: dict[Thing, Row | None] = {}
    last: dict[Thing, tuple[str, str]] = {}
    defaults = {table: _defaults(db, table) for table in BY_TABLE}
    for table, before, after, *told in _changes(db, to):
        kind, usual = BY_TABLE[table], defaults[table]
        for image, was_there in ((before, True), (after, False)):
            if image is not None:
                row = {**usual, **json.loads(image)}
                thing = (table, kind.key_of(row))
                first.setdefault(thing, row if was_there else None)
                last[thing] = (told[0], told[1])
    found = {
        thing: News(row, row_of(db, BY_TABLE[thing[0]], thing[1]), *last[thing])
        for thing, row in first.items()
    }
    return {thing: one for thing, one in found.items() if one.before != one.after}


def new_actions(db: Database, to: frozenset[str]) -> Iterator[Row]:
    """The actions that are new to one that knows some: a copy's own, then those it took in."""
    own = """SELECT i.id, a.number, a.name, a.by, a.at, count(c.id) AS things,
        json_group_array(DISTINCT coalesce(
          json_extract(c.after, '$.passage'), json_extract(c.before, '$.passage'))
        ) FILTER (WHERE coalesce(c.after, c.before) LIKE '%"passage"%') AS passages
      FROM actions a JOIN action_ids i USING (number) LEFT JOIN changes c ON c.action = a.number
      GROUP BY a.number ORDER BY a.number"""
    taken = "SELECT id, number, name, by, at, things, passages FROM taken ORDER BY at, id"
    for query in (own, taken):
        yield from (row for row in db.query(query) if row["id"] not in to)


def last_change(db: Database) -> int:
    """The number of the latest change."""
    return int(db.execute("SELECT coalesce(max(id), 0) FROM changes").fetchone()[0])


def makers(db: Database, table: str, column: str) -> dict[str, str]:
    """By which action each row of a table was made, by its id."""
    made = """SELECT json_extract(c.after, ?), i.id FROM changes c
      JOIN action_ids i ON i.number = c.action
      WHERE c.tbl = ? AND c.before IS NULL ORDER BY c.id"""
    return dict(db.execute(made, [f"$.{column}", table]).fetchall())


def _changes(
    db: Database, to: frozenset[str]
) -> Iterator[tuple[str, str | None, str | None, str, str]]:
    """The changes made by actions that are not known, less what came from known ones.

    Each with its table, the images before and after, by whom, and when.
    """
    old = _already_told(db, to)
    rows = db.execute(
        "SELECT c.id, i.id, c.tbl, c.before, c.after, a.by, a.at FROM changes c"
        " JOIN action_ids i ON i.number = c.action JOIN actions a ON a.number = c.action"
        " WHERE i.id NOT IN (SELECT value FROM json_each(?)) ORDER BY c.id",
        [json.dumps(sorted(to))],
    )
    for number, _action, table, *told in rows:
        if table not in BY_TABLE:
            continue
        if not any(since < number <= until for since, until in old):
            yield table, *told


def _already_told(db: Database, to: frozenset[str]) -> list[tuple[int, int]]:
    """The ranges of changes by which actions were taken in that are all known."""
    groups: dict[str, bool] = {}
    for ranges, action in db.execute("SELECT ranges, id FROM taken"):
        groups[ranges] = groups.get(ranges, True) and action in to
    return [(since, until) for g, told in groups.items() if told for since, until in json.loads(g)]


def _defaults(db: Database, table: str) -> Row:
    """What stands in columns that images of older versions do not have."""
    given = db.execute("SELECT name, dflt_value FROM pragma_table_info(?)", [table]).fetchall()
    return {
        name: db.execute(f"SELECT {value}").fetchone()[0] if value is not None else None
        for name, value in given
    }
