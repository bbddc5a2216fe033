"""What sets an inspel apart in the list: late, a duplicate, replaced, not read."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from inspel_app.domain.form import Status, Submission
from inspel_app.i18n import _, ngettext
from inspel_app.services.doubts import words_left


@dataclass(frozen=True, slots=True)
class Mark:
    """A few words on a row; `pressing` where a person should look, `tip` says why."""

    text: str
    tip: str
    pressing: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """What the marks of inspel tell beside themselves; each one's are made when asked for.

    `secret` tells by which law something is secret, by id; `numbers` are the inspel's own by id,
    `newer` those of later versions by what they replace, `campaigns` how many share a text.
    """

    secret: Mapping[str, str]
    numbers: Mapping[str, int]
    newer: Mapping[str, int]
    campaigns: Mapping[str, int]

    @classmethod
    def among(
        cls, submissions: Sequence[Submission], secret: Mapping[str, str] = MappingProxyType({})
    ) -> "Marks":
        """Those of the inspel of a round."""
        numbers = {s.id: s.number for s in submissions}
        newer = {s.replaces: s.number for s in submissions if s.replaces}
        campaigns = Counter(s.campaign for s in submissions if s.campaign)
        return cls(secret, numbers, newer, campaigns)

    def of(self, submission: Submission) -> tuple[Mark, ...]:
        """The marks of an inspel, the most pressing first."""
        return (
            *_secret(submission, self.secret),
            *_state(submission),
            *_kin(submission, self.numbers, self.newer),
            *_shared(submission, self.campaigns),
            *_words(submission),
        )


def _secret(submission: Submission, secret: Mapping[str, str]) -> Iterator[Mark]:
    if submission.id in secret:
        yield Mark(_("sekretess"), secret[submission.id], pressing=True)


def _state(submission: Submission) -> Iterator[Mark]:
    if submission.status is Status.EJ_INSPEL:
        why = [problem.message for problem in submission.problems]
        yield Mark(_("ej inspel"), " ".join(why or [_("Räknas inte.")]))
        return
    if submission.status in _STAGES:
        yield Mark(*_STAGES[submission.status]())
    if submission.unread:
        yield Mark(_("ej läst"), _("Ingen text gick att läsa i filen."), pressing=True)
    if submission.late:
        yield Mark(_("sent"), _("Kom efter omgångens sista dag."), pressing=True)


_STAGES: Mapping[Status, Callable[[], tuple[str, str]]] = {
    Status.LAST: lambda: (_("läst"), _("Någon har läst det.")),
    Status.KOMPLETTERAS: lambda: (_("kompletteras"), _("Avsändaren ombeds komplettera.")),
    Status.KLAR: lambda: (_("✓ klart"), _("Ingen behöver se över det mer.")),
    Status.RAKNAS_INTE: lambda: (_("räknas inte"), _("Räknas inte enligt sekretariatets beslut.")),
}
"""Word and tip for where an inspel stands; a new one tells by its bold name."""


def _kin(
    submission: Submission, numbers: Mapping[str, int], newer: Mapping[str, int]
) -> Iterator[Mark]:
    best, earlier = (
        numbers.get(id_ or "") for id_ in (submission.duplicate_of, submission.replaces)
    )
    if best is not None:
        tip = _("Samma inspel som nummer {n}, som har den bästa läsningen.").format(n=best)
        yield Mark(_("dubblett av {n}").format(n=best), tip)
    if submission.id in newer:
        other = newer[submission.id]
        tip = _("Nummer {n} är en senare version av detta inspel.").format(n=other)
        yield Mark(_("ersatt av {n}").format(n=other), tip)
    if earlier is not None:
        tip = _("En senare version av inspel nummer {n}.").format(n=earlier)
        yield Mark(_("ersätter {n}").format(n=earlier), tip)


def _shared(submission: Submission, campaigns: Mapping[str, int]) -> Iterator[Mark]:
    others = campaigns.get(submission.campaign or "", 0) - 1
    if others > 0:
        tip = ngettext(
            "Delar text med {n} inspel från annan avsändare.",
            "Delar text med {n} inspel från andra avsändare.",
            others,
        )
        yield Mark(_("samma text som andra"), tip.format(n=others))


def _words(submission: Submission) -> Iterator[Mark]:
    left = words_left(submission)
    if left:
        text = ngettext("{n} osäkert ord", "{n} osäkra ord", left).format(n=left)
        yield Mark(text, _("Ord som är osäkert lästa ur en bild."), pressing=True)
