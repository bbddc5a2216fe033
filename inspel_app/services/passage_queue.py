"""The passages of a round in memory: filtered, ordered and counted.

All are read at once when a round is opened, and afterwards answer by answer, as actions change
them (`refresh`); so a filter over 60,000 passages costs a few hundredths of a second. What a list
does not show, `Tagging.entry` tells.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from inspel_app.domain.coding import SURE, Codebook, Suggestion
from inspel_app.domain.form import Submission
from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.services.points import Filter, Order, Point, State, folded, ordered, tests
from inspel_app.store.tagged import Tagged
from inspel_app.synthesis.counting import uncounted

_ALL, _DECIDED, _SURE = "all", "decided", "sure"


class CodeCount(NamedTuple):
    """How many passages a code has of its own, and how many with all codes below it."""

    own: int
    within: int


@dataclass(frozen=True, slots=True)
class Headway:
    """How far the work has come: `decided` of `total` passages, and of the rest `sure` ones."""

    total: int
    decided: int
    unsure: int
    no_point: int
    sure: int

    @property
    def share_sure(self) -> float:
        """The share (0-1) of the rest whose proposal is sure; 1 when nothing is left."""
        rest = self.total - self.decided
        return self.sure / rest if rest else 1.0


class Queue:
    """The passages of the inspel that count, in the order in which they are written."""

    def __init__(
        self, codebook: Codebook, submissions: Sequence[Submission], passages: Iterable[Tagged]
    ) -> None:
        out = uncounted(submissions)
        self.codebook = codebook
        self.submissions = {s.id: s for s in submissions if s.id not in out}
        self._above = {code.id: tuple(_line(code.id, codebook)) for code in codebook.codes}
        self._learnt: dict[str, tuple[Suggestion, ...]] = {}
        self._answers: dict[str, dict[str, Point]] = {}
        self._row: list[Point] | None = None
        self._own: Counter[str] = Counter()
        self._within: Counter[str] = Counter()
        self._come: Counter[str] = Counter()
        self._add(passages)

    def __len__(self) -> int:
        return self._come[_ALL]

    def __iter__(self) -> Iterator[Point]:
        return iter(self._in_a_row)

    def __contains__(self, passage: str) -> bool:
        return passage in self._answers.get(passage.rpartition(":")[0], {})

    def point(self, passage: str) -> Point:
        """The passage with this id.

        Raises:
            UsageError: there is none (any longer).
        """
        try:
            return self._answers[passage.rpartition(":")[0]][passage]
        except KeyError as error:
            raise UsageError(
                _("Synpunkten finns inte längre."),
                _("Den har delats, slagits ihop eller ändrats. Välj den på nytt i listan."),
            ) from error

    def of_answer(self, answer: str) -> list[Point]:
        """An answer's passages, in order."""
        return list(self._answers.get(answer, {}).values())

    def found(self, which: Filter | None = None, order: Order = Order.WRITTEN) -> list[Point]:
        """The passages that a filter lets through, in an order; None lets all through."""
        points = self._in_a_row
        if which and which.text:
            sought = which.text.casefold()
            points = [p for p in points if sought in folded(p.said.passage.text)]
        for test in tests(which, self.submissions, self._below) if which else ():
            points = [point for point in points if test(point)]
        return ordered(points, order)

    @property
    def _in_a_row(self) -> list[Point]:
        """All passages as they are written; put together anew when some have changed."""
        if self._row is None:
            self._row = list(chain.from_iterable(map(dict.values, self._answers.values())))
        return self._row

    def counts(self) -> dict[str, CodeCount]:
        """The passages of each of the strategy's codes, with proposals, as the synthesis has them.

        After `Tagging.learn` the learnt proposals are counted; the synthesis knows the stored ones.
        """
        return {code: CodeCount(self._own[code], self._within[code]) for code in self._above}

    def headway(self) -> Headway:
        """How far the work has come."""
        return Headway(
            total=len(self),
            decided=self._come[_DECIDED],
            unsure=self._come[State.UNSURE],
            no_point=self._come[State.NO_POINT],
            sure=self._come[_SURE],
        )

    def refresh(self, answers: Iterable[str], passages: Iterable[Tagged]) -> tuple[str, ...]:
        """Put what is said now of some answers in the place of before; their passages' ids."""
        for answer in answers:
            points = self._answers.get(answer, {})
            for point in points.values():
                self._count(point, -1)
            points.clear()
        return self._add(passages)

    def told(self, passage: str) -> bool:
        """Whether other suggestions than the stored ones stand for the passage."""
        return passage in self._learnt

    def suggest(self, suggestions: Mapping[str, Sequence[Suggestion]]) -> None:
        """Let other suggestions, best first, stand in the place of the stored ones."""
        for passage, learnt in suggestions.items():
            points = self._answers.get(passage.rpartition(":")[0], {})
            if passage in points:
                self._learnt[passage] = tuple(learnt)
                self._count(points[passage], -1)
                points[passage] = Point.of(points[passage].said, self._learnt[passage])
                self._count(points[passage], 1)

    def _add(self, passages: Iterable[Tagged]) -> tuple[str, ...]:
        added = []
        for said in passages:
            passage = said.passage
            if passage.submission in self.submissions:
                point = Point.of(said, self._learnt.get(passage.id, said.suggestions))
                self._answers.setdefault(passage.answer, {})[passage.id] = point
                self._count(point, 1)
                added.append(passage.id)
        return tuple(added)

    def _count(self, point: Point, step: int) -> None:
        """Count how far a passage has come, and under which codes; or no longer.

        Under each code above its own it counts once.
        """
        self._row = None
        self._come[_ALL] += step
        self._come[point.state] += step
        self._come[_DECIDED] += step * point.decided
        self._come[_SURE] += step * (point.permille >= SURE)
        for code in point.codes:
            self._own[code] += step
        for code in {above for own in point.codes for above in self._above.get(own, (own,))}:
            self._within[code] += step

    def _below(self, code: str) -> set[str]:
        return {code, *(one for one, above in self._above.items() if code in above)}


def _line(code: str, codebook: Codebook) -> Iterator[str]:
    """A code and those above it."""
    above: str | None = code
    while above is not None:
        yield above
        above = codebook[above].parent
