"""Assigned passages -> themes: those that say the same kind of thing on one matter."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from inspel_app.analysis.asides import is_aside
from inspel_app.analysis.contrast import ContrastEmbedder
from inspel_app.analysis.lore import Lore
from inspel_app.analysis.protocols import Clusterer, Vectors
from inspel_app.analysis.settling import Anchors
from inspel_app.analysis.swedish import Swedish
from inspel_app.analysis.theme_telling import Group, Teller, code_order
from inspel_app.analysis.tongues import Tongues
from inspel_app.domain.actor_requests import concerns_actors
from inspel_app.domain.coding import Origin, Passage, Theme

VERSION = 6
"""Counted up when the same points make other themes, or give them other names, than before."""
_ALONE = 0.05
"""A point that is no more like the others of its group stands alone."""


class ThemeMaker:
    """Makes themes by an embedder and a clusterer, beside those that people have made."""

    def __init__(
        self,
        embedder: ContrastEmbedder,
        clusterer: Clusterer,
        lore: Callable[[str | None], Lore],
        swedish: Swedish,
        tongues: Tongues,
    ) -> None:
        """`lore` is what a codebook tells of a matter, `swedish` what names are found with."""
        self._embedder, self._clusterer = embedder, clusterer
        self._lore, self._swedish, self._tongues = lore, swedish, tongues

    def make(
        self,
        passages: Sequence[Passage],
        matters: Sequence[str | None],
        earlier: Sequence[Theme] = (),
    ) -> list[Theme]:
        """Themes by code (the whole last) and then by size; those alone are themes of one.

        The order of the passages changes nothing. What says nothing on the matter, or asks for
        actors to be listed, is in no theme, unless a person has put it in one.

        Args:
            passages: All points that may be in themes.
            matters: The matter of each.
            earlier: The themes that there were. Those that people made stay as they are; the
                others give their ids to what they become, and keep their points where few are new.
        """
        earlier = self._tongues.freed(earlier, passages)
        decided = {
            p.id: p.code for p in passages if any(a.origin is Origin.PERSON for a in p.assignments)
        }
        anchors = Anchors([theme for theme in earlier if theme.kept], earlier, decided)
        held = {p for theme in earlier if theme.kept for p in theme.passages}
        spoken = [
            (p, matter)
            for p, matter in zip(passages, matters, strict=True)
            if p.id in held or not is_aside(p)
        ]
        by_matter: dict[str | None, list[Passage]] = defaultdict(list)
        for passage, matter in sorted(spoken, key=lambda s: s[0].id):
            by_matter[matter].append(passage)
        by_id = {p.id: p for points in by_matter.values() for p in points}
        teller = self._teller({p: m for m, points in by_matter.items() for p in points})
        groups: list[tuple[str | None, list[str]]] = []
        for matter in sorted(by_matter, key=code_order):
            groups += anchors.settle(self._alike(by_matter[matter], matter, teller))
        themes = teller.themes(
            Group(key, [by_id[p] for p in group], anchors.themes.get(key))
            for key, group in anchors.named(groups)
        )
        return sorted(themes, key=lambda t: (code_order(t.code), -len(t.passages), _number(t.id)))

    def _teller(self, passages: Mapping[Passage, str | None]) -> Teller:
        in_order = {p: passages[p] for p in sorted(passages, key=lambda p: p.id)}
        embedder = self._embedder
        return Teller(
            in_order,
            self._lore,
            embedder.encoder,
            embedder.contents,
            self._swedish,
            self._tongues,
        )

    def _alike(
        self, passages: Sequence[Passage], matter: str | None, teller: Teller
    ) -> list[list[str]]:
        """The ids of the points that are alike, group by group; those alone come last.

        What little was learnt of is only gathered by what it names, or by its language.
        """
        strange = [p for p in passages if self._tongues.is_strange(p)]
        together, alone = self._groups([p for p in passages if p not in strange], matter, teller)
        groups = [*self._tongues.gathered(together, strange, teller.subjects_of), *alone]
        told = ([p.id for p in group if not concerns_actors(p)] for group in groups)
        return [group for group in told if group]

    def _groups(
        self, passages: Sequence[Passage], matter: str | None, teller: Teller
    ) -> tuple[list[list[Passage]], list[list[Passage]]]:
        """Groups of points that are alike, and those alone.

        Alone is a point that has no subject in common with its group, nor any likeness to it.
        """
        vectors = self._embedder.embed([p.text for p in passages], self._lore(matter).examples)
        groups: dict[int, list[int]] = defaultdict(list)
        for row, number in enumerate(self._clusterer.cluster(vectors)):
            groups[number].append(row)
        together: list[list[Passage]] = []
        alone: list[list[Passage]] = []
        for rows in groups.values():
            shared = teller.shares([passages[row] for row in rows])
            fits = [
                s or like > _ALONE for s, like in zip(shared, _likeness(vectors[rows]), strict=True)
            ]
            together.append([passages[row] for row, fit in zip(rows, fits, strict=True) if fit])
            alone += [[passages[r]] for r, fit in zip(rows, fits, strict=True) if not fit]
        return [group for group in together if group], alone


def _likeness(vectors: Vectors) -> Vectors:
    """How like each row is to the middle of the others; 1 for a row alone."""
    if len(vectors) == 1:
        return np.ones(1, np.float32)
    middle = (vectors.sum(axis=0) - vectors) / (len(vectors) - 1)
    return np.asarray(np.round((vectors * middle).sum(axis=1), 6), np.float32)


def _number(key: str) -> tuple[int, str]:
    return len(key), key
