"""Compounds taken apart: "landsbygdsutveckling" is "lands", "bygds" and "utveckling".

Which words are parts, and how telling each is, was learnt from running text; see
models/sammansattningar/KORT.md. A word's parts are those that are together the most telling, each
more part costing something.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_SHORTEST = 2
"""Letters of a part."""
_MOST = 3
"""Parts that a word is taken into."""
_COST = 0.65
"""What each part costs."""
_WHOLE = 1.5
"""What a word that never was seen is worth untouched."""


class Piece(NamedTuple):
    """A part as it stands in the compound, and the word that it is: "skol" is "skola"."""

    text: str
    word: str


class Parts(NamedTuple):
    """What a compound can be made of.

    `first` holds the worth of each form of a part that something follows, `words` the word that it
    is where that is another, `last` the worth of each form of a final part; `whole` are words that
    only look like compounds.
    """

    first: dict[str, float]
    words: dict[str, str]
    last: dict[str, float]
    whole: frozenset[str]


class Cut(NamedTuple):
    """A way to take a word apart."""

    worth: float
    """Of all pieces together."""
    pieces: tuple[Piece, ...]

    @property
    def value(self) -> float:
        """How well it takes a word apart."""
        return self.worth / len(self.pieces) - _COST * len(self.pieces)


class Splitter:
    """Takes compounds apart."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._longest = max(map(len, parts.first), default=0)
        self.pieces = lru_cache(maxsize=1 << 16)(self._pieces)
        """The pieces of a word (in lower case), one alone where it is no compound."""

    @classmethod
    def load(cls, path: Path) -> "Splitter":
        """With the parts in a file whose checksum is known to be right."""
        told = json.loads(path.read_text("utf-8"))
        return cls(Parts(told["first"], told["words"], told["last"], frozenset(told["whole"])))

    def _pieces(self, word: str) -> tuple[Piece, ...]:
        cut = None if word in self._parts.whole else self.taken_apart(word)
        return cut.pieces if cut else (Piece(word, word),)

    def taken_apart(self, word: str) -> Cut | None:
        """The best way to take any word apart, if there is a good one."""
        best = self._best(word, _MOST)
        return best if best and best.value >= _WHOLE else None

    def _best(self, word: str, most: int) -> Cut | None:
        """The best way to take a word into two pieces or more."""
        found = [
            Cut(
                worth + rest.worth,
                (Piece(first, self._parts.words.get(first, first)), *rest.pieces),
            )
            for cut in range(_SHORTEST, min(self._longest, len(word) - _SHORTEST) + 1)
            if (worth := self._parts.first.get(first := word[:cut]))
            for rest in self._rests(word[cut:], most - 1)
        ]
        return max(found, key=lambda cut: cut.value, default=None)

    def _rests(self, word: str, most: int) -> list[Cut]:
        """The end of a compound, as one piece and taken further apart."""
        worth = self._parts.last.get(word)
        found = [] if worth is None else [Cut(worth, (Piece(word, word),))]
        further = self._best(word, most) if most > 1 else None
        return [*found, further] if further else found
