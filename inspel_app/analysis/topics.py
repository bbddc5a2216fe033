"""What texts on a matter are about, of the topics that a codebook tells of."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from inspel_app.analysis.features import Features, Featurizer, Scores
from inspel_app.analysis.protocols import Embedder
from inspel_app.domain.coding import Topic

_FEWEST = 8
"""Among fewer topics none stands out."""
_SEVERAL = 2
"""What one text alone is about names nothing."""
_BEST = 2
"""A topic is as like a text as so many of its own texts, the most alike, are in the mean."""
_NEAR = 2
"""A text is about one of the so many topics that it is most like."""
_APART = 1.6
"""And by which it stands out of all by so many standard deviations of the topics."""
_ALIKE = 0.2
"""And that is so like it. Set on the themes of two rounds."""
_MOST = 0.5
"""A topic names texts of which more are about it."""


class Topics:
    """The topics of one matter."""

    def __init__(self, encoder: Embedder, topics: Sequence[Topic]) -> None:
        self._encoder, self._topics = encoder, topics

    def shared_by(self, texts: Sequence[str]) -> str | None:
        """The name of the topic that most of the texts are about, and one above all; else None."""
        if len(self._topics) < _FEWEST or len(texts) < _SEVERAL:
            return None
        alike = self._alike(texts)
        spread = np.maximum(alike.std(axis=1, keepdims=True), np.finfo(np.float32).tiny)
        apart = (alike - alike.mean(axis=1, keepdims=True)) / spread
        best = int(np.round(apart.mean(axis=0), 6).argmax())
        nearer = (alike > alike[:, [best]]).sum(axis=1)
        about = (nearer < _NEAR) & (apart[:, best] >= _APART) & (alike[:, best] >= _ALIKE)
        names = about.mean() > _MOST and nearer.min() == 0
        return self._topics[best].name if names else None

    def _alike(self, texts: Sequence[str]) -> Scores:
        """Texts x topics."""
        featurizer, told = self._told
        found = featurizer.features(texts).likeness(told)
        ends = np.cumsum([len(topic.texts) for topic in self._topics])[:-1]
        own = np.split(found, ends, axis=1)
        return np.stack([np.sort(one, axis=1)[:, -_BEST:].mean(axis=1) for one in own], axis=1)

    @cached_property
    def _told(self) -> tuple[Featurizer, Features]:
        """All texts of the topics, in their order, and what makes features of others like them."""
        return Featurizer.made_of(
            self._encoder, [text for topic in self._topics for text in topic.texts]
        )
