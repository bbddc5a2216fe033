"""What the machine made, stored and taken out again as it made it.

Each kind is replaced as a whole; every row carries the run that made it. Nothing here is
audited, and nothing here touches what a person decided.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from sys import intern

from sqlite_utils import Database

from inspel_app.domain.coding import (
    Actor,
    Assignment,
    Origin,
    Passage,
    Place,
    Register,
    Request,
    Stance,
    Suggestion,
    Theme,
)
from inspel_app.store.homeless import remember_all
from inspel_app.store.records import Row, to_json
from inspel_app.store.runs import note_run
from inspel_app.store.values import Run


def save_passages(db: Database, run: Run, passages: Iterable[Passage]) -> None:
    """Put the run's passages in the place of the earlier ones."""
    remember_all(db)
    _replace(db, "passages", run, (passage_row(p) for p in passages))


def save_suggestions(
    db: Database, run: Run, suggestions: Mapping[str, Sequence[Suggestion]]
) -> None:
    """Put the run's suggestions, by passage id, in the place of the earlier ones."""
    _replace(db, "suggestions", run, _suggestion_rows(suggestions))


def add_suggestions(db: Database, suggestions: Mapping[str, Sequence[Suggestion]]) -> None:
    """Add suggestions for passages that the latest run did not know of; others keep theirs."""
    (run,) = db.execute("SELECT max(id) FROM runs WHERE kind = 'suggestions'").fetchone()
    table = db.table("suggestions")
    new = {p: s for p, s in suggestions.items() if not table.count_where("passage = ?", [p])}
    table.insert_all({"run": run, **row} for row in _suggestion_rows(new))


def save_themes(db: Database, run: Run, themes: Iterable[Theme]) -> None:
    """Put the run's themes in the place of the earlier ones."""
    _replace(db, "themes", run, (theme_row(t) for t in themes))


def _replace(db: Database, table: str, run: Run, rows: Iterable[Row]) -> None:
    db.table(table).delete_where()
    number = note_run(db, run)
    db.table(table).insert_all({"run": number, **row} for row in rows)


def _suggestion_rows(suggestions: Mapping[str, Sequence[Suggestion]]) -> Iterator[Row]:
    for passage, proposed in suggestions.items():
        for n, s in enumerate(proposed):
            yield {
                "passage": passage,
                "position": n,
                "code": s.code,
                "permille": s.permille,
                "reason": s.reason,
            }


def passage_row(passage: Passage) -> Row:
    """A passage as the machine made it; only the form's own assignments are kept in it."""
    p = passage
    return {
        "id": p.id,
        "submission": p.submission,
        "answer": p.answer,
        "field": p.field,
        "start": p.start,
        "end": p.end,
        "text": p.text,
        "assignments": to_json(
            [
                [a.code, a.aspect, a.confidence, a.reason]
                for a in p.assignments
                if a.origin is Origin.FORM
            ]
        ),
        "misplaced": p.misplaced,
        "stance": p.stance,
        "actors": to_json([[a.text, a.name, a.register] for a in p.actors]),
        "sources": to_json(p.sources),
        "language": p.language,
        "places": to_json([[place.text, place.municipality] for place in p.places]),
        "heading": p.heading,
    }


def passage_of(row: Row) -> Passage:
    """A passage as the machine made it, with the form's own assignments.

    Its texts are kept once, however many readers have them: a round has tens of thousands.
    """
    return Passage(
        id=intern(row["id"]),
        submission=intern(row["submission"]),
        answer=intern(row["answer"]),
        field=None if row["field"] is None else intern(row["field"]),
        start=row["start"],
        end=row["end"],
        text=intern(row["text"]),
        assignments=placed_by_form(row["assignments"]),
        misplaced=bool(row["misplaced"]),
        stance=Stance(row["stance"]) if row["stance"] else None,
        actors=actors_of(row["actors"]),
        sources=sources_of(row["sources"]),
        language=intern(row["language"]),
        places=places_of(row["places"]),
        heading=intern(row["heading"]),
    )


@lru_cache(maxsize=1024)
def placed_by_form(stored: str) -> tuple[Assignment, ...]:
    """The form's own assignments; the same few stand in thousands of rows."""
    return tuple(
        Assignment(code, aspect, Origin.FORM, confidence, reason)
        for code, aspect, confidence, reason in json.loads(stored)
    )


@lru_cache(maxsize=1024)
def actors_of(stored: str) -> tuple[Actor, ...]:
    """The actors that a passage names."""
    return tuple(
        Actor(text, name, Register(kind[0]) if kind and kind[0] else None)
        for text, name, *kind in json.loads(stored)
    )


@lru_cache(maxsize=1024)
def places_of(stored: str) -> tuple[Place, ...]:
    """The places that a passage names."""
    return tuple(Place(text, municipality) for text, municipality in json.loads(stored))


@lru_cache(maxsize=1024)
def sources_of(stored: str) -> tuple[str, ...]:
    """The sources that a passage names."""
    return tuple(json.loads(stored))


def theme_row(theme: Theme) -> Row:
    """A theme as the machine made it."""
    return {
        "id": theme.id,
        "code": theme.code,
        "label": theme.label,
        "keywords": to_json(theme.keywords),
        "passages": to_json(theme.passages),
        "requests": to_json([[r.passage, r.text] for r in theme.requests]),
    }


def theme_of(row: Row) -> Theme:
    """A theme as the machine made it."""
    return Theme(
        id=row["id"],
        code=row["code"],
        label=row["label"],
        keywords=tuple(json.loads(row["keywords"])),
        passages=tuple(map(intern, json.loads(row["passages"]))),
        requests=tuple(Request(passage, text) for passage, text in json.loads(row["requests"])),
        suggested=True,
    )
