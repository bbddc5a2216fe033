"""What a project tells of the files that were taken in, and of the languages that inspel are in."""

import json
from collections.abc import Mapping
from typing import NamedTuple

from inspel_app.domain.document import Problem
from inspel_app.store.file import ProjectFile
from inspel_app.store.records import to_json

_LANGUAGES = """
SELECT submission, language FROM (
  SELECT submission, language, sum("end" - start) AS said FROM passages
  WHERE submission IN (SELECT submission FROM passages WHERE language != 'sv')
  GROUP BY submission, language
) GROUP BY submission HAVING said = max(said)
"""


class FileRecord(NamedTuple):
    """What became of one file.

    `begun` is when its import began (ISO 8601), and tells imports apart. `submission` is the id of
    the inspel that it became or belongs to, if any; that may have been taken out since.
    """

    begun: str
    person: str
    name: str
    result: str
    submission: str | None
    problems: tuple[Problem, ...]


class ImportFile(ProjectFile):
    """The part of a project that is about what came in; not audited: no undo changes what came."""

    def keep_file_record(self, record: FileRecord) -> None:
        """Add what became of a file; inside an action."""
        problems = [[problem.code, problem.message] for problem in record.problems]
        row = record._asdict() | {"problems": to_json(problems)}
        self._writable.table("imports").insert(row)

    def file_records(self) -> list[FileRecord]:
        """What became of all files, in the order in which they were taken in."""
        with self._atomic() as db:
            rows = db.execute(
                "SELECT begun, person, name, result, submission, problems FROM imports ORDER BY id"
            ).fetchall()
        return [FileRecord._make((*told, _problems(problems))) for *told, problems in rows]

    def foreign_languages(self) -> Mapping[str, str]:
        """The inspel, by id, that hold other than Swedish, each with the language of most of it."""
        with self._atomic() as db:
            found: dict[str, str] = dict(db.execute(_LANGUAGES).fetchall())
        return found


def _problems(stored: str) -> tuple[Problem, ...]:
    return tuple(Problem(code, message) for code, message in json.loads(stored))
