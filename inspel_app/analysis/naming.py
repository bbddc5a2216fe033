"""What a theme is called: of all that could name it, what comes nearest to all of its texts."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from inspel_app.analysis.protocols import Embedder, Vectors
from inspel_app.analysis.sayings import Meanings, Sayings

_WISH, _REQUEST, _PIECE, _MATTER, _TITLE = 1.3, 1.2, 1.0, 0.85, 0.7
"""How gladly a theme is named by what is to be done, by how a sentence asks for it, by a piece of a
text, by its matter, and by two words that the texts share."""
_ONE_WORD = 0.2
_OTHERS = 0.5
"""What it counts that a name comes as near to the other texts on the matter."""
_UNSAID = 0.3
"""What it counts that no text says a word, where one text counts for 1."""


class Candidates(NamedTuple):
    """What could name a theme.

    `wishes` are headings, with the words of the texts that tell their matter; `requests` say what
    is asked and `pieces` are phrases around nouns, both of the texts; `terms` are the codebook's
    for the matter, and `title` is made of the words that the texts share.
    """

    wishes: Mapping[str, str]
    requests: Sequence[str]
    pieces: Sequence[str]
    terms: Sequence[str]
    title: str

    def weights(self) -> dict[str, float]:
        """Each name once, with how gladly it is taken."""
        kinds: Iterable[tuple[float, Iterable[str]]] = (
            (_TITLE, [self.title]),
            (_MATTER, self.terms),
            (_PIECE, self.pieces),
            (_REQUEST, self.requests),
            (_WISH, self.wishes),
        )
        gladly = {name: weight for weight, names in kinds for name in names}
        return {n: w if len(n.split()) > 1 else w * _ONE_WORD for n, w in gladly.items()}


class Namer:
    """Puts names of groups of texts in order."""

    def __init__(self, encoder: Embedder, texts: Sequence[str]) -> None:
        """`texts`: those of all groups."""
        self._meanings = Meanings(encoder, texts)

    def best_first(self, candidates: Candidates, said: Sayings, others: Sequence[str]) -> list[str]:
        """The names that fit, by how near they come to the texts and not to others on the matter.

        The more of the texts say the words of a name, the better it fits.
        """
        weights = candidates.weights()
        names = sorted(weights)
        matters = [candidates.wishes.get(name, name) for name in names]
        rows = self._meanings.of(matters)
        near = rows @ self._middle_of(said.texts)
        if others:
            near -= _OTHERS * (rows @ self._middle_of(others))
        worth = {
            name: round(float(n) * weights[name] * _covered(matter, said), 6)
            for name, matter, n in zip(names, matters, near, strict=True)
            if n > 0
        }
        return sorted((n for n in worth if worth[n] > 0), key=lambda n: (-worth[n], n))

    def _middle_of(self, texts: Sequence[str]) -> Vectors:
        return np.asarray(self._meanings.of(texts).mean(axis=0))


def _covered(name: str, said: Sayings) -> float:
    """How much of a name the texts say, 0 to 1: the geometric mean over its words.

    What a single one says tells little, and what none says least; 0 where they say none of it.
    """
    shares = said.shares(name)
    known = [max(share, _UNSAID / len(said.texts)) for share in shares]
    return math.exp(math.fsum(map(math.log, known)) / len(known)) if any(shares) else 0.0
