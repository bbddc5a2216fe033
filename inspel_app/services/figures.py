"""The round in figures, for the overview: who says how much about what, and how far the work is.

Only inspel that count are in them, and a point counts for the code that it first concerns.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from inspel_app.domain.clock import at_home
from inspel_app.domain.coding import Codebook, Origin, Passage
from inspel_app.domain.form import ActorType, Status, Submission
from inspel_app.domain.invitation import Attendance
from inspel_app.services.doubts import words_left
from inspel_app.services.invitations import attendance
from inspel_app.services.rounds import Project, codebook_of
from inspel_app.synthesis.counting import uncounted
from inspel_app.synthesis.material import respondents

_Key = TypeVar("_Key", date, str)
_SPAN = 100
"""Days; a longer time has no room for days on which nothing came."""


@dataclass(frozen=True, slots=True)
class Share:
    """So much of something is done."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Heat:
    """How many points each kind of respondents has about each leaf; those without are left out.

    `codes` are all leaves in the strategy's order, `types` the kinds that have sent in.
    """

    codes: tuple[str, ...]
    types: tuple[ActorType | None, ...]
    points: Mapping[tuple[ActorType | None, str], int]

    def of_code(self, code: str) -> int:
        """The points of all about a leaf."""
        return sum(self.points.get((kind, code), 0) for kind in self.types)


@dataclass(frozen=True, slots=True)
class Day:
    """Which inspel (running numbers) came on a day, and whether it was after the last one."""

    day: date
    numbers: tuple[int, ...]
    late: bool

    @property
    def inspel(self) -> int:
        """How many they are."""
        return len(self.numbers)


@dataclass(frozen=True, slots=True)
class Concord:
    """How far two people say the same of the passages that both have coded: Cohen's kappa."""

    one: str
    other: str
    passages: int
    kappa: float


@dataclass(frozen=True, slots=True)
class Accord:
    """How far people say the same.

    `pairs` are those with at least the `needed` passages in common; `together` is how many those
    two have who have most, `disputed` how many passages have not got the same codes by all.
    """

    pairs: tuple[Concord, ...] = ()
    together: int = 0
    disputed: int = 0
    needed: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """All of the overview.

    `days` go without a gap from the first arrival to the last, unless those stand far apart.
    `municipalities` come with the numbers of their inspel, most first; `undated` inspel are in no
    day, and nobody has looked at the `new` ones. `doubtful` words are those read from pictures
    that nobody has settled.
    """

    inspel: int
    respondents: int
    points: int
    heat: Heat
    days: tuple[Day, ...]
    undated: int
    deadline: date | None
    municipalities: tuple[tuple[str, tuple[int, ...]], ...]
    looked_at: Share
    new: tuple[int, ...]
    tagged: Share
    doubtful: int
    attendance: Attendance
    accord: Accord = Accord()


def figures_of(project: Project) -> Figures:
    """The figures of a round as it is now."""
    from inspel_app.services.agreement import accord  # noqa: PLC0415 - numpy waits until needed

    submissions = project.submissions()
    out = uncounted(submissions)
    counted = [s for s in submissions if s.id not in out]
    passages = [p for p in project.passages() if p.submission not in out]
    deadline = project.settings.deadline
    last = date.fromisoformat(deadline) if deadline else None
    days = [(_day(s.received), s.number) for s in counted if s.received]
    places = [(s.respondent.municipality, s.number) for s in counted if s.respondent.municipality]
    new = tuple(s.number for s in counted if s.status is Status.NY)
    return Figures(
        inspel=len(counted),
        respondents=respondents(counted),
        points=len(passages),
        heat=_heat(counted, passages, codebook_of(project)),
        days=_by_day(days, last),
        undated=len(counted) - len(days),
        deadline=last,
        municipalities=tuple(
            sorted(_gathered(places).items(), key=lambda place: (-len(place[1]), place[0]))
        ),
        looked_at=Share(len(counted) - len(new), len(counted)),
        new=new,
        tagged=Share(sum(_is_decided(p) for p in passages), len(passages)),
        doubtful=sum(words_left(s) for s in counted),
        attendance=attendance(project),
        accord=accord(project),
    )


def _heat(
    submissions: Sequence[Submission], passages: Sequence[Passage], codebook: Codebook
) -> Heat:
    kinds = {s.id: s.respondent.type for s in submissions}
    leaves = {code.id for code in codebook.leaves}
    points = Counter((kinds[p.submission], p.code) for p in passages if p.code in leaves)
    present = set(kinds.values())
    return Heat(
        codes=tuple(code.id for code in codebook.leaves),
        types=tuple(kind for kind in (*ActorType, None) if kind in present),
        points={(kind, code): n for (kind, code), n in points.items() if code},
    )


def _day(received: str) -> date:
    return at_home(received).date()


def _by_day(arrivals: Sequence[tuple[date, int]], last: date | None) -> tuple[Day, ...]:
    if not arrivals:
        return ()
    came = _gathered(arrivals)
    first = min(came)
    span = (max(came) - first).days + 1
    every = [first + timedelta(days=n) for n in range(span)] if span <= _SPAN else sorted(came)
    return tuple(Day(d, came.get(d, ()), last is not None and d > last) for d in every)


def _gathered(pairs: Iterable[tuple[_Key, int]]) -> dict[_Key, tuple[int, ...]]:
    """The numbers that each key comes with."""
    found: defaultdict[_Key, list[int]] = defaultdict(list)
    for key, number in pairs:
        found[key].append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}


def _is_decided(passage: Passage) -> bool:
    return any(a.origin is Origin.PERSON for a in passage.assignments)
