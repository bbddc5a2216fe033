"""Why a text was taken for what it was: its words, and the example that it is most like."""

from collections.abc import Sequence

import numpy as np

from inspel_app.analysis.features import Featurizer, Linear
from inspel_app.analysis.nearest import Examples, Nearest
from inspel_app.analysis.words import STOP_WORDS, surface_words
from inspel_app.i18n import _

_WORDS = 3
_ALIKE = 0.15
"""An example that means less the same as the text than this explains nothing."""
_LENGTH = 60
"""Characters of an example that are shown."""


class Evidence:
    """What in some texts spoke for each target."""

    def __init__(
        self,
        texts: Sequence[str],
        nearest: Nearest,
        examples: Examples,
        featurizer: Featurizer,
        model: Linear,
    ) -> None:
        """`nearest` holds numbers of `examples`; `model` is what the texts were judged by."""
        self._nearest, self._examples = nearest, examples
        spoken = [
            {w.lower(): w for w in surface_words(t) if w.lower() not in STOP_WORDS} for t in texts
        ]
        words = sorted({word for found in spoken for word in found})
        rows = {word: row for row, word in enumerate(words)}
        self._spoken = [list(found.values()) for found in spoken]
        self._rows = [[rows[word] for word in found] for found in spoken]
        said = featurizer.meaning(words) @ model.meaning
        self._weight = said - said.mean(axis=1, keepdims=True)
        self._best: dict[int, tuple[list[list[int]], list[int]]] = {}

    def reason(self, row: int, target: int) -> str:
        """The words of the text that spoke most for the target, and the example most like it."""
        parts = []
        if words := self._words(row, target):
            parts.append(_("ord: {words}").format(words=", ".join(words)))
        if self._nearest.alike[row, target] >= _ALIKE:
            example = self._examples.texts[self._nearest.numbers[row, target]]
            parts.append(_("liknar: ”{example}”").format(example=_shortened(example)))
        return "; ".join(parts)

    def _words(self, row: int, target: int) -> list[str]:
        """Those that speak for the target, best first; all targets of a text are sorted at once."""
        if row not in self._best:
            weight = self._weight[self._rows[row]]
            best = np.argsort(-weight, axis=0, kind="stable")[:_WORDS].T.tolist()
            self._best[row] = best, (weight > 0).sum(axis=0).tolist()
        best, speaking = self._best[row]
        return [self._spoken[row][n] for n in best[target][: speaking[target]]]


def _shortened(text: str) -> str:
    if len(text) <= _LENGTH:
        return text
    return text[:_LENGTH].rsplit(maxsplit=1)[0].rstrip(",;:–- ") + " …"
