"""The same inspel twice: proposals that are renewed by each import, and what people decide.

Nothing is dropped: what is alike counts until a person says otherwise.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from inspel_app.domain.form import Status, Submission
from inspel_app.domain.kinship import Kinship
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.services.browsing import several
from inspel_app.services.kinship import Rejected, with_kin
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
    waiting = undecided(submissions)
    replaced = {s.replaces for s in submissions}
    asked = {
        Kinship.DUPLICATE: {s.number for s in waiting if s.duplicate_of is not None},
        Kinship.VERSION: {s.number for s in waiting if s.id in replaced},
        Kinship.CAMPAIGN: set[int](),
    }
    return [
        Group(kinship, members, tuple(m.number for m in members if m.number in numbers))
        for kinship, numbers in asked.items()
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


def kin_of(submission: Submission, submissions: Iterable[Submission]) -> Submission | None:
    """The inspel that one is most like: its duplicate, its other version, or of its campaign."""
    others = [s for s in submissions if s.id != submission.id]
    ways: tuple[Callable[[Submission], bool], ...] = (
        lambda s: s.id == submission.duplicate_of or s.duplicate_of == submission.id,
        lambda s: s.id == submission.replaces or s.replaces == submission.id,
        lambda s: s.campaign is not None and s.campaign == submission.campaign,
    )
    return next((s for is_kin in ways for s in others if is_kin(s)), None)


def decide(project: Project, numbers: Iterable[int], *, counts: bool, by: str) -> None:
    """Let inspel count, whatever they are like, or not count.

    Raises:
        UsageError: there is no inspel with such a number.
    """
    chosen = several(project, numbers)
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
    """Say that inspel are not the same; one alone, as anything in its groups.

    Those that only share a campaign's text are then no longer of one campaign. It holds for
    imports to come too.

    Raises:
        UsageError: there is no inspel with such a number, or they share no group.
    """
    chosen = {submission.id for submission in several(project, numbers)}
    rejected = set(_rejected(groups(project), chosen))
    if not rejected:
        raise UsageError(
            _("Inspelen hör inte till någon gemensam grupp."),
            _("Se vilka som liknar varandra med inspel duplicates."),
        )
    listed = ", ".join(map(str, sorted(set(numbers))))
    with project.action(_("Inspel {numbers} är inte samma").format(numbers=listed), by):
        for one, other, kinship in sorted(rejected):
            project.tell_apart(one, other, kinship, by)
        renew_links(project)


def _rejected(found: Iterable[Group], chosen: set[str]) -> Iterator[Rejected]:
    """What the chosen are to each other, the closest, or one alone to all in its groups."""
    close: set[tuple[str, str]] = set()
    for group in found:
        members = {member.id for member in group.members}
        here = members & chosen
        others = members if len(chosen) == 1 else here
        pairs = {(min(a, b), max(a, b)) for a in here for b in others if a != b}
        if group.kinship is not Kinship.CAMPAIGN:
            close |= pairs
        elif len(chosen) > 1:
            pairs -= close
        yield from ((*pair, group.kinship) for pair in pairs)
