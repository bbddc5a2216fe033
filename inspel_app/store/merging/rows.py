"""Two rows of the same thing put together, and rows put in their place."""

from typing import NamedTuple

from sqlite_utils import Database
from sqlite_utils.db import quote_identifier

from inspel_app.store.merging.kinds import Key, Kind, row_of
from inspel_app.store.records import Row

_UNIQUE = {
    "answers": ("position", True),
    "unplaced": ("position", True),
    "submissions": ("number", False),
}
"""What no two rows may have: within an inspel, or among them all."""


_Said = list[object] | None


class _Fact(NamedTuple):
    """What is said here and there of one fact, now and before; None is where there was nothing.

    `is_choice` is true where "no" is an answer like "yes", and not that nothing was found.
    """

    here: _Said
    there: _Said
    here_before: _Said
    there_before: _Said
    changed: bool
    is_choice: bool

    @property
    def comes_in(self) -> bool | None:
        """Whether what the copy says takes the place of what stands here; None if both hold."""
        if self.there in (self.here, self.there_before):
            return False
        if not self.changed or self.here == self.here_before:
            return True
        new = self.here_before is None and self.there_before is None
        if new and not self.is_choice:  # both found it in a file
            if not any(self.here or ()):
                return True
            if not any(self.there or ()):
                return False
        if self.there == self.here_before:
            return False
        return True if self.here == self.there_before else None


class Joined(NamedTuple):
    """What a thing is when two copies are put together: what can be kept of both.

    `against` are the columns of which they say two things; None where one says that there is no
    such thing.
    """

    row: Row | None
    against: tuple[str, ...] | None = ()


class Sides(NamedTuple):
    """A thing here and in the copy, and how it was before either changed it.

    `changed` tells whether it has been changed here, of which the copy knows nothing.
    """

    ours: Row | None
    theirs: Row | None
    ours_before: Row | None
    theirs_before: Row | None
    changed: bool


def join(kind: Kind, sides: Sides) -> Joined:
    """Put the two together; where both have changed the same to other things, ours stands."""
    ours, theirs = sides.ours, sides.theirs
    if ours is None or theirs is None:
        return _there_or_not(kind, sides)
    joined, against = dict(ours), list[str]()
    for group in kind.facts(ours):
        comes_in = _fact(kind, sides, group).comes_in
        if comes_in is None:
            against += group
        elif comes_in:
            joined |= {column: theirs[column] for column in group}
    if not against:
        joined |= _by_whom(kind, sides)
    return Joined(joined, tuple(against))


def _there_or_not(kind: Kind, sides: Sides) -> Joined:
    """One has it, or neither; what one takes away and the other changes is said in two ways."""
    ours, theirs = sides.ours, sides.theirs
    if ours is None and theirs is None:
        return Joined(None)
    if ours is None:
        return Joined(None, None) if sides.changed and sides.ours_before else Joined(theirs)
    changed = sides.changed and kind.says(ours) != kind.says(sides.ours_before)
    return Joined(ours, None) if changed else Joined(None)


def _fact(kind: Kind, sides: Sides, group: tuple[str, ...]) -> _Fact:
    def said(row: Row | None) -> _Said:
        told = kind.says(row)
        return None if told is None else [told[column] for column in group]

    return _Fact(
        said(sides.ours),
        said(sides.theirs),
        said(sides.ours_before),
        said(sides.theirs_before),
        sides.changed,
        kind.whether,
    )


def _by_whom(kind: Kind, sides: Sides) -> Row:
    """By whom it is said: by theirs where only they have changed it, by the first of both."""
    ours, theirs = sides.ours or {}, sides.theirs or {}
    if not sides.changed:
        return {column: theirs[column] for column in kind.who}
    first = min((ours, theirs), key=lambda row: [str(row[column]) for column in kind.who])
    return {column: first[column] for column in kind.who}


def put(db: Database, kind: Kind, key: Key, row: Row | None) -> None:
    """Let a thing be so, or be no more; where it stands here is its own matter."""
    here = row_of(db, kind, key)
    name = quote_identifier(kind.table)
    where = " AND ".join(f"{quote_identifier(column)} IS ?" for column in kind.key)
    if row is None:
        db.execute(f"DELETE FROM {name} WHERE {where}", list(key))  # noqa: S608 - our own names
    elif here is None:
        row = _placed(db, kind, row)
        columns, marks = ", ".join(map(quote_identifier, row)), ", ".join("?" * len(row))
        db.execute(f"INSERT INTO {name} ({columns}) VALUES ({marks})", list(row.values()))  # noqa: S608 - as above
    else:
        new = {c: v for c, v in row.items() if c not in kind.place and v != here[c]}
        if new:
            values = ", ".join(f"{quote_identifier(column)} = ?" for column in new)
            db.execute(f"UPDATE {name} SET {values} WHERE {where}", [*new.values(), *key])  # noqa: S608 - as above


def _placed(db: Database, kind: Kind, row: Row) -> Row:
    """A new row where there is room for it."""
    if kind.table not in _UNIQUE:
        return row
    column, within = _UNIQUE[kind.table]
    of_inspel = ("submission = ?", [row["submission"]]) if within else ("1", [])
    asked = f"SELECT {column} FROM {kind.table} WHERE {of_inspel[0]}"  # noqa: S608 - our own names
    taken = {place for (place,) in db.execute(asked, of_inspel[1])}
    return {**row, column: max(taken) + 1} if row[column] in taken else row
