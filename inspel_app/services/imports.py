"""What became of the files of each import, for as long as the round lasts; and what to do then."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from itertools import groupby

from inspel_app.domain.document import Problem
from inspel_app.resources import resource_dir
from inspel_app.services.jobs import Outcome, Result
from inspel_app.store.imports import FileRecord
from inspel_app.store.project import Project


@dataclass(frozen=True, slots=True)
class Import:
    """The files that were taken in at one time; `begun` is ISO 8601."""

    begun: str
    person: str
    outcomes: tuple[Outcome, ...]


class Keeper:
    """Writes down what becomes of the files of one import, inside its action."""

    def __init__(self, project: Project, by: str | None) -> None:
        self._project, self._person = project, by or ""
        self._begun = datetime.now(UTC).isoformat()

    def keep(self, outcome: Outcome) -> None:
        """Write down what became of one more file."""
        self._project.keep_file_record(
            FileRecord(
                self._begun,
                self._person,
                outcome.name,
                outcome.result,
                outcome.submission,
                outcome.problems,
            )
        )


def imports(project: Project) -> list[Import]:
    """The imports of a round, the latest first."""
    told = groupby(project.file_records(), key=lambda record: (record.begun, record.person))
    made = [Import(*which, tuple(map(_outcome, records))) for which, records in told]
    return made[::-1]


def what_to_do(problem: Problem) -> str:
    """What somebody can do about a doubt; empty where its message says so itself."""
    return _advice().get(problem.code, "")


def counts(outcomes: Iterable[Outcome]) -> list[tuple[Result, int]]:
    """How many files became what, in the order of `Result`; those of none are left out."""
    came = [outcome.result for outcome in outcomes]
    return [(result, came.count(result)) for result in Result if result in came]


def _outcome(record: FileRecord) -> Outcome:
    return Outcome(record.name, Result(record.result), record.submission, record.problems)


@lru_cache
def _advice() -> dict[str, str]:
    source = (resource_dir() / "hjalp" / "problem.toml").read_text("utf-8")
    return {code: str(advice) for code, advice in tomllib.loads(source).items()}
