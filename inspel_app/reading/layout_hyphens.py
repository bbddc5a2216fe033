"""What stands between the last word of a line and the first of the next."""

import re
from collections.abc import Iterable

from inspel_app.reading.layout import Run

_SOFT = "\u00ad"
_SUSPENDED = frozenset("och eller samt respektive resp resp. men till and or".split())
"""Words after which a hyphen at the line's end stands for the word's other half."""
_AUTOMATIC = 0.02
"""The share of lines that end in a hyphen in a text whose program hyphenates."""
_TAIL = re.compile(r"[\w]+(?:-\w+)*$")
_HEAD = re.compile(r"^\w+")
_URL = re.compile(r"(https?://|www\.)\S*$")
_WORDS = re.compile(r"\w+(?:-\w+)*")
_ENOUGH = 2


class Hyphens:
    """Joins lines as one document breaks them: by its program, or at the writer's own hyphens.

    `keeps_spaces` tells that the file holds the space at which a line was broken.
    """

    def __init__(self, lines: Iterable[Run], *, keeps_spaces: bool) -> None:
        self._keeps_spaces = keeps_spaces
        self._words: set[str] = set()
        total = broken = 0
        for run in lines:
            total += 1
            self._words.update(word.lower() for word in _WORDS.findall(run.text))
            broken += run.text[-2:-1].isalpha() and run.text.endswith("-")
        self._automatic = broken >= _AUTOMATIC * total

    def join(self, line: str, following: str, *, spaced: bool) -> tuple[str, str]:
        """The line as it ends when joined with the next, and what to put between them.

        `spaced` tells that the file has a space at the line's end.
        """
        if line.endswith(_SOFT):
            return line.rstrip(_SOFT), ""
        if spaced or line.endswith((" –", " -", " —", " /")) or len(line) < _ENOUGH:
            return line, " "
        if line.endswith(("–", "—", "/")):
            return line, ""
        if line.endswith("-"):
            return self._hyphenated(line, following)
        return line, "" if self._keeps_spaces and _URL.search(line) else " "

    def _hyphenated(self, line: str, following: str) -> tuple[str, str]:
        tail, head = _TAIL.search(line[:-1]), _HEAD.match(following)
        if tail is None or head is None or following.split()[0].lower() in _SUSPENDED:
            return line, " "
        left, right = tail[0], head[0]
        if self._is_compound(left, right):
            return line, ""
        return line[:-1], ""

    def _is_compound(self, left: str, right: str) -> bool:
        """Whether the writer's own hyphen stands between the two halves."""
        whole, parted = (left + right).lower(), f"{left}-{right}".lower()
        if whole in self._words or parted in self._words:
            return whole not in self._words
        abbreviation = len(left) == 1 or left[-1].isdigit() or left.isupper()
        return abbreviation or not right[0].islower() or not self._automatic
