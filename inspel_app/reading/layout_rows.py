"""Words -> runs -> rows: what stands on the same printed line."""

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise
from statistics import median_low

from inspel_app.reading.layout import Run, Word

_WIDE = 1.5
"""A gap this many times the font size parts columns, unless all the line's gaps are wide."""
_CLOSE = 1.0
"""Runs nearer each other than this many font sizes are one, however the file is written."""
_CELLS = 3
"""So many runs that begin at the same place show where a table's column begins."""
_NARROW = 30.0
"""A table's column is no narrower, in points."""
_PADDED = 0.45
"""The white before a cell, in font sizes, where the cell before is full."""
_EQUAL = 0.5
"""Gaps that differ by less, in points, are equal."""
_LEADING = 1.8
"""Lines of a paragraph are no further apart, in font sizes."""
_NEAR = 2.0
"""Margins nearer each other than this, in points, are the same."""
_MARKER = 4.0
"""How many font sizes a tab after a bullet or number may be."""


def runs(words: Iterable[Word], page: int) -> list[Run]:
    """The words in the file's order as runs: a line ends where the next word does not follow."""
    made: list[Run] = []
    line: list[Word] = []
    for word in words:
        if line and not _follows(line[-1], word):
            made += split_wide(line, page)
            line = []
        line.append(word)
    return made + split_wide(line, page) if line else made


def split_wide(line: Sequence[Word], page: int) -> list[Run]:
    """A line's words parted at its wide gaps."""
    gaps = [b.x0 - a.x1 for a, b in pairwise(line)]
    if _is_close(line, gaps) or _is_justified(line, gaps):
        return [Run(tuple(line), page)]
    others = sorted(gaps)[:-1]
    made, start = [], 0
    for i, gap in enumerate(gaps):
        size = line[i].size
        usual = min(median_low(others), size) if others and gap > _WIDE * size else 0.0
        limit = max(_WIDE * size, 3 * usual)
        if i == start and Run((line[i],), page).marker:
            limit = _MARKER * size
        if gap > limit or line[i].alone or line[i + 1].alone:
            made.append(Run(tuple(line[start : i + 1]), page))
            start = i + 1
    return [*made, Run(tuple(line[start:]), page)]


def _is_close(line: Sequence[Word], gaps: Sequence[float]) -> bool:
    """Whether no gap is wide for any of its words, and none stands alone: most lines are so."""
    narrowest = _WIDE * min([word.size for word in line])
    return max(gaps, default=0.0) <= narrowest and not any(word.alone for word in line)


def _is_justified(line: Sequence[Word], gaps: Sequence[float]) -> bool:
    """Whether words of different widths stand equally far apart: a line drawn out to the margin."""
    widths = [word.x1 - word.x0 for word in line]
    drawn = len(gaps) > 1 and max(gaps) - min(gaps) < _EQUAL
    return drawn and max(widths) - min(widths) > line[0].size and not any(w.alone for w in line)


def rows(items: Iterable[Run]) -> list[list[Run]]:
    """Runs beside each other, row by row from the top; neighbours that touch become one."""
    made: list[list[Run]] = []
    for run in sorted(items, key=lambda run: (run.baseline, run.x0)):
        row = next((row for row in reversed(made[-2:]) if _beside(row, run)), None)
        if row is None:
            made.append([run])
        else:
            row.append(run)
    return [_joined(row) for row in made]


def aligned(items: Sequence[Run]) -> list[list[Run]]:
    """The rows, parted too where a word begins a cell at the same place as cells of other rows."""
    edges = _edges(items)
    made = [[part for run in row for part in _at_edges(run, edges)] for row in rows(items)]
    for i, row in enumerate(made):
        around = [*made[max(i - 1, 0) : i], *made[i + 1 : i + 2]]
        if len(row) > 1 and any(len(one) == 1 and _fills_as(row, one[0]) for one in around):
            made[i] = [_whole(row)]
    return made


def drawn_out(lines: Sequence[list[Run]], right: float) -> list[list[Run]]:
    """A cell's lines, of which the only one in pieces may be drawn out to the right margin."""
    parted = [i for i, row in enumerate(lines) if len(row) > 1]
    left = min((row[0].x0 for row in lines), default=0.0)
    made = list(lines)
    for i in parted if len(parted) == 1 and parted[0] + 1 < len(lines) else ():
        row = lines[i]
        if row[0].x0 - left < _NEAR and abs(row[-1].x1 - right) < _NEAR:
            made[i] = [_whole(row)]
    return made


def _whole(row: Sequence[Run]) -> Run:
    return Run(tuple(word for run in row for word in run.words), row[0].page)


def _fills_as(row: Sequence[Run], line: Run) -> bool:
    """Whether the row is a line drawn out to the margins, as the line above or below it is."""
    first, last, near = row[0], row[-1], line.size
    if first.x0 < line.x0 - _EQUAL or abs(last.x1 - line.x1) > _EQUAL or len(line.words) < _CELLS:
        return False
    level = abs(first.size - line.size) < _EQUAL and first.x0 - line.x0 < 3 * near
    return level and abs(first.baseline - line.baseline) < _LEADING * near


def at_edges(items: Sequence[Run]) -> list[Run]:
    """The runs in their order, parted where a word begins a cell as cells of other rows do."""
    edges = _edges(items)
    return [part for run in items for part in _at_edges(run, edges)]


def _edges(items: Sequence[Run]) -> set[int]:
    """Where cells begin."""
    starts = Counter(round(run.x0) for run in items)
    left = min((run.x0 for run in items), default=0.0)
    return {x for x, count in starts.items() if count >= _CELLS and x > left + _NARROW}


def _at_edges(run: Run, edges: Container[int]) -> list[Run]:
    made, start = [], 0
    for i, (left, right) in enumerate(pairwise(run.words), start=1):
        if round(right.x0) in edges and right.x0 - left.x1 > _PADDED * right.size:
            made.append(Run(run.words[start:i], run.page))
            start = i
    return [*made, Run(run.words[start:], run.page)] if made else [run]


def _follows(left: Word, right: Word) -> bool:
    size = max(left.size, right.size)
    level = abs(left.baseline - right.baseline) < 0.5 * size
    return level and right.x0 > left.x1 - 0.3 * size and right.x0 > left.x0


def _beside(row: Sequence[Run], run: Run) -> bool:
    first = row[0]
    overlap = min(first.box.y1, run.box.y1) - max(first.box.y0, run.box.y0)
    if overlap < 0.25 * min(first.size, run.size):
        return False
    return all(_right_of(run, other) or _right_of(other, run) for other in row)


def _right_of(run: Run, other: Run) -> bool:
    return run.x0 > max(other.x0, other.x1 - 0.3 * run.size)


def _joined(row: list[Run]) -> list[Run]:
    """The row from left to right, with runs that touch made one."""
    made: list[Run] = []
    for run in sorted(row, key=lambda run: run.x0):
        if made and _touch(made[-1], run):
            made[-1] = Run(made[-1].words + run.words, run.page)
        else:
            made.append(run)
    return made


def _touch(left: Run, right: Run) -> bool:
    if left.alone or right.alone or not _follows(left.words[-1], right.words[0]):
        return False
    reach = _MARKER if len(left.words) == 1 and left.marker else _CLOSE
    return right.x0 - left.x1 < reach * max(left.size, right.size)
