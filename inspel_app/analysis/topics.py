"""What texts on a matter are about, of the topics that a codebook tells of."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from inspel_app.analysis.features import Featurizer, Scores
from inspel_app.analysis.protocols import Embedder
from inspel_app.domain.coding import Topic

_FEWEST = 8
"""Among fewer topics none stands out."""
_SEVERAL = 2
"""A text alone is named by its own words."""
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
        self._names = [topic.name for topic in topics]
        if len(topics) >= _FEWEST:
            self._features, told = Featurizer.made_of(encoder, [t for o in topics for t in o.texts])
            self._told = told
            self._own = np.repeat(np.arange(len(topics)), [len(topic.texts) for topic in topics])

    def shared_by(self, texts: Sequence[str]) -> Shared | None:
        """The topic that several texts are about; None where no single one stands out."""
        if len(self._names) < _FEWEST or len(texts) < _SEVERAL:
            return None
        alike = self._alike(texts)
        spread = np.maximum(alike.std(axis=1, keepdims=True), np.finfo(np.float32).tiny)
        apart = ((alike - alike.mean(axis=1, keepdims=True)) / spread).mean(axis=0)
        best = int(np.round(apart, 6).argmax())
        near = (alike > alike[:, [best]]).sum(axis=1) < _NEAR
        found = _Limits(near.mean(), apart[best], alike[:, best].mean())
        if not _reaches(found, _SOME):
            return None
        return Shared(self._names[best], _reaches(found, _MOST))

    def _alike(self, texts: Sequence[str]) -> Scores:
        """Texts x topics."""
        found = self._features.features(texts).likeness(self._told)
        own = [found[:, self._own == number] for number in range(len(self._names))]
        return np.stack([np.sort(one, axis=1)[:, -_BEST:].mean(axis=1) for one in own], axis=1)


def _reaches(found: _Limits, least: _Limits) -> bool:
    return all(one >= limit for one, limit in zip(found, least, strict=True))
