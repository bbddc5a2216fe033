"""Reads one page: mends it, has it read, and tries otherwise where the reading is doubtful.

What helps one page harms another, so that the engine's own confidence judges. A good scan is
read once; only a page that reads badly costs more.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image, ImageFilter

from inspel_app.reading.layout_tables import Grid
from inspel_app.reading.limits import MAX_PAGE_PIXELS
from inspel_app.reading.ocr import OcrEngine, OcrFailure, OcrWord
from inspel_app.reading.patience import patience
from inspel_app.reading.scan_again import completed
from inspel_app.reading.scan_bend import flattened
from inspel_app.reading.scan_light import evened, ink, is_blank, positive
from inspel_app.reading.scan_page import POINTS, Scan, View, scaled
from inspel_app.reading.scan_paper import alone
from inspel_app.reading.scan_reading import PageReading, confidence
from inspel_app.reading.scan_rules import grid
from inspel_app.reading.scan_runs import runs, thickened
from inspel_app.reading.scan_slant import straightened
from inspel_app.reading.scan_turn import lies_on_side, seems_upside_down, turned
from inspel_app.reading.scan_unread import Area

SURE = 0.85
"""Sound print is read with a mean confidence above this."""
_COVERED = 0.5
"""The share of a page's ink that stands within words, unless some of it was missed."""
_CREDIBLE = 0.5
"""Words of less confidence speak against a reading."""
_COARSE = 220.0
"""Dots per inch below which letters may be too small to be read."""

_FEW = 60
"""So few letters are all that a drawing has, which reads no better in other ways."""
_GARBLED = 0.7
"""Text that stands on its head is read with less confidence than this."""
_RULE = 0.4
"""Inches: longer than any stroke of a letter."""
_ROOM = 32
"""Dots; a picture with a shorter side has no room for a word."""
_SECONDS, _SECONDS_PER_MEGAPIXEL = 30.0, 12.0
"""What all attempts at a page may take together: far more than a page of text does, for the
computer may be busy with other things."""
_LEAST_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class _Attempt:
    """The words that were read in one view of a page."""

    view: View
    words: tuple[OcrWord, ...]

    @property
    def worth(self) -> float:
        """How much was read, and how credibly: for comparing readings of the same page."""
        return sum((word.confidence - _CREDIBLE) * len(word.text) for word in self.words)

    @property
    def convinces(self) -> bool:
        """Whether nothing seems to be misread or missed."""
        return confidence(self.words) >= SURE and self._covered() >= _COVERED

    def _covered(self) -> float:
        """The share of the page's ink that stands within the words."""
        mask, factor = ink(self.view.image, self.view.dpi)
        rules = runs(mask, round(_RULE * self.view.dpi / factor), axis=1)
        mask &= ~thickened(rules, axis=0)
        total = int(np.count_nonzero(mask))
        for word in self.words:
            top, bottom = word.top // factor, -(-word.bottom // factor)
            mask[top:bottom, word.left // factor : -(-word.right // factor)] = False
        return 1 - int(np.count_nonzero(mask)) / max(total, 1)


def recognised(scan: Scan, engine: OcrEngine) -> PageReading:
    """The best reading of a page.

    Raises:
        MissingComponentError: the engine is not installed.
        OcrFailure: the page cannot be read.
    """
    whole = View(positive(scan.image), scan.dpi, np.eye(3))
    if min(scan.image.size) < _ROOM:
        return _nothing(scan, whole)
    raw = alone(whole)
    view = replace(raw, image=evened(raw.image))
    if is_blank(view.image, view.dpi):
        return _nothing(scan, view)
    if lies_on_side(view):
        view = turned(view, 1)
    view = straightened(view)
    if seems_upside_down(view):
        view = turned(view, 2)
    deadline = time.monotonic() + _seconds(view)
    best, tried = _best(raw, view, engine, deadline)
    words, missing = completed(best.view, best.words, engine, deadline)
    settled = tried and time.monotonic() < deadline
    return _reading(scan, replace(best, words=words), grid(best.view), missing, settled=settled)


def _nothing(scan: Scan, view: View) -> PageReading:
    """The reading of a page on which nothing is written."""
    return _reading(scan, _Attempt(view, ()), Grid((), ()), (), settled=True)


def _seconds(view: View) -> float:
    """What all attempts at a page may take."""
    usual = _SECONDS + _SECONDS_PER_MEGAPIXEL * view.image.width * view.image.height / 1e6
    return usual * patience()


def _best(raw: View, view: View, engine: OcrEngine, deadline: float) -> tuple[_Attempt, bool]:
    """The best of the attempts for which there is time, and whether there was time for all.

    Raises:
        OcrFailure: the first of them took too long, or failed.
    """
    best, all_tried = _read(flattened(view), engine, deadline - time.monotonic()), True
    others = _otherwise(raw, view, best)
    while not best.convinces:
        other = next(others, None)
        if other is None:
            return best, all_tried
        left = deadline - time.monotonic()
        if left < _LEAST_SECONDS:
            return best, False
        try:
            best = max(best, _read(other, engine, left), key=lambda attempt: attempt.worth)
        except OcrFailure:
            all_tried = False
    return best, True


def _otherwise(raw: View, view: View, first: _Attempt) -> Iterator[View]:
    """Other views of the page, the likeliest to help first."""
    few = sum(len(word.text) for word in first.words) < _FEW
    if confidence(first.words) < _GARBLED:
        yield from (turned(view, quarters) for quarters in ((2,) if few else (2, 1, 3)))
    if view.dpi < _COARSE and 4 * view.image.width * view.image.height <= MAX_PAGE_PIXELS:
        yield _enlarged(first.view)
    if not few:
        yield replace(first.view, image=first.view.image.filter(ImageFilter.MedianFilter(3)))
    yield _as_it_came(raw, view)


def _enlarged(view: View) -> View:
    width, height = view.image.size
    image = view.image.resize((2 * width, 2 * height), Image.Resampling.LANCZOS)
    return View(image, 2 * view.dpi, view.origin @ scaled(0.5, 0.5), view.bend)


def _as_it_came(raw: View, view: View) -> View:
    """The page upright and straight, but with its own light and shadows."""
    matrix = np.linalg.inv(raw.origin) @ view.origin
    way = Image.Transform.PERSPECTIVE, tuple((matrix / matrix[2, 2]).ravel()[:8])
    image = raw.image.transform(view.image.size, *way, Image.Resampling.BICUBIC)
    return replace(view, image=image)


def _read(view: View, engine: OcrEngine, seconds: float) -> _Attempt:
    return _Attempt(view, tuple(engine.words(view.image, view.dpi, seconds)))


def _reading(
    scan: Scan, read: _Attempt, tables: Grid, missing: tuple[Area, ...], *, settled: bool
) -> PageReading:
    view, points = read.view, POINTS / scan.dpi
    origin = scaled(points, points) @ view.origin
    return PageReading(
        view.size, view.dpi, origin, read.words, tables, missing, view.bend, settled=settled
    )
