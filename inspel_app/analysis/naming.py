"""What a theme is called: of all that could name it, what comes nearest to all of its texts."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import numpy as np

from inspel_app.analysis.contents import ContentWords
from inspel_app.analysis.protocols import Embedder, Vectors
from inspel_app.analysis.words import content_stems

_REQUEST, _MATTER, _PIECE = 1.35, 1.0, 0.8
"""How gladly a theme is named by what is asked, by its matter, and by a piece of one text."""
_ONE_WORD = 0.6
_OTHERS = 0.5
"""What it counts that a name comes as near to the other texts on the matter."""


class Candidates(NamedTuple):
    """What could name a theme.

    `requests` say what is asked and `pieces` are phrases around nouns, both of the texts; `terms`
    are the codebook's for the matter, and `title` is made of the words that the texts share.
    """

    requests: Sequence[str]
    pieces: Sequence[str]
    terms: Sequence[str]
    title: str

    def weights(self) -> dict[str, float]:
        """Each name once, with how gladly it is taken."""
        kinds: Iterable[tuple[float, Sequence[str]]] = (
            (_PIECE, self.pieces),
            (_MATTER, [*self.terms, self.title]),
            (_REQUEST, self.requests),
        )
        gladly = {name: weight for weight, names in kinds for name in names}
        return {n: w if len(n.split()) > 1 else w * _ONE_WORD for n, w in gladly.items()}


class Namer:
    """Puts names of groups of texts in order."""

    def __init__(self, encoder: Embedder, contents: ContentWords, texts: Sequence[str]) -> None:
        """`texts`: those of all groups."""
        self._encoder, self._contents = encoder, contents
        vectors = encoder.embed(texts)
        self._middle = vectors.mean(axis=0) if len(texts) else vectors.sum(axis=0)
        self._vectors = dict(zip(texts, self._apart(vectors), strict=True))
        self._names: dict[str, Vectors] = {}

    def best_first(
        self, candidates: Candidates, texts: Sequence[str], others: Sequence[str]
    ) -> list[str]:
        """The names that fit, by how near they come to the texts and not to others on the matter.

        One that says nothing in the words of several of the texts does not fit.
        """
        weights = candidates.weights()
        names = sorted(weights)
        near = self._rows(names) @ self._middle_of(texts)
        near -= _OTHERS * (self._rows(names) @ self._middle_of(others))
        said = [self._words(text) for text in texts]
        worth = {
            name: round(float(n) * weights[name] * self._covered(name, said) ** 0.5, 6)
            for name, n in zip(names, near, strict=True)
        }
        return sorted((n for n in names if worth[n] > 0), key=lambda n: (-worth[n], n))

    def _covered(self, name: str, said: Sequence[AbstractSet[str]]) -> float:
        """The share of the texts that hold one of the name's words; 0 for fewer than two."""
        words = self._words(name)
        holding = sum(not words.isdisjoint(text) for text in said)
        return holding / len(said) if holding >= min(2, len(said)) else 0.0

    def _words(self, text: str) -> AbstractSet[str]:
        """Lemmas and stems: a noun that looks like a verb too has the lemma of either."""
        return {*self._contents.of(text), *content_stems(text)}

    def _middle_of(self, texts: Sequence[str]) -> Vectors:
        rows = [self._vectors[text] for text in texts]
        return np.mean(rows, axis=0) if rows else np.zeros_like(self._middle)

    def _rows(self, names: Sequence[str]) -> Vectors:
        """A row per name; terms of a matter come back for each of its themes."""
        new = [name for name in names if name not in self._names]
        self._names |= zip(new, self._apart(self._encoder.embed(new)), strict=True)
        return np.array([self._names[name] for name in names], np.float32)

    def _apart(self, vectors: Vectors) -> Vectors:
        """What sets texts apart from all at hand, of length 1."""
        rows = vectors - self._middle
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.maximum(lengths, np.finfo(np.float32).tiny), np.float32)
