"""The handling as a window needs it: in memory, and renewed at once when something is said.

    desk = Desk.read(project)
    desk = desk.renewed(project) or Desk.read(project)

`renewed` reads what is said of what changed since; the points themselves are read only by `read`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from inspel_app.domain.coding import Codebook, Theme
from inspel_app.domain.form import ActorType
from inspel_app.domain.handling import (
    Disposition,
    Handling,
    Handlings,
    Reason,
    Section,
    Source,
    State,
    Target,
    TargetKind,
    Via,
    Wording,
)
from inspel_app.domain.synthesis import Quotation
from inspel_app.services.outcome import Asked, asked
from inspel_app.services.rounds import codebook_of, form_of
from inspel_app.store.project import Project
from inspel_app.synthesis.handled import Board, Item, Tally
from inspel_app.synthesis.material import Material, place_names
from inspel_app.synthesis.words import respondent_name


class Show(StrEnum):
    """Which themes and single points to show."""

    ALL = "alla"
    OPEN = "ohanterade"
    """Those that have no answer, in whole or in part."""
    DRAFT = "utkast"
    REVIEWED = "granskade"
    DECIDED = "beslutade"
    TO_CHECK = "att-se-over"
    """Those with points that nobody has looked at since they came to their answer."""


__all__ = ["Answer", "Asked", "Desk", "Item", "Line", "Show", "Voice", "shows"]

Value = TypeVar("Value")

_BY_ITSELF = {Via.OWN, Via.EARLIER}
_STATES = {Show.DRAFT: State.DRAFT, Show.REVIEWED: State.REVIEWED, Show.DECIDED: State.DECIDED}


@dataclass(frozen=True, slots=True)
class Line:
    """An item in a list: its part of the strategy, from how many inspel it comes, and from whom.

    `sender` is empty where it comes from several. `within` is true for a point below
    its theme, `opened` for a theme whose points are shown.
    """

    item: Item
    part: str
    inspel: int
    sender: str
    within: bool = False
    opened: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """A point in its own words, with who said it and how it is handled."""

    quotation: Quotation
    item: Item


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said alike of some items; empty where they differ, or nothing is said.

    `state` is None also where not all have an answer; `own` is whether any is answered by itself.
    """

    disposition: Disposition | None
    text: str
    reason: str | None
    responsible: str
    state: State | None
    own: bool

    @classmethod
    def of(cls, items: Sequence[Item]) -> "Answer":
        """What items have in common."""
        said = [item.handled.handling if item.handled else Handling(item.target) for item in items]
        answered = all(one.disposition is not None for one in said)
        return cls(
            _alike(one.disposition for one in said),
            _alike(one.text for one in said) or "",
            _alike(one.reason for one in said),
            _alike(one.responsible for one in said) or "",
            _alike(one.state for one in said) if answered else None,
            any(item.handled and item.handled.via in _BY_ITSELF for item in items),
        )


