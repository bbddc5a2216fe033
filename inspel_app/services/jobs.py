"""A job is a generator of Progress: the caller iterates it, and closing it cancels it.

So the command line and the window run the same job, each at its own pace, without
callbacks. A job yields often (also while it waits) and keeps the project sound
whenever it is closed.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from enum import StrEnum

from inspel_app.domain.document import Problem
from inspel_app.i18n import _


class Result(StrEnum):
    """How it went with one file."""

    READ = "last"
    DOUBTS = "tveksam"
    UNREADABLE = "ej-last"
    """Kept as it came, without answers: somebody can write them in by hand."""
    NO_INSPEL = "ej-inspel"
    """A mail that is none, such as an automatic reply: kept, and listed as such."""
    JOINED = "hopfogad"
    """With another file of the same import it is one inspel: a page, a copy, a second mail."""
    KNOWN = "fanns"
    """The same bytes, or the same inspel in another mail, were in the project before."""
    REFUSED = "avvisad"
    """Not taken in at all: no plain file, too large, or not ours to read."""

    @property
    def label(self) -> str:
        """In the user's words."""
        labels = {
            Result.READ: _("läst"),
            Result.DOUBTS: _("läst med tvivel"),
            Result.UNREADABLE: _("gick inte att läsa"),
            Result.NO_INSPEL: _("är inget inspel"),
            Result.JOINED: _("hör ihop med en annan fil"),
            Result.KNOWN: _("fanns redan"),
            Result.REFUSED: _("togs inte emot"),
        }
        return labels[self]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. `submission` is its id in the project, if it has one."""

    name: str
    result: Result
    submission: str | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """A sign of life: `done` of `total` steps, what goes on, and what became of a file."""

    done: int
    total: int
    text: str
    outcome: Outcome | None = None


Job = Generator[Progress, None, None]


def finish(job: Job, report: Callable[[Progress], None]) -> list[Outcome]:
    """Run a job to its end, reporting on the way; the outcomes of its files.

    The job is closed, and so keeps what it has done so far, also when `report` raises.
    """
    outcomes: list[Outcome] = []
    try:
        for progress in job:
            report(progress)
            if progress.outcome is not None:
                outcomes.append(progress.outcome)
    finally:
        job.close()
    return outcomes
