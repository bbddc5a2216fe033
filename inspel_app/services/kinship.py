"""Which inspel resemble each other, and what follows: duplicates, versions, campaigns.

What is found depends on the inspel alone, never on the order in which they came in.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from inspel_app.analysis.campaigns import campaign_of
from inspel_app.analysis.likeness import alike, joined
from inspel_app.domain.form import Status, Submission
from inspel_app.domain.kinship import Kinship
from inspel_app.forms.combine import worth
from inspel_app.forms.folding import fold
from inspel_app.forms.respondent import identity
from inspel_app.forms.same_sender import is_same_sender
from inspel_app.forms.versions import closeness, kinship, later_of

Rejected = tuple[str, str, Kinship]
"""Two inspel by id, the lesser first, and what a person says that they are not."""

_NEAR = 8
"""With how many of its sender's other inspel each is compared, though they are not alike."""

_DAMAGED = frozenset(
    ("docx-skadad-del", "odt-skadad-del", "rtf-avhuggen", "fel-filtyp", "ocr-misslyckades")
)
"""Doubts about a file of which a part is lost."""
_UNREAD = frozenset(("bild-olast", "ocr-olasta-rader"))
"""Doubts about what was left unread in a file that is whole."""


@dataclass(frozen=True, slots=True)
class _Kin:
    """Two inspel, the lesser id first, what they are to each other, and how alike (0-1)."""

    one: Submission
    other: Submission
    kinship: Kinship
    share: float

    @property
    def pair(self) -> tuple[str, str]:
        """The two by id."""
        return self.one.id, self.other.id


def with_kin(
    submissions: Iterable[Submission], rejected: frozenset[Rejected]
) -> tuple[Submission, ...]:
    """The inspel that have been read, with what each is to the others, by id.

    Two that a person says are not the same inspel may still have their text in common.
    """
    read = sorted(
        (s for s in submissions if s.status is not Status.EJ_INSPEL and s.answers),
        key=lambda s: s.id,
    )
    kin = list(_standing(_kin(read), rejected))
    copies = _copies([k for k in kin if k.kinship is Kinship.DUPLICATE])
    earlier = _earlier([k for k in kin if k.kinship is Kinship.VERSION], copies)
    campaigns = _campaigns(read, [k for k in kin if k.kinship is Kinship.CAMPAIGN], rejected)
    return tuple(
        replace(
            s,
            duplicate_of=copies.get(s.id),
            replaces=earlier.get(s.id),
            campaign=campaigns.get(s.id, (None, ()))[0],
            additions=campaigns.get(s.id, (None, ()))[1],
        )
        for s in read
    )


def _kin(read: Sequence[Submission]) -> Iterator[_Kin]:
    """Those that are something to each other, in the order of their ids."""
    shares = {(a.one, a.other): a.share for a in alike([said_by(s) for s in read])}
    for one, other in sorted({*shares, *_of_one_sender(read)}):
        share = shares.get((one, other), 0.0)
        found = kinship(read[one], read[other], share)
        if found is not None:
            yield _Kin(read[one], read[other], found, share)


def _standing(kin: Iterable[_Kin], rejected: frozenset[Rejected]) -> Iterator[_Kin]:
    """What a person has not rejected, and what is left of it then."""
    for k in kin:
        if (*k.pair, k.kinship) not in rejected:
            yield k
        elif k.kinship is not Kinship.CAMPAIGN and not is_same_sender(k.one, k.other) and k.share:
            yield replace(k, kinship=Kinship.CAMPAIGN)


def said_by(submission: Submission) -> list[str]:
    """The texts of the answers that say something."""
    return [answer.text for answer in submission.answers if answer.content]


def _of_one_sender(read: Sequence[Submission]) -> Iterator[tuple[int, int]]:
    """Pairs of those that came from one address or organisation near each other in time."""
    groups: defaultdict[object, list[int]] = defaultdict(list)
    for number, submission in enumerate(read):
        who = submission.respondent
        groups[fold(who.email)].append(number)
        groups[identity(who)].append(number)
    for key, numbers in groups.items():
        if not any(key if isinstance(key, tuple) else (key,)):
            continue
        numbers.sort(key=lambda n: (read[n].received or "", read[n].id))
        for place, number in enumerate(numbers):
            for near in numbers[max(0, place - _NEAR) : place]:
                yield (near, number) if near < number else (number, near)


def _copies(kin: Iterable[_Kin]) -> dict[str, str]:
    """For each duplicate the best reading of the same inspel."""
    better: dict[str, tuple[float, str]] = {}
    for k in kin:
        best, copy = sorted((k.one, k.other), key=_goodness, reverse=True)
        better[copy.id] = max(better.get(copy.id, (-1.0, "")), (closeness(best, copy), best.id))
    return {copy: _end(copy, {c: b for c, (_closeness, b) in better.items()}) for copy in better}


def _end(start: str, onward: dict[str, str]) -> str:
    """Where one gets by going on as long as there is a way."""
    while start in onward:
        start = onward[start]
    return start


def _goodness(submission: Submission) -> tuple[bool, bool, int, bool, int, str]:
    """Of two readings of the same the better: by form, wholeness, safety, fullness, then by id.

    What is left unread in a whole file weighs less than how safely the rest is read.
    """
    fullness, safety = worth(submission)
    doubts = {problem.code for problem in submission.problems}
    whole, all_read = _DAMAGED.isdisjoint(doubts), _UNREAD.isdisjoint(doubts)
    return submission.form is not None, whole, safety, all_read, fullness, submission.id


def _earlier(kin: Iterable[_Kin], copies: dict[str, str]) -> dict[str, str]:
    """For each later version the one just before it; mere copies of one are passed over."""
    before: defaultdict[str, set[str]] = defaultdict(set)
    for k in kin:
        later = later_of(k.one, k.other)
        if later is not None and not copies.keys() & {*k.pair}:
            before[later.id].add((k.other if later is k.one else k.one).id)
    return {
        later: max(earlier, key=lambda e: (len(before.get(e, ())), e))
        for later, earlier in before.items()
    }


def _campaigns(
    read: Sequence[Submission], kin: Iterable[_Kin], rejected: frozenset[Rejected]
) -> dict[str, tuple[str, tuple[str, ...]]]:
    """For each member of a campaign its id, and what the member adds to the common text."""
    numbers = {s.id: n for n, s in enumerate(read)}
    parted = {
        (numbers[one], numbers[other])
        for one, other, kinship in rejected
        if kinship is Kinship.CAMPAIGN and one in numbers and other in numbers
    }
    refusals = Counter(chain.from_iterable(parted))
    surest = sorted(
        kin,
        key=lambda k: (max(refusals[numbers[end]] for end in k.pair), -k.share, k.pair),
    )
    leaders = joined(len(read), ((numbers[k.one.id], numbers[k.other.id]) for k in surest), parted)
    groups: defaultdict[int, list[Submission]] = defaultdict(list)
    for submission, leader in zip(read, leaders, strict=True):
        groups[leader].append(submission)
    return dict(chain.from_iterable(_members(g) for g in groups.values() if len(g) > 1))


def _members(group: Sequence[Submission]) -> Iterator[tuple[str, tuple[str, tuple[str, ...]]]]:
    found = campaign_of([said_by(s) for s in group])
    for submission, additions in zip(group, found.additions, strict=True):
        yield submission.id, (found.id, additions)
