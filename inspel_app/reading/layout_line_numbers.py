"""Line numbers in the margin: what counts a page's lines is no part of its sentences."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from inspel_app.reading.layout import Word

_MANY, _SOME = 15, 4
"""So many numbers on a page show that each line is counted, so many that each fifth or tenth is."""
_STEPS = (5, 10)
_MOST = 0.9
"""The share of the numbers that follow in order; pages may begin anew."""
_EVEN = 1.5
"""Numbers that stand below each other end at the same place, give or take so many points."""
_WHITE = 0.4
"""The white between a number and its line, in font sizes."""
_LEADING = 4.0
"""Counted lines are no further apart, in the numbers' font sizes."""
_OUTSIDE = 0.95
"""The share of all other words that stand to the right of the numbers."""
_LONGEST = 4


def line_numbers(pages: Sequence[Sequence[Word]]) -> list[set[int]]:
    """For each page the places, among its words, of those that count its lines."""
    columns = [_column(words) for words in pages]
    shown = [words for words, column in zip(pages, columns, strict=True) if _counts(words, column)]
    if not shown or 2 * len(shown) < sum(map(bool, columns)):
        return [set() for _ in pages]
    return [set(column) for column in columns]


def _column(words: Sequence[Word]) -> list[int]:
    """The places of the numbers that stand below each other to the left of all text."""
    numbers = [i for i, word in enumerate(words) if _is_number(word)]
    ends = Counter(round(words[i].x1) for i in numbers)
    if not ends:
        return []
    end = max(ends, key=lambda x: (ends[x - 1] + ends[x] + ends[x + 1], -x))
    chosen = [i for i in numbers if abs(words[i].x1 - end) <= _EVEN]
    rest = len(words) - len(chosen)
    beside = sum(word.x0 > end + _WHITE * word.size for word in words)
    return chosen if beside >= _OUTSIDE * rest else []


def _is_number(word: Word) -> bool:
    return word.text.isdecimal() and len(word.text) <= _LONGEST and word.inset is None


def _counts(words: Sequence[Word], column: Sequence[int]) -> bool:
    """Whether the numbers follow each other with the lines."""
    numbers = sorted((words[i].baseline, words[i].size, int(words[i].text)) for i in column)
    pairs = list(pairwise(numbers))
    if len(numbers) < _SOME:
        return False
    steps = Counter(b[2] - a[2] for a, b in pairs)
    step, count = steps.most_common(1)[0]
    if count < _MOST * len(pairs):
        return False
    if step in _STEPS:
        return all(number % step == 0 for _y, _size, number in numbers)
    near = sum(b[0] - a[0] < _LEADING * a[1] for a, b in pairs)
    return step == 1 and len(numbers) >= _MANY and near >= _MOST * len(pairs)
