"""The points that can be handled and their themes, whatever is said of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from inspel_app.domain.coding import Codebook, Mark, Origin, Passage, Theme
from inspel_app.domain.form import Submission
from inspel_app.domain.handling import Target, TargetKind
from inspel_app.synthesis.counting import uncounted, undecided
from inspel_app.synthesis.theme_homes import at_home


class Points:
    """A round's points: those that count by id, and the themes that these are told in.

    `waiting` are the inspel, by number, whose points are left out as they may be copies of others,
    until a person decides.
    """

    def __init__(
        self,
        codebook: Codebook,
        submissions: Sequence[Submission],
        passages: Sequence[Passage],
        themes: Sequence[Theme],
    ) -> None:
        copies = undecided(submissions)
        out = {*uncounted(submissions), *(s.id for s in copies)}
        said = [p for p in passages if p.submission not in out and p.mark is not Mark.NO_POINT]
        self.waiting = tuple(s.number for s in copies)
        self.counted = {p.id: p for p in said}
        self.themes = {t.id: t for t in at_home(themes, said)}
        self.theme_of = {p: t.id for t in themes for p in t.passages}
        """By any point, also one that does not count."""
        self.members = {
            key: points
            for key, theme in self.themes.items()
            if (points := tuple(p for p in theme.passages if p in self.counted))
        }
        """The points of each theme that count, the most typical first."""
        self._passages, self._codebook = passages, codebook

    @cached_property
    def of_answer(self) -> dict[str, list[Passage]]:
        """All points by the answers that they are part of, also those that do not count."""
        found: defaultdict[str, list[Passage]] = defaultdict(list)
        for passage in self._passages:
            found[passage.answer].append(passage)
        return dict(found)

    @cached_property
    def ids(self) -> frozenset[str]:
        """All points, also those that do not count."""
        return frozenset(passage.id for passage in self._passages)

    @cached_property
    def order(self) -> tuple[Target, ...]:
        """Themes and single points in the strategy's order, what concerns no part of it last."""
        themes = [key for key, points in self.members.items() if len(points) > 1]
        shared = {p for key in themes for p in self.members[key]}
        targets = [Target.theme(key) for key in themes]
        targets += [Target.passage(key) for key in self.counted if key not in shared]
        order = {code.id: n for n, code in enumerate(self._codebook.codes)}
        last = len(order)
        return tuple(sorted(targets, key=lambda t: order.get(self.codes(t)[0] or "", last)))

    @cached_property
    def place(self) -> dict[Target, int]:
        """Where each stands in that order."""
        return {target: n for n, target in enumerate(self.order)}

    def codes(self, target: Target) -> tuple[str | None, ...]:
        """The parts of the strategy that a theme or a point is told under, the first first."""
        if target.kind is TargetKind.THEME:
            return (self._known(self.themes[target.id].code),)
        passage = self.counted[target.id]
        codes = [passage.code] + [a.code for a in passage.assignments if a.origin is Origin.PERSON]
        return tuple(dict.fromkeys(map(self._known, codes)))

    def themes_of(self, passages: Iterable[Passage]) -> list[Theme]:
        """The themes that hold some of the points."""
        keys = dict.fromkeys(self.theme_of[p.id] for p in passages if p.id in self.theme_of)
        return [self.themes[key] for key in keys]

    def told_in(self, passage: str) -> str | None:
        """The theme of two points or more that a point is told in, by its id."""
        theme = self.theme_of.get(passage, "")
        return theme if len(self.members.get(theme, ())) > 1 else None

    def _known(self, code: str | None) -> str | None:
        return code if code in self._codebook else None
