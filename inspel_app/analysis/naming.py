"""What a theme is called: of all that could name it, what comes nearest to all of its texts."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from inspel_app.analysis.contents import ContentWords
from inspel_app.analysis.protocols import Embedder, Vectors
from inspel_app.analysis.words import content_stems, surface_words

_WISH, _REQUEST, _PIECE, _MATTER, _TITLE = 1.3, 1.2, 1.0, 0.85, 0.7
"""How gladly a theme is named by what is to be done, by how a sentence asks for it, by a piece of a
text, by its matter, and by two words that the texts share."""
_ONE_WORD = 0.2
_OTHERS = 0.5
"""What it counts that a name comes as near to the other texts on the matter."""
_UNSAID = 0.3
"""What it counts that no text says a word, where one text counts for 1."""
_PART = 0.5
"""What it counts that a text holds a part of a word's compound alone."""


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

    def __init__(self, encoder: Embedder, contents: ContentWords, texts: Sequence[str]) -> None:
        """`texts`: those of all groups."""
        self._encoder, self._contents = encoder, contents
        vectors = encoder.embed(texts)
        self._middle = vectors.mean(axis=0) if len(texts) else vectors.sum(axis=0)
        self._vectors = dict(zip(texts, self._apart(vectors), strict=True))

    def best_first(
        self, candidates: Candidates, texts: Sequence[str], others: Sequence[str]
    ) -> list[str]:
        """The names that fit, by how near they come to the texts and not to others on the matter.

        The more of the texts say the words of a name, the better it fits.
        """
        weights = candidates.weights()
        names = sorted(weights)
        matters = [candidates.wishes.get(name, name) for name in names]
        rows = self._apart(self._encoder.embed(matters))
        near = rows @ self._middle_of(texts) - _OTHERS * (rows @ self._middle_of(others))
        said = self._said(texts)
        share = cache(lambda word: self._share(word, said, len(texts)))
        worth = {
            name: round(float(n) * weights[name] * _covered(matter, share, len(texts)), 6)
            for name, matter, n in zip(names, matters, near, strict=True)
        }
        return sorted((n for n in names if worth[n] > 0), key=lambda n: (-worth[n], n))

    def _share(self, word: str, said: Mapping[str, set[int]], texts: int) -> float | None:
        """The share of the texts that say a word, or less of it; None for a word of grammar."""
        whole, parts = {*content_stems(word)}, self._contents.of(word)
        lemma = {part for part, counts in parts.items() if counts == 1}
        if not whole and not parts:
            return None
        in_full = set().union(*(said.get(form, ()) for form in lemma | whole))
        in_part = set().union(*(said.get(part, ()) for part in parts)) - in_full
        return (len(in_full) + _PART * len(in_part)) / texts

    def _said(self, texts: Sequence[str]) -> dict[str, set[int]]:
        """Which of the texts say which words.

        The words are lemmas and stems: a noun that looks like a verb too has the lemma of either.
        """
        said: dict[str, set[int]] = defaultdict(set)
        for number, text in enumerate(texts):
            for word in (*self._contents.of(text), *content_stems(text)):
                said[word].add(number)
        return said

    def _middle_of(self, texts: Sequence[str]) -> Vectors:
        rows = [self._vectors[text] for text in texts]
        return np.mean(rows, axis=0) if rows else np.zeros_like(self._middle)

    def _apart(self, vectors: Vectors) -> Vectors:
        """What sets texts apart from all at hand, of length 1."""
        rows = vectors - self._middle
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.maximum(lengths, np.finfo(np.float32).tiny), np.float32)


def _covered(name: str, share: Callable[[str], float | None], texts: int) -> float:
    """How much of a name so many texts say, 0 to 1: the geometric mean over its words.

    What a single one says tells little, and what none says least; 0 where they say none of it.
    """
    shares = [share(word) for word in surface_words(name)]
    known = [max(held, _UNSAID / texts) for held in shares if held is not None]
    return math.exp(math.fsum(map(math.log, known)) / len(known)) if any(shares) else 0.0
