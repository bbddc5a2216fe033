"""Texts to vectors."""

from collections.abc import Sequence

import numpy as np

from inspel_app.analysis.protocols import Embedder, Vectors

_COLUMNS = 4096
"""Hashed columns: 10,000 passages take 160 MB; more columns clustered no better."""


class CharacterEmbedder:
    """Character n-grams within words, weighed by rarity among the texts at hand.

    They see what inflected and compounded Swedish words have in common without a lexicon.
    """

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One unit row per text, zeros for a text without letters; the order changes nothing."""
        from sklearn.feature_extraction.text import (  # noqa: PLC0415 - heavy to import
            HashingVectorizer,
            TfidfTransformer,
        )

        if not texts:
            return np.zeros((0, _COLUMNS), np.float32)
        counts = HashingVectorizer(
            analyzer="char_wb",
            ngram_range=(3, 5),
            n_features=_COLUMNS,
            alternate_sign=False,
            norm=None,
            dtype=np.float32,
        ).transform(texts)
        weighed = TfidfTransformer(sublinear_tf=True).fit_transform(counts)
        return np.asarray(weighed.toarray(), np.float32)


EMBEDDERS: tuple[type[Embedder], ...] = (CharacterEmbedder,)
"""The embedders, best first."""
