"""The labelled statements of a set, and the passage that the program made of each."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from inspel_app.domain.coding import Passage

ENOUGH = 0.8
"""Of the words of the shorter one, in the other too, to be the same point."""
LONG_ENOUGH = 5
"""Words of a statement that can be judged by its text alone."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A point as a person marked it; `inspel` and `field` (None: a letter) tell where it stands."""

    inspel: str
    field: str | None
    text: str
    code: str | None
    theme: str | None
    actors: tuple[str, ...]
    sources: tuple[str, ...]


def statements(path: Path) -> list[Statement]:
    """All statements of a file as `resources/exempel/korpus.json`."""
    return list(_statements(path))


def _statements(path: Path) -> Iterator[Statement]:
    for inspel in json.loads(path.read_text("utf-8")):
        for answer in inspel["answers"]:
            for s in answer["statements"]:
                names = tuple(s["actors"]), tuple(s["sources"])
                where = inspel["id"], answer["field"]
                yield Statement(*where, s["text"], s["code"], s["theme"], *names)


def telling(found: Sequence[Statement]) -> list[Statement]:
    """Those with a code that say enough to be judged by their text alone."""
    return [s for s in found if s.code and len(s.text.split()) >= LONG_ENOUGH]


def words(text: str) -> list[str]:
    """The text but for punctuation, white space and case."""
    return re.findall(r"\w+", text.casefold())


def pair(statement: Statement, passages: Sequence[Passage]) -> Passage | None:
    """The passage of the same field that shares most words with the statement."""
    found = [(likeness(statement.text, p.text), p) for p in passages if p.field == statement.field]
    alike, passage = max(found, key=lambda item: item[0], default=(0.0, None))
    return passage if alike > 0 else None


def likeness(one: str, other: str) -> float:
    """The words in common through all of both; 0 where the shorter is not in the longer."""
    first, second = Counter(words(one)), Counter(words(other))
    common = (first & second).total()
    shorter = min(first.total(), second.total())
    if common == 0 or common < ENOUGH * shorter:
        return 0.0
    return 2 * common / (first.total() + second.total())
