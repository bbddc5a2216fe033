"""What is handled and what is not: all points that count, as themes and single points.

board = Board(codebook, submissions, passages, themes, handlings, wordings)
for item in board.of("3.3"):
    ...
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from inspel_app.domain.coding import Codebook, Mark, Origin, Passage, Theme
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
)
from inspel_app.synthesis.counting import uncounted, undecided

WANT_REASON = frozenset({Disposition.PARTLY, Disposition.NOT_MET, Disposition.ELSEWHERE})
"""What is to be told with a reason."""
_TO_CHECK = frozenset({Via.ADDED, Via.EARLIER})


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
    """The handling of a round's points as it is now.

    `lost` is what was said of points that are nowhere now; `waiting` are the inspel, by number,
    whose points are left out as they may be copies of others, until a person decides.
    """

    def __init__(
        self,
        codebook: Codebook,
        submissions: Sequence[Submission],
        passages: Sequence[Passage],
        themes: Sequence[Theme],
        handlings: Handlings,
    ) -> None:
        copies = undecided(submissions)
        out = {*uncounted(submissions), *(s.id for s in copies)}
        said = [p for p in passages if p.submission not in out and p.mark is not Mark.NO_POINT]
        self.handlings = handlings
        self.passages = {p.id: p for p in said}
        self.handled, self.lost = handlings.resolve(passages, themes)
        self.waiting = tuple(s.number for s in copies)
        self._themes = {t.id: t for t in themes}
        self._codebook = codebook
        self._changes = _changes(handlings)
        self._theme_of = {p: t.id for t in themes for p in t.passages if p in self.passages}

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Themes and single points in the strategy's order, what concerns no part of it last."""
        members = self._members
        themes = [self._theme(t, points) for t, points in members.items() if len(points) > 1]
        shared = {p for theme in themes for p in theme.passages}
        single = [self._point(p) for key, p in self.passages.items() if key not in shared]
        order = {code.id: n for n, code in enumerate(self._codebook.codes)}
        last = len(order)
        return tuple(sorted([*themes, *single], key=lambda i: order.get(i.codes[0] or "", last)))

    def of(self, code: str | None) -> tuple[Item, ...]:
        """What is told under a part of the strategy; None: what concerns none."""
        return tuple(self._by_code.get(code, ()))

    def points(self, theme: str) -> tuple[Item, ...]:
        """The points of a theme, by its id, the most typical first; none if there is no such."""
        return tuple(self._point(self.passages[p]) for p in self._members.get(theme, ()))

    def item(self, target: Target) -> Item:
        """A theme or a point; KeyError if it is no longer there, or does not count."""
        if target.kind is TargetKind.PASSAGE:
            return self._point(self.passages[target.id])
        return self._theme(target.id, self._members[target.id])

    @cached_property
    def remaining(self) -> tuple[Item, ...]:
        """What has no answer, in whole or in part."""
        return tuple(item for item in self.items if item.open)

    def tally(self, items: Iterable[Item] | None = None) -> Tally:
        """How far the handling of some items has come, or of all."""
        chosen = self.items if items is None else items
        points = dict.fromkeys(p for item in chosen for p in item.passages)
        said = [self.handled[p] for p in points if p in self.handled]
        told = [one for one in said if one.answered]
        dispositions = Counter(one.handling.disposition for one in told)
        states = Counter(one.handling.state for one in told)
        return Tally(
            points=len(points),
            answered=len(told),
            dispositions=tuple((d, dispositions[d]) for d in Disposition if dispositions[d]),
            states=tuple((s, states[s]) for s in State if states[s]),
            own=sum(one.via is Via.OWN for one in told),
            without_reason=sum(_wants_reason(one.handling) for one in told),
            to_check=sum(one.via in _TO_CHECK for one in told),
        )

    def theme_of(self, passage: str) -> str | None:
        """The theme of two points or more that a point is told in, by its id."""
        theme = self._theme_of.get(passage, "")
        return theme if len(self._members.get(theme, ())) > 1 else None

    def changes(self, target: Target) -> tuple[Change, ...]:
        """What a theme led to, or a point by itself or with its theme, section by section."""
        found = [*self._changes.get(target, ())]
        if target.kind is TargetKind.PASSAGE:
            theme = Target.theme(self._theme_of.get(target.id, ""))
            found += self._changes.get(theme, ())
        joined: dict[Section, dict[str, None]] = {}
        for change in found:
            joined.setdefault(change.section, {}).update(dict.fromkeys(change.sentences))
        return tuple(Change(section, tuple(said)) for section, said in joined.items())

    @cached_property
    def _members(self) -> dict[str, tuple[str, ...]]:
        return {
            key: points
            for key, theme in self._themes.items()
            if (points := tuple(p for p in theme.passages if p in self.passages))
        }

    @cached_property
    def _by_code(self) -> dict[str | None, list[Item]]:
        found: defaultdict[str | None, list[Item]] = defaultdict(list)
        for item in self.items:
            for code in item.codes:
                found[code].append(item)
        return dict(found)

    def _theme(self, key: str, points: tuple[str, ...]) -> Item:
        theme, target = self._themes[key], Target.theme(key)
        said = [self.handled[p] for p in points if p in self.handled]
        own = self.handlings.themes.get(key)
        return Item(
            target,
            theme.label,
            (self._known(theme.code),),
            points,
            Handled(own) if own else None,
            exceptions=sum(one.via in (Via.OWN, Via.EARLIER) for one in said),
            open=len(points) - sum(one.answered for one in said),
            to_check=sum(one.via in _TO_CHECK for one in said),
            sections=tuple(change.section.id for change in self.changes(target)),
        )

    def _point(self, passage: Passage) -> Item:
        handled = self.handled.get(passage.id)
        codes = [passage.code] + [a.code for a in passage.assignments if a.origin is Origin.PERSON]
        target = Target.passage(passage.id)
        return Item(
            target,
            passage.text,
            tuple(dict.fromkeys(map(self._known, codes))),
            (passage.id,),
            handled,
            exceptions=0,
            open=int(handled is None or not handled.answered),
            to_check=int(handled is not None and handled.via in _TO_CHECK),
            sections=tuple(change.section.id for change in self.changes(target)),
        )

    def _known(self, code: str | None) -> str | None:
        return code if code in self._codebook else None


def _wants_reason(handling: Handling) -> bool:
    return handling.disposition in WANT_REASON and not handling.text


def _changes(handlings: Handlings) -> dict[Target, list[Change]]:
    """What each target led to, in the order of the strategy's text."""
    found: defaultdict[Target, list[Change]] = defaultdict(list)
    for section in handlings.sections:
        wording = handlings.wordings.get(section.id)
        sentences: defaultdict[Target, list[str]] = defaultdict(list)
        for source in wording.sources if wording else ():
            sentences[source.target] += [source.sentence] if source.sentence else []
        for target, said in sentences.items():
            found[target].append(Change(section, tuple(said)))
    return dict(found)
