"""Texts as numbers for linear models: what they mean, and the letters they are written in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inspel_app.analysis.protocols import Embedder, Vectors

Scores = NDArray[np.float32]
"""Texts x targets."""

_MEANING = 0.5
"""The share of the meaning in how alike two texts are; the rest is that of the letters. By
cross-validation; less sees fewer texts in other words, more fewer rare names."""
_LETTERS = np.float32((1 - _MEANING) ** 0.5)
_PENALTY = 0.5
"""What large weights cost; by cross-validation, and less where there are many examples."""
_UNITS = 65_535
"""As many steps are told apart of what an n-gram counts for, at most 1, in coarse numbers."""
_BETWEEN = "\n"
"""Stands between n-grams that are kept, and in none."""
_PART = 500
"""Texts that are compared with all others at a time."""


@dataclass(frozen=True)
class Features:
    """A row per text in two blocks: `meaning`, dense, and `letters`: n-grams, sparse."""

    meaning: Vectors
    letters: Any

    def likeness(self, others: "Features") -> Scores:
        """Texts x other texts: 0 for those with nothing in common, 1 for the same text."""
        return np.asarray(
            self.meaning @ others.meaning.T + (self.letters @ others.turned).toarray()
        )

    @cached_property
    def turned(self) -> Any:  # noqa: ANN401 - scipy's matrices have no types
        """The letters, n-grams x texts: turned once, where others are compared with them often."""
        return self.letters.T.tocsr()

    @classmethod
    def joined(cls, parts: Sequence["Features"]) -> "Features":
        """The rows of several, one after the other."""
        from scipy.sparse import vstack  # noqa: PLC0415 - heavy to import

        meaning = np.vstack([part.meaning for part in parts])
        return cls(meaning, vstack([part.letters for part in parts], format="csr"))

    def at(self, rows: Sequence[int]) -> "Features":
        """Those of some of the texts."""
        return Features(self.meaning[rows], self.letters[rows])

    def coarse(self) -> "Features":
        """The same in numbers that take two thirds of the room, for `fine` to read."""
        letters = (self.letters * np.float32(_UNITS)).rint().astype(np.uint16)
        return Features(self.meaning.astype(np.float16), letters)

    def fine(self) -> "Features":
        """What `coarse` made, to be reckoned with; it has lost less than a thousandth."""
        letters = self.letters.astype(np.float32) * np.float32(1 / _UNITS)
        return Features(self.meaning.astype(np.float32), letters)


class Featurizer:
    """Makes features, with the n-grams of the texts it is made of, weighed by rarity."""

    def __init__(self, embedder: Embedder, letters: Any) -> None:  # noqa: ANN401 - has no type
        """`letters` makes a row of weighed n-grams of each text."""
        self._embedder, self._letters = embedder, letters

    @classmethod
    def made_of(cls, embedder: Embedder, texts: Sequence[str]) -> tuple["Featurizer", Features]:
        """One for the n-grams of some texts, and the features of these."""
        letters = _vectorizer(None)
        rows = letters.fit_transform(texts) * _LETTERS
        made = cls(embedder, letters)
        return made, Features(made.meaning(texts), rows)

    @classmethod
    def of(cls, embedder: Embedder, arrays: Mapping[str, NDArray[Any]]) -> "Featurizer":
        """One that was kept."""
        letters = _vectorizer(bytes(arrays["grams"]).decode().split(_BETWEEN))
        letters.idf_ = arrays["rarity"]
        return cls(embedder, letters)

    def arrays(self) -> dict[str, NDArray[Any]]:
        """All of it but the embedder."""
        grams = _BETWEEN.join(self._letters.get_feature_names_out()).encode()
        return {"grams": np.frombuffer(grams, np.uint8), "rarity": self._letters.idf_}

    def meaning(self, texts: Sequence[str]) -> Vectors:
        """The dense block of the features alone."""
        return self._embedder.embed(texts) * np.float32(_MEANING**0.5)

    def features(self, texts: Sequence[str]) -> Features:
        """One row per text."""
        if not texts:
            return Features(self._embedder.embed(["-"])[:0], self._letters.transform(["-"])[:0])
        return Features(
            self.meaning(texts),
            self._letters.transform(texts) * _LETTERS,
        )


def _vectorizer(grams: Sequence[str] | None) -> Any:  # noqa: ANN401 - has no type
    """What weighs n-grams: these, or those that it will find."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - heavy to import

    return TfidfVectorizer(
        analyzer="char_wb",
        ngram_range=(3, 5),
        sublinear_tf=True,
        dtype=np.float32,
        vocabulary=grams,
    )


@dataclass(frozen=True)
class Linear:
    """A linear model: a weight for each feature and target."""

    meaning: Scores
    letters: Scores

    def __add__(self, other: "Linear") -> "Linear":
        """The model whose scores are both models' together."""
        return Linear(self.meaning + other.meaning, self.letters + other.letters)

    def of(self, targets: slice) -> "Linear":
        """The model of some of the targets alone."""
        return Linear(*(np.ascontiguousarray(w[:, targets]) for w in (self.meaning, self.letters)))

    def scores(self, features: Features) -> Scores:
        """What the model says of each text and target."""
        return np.asarray(features.meaning @ self.meaning + features.letters @ self.letters)


def ridge(features: Features, targets: Scores, weights: NDArray[np.float32]) -> Linear:
    """The model whose scores come near the targets with small weights.

    Solved among the texts (in time as their number cubed), of which there are fewer than features.

    Args:
        features: Those of the texts to learn from.
        targets: What the scores should be.
        weights: What each text counts for.
    """
    from scipy.linalg import solve  # noqa: PLC0415 - heavy to import

    roots = np.sqrt(weights)[:, None]
    system = _likeness_within(features)
    system *= roots
    system *= roots.T
    system[np.diag_indices_from(system)] += _PENALTY
    solved = solve(  # turned it is the same, and lies as is needed to be solved in its own place
        system.T, roots * targets, assume_a="pos", overwrite_a=True, check_finite=False
    )
    shares = roots * solved
    return Linear(features.meaning.T @ shares, np.asarray(features.letters.T @ shares))


def _likeness_within(features: Features) -> Scores:
    """Texts x texts, a part at a time: the letters' product takes more room than what it makes."""
    alike = features.meaning @ features.meaning.T
    for start in range(0, len(alike), _PART):
        part = slice(start, start + _PART)
        alike[part] += (features.letters[part] @ features.turned).toarray()
    return np.asarray(alike)
