"""The examples that mean most the same as a text, one for each of several targets."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inspel_app.analysis.features import Scores
from inspel_app.analysis.protocols import Vectors


@dataclass(frozen=True)
class Nearest:
    """Texts x targets: how alike the target's nearest example is, and its number.

    Both are 0 for a target without examples.
    """

    alike: Scores
    numbers: NDArray[np.int32]

    @classmethod
    def joined(cls, parts: Sequence["Nearest"]) -> "Nearest":
        """The rows of several, one after the other."""
        alike = np.vstack([part.alike for part in parts])
        return cls(alike, np.vstack([part.numbers for part in parts]))

    def at(self, rows: Sequence[int]) -> "Nearest":
        """Those of some of the texts."""
        return Nearest(self.alike[rows], self.numbers[rows])


@dataclass(frozen=True)
class Examples:
    """Texts that are known to concern a target each: `rows` tells which, a list per target.

    `meaning` has a row per text. How alike two texts are is their rows' product.
    """

    texts: Sequence[str]
    rows: Sequence[Sequence[int]]
    meaning: Vectors

    def nearest(self, meaning: Vectors) -> Nearest:
        """The nearest of each target to each of other texts, by their meaning."""
        alike = np.zeros((len(meaning), len(self.rows)), np.float32)
        numbers = np.zeros(alike.shape, np.int32)
        for target, own in enumerate(self.rows):
            if own:
                found = meaning @ self.meaning[own].T
                alike[:, target] = found.max(axis=1)
                numbers[:, target] = np.array(own)[found.argmax(axis=1)]
        return Nearest(alike, numbers)
