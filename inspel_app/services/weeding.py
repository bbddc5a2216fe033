"""Gallring: what a round holds of persons is taken out of it for good.

    protocol = weed(project, Plan(contacts=True), decision="Gallringsbeslut 12/2025", by="anna")

What is covered becomes as many blocks as it had characters, so that all places still hold. Nothing
done before can be undone afterwards. Copies of the file and what was exported are not touched.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from inspel_app.domain.synthesis import Audience
from inspel_app.errors import UsageError
from inspel_app.i18n import _, ngettext
from inspel_app.services.browsing import numbered
from inspel_app.services.persons import count_surname, find_person, person_pattern
from inspel_app.store.copies import drop_copies
from inspel_app.store.history import now
from inspel_app.store.project import Project
from inspel_app.store.weeding import Weeding
from inspel_app.synthesis.privacy import COVERED, covering

__all__ = ["Plan", "Protocol", "weed"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to go: contact persons, the files as they came, personal data in texts.

    And a `person` wherever it stands (a name, an address, a number), and whole inspel by number.
    """

    contacts: bool = False
    originals: bool = False
    texts: bool = False
    person: str = ""
    numbers: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.contacts or self.originals or self.texts or self.person or self.numbers)


@dataclass(frozen=True, slots=True)
class Protocol:
    """What was weeded, or would be where it is `dry`: each kind with how many, when, who, why."""

    round: str
    lines: tuple[tuple[str, int], ...]
    decision: str
    by: str
    at: str
    dry: bool

    @property
    def text(self) -> str:
        """The protocol to be kept, in words."""
        title = _("Gallring, provkörning") if self.dry else _("Gallringsprotokoll")
        facts = (
            (_("Omgång"), self.round),
            (_("Beslut"), self.decision or "–"),
            (_("Utförd av"), self.by or "–"),
            (_("Tid"), self.at),
        )
        return "\n".join(
            (
                title,
                "=" * len(title),
                *(f"{label}: {value}" for label, value in facts),
                "",
                *(f"- {what}: {n}" for what, n in self.lines),
                "",
                *_beyond(),
                "",
            )
        )


def weed(project: Project, plan: Plan, decision: str, by: str, *, dry: bool = False) -> Protocol:
    """Take out what the plan says, or with `dry` only count it.

    Raises:
        UsageError: nothing is to go, no decision is named, or there is no such inspel.
        ProjectError: another program has the round open.
        DiskError: there is no room to write the file anew.
    """
    _refuse(plan, decision, dry=dry)
    what = _("Gallra: {what}").format(what=", ".join(_kinds(plan)))
    with project.weeding(what, decision, by, dry=dry) as weeding:
        lines = tuple(_weeded(project, plan, weeding))
    if not dry and (copies := drop_copies(project.path)):
        lines += ((_("Säkerhetskopior bredvid omgången"), copies),)
    return Protocol(project.settings.title, lines, decision, by, now(), dry)


def _weeded(project: Project, plan: Plan, weeding: Weeding) -> Iterator[tuple[str, int]]:
    """Do it, the most telling last: texts are covered by what the contacts say."""
    submissions = project.submissions()
    if plan.numbers:
        for key in [numbered(project, n).id for n in plan.numbers]:
            weeding.submission(key)
        yield _("Hela inspel"), len(plan.numbers)
    if plan.person:
        places = find_person(project, plan.person)
        files = [
            f.sha256
            for s in submissions
            if any(place.number == s.number for place in places)
            for f in s.files
        ]
        yield _("Ställen där personen nämns"), len(places)
        yield _("Originalfiler där personen kan stå"), weeding.originals(files)
        yield _("Ställen där efternamnet står ensamt, orörda"), count_surname(project, plan.person)
        pattern = person_pattern(plan.person)
        weeding.texts(lambda text: pattern.sub(lambda m: COVERED * len(m[0]), text))
    if plan.texts:
        mask = covering(submissions, Audience.PUBLIC)
        yield _("Poster med övertäckta personuppgifter"), weeding.texts(mask)
    if plan.contacts:
        yield _("Inspel utan kontaktuppgifter"), weeding.contacts()
    if plan.originals:
        yield _("Originalfiler med sin lästa text"), weeding.originals()


def _kinds(plan: Plan) -> Iterator[str]:
    """What goes, in words that name nobody."""
    if plan.numbers:
        yield ngettext("{n} inspel", "{n} inspel", len(plan.numbers)).format(n=len(plan.numbers))
    if plan.person:
        yield _("en person")
    if plan.texts:
        yield _("personuppgifter i texter")
    if plan.contacts:
        yield _("kontaktuppgifter")
    if plan.originals:
        yield _("originalfiler")


def _refuse(plan: Plan, decision: str, *, dry: bool) -> None:
    if not plan:
        raise UsageError(
            _("Det är inte sagt vad som ska gallras."),
            _("Ange till exempel --contacts, --originals eller --all-personal."),
        )
    if not dry and not decision.strip():
        raise UsageError(
            _("En gallring behöver ett beslut."),
            _("Ange det med --decision, till exempel ”Gallringsbeslut RUN 12–2025”."),
        )


def _beyond() -> tuple[str, ...]:
    """What a weeding does not reach."""
    return (
        _("Det som gjordes före gallringen går inte att ångra."),
        _(
            "Andra kopior av omgångens fil, exporterade filer och mappen med ord ur "
            "skannade sidor omfattas inte; radera dem för sig."
        ),
        _(
            "Namn som programmet inte känner kan stå kvar i löpande text. Sök efter en person med "
            "inspel person."
        ),
    )
