"""Words placed on a page, and the runs of words that stand together on a printed line.

Lengths are points. The layout sees each page turned so that its text is upright, with y
counted downwards from the upper edge.
"""

import re
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from inspel_app.domain.document import Box, Cell, Control, ControlKind

ASCENT, DESCENT = 0.8, 0.25
"""How far letters reach above and below the baseline, as a share of the font's size."""
BULLETS = frozenset("•·∙●○◦‣⁃▪▫■□◆◇➢➔►✓✔\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf02d")
_DASHES = frozenset("-–—*o")
_AROUND, _FLUSH = 4, 3
"""So many lines, among so many before and after, that end alike show where the margin is."""
_NUMBER = re.compile(r"(\d{1,2}|[a-zåäö])[.)]")


@dataclass(frozen=True, slots=True)
class Inset:
    """What was put onto the page by itself: a form field (`control`) or a typed note."""

    box: Box
    control: Control | None = None

    @property
    def inline(self) -> bool:
        """Whether it belongs to the words beside it, as a tick box does to its label."""
        return self.control is not None and self.control.kind is ControlKind.CHECKBOX


class Word(NamedTuple):
    """Characters without a space between: `spaced` tells whether one follows in the file.

    `confidence` (0-1) is set for a word that was read from a picture; `struck` tells that a
    line is drawn through it, so that it has its place but is no part of the text.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool = False
    spaced: bool = False
    inset: Inset | None = None
    confidence: float | None = None
    struck: bool = False

    @property
    def alone(self) -> bool:
        """Whether it never shares a paragraph with other words."""
        return self.inset is not None and not self.inset.inline

    def moved(self, x: float, y: float) -> "Word":
        """The word so much further to the right and down."""
        inset = self.inset and replace(self.inset, box=moved(self.inset.box, x, y))
        return self._replace(
            x0=self.x0 + x, x1=self.x1 + x, baseline=self.baseline + y, inset=inset
        )


@dataclass(slots=True, eq=False)
class Run:
    """Words after each other on one line, with no wide gap and no ruling line between.

    `size` and `baseline` are those of its longest word, which a raised digit does not change;
    `bold` tells whether all of it is. `text` is for recognising it; see `layout_blocks` for
    the text as written.
    """

    words: tuple[Word, ...]
    page: int
    x0: float = field(init=False)
    x1: float = field(init=False)
    baseline: float = field(init=False)
    size: float = field(init=False)
    bold: bool = field(init=False)
    text: str = field(init=False)
    box: Box = field(init=False)

    def __post_init__(self) -> None:
        longest = max(self.words, key=_length)
        self.x0 = self.words[0].x0
        self.x1 = max([word.x1 for word in self.words])
        self.baseline, self.size = longest.baseline, longest.size
        self.bold = all(word.bold for word in self.words)
        self.text = " ".join([word.text for word in self.words])
        self.box = longest.inset.box if self.alone and longest.inset else self._letters()

    def _letters(self) -> Box:
        return letters_box(self.x0, self.x1, self.baseline, self.size)

    @property
    def alone(self) -> bool:
        """Whether it is a paragraph of its own, as the value of a form field is."""
        return self.words[0].alone

    @property
    def text_x0(self) -> float:
        """Left edge of the text after a bullet or number."""
        return self.words[1].x0 if self.marker and len(self.words) > 1 else self.x0

    @property
    def marker(self) -> str:
        """Its first word when that may be a bullet, a dash or an item's number, else nothing."""
        first = self.words[0].text
        known = first in BULLETS or first in _DASHES or _NUMBER.fullmatch(first)
        return first if known else ""

    @property
    def certain_item(self) -> bool:
        """Whether the marker can be nothing but a marker: a bullet, or followed by a tab."""
        if not self.marker or len(self.words) == 1:
            return self.marker in BULLETS
        gap = self.words[1].x0 - self.words[0].x1
        return self.marker in BULLETS or gap > 0.6 * self.size


@dataclass(frozen=True, slots=True)
class Flow:
    """Lines, each one run, read from top to bottom; `right` is how far a line could reach.

    `boxed` tells that they stand on a slide, where no text goes on in the next column.
    """

    runs: tuple[Run, ...]
    right: float
    cell: Cell | None = None
    boxed: bool = False

    def edges(self) -> list[float]:
        """How far each line could reach: its own end where several lines around end there too."""
        left = min(run.x0 for run in self.runs)
        edges = []
        for i, run in enumerate(self.runs):
            around = self.runs[max(0, i - _AROUND) : i + _AROUND + 1]
            flush = {other.text for other in around if abs(other.x1 - run.x1) < 1.0}
            long = run.x1 - left > (self.right - left) / 2
            edges.append(run.x1 if long and len(flush) >= _FLUSH else self.right)
        return edges


def letters_box(x0: float, x1: float, baseline: float, size: float) -> Box:
    """The box around letters of a font's size."""
    return Box(x0, baseline - ASCENT * size, x1, baseline + DESCENT * size)


def moved(box: Box, x: float, y: float) -> Box:
    """The box so much further to the right and down."""
    return Box(box.x0 + x, box.y0 + y, box.x1 + x, box.y1 + y)


def had_room(run: Run, following: Run, right: float) -> bool:
    """Whether the next line's first word would have fitted at the end of this line.

    A line that had room was ended by its writer, not by the margin.
    """
    word = following.words[0]
    return run.x1 + 0.3 * run.size + (word.x1 - word.x0) <= right


def _length(word: Word) -> int:
    return len(word.text)
