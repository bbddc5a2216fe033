"""What came in, at a glance: one row for each inspel, and pages of the originals as pictures."""

from collections import Counter
from concurrent.futures import Executor, Future
from dataclasses import dataclass

from inspel_app.domain.document import Method
from inspel_app.domain.form import Submission
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.services.tasks import render_page
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
    passages = Counter(passage.submission for passage in project.passages())
    return [
        Row(
            submission=s,
            methods=tuple(sorted({answer.method for answer in s.answers})),
            answers=sum(answer.content for answer in s.answers),
            passages=passages[s.id],
        )
        for s in project.submissions()
    ]


def has_pages(data: bytes) -> bool:
    """Whether an original has pages that can be shown as pictures: whether it is a PDF."""
    return data.lstrip()[:5] == b"%PDF-"


def page_image(executor: Executor, data: bytes, page: int, scale: float) -> Future[bytes]:
    """A page (counted from 1) as PNG, drawn in a child process; scale 1 is 72 dots per inch."""
    return executor.submit(render_page, data, page, scale)


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
