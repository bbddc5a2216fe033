"""Which of a group's texts say which words, or others that mean nearly the same."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple

import numpy as np

from inspel_app.analysis.contents import ContentWords
from inspel_app.analysis.protocols import Embedder, Vectors
from inspel_app.analysis.words import content_stems, surface_words

_PART = 0.5
"""What it counts that a text holds a part of a word's compound alone, or a word near to it."""
_NEAR = 0.5
"""Words more alike than this mean nearly the same: "kapital" and "lån" do not, "flyg" and
"flygplats" do."""

_MOST = 0.5


class Meanings:
    """What words or whole texts mean, less what all of those at hand have in common."""

    def __init__(self, encoder: Embedder, texts: Iterable[str]) -> None:
        self._encoder = encoder
        known = sorted(set(texts))
        rows = encoder.embed(known)
        self._middle = rows.mean(axis=0) if known else rows.sum(axis=0)
        self._known = dict(zip(known, self._apart(rows), strict=True))

    def of(self, texts: Sequence[str]) -> Vectors:
        """One row, of length 1, for each of one or more."""
        new = [text for text in texts if text not in self._known]
        if new:
            self._known |= zip(new, self._apart(self._encoder.embed(new)), strict=True)
        return np.stack([self._known[text] for text in texts])

    def _apart(self, rows: Vectors) -> Vectors:
        rows = rows - self._middle
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.maximum(lengths, np.finfo(np.float32).tiny), np.float32)


class _Speakers(NamedTuple):
    """The texts, by number, that say a word, and those that say a part of it or a near word."""

    whole: set[int]
    part: set[int]


class Sayings:
    """What a group of texts says, word by word.

    The words are lemmas and stems: a noun that looks like a verb too has the lemma of either.
    """

    def __init__(self, contents: ContentWords, meanings: Meanings, texts: Sequence[str]) -> None:
        self._contents, self._meanings, self.texts = contents, meanings, texts
        self._speakers = cache(self._find)

    def shares(self, name: str) -> list[float]:
        """For each word of a name that is none of grammar, how many of the texts say it, 0 to 1."""
        found = filter(None, map(self._speakers, surface_words(name)))
        return [(len(one.whole) + _PART * len(one.part)) / len(self.texts) for one in found]

    def share(self, word: str) -> float:
        """How many of the texts say a word, 0 to 1."""
        return max(self.shares(word), default=0.0)

    def plain_shares(self, name: str) -> list[float]:
        """The same of those alone that say the very words, or hold them in compounds."""
        found = filter(None, map(self._speakers, surface_words(name)))
        return [len(one.whole) / len(self.texts) for one in found]

    def reach(self, name: str) -> float:
        """How many of the texts say any word of a name, 0 to 1."""
        found = filter(None, map(self._speakers, surface_words(name)))
        return len(set().union(*(one.whole | one.part for one in found))) / len(self.texts)

    def sure_share(self, word: str) -> float:
        """The mean of how many say a word, and how many say the very word."""
        return (self.share(word) + max(self.plain_shares(word), default=0.0)) / 2

    def is_of_most(self, name: str) -> bool:
        """Whether more than half of the texts say one and the same word of a name themselves."""
        return max(self.plain_shares(name), default=0.0) > _MOST

    def plain_reach(self, name: str) -> float:
        """How many say any of the very words of a name, or hold them in compounds, 0 to 1."""
        found = filter(None, map(self._speakers, surface_words(name)))
        return len(set().union(*(one.whole for one in found))) / len(self.texts)

    def _find(self, word: str) -> _Speakers | None:
        """Who says a word; None for a word of grammar."""
        stems, parts = {*content_stems(word)}, self._contents.of(word)
        if not stems and not parts:
            return None
        lemma = {part for part, counts in parts.items() if counts == 1}
        whole = self._saying(lemma | stems)
        return _Speakers(whole, self._saying({*parts} & self._alone | self._near(lemma)) - whole)

    def _near(self, lemmas: Iterable[str]) -> set[str]:
        """The content words of the texts that mean nearly the same as a lemma."""
        words, rows = self._words
        near = (
            (rows @ self._meanings.of([*lemmas]).T >= _NEAR)
            if words and lemmas
            else np.zeros((0, 0), bool)
        )
        return {words[n] for n in np.flatnonzero(near.any(axis=1))}

    def _saying(self, words: Iterable[str]) -> set[int]:
        return set().union(*(self._said.get(word, ()) for word in words))

    @cached_property
    def _alone(self) -> set[str]:
        """The words that the texts hold by themselves, and not as parts of compounds alone."""
        return {w for text in self.texts for w, n in self._contents.of(text).items() if n == 1}

    @cached_property
    def _words(self) -> tuple[list[str], Vectors]:
        """The content words of the texts, and what they mean."""
        words = sorted({word for text in self.texts for word in self._contents.of(text)})
        return words, self._meanings.of(words) if words else np.zeros((0, 0), np.float32)

    @cached_property
    def _said(self) -> Mapping[str, set[int]]:
        said: dict[str, set[int]] = defaultdict(set)
        for number, text in enumerate(self.texts):
            for word in (*self._contents.of(text), *content_stems(text)):
                said[word].add(number)
        return said
