"""What in a round waits for a person: the list with which the triage begins."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from inspel_app.analysis.overlooked import may_say_something
from inspel_app.domain.form import ActorType, Status, Submission
from inspel_app.i18n import _
from inspel_app.services.doubts import words_left
from inspel_app.services.rehoming import homeless
from inspel_app.store.project import Project
from inspel_app.synthesis.counting import undecided
from inspel_app.synthesis.left_out import Span, between

_SETTLED = frozenset({Status.EJ_INSPEL, Status.RAKNAS_INTE, Status.KLAR})
"""Where an inspel stands that needs nobody any more."""


class Concern(StrEnum):
    """What inspel may need of a person, the most pressing first."""

    UNREAD = "ej-last"
    DOUBTS = "tveksam"
    MISREAD = "osakra-ord"
    UNDECIDED = "obeslutat"
    NAMELESS = "utan-avsandare"
    UNDATED = "utan-datum"
    LATE = "sent"
    CAMPAIGN = "kampanj"
    HOMELESS = "borta"
    POINTLESS = "utan-synpunkt"
    OVERLOOKED = "forbigangen"
    NO_INSPEL = "ej-inspel"

    @property
    def label(self) -> str:
        """In the user's words."""
        labels = {
            Concern.UNREAD: _("har inga svar som kunde läsas"),
            Concern.DOUBTS: _("lästes med tvivel"),
            Concern.MISREAD: _("har osäkert lästa ord"),
            Concern.UNDECIDED: _("kan vara dubbletter eller tidigare versioner"),
            Concern.NAMELESS: _("saknar avsändare"),
            Concern.UNDATED: _("saknar datum, så ingen vet om de kom i tid"),
            Concern.LATE: _("kom efter sista dag"),
            Concern.CAMPAIGN: _("delar text med andra avsändares"),
            Concern.HOMELESS: _("har beslut om synpunkter som inte återfinns"),
            Concern.POINTLESS: _("har svar där ingen synpunkt är funnen"),
            Concern.OVERLOOKED: _("har meningar utanför synpunkterna som kan säga något"),
            Concern.NO_INSPEL: _("är mejl eller anteckningar som inte är inspel"),
        }
        return labels[self]


@dataclass(frozen=True, slots=True)
class Task:
    """A concern and the numbers of the inspel that it is about, the lowest first."""

    concern: Concern
    numbers: tuple[int, ...]


def tasks(project: Project) -> tuple[Task, ...]:
    """What is left for a person to look at, by concern; nothing for what need not be."""
    submissions = project.submissions()
    dated, without = project.settings.deadline is not None, homeless(project, submissions)
    points = _points(project)
    pointless, overlooked = _pointless(submissions, points), _overlooked(submissions, points)
    return tasks_among(
        submissions, dated=dated, without=without, pointless=pointless, overlooked=overlooked
    )


def tasks_among(
    submissions: Sequence[Submission],
    *,
    dated: bool,
    without: Container[str] = (),
    pointless: Container[str] = (),
    overlooked: Container[str] = (),
) -> tuple[Task, ...]:
    """The same for all inspel of a round; `dated` where it has a last day.

    `without`: the ids of those in which points are gone that people have said something of;
    `pointless`: of those with an answer in which no point was found; `overlooked`: of those with a
    sentence outside the points that may say something.
    """
    concerns = [(concern, s.number) for s in submissions for concern in _concerns(s, dated=dated)]
    concerns += [(Concern.MISREAD, s.number) for s in submissions if words_left(s)]
    concerns += [(Concern.UNDECIDED, s.number) for s in undecided(submissions)]
    concerns += [
        (Concern.HOMELESS, s.number)
        for s in submissions
        if s.id in without and s.status is not Status.KLAR
    ]
    concerns += [(Concern.POINTLESS, s.number) for s in submissions if s.id in pointless]
    concerns += [(Concern.OVERLOOKED, s.number) for s in submissions if s.id in overlooked]
    return tuple(_gathered(concerns))


def _pointless(
    submissions: Sequence[Submission], points: Mapping[str, Sequence[Span]]
) -> frozenset[str]:
    """The ids of the inspel with an answer that says something, but in which no point was found.

    Where the last inspel have no points at all, nobody has looked for them yet.
    """
    looked = max((s.number for s in submissions if _answers(s) & points.keys()), default=0)
    return frozenset(
        s.id
        for s in submissions
        if s.number <= looked and s.status not in _SETTLED and _answers(s) - points.keys()
    )


def _overlooked(
    submissions: Sequence[Submission], points: Mapping[str, Sequence[Span]]
) -> frozenset[str]:
    """The ids of the inspel with an answer that may say something beside its points."""
    return frozenset(
        submission.id
        for submission in submissions
        if submission.status not in _SETTLED
        for answer in submission.answers
        if answer.id in points
        and any(map(may_say_something, between(answer.text, points[answer.id])))
    )


def _points(project: Project) -> Mapping[str, Sequence[Span]]:
    """Where the points stand in each answer that has any."""
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for point in project.passages():
        spans[point.answer].append((point.start, point.end))
    return spans


def _answers(submission: Submission) -> set[str]:
    """The ids of the answers that say something."""
    return {answer.id for answer in submission.answers if answer.content}


def _concerns(submission: Submission, *, dated: bool) -> Iterator[Concern]:
    """What an inspel needs by itself; only what may count needs a sender and a date."""
    if submission.status is Status.EJ_INSPEL:
        yield Concern.NO_INSPEL
    if submission.status in _SETTLED:
        return
    if submission.unread:
        yield Concern.UNREAD
        return
    if submission.problems:
        yield Concern.DOUBTS
    who = submission.respondent
    if not who.organisation and who.type is not ActorType.PRIVATPERSON:
        yield Concern.NAMELESS
    if submission.received is None and dated:
        yield Concern.UNDATED
    if submission.late:
        yield Concern.LATE
    if submission.campaign is not None:
        yield Concern.CAMPAIGN


def _gathered(concerns: Sequence[tuple[Concern, int]]) -> Iterator[Task]:
    for concern in Concern:
        numbers = sorted(number for found, number in concerns if found is concern)
        if numbers:
            yield Task(concern, tuple(numbers))
