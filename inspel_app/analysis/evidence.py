"""Why a text was taken for what it was: its words, and the example that it is most like."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inspel_app.analysis.features import Features, Featurizer, Linear, Scores
from inspel_app.analysis.words import STOP_WORDS, surface_words
from inspel_app.i18n import _

_WORDS = 3
_ALIKE = 0.15
"""An example less like the text than this explains nothing."""
_LENGTH = 60
"""Characters of an example that are shown."""


@dataclass(frozen=True)
class Examples:
    """Texts that are known to concern a target each, to compare others with."""

    texts: Sequence[str]
    targets: NDArray[np.int64]
    features: Features

    def nearest(self, alike: NDArray[np.float32], target: int) -> str:
        """The target's example that is most alike; "" for none. `alike`: one figure per example."""
        own = np.flatnonzero((self.targets == target) & (alike >= _ALIKE))
        return self.texts[own[alike[own].argmax()]] if own.size else ""


class Evidence:
    """What in some texts spoke for each target."""

    def __init__(
        self,
        texts: Sequence[str],
        alike: Scores,
        examples: Examples,
        featurizer: Featurizer,
        model: Linear,
    ) -> None:
        """`alike`: texts x examples; `model` is what the texts were judged by."""
        self._alike, self._examples = alike, examples
        spoken = [
            {w.lower(): w for w in surface_words(t) if w.lower() not in STOP_WORDS} for t in texts
        ]
        words = sorted({word for found in spoken for word in found})
        rows = {word: row for row, word in enumerate(words)}
        self._spoken = [list(found.values()) for found in spoken]
        self._rows = [[rows[word] for word in found] for found in spoken]
        said = featurizer.meaning(words) @ model.meaning
        self._weight = said - said.mean(axis=1, keepdims=True)

    def reason(self, row: int, target: int) -> str:
        """The words of the text that spoke most for the target, and the example most like it."""
        parts = []
        if words := self._words(row, target):
            parts.append(_("ord: {words}").format(words=", ".join(words)))
        if example := self._examples.nearest(self._alike[row], target):
            parts.append(_("liknar: ”{example}”").format(example=_shortened(example)))
        return "; ".join(parts)

    def _words(self, row: int, target: int) -> list[str]:
        """Best first."""
        weight = self._weight[self._rows[row], target]
        best = np.argsort(-weight, kind="stable")[:_WORDS].tolist()
        return [self._spoken[row][n] for n in best if weight[n] > 0]


def _shortened(text: str) -> str:
    if len(text) <= _LENGTH:
        return text
    return text[:_LENGTH].rsplit(maxsplit=1)[0].rstrip(",;:–- ") + " …"
