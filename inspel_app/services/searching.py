"""What one looks for in a round, found by its words and shown where it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inspel_app.i18n import _
from inspel_app.services.rounds import codebook_of, form_of
from inspel_app.store.project import Project
from inspel_app.store.search import Found, Term, terms
from inspel_app.store.search_index import Kind
from inspel_app.synthesis.material import place_names

__all__ = ["Hit", "Kind", "marks", "search", "terms"]

_BEFORE, _LENGTH = 40, 180
"""Characters of a text before what was found in it, and in all."""
_TOKEN = re.compile(r"[^\W_]+")

Mark = tuple[int, int]
"""Where something begins and ends in a text."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place: what it is in, some of its text on one line, and what was found of that.

    `submission`, `answer`, `passage` and `theme` are ids, "" for what it is not in. Hits come
    kind by kind, the best first; a lower `rank` is better.
    """

    kind: Kind
    heading: str
    text: str
    marks: tuple[Mark, ...]
    rank: float
    submission: str
    answer: str
    passage: str
    theme: str

    @property
    def id(self) -> str:
        """The id of the narrowest thing that it is in."""
        return self.theme or self.passage or self.answer or self.submission


def search(project: Project, text: str, limit: int) -> list[Hit]:
    """The best places of each kind, at most so many of each.

    All words of `text` stand there; each may go on, but for single letters. What is within
    quotes stands so, word by word. Nothing that can be asked is a fault.
    """
    found = project.search(text, limit)
    if not found:
        return []
    asked = terms(text)
    places = place_names(form_of(project), codebook_of(project))
    return [_hit(one, asked, places.get(one.field or "", one.field)) for one in found]


def marks(text: str, asked: Sequence[Term]) -> list[Mark]:
    """Where in a text the words stand, as whole words, in order."""
    tokens = [(m.start(), m.end(), m.group().lower()) for m in _TOKEN.finditer(text)]
    words = [word for _start, _end, word in tokens]
    found = set[Mark]()
    for term in asked:
        *whole, last = (word.lower() for word in term.words)
        size = len(term.words)
        for at in range(len(tokens) - size + 1):
            end = words[at + size - 1]
            fits = end.startswith(last) if term.prefix else end == last
            if fits and words[at : at + size - 1] == whole:
                found.add((tokens[at][0], tokens[at + size - 1][1]))
    return sorted(found)


def _hit(found: Found, asked: Sequence[Term], place: str | None) -> Hit:
    text, marked = _excerpt(" ".join(found.text.split()), asked)
    return Hit(
        found.kind,
        " · ".join(_heading(found, place)),
        text,
        marked,
        found.rank,
        found.submission,
        found.answer,
        found.passage,
        found.theme,
    )


def _heading(found: Found, place: str | None) -> Iterator[str]:
    if found.theme:
        yield _("Tema om {code}").format(code=found.code) if found.code else _("Tema")
        return
    yield _("{number} {name}").format(number=found.number, name=found.name)
    if place:
        yield place
    elif found.answer:
        yield _("Hela brevet")
    if found.person:
        yield found.person


def _excerpt(text: str, asked: Sequence[Term]) -> tuple[str, tuple[Mark, ...]]:
    """So much of a text as has room on a line or two, around what was first found in it."""
    marked = marks(text, asked)
    first = marked[0][0] if marked else 0
    start = text.find(" ", max(first - _BEFORE, 0), first) + 1 if first > _BEFORE else 0
    end = start + _LENGTH
    if end < len(text):
        cut = text.rfind(" ", start, end)
        end = cut if cut > first else end
    before, after = "… " * (start > 0), " …" * (end < len(text))
    moved = [(a - start + len(before), b - start + len(before)) for a, b in marked if b <= end]
    return before + text[start:end] + after, tuple(moved)
