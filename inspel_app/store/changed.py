"""What a project tells of its latest changes, so that what shows it need not read all again."""

from collections.abc import Iterable
from typing import NamedTuple

from inspel_app.domain.form import Submission
from inspel_app.store import history, queries
from inspel_app.store.file import ProjectFile
from inspel_app.store.history import LogEntry
from inspel_app.store.records import to_json

_INSPEL = """
SELECT DISTINCT coalesce(
  json_extract(after, '$.submission'), json_extract(before, '$.submission'),
  json_extract(after, '$.id'), json_extract(before, '$.id')
) FROM changes WHERE id > ?
AND tbl IN ('submissions', 'contacts', 'files', 'answers', 'unplaced', 'problems')
"""
_OF_PASSAGE = """
SELECT DISTINCT action FROM changes
WHERE tbl IN ('assignments', 'rejections', 'marks', 'notes', 'cuts', 'theme_places', 'handlings')
AND ? IN (json_extract(coalesce(after, before), '$.passage'), json_extract(after, '$.id'))
"""
_OF_POINT = """
SELECT one.action, s.number, CASE WHEN EXISTS (
  SELECT 1 FROM secrecies z WHERE z.submission = s.id
  AND (z.answer = '' OR substr(one.point, 1, length(z.answer) + 1) = z.answer || ':')
) THEN '' ELSE coalesce(p.text, c.text, g.text) END
FROM (
  SELECT action, min(point) AS point FROM (
    SELECT action, coalesce(
      json_extract(coalesce(after, before), '$.passage'),
      json_extract(coalesce(after, before), '$.id')
    ) AS point FROM changes WHERE tbl IN (
      'assignments', 'rejections', 'marks', 'notes', 'cuts', 'theme_places', 'handlings',
      'wording_passages', 'quotings'
    )
  ) GROUP BY action HAVING min(point) = max(point)
) one
LEFT JOIN passages p ON p.id = one.point LEFT JOIN cuts c ON c.id = one.point
LEFT JOIN gone_passages g ON g.id = one.point
JOIN submissions s ON s.id = coalesce(p.submission, c.submission, g.submission)
"""
_OF_INSPEL = """
SELECT one.action, s.number, '' FROM (
  SELECT action, min(inspel) AS inspel FROM (
    SELECT action, coalesce(
      json_extract(coalesce(after, before), '$.submission'),
      json_extract(coalesce(after, before), '$.id')
    ) AS inspel FROM changes
    WHERE tbl IN ('submissions', 'contacts', 'files', 'answers', 'unplaced', 'problems')
  ) GROUP BY action HAVING min(inspel) = max(inspel)
) one JOIN submissions s ON s.id = one.inspel
"""
_TOUCHED = """
SELECT 1 FROM changes
WHERE action > :action AND tbl IN (SELECT value FROM json_each(:tables))
UNION ALL SELECT 1 FROM weedings WHERE action > :action
LIMIT 1
"""
_MADE_AFTER = """
SELECT 1 WHERE (SELECT max(id) FROM runs WHERE kind = ?) > (SELECT max(id) FROM runs WHERE kind = ?)
"""


class Concerned(NamedTuple):
    """What an action was about: an inspel by its number, and a point of it by its text.

    The text is empty where it was about more of the inspel, or what is marked as secret.
    """

    inspel: int
    text: str


class ChangedFile(ProjectFile):
    """The part of a project that is about what was done last."""

    def next_steps(self) -> tuple[LogEntry | None, LogEntry | None]:
        """The action that an undo would take back, and the one that a redo would do again."""
        with self._atomic() as db:
            return history.next_steps(db)

    def last_change(self) -> int:
        """The number of the latest change of anything; they only grow."""
        with self._atomic() as db:
            return int(db.execute("SELECT coalesce(max(id), 0) FROM changes").fetchone()[0])

    def changed_since(self, change: int) -> frozenset[str]:
        """The ids of the inspel that were added, changed or taken out after a change."""
        with self._atomic() as db:
            return frozenset(row[0] for row in db.execute(_INSPEL, [change]))

    def touched_since(self, action: int, tables: Iterable[str]) -> bool:
        """Whether anything in these tables was written after an action, even if it was undone.

        A weeding leaves no trace of what it wrote, and may have written in any of them.
        """
        with self._atomic() as db:
            return any(db.execute(_TOUCHED, {"action": action, "tables": to_json(list(tables))}))

    def made_after(self, kind: str, other: str) -> bool:
        """Whether the latest run of one kind came after the latest of another."""
        with self._atomic() as db:
            return any(db.execute(_MADE_AFTER, [kind, other]))

    def has_more_passages(self, few: int) -> bool:
        """Whether more than a few passages have been made, without counting them all."""
        with self._atomic() as db:
            return any(db.execute("SELECT 1 FROM passages LIMIT 1 OFFSET ?", [few]))

    def log_of(self, passage: str) -> list[LogEntry]:
        """The actions in which something was said of a passage, or it was cut, oldest first."""
        with self._atomic() as db:
            numbers = {row[0] for row in db.execute(_OF_PASSAGE, [passage])}
            return [entry for entry in history.entries(db) if entry.number in numbers]

    def concerned(self) -> dict[int, Concerned]:
        """What actions were about, by their numbers, where that was one inspel, or a point of it.

        As long as it is there; of a point that is cut otherwise now, where its text was kept.
        """
        with self._atomic() as db:
            rows = [*db.execute(_OF_INSPEL), *db.execute(_OF_POINT)]
        return {int(action): Concerned(number, text) for action, number, text in rows}

    def find_submission(self, submission_id: str) -> Submission | None:
        """One inspel; None if it has been taken out."""
        with self._atomic() as db:
            try:
                return queries.submission(db, submission_id)
            except KeyError:
                return None
