"""Pages that were bent when they were photographed."""

import numpy as np
import pytest
from PIL import Image

from inspel_app.domain.document import Box
from inspel_app.reading.layout_tables import Grid
from inspel_app.reading.ocr import OcrWord
from inspel_app.reading.scan_bend import flattened
from inspel_app.reading.scan_light import ink
from inspel_app.reading.scan_page import scaled
from inspel_app.reading.scan_reading import PageReading
from inspel_app.reading.scan_sheet import laid_out
from tests.reading.scan_pictures import DPI, LETTER, askew, noisy, page, shaded, view

LONG = tuple(f"{line} och mer än så" for line in LETTER * 4)
SHEET = page(LONG, width=1240, height=1300)
HEIGHT = 40.0


def bent(image: Image.Image) -> Image.Image:
    """The page with its left edge so many dots lower than where it is lowest."""
    return Image.fromarray(
        np.stack(
            [
                np.roll(column, round(drop))
                for column, drop in zip(np.asarray(image).T, drops(image.width), strict=True)
            ],
            axis=1,
        )
    )


def drops(width: int) -> np.ndarray:
    return HEIGHT * np.cos(np.linspace(0, np.pi * 0.75, width)) ** 2


def white_rows(image: Image.Image) -> int:
    mask, _ = ink(image, DPI)
    return int(np.count_nonzero(~mask.any(axis=1)))


@pytest.mark.parametrize("image", [bent(SHEET), noisy(shaded(bent(SHEET), 0.8), 6)])
def test_curved_lines_are_made_level(image: Image.Image) -> None:
    straight = flattened(view(image))
    assert white_rows(straight.image) > 2 * white_rows(image)
    assert np.ptp(straight.bend) * image.height == pytest.approx(HEIGHT, abs=5)


@pytest.mark.parametrize(
    "image", [SHEET, page(), noisy(SHEET), askew(page(), 0.3), page(("Hej",)), page(())]
)
def test_a_flat_page_stays_as_it_is(image: Image.Image) -> None:
    seen = view(image)
    assert flattened(seen) is seen


def test_places_are_those_on_the_bent_page() -> None:
    straight = flattened(view(bent(SHEET)))
    word = OcrWord("Vi", 0.9, 90, 300, 120, 326, 0)
    points = 72 / DPI
    reading = PageReading(
        straight.size, DPI, scaled(points, points), (word,), Grid((), ()), (), straight.bend
    )
    [block] = laid_out([], {1: reading})
    box = block.words[0].box
    assert isinstance(box, Box)
    column = 105
    lowered = drops(SHEET.width)[column] - drops(SHEET.width).mean()
    assert box.y0 / points == pytest.approx(300 + lowered, abs=8)
