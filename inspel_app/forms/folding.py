"""Text made comparable without losing the way back to the original."""

import re
from bisect import bisect_right

_WORD = re.compile(r"\S+")
_SAME = {
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("“”„»«", '"'),
    **dict.fromkeys("’‘´`", "'"),
    "İ": "i",  # its lower case is two characters, and offsets must hold
}


def even(text: str) -> str:
    """The text with one kind of dash and one kind of quote; as long as before."""
    for character, same in _SAME.items():  # each is seldom there, and then this is quick
        text = text.replace(character, same)
    return text


def fold(text: str) -> str:
    """Lower case, one kind of dash and quote, single spaces: for comparing printed texts."""
    return " ".join(even(text).lower().split())


class FoldedText:
    """A text folded as `fold` does, knowing where each of its characters came from."""

    def __init__(self, original: str) -> None:
        self._starts: list[int] = []  # of each word, in the folded text
        self._origins: list[int] = []  # of each word, in the original
        words = []
        position = 0
        for match in _WORD.finditer(original):
            self._starts.append(position)
            self._origins.append(match.start())
            words.append(match.group())
            position += match.end() - match.start() + 1
        self.text = even(" ".join(words)).lower()

    def original(self, position: int) -> int:
        """The offset in the original of the folded character at `position`."""
        word = bisect_right(self._starts, position) - 1
        if word < 0:
            return 0
        return self._origins[word] + position - self._starts[word]

    def original_end(self, position: int) -> int:
        """The offset in the original just after the folded text that ends at `position`."""
        return self.original(position - 1) + 1 if position else 0

    def folded(self, offset: int) -> int:
        """The folded position of the first character at or after `offset` in the original."""
        word = bisect_right(self._origins, offset) - 1
        if word < 0:
            return 0
        position = self._starts[word] + offset - self._origins[word]
        if word + 1 == len(self._starts):
            return min(position, len(self.text))
        following = self._starts[word + 1]
        return position if position < following - 1 else following
