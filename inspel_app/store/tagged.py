"""All passages with what is said about each, fast enough for a list of sixty thousand.

`Project.passages` tells more of each, and takes several times as long.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from sys import intern
from typing import Any, NamedTuple

from sqlite_utils import Database

from inspel_app.domain.coding import Assignment, Mark, Origin, Passage, Stance, Suggestion
from inspel_app.store.machine import actors_of, placed_by_form, places_of, sources_of
from inspel_app.store.records import to_json

_PASSAGES = """SELECT id, submission, answer, field, start, "end", text, assignments, misplaced,
    stance, actors, sources, language, places, heading FROM live_passages"""
_NOBODY: frozenset[str] = frozenset()
"""One for all: Python makes each empty set anew, and of most passages nobody has said anything."""


class Tagged(NamedTuple):
    """A passage as it was cut, with its mark and the form's own codes, and what is said of it.

    `suggestions` are the two best, best first and without reasons; all of them where a person
    has rejected some code. `decided` is what people gave it, in order, `people` who has said
    anything of it; `noted` is true where somebody has written a note, `disputed` where two people
    do not give it the same codes.
    """

    passage: Passage
    suggestions: tuple[Suggestion, ...]
    decided: tuple[Assignment, ...]
    rejected: frozenset[str]
    people: frozenset[str]
    noted: bool
    disputed: bool = False


def tagged(db: Database, answers: Iterable[str] | None = None) -> Iterator[Tagged]:
    """The passages that are alive, in the order of the inspel; or those of some answers, by id."""
    if answers is None:
        rows, only = db.execute(f"{_PASSAGES} ORDER BY position, start").fetchall(), None
    else:
        one = f"{_PASSAGES} WHERE answer = ? ORDER BY start"
        rows = [row for answer in answers for row in db.execute(one, [answer])]
        only = to_json([row[0] for row in rows])
    said = _Said(db, only)
    for row in rows:
        key = row[0]
        yield Tagged(
            _passage_of(row, said.marks.get(key)),
            tuple(said.suggestions[key]) if key in said.suggestions else (),
            tuple(said.decided[key]) if key in said.decided else (),
            frozenset(said.rejected[key]) if key in said.rejected else _NOBODY,
            frozenset(said.people[key]) if key in said.people else _NOBODY,
            key in said.noted,
            said.is_disputed(key),
        )


class _Said:
    """What is said of passages, by their ids: of all, or of those in a list (JSON)."""

    def __init__(self, db: Database, only: str | None) -> None:
        self._db, self._only = db, only
        self.suggestions: defaultdict[str, list[Suggestion]] = defaultdict(list)
        self.decided: defaultdict[str, list[Assignment]] = defaultdict(list)
        self.rejected: defaultdict[str, set[str]] = defaultdict(set)
        self.people: defaultdict[str, set[str]] = defaultdict(set)
        self.marks: dict[str, Mark] = {}
        self._given: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(
            lambda: defaultdict(set)
        )
        best = "position < 2 OR passage IN (SELECT passage FROM rejections)"
        for key, code, permille in self._rows("suggestions", "code, permille", best):
            self.suggestions[key].append(_suggestion(code, permille))
        rows = self._rows("assignments", "code, aspect, person, position")
        for key, code, aspect, person, _n in sorted(rows, key=itemgetter(0, 4)):
            self.decided[key].append(Assignment(code, aspect or None, Origin.PERSON))
            self.people[key].add(person)
            self._given[key][person].add(code)
        for key, code, person in self._rows("rejections", "code, person"):
            self.rejected[key].add(code)
            self.people[key].add(person)
        for key, mark, person in self._rows("marks", "mark, person"):
            self.marks[key] = Mark(mark)
            self.people[key].add(person)
        self.noted: set[str] = set()
        for key, person in self._rows("notes", "person"):
            self.noted.add(key)
            self.people[key].add(person)

    def is_disputed(self, passage: str) -> bool:
        """Whether two people do not give a passage the same codes."""
        given = [*self._given.get(passage, {}).values()]
        return any(codes != given[0] for codes in given[1:])

    def _rows(self, table: str, columns: str, which: str = "1") -> Iterator[tuple[Any, ...]]:
        """Rows that begin with the passage, in the order of the table's key."""
        asked = f"SELECT passage, {columns} FROM"
        if self._only is None:
            return iter(self._db.execute(f"{asked} {table} WHERE {which}"))
        listed = f"json_each(?) CROSS JOIN {table} ON passage = json_each.value"
        return iter(self._db.execute(f"{asked} {listed} WHERE {which}", [self._only]))


@lru_cache(maxsize=10_000)
def _suggestion(code: str, permille: int) -> Suggestion:
    """The same one is made for many passages."""
    return Suggestion(code, permille)


def _passage_of(row: tuple[Any, ...], mark: Mark | None) -> Passage:
    key, submission, answer, field, start, end, text, form, misplaced, *found = row
    stance, actors, sources, language, places, heading = found
    return Passage(
        intern(key),  # as `passage_of`
        intern(submission),
        intern(answer),
        intern(field) if field else None,
        start,
        end,
        intern(text),
        placed_by_form(form),
        bool(misplaced),
        Stance(stance) if stance else None,
        None,
        actors_of(actors),
        sources_of(sources),
        intern(language),
        mark,
        places_of(places),
        intern(heading),
    )
