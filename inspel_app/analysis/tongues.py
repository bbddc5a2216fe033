"""Points in languages that little was learnt of, beside those that can be told apart.

Nothing tells what they are like. One joins others where it speaks of several of the same things, by
names as "Inlandsbanan"; the rest are together for their language alone, and their name says so.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache

from inspel_app.analysis.strangeness import UNKNOWN
from inspel_app.domain.coding import Passage, Theme
from inspel_app.i18n import _

_ENOUGH = 2
"""A point fits where it has so many of the subjects that others share."""

Subjects = Callable[[Sequence[Passage]], AbstractSet[str]]
"""The subjects that several points share; of one alone, those that it speaks of."""


class Tongues:
    """Tells strange points, and gathers them."""

    def __init__(self, language: Callable[[str], str], name: Callable[[str], str]) -> None:
        """`language` tells what a strange text is in, empty for others; `name` is its name."""
        self._language, self._name = cache(language), name

    def is_strange(self, passage: Passage) -> bool:
        """Whether too little was learnt of the words of a point."""
        return bool(self._language(passage.text))

    def freed(self, earlier: Iterable[Theme], passages: Iterable[Passage]) -> list[Theme]:
        """Themes of before, less the strange points that the machine put among others."""
        strange = {p.id for p in passages if self.is_strange(p)}
        return [
            theme
            if theme.kept or strange.issuperset(theme.passages)
            else replace(theme, passages=tuple(p for p in theme.passages if p not in strange))
            for theme in earlier
        ]

    def gathered(
        self, groups: Sequence[Sequence[Passage]], strange: Sequence[Passage], subjects: Subjects
    ) -> list[list[Passage]]:
        """Groups with the strange points that fit, and then those of the rest by language.

        What is in no language that is known stands alone.
        """
        joined = [list(group) for group in groups]
        shared = [subjects(group) for group in groups if strange]
        apart: dict[str, list[Passage]] = defaultdict(list)
        for passage in strange:
            own = subjects([passage])
            fits = [len(own & one) for one in shared]
            most = max(fits, default=0)
            language = self._language(passage.text)
            if most >= _ENOUGH:
                joined[fits.index(most)].append(passage)
            else:
                apart[passage.id if language == UNKNOWN else language].append(passage)
        return [*joined, *apart.values()]

    def title(self, passages: Sequence[Passage]) -> str:
        """What points are called that are all in one strange language; empty for others."""
        languages = {self._language(p.text) for p in passages}
        if len(languages) > 1 or not languages.isdisjoint({"", UNKNOWN}):
            return ""
        return _("Synpunkter på {language}").format(language=self._name(*languages))
