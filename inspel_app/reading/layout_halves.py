"""Two pages on one sheet, or two columns all the way down: which pages are read by halves."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from inspel_app.domain.document import PageSize
from inspel_app.reading.layout import Run
from inspel_app.reading.layout_columns import in_step
from inspel_app.reading.layout_rows import rows
from inspel_app.reading.layout_tables import Grid

_LINES = 4
"""A half of fewer lines does not show that the page is parted."""
_SLIDE = 55.0
"""A slide is less high than so many font sizes."""
_NEAR = 3.0
"""Left edges this near each other, in points, are at the same place."""


class Body(NamedTuple):
    """A page without its header and footer."""

    size: PageSize
    runs: Sequence[Run]
    grid: Grid

    @property
    def middle(self) -> float:
        """Where the page is parted, if it is."""
        return self.size.width / 2

    @property
    def slide(self) -> bool:
        """Whether it is wider than high, with letters as large as on slides."""
        usual = median(run.size for run in self.runs) if self.runs else 0.0
        return self.size.width > self.size.height < _SLIDE * usual

    def whole(self) -> bool:
        """Whether something stands across the middle."""
        lines = [(run.x0, run.x1) for run in self.runs]
        lines += [(rule.start, rule.end) for rule, _ in self.grid.across]
        return any(x0 < self.middle < x1 for x0, x1 in lines)

    def halves(self) -> tuple[list[Run], list[Run]]:
        """What stands to the left and to the right of the middle."""
        left = [run for run in self.runs if run.x0 < self.middle]
        return left, [run for run in self.runs if run.x0 >= self.middle]


def parted(pages: Sequence[Body]) -> list[bool]:
    """For each page whether its halves are read one after the other.

    That shows in all pages of a size together: most leave the middle white, and the right
    half repeats the left or begins its paragraphs at heights of its own, as no table does.
    """
    by_size: defaultdict[PageSize, list[Body]] = defaultdict(list)
    for page in pages:
        by_size[page.size].append(page)
    sizes = {size for size, group in by_size.items() if _are_parted(group)}
    return [page.size in sizes and not page.whole() for page in pages]


def _are_parted(pages: Sequence[Body]) -> bool:
    white = [page for page in pages if not page.whole()]
    both = [page for page in white if min(len(rows(half)) for half in page.halves()) >= _LINES]
    if not both or 2 * len(white) < len(pages):
        return False
    return _repeats(both) or not in_step([page.halves() for page in both])


def _repeats(pages: Sequence[Body]) -> bool:
    """Whether lines begin in the right half where they do in the left, as on two equal pages."""
    left, right = (
        Counter(round(run.x0) for page in pages for run in page.halves()[side]).most_common(1)[0][0]
        for side in (0, 1)
    )
    return abs(right - left - pages[0].middle) < _NEAR
