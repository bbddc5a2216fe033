"""What sets texts on one matter apart from each other.

Texts under one part of the strategy have its subject in common, so that plain likeness says
little. Each is here told by which of many *landmarks* its words come near to: the part's own
examples in the codebook, and the other texts. What all come near to is taken away; what is left is
the difference.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from inspel_app.analysis.contents import ContentWords, Rarity
from inspel_app.analysis.protocols import Embedder, Vectors

_NEAR = 0.25
"""Words less alike than this have nothing to do with each other."""
_LANDMARKS = 400
"""As many texts are compared with, at most, beside the examples."""
_CONTRAST = 0.4
"""What the contrast counts for beside the texts' own likeness."""
_NOTHING = 1e-6
"""A row that is shorter is one of zeros."""

_Contents = Mapping[str, float]


class ContrastEmbedder:
    """Vectors for texts on one matter: what they say, and what they say that the others do not."""

    def __init__(
        self, encoder: Embedder, contents: ContentWords, background: Sequence[str]
    ) -> None:
        """`background`: texts of all matters, by which rare words are known from common ones."""
        self._encoder, self._contents = encoder, contents
        self._rarity = Rarity(map(contents.of, background))

    def embed(self, texts: Sequence[str], examples: Sequence[str] = ()) -> Vectors:
        """One row per text, of length 1 where it says anything; `examples` are of their matter.

        The order changes the rows only where there are too many texts for all to be landmarks.
        """
        said = [self._contents.of(text) for text in texts]
        step = -(-len(texts) // _LANDMARKS) or 1
        landmarks = said[::step] + [self._contents.of(text) for text in examples]
        near = self._nearness(said, landmarks)
        near[np.arange(0, len(texts), step), np.arange(len(said[::step]))] = np.nan
        own = self._encoder.embed(texts) * np.float32(np.sqrt(1 - _CONTRAST))
        return np.hstack([own, _apart(near) * np.float32(np.sqrt(_CONTRAST))])

    def _nearness(self, texts: Sequence[_Contents], landmarks: Sequence[_Contents]) -> Vectors:
        """Texts x landmarks: how much of what a text says comes near to words of a landmark."""
        words = _Words.of([*texts, *landmarks], self._encoder)
        reached = np.zeros((len(words.rows), len(landmarks)), np.float32)
        for column, landmark in enumerate(landmarks):
            reached[:, column] = words.reached_by(landmark)
        near = np.zeros((len(texts), len(landmarks)), np.float32)
        for row, said in enumerate(texts):
            if said:
                weights = np.array([n * self._rarity.weight(word) for word, n in said.items()])
                share = (weights / max(weights.sum(), 1e-9)).astype(np.float32)
                near[row] = share @ reached[[words.rows[word] for word in said]]
        return near


class _Words(NamedTuple):
    """All words at hand: the number of each, and a unit row."""

    rows: Mapping[str, int]
    vectors: NDArray[np.float32]

    @classmethod
    def of(cls, texts: Sequence[_Contents], encoder: Embedder) -> "_Words":
        found = sorted({word for text in texts for word in text})
        vectors = encoder.embed(found)
        return cls({word: row for row, word in enumerate(found)}, _unit(vectors - _mean(vectors)))

    def reached_by(self, text: _Contents) -> Vectors:
        """For each word, 0 to 1, how near it comes to the nearest one of the text."""
        rows = [self.rows[word] for word in text]
        if not rows:
            return np.zeros(len(self.rows), np.float32)
        near = np.maximum(0, (self.vectors @ self.vectors[rows].T - _NEAR) / (1 - _NEAR))
        near[rows, np.arange(len(rows))] = 1  # also a word that the encoder does not know
        weights = np.array(list(text.values()), np.float32)
        return np.asarray((near * weights).max(axis=1), np.float32)


def _apart(near: Vectors) -> Vectors:
    """The rows less what is common to rows and to columns, of length 1; no value is the usual."""
    known = np.isfinite(near)
    filled = np.where(known, near, 0)
    usual = filled.sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    left = np.where(known, near - usual, 0)
    middle = left.sum(axis=1, keepdims=True) / max(near.shape[1], 1)
    return _unit(left - middle)


def _mean(rows: Vectors) -> Vectors:
    return rows.mean(axis=0, keepdims=True) if len(rows) else rows


def _unit(rows: Vectors) -> Vectors:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > _NOTHING, lengths, 1), np.float32)
