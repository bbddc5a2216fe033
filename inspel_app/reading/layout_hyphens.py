"""What stands between the last word of a line and the first of the next."""

import re
from collections.abc import Iterable
from typing import NamedTuple, Protocol

_SOFT = "\u00ad"
_SUSPENDED = frozenset(
    {"och", "eller", "samt", "respektive", "resp", "resp.", "men", "till", "and", "or"}
)
"""Words after which a hyphen at the line's end stands for the word's other half."""
_AUTOMATIC = 0.02
"""The share of lines that end in a hyphen in a text whose program hyphenates."""
_TAIL = re.compile(r"\w+(?:-\w+)*$")
_HEAD = re.compile(r"^\w+")
_URL = re.compile(r"[<(]?(https?://|www\.)")
_ADDRESS = re.compile(r"[@/.]")
_DASHES = frozenset({"-", "–", "—", "/"})
_WORDS = re.compile(r"\w+(?:-\w+)*")


class Printed(Protocol):
    """What has a text on one line."""

    @property
    def text(self) -> str:
        """The text, without line breaks."""
        ...


class LineEnd(NamedTuple):
    """How a printed line ends: with a space in the file; it may be a word alone."""

    spaced: bool
    lone: bool


class Hyphens:
    """Joins lines as one document breaks them: by its program, or at the writer's own hyphens.

    `keeps_spaces` tells that the file holds the space at which a line was broken.
    """

    def __init__(self, lines: Iterable[Printed], *, keeps_spaces: bool) -> None:
        self._keeps_spaces = keeps_spaces
        self._words: set[str] = set()
        total = broken = 0
        after_hyphen = False
        for run in lines:
            total += 1
            found = [word.lower() for word in _WORDS.findall(run.text)]
            self._words.update(found[after_hyphen:])
            after_hyphen = run.text.endswith("-")
            broken += run.text[-2:-1].isalpha() and run.text.endswith("-")
        self._automatic = broken >= _AUTOMATIC * total

    def join(self, line: str, following: str, end: LineEnd) -> tuple[str, str]:
        """The line as it stands when joined with the next, and what to put between them."""
        last = line.rsplit(maxsplit=1)[-1] if line else ""
        if last.endswith(_SOFT):
            return line.rstrip(_SOFT), ""
        if end.spaced or last in _DASHES or not last:
            return line, " "
        if last.endswith(("–", "—", "/")):
            return line, ""
        if last.endswith("-"):
            return self._hyphenated(line, last, following)
        link = self._keeps_spaces and _URL.match(last)
        return line, "" if link or (end.lone and "@" in last) else " "

    def _hyphenated(self, line: str, last: str, following: str) -> tuple[str, str]:
        left, right = _TAIL.search(last[:-1]), _HEAD.match(following)
        if left is None or right is None or following.split(maxsplit=1)[0].lower() in _SUSPENDED:
            return line, " "
        if _ADDRESS.search(last) or self._is_compound(left[0], right[0]):
            return line, ""
        return line[:-1], ""

    def _is_compound(self, left: str, right: str) -> bool:
        """Whether the writer's own hyphen stands between the two halves."""
        whole, parted = (left + right).lower(), f"{left}-{right}".lower()
        if whole in self._words or parted in self._words:
            return whole not in self._words
        if "-" in left and right.lower() in self._words:
            return True
        abbreviation = len(left) == 1 or left[-1].isdigit() or left.isupper()
        return abbreviation or not right[0].islower() or not self._automatic
