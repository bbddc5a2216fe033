"""Bullets that a PDF page holds as drawings, as browsers print them."""

from bisect import bisect_left
from collections.abc import Sequence

from inspel_app.domain.document import Box
from inspel_app.reading.layout import Word

_LEAST, _MOST = 0.15, 0.6
"""A bullet is so wide, in font sizes of its line."""
_NEAREST, _FURTHEST = 0.15, 2.5
"""The white between it and its line, in font sizes."""
_LOW, _HIGH = 0.1, 0.65
"""How far above the baseline its middle is, in font sizes."""
_BESIDE = 4.0
"""What else stands on its line is further away than so many font sizes."""
_SIGN = "•"
_MAX_DOTS = 500
"""A page with more of them is a drawing."""


def with_bullets(words: list[Word], dots: Sequence[Box]) -> list[Word]:
    """The words, with a bullet before each line that has a dot drawn before it."""
    if not dots or len(dots) > _MAX_DOTS:
        return words
    by_height = sorted(range(len(words)), key=lambda i: words[i].baseline)
    heights = [words[i].baseline for i in by_height]
    largest = max((word.size for word in words), default=0.0)
    found: dict[int, Word] = {}
    for dot in dots:
        middle = (dot.y0 + dot.y1) / 2
        near = by_height[bisect_left(heights, middle) : bisect_left(heights, middle + largest)]
        level = [i for i in near if _is_level(words[i], dot)]
        after = min(
            (i for i in level if words[i].x0 > dot.x0), key=lambda i: words[i].x0, default=None
        )
        if after is not None and _leads(dot, words[after], [words[i] for i in level]):
            first = words[after]
            found[after] = Word(_SIGN, dot.x0, dot.x1, first.baseline, first.size, spaced=True)
    return [
        w for i, word in enumerate(words) for w in ((found[i], word) if i in found else (word,))
    ]


def _is_level(word: Word, dot: Box) -> bool:
    above = word.baseline - (dot.y0 + dot.y1) / 2
    return _LOW * word.size < above < _HIGH * word.size


def _leads(dot: Box, first: Word, line: Sequence[Word]) -> bool:
    """Whether the dot is of a bullet's size and place, with nothing close before it."""
    size = first.size
    if not _LEAST * size < dot.x1 - dot.x0 < _MOST * size:
        return False
    if not _NEAREST * size < first.x0 - dot.x1 < _FURTHEST * size:
        return False
    return all(word.x0 > dot.x0 or word.x1 < dot.x0 - _BESIDE * size for word in line)
