"""Full text search: what is asked in words becomes places in the round, the best first.

All words must stand there; each is the beginning of a word, if it has two letters or more.
What stands within quotes is a phrase. Whatever is asked, it is no fault.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from inspel_app.store.file import ProjectFile
from inspel_app.store.search_index import SOURCES, Kind, text_of

_WEIGHED = 1000
"""So many places of each kind, the first in the round, are weighed against each other."""
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
_TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must follow on each other; the last may go on, where `prefix` is true."""

    words: tuple[str, ...]
    prefix: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A place, by the ids of what it is in: "" for what it is not in.

    `text` is all that is written there, `name` the sender's or else the file's, `person` who
    wrote it where it is a note. A lower `rank` is better.
    """

    kind: Kind
    text: str
    rank: float
    submission: str = ""
    number: int = 0
    name: str = ""
    field: str | None = None
    answer: str = ""
    passage: str = ""
    theme: str = ""
    code: str | None = None
    person: str = ""


class SearchedFile(ProjectFile):
    """A project file that can be searched."""

    def search(self, text: str, limit: int) -> list[Found]:
        """The best places of each kind, at most so many of each."""
        asked = terms(text)
        if not asked:
            return []
        with self._atomic() as db:
            return [found for kind in Kind for found in _found(db, kind, asked, limit)]


def terms(text: str) -> tuple[Term, ...]:
    """What is asked for; a quotation that is not closed yet goes on."""
    pieces = unicodedata.normalize("NFC", text).translate(_QUOTES).split('"')
    asked: list[Term] = []
    for number, piece in enumerate(pieces):
        quoted = number % 2 == 1
        for part in [piece] if quoted else piece.split():
            words = tuple(_TOKEN.findall(part))
            goes_on = not quoted or number == len(pieces) - 1
            if words:
                asked.append(Term(words, goes_on and len(words[-1]) > 1))
    return tuple(asked)


def _expression(kind: Kind, asked: tuple[Term, ...]) -> str:
    """The same for FTS5; the words hold letters and digits alone."""
    parts = (f'"{" ".join(term.words)}"{"*" * term.prefix}' for term in asked)
    return f'"{kind}" : ({" AND ".join(parts)})'


def _found(db: Database, kind: Kind, asked: tuple[Term, ...], limit: int) -> Iterator[Found]:
    """The best that are still there."""
    weighed = db.execute(
        "SELECT f.rank, r.source, r.one, r.other FROM"
        " (SELECT rowid, rank FROM search_index WHERE search_index MATCH ? LIMIT ?) f"
        " JOIN search_rows r ON r.id = f.rowid ORDER BY f.rank, r.id",
        [_expression(kind, asked), _WEIGHED],
    )
    seen: set[tuple[str, str, str, str]] = set()
    for rank, source, one, other in weighed:
        for row in db.query(_PLACES[source], [one, other][: _PLACES[source].count("?")]):
            found = Found(kind, rank=rank, **row)
            place = (found.submission, found.answer, found.passage + found.person, found.theme)
            if place not in seen:
                seen.add(place)
                yield found
        if len(seen) == limit:
            return


_SENDER = """s.id AS submission, s.number, coalesce(nullif(s.organisation, ''),
    (SELECT name FROM files WHERE submission = s.id ORDER BY position LIMIT 1)) AS name"""

_TEXTS = {source.name: f"{text_of(source, 't')} AS text" for source in SOURCES}


def _place(what: str, where: str, which: str) -> str:
    """SQL for a place in an inspel, with its sender."""
    return f"SELECT {what}, {_SENDER} FROM {where} WHERE {which}"  # noqa: S608 - our own names


_LIVE_THEME = """
WITH held AS (SELECT p.passage, p.theme FROM theme_places p JOIN kept_themes k ON k.id = p.theme)
SELECT t.label AS text, t.id AS theme, coalesce(k.code, t.code) AS code
FROM {table} t LEFT JOIN kept_themes k ON k.id = t.id WHERE t.id = ? AND {which} AND (
  SELECT count(*) FROM (
    SELECT passage FROM held WHERE theme = t.id UNION
    SELECT p.value FROM themes m, json_each(m.passages) p
      WHERE m.id = t.id AND p.value NOT IN (SELECT passage FROM held) AND k.pinned IS NOT 1
  ) m JOIN live_passages l ON l.id = m.passage
) > 1"""
"""A theme is what has two points or more, as elsewhere; a person's name goes first."""

_PASSAGE = _place(
    "p.text, p.field, p.answer, p.id AS passage",
    "live_passages p JOIN submissions s ON s.id = p.submission",
    "p.id = ?",
)

_PLACES = {
    **{
        name: _place(_TEXTS[name], "submissions t JOIN submissions s USING (id)", "t.id = ?")
        for name in ("submissions", "respondents")
    },
    "files": _place(
        _TEXTS["files"],
        "files t JOIN submissions s ON s.id = t.submission",
        "t.submission = ? AND t.position = ?",
    ),
    "answers": _place(
        "t.text, t.field, t.id AS answer",
        "answers t JOIN submissions s ON s.id = t.submission",
        "t.submission = ? AND t.id = ?",
    ),
    "notes": _place(
        "t.text, t.person, p.field, p.answer, p.id AS passage",
        "notes t JOIN live_passages p ON p.id = t.passage"
        " JOIN submissions s ON s.id = p.submission",
        "t.passage = ? AND t.person = ?",
    ),
    "passages": _PASSAGE,
    "cuts": _PASSAGE,
    "themes": _LIVE_THEME.format(table="themes", which="k.named IS NOT 1"),
    "kept_themes": _LIVE_THEME.format(
        table="kept_themes", which="(k.named OR t.id NOT IN (SELECT id FROM themes))"
    ),
}
"""Where a row of each source is now; nothing where it is no longer alive."""
