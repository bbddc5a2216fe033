"""Who has sent in: an overview, corrections, and names that are proposed to be the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from inspel_app.domain.form import ActorType, Respondent, Status, Submission
from inspel_app.errors import UsageError
from inspel_app.forms.interpret import organisations
from inspel_app.forms.organisations import Organisations
from inspel_app.forms.same_name import SameName, pair, same_names
from inspel_app.i18n import _
from inspel_app.resources.gazetteer import load_gazetteer
from inspel_app.services.browsing import numbered
from inspel_app.services.duplicates import renew_links
from inspel_app.services.rounds import form_of
from inspel_app.store.project import Project
from inspel_app.synthesis.material import respondents
from inspel_app.synthesis.words import respondent_name

__all__ = [
    "Sender",
    "correct",
    "join",
    "known_organisations",
    "part",
    "proposals",
    "respondent_name",
    "respondents",
    "senders",
    "sending",
    "shown_sender",
    "type_name",
]


@dataclass(frozen=True, slots=True)
class Sender:
    """Inspel of one organisation, or of one person; `numbers` are the inspel's."""

    organisation: str
    type: ActorType | None
    municipality: str | None
    numbers: tuple[int, ...]


def type_name(kind: ActorType) -> str:
    """A kind of respondents, short enough for a column."""
    return {
        ActorType.KOMMUN: _("Kommun"),
        ActorType.REGION: _("Region"),
        ActorType.STATLIG_MYNDIGHET: _("Myndighet"),
        ActorType.NARINGSLIV: _("Näringsliv"),
        ActorType.AKADEMI: _("Akademi"),
        ActorType.CIVILSAMHALLE: _("Civilsamhälle"),
        ActorType.POLITISK: _("Politisk"),
        ActorType.PRIVATPERSON: _("Privatperson"),
    }[kind]


def shown_sender(organisation: str, kind: ActorType | None) -> str:
    """What a sender is called in a list; private persons are named by what they are."""
    return organisation or (type_name(kind) if kind is ActorType.PRIVATPERSON else "–")


def senders(project: Project) -> tuple[Sender, ...]:
    """All respondents by name; those without a name each for themselves."""
    groups: dict[object, list[Submission]] = {}
    for submission in sending(project):
        who = submission.respondent
        private = who.type is ActorType.PRIVATPERSON or not who.organisation
        key = submission.id if private else (who.organisation, who.type, who.municipality)
        groups.setdefault(key, []).append(submission)
    found = (
        Sender(
            group[0].respondent.organisation,
            group[0].respondent.type,
            group[0].respondent.municipality,
            tuple(s.number for s in group),
        )
        for group in groups.values()
    )
    return tuple(sorted(found, key=lambda s: (not s.organisation, s.organisation, s.numbers)))


def proposals(project: Project) -> tuple[SameName, ...]:
    """Names that seem to be the same organisation's, but for those that a person has parted."""
    names = (s.respondent.organisation for s in _with_names(sending(project)))
    return same_names(names, known_organisations(project), project.apart())


def join(project: Project, name: str, by: str | None = None) -> int:
    """Give all inspel of a proposal its name; how many there are.

    What was written after a comma becomes the unit where there is none.

    Raises:
        UsageError: there is no such proposal.
    """
    proposal, known = _proposed(project, name), known_organisations(project)
    there = [
        s for s in _with_names(project.submissions()) if s.respondent.organisation in proposal.names
    ]
    with project.action(_("Samla avsändaren {name}").format(name=proposal.name), by):
        for submission in there:
            joined = _renamed(submission.respondent, proposal.name, known)
            project.update_respondent(submission.id, joined)
        renew_links(project)
    return len(there)


def part(project: Project, name: str, by: str | None = None) -> None:
    """Say that the names of a proposal are not the same organisation's; it does not come back.

    Raises:
        UsageError: there is no such proposal.
    """
    proposal = _proposed(project, name)
    with project.action(_("Håll isär avsändare: {name}").format(name=proposal.name), by):
        for one, other in combinations(proposal.names, 2):
            project.keep_apart(*pair(one, other), by or "")


def correct(
    project: Project, number: int, changes: Mapping[str, str], by: str | None = None
) -> Respondent:
    """Correct who sent the inspel with a number; `changes` by the names of Respondent's fields.

    An empty text takes the fact away.

    Raises:
        UsageError: there is no inspel with that number.
    """
    submission = numbered(project, number)
    who = replace(
        submission.respondent,
        organisation=changes.get("organisation", submission.respondent.organisation),
        unit=changes.get("unit", submission.respondent.unit),
    )
    if "type" in changes:
        who = replace(who, type=ActorType(changes["type"]) if changes["type"] else None)
    if "municipality" in changes:
        who = replace(who, municipality=changes["municipality"] or None)
    with project.action(_("Rätta avsändaren av inspel {n}").format(n=number), by):
        project.update_respondent(submission.id, who)
        renew_links(project)
    return who


def sending(project: Project) -> list[Submission]:
    """The inspel, without the mails that are none."""
    return [s for s in project.submissions() if s.status is not Status.EJ_INSPEL]


def known_organisations(project: Project) -> Organisations:
    """The organisations that the program knows, with the round's own municipalities."""
    form = form_of(project)
    return organisations((form,) if form else (), load_gazetteer())


def _with_names(submissions: Iterable[Submission]) -> list[Submission]:
    """Those of organisations: private persons share no name."""
    return [
        s
        for s in submissions
        if s.respondent.organisation and s.respondent.type is not ActorType.PRIVATPERSON
    ]


def _proposed(project: Project, name: str) -> SameName:
    there = proposals(project)
    found = next((proposal for proposal in there if proposal.name == name), None)
    if found is None:
        raise UsageError(
            _("Det finns inget förslag som heter ”{name}”.").format(name=name),
            _("Visa förslagen med kommandot respondents."),
        )
    return found


def _renamed(who: Respondent, name: str, known: Organisations) -> Respondent:
    _first, _comma, rest = who.organisation.partition(",")
    return replace(
        who,
        organisation=name,
        unit=who.unit or rest.strip(),
        type=who.type or known.type_of(name),
        municipality=who.municipality or known.named_municipality(name),
    )
