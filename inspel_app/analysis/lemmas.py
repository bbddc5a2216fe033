"""The form of a word that stands in a dictionary: "kommunernas" is "kommun".

Where the lemmas come from stands in models/sprak/KORT.md. A dictionary of half a million forms is
kept as checksums of the forms and the number of the rule that makes the lemma: 6 bytes a form, and
one strange word in ten thousand is taken for a known one.
"""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from inspel_app.analysis.compounds import Splitter

NAME = "PROPN"
"""The part of speech of names."""
LONGEST_ENDING = 6
BY_ENDING = frozenset(("ADJ", "ADV"))
"""The dictionary takes participles for verbs, and does not lead adverbs back to adjectives."""


class Rule(NamedTuple):
    """How a lemma is made: so many letters off the end, and others put there."""

    cut: int
    added: str

    @classmethod
    def between(cls, form: str, lemma: str) -> "Rule":
        """The rule that makes this lemma of this form."""
        alike = next(
            (n for n, (a, b) in enumerate(zip(form, lemma, strict=False)) if a != b),
            min(len(form), len(lemma)),
        )
        return cls(len(form) - alike, lemma[alike:])

    def lemma(self, form: str) -> str:
        """What the rule makes of a form."""
        return form[: len(form) - self.cut] + self.added


class Lemmas(NamedTuple):
    """Which rule holds for which form.

    `forms` are checksums in rising order and `numbers` those of their rules, as many as forms.
    `special` holds what is known of a form as a certain part of speech, "form/POS" -> lemma, and
    `endings` the number of the rule for what ends so, "ending/POS".
    """

    forms: NDArray[np.uint32]
    numbers: NDArray[np.uint16]
    rules: Sequence[Rule]
    special: Mapping[str, str]
    endings: Mapping[str, int]

    @classmethod
    def load(cls, path: Path) -> "Lemmas":
        """From a file whose checksum is known to be right."""
        data = np.load(path)
        told = json.loads(bytes(data["told"]))
        rules = [Rule(*rule) for rule in told["rules"]]
        return cls(data["forms"], data["numbers"], rules, told["special"], told["endings"])

    def known(self, form: str) -> str | None:
        """The lemma of a form in lower case; None where the dictionary lacks it."""
        mark = checksum(form)
        place = int(np.searchsorted(self.forms, mark))
        if place == self.forms.size or self.forms[place] != mark:
            return None
        return self.rules[int(self.numbers[place])].lemma(form)

    def by_ending(self, form: str, pos: str) -> str | None:
        """The lemma that the longest known ending of a form gives it as this part of speech."""
        for length in range(min(LONGEST_ENDING, len(form) - 1), 0, -1):
            number = self.endings.get(f"{form[-length:]}/{pos}")
            if number is not None:
                return self.rules[number].lemma(form)
        return None


def checksum(form: str) -> np.uint32:
    """What stands for a form in the dictionary."""
    return np.uint32(crc32(form.encode()))


class Lemmatizer:
    """Finds lemmas: those of treebanks first, then the dictionary's, then a compound's end's."""

    def __init__(self, lemmas: Lemmas, splitter: Splitter) -> None:
        self._lemmas, self._splitter = lemmas, splitter
        self.lemma = lru_cache(maxsize=1 << 16)(self._lemma)
        """The lemma of a word as written, with its part of speech where that is known."""

    def knows(self, form: str) -> bool:
        """Whether a form in lower case, or its end, is in the dictionary."""
        return bool(self._lemmas.known(form) or self._of_compound(form))

    def _lemma(self, word: str, pos: str = "") -> str:
        form = word.lower()
        special = self._lemmas.special.get(f"{form}/{pos}")
        if special is not None:
            return special
        if pos == NAME:
            return _name(word)
        by_ending = self._lemmas.by_ending(form, pos)
        if by_ending and pos in BY_ENDING:
            return by_ending
        return self._lemmas.known(form) or self._of_compound(form) or by_ending or form

    def _of_compound(self, form: str) -> str | None:
        *first, last = self._splitter.pieces(form)
        end = self._lemmas.known(last.text) if first else None
        return form[: -len(last.text)] + end if end else None


def _name(word: str) -> str:
    """A name without the ending of the genitive, where it is one."""
    return word[:-1] if word[-1:] == "s" and word[-2:-1] not in "sxzaeiu" else word
