"""What is handled and what is not: all points that count, as themes and single points.

board = Board.made_of(codebook, submissions, passages, themes, handlings)
for item in board.of("3.3"):
    ...
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from inspel_app.domain.coding import Codebook, Passage, Theme
from inspel_app.domain.form import Submission
from inspel_app.domain.handling import (
    Disposition,
    Handled,
    Handling,
    Handlings,
    Section,
    State,
    Target,
    TargetKind,
    Via,
    range_of,
)
from inspel_app.synthesis.handled_points import Points

WANT_REASON = frozenset({Disposition.PARTLY, Disposition.NOT_MET, Disposition.ELSEWHERE})
"""What is to be told with a reason."""
_TO_CHECK = frozenset({Via.ADDED, Via.EARLIER})
_ALL, _ANSWERED, _OWN, _BARE, _TO_LOOK_AT = "all", "answered", "own", "bare", "to-look-at"
"""What points are counted by, beside what becomes of them and how far that has come."""


@dataclass(frozen=True, slots=True)
class Item:
    """A theme of two points or more, or a single point, as a line of the list.

    `text` is the theme's name or what the point says, `codes` the parts of the strategy that it
    is told under, the first first (None: no part). `passages` are its points that count, by id.
    `handled` is what is said of a theme itself, or how a point is handled by whatever. Of the
    theme's points, `exceptions` are handled by themselves, `open` have no answer, and `to_check`
    have one that nobody has looked at. `sections` are those whose new wording it led to.
    """

    target: Target
    text: str
    codes: tuple[str | None, ...]
    passages: tuple[str, ...]
    handled: Handled | None
    exceptions: int
    open: int
    to_check: int
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What a point led to: a section with a new wording, and which sentences of it, if any."""

    section: Section
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How far the handling has come, in points; each point counts once.

    `states` count the points that have an answer. `without_reason` are those that are not met,
    or not wholly, and nobody says why; `to_check` are answered by what was said before they came
    to a theme or were cut anew.
    """

    points: int
    answered: int
    dispositions: tuple[tuple[Disposition, int], ...]
    states: tuple[tuple[State, int], ...]
    own: int
    without_reason: int
    to_check: int

    @property
    def open(self) -> int:
        """The points that have no answer."""
        return self.points - self.answered

    @property
    def undecided(self) -> int:
        """The points that have an answer which nobody has decided."""
        return self.answered - dict(self.states).get(State.DECIDED, 0)


class Board:
    """The handling of a round's points as it is now; what was made is never changed.

    `passages` are the points that count, by id. `lost` is what was said of points that are nowhere
    now; `waiting` are the inspel, by number, whose points are left out as they may be copies of
    others, until a person decides.
    """

    def __init__(
        self,
        points: Points,
        handlings: Handlings,
        handled: Mapping[str, Handled],
        lost: tuple[Handling, ...],
    ) -> None:
        """As `made_of` and `renewed` make it; `handled` is how each point is handled, by id."""
        self.handlings, self.handled, self.lost = handlings, handled, lost
        self.passages, self.waiting = points.counted, points.waiting
        self._points, self._changes = points, _changes(handlings)

    @classmethod
    def made_of(
        cls,
        codebook: Codebook,
        submissions: Sequence[Submission],
        passages: Sequence[Passage],
        themes: Sequence[Theme],
        handlings: Handlings,
    ) -> "Board":
        """The handling of these points."""
        points = Points(codebook, submissions, passages, themes)
        return cls(points, handlings, *handlings.resolve(passages, themes))

    def renewed(self, handlings: Handlings, told: Collection[Target]) -> "Board":
        """The same points, where something else is said than before of those that are `told`.

        Or where something else led to the strategy's new text. Only what this concerns is worked
        out anew.
        """
        answers = self._concerned(handlings, told)
        here = [p for answer in answers for p in self._points.of_answer.get(answer, ())]
        gone = (handlings.passages.keys() | handlings.places.keys()) - self._points.ids
        keys = {p.id for p in here} | {key for key in gone if range_of(key)[0] in answers}
        found, lost = handlings.about(keys).resolve(here, self._points.themes_of(here))
        handled = {**self.handled}
        for passage in here:
            handled.pop(passage.id, None)
        kept = [said for said in self.lost if range_of(said.target.id)[0] not in answers]
        board = Board(self._points, handlings, handled | found, (*kept, *lost))
        changed = {*told, *self._differing(_changes(handlings)), *map(self._line_of, here)}
        self._hand_over(board, changed & self._points.place.keys())
        return board

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Themes and single points in the strategy's order, what concerns no part of it last."""
        return tuple(map(self.item, self._points.order))

    def of(self, code: str | None) -> tuple[Item, ...]:
        """What is told under a part of the strategy; None: what concerns none."""
        return tuple(self._by_code.get(code, ()))

    def points(self, theme: str) -> tuple[Item, ...]:
        """The points of a theme, by its id, the most typical first; none if there is no such."""
        return tuple(self._point(self.passages[p]) for p in self._points.members.get(theme, ()))

    def item(self, target: Target) -> Item:
        """A theme or a point; KeyError if it is no longer there, or does not count."""
        if target.kind is TargetKind.PASSAGE:
            return self._point(self.passages[target.id])
        return self._theme(target.id, self._points.members[target.id])

    @cached_property
    def remaining(self) -> tuple[Item, ...]:
        """What has no answer, in whole or in part."""
        return tuple(item for item in self.items if item.open)

    def tally(self, items: Iterable[Item] | None = None) -> Tally:
        """How far the handling of some items has come, or of all."""
        if items is None:
            return _tally(self._counts)
        return _tally(_count(self.handled, {p for item in items for p in item.passages}))

    def theme_of(self, passage: str) -> str | None:
        """The theme of two points or more that a point is told in, by its id."""
        return self._points.told_in(passage)

    def changes(self, target: Target) -> tuple[Change, ...]:
        """What a theme led to, or a point by itself or with its theme, section by section."""
        found = [*self._changes.get(target, ())]
        if target.kind is TargetKind.PASSAGE:
            theme = Target.theme(self._points.theme_of.get(target.id, ""))
            found += self._changes.get(theme, ())
        joined: dict[Section, dict[str, None]] = {}
        for change in found:
            joined.setdefault(change.section, {}).update(dict.fromkeys(change.sentences))
        return tuple(Change(section, tuple(said)) for section, said in joined.items())

    def _concerned(self, handlings: Handlings, told: Collection[Target]) -> set[str]:
        """The answers with points, now or before, that what is told of may concern, by id."""
        themes = {target.id for target in told if target.kind is TargetKind.THEME}
        keys = {target.id for target in told if target.kind is TargetKind.PASSAGE}
        for key in themes & self._points.themes.keys():
            keys.update(self._points.themes[key].passages)
        keys.update(passage for passage, theme in handlings.places.items() if theme in themes)
        return {range_of(key)[0] for key in keys}

    def _differing(self, changes: Mapping[Target, list[Change]]) -> Iterator[Target]:
        """What led to something else in the strategy's text than it does now."""
        for target in self._changes.keys() | changes.keys():
            if self._changes.get(target) != changes.get(target):
                yield target
                if target.kind is TargetKind.THEME:
                    yield from map(Target.passage, self._points.members.get(target.id, ()))

    def _hand_over(self, board: "Board", changed: Iterable[Target]) -> None:
        """Let another board of the same points have what is not changed in it."""
        items, passages = [*self.items], set[str]()
        for target in changed:
            items[self._points.place[target]] = item = board.item(target)
            passages.update(item.passages)
        counts = Counter(self._counts)
        counts.subtract(_count(self.handled, passages))
        counts.update(_count(board.handled, passages))
        vars(board).update(items=tuple(items), _counts=counts)

    def _line_of(self, passage: Passage) -> Target:
        theme = self._points.told_in(passage.id)
        return Target.theme(theme) if theme else Target.passage(passage.id)

    @cached_property
    def _counts(self) -> Counter[str]:
        return _count(self.handled, self.passages)

    @cached_property
    def _by_code(self) -> dict[str | None, list[Item]]:
        found: defaultdict[str | None, list[Item]] = defaultdict(list)
        for item in self.items:
            for code in item.codes:
                found[code].append(item)
        return dict(found)

    def _theme(self, key: str, points: tuple[str, ...]) -> Item:
        target, own = Target.theme(key), self.handlings.themes.get(key)
        said = [self.handled[p] for p in points if p in self.handled]
        return Item(
            target,
            self._points.themes[key].label,
            self._points.codes(target),
            points,
            Handled(own) if own else None,
            exceptions=sum(one.via in (Via.OWN, Via.EARLIER) for one in said),
            open=len(points) - sum(one.answered for one in said),
            to_check=sum(one.via in _TO_CHECK for one in said),
            sections=tuple(change.section.id for change in self.changes(target)),
        )

    def _point(self, passage: Passage) -> Item:
        handled, target = self.handled.get(passage.id), Target.passage(passage.id)
        return Item(
            target,
            passage.text,
            self._points.codes(target),
            (passage.id,),
            handled,
            exceptions=0,
            open=int(handled is None or not handled.answered),
            to_check=int(handled is not None and handled.via in _TO_CHECK),
            sections=tuple(change.section.id for change in self.changes(target)),
        )


