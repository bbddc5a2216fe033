"""A passage as a line of a list: what is said about it, how far the work on it has come.

Points are found by a `Filter` and put in an `Order`; both are pure and quick enough for 60,000.
"""

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from inspel_app.analysis.teaching import teaching_order
from inspel_app.domain.coding import (
    Assignment,
    Mark,
    Origin,
    Passage,
    Suggestion,
    compose_assignments,
)
from inspel_app.domain.form import ActorType, Submission
from inspel_app.store.tagged import Tagged


class State(StrEnum):
    """How far the work on a passage has come; a mark goes before a code."""

    UNCODED = "okopplad"
    CODED = "kopplad"
    NO_POINT = "ingen-synpunkt"
    UNSURE = "osaker"


class Order(StrEnum):
    """The orders in which passages can be gone through; what is decided comes last in two."""

    WRITTEN = "som-skrivet"
    TEACHING = "lar-mest"
    """First those of which the machine says another thing than the form, or hesitates."""
    SUREST = "sakrast"


class Point(NamedTuple):
    """A passage in a list; `said` is what was read of it.

    `suggestions` come best first and without reasons. `assignments` is everything that is said
    about its codes, best first; `codes` are those that it is counted under, as in the synthesis:
    the first, and the others that people gave it. `decided` is true when a person has said what
    it concerns, or that it is no point; until then `permille` is how sure the proposal is, 0
    where there is none.
    """

    said: Tagged
    suggestions: tuple[Suggestion, ...]
    assignments: tuple[Assignment, ...]
    state: State
    codes: tuple[str, ...]
    decided: bool
    permille: int

    @classmethod
    def of(cls, said: Tagged, suggestions: tuple[Suggestion, ...]) -> "Point":
        """What is said, with these suggestions in the place of those that were read."""
        assignments = compose_assignments(said.passage, suggestions, said.decided, said.rejected)
        state = _state(said)
        given = (a.code for n, a in enumerate(assignments) if n == 0 or a.origin is Origin.PERSON)
        codes = () if state is State.NO_POINT else tuple(given)
        decided = bool(said.decided) or state is State.NO_POINT
        proposed = bool(assignments) and not decided
        permille = round(1000 * assignments[0].confidence) if proposed else 0
        return cls(said, suggestions, assignments, state, codes, decided, permille)

    @property
    def passage(self) -> Passage:
        """The passage; its own `assignments` are the form's alone."""
        return self.said.passage

    @property
    def placed(self) -> Assignment | None:
        """What the form's field says."""
        return next(iter(self.said.passage.assignments), None)

    @property
    def proposal(self) -> Assignment | None:
        """What Enter accepts: the best that the machine or the form says, if nobody decided."""
        return None if self.decided or not self.assignments else self.assignments[0]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which passages to show: those that meet all that is asked for.

    `code` stands for all below it too, `person` is who has said something of the passage, `text`
    stands somewhere in it, in capitals or not. `least` is how sure the proposal must be
    (permille). Of a `disputed` passage two people do not say the same.
    """

    code: str | None = None
    aspect: str | None = None
    actor_type: ActorType | None = None
    municipality: str | None = None
    states: frozenset[State] = frozenset()
    misplaced: bool = False
    noted: bool = False
    disputed: bool = False
    person: str | None = None
    submission: str | None = None
    field: str | None = None
    text: str = ""
    least: int = 0


Test = Callable[[Point], bool]


def tests(
    which: Filter, submissions: Mapping[str, Submission], below: Callable[[str], Container[str]]
) -> Iterator[Test]:
    """What a point must meet beside the text, the quickest to find out first.

    `below` gives a code and those under it.
    """
    if which.states:
        states = tuple(which.states)  # a set would ask each state for its hash, in Python
        yield lambda point: point.state in states
    if which.misplaced:
        yield lambda point: point.said.passage.misplaced
    if which.noted:
        yield lambda point: point.said.noted
    if which.disputed:
        yield lambda point: point.said.disputed
    if which.person is not None:
        yield lambda point: which.person in point.said.people
    yield from _tests_of_place(which, submissions)
    if which.code:
        codes = below(which.code)
        yield lambda point: any(code in codes for code in point.codes)
    if which.aspect:
        yield lambda point: any(
            a.aspect == which.aspect for a in point.assignments if a.code in point.codes
        )
    if which.least:
        yield lambda point: point.permille >= which.least


def _tests_of_place(which: Filter, submissions: Mapping[str, Submission]) -> Iterator[Test]:
    """By inspel, sender and field."""
    if which.submission:
        yield lambda point: point.said.passage.submission == which.submission
    if which.field:
        yield lambda point: point.said.passage.field == which.field
    if which.actor_type or which.municipality:
        senders = {key for key, s in submissions.items() if _is_from(s, which)}
        yield lambda point: point.said.passage.submission in senders


def _is_from(submission: Submission, which: Filter) -> bool:
    who = submission.respondent
    return which.actor_type in (None, who.type) and which.municipality in (None, who.municipality)


def ordered(points: list[Point], order: Order) -> list[Point]:
    """The points, that come as they are written, in another order."""
    if order is Order.TEACHING:
        taught = teaching_order([_unsure(p) for p in points], [_kind(p) for p in points])
        return sorted((points[n] for n in taught), key=lambda point: point.decided)
    if order is Order.SUREST:
        return sorted(points, key=lambda point: (point.decided, -point.permille))
    return points


@lru_cache(maxsize=100_000)
def folded(text: str) -> str:
    """A text as it is searched; kept, as all are gone through for each letter that is typed."""
    return text.casefold()


def _unsure(point: Point) -> int:
    """How near the next suggestion is to the best, or how much it says against the form: 0-2000."""
    best, second = (*(s.permille for s in point.suggestions[:2]), 0, 0)[:2]
    if point.placed is None:
        return 2000 - best + second
    same = point.suggestions and point.suggestions[0].code == point.placed.code
    return 1000 - best if same else 1000 + best


def _kind(point: Point) -> tuple[str, ...]:
    """The codes that its suggestions waver between."""
    return tuple(s.code for s in point.suggestions[:2])


def _state(said: Tagged) -> State:
    if said.passage.mark is Mark.NO_POINT:
        return State.NO_POINT
    if said.passage.mark is Mark.UNSURE:
        return State.UNSURE
    return State.CODED if said.decided else State.UNCODED
