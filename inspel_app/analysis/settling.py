"""New themes beside those that are there: what people made stands, and little moves of the rest."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from inspel_app.domain.coding import Theme

_SETTLED = 0.75
"""Where so many of the points on a matter had a theme before, they stay in it."""

Groups = Sequence[Sequence[str]]
"""Passage ids that the machine finds alike."""


class Anchors:
    """The themes that points stay in: first of all those that people made."""

    def __init__(
        self,
        kept: Iterable[Theme],
        earlier: Sequence[Theme],
        decided: Mapping[str, str | None] | None = None,
    ) -> None:
        """`kept`: themes that people made; `earlier`: all that there were.

        `decided` are the codes that people have given points. A point alone in its theme that has
        got another code than the theme had is gathered anew.
        """
        kept = list(kept)
        self.themes = {theme.id: theme for theme in [*earlier, *kept]}
        self._closed = {theme.id for theme in kept if theme.pinned}
        self._held = {p: theme.id for theme in kept for p in theme.passages}
        self._before = {p: theme.id for theme in earlier for p in theme.passages}
        self._moved = {
            p
            for theme in earlier
            for p in theme.passages
            if len(theme.passages) == 1 and (decided or {}).get(p, theme.code) != theme.code
        }

    def settle(self, groups: Groups) -> list[tuple[str | None, list[str]]]:
        """Groups on one matter, as they are when what is settled stays: theme id, passages.

        Points without a theme join the one that most of their group are in, if most are in any.
        """
        everything = [p for group in groups for p in group]
        settled_before = self._settled_before(everything)
        few_are_new = len(settled_before) >= _SETTLED * len(everything)
        stays = settled_before | self._held if few_are_new else self._held
        settled: dict[str, list[str]] = {}
        loose: list[tuple[str | None, list[str]]] = []
        for group in groups:
            free = [p for p in group if p not in stays]
            for p in group:
                if p in stays:
                    settled.setdefault(stays[p], []).append(p)
            home = self._home(group, stays)
            if home is not None:
                settled.setdefault(home, []).extend(free)
            elif free:
                loose.append((None, free))
        return [*settled.items(), *loose]

    def _settled_before(self, points: Sequence[str]) -> dict[str, str]:
        """The earlier themes of a matter's points, where most of a theme is still on it."""
        before = [p for p in points if p in self._before and p not in self._moved]
        shared = Counter(self._before[p] for p in before)
        return {
            p: self._before[p]
            for p in before
            if 2 * shared[self._before[p]] > len(self.themes[self._before[p]].passages)
        }

    def _home(self, group: Sequence[str], stays: Mapping[str, str]) -> str | None:
        votes = Counter(stays[p] for p in group if p in stays)
        if 2 * votes.total() < len(group):
            return None
        open_to = [(theme, n) for theme, n in votes.most_common() if theme not in self._closed]
        return open_to[0][0] if open_to else None

    def named(self, groups: Iterable[tuple[str | None, list[str]]]) -> list[tuple[str, list[str]]]:
        """The groups with the ids of the themes that they are; one theme may come in parts.

        A new group is the earlier theme of which it holds most, if that is more than half of
        either; other groups get numbers that no theme has had.
        """
        whole: dict[str, list[str]] = {}
        new: list[list[str]] = []
        for theme, group in groups:
            if theme is None:
                new.append(group)
            else:
                whole.setdefault(theme, []).extend(group)
        number = max((int(t[1:]) for t in self.themes if t[1:].isdigit()), default=0)
        for group in sorted(new, key=lambda g: (-len(g), g)):
            theme = self._same(group, taken=whole)
            if theme is None:
                number += 1
                theme = f"t{number}"
            whole[theme] = group
        return list(whole.items())

    def _same(self, group: Sequence[str], taken: Mapping[str, object]) -> str | None:
        votes = Counter(self._before[p] for p in group if p in self._before)
        for theme, shared in votes.most_common():
            smaller = min(len(group), len(self.themes[theme].passages))
            if theme not in taken and 2 * shared > smaller:
                return theme
        return None
