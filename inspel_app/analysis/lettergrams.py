"""The letters that texts are written in, as rows of numbers: runs of some letters within words.

As scikit-learn's `TfidfVectorizer` (`char_wb`, `sublinear_tf`) has them, whose loading alone takes
seventy megabytes.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

_SHORTEST, _LONGEST = 3, 5
"""Letters of a run; the space on each side of a word is one of them."""


class LetterGrams:
    """Tells how often runs of letters that are known stand in texts; rare ones count for more."""

    def __init__(self, grams: Sequence[str], rarity: NDArray[np.float32]) -> None:
        """`rarity` is what each of the runs counts for; both are in the order of the columns."""
        self.rarity = rarity
        self._numbers = {gram: number for number, gram in enumerate(grams)}

    @classmethod
    def made_of(cls, texts: Sequence[str]) -> "LetterGrams":
        """Those of some texts."""
        holding = Counter(chain.from_iterable(set(_grams(text)) for text in texts))
        grams = sorted(holding)
        held = np.array([holding[gram] for gram in grams], np.float32) + np.float32(1)
        return cls(grams, np.log(np.float32(len(texts) + 1) / held) + np.float32(1))

    @property
    def grams(self) -> tuple[str, ...]:
        """The runs that are known."""
        return tuple(self._numbers)

    def rows(self, texts: Sequence[str]) -> Any:  # noqa: ANN401 - scipy's matrices have no types
        """Texts x runs, sparse; each row has length 1, or is empty if no run is known."""
        from scipy.sparse import csr_matrix  # noqa: PLC0415 - heavy to import

        found = [Counter(map(self._numbers.get, _grams(text))) for text in texts]
        for counts in found:
            del counts[None]  # those that are not known
        columns = list(chain.from_iterable(found))
        times = list(chain.from_iterable(map(Counter.values, found)))
        ends = np.cumsum([0, *map(len, found)])
        shape = len(texts), len(self._numbers)
        rows = csr_matrix((np.array(times, np.float32), columns, ends), shape)
        rows.sort_indices()
        rows.data = (np.log(rows.data) + np.float32(1)) * self.rarity[rows.indices]
        at = np.repeat(np.arange(len(texts)), np.diff(ends))
        rows.data /= np.sqrt(np.bincount(at, rows.data**2, len(texts)))[at]
        return rows


def _grams(text: str) -> list[str]:
    """The runs of letters in a text, as often as they stand there: " by", "by ", " by "."""
    return [
        marked[start : start + length]
        for marked in (f" {word} " for word in text.lower().split())
        for length in range(_SHORTEST, min(_LONGEST, len(marked)) + 1)
        for start in range(len(marked) - length + 1)
    ]
