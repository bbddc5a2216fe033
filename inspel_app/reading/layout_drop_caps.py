"""Drop caps: the first letter of a chapter, as high as several of its lines."""

from collections import Counter
from collections.abc import Mapping

from inspel_app.reading.layout import Word

_LARGE = 1.8
"""A drop cap's letters are so many times larger than those of the line beside it."""
_CAPITAL = 0.72
"""The height of a capital, in font sizes."""
_NEAR = 1.0
"""The line beside it begins within so many of its font sizes."""
_FEWEST = 2
"""It is as high as so many lines."""


def with_drop_caps(words: list[Word]) -> list[Word]:
    """The words, each drop cap joined to the word that it begins."""
    caps = [i for i, word in enumerate(words) if _is_capital(word)]
    if not caps:
        return words
    known = Counter(word.text for word in words)
    made: list[Word | None] = list(words)
    for i in caps:
        cap = words[i]
        beside = [j for j, word in enumerate(words) if _is_beside(cap, word)]
        if len(beside) < _FEWEST:
            continue
        first = min(beside, key=lambda j: words[j].baseline)
        for j in beside:
            made[j] = words[j]._replace(x0=cap.x0)
        made[first] = words[first]._replace(text=_begun(cap, words[first], known), x0=cap.x0)
        made[i] = None
    return [word for word in made if word is not None]


def _is_capital(word: Word) -> bool:
    return len(word.text) == 1 and word.text.isupper() and word.confidence is None


def _is_beside(cap: Word, word: Word) -> bool:
    """Whether a word begins a line to the right of the cap, no higher and no lower than it."""
    if cap.size < _LARGE * word.size or not 0 <= word.x0 - cap.x1 + 1 < _NEAR * word.size + 1:
        return False
    top = cap.baseline - _CAPITAL * cap.size
    letters = word.baseline - _CAPITAL * word.size
    return top - word.size < letters and word.baseline < cap.baseline + word.size / 2


def _begun(cap: Word, word: Word, known: Mapping[str, int]) -> str:
    """The word with its capital; or two, where only the rest is a word elsewhere too."""
    joined = cap.text + word.text
    alone = cap.spaced or (joined not in known and known[word.text] > 1)
    return f"{cap.text} {word.text}" if alone else joined
