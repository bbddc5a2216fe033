"""What came in, at a glance: one row for each inspel, and the inspel by their numbers."""

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
    return [
        Row(
            submission=s,
            methods=tuple(sorted({answer.method for answer in s.answers})),
            answers=sum(answer.content for answer in s.answers),
            passages=passages.get(s.id, 0),
        )
        for s in project.submissions()
    ]


def numbered(project: Project, number: int) -> Submission:
    """The inspel with a running number.

    Raises:
        UsageError: there is none.
    """
    for submission in project.submissions():
        if submission.number == number:
            return submission
    raise UsageError(
        _("Det finns inget inspel med nummer {number}.").format(number=number),
        _("Numren står i syntesen och i listan över inspel."),
    )
