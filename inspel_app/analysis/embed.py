"""Embedders made of others."""

import math
from collections.abc import Sequence

import numpy as np

from inspel_app.analysis.protocols import Embedder, Vectors


class MixedEmbedder:
    """Several embedders side by side: texts are as alike as all of them find, by their shares."""

    def __init__(self, parts: Sequence[tuple[Embedder, float]]) -> None:
        """Embedders with shares that sum to 1."""
        self._parts = parts

    def embed(self, texts: Sequence[str]) -> Vectors:
        """The parts' rows one after the other; of length 1 where no part's is zero."""
        rows = [part.embed(texts) * np.float32(math.sqrt(share)) for part, share in self._parts]
        return np.hstack(rows)


class RememberingEmbedder:
    """An embedder that takes each text once, for as long as it lives."""

    def __init__(self, embedder: Embedder) -> None:
        """`embedder` is asked for the rows of texts that are new."""
        self._embedder = embedder
        self._rows: dict[str, Vectors] = {}

    def embed(self, texts: Sequence[str]) -> Vectors:
        """The embedder's rows."""
        new = [text for text in dict.fromkeys(texts) if text not in self._rows]
        fresh = self._embedder.embed(new)
        self._rows |= zip(new, fresh, strict=True)
        return np.array([self._rows[text] for text in texts], np.float32) if texts else fresh
