"""Paragraphs -> blocks: the text as written, and where each printed line of it stands."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import NamedTuple

from inspel_app.domain.document import Block, BlockKind, Box, Control, Line, Role
from inspel_app.domain.document import Word as Seen
from inspel_app.reading.layout import BULLETS, Run, Word, letters_box
from inspel_app.reading.layout_hyphens import Hyphens, LineEnd
from inspel_app.reading.layout_paragraphs import Paragraph

_LARGER = 1.15
"""A heading's font size, in sizes of the running text."""
_HEADING_LENGTH = 160
_MAX_LEVEL = 9

Show = Callable[[Box], Box]
"""A box in the layout -> the box on the page as it is displayed."""
Shows = Callable[[int], Show]
"""A page's number -> what makes of a box in the layout the box on the page as displayed."""


class _Span(NamedTuple):
    """A word of a run, with its text as it is to stand and where in the run that begins."""

    start: int
    text: str
    word: Word


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
    words: list[Seen] = []
    start = 0
    for run, following in zip_longest(paragraph.runs, paragraph.runs[1:]):
        show = shows(run.page)
        spans = _spans(run, bullet=paragraph.item and start == 0)
        text = _printed(spans)
        between = ""
        if following:
            text, between = hyphens.join(text, following.text, _end(run))
        lines.append(Line(start, start + len(text), run.page, show(run.box)))
        controls += _controls(spans, start)
        words += _seen(spans, start, start + len(text), run.page, show)
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
        words=tuple(words),
    )


def _end(run: Run) -> LineEnd:
    return LineEnd(run.words[-1].spaced, lone=len(run.words) == 1)


def _spans(run: Run, *, bullet: bool) -> list[_Span]:
    """The run's words, each with its text as it is to stand and where it begins in the run."""
    spans: list[_Span] = []
    start = 0
    for i, word in enumerate(run.words):
        start += bool(i and _parted(run.words, i))
        text = "-" if bullet and i == 0 and _is_bullet(run) else word.text
        spans.append(_Span(start, text, word))
        start += len(text)
    return spans


def _printed(spans: Iterable[_Span]) -> str:
    text = ""
    for span in spans:
        text = text.ljust(span.start) + span.text
    return text


def _controls(spans: Iterable[_Span], start: int) -> Iterator[Control]:
    """The form fields among a run's words; the run begins at `start`."""
    for begin, text, word in spans:
        if word.inset and word.inset.control:
            at = start + begin
            yield replace(word.inset.control, start=at, end=at + len(text))


def _seen(spans: Iterable[_Span], start: int, end: int, page: int, show: Show) -> Iterator[Seen]:
    """Those of a run's words that were read from a picture; the run stands at [start, end)."""
    for begin, text, word in spans:
        if word.confidence is not None:
            box = letters_box(word.x0, word.x1, word.baseline, word.size)
            at = start + begin
            yield Seen(at, min(at + len(text), end), word.confidence, page, show(box))


def _is_bullet(run: Run) -> bool:
    return run.marker in BULLETS or not run.marker[0].isalnum() or run.marker == "o"


def _parted(words: Sequence[Word], i: int) -> bool:
    left, right = words[i - 1], words[i]
    return left.spaced or right.x0 - left.x1 > 0.15 * left.size
