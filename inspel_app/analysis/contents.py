"""The words that carry what a text says, as the dictionary has them, and how telling each is."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from inspel_app.analysis.compounds import Splitter
from inspel_app.analysis.lemmas import Lemmatizer
from inspel_app.analysis.words import STOP_WORDS, words

_SHORTEST = 3
_SHORTEST_PART = 4
"""Letters of a word, and of a part of a compound, that carry something by themselves."""
_PART = 0.7
"""What a part of a compound counts for, where a word by itself counts for 1."""


class ContentWords:
    """Finds the content words of texts: lemmas, and the lemmas of their compounds' parts."""

    def __init__(self, lemmatizer: Lemmatizer, splitter: Splitter) -> None:
        self._lemmatizer, self._splitter = lemmatizer, splitter
        self.of = lru_cache(maxsize=1 << 14)(self._of)
        """What each content word of a text counts for, 0 to 1, in the text's order."""

    def _of(self, text: str) -> Mapping[str, float]:
        found: dict[str, float] = {}
        for word in words(text):
            lemma = self._lemmatizer.lemma(word)
            if word in STOP_WORDS or not _carries(lemma, _SHORTEST):
                continue
            found[lemma] = 1
            for part in self._parts(lemma):
                found.setdefault(part, _PART)
        return found

    def _parts(self, lemma: str) -> list[str]:
        pieces = self._splitter.pieces(lemma)
        if len(pieces) == 1:
            return []
        parts = (self._lemmatizer.lemma(piece.word) for piece in pieces)
        return [part for part in parts if _carries(part, _SHORTEST_PART)]


class Rarity:
    """How telling words are, by how few of many texts hold them."""

    def __init__(self, contents: Iterable[Mapping[str, float]]) -> None:
        """`contents`: the content words of all texts."""
        held = list(contents)
        self._texts = len(held)
        self._spread = Counter(word for words in held for word in words)

    def weight(self, word: str) -> float:
        """The logarithm of how many texts there are for each that holds the word."""
        return math.log((1 + self._texts) / (1 + self._spread[word]))


def _carries(lemma: str, shortest: int) -> bool:
    return len(lemma) >= shortest and lemma not in STOP_WORDS
