"""The same inspel twice: proposals that are renewed by each import, and what people decide.

Nothing is dropped: what is alike counts until a person says otherwise.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inspel_app.domain.form import Status, Submission
from inspel_app.domain.kinship import Kinship
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.services.kinship import with_kin
from inspel_app.store.project import Project
from inspel_app.synthesis.counting import undecided

_LEAST = 2
"""Inspel that a group has."""


@dataclass(frozen=True, slots=True)
class Group:
    """Inspel that belong together, by number; `undecided` are those to decide about.

    A group of versions stands with the earliest first, one of duplicates with the best first.
    """

    kinship: Kinship
    members: tuple[Submission, ...]
    undecided: tuple[int, ...]


def renew_links(project: Project) -> None:
    """Find anew which inspel are duplicates, versions and campaigns, as part of an action."""
    before = {s.id: s for s in project.submissions()}
    for found in with_kin(before.values(), project.not_kin()):
        if found != before[found.id]:
            project.update_submission(
                found.id,
                duplicate_of=found.duplicate_of,
                replaces=found.replaces,
                campaign=found.campaign,
                additions=found.additions,
            )


def groups(project: Project) -> list[Group]:
    """All groups: duplicates, versions, campaigns."""
    submissions = project.submissions()
    open_ = {s.number for s in undecided(submissions)}
    return [
        Group(kinship, members, tuple(s.number for s in members if s.number in open_ and asks))
        for kinship, asks in (
            (Kinship.DUPLICATE, True),
            (Kinship.VERSION, True),
            (Kinship.CAMPAIGN, False),
        )
        for members in _families(submissions, kinship)
    ]


def _families(submissions: Sequence[Submission], kinship: Kinship) -> list[tuple[Submission, ...]]:
    by_id = {s.id: s for s in submissions}
    families: defaultdict[str, list[Submission]] = defaultdict(list)
    for submission in submissions:
        key = _family(submission, kinship, by_id)
        if key is not None:
            families[key].append(submission)
    return [
        tuple(sorted(family, key=lambda s: (_generation(s, kinship, by_id), s.number)))
        for family in families.values()
        if len(family) >= _LEAST
    ]


def _family(submission: Submission, kinship: Kinship, by_id: dict[str, Submission]) -> str | None:
    """What all of a group have in common: the campaign, or the inspel that the others lead to."""
    if kinship is Kinship.CAMPAIGN:
        return submission.campaign
    return _way(submission, kinship, by_id)[-1]


def _generation(submission: Submission, kinship: Kinship, by_id: dict[str, Submission]) -> int:
    return len(_way(submission, kinship, by_id)) if kinship is not Kinship.CAMPAIGN else 0


def _way(submission: Submission, kinship: Kinship, by_id: dict[str, Submission]) -> list[str]:
    """The ids from an inspel back to the first version, or to the best reading."""
    way = [submission.id]
    while True:
        here = by_id[way[-1]]
        onward = here.duplicate_of if kinship is Kinship.DUPLICATE else here.replaces
        if onward is None or onward not in by_id or onward in way:
            return way
        way.append(onward)


def decide(project: Project, numbers: Iterable[int], *, counts: bool, by: str) -> None:
    """Let inspel count, whatever they are like, or not count.

    Raises:
        UsageError: there is no inspel with such a number.
    """
    chosen = [numbered(project, number) for number in numbers]
    listed = ", ".join(str(s.number) for s in chosen)
    text = _("Inspel {numbers} räknas") if counts else _("Inspel {numbers} räknas inte")
    with project.action(text.format(numbers=listed), by):
        for submission in chosen:
            project.update_submission(
                submission.id, confirmed=counts, status=_status(submission, counts=counts)
            )


def _status(submission: Submission, *, counts: bool) -> Status:
    if not counts:
        return Status.RAKNAS_INTE
    return Status.NY if submission.status is Status.RAKNAS_INTE else submission.status


def tell_apart(project: Project, numbers: Sequence[int], by: str) -> None:
    """Say that inspel have nothing to do with each other; one alone, with any of its groups.

    It holds for imports to come too.

    Raises:
        UsageError: there is no inspel with such a number.
    """
    chosen = [numbered(project, number) for number in numbers]
    pairs = {(a.id, b.id) for a in chosen for b in chosen if a.id < b.id}
    if len(chosen) == 1:
        pairs = {
            (chosen[0].id, member.id)
            for group in groups(project)
            if chosen[0] in group.members
            for member in group.members
            if member.id != chosen[0].id
        }
    listed = ", ".join(str(s.number) for s in chosen)
    with project.action(_("Inspel {numbers} är inte samma").format(numbers=listed), by):
        for one, other in pairs:
            project.tell_apart(one, other, by)
        renew_links(project)


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
