"""What tells a running title or page number: a chapter's name, or numbers that count on."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

from inspel_app.reading.layout import Run

_LARGER = 1.1
"""A chapter's title is set in letters so much larger than its name in the margin."""
_SHORTEST = 5
"""The least letters of a title's line by which a name is known."""
_PAGES = 3
"""So many pages in a row show from what number they are counted."""
_NUMBERED = re.compile(
    r"(?:sida|sid\.?|s\.|page)?\s*[-–]?\s*(\d+)\s*(?:(?:av|of|/|\(|:)\s*\d+\s*\)?)?\s*[-–]?",
    re.IGNORECASE,
)


class Titles:
    """The titles of a document's chapters, which the margin may repeat."""

    def __init__(self, runs: Sequence[Run]) -> None:
        usual = median(run.size for run in runs) if runs else 0.0
        self._lines = {
            (run.text.casefold(), run.size)
            for run in runs
            if run.size > _LARGER * usual and len(run.text) >= _SHORTEST
        }

    def repeated_by(self, run: Run) -> bool:
        """Whether the run is a title in smaller letters, or begins with a line of one."""
        name = run.text.casefold()
        return any(size > _LARGER * run.size and name.startswith(t) for t, size in self._lines)


def counting(runs: Iterable[Run]) -> set[int]:
    """The ids of those runs, at the same height on their pages, that are the pages' numbers.

    A cover may come before the first, but then several must show it.
    """
    numbers = [
        (run, int(match[1])) for run in runs if (match := _NUMBERED.fullmatch(run.text)) is not None
    ]
    shifts = Counter(number - run.page for run, number in numbers)
    known = {shift for shift, count in shifts.items() if shift == 0 or count >= _PAGES}
    return {id(run) for run, number in numbers if number - run.page in known}