def _count(handled: Mapping[str, Handled], passages: Collection[str]) -> Counter[str]:
    """Of how many of the points, each counted once, what a `Tally` tells is true."""
    told = [handled[p] for p in passages if p in handled and handled[p].answered]
    counts = Counter[str](one.handling.disposition or "" for one in told)
    counts.update(one.handling.state for one in told)
    counts[_ALL], counts[_ANSWERED] = len(passages), len(told)
    counts[_OWN] = sum(one.via is Via.OWN for one in told)
    counts[_BARE] = sum(_wants_reason(one.handling) for one in told)
    counts[_TO_LOOK_AT] = sum(one.via in _TO_CHECK for one in told)
    return counts


def _tally(counts: Mapping[str, int]) -> Tally:
    return Tally(
        points=counts[_ALL],
        answered=counts[_ANSWERED],
        dispositions=tuple((d, counts[d]) for d in Disposition if counts[d]),
        states=tuple((s, counts[s]) for s in State if counts[s]),
        own=counts[_OWN],
        without_reason=counts[_BARE],
        to_check=counts[_TO_LOOK_AT],
    )


def _wants_reason(handling: Handling) -> bool:
    return handling.disposition in WANT_REASON and not handling.text


def _changes(handlings: Handlings) -> dict[Target, list[Change]]:
    """What each target led to, in the order of the strategy's text."""
    found: defaultdict[Target, list[Change]] = defaultdict(list)
    for section in handlings.sections:
        wording = handlings.wordings.get(section.id)
        sources = wording.sources if wording else ()
        text = wording.text if wording else ""
        sentences: defaultdict[Target, list[str]] = defaultdict(list)
        for source in sorted(sources, key=lambda s: text.find(s.sentence)):
            sentences[source.target] += [source.sentence] if source.sentence else []
        for target, said in sentences.items():
            found[target].append(Change(section, tuple(said)))
    return dict(found)
