"""All passages with what is said about each, fast enough for a list of sixty thousand.

`Project.passages` tells more of each, and takes several times as long.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlite_utils import Database

from inspel_app.domain.coding import Assignment, Mark, Origin, Passage, Stance, Suggestion
from inspel_app.store.machine import actors_of, placed_by_form, sources_of
from inspel_app.store.records import to_json


class Tagged(NamedTuple):
    """A passage as it was cut, with its mark and the form's own codes, and what is said of it.

    `suggestions` are the two best, best first and without reasons; all of them where a person
    has rejected some code. `decided` is what people gave it, in order, `people` who has said
    anything of it; `noted` is true where somebody has written a note.
    """

    passage: Passage
    suggestions: tuple[Suggestion, ...]
    decided: tuple[Assignment, ...]
    rejected: frozenset[str]
    people: frozenset[str]
    noted: bool


def tagged(db: Database, answers: Iterable[str] | None = None) -> Iterator[Tagged]:
    """The passages that are alive, in the order of the inspel; of all answers, or of these."""
    ask = _Asker(db, answers)
    suggested: defaultdict[str, list[Suggestion]] = defaultdict(list)
    for passage, code, permille in ask.suggestions():
        suggested[passage].append(Suggestion(code, permille))
    decided: defaultdict[str, list[Assignment]] = defaultdict(list)
    people: defaultdict[str, set[str]] = defaultdict(set)
    for passage, code, aspect, person in ask.said("assignments", "code, aspect, person"):
        decided[passage].append(Assignment(code, aspect or None, Origin.PERSON))
        people[passage].add(person)
    rejected: defaultdict[str, set[str]] = defaultdict(set)
    for passage, code, person in ask.said("rejections", "code, person"):
        rejected[passage].add(code)
        people[passage].add(person)
    marks = {}
    for passage, mark, person in ask.said("marks", "mark, person"):
        marks[passage] = Mark(mark)
        people[passage].add(person)
    noted = {passage for (passage,) in ask.said("notes", "")}
    for row in ask.passages():
        key = row[0]
        yield Tagged(
            _passage_of(row, marks.get(key)),
            tuple(suggested.get(key, ())),
            tuple(decided.get(key, ())),
            frozenset(rejected.get(key, ())),
            frozenset(people.get(key, ())),
            key in noted,
        )


class _Asker:
    """Asks for all passages, or for those of some answers."""

    def __init__(self, db: Database, answers: Iterable[str] | None) -> None:
        self._db = db
        self._values = [] if answers is None else [to_json(list(answers))]

    def passages(self) -> Iterator[tuple[Any, ...]]:
        where = "WHERE answer IN (SELECT value FROM json_each(?))" if self._values else ""
        return self._rows(
            'SELECT id, submission, answer, field, start, "end", text, assignments, misplaced,'  # noqa: S608 - fixed texts
            " stance, actors, sources, language"
            f" FROM live_passages {where} ORDER BY position, start"
        )

    def suggestions(self) -> Iterator[tuple[Any, ...]]:
        return self._rows(
            "SELECT passage, code, permille FROM suggestions"  # noqa: S608 - fixed texts
            " WHERE (position < 2 OR passage IN (SELECT passage FROM rejections))"
            f" {self._only('AND')} ORDER BY passage, position"
        )

    def said(self, table: str, columns: str) -> Iterator[tuple[Any, ...]]:
        order = "passage, position" if table == "assignments" else "passage"
        asked = ", ".join(filter(None, ["passage", columns]))
        return self._rows(f"SELECT {asked} FROM {table} {self._only('WHERE')} ORDER BY {order}")  # noqa: S608 - fixed texts

    def _only(self, keyword: str) -> str:
        if not self._values:
            return ""
        answers = "SELECT value FROM json_each(?)"
        return f"{keyword} passage IN (SELECT id FROM live_passages WHERE answer IN ({answers}))"  # noqa: S608 - fixed texts

    def _rows(self, sql: str) -> Iterator[tuple[Any, ...]]:
        return iter(self._db.execute(sql, self._values))


def _passage_of(row: tuple[Any, ...], mark: Mark | None) -> Passage:
    key, submission, answer, field, start, end, text, form, misplaced, *found = row
    stance, actors, sources, language = found
    return Passage(
        key,
        submission,
        answer,
        field,
        start,
        end,
        text,
        placed_by_form(form),
        bool(misplaced),
        Stance(stance) if stance else None,
        None,
        actors_of(actors),
        sources_of(sources),
        language,
        mark,
    )
