"""The words that were not read surely: what a person has left to look at, and what is settled."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from inspel_app.domain.document import Location
from inspel_app.domain.form import Answer, DoubtfulWord, Status, Submission, Unplaced
from inspel_app.store.project import Project

_OUTSIDE = frozenset({Status.EJ_INSPEL, Status.RAKNAS_INTE})
"""Inspel on which nobody needs to spend time."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A text of an inspel that may be corrected: an answer, or a line of its ledger.

    `position` counts from 0 among the inspel's answers, or in its ledger.
    """

    submission: str
    position: int
    read: Answer | Unplaced


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubtful word: number `index`, from 0, of those at a spot in inspel number `number`."""

    number: int
    spot: Spot
    index: int

    @property
    def word(self) -> DoubtfulWord:
        """The word as it was read, and where it stands."""
        return self.spot.read.doubtful[self.index]

    @property
    def text(self) -> str:
        """What stands for it now."""
        return self.spot.read.text[self.word.start : self.word.end]

    @property
    def field(self) -> str | None:
        """The field of the answer that it stands in; None in a letter and in the ledger."""
        return self.spot.read.field if isinstance(self.spot.read, Answer) else None


@dataclass(frozen=True, slots=True)
class Queue:
    """The doubts of a round in the order of triage: inspel by number, then as its files are read.

    `left` is what nobody has settled yet, `settled` the rest.
    """

    left: tuple[Doubt, ...]
    settled: tuple[Doubt, ...]


def queue(project: Project) -> Queue:
    """The doubts of a round."""
    return queue_among(project.submissions())


def queue_among(submissions: Iterable[Submission]) -> Queue:
    """The doubts of inspel, which come by number."""
    doubts = [
        doubt
        for submission in submissions
        if submission.status not in _OUTSIDE
        for doubt in sorted(_doubts(submission), key=lambda d: _place(submission, d.word.place))
    ]
    return Queue(
        tuple(d for d in doubts if not d.word.settled), tuple(d for d in doubts if d.word.settled)
    )


def words_left(submission: Submission) -> int:
    """How many doubtful words of an inspel somebody should settle."""
    return 0 if submission.status in _OUTSIDE else submission.unsettled


def spots(submission: Submission) -> Iterator[Spot]:
    """The texts of an inspel: its answers, then its ledger."""
    for position, answer in enumerate(submission.answers):
        yield Spot(submission.id, position, answer)
    for position, line in enumerate(submission.unplaced):
        yield Spot(submission.id, position, line)


def _doubts(submission: Submission) -> Iterator[Doubt]:
    for spot in spots(submission):
        for index in range(len(spot.read.doubtful)):
            yield Doubt(submission.number, spot, index)


def _place(submission: Submission, place: Location) -> tuple[int, int, int]:
    """Where among the inspel's files, on which page and where in the text a word stands."""
    files = [file.sha256 for file in submission.files]
    return files.index(place.file), place.page, place.start
