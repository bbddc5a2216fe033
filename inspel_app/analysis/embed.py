"""Texts to vectors."""

import math
from collections.abc import Sequence

import numpy as np

from inspel_app.analysis.protocols import Embedder, Vectors
from inspel_app.analysis.subjects import Subjects

_COLUMNS = 4096
"""Hashed columns of each kind: 10,000 passages take 320 MB; more clustered no better."""


class ContentEmbedder:
    """Character n-grams beside whole subjects, both weighed by rarity among the texts at hand.

    The n-grams see what inflected and compounded Swedish words have in common without a lexicon;
    the subjects keep texts apart that only sound alike.
    """

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One unit row per text, zeros for a text without letters; the order changes nothing."""
        from scipy.sparse import hstack  # noqa: PLC0415 - heavy to import
        from sklearn.feature_extraction.text import (  # noqa: PLC0415 - heavy to import
            HashingVectorizer,
            TfidfTransformer,
        )
        from sklearn.preprocessing import normalize  # noqa: PLC0415 - heavy to import

        if not texts:
            return np.zeros((0, 2 * _COLUMNS), np.float32)
        kinds = (
            {"analyzer": "char_wb", "ngram_range": (3, 5)},
            {"analyzer": Subjects(texts).shared},
        )
        weighed = [
            TfidfTransformer(sublinear_tf=True).fit_transform(
                HashingVectorizer(
                    n_features=_COLUMNS, alternate_sign=False, norm=None, dtype=np.float32, **kind
                ).transform(texts)
            )
            for kind in kinds
        ]
        return np.asarray(normalize(hstack(weighed)).toarray(), np.float32)


class MixedEmbedder:
    """Several embedders side by side: texts are as alike as all of them find, by their shares."""

    def __init__(self, parts: Sequence[tuple[Embedder, float]]) -> None:
        """Embedders with shares that sum to 1."""
        self._parts = parts

    def embed(self, texts: Sequence[str]) -> Vectors:
        """The parts' rows one after the other; of length 1 where no part's is zero."""
        rows = [part.embed(texts) * np.float32(math.sqrt(share)) for part, share in self._parts]
        return np.hstack(rows)
