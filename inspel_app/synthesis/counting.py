"""Which inspel count, and which of them a person has yet to decide about."""

from collections import Counter
from collections.abc import Sequence

from inspel_app.domain.form import Status, Submission
from inspel_app.i18n import _

_OUT = (Status.EJ_INSPEL, Status.RAKNAS_INTE)


def uncounted(submissions: Sequence[Submission]) -> dict[str, str]:
    """The ids of the inspel that do not count, and why, in words.

    A duplicate counts until a person says otherwise; so does an earlier version, unless the
    dates tell that it is the earlier one.
    """
    numbers = {s.id: s.number for s in submissions}
    newer = _newer(submissions)
    reasons = {}
    for s in submissions:
        if s.status is Status.EJ_INSPEL:
            reasons[s.id] = _("Är inget inspel")
        elif s.duplicate_of is not None and (s.unread or s.status is Status.RAKNAS_INTE):
            number = numbers.get(s.duplicate_of, "–")
            reasons[s.id] = _("Dubblett av inspel {number}").format(number=number)
        elif s.status is Status.RAKNAS_INTE:
            reasons[s.id] = _("Räknas inte enligt sekretariatets beslut")
        elif s.unread:
            reasons[s.id] = _("Kunde inte läsas, eller innehåller ingen text")
        elif s.id in newer and not s.confirmed and _is_dated(s, newer[s.id]):
            reasons[s.id] = _("Ersatt av inspel {number}").format(number=newer[s.id].number)
    return reasons


def replaced_by(submissions: Sequence[Submission]) -> dict[str, str]:
    """For each inspel that does not count, as a later version does, the id of the latest."""
    out, newer = uncounted(submissions), _newer(submissions)
    found = {}
    for key in out.keys() & newer.keys():
        latest = newer[key].id
        while latest in out and latest in newer:
            latest = newer[latest].id
        if latest not in out:
            found[key] = latest
    return found


def undecided(submissions: Sequence[Submission]) -> list[Submission]:
    """The inspel that count for now though they may be a duplicate or an earlier version."""
    out = uncounted(submissions)
    newer = _newer(submissions)
    counted = {s.id for s in submissions if s.id not in out}
    return [
        s
        for s in submissions
        if s.id in counted and not s.confirmed and (s.duplicate_of in counted or s.id in newer)
    ]


def campaign_sizes(submissions: Sequence[Submission]) -> list[int]:
    """How many inspel that count share each campaign's text, the most first."""
    out = uncounted(submissions)
    sizes = Counter(s.campaign for s in submissions if s.campaign and s.id not in out)
    return sorted((n for n in sizes.values() if n > 1), reverse=True)


def _newer(submissions: Sequence[Submission]) -> dict[str, Submission]:
    """For each earlier version the later one, where that counts."""
    return {
        s.replaces: s for s in submissions if s.replaces and s.status not in _OUT and not s.unread
    }


def _is_dated(one: Submission, other: Submission) -> bool:
    return one.received is not None and other.received is not None
