"""Assigned passages -> themes: those that say the same kind of thing on one matter."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from inspel_app.analysis.asides import is_aside
from inspel_app.analysis.contrast import ContrastEmbedder
from inspel_app.analysis.labels import Labeller
from inspel_app.analysis.protocols import Clusterer, Vectors
from inspel_app.analysis.requests import asked_in, phrase_of
from inspel_app.analysis.settling import Anchors
from inspel_app.analysis.subjects import Subjects
from inspel_app.domain.coding import Passage, Request, Theme

_REQUESTS = 2
_SAME = 0.75
"""With so many of its points there before, a theme keeps its name."""

Examples = Callable[[str | None], Sequence[str]]
"""The texts that a codebook gives as examples of a matter."""


class ThemeMaker:
    """Makes themes by an embedder and a clusterer, beside those that people have made."""

    def __init__(
        self, embedder: ContrastEmbedder, clusterer: Clusterer, examples: Examples
    ) -> None:
        self._embedder, self._clusterer, self._examples = embedder, clusterer, examples

    def make(
        self,
        passages: Sequence[Passage],
        matters: Sequence[str | None],
        earlier: Sequence[Theme] = (),
    ) -> list[Theme]:
        """Themes by code (the whole last) and then by size; those alone are themes of one.

        The order of the passages changes nothing. What says nothing on the matter is in no theme,
        unless a person has put it in one.

        Args:
            passages: All points that may be in themes.
            matters: The matter of each.
            earlier: The themes that there were. Those that people made stay as they are; the
                others give their ids to what they become, and keep their points where few are new.
        """
        anchors = Anchors([theme for theme in earlier if theme.kept], earlier)
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
        teller = _Teller([by_id[key] for key in sorted(by_id)])
        groups: list[tuple[str | None, list[str]]] = []
        for matter in sorted(by_matter, key=_code_order):
            groups += anchors.settle(self._alike(by_matter[matter], matter, teller))
        themes = [
            teller.theme(key, [by_id[p] for p in group], anchors.themes.get(key))
            for key, group in anchors.named(groups)
        ]
        return sorted(themes, key=lambda t: (_code_order(t.code), -len(t.passages), _number(t.id)))

    def _alike(
        self, passages: Sequence[Passage], matter: str | None, teller: "_Teller"
    ) -> list[list[str]]:
        """The ids of the points that are alike, group by group; those alone come last.

        Alone is a point that has no subject in common with its group, nor any likeness to it.
        """
        vectors = self._embedder.embed([p.text for p in passages], self._examples(matter))
        groups: dict[int, list[int]] = defaultdict(list)
        for row, number in enumerate(self._clusterer.cluster(vectors)):
            groups[number].append(row)
        together: list[list[str]] = []
        alone: list[list[str]] = []
        for rows in groups.values():
            shared = teller.shares([passages[row].text for row in rows])
            fits = [s or like > 0 for s, like in zip(shared, _likeness(vectors[rows]), strict=True)]
            together.append([passages[row].id for row, fit in zip(rows, fits, strict=True) if fit])
            alone += [[passages[r].id] for r, fit in zip(rows, fits, strict=True) if not fit]
        return [group for group in together if group] + alone


class _Teller:
    """Tells what groups of points say, against the background of all of them."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._subjects = Subjects([p.text for p in passages], _names(passages))
        self._labeller = Labeller(self._subjects)

    def shares(self, texts: Sequence[str]) -> list[bool]:
        """Whether each text has a subject in common with others of its group."""
        common = set(self._labeller.common(texts))
        return [not common.isdisjoint(self._subjects.of(text)) for text in texts]

    def theme(self, key: str, passages: Sequence[Passage], before: Theme | None) -> Theme:
        """The theme that the points make; a person's own label and pin stay."""
        texts = [p.text for p in sorted(passages, key=lambda p: p.id)]
        title, keywords = self._labeller.label(texts)
        worth, named = self._labeller.worth(texts), set(self._labeller.named(texts))

        def told(text: str) -> float:
            return sum(worth.get(subject, 0.0) for subject in self._subjects.of(text))

        def named_in(phrase: str) -> float:
            return told(phrase) if not named or named & self._subjects.of(phrase) else 0.0

        ordered = sorted(passages, key=lambda p: (-told(p.text) / len(p.text.split()) ** 0.5, p.id))
        asked = asked_in([p.text for p in ordered], told)
        requests = tuple(Request(ordered[a.text].id, a.sentence) for a in asked[:_REQUESTS])
        name = before.label if before and _is_named(before, passages) else None
        return Theme(
            id=key,
            code=_code_of(passages),
            label=name or phrase_of(asked, named_in) or title,
            keywords=keywords,
            passages=tuple(p.id for p in ordered),
            requests=requests,
            kept=before is not None and before.kept,
            pinned=before is not None and before.pinned,
        )


def _is_named(before: Theme, passages: Sequence[Passage]) -> bool:
    """Whether a theme's name stands: a person gave it, or most points are those that it named."""
    same = len(set(before.passages).intersection(p.id for p in passages))
    return before.kept or same >= _SAME * len(passages)


def _likeness(vectors: Vectors) -> Vectors:
    """How like each row is to the middle of the others; 1 for a row alone."""
    if len(vectors) == 1:
        return np.ones(1, np.float32)
    middle = (vectors.sum(axis=0) - vectors) / (len(vectors) - 1)
    return np.asarray(np.round((vectors * middle).sum(axis=1), 6), np.float32)


def _names(passages: Iterable[Passage]) -> set[str]:
    """The words that name organisations; a company's first word often names a thing too."""
    named = {a.text for p in passages for a in p.actors if not a.text.endswith(" AB")}
    return {word for name in named for word in name.split() if word[0].isupper()}


def _code_of(passages: Sequence[Passage]) -> str | None:
    """The code that most of the points concern, of several the first in order."""
    votes = Counter(p.code for p in passages)
    return min(votes, key=lambda code: (-votes[code], _code_order(code)))


def _code_order(code: str | None) -> tuple[bool, list[tuple[bool, int, str]]]:
    """Sorts 3.9 before 3.10, names after numbers, and None last."""
    parts = re.split(r"[.\s]", code or "")
    return code is None, [(not p.isdigit(), int(p) if p.isdigit() else 0, p) for p in parts]


def _number(key: str) -> tuple[int, str]:
    return len(key), key
