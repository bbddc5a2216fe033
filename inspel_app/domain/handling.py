"""What the authority does with each point, and the text of the strategy that comes out of it.

A point in a handled theme is handled as the theme is, unless it has a handling of its own.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar

from inspel_app.domain.coding import Passage, Theme

Value = TypeVar("Value")

_ENOUGH = 0.5
"""A point that was cut anew is what was handled before if so much of it was."""


class Disposition(StrEnum):
    """What becomes of a point."""

    MET = "beaktas"
    PARTLY = "beaktas-delvis"
    NOT_MET = "beaktas-inte"
    ELSEWHERE = "annat-sammanhang"
    """It belongs in another context than the strategy."""
    LATER = "restlista"
    """It waits for a later version."""


class State(StrEnum):
    """How far a handling has come."""

    DRAFT = "utkast"
    REVIEWED = "granskad"
    DECIDED = "beslutad"


class TargetKind(StrEnum):
    """What can be handled."""

    PASSAGE = "synpunkt"
    THEME = "tema"


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """What is handled, or what led to a new wording: a passage or a theme, by its id."""

    kind: TargetKind
    id: str

    @classmethod
    def passage(cls, key: str) -> "Target":
        """A passage, by its id."""
        return cls(TargetKind.PASSAGE, key)

    @classmethod
    def theme(cls, key: str) -> "Target":
        """A theme, by its id."""
        return cls(TargetKind.THEME, key)


@dataclass(frozen=True, slots=True)
class Handling:
    """What is said of one target; it is answered when it has a disposition.

    `text` is the reason in words, those of a reusable `reason` (by id) where it has one.
    `person` is who said it last. Where it is `withheld` there is an answer, but nobody has decided
    it, and those who read this are not told what it is.
    """

    target: Target
    disposition: Disposition | None = None
    text: str = ""
    reason: str | None = None
    responsible: str = ""
    state: State = State.DRAFT
    person: str = ""
    withheld: bool = False

    def unless_decided(self) -> "Handling":
        """It itself, or of an answer that nobody has decided only that there is one."""
        if self.state is State.DECIDED:
            return self
        answered = self.withheld or self.disposition is not None
        return Handling(self.target, state=self.state, withheld=answered)

    def says_as(self, other: "Handling") -> bool:
        """Whether both say the same, of whatever and by whomever."""
        return replace(self, target=other.target, person=other.person) == other


@dataclass(frozen=True, slots=True)
class Reason:
    """A text that can be used for many, under a title; `uses` are where it is used."""

    id: str
    title: str
    text: str
    uses: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the strategy's text as it is now; `level` is that of its heading, from 1.

    `code` is the part of the strategy that it is about.
    """

    id: str
    code: str | None
    heading: str
    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Source:
    """What led to a new wording: of one sentence of it, or ("") of the whole."""

    target: Target
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """A writer's new text of a section, and what led to it; `at` is when (ISO 8601)."""

    section: str
    text: str
    sources: tuple[Source, ...] = ()
    person: str = ""
    at: str = ""


class Via(StrEnum):
    """How a point comes by its handling."""

    OWN = "egen"
    THEME = "tema"
    ADDED = "tillkommen"
    """By its theme, into which the machine put it after people had handled that."""
    EARLIER = "tidigare"
    """From the point that it was part of before the answer was cut anew."""


@dataclass(frozen=True, slots=True)
class Handled:
    """How a point is handled, and by what; `theme` is the theme that it follows."""

    handling: Handling
    via: Via = Via.OWN
    theme: str | None = None

    @property
    def answered(self) -> bool:
        """Whether it is said what becomes of it, be it to others."""
        return self.handling.withheld or self.handling.disposition is not None


