"""The raised numbers in a text that point to its notes, which are not part of the sentence.

A note keeps its own number where it stands, so that nothing is lost with the pointer.
"""

import re
from collections.abc import Iterable, Sequence

from inspel_app.reading.layout import Word

_SMALLER = 0.85
"""A raised number's font size, at most, in that of the word before."""
_RAISED = 0.15
"""How far a raised number stands above the baseline at least, in font sizes."""
_NEAR = 0.25
"""So near, in font sizes, it stands to its word."""
_NOTE = 0.95
"""The font size of notes, at most, in that of the text."""
_NUMBER = re.compile(r"[(\[]?(\d{1,3})[)\].:]?")
_UNITS = frozenset({"m", "km", "dm", "cm", "mm", "s"})
"""After these a raised number is an exponent."""


class Notes:
    """The numbers of a document's notes, with the largest letters of each."""

    def __init__(self, pages: Iterable[Sequence[Word]]) -> None:
        self._sizes: dict[str, float] = {}
        for words in pages:
            for before, number, after in zip([None, *words], words, words[1:], strict=False):
                if before is not None and _on_line(before, number):
                    continue
                if found := _NUMBER.fullmatch(number.text):
                    size = 0.0 if _raised(after, number) else after.size
                    self._sizes[found[1]] = min(size, self._sizes.get(found[1], size))

    def without_marks(self, words: Iterable[Word]) -> list[Word]:
        """The words without the raised numbers that point to notes; those of notes stand apart."""
        if not self._sizes:
            return list(words)
        made: list[Word] = []
        for word in words:
            if made and self._is_mark(made[-1], word):
                made[-1] = made[-1]._replace(spaced=made[-1].spaced or word.spaced)
                continue
            if made and _raised(word, made[-1]) and _NUMBER.fullmatch(made[-1].text):
                made[-1] = made[-1]._replace(spaced=True)
            made.append(word)
        return made

    def _is_mark(self, carrier: Word, word: Word) -> bool:
        number = _NUMBER.fullmatch(word.text)
        if number is None or carrier.text in _UNITS or carrier.text[-1:].isdigit():
            return False
        beside = -_NEAR * carrier.size < word.x0 - carrier.x1 < _NEAR * carrier.size
        size = self._sizes.get(number[1])
        return (
            beside and _raised(carrier, word) and size is not None and (size < _NOTE * carrier.size)
        )


def _raised(beside: Word, number: Word) -> bool:
    """Whether the number is smaller than the word beside it and stands higher."""
    higher = beside.baseline - number.baseline
    return number.size < _SMALLER * beside.size and _RAISED * beside.size < higher < beside.size


def _on_line(before: Word, word: Word) -> bool:
    return abs(before.baseline - word.baseline) < before.size and before.x0 < word.x0
