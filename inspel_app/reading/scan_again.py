"""Reads by themselves the parts of a page where writing was left out at first.

A faint heading, or a line between pictures or in a slanting corner, is often left out of a page,
but read when nothing else is in sight.
"""

import time
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PIL import Image

from inspel_app.domain.document import Box
from inspel_app.reading.ocr import OcrEngine, OcrFailure, OcrWord
from inspel_app.reading.scan_page import View, projected
from inspel_app.reading.scan_reading import confidence
from inspel_app.reading.scan_slant import straightened
from inspel_app.reading.scan_unread import Area, unread

_MOST = 8
"""A page with more parts that were left out is a drawing, or beyond reading."""
_MARGIN = 0.15
"""Inches of white around a part."""
_CREDIBLE = 0.6
"""Parts that are read with less confidence stay unread."""
_FAINT = 225
"""Writing may be as light, but only if it can be read: the next page shines through as lightly."""
_WHITE = 255


def completed(
    view: View, words: tuple[OcrWord, ...], engine: OcrEngine, deadline: float
) -> tuple[tuple[OcrWord, ...], tuple[Area, ...]]:
    """The words of a page with those of the parts left out, and the parts that still are.

    No part is begun after the `deadline` of the monotonic clock.
    """
    found = list(words)

    def read(areas: Sequence[Area]) -> None:
        for area in areas if len(areas) <= _MOST else ():
            seconds = deadline - time.monotonic()
            if seconds > 0:
                found.extend(_read_alone(view, area, found, engine, seconds))

    missing = unread(view, found)
    read(missing)
    if len(found) > len(words):
        missing = unread(view, found)
    faint = unread(view, found, _FAINT)
    read([area for area in faint if not any(map(area.meets, missing))])
    return tuple(found), tuple(missing)


def _read_alone(
    view: View, area: Area, known: Sequence[OcrWord], engine: OcrEngine, seconds: float
) -> list[OcrWord]:
    """What is read in a part of a page and stands in none of the words known."""
    part = straightened(_cut_out(view, area))
    try:
        seen = engine.words(part.image, part.dpi, seconds)
    except OcrFailure:
        return []
    line = 1 + max((word.line for word in known), default=-1)
    placed = [_placed(word, part, line) for word in seen]
    new = [word for word in placed if not any(_covers(other, word) for other in known)]
    return new if confidence(new) >= _CREDIBLE else []


def _cut_out(view: View, area: Area) -> View:
    """The part alone on white paper; its origin leads to the pixels of the view."""
    margin = round(_MARGIN * view.dpi)
    box = (area.left, area.top, area.right, area.bottom)
    size = (area.right - area.left + 2 * margin, area.bottom - area.top + 2 * margin)
    image = Image.new("L", size, _WHITE)
    image.paste(view.image.crop(box), (margin, margin))
    shift = np.array([[1.0, 0, area.left - margin], [0, 1, area.top - margin], [0, 0, 1]])
    return replace(view, image=image, origin=shift)


def _placed(word: OcrWord, part: View, line: int) -> OcrWord:
    """The word where it stands on the page."""
    box = projected(Box(word.left, word.top, word.right, word.bottom), part.origin)
    left, top, right, bottom = map(round, (box.x0, box.y0, box.x1, box.y1))
    return OcrWord(word.text, word.confidence, left, top, right, bottom, line + word.line)


def _covers(word: OcrWord, other: OcrWord) -> bool:
    """Whether the middle of the other word lies within the word."""
    x, y = (other.left + other.right) / 2, (other.top + other.bottom) / 2
    return word.left <= x <= word.right and word.top <= y <= word.bottom
