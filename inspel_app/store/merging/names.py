"""Under which ids the things of a copy stand here: ids are counted in each copy by itself.

A thing is the same where one action made it, where it was taken in before and is as it was, or
where it is the same by what it is: a theme by its points, a reason by its title, a section by its
heading. Others get an id that is free.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from operator import eq

from sqlite_utils import Database

from inspel_app.store.merging.kinds import WHOLES
from inspel_app.store.merging.news import known, makers
from inspel_app.store.merging.texts import homes
from inspel_app.store.records import Row
from inspel_app.store.themes import themes

Names = Mapping[tuple[str, str], Mapping[object, str]]
"""By table and column, under which id here stands which of the copy's."""

_NUMBER = re.compile(r"\d+$")
_COUNTED = ("kept_themes", "reasons", "sections")
_MOST = 0.5
"""So much of the points of each of two themes is in both, where they are one."""


def names(ours: Database, theirs: Database) -> Names:
    """The ids that are others here."""
    found: dict[tuple[str, str], Mapping[object, str]] = {}
    for whole in WHOLES:
        if whole.table in _COUNTED:
            new = _counterparts(ours, theirs, whole.table, "id")
            found |= dict.fromkeys(whole.columns.items(), new)
    sections = _counterparts(ours, theirs, "report_sections", "key")
    for table in ("report_sections", "report_orders"):
        found |= dict.fromkeys(((table, "key"), (table, "above")), sections)
    return found


def under(given: Names, table: str, row: Row) -> Row:
    """A row of the copy under the ids that hold here."""
    return {c: given.get((table, c), {}).get(value, value) for c, value in row.items()}


def _counterparts(ours: Database, theirs: Database, table: str, column: str) -> dict[object, str]:
    """The ids of a table of the copy that are others here."""
    here, there = _told(ours, table), _told(theirs, table)
    if table == "kept_themes":
        there = _at_home(ours, there, frozenset[str]().union(*here.values()))
    rows, rows_there = (_rows(db, table, column) for db in (ours, theirs))
    there = {key: told for key, told in there.items() if key in rows_there}
    made, made_there = makers(ours, table, column), makers(theirs, table, column)
    found = {key: key for key in there if made.get(key) == made_there.get(key) and key in made}
    came = known(ours)
    found |= {
        key: key
        for key in there
        if made_there.get(key) in came and rows.get(key) == rows_there[key]
    }
    for key in sorted(there.keys() - found.keys()):
        free = [other for other in (key, *here) if other in here and other not in found.values()]
        same = (other for other in free if _ALIKE[table](here[other], there[key]))
        found[key] = next(same, "") or _free(key, {*here, *there, *found.values()}, here)
    return {key: other for key, other in found.items() if key != other}


def _rows(db: Database, table: str, column: str) -> dict[str, Row]:
    return {row[column]: row for row in db.table(table).rows}


def _free(key: str, taken: set[str], here: Mapping[str, object]) -> str:
    if key not in here:
        return key
    stem = _NUMBER.sub("", key)
    numbers = (int(k.removeprefix(stem)) for k in taken if _NUMBER.sub("", k) == stem)
    return f"{stem}{max(numbers) + 1}"


def _told(db: Database, table: str) -> dict[str, frozenset[str]]:
    """What the things of a table are known by, beside their ids."""
    return dict(_TOLD[table](db))


def _themes(db: Database) -> Iterator[tuple[str, frozenset[str]]]:
    for theme in themes(db):
        yield theme.id, frozenset(theme.passages)
    for row in db.query("SELECT id FROM kept_themes"):
        points = db.execute("SELECT passage FROM theme_places WHERE theme = ?", [row["id"]])
        yield row["id"], frozenset(p for (p,) in points)


def _at_home(
    db: Database, told: Mapping[str, frozenset[str]], placed: frozenset[str]
) -> dict[str, frozenset[str]]:
    """Points of the copy's themes by those that say the same here, where one of the two is cut.

    What is `placed` in a theme here is there; only for the rest is looked.
    """
    return {
        key: frozenset(home for p in points for home in ((p,) if p in placed else homes(db, p)))
        for key, points in told.items()
    }


def _reasons(db: Database) -> Iterator[tuple[str, frozenset[str]]]:
    for key, title in db.execute("SELECT id, title FROM reasons"):
        yield key, frozenset([title.casefold()])


def _sections(db: Database) -> Iterator[tuple[str, frozenset[str]]]:
    seen: dict[tuple[str, str], int] = {}
    for key, code, heading in db.execute(
        "SELECT id, coalesce(code, ''), heading FROM sections ORDER BY position"
    ):
        number = seen[code, heading] = seen.get((code, heading), 0) + 1
        yield key, frozenset([f"{code} {heading} {number}"])


def _own_sections(db: Database) -> Iterator[tuple[str, frozenset[str]]]:
    for key, title in db.execute("SELECT key, title FROM report_sections WHERE own"):
        yield key, frozenset([title])


_TOLD: Mapping[str, Callable[[Database], Iterator[tuple[str, frozenset[str]]]]] = {
    "kept_themes": _themes,
    "reasons": _reasons,
    "sections": _sections,
    "report_sections": _own_sections,
}


def _share_most(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _MOST * max(len(one), len(other), 1)


_ALIKE: Mapping[str, Callable[[frozenset[str], frozenset[str]], bool]] = {
    "kept_themes": _share_most,
    "reasons": eq,
    "sections": eq,
    "report_sections": eq,
}
