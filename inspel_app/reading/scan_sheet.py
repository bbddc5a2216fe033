"""The words that were read on pages -> sheets to lay out.

The engine gives a box around each word's ink. Where the line stands and how large its letters
are follows from which of them rise above the small ones and which hang below the line.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import zip_longest
from statistics import median

import numpy as np

from inspel_app.domain.document import Block, Box, Role
from inspel_app.i18n import ngettext
from inspel_app.reading.layout import Word
from inspel_app.reading.layout_blocks import Show
from inspel_app.reading.layout_pages import Aside, Sheet, blocks
from inspel_app.reading.ocr import OcrWord
from inspel_app.reading.scan_page import POINTS, projected, scaled
from inspel_app.reading.scan_reading import PageReading

_RISING = re.compile(r"[^\W_acemnorsuvwxzgpqy]")
"""Letters and digits as high as a capital, or nearly."""
_HANGING = re.compile(r"[gjpqyQ,;()\[\]{}|/@§_]")
_CAPITAL, _SMALL, _BELOW = 0.72, 0.52, 0.21
"""Heights of capitals and small letters, and of what hangs below the line, in font sizes."""
_SPACE = 0.2
"""The least white between two words, in font sizes."""
_STEP = 1.25
"""Font sizes nearer each other than this are measured differently, but are the same."""
_NOISE = 0.5
"""Signs that are neither letters nor digits are specks where they are read with less confidence."""
_SPECK = 0.3
"""What is lower than this share of the page's usual words is a speck, whatever was read in it."""
_LOW = re.compile(r"[-–—~=…_]+|[.,]{2,}")
"""Signs that are so low when they are written."""
_RULE = re.compile(r"[|¦_]+")
_BULLETS = frozenset("*+«»¢°©®¥=~eo")
"""What a bullet is read as: signs and letters with which no line of Swedish begins."""
_BULLET_GAP = 0.4
"""The white after a bullet, in font sizes."""
_PLACES = 5
"""In so many places along a line on a bent page it is seen how far up and down it reaches."""


def laid_out(written: Sequence[Sheet], pages: Mapping[int, PageReading | None]) -> list[Block]:
    """The blocks of pages with text of their own and of pages that were read, in page order.

    The two are laid out apart: a file's own text tells things, such as the space at which a line
    was broken, that a picture does not.
    """
    text = blocks(written)
    tables = 1 + max((block.cell.table for block in text if block.cell), default=-1)
    seen = blocks(sheets({n: page for n, page in pages.items() if page}), tables)
    return sorted([*text, *seen], key=lambda block: block.page)


def sheets(pages: Mapping[int, PageReading]) -> list[Sheet]:
    """Sheets of the pages, whose numbers count from 1."""
    lines = {number: list(_lines(reading)) for number, reading in pages.items()}
    usual = _usual_size([word for page in lines.values() for line in page for word in line])
    return [
        Sheet(
            number,
            reading.size,
            [w for line in lines[number] for w in _with_bullet([_snapped(v, usual) for v in line])],
            reading.grid,
            _show(reading),
            _unread(reading),
        )
        for number, reading in pages.items()
    ]


def _unread(reading: PageReading) -> tuple[Aside, ...]:
    """A note in the place of each part of the page that could not be read."""
    dot = POINTS / reading.dpi
    notes = [
        Word(
            ngettext("[en oläst rad]", "[{n} olästa rader]", area.lines).format(n=area.lines),
            area.left * dot,
            area.right * dot,
            (area.bottom - _BELOW * (area.bottom - area.top)) * dot,
            (area.bottom - area.top) * dot,
        )
        for area in reading.unread
    ]
    return tuple(Aside(Role.STRAY, [note], _show(reading)) for note in notes)


def _lines(reading: PageReading) -> Iterator[list[Word]]:
    """The page's words line by line, placed in points."""
    lines: defaultdict[int, list[OcrWord]] = defaultdict(list)
    usual = median(w.bottom - w.top for w in reading.words) if reading.words else 0
    for word in reading.words:
        if _is_written(word, usual):
            lines[word.line].append(word)
    dot = POINTS / reading.dpi
    for line in lines.values():
        size = _size(line) * dot
        baseline = _baseline(line) * dot
        words = [
            Word(w.text, w.left * dot, w.right * dot, baseline, size, confidence=w.confidence)
            for w in line
        ]
        yield [_before(word, after) for word, after in zip_longest(words, words[1:])]


def _before(word: Word, after: Word | None) -> Word:
    """The word with a space between it and the next, which the engine's boxes may overlap."""
    if after is None or after.x0 <= word.x0:
        return word
    return word._replace(x1=max(min(word.x1, after.x0 - _SPACE * word.size), word.x0))


def _is_written(word: OcrWord, usual: float) -> bool:
    """Whether somebody wrote it: no speck, and no part of a ruling line."""
    if word.bottom - word.top < _SPECK * usual and not _LOW.fullmatch(word.text):
        return False
    if any(sign.isalnum() for sign in word.text):
        return True
    return word.confidence >= _NOISE and not _RULE.fullmatch(word.text)


def _baseline(line: Sequence[OcrWord]) -> float:
    """Where the letters of a line stand, in pixels."""
    standing = [word.bottom for word in line if not _HANGING.search(word.text)]
    return median(standing) if standing else min(w.bottom for w in line) - _BELOW * _size(line)


def _size(line: Sequence[OcrWord]) -> float:
    """The font size of a line, in pixels."""
    rising = [word for word in line if _RISING.search(word.text)]
    height = _CAPITAL if rising else _SMALL
    return median(
        (w.bottom - w.top) / (height + _BELOW * bool(_HANGING.search(w.text)))
        for w in rising or line
    )


def _usual_size(words: Sequence[Word]) -> float:
    """The size of most of the text."""
    sizes = [word.size for word in words for _ in word.text]
    return median(sizes) if sizes else 1.0


def _snapped(word: Word, usual: float) -> Word:
    steps = round(math.log(max(word.size, 1.0) / usual, _STEP))
    return word._replace(size=usual * _STEP**steps)


def _with_bullet(line: list[Word]) -> list[Word]:
    """The line with the sign that it begins with as a bullet, if it can be nothing else."""
    first, *rest = line
    if rest and first.text in _BULLETS and rest[0].x0 - first.x1 > _BULLET_GAP * first.size:
        return [first._replace(text="•"), *rest]
    return line


def _show(reading: PageReading) -> Show:
    """From points on the page as it was read to points on the page as it came."""
    pixels = reading.dpi / POINTS
    matrix = reading.origin @ scaled(pixels, pixels)
    if not reading.bend:
        return partial(projected, matrix=matrix)
    bend = np.array(reading.bend) * reading.size.height
    columns = np.linspace(0, reading.size.width, len(bend))

    def show(box: Box) -> Box:
        down = np.interp(np.linspace(box.x0, box.x1, _PLACES), columns, bend)
        return projected(
            Box(box.x0, box.y0 + float(min(down)), box.x1, box.y1 + float(max(down))), matrix
        )

    return show
