"""What came in, at a glance: one row for each inspel, and the inspel by their numbers."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from inspel_app.domain.document import Method
from inspel_app.domain.form import Submission
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.store.project import Project


@dataclass(frozen=True, slots=True)
class Row:
    """An inspel at a glance; `methods` are the ways in which its answers were read."""

    submission: Submission
    methods: tuple[Method, ...]
    answers: int
    """Answers with content."""
    passages: int


def overview(project: Project) -> list[Row]:
    """One row for each inspel, in number order."""
    passages = project.passage_counts()
    return [_row(s, passages.get(s.id, 0)) for s in project.submissions()]


def renewed(project: Project, rows: Sequence[Row], changed: Collection[str]) -> list[Row]:
    """The rows with those of the changed inspel (by id) read anew; quick when they are few."""
    return [
        _row(project.submission(row.submission.id), row.passages)
        if row.submission.id in changed
        else row
        for row in rows
    ]


def _row(submission: Submission, passages: int) -> Row:
    return Row(
        submission=submission,
        methods=tuple(sorted({answer.method for answer in submission.answers})),
        answers=sum(answer.content for answer in submission.answers),
        passages=passages,
    )


def numbered(project: Project, number: int) -> Submission:
    """The inspel with a running number.

    Raises:
        UsageError: there is none.
    """
    return several(project, [number])[0]


def several(project: Project, numbers: Iterable[int]) -> list[Submission]:
    """The inspel with these running numbers, in the order of those.

    Raises:
        UsageError: there is no inspel with one of them.
    """
    by_number = {submission.number: submission for submission in project.submissions()}
    wanted = list(numbers)
    for number in wanted:
        if number not in by_number:
            raise UsageError(
                _("Det finns inget inspel med nummer {number}.").format(number=number),
                _("Numren står i syntesen och i listan över inspel."),
            )
    return [by_number[number] for number in wanted]
