"""What a project tells of its latest changes, so that what shows it need not read all again."""

from collections.abc import Iterable

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
_TOUCHED = """
SELECT 1 FROM changes
WHERE action > :action AND tbl IN (SELECT value FROM json_each(:tables))
UNION ALL SELECT 1 FROM weedings WHERE action > :action
LIMIT 1
"""
_MADE_AFTER = """
SELECT 1 WHERE (SELECT max(id) FROM runs WHERE kind = ?) > (SELECT max(id) FROM runs WHERE kind = ?)
"""


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

    def find_submission(self, submission_id: str) -> Submission | None:
        """One inspel; None if it has been taken out."""
        with self._atomic() as db:
            try:
                return queries.submission(db, submission_id)
            except KeyError:
                return None