@dataclass(frozen=True)
class Desk:
    """All points that count, and what is said of them; what was read is never changed.

    `themes` are by id; `change` is the number of the last change that it knows of.
    """

    codebook: Codebook
    material: Material
    themes: Mapping[str, Theme]
    board: Board
    reasons: tuple[Reason, ...]
    change: int

    @classmethod
    def read(cls, project: Project) -> "Desk":
        """Everything, as it is now."""
        change = project.last_change()
        codebook, submissions, themes = (
            codebook_of(project),
            project.submissions(),
            project.themes(),
        )
        points = project.passages()
        board = Board.made_of(codebook, submissions, points, themes, project.handlings())
        material = Material(submissions, place_names(form_of(project), codebook))
        by_id = {theme.id: theme for theme in themes}
        desk = cls(codebook, material, by_id, board, project.reasons(), change)
        _kept = desk.tally, desk.headway, desk._lines, desk._items  # nobody need wait for them
        return desk

    def renewed(self, project: Project) -> "Desk | None":
        """The same points with what is said of them now; None where the points are others now."""
        change, told = project.last_change(), project.told_since(self.change)
        if told.whole or not self._has_still(project, told.themes):
            return None
        handlings = self.handlings.renewed(project.handlings(told.targets), told.targets)
        board = self.board.renewed(handlings, told.targets)
        desk = replace(self, board=board, reasons=project.reasons(), change=change)
        vars(desk).update(self._alike(board))
        return desk

    def _has_still(self, project: Project, themes: Collection[str]) -> bool:
        """Whether some themes are what they were, whoever keeps them now."""
        now = {theme.id: theme for theme in project.themes([*map(Target.theme, themes)])}
        return all(_told(now.get(key)) == _told(self.themes.get(key)) for key in {*themes, *now})

    def _alike(self, board: Board) -> dict[str, object]:
        """What need not be worked out anew for a board of the same points."""
        items, lines, headway = {**self._items}, {**self._lines}, {**self.headway}
        for old, new in zip(self.board.items, board.items, strict=True):
            if old is not new:
                items[new.target] = new
                lines[new.target] = replace(lines[new.target], item=new)
                for code in self._above(new):
                    answered, points = headway[code]
                    headway[code] = answered + old.open - new.open, points
        return {"_items": items, "_lines": lines, "headway": headway}

    @property
    def handlings(self) -> Handlings:
        """What is said of all points and themes."""
        return self.board.handlings

    @cached_property
    def _items(self) -> dict[Target, Item]:
        return {item.target: item for item in self.board.items}

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Who is responsible for anything, by name."""
        said = [*self.handlings.passages.values(), *self.handlings.themes.values()]
        return tuple(sorted({one.responsible for one in said if one.responsible}))

    def item(self, target: Target) -> Item | None:
        """A theme or a point; None if it is no longer there, or does not count."""
        found = self._items.get(target)
        if found is None and target.kind is TargetKind.PASSAGE and target.id in self.board.passages:
            return self.board.item(target)
        return found

    def theme_of(self, item: Item) -> Item | None:
        """The theme that a point is in."""
        theme = self.board.theme_of(item.target.id)
        return self._items.get(Target.theme(theme)) if theme else None

    def below(self, code: str) -> set[str]:
        """A part of the strategy and all parts below it."""
        found, left = {code}, [code]
        while left:
            children = [child.id for child in self.codebook.children(left.pop())]
            found.update(children)
            left += children
        return found

    def found(
        self,
        code: str | None = None,
        me: str | None = None,
        text: str = "",
        kind: ActorType | None = None,
    ) -> Sequence[Item]:
        """What is asked for, however far it has come, in the strategy's order.

        `code` stands for all below it too; `me` is who is responsible, or has answered where
        nobody is. `text` stands in the name, or in some point, in capitals or not. A respondent of
        the `kind` says so, or some point of it.
        """
        sought, found = text.strip().casefold(), self.board.items
        if code:
            codes = self.below(code)
            found = tuple(i for i in found if not codes.isdisjoint(filter(None, i.codes)))
        if me is not None:
            found = tuple(item for item in found if _whose(item) == me)
        if kind is not None:
            found = tuple(item for item in found if self._said_by(item, kind))
        if sought:
            found = tuple(item for item in found if self._holds(item, sought))
        return found

    def lines(self, items: Iterable[Item], opened: Collection[Target]) -> list[Line]:
        """Items as a list shows them, the points of the opened themes below these."""
        found = []
        for item in items:
            line = self._lines.get(item.target) or self._line(item)
            if item.target in opened:
                points = self.board.points(item.target.id)
                found.append(replace(line, opened=True))
                found += [replace(self._line(point), within=True) for point in points]
            else:
                found.append(line)
        return found

    @cached_property
    def _lines(self) -> dict[Target, Line]:
        return {item.target: self._line(item) for item in self.board.items}

    @property
    def tally(self) -> Tally:
        """How far the whole has come."""
        return self.board.tally()

    @cached_property
    def headway(self) -> dict[str, tuple[int, int]]:
        """How many points of each part of the strategy and those below have an answer, and all."""
        found: dict[str, tuple[int, int]] = {}
        for item in self.board.items:
            points = len(item.passages)
            for code in self._above(item):
                answered, of = found.get(code, (0, 0))
                found[code] = answered + points - item.open, of + points
        return found

    def _above(self, item: Item) -> set[str]:
        """The parts of the strategy that an item is told under, and those above them."""
        found = set[str]()
        for code in item.codes:
            above = code
            while above is not None:
                found.add(above)
                above = self.codebook[above].parent
        return found

    def voices(self, item: Item) -> list[Voice]:
        """The points of an item in their own words, the most typical first."""
        theme = item.target.kind is TargetKind.THEME
        points = self.board.points(item.target.id) if theme else (item,)
        passages = self.board.passages
        return [
            Voice(self.material.quote(passages[one.target.id], one.text), one) for one in points
        ]

    def section_for(self, code: str | None) -> Section | None:
        """The first section about a part of the strategy, or about what is above it."""
        while code is not None:
            for section in self.handlings.sections:
                if section.code == code:
                    return section
            code = self.codebook[code].parent
        return None

    def wording(self, section: str) -> Wording | None:
        """The new wording of a section, by its id."""
        return self.handlings.wordings.get(section)

    def asked(self, section: str, sentence: str) -> tuple[Asked, ...]:
        """The points that led to a sentence of a section's new wording."""
        return asked(self.board, self.material, section, sentence)

    def source(self, section: str, sentence: str, point: Target) -> Source | None:
        """By what a point led to a sentence: by itself or its theme, to it or to the whole."""
        theme = self.board.theme_of(point.id)
        led = {point, Target.theme(theme)} if theme else {point}
        wording = self.wording(section)
        sources = [s for s in wording.sources if s.target in led] if wording else []
        exact = [source for source in sources if source.sentence == sentence]
        whole = [source for source in sources if not source.sentence]
        return next(iter([*exact, *whole]), None)

    def _holds(self, item: Item, text: str) -> bool:
        points = (self.board.passages[key].text for key in item.passages)
        return text in item.text.casefold() or any(text in one.casefold() for one in points)

    def _said_by(self, item: Item, kind: ActorType) -> bool:
        inspel = (self.material.by_id[self.board.passages[p].submission] for p in item.passages)
        return any(one.respondent.type is kind for one in inspel)

    def _line(self, item: Item) -> Line:
        inspel = {self.board.passages[p].submission for p in item.passages}
        sender = (
            respondent_name(self.material.by_id[next(iter(inspel))]) if len(inspel) == 1 else ""
        )
        return Line(item, self._part(item.codes[0]), len(inspel), sender)

    def _part(self, code: str | None) -> str:
        """A part of the strategy by its number, or its name where it has none."""
        if code is None or code[:1].isdigit():
            return code or ""
        return self.codebook[code].title


def shows(show: Show, item: Item) -> bool:
    """Whether an item is among those to show."""
    match show:
        case Show.ALL:
            return True
        case Show.OPEN:
            return item.open > 0
        case Show.TO_CHECK:
            return item.to_check > 0
    said = item.handled
    return said is not None and said.answered and said.handling.state is _STATES[show]


def _told(theme: Theme | None) -> tuple[object, ...]:
    """What the handling tells of a theme."""
    return (theme.code, theme.label, theme.passages) if theme else ()


def _whose(item: Item) -> str:
    if item.handled is None:
        return ""
    return item.handled.handling.responsible or item.handled.handling.person


def _alike(values: Iterable[Value]) -> Value | None:
    distinct = set(values)
    return distinct.pop() if len(distinct) == 1 else None
