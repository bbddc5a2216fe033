"""What came in, at a glance: one row for each inspel, and the inspel by their numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from inspel_app.domain.document import Method
from inspel_app.domain.form import Submission
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.store.project import Project


@dataclass(frozen=True, slots=True)
class Row:
    """An inspel at a glance; `methods` are the ways in which its answers were read.

    `language` is that of most of it (ISO 639) where it holds other than Swedish, else empty.
    """

    submission: Submission
    methods: tuple[Method, ...]
    answers: int
    """Answers with content."""
    language: str = ""

    @classmethod
    def of(cls, submission: Submission) -> "Row":
        """What there is to tell of an inspel."""
        methods = tuple(sorted({answer.method for answer in submission.answers}))
        return cls(submission, methods, sum(answer.content for answer in submission.answers))


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows of a round as they were after a change, by its number.

    `points` is when it was cut into points, of which the languages are known.
    """

    rows: tuple[Row, ...]
    change: int
    points: str = ""


def overview(project: Project) -> list[Row]:
    """One row for each inspel, in number order."""
    return [Row.of(submission) for submission in project.submissions()]


def listing(project: Project, before: Listing | None = None) -> Listing:
    """The rows as they are now; of those that were read before only what changed is read anew."""
    change, run = project.last_change(), project.current_run("passages")
    points = run.at if run else ""
    if before is None:
        return Listing(_with_languages(project, overview(project)), change, points)
    changed = project.changed_since(before.change)
    rows = [row for row in before.rows if row.submission.id not in changed]
    rows += [Row.of(one) for one in map(project.find_submission, changed) if one]
    rows.sort(key=lambda row: row.submission.number)
    if changed or points != before.points:
        return Listing(_with_languages(project, rows), change, points)
    return Listing(tuple(rows), change, points)


def _with_languages(project: Project, rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows with the languages that are known now; those that have them stay the same."""
    known = project.foreign_languages()
    wanted = ((row, known.get(row.submission.id, "")) for row in rows)
    return tuple(
        row if row.language == language else replace(row, language=language)
        for row, language in wanted
    )


def tells(submission: Submission, sought: Sequence[str]) -> bool:
    """Whether all words, in small letters, stand in what a list tells of an inspel."""
    who, files = submission.respondent, (file.name for file in submission.files)
    own = (submission.assignee, submission.dnr or "", submission.own_dnr or "")
    told = " ".join([who.organisation, who.unit, who.municipality or "", *own, *files]).casefold()
    return all(word in told for word in sought)


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
