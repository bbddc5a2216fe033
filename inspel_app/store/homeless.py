"""What people have said of passages, and which of those are nowhere now.

A passage is known by where it stands. When its answer is cut anew, or its inspel is put together
with another, what was said of it has nowhere to be; so its text is remembered, to find it again by.
"""

from dataclasses import dataclass

from sqlite_utils import Database

from inspel_app.store.file import ProjectFile

BY_PASSAGE = (
    "assignments",
    "rejections",
    "marks",
    "notes",
    "theme_places",
    "handlings",
    "wording_passages",
    "quotings",
)
"""The tables that tell what people said about a passage, by its id."""

_TOLD = " UNION ".join(f"SELECT passage FROM {table}" for table in BY_PASSAGE)  # noqa: S608 - our own names
_STANDS = """
  EXISTS (
    SELECT 1 FROM answers a WHERE a.submission = p.submission AND a.id = p.answer
      AND substr(a.text, p.start + 1, p."end" - p.start) = p.text
  ) AND NOT EXISTS (
    SELECT 1 FROM live_cuts l WHERE l.answer = p.answer AND l.start < p."end" AND l."end" > p.start
  ) OR told.passage IN (SELECT id FROM live_cuts)
"""
"""What is true of those in `live_passages`: that would be made whole for a look at any of it."""
_SAID = f"""
SELECT told.passage, coalesce(p.submission, c.submission, g.submission, ''),
  coalesce(p.field, c.field, g.field), coalesce(p.text, c.text, g.text, ''),
  {_STANDS}
FROM ({_TOLD}) told LEFT JOIN passages p ON p.id = told.passage
  LEFT JOIN cuts c ON c.id = told.passage LEFT JOIN gone_passages g ON g.id = told.passage
ORDER BY told.passage
"""  # noqa: S608 - our own names
_KEEP = "INSERT OR REPLACE INTO gone_passages SELECT id, submission, field, text FROM passages"


@dataclass(frozen=True, slots=True)
class SaidOf:
    """A passage that people have said something of; "" is a text or an inspel not remembered."""

    id: str
    submission: str
    field: str | None
    text: str
    alive: bool


class HomelessFile(ProjectFile):
    """The part of a project that is about what was said of passages that may be gone."""

    def said_of(self) -> list[SaidOf]:
        """All passages that people have said something of."""
        with self._atomic() as db:
            return [
                SaidOf(key, submission, field, text, bool(alive))
                for key, submission, field, text, alive in db.execute(_SAID)
            ]


def remember_all(db: Database) -> None:
    """Keep the texts of all passages that people have said something of."""
    db.execute(f"{_KEEP} WHERE id IN ({_TOLD})")


def remember(db: Database, passage: str, key: str) -> None:
    """Keep the text of a passage, by id, of which what was said now stands under another key."""
    db.execute(
        "INSERT OR REPLACE INTO gone_passages SELECT ?, submission, field, text FROM passages"
        " WHERE id = ?",
        [key, passage],
    )
