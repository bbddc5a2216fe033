"""Which parts of the strategy a text concerns, learnt from the codebook alone.

One linear model over character n-grams. Its training texts are the codebook's examples and
descriptions and, each as a small text of its own, its terms; it trains in about a second.
Nearest examples and counted terms weighed in beside it gained less than the error of measuring.
What concerns no leaf is learnt too, from the cross-cutting codes: it takes its share of the
1000 permille, so that a general remark gives every leaf a low figure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from inspel_app.analysis.words import STOP_WORDS, surface_words
from inspel_app.domain.coding import Codebook, Suggestion
from inspel_app.i18n import _

_TERM_WEIGHT = 0.8
"""Weight in training of a term of weight 1, where an example has 1; by cross-validation."""
_PENALTY = 1.0
_SHARPNESS = 10.0
"""Turns the model's scores into probabilities. By cross-validation over the examples of two
codebooks, and near the best on answers from other hands."""
_REASON_WORDS = 3
_REASON_PERMILLE = 10
"""Suggestions below this get no reason: nobody will look at them."""


class _Example(NamedTuple):
    text: str
    target: int
    weight: float


@dataclass(frozen=True)
class _Model:
    """What training leaves: `weights` is n-grams x targets, `levels` one figure per target."""

    vectorizer: Any
    weights: NDArray[np.float32]
    levels: NDArray[np.float32]

    def scores(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Texts x targets."""
        return np.asarray(self.vectorizer.transform(texts) @ self.weights + self.levels)


class CodebookSuggester:
    """Suggests the leaves of one codebook; trained when first asked."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook

    @cached_property
    def _model(self) -> _Model:
        return _train(list(_examples(self._codebook)))

    def suggest(self, texts: Sequence[str]) -> list[list[Suggestion]]:
        """For each text all leaves, best first; an empty list for a text without words."""
        leaves = [code.id for code in self._codebook.leaves]
        if not leaves or not any(map(surface_words, texts)):
            return [[] for _text in texts]
        shares = _softmax(_SHARPNESS * self._model.scores(texts))
        permille = (1000 * shares[:, : len(leaves)]).astype(int)
        evidence = _Evidence.of(texts, self._model)
        return [
            [
                Suggestion(leaves[c], int(permille[row, c]), evidence.reason(text, c))
                if permille[row, c] >= _REASON_PERMILLE
                else Suggestion(leaves[c], int(permille[row, c]))
                for c in np.argsort(-shares[row, : len(leaves)], kind="stable").tolist()
            ]
            if surface_words(text)
            else []
            for row, text in enumerate(texts)
        ]


@dataclass(frozen=True)
class _Evidence:
    """How much each word speaks for each target, over what it says for all of them."""

    rows: dict[str, int]
    weight: NDArray[np.float32]

    @classmethod
    def of(cls, texts: Sequence[str], model: _Model) -> "_Evidence":
        words = sorted({w.lower() for t in texts for w in surface_words(t)} - STOP_WORDS)
        weight = model.vectorizer.transform(words) @ model.weights
        return cls(
            {word: row for row, word in enumerate(words)},
            weight - weight.mean(axis=1, keepdims=True),
        )

    def reason(self, text: str, target: int) -> str:
        """The words of the text that spoke most for the target, best first."""
        found: dict[str, float] = {}
        for word in surface_words(text):
            row = self.rows.get(word.lower())
            if row is not None and self.weight[row, target] > 0:
                found[word] = float(self.weight[row, target])
        best = sorted(found, key=lambda word: -found[word])[:_REASON_WORDS]
        return _("ord: {words}").format(words=", ".join(best)) if best else ""


def _examples(codebook: Codebook) -> Iterator[_Example]:
    """The training texts; what is neither leaf nor above one is the last target."""
    number = {code.id: n for n, code in enumerate(codebook.leaves)}
    for code in codebook.codes:
        if code.id not in number and codebook.children(code.id):
            continue
        target = number.get(code.id, len(number))
        yield _Example(f"{code.title}. {code.description}", target, 1.0)
        yield from (_Example(text, target, 1.0) for text in code.examples)
        yield from (_Example(t.text, target, _TERM_WEIGHT * t.weight) for t in code.terms)


def _train(examples: Sequence[_Example]) -> _Model:
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - heavy to import
    from sklearn.linear_model import Ridge  # noqa: PLC0415 - heavy to import

    vectorizer = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, dtype=np.float32
    )
    features = vectorizer.fit_transform([e.text for e in examples])
    targets = np.array([e.target for e in examples])
    model = Ridge(alpha=_PENALTY, solver="sparse_cg", tol=1e-3).fit(
        features,
        np.eye(targets.max() + 1, dtype=np.float32)[targets],
        sample_weight=np.array([e.weight for e in examples]),
    )
    return _Model(vectorizer, np.atleast_2d(model.coef_).T, np.atleast_1d(model.intercept_))


def _softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))
