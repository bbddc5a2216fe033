"""Pairs of texts that belong together: what the encoder learns to put near each other."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from models.kodare.corpus import Corpus, Document, Words

_SHORTEST = 8
"""Words of a paragraph that says enough to be recognised."""
_HALVED = 24
"""Words of the shortest paragraph that is cut in two."""
_LONGEST_DOCUMENT = 12
"""Paragraphs beyond these make a document no likelier to be drawn."""
_REST = 80
"""Words of a paragraph that one of its sentences is held against."""
_KEYWORDS = (1, 1, 2, 3)
_KEYWORDS_LEFT = 0.3
"""How often the keywords stay in the text that they were taken from."""

_Sides = tuple[Words, Words]


class Pair(NamedTuple):
    """Two texts, and the number of the document that they stand in."""

    document: int
    left: Words
    right: Words


class PairSampler:
    """Draws pairs at random; the same seed draws the same pairs."""

    def __init__(
        self, corpus: Corpus, counts: NDArray[np.int64], dropout: float, seed: int
    ) -> None:
        """`counts`: how often each word stands in the corpus; `dropout`: words left out."""
        self._documents = corpus.documents
        self._rarity = np.log(counts.sum() / (counts + 1)) + np.minimum(0, counts - 8)
        self._dropout = dropout
        self._random = np.random.default_rng(seed)
        sizes = [min(len(d.paragraphs), _LONGEST_DOCUMENT) ** 0.6 for d in corpus.documents]
        self._documents_until = np.cumsum(sizes) / np.sum(sizes)
        kinds = {
            self._title: 0.2,
            self._heading: 0.1,
            self._next: 0.25,
            self._sentence: 0.2,
            self._halves: 0.15,
            self._keywords: 0.1,
        }
        self._kinds = tuple(kinds)
        self._kinds_until = np.cumsum(list(kinds.values()))

    def batch(self, size: int) -> list[Pair]:
        """Pairs out of as many documents."""
        found: dict[int, Pair] = {}
        while len(found) < size:
            number = int(np.searchsorted(self._documents_until, self._random.random()))
            if number not in found and (sides := self._draw(self._documents[number])):
                found[number] = Pair(number, *sides)
        return list(found.values())

    def texts(self, size: int) -> list[Words]:
        """Long paragraphs, each from a document drawn anew."""
        found: list[Words] = []
        while len(found) < size:
            document = self._documents[self._random.integers(len(self._documents))]
            words = document.blocks[self._random.choice(document.paragraphs)].words
            if words.size >= _HALVED:
                found.append(words)
        return found

    def _draw(self, document: Document) -> _Sides | None:
        kind = self._kinds[int(np.searchsorted(self._kinds_until, self._random.random()))]
        paragraphs = document.paragraphs
        sides = kind(document, paragraphs[self._random.integers(len(paragraphs))])
        if sides is None or not sides[0].size or sides[1].size < _SHORTEST:
            return None
        return self._thinned(sides[0]), self._thinned(sides[1])

    def _thinned(self, words: Words) -> Words:
        if words.size < _SHORTEST:
            return words
        return words[self._random.random(words.size) > self._dropout]

    def _title(self, document: Document, block: int) -> _Sides:
        return document.title, document.blocks[block].words

    def _heading(self, document: Document, block: int) -> _Sides | None:
        above = [b for b in document.blocks[:block] if b.heading]
        return (above[-1].words, document.blocks[block].words) if above else None

    def _next(self, document: Document, block: int) -> _Sides | None:
        below = [b.words for b in document.blocks[block + 1 :] if not b.heading]
        return (document.blocks[block].words, below[0]) if below else None

    def _sentence(self, document: Document, block: int) -> _Sides | None:
        sentences = document.blocks[block].sentences
        if len(sentences) < 2:  # noqa: PLR2004 - one against the others
            return None
        chosen = self._random.integers(len(sentences))
        rest = [s for n, s in enumerate(sentences) if n != chosen]
        return sentences[chosen], np.concatenate(rest)[:_REST]

    def _halves(self, document: Document, block: int) -> _Sides | None:
        words = document.blocks[block].words
        half = words.size // 2
        return (words[:half], words[half:]) if words.size >= _HALVED else None

    def _keywords(self, document: Document, block: int) -> _Sides:
        """Rare words of a paragraph against the rest of it, or all of it."""
        words = document.blocks[block].words
        worth = self._rarity[words] + self._random.gumbel(size=words.size)
        chosen = words[np.argsort(-worth)[: self._random.choice(_KEYWORDS)]]
        left = self._random.random() < _KEYWORDS_LEFT
        return chosen, words if left else words[~np.isin(words, chosen)]
