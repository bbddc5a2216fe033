"""What texts on a matter are about, of the topics that a codebook tells of."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

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


class _Limits(NamedTuple):
    """How many of the texts a topic must be of, how far it must stand out, and how like them be.

    It stands out by standard deviations of the topics.
    """

    share: float
    apart: float
    alike: float


_MOST = _Limits(0.6, 1.8, 0.22)
_SOME = _Limits(0.4, 1.4, 0.2)
"""Set on the themes of two rounds, so that no topic named what was of another."""


class Shared(NamedTuple):
    """A topic that texts share: its name, and whether most are about it or only some."""

    name: str
    by_most: bool


class Topics:
    """The topics of one matter."""

    def __init__(self, encoder: Embedder, topics: Sequence[Topic]) -> None:
        self._encoder, self._topics = encoder, topics

    def shared_by(self, texts: Sequence[str]) -> Shared | None:
        """The topic that several texts are about; None where no single one stands out."""
        if len(self._topics) < _FEWEST or len(texts) < _SEVERAL:
            return None
        alike = self._alike(texts)
        spread = np.maximum(alike.std(axis=1, keepdims=True), np.finfo(np.float32).tiny)
        apart = ((alike - alike.mean(axis=1, keepdims=True)) / spread).mean(axis=0)
        best = int(np.round(apart, 6).argmax())
        near = (alike > alike[:, [best]]).sum(axis=1) < _NEAR
        found = _Limits(near.mean(), apart[best], alike[:, best].mean())
        if near.sum() < _SEVERAL or not _reaches(found, _SOME):
            return None
        return Shared(self._topics[best].name, _reaches(found, _MOST))

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


def _reaches(found: _Limits, least: _Limits) -> bool:
    return all(one >= limit for one, limit in zip(found, least, strict=True))
