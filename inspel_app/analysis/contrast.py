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
from inspel_app.analysis.embed import RememberingEmbedder
from inspel_app.analysis.protocols import Embedder, Vectors

_NEAR = 0.25
"""Words less alike than this have nothing to do with each other."""
_LANDMARKS = 400
"""As many texts are compared with, at most, beside the examples."""
_AT_ONCE = 64
"""As many landmarks are compared with at a time: some tens of megabytes."""
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
        self.encoder, self.contents = RememberingEmbedder(encoder), contents
        self._rarity = Rarity(map(contents.of, background))

    def embed(self, texts: Sequence[str], examples: Sequence[str] = ()) -> Vectors:
        """One row per text, of length 1 where it says anything; `examples` are of their matter.

        The order changes the rows only where there are too many texts for all to be landmarks.
        """
        said = [self.contents.of(text) for text in texts]
        step = -(-len(texts) // _LANDMARKS) or 1
        landmarks = said[::step] + [self.contents.of(text) for text in examples]
        near = self._nearness(said, landmarks)
        near[np.arange(0, len(texts), step), np.arange(len(said[::step]))] = np.nan
        own = self.encoder.embed(texts) * np.float32(np.sqrt(1 - _CONTRAST))
        return np.hstack([own, _apart(near) * np.float32(np.sqrt(_CONTRAST))])

    def _nearness(self, texts: Sequence[_Contents], landmarks: Sequence[_Contents]) -> Vectors:
        """Texts x landmarks: how much of what a text says comes near to words of a landmark."""
        found = sorted({word for text in (*texts, *landmarks) for word in text})
        words = _Words.of(found, self.encoder.embed(found))
        reached = words.reached_by(landmarks)
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
    def of(cls, words: Sequence[str], meanings: Vectors) -> "_Words":
        """Words with what they mean; what they all have in common is taken away."""
        numbers = {word: row for row, word in enumerate(words)}
        return cls(numbers, _unit(meanings - _mean(meanings)))

    def reached_by(self, texts: Sequence[_Contents]) -> Vectors:
        """Words x texts: 0 to 1, how near a word comes to the nearest one of a text."""
        reached = np.zeros((len(self.rows), len(texts)), np.float32)
        for start in range(0, len(texts), _AT_ONCE):
            part = texts[start : start + _AT_ONCE]
            here = sorted({self.rows[word] for text in part for word in text})
            columns = {row: column for column, row in enumerate(here)}
            near = np.maximum(0, (self.vectors @ self.vectors[here].T - _NEAR) / (1 - _NEAR))
            near[here, np.arange(len(here))] = 1  # also a word that the encoder does not know
            for number, text in enumerate(part, start):
                if text:
                    own = near[:, [columns[self.rows[word]] for word in text]]
                    weights = np.array(list(text.values()), np.float32)
                    reached[:, number] = (own * weights).max(axis=1)
        return reached


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
