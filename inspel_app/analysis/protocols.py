"""The steps of the analysis, each behind a protocol of one method.

So one can be changed without the others.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from inspel_app.domain.coding import Actor, Place, Suggestion

Vectors = NDArray[np.float32]
"""One row per text, each of length 1 (or all zeros for a text without words)."""


class Embedder(Protocol):
    """Texts to vectors whose dot product tells how alike they are."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One unit row per text; the same text gives the same row in the same call."""
        ...


class Suggester(Protocol):
    """Which codes a text concerns."""

    def suggest(self, texts: Sequence[str]) -> list[list[Suggestion]]:
        """For each text its leaf codes, best first, with permille that sum to at most 1000."""
        ...


class Clusterer(Protocol):
    """Which texts say the same kind of thing."""

    def cluster(self, vectors: Vectors) -> list[int]:
        """A cluster number for each row, counted from 0 by size; same input, same answer."""
        ...


class Linguist(Protocol):
    """Which language a text is in."""

    def language_of(self, text: str, within: str | None = None) -> str | None:
        """The ISO 639 code; None where the text does not tell.

        `within` is the language of the whole that the text is a part of.
        """
        ...


class NameFinder(Protocol):
    """Which actors and sources a text names."""

    def names(self, text: str) -> tuple[tuple[Actor, ...], tuple[str, ...]]:
        """Actors and sources, in the text's order, as they are written."""
        ...

    def places(self, text: str, actors: Iterable[Actor]) -> tuple[Place, ...]:
        """Places that are no part of the name of an actor in it, in the text's order."""
        ...
