"""What each person has said about the passages, and what the machine says without them."""

from collections import defaultdict
from collections.abc import Mapping

from sqlite_utils import Database

from inspel_app.domain.coding import Assignment, Origin, compose_assignments
from inspel_app.store.machine import passage_of
from inspel_app.store.queries import live_rows, suggestions

Coding = Mapping[str, tuple[Assignment, ...]]
"""Assignments by passage id, first the code that it first and foremost concerns."""


def codings(db: Database) -> dict[str, Coding]:
    """What each person has said, by name, about the passages whose answers are still there.

    The origin of a code that was accepted with many others at once is the suggestion.
    """
    found: defaultdict[str, dict[str, tuple[Assignment, ...]]] = defaultdict(dict)
    rows = db.query(
        "SELECT a.* FROM assignments a JOIN live_passages p ON p.id = a.passage"
        " ORDER BY a.person, p.position, p.start, a.position"
    )
    for row in rows:
        said = found[row["person"]]
        origin = Origin.SUGGESTION if row["accepted"] else Origin.PERSON
        decided = Assignment(row["code"], row["aspect"] or None, origin)
        said[row["passage"]] = (*said.get(row["passage"], ()), decided)
    return dict(found)


def proposed(db: Database) -> Coding:
    """What the form's place and the suggestions say, as if nobody had decided anything."""
    suggested = suggestions(db)
    passages = map(passage_of, live_rows(db))
    return {p.id: compose_assignments(p, suggested.get(p.id, ()), ()) for p in passages}
