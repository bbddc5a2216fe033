"""How a text was changed: which ranges gave way to what, and where every other place went."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TypeVar

from inspel_app.domain.form import Answer, DoubtfulWord, Unplaced

Read = TypeVar("Read", bound=Answer | Unplaced)
"""Text that was read in a file, and may be corrected."""

_WORD = re.compile(r"\S+")
_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Change:
    """`[start, end)` of the old text gave way to `text`."""

    start: int
    end: int
    text: str

    @property
    def growth(self) -> int:
        """By how much what comes after is moved."""
        return len(self.text) - (self.end - self.start)


@dataclass(frozen=True, slots=True)
class Revision:
    """Changes of one text, in order, none overlapping another."""

    changes: tuple[Change, ...]

    @classmethod
    def between(cls, old: str, new: str) -> "Revision":
        """The changes, word by word, that make the new text of the old.

        Where as many words gave way to others, each stands for the one in its place.
        """
        return cls(tuple(_changes(old, new)))

    def applied(self, text: str) -> str:
        """The new text."""
        pieces: list[str] = []
        at = 0
        for change in self.changes:
            pieces += text[at : change.start], change.text
            at = change.end
        return "".join((*pieces, text[at:]))

    def touches(self, start: int, end: int) -> bool:
        """Whether anything within the range was changed."""
        return any(change.start < end and change.end > start for change in self.changes)

    def moved(self, start: int, end: int) -> _Span:
        """Where a range of the old text stands in the new; what it was changed to, if it was."""
        begins, ends = start, end
        for change in self.changes:
            if change.end <= start:
                begins += change.growth
            elif change.start < start:
                begins += change.start - start
            if change.end <= end and change.start < end:
                ends += change.growth
            elif change.start < end:
                ends += change.start + len(change.text) - end
        return begins, max(begins, ends)


def revised(read: Read, revision: Revision) -> Read:
    """The text with the changes made; the first reading is kept, doubts go with their words.

    A doubtful word is settled when a change touches it, be it only to put the same there again.
    """
    text = revision.applied(read.text)
    doubtful = tuple(_revised_word(word, revision) for word in read.doubtful)
    return replace(
        read, text=text, doubtful=doubtful, reading=None if text == read.as_read else read.as_read
    )


def _revised_word(word: DoubtfulWord, revision: Revision) -> DoubtfulWord:
    start, end = revision.moved(word.start, word.end)
    settled = word.settled or revision.touches(word.start, word.end)
    return replace(word, start=start, end=end, settled=settled)


def _changes(old: str, new: str) -> Iterator[Change]:
    """The words that changed, and the gaps between those that stand for each other."""
    before, after = _spans(old), _spans(new)
    pairs = [(before[i], after[j]) for i, j in _pairs(old, before, new, after)]
    ends = ((len(old), len(old)), (len(new), len(new)))
    for (left, left_new), (right, right_new) in pairwise([((0, 0), (0, 0)), *pairs, ends]):
        gap = new[left_new[1] : right_new[0]]
        if old[left[1] : right[0]] != gap:
            yield Change(left[1], right[0], gap)
        word = new[slice(*right_new)]
        if old[slice(*right)] != word:
            yield Change(*right, word)


def _pairs(
    old: str, before: list[_Span], new: str, after: list[_Span]
) -> Iterator[tuple[int, int]]:
    """The numbers of the words that stand for each other, in order."""
    words, words_new = [old[s:e] for s, e in before], [new[s:e] for s, e in after]
    matcher = SequenceMatcher(None, words, words_new, autojunk=False)
    for _tag, i, i_end, j, j_end in matcher.get_opcodes():
        if i_end - i == j_end - j:
            yield from zip(range(i, i_end), range(j, j_end), strict=True)


def _spans(text: str) -> list[_Span]:
    return [match.span() for match in _WORD.finditer(text)]
