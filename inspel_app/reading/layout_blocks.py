"""Paragraphs -> blocks: the text as written, and where each printed line of it stands."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from inspel_app.domain.document import Block, BlockKind, Box, Control, Line, Role
from inspel_app.reading.layout import BULLETS, Run, Word
from inspel_app.reading.layout_hyphens import Hyphens, LineEnd
from inspel_app.reading.layout_paragraphs import Paragraph

_LARGER = 1.15
"""A heading's font size, in sizes of the running text."""
_HEADING_LENGTH = 160
_MAX_LEVEL = 9

Shows = Callable[[int], Callable[[Box], Box]]
"""A page's number -> what makes of a box in the layout the box on the page as displayed."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The font sizes of a document: that of the running text, and those of headings."""

    body: float
    headings: tuple[float, ...]
    bold_stands_out: bool

    @classmethod
    def of(cls, runs: Iterable[Run]) -> "Scale":
        """The scale that most characters speak for."""
        weights: Counter[float] = Counter()
        bold = total = 0
        for run in runs:
            length = len(run.text)
            weights[round(run.size)] += length
            bold += length * run.bold
            total += length
        body = max(weights, key=lambda size: (weights[size], -size), default=0.0)
        larger = sorted((size for size in weights if size > body * _LARGER), reverse=True)
        return cls(body, tuple(larger), 2 * bold < total)

    def level(self, paragraph: Paragraph) -> int:
        """1-9 for a heading, 0 for anything else."""
        length = sum(len(run.text) for run in paragraph.runs)
        if paragraph.item or length > _HEADING_LENGTH or paragraph.runs[0].alone:
            return 0
        size = round(max(run.size for run in paragraph.runs))
        if size in self.headings:
            return min(self.headings.index(size) + 1, _MAX_LEVEL)
        bold = self.bold_stands_out and all(run.bold for run in paragraph.runs)
        ends = paragraph.runs[-1].text.endswith((".", ","))
        return min(len(self.headings) + 1, _MAX_LEVEL) if bold and not ends else 0


def block(paragraph: Paragraph, hyphens: Hyphens, role: Role, level: int, shows: Shows) -> Block:
    """The paragraph as a block; `level` above 0 makes it a heading."""
    pieces: list[str] = []
    lines: list[Line] = []
    controls: list[Control] = []
    start = 0
    for run, following in zip_longest(paragraph.runs, paragraph.runs[1:]):
        text = _printed(run, start, controls, bullet=paragraph.item and start == 0)
        between = ""
        if following:
            text, between = hyphens.join(text, following.text, _end(run))
        lines.append(Line(start, start + len(text), run.page, shows(run.page)(run.box)))
        pieces += text, between
        start += len(text) + len(between)
    kind = BlockKind.ITEM if paragraph.item else BlockKind.PARAGRAPH
    return Block(
        "".join(pieces),
        kind=BlockKind.HEADING if level else kind,
        role=role,
        level=level,
        page=paragraph.runs[0].page,
        cell=paragraph.cell,
        controls=tuple(controls),
        lines=tuple(lines),
    )


def _end(run: Run) -> LineEnd:
    return LineEnd(run.words[-1].spaced, lone=len(run.words) == 1)


def _printed(run: Run, start: int, controls: list[Control], *, bullet: bool) -> str:
    """The run's text; its form fields are added to `controls`, counted from `start`."""
    text = ""
    for i, word in enumerate(run.words):
        if i and _parted(run.words, i):
            text += " "
        shown = "-" if bullet and i == 0 and _is_bullet(run) else word.text
        if word.inset and word.inset.control:
            begin = start + len(text)
            controls.append(replace(word.inset.control, start=begin, end=begin + len(shown)))
        text += shown
    return text


def _is_bullet(run: Run) -> bool:
    return run.marker in BULLETS or not run.marker[0].isalnum() or run.marker == "o"


def _parted(words: Sequence[Word], i: int) -> bool:
    left, right = words[i - 1], words[i]
    return left.spaced or right.x0 - left.x1 > 0.15 * left.size
