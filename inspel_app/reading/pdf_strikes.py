"""Words that a PDF page shows struck through: a line is drawn through their letters."""

from collections import defaultdict
from collections.abc import Sequence

from inspel_app.domain.document import Box
from inspel_app.reading.layout import Word

_LOW, _HIGH = 0.12, 0.5
"""How far above the baseline such a line is drawn, in font sizes; lower ones underline."""
_ROOM = 0.4
"""How far it may reach beyond the words, in font sizes; the lines of tables reach further."""
_HALF = 0.5
"""A word is struck through where so much of it is."""
_LARGEST = 100.0
"""Points; larger letters are not looked at."""


def with_strikes(words: list[Word], lines: Sequence[Box]) -> list[Word]:
    """The words, those marked through which a level line is drawn."""
    found = _struck(words, [line for line in lines if line.x1 - line.x0 > line.y1 - line.y0])
    return [word._replace(struck=word in found) for word in words] if found else words


def _struck(words: list[Word], lines: Sequence[Box]) -> set[Word]:
    by_height: defaultdict[int, list[Word]] = defaultdict(list)
    for word in words if lines else ():
        by_height[int(word.baseline)].append(word)
    heights = sorted(by_height)
    largest = min(max((word.size for word in words), default=0.0), _LARGEST)
    found: set[Word] = set()
    for line in lines:
        y = (line.y0 + line.y1) / 2
        near = range(int(y), int(y + _HIGH * largest) + 1)
        crossed = [
            word
            for height in (near if len(near) < len(heights) else heights)
            for word in by_height.get(height, ())
            if _is_crossed(word, line, y)
        ]
        if crossed and _keeps_to(line, crossed):
            found.update(crossed)
    return found


def _is_crossed(word: Word, line: Box, y: float) -> bool:
    if not _LOW * word.size < word.baseline - y < _HIGH * word.size:
        return False
    return min(word.x1, line.x1) - max(word.x0, line.x0) > _HALF * (word.x1 - word.x0)


def _keeps_to(line: Box, words: Sequence[Word]) -> bool:
    room = _ROOM * max(word.size for word in words)
    left, right = min(word.x0 for word in words), max(word.x1 for word in words)
    return line.x0 > left - room and line.x1 < right + room