@dataclass(frozen=True)
class Handlings:
    """All that is said of passages and of themes, by their ids, and of points that are gone too.

    `places` are the themes in which people have put passages, by passage. `sections` are those of
    the strategy's text, `wordings` the new texts by section. Where `only_decided`, what nobody has
    decided is not in it, but that it is there.
    """

    passages: Mapping[str, Handling] = field(default_factory=dict)
    themes: Mapping[str, Handling] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    wordings: Mapping[str, Wording] = field(default_factory=dict)
    only_decided: bool = False

    def decided(self, passages: Sequence[Passage], themes: Sequence[Theme]) -> "Handlings":
        """What may be told to anybody: decided answers, and the new texts that these led to."""
        bare = replace(
            self,
            passages={key: said.unless_decided() for key, said in self.passages.items()},
            themes={key: said.unless_decided() for key, said in self.themes.items()},
            only_decided=True,
        )
        found, _lost = bare.resolve(passages, themes)
        points = (Target.passage(p) for p, said in found.items() if _is_decided(said.handling))
        gathered = (said.target for said in bare.themes.values() if _is_decided(said))
        return replace(bare, wordings=dict(_led_by({*points, *gathered}, self.wordings)))

    def about(self, passages: Iterable[str]) -> "Handlings":
        """The same with what is said of some passages alone, by id, and where people put them."""
        said, places = self.passages, self.places
        keys = set(passages)
        return replace(
            self,
            passages={key: said[key] for key in keys & said.keys()},
            places={key: places[key] for key in keys & places.keys()},
        )

    def renewed(self, said: "Handlings", told: Iterable[Target]) -> "Handlings":
        """What is `said`, of those that are told of; of all others what is said here."""
        passages, themes, places = {**self.passages}, {**self.themes}, {**self.places}
        for target in told:
            theme, key = target.kind is TargetKind.THEME, target.id
            _take(key, themes if theme else passages, said.themes if theme else said.passages)
            if not theme:
                _take(key, places, said.places)
        return replace(said, passages=passages, themes=themes, places=places)

    def of(self, target: Target) -> Handling | None:
        """What is said of the target itself."""
        found = self.themes if target.kind is TargetKind.THEME else self.passages
        return found.get(target.id)

    def resolve(
        self, passages: Sequence[Passage], themes: Iterable[Theme]
    ) -> tuple[dict[str, Handled], tuple[Handling, ...]]:
        """How each passage is handled, by id, and what is said of points that are nowhere now."""
        found = dict(self._said(passages, themes))
        here = {p.id for p in passages}
        gone = {key: said for key, said in self._all_said() if key not in here}
        taken = set()
        for key, earlier in _nearest(passages, gone).items():
            taken.add(earlier)
            said = replace(gone[earlier].handling, state=State.DRAFT)
            found.setdefault(key, replace(gone[earlier], handling=said, via=Via.EARLIER))
        lost = [self.passages[key] for key in gone if key in self.passages and key not in taken]
        if self.only_decided:
            found = {p: replace(s, handling=s.handling.unless_decided()) for p, s in found.items()}
        return found, tuple(lost)

    def _said(
        self, passages: Iterable[Passage], themes: Iterable[Theme]
    ) -> Iterator[tuple[str, Handled]]:
        theme_of = {p: t.id for t in themes if t.id in self.themes for p in t.passages}
        for passage in passages:
            theme = theme_of.get(passage.id)
            if passage.id in self.passages:
                yield passage.id, Handled(self.passages[passage.id], Via.OWN, theme)
            elif theme is not None:
                yield passage.id, self._inherited(passage.id, theme)

    def _inherited(self, passage: str, theme: str) -> Handled:
        """As the theme is; nobody has looked at a point that the machine put there since."""
        said = self.themes[theme]
        if self.places.get(passage) == theme:
            return Handled(said, Via.THEME, theme)
        return Handled(replace(said, state=State.DRAFT), Via.ADDED, theme)

    def _all_said(self) -> Iterator[tuple[str, Handled]]:
        """How each point is or was handled, by what people said of it or put it in."""
        for key, theme in self.places.items():
            if theme in self.themes and key not in self.passages:
                yield key, Handled(self.themes[theme], Via.THEME, theme)
        for key, handling in self.passages.items():
            yield key, Handled(handling)


def _take(key: str, into: dict[str, Value], said: Mapping[str, Value]) -> None:
    """Say of one what is said there, be it nothing."""
    into.pop(key, None)
    if key in said:
        into[key] = said[key]


UNHANDLED = Handlings()
"""Nothing is said of anything."""


def _is_decided(said: Handling) -> bool:
    return said.disposition is not None and said.state is State.DECIDED


def _led_by(
    targets: Collection[Target], wordings: Mapping[str, Wording]
) -> Iterator[tuple[str, Wording]]:
    """The new texts that some of the targets led to, with these as their sources."""
    for section, wording in wordings.items():
        sources = tuple(s for s in wording.sources if s.target in targets)
        if sources:
            yield section, replace(wording, sources=sources)


def range_of(passage: str) -> tuple[str, int, int]:
    """The answer that a passage, by its id, is part of, and where in its text it stood."""
    answer, _colon, place = passage.rpartition(":")
    start, end = place.split("-")
    return answer, int(start), int(end)


def _nearest(passages: Iterable[Passage], gone: Iterable[str]) -> dict[str, str]:
    """For each passage that is for the most part a point that is gone, which one."""
    earlier: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for key in gone:
        answer, start, end = range_of(key)
        earlier[answer].append((start, end, key))
    found = {}
    for passage in passages:
        if passage.answer not in earlier:
            continue
        length, key = max(
            (min(end, passage.end) - max(start, passage.start), key)
            for start, end, key in earlier[passage.answer]
        )
        if length >= _ENOUGH * (passage.end - passage.start):
            found[passage.id] = key
    return found
