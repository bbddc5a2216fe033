"""Sheets found on a darker table, or within black borders."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageOps

from inspel_app.reading.scan_page import View
from inspel_app.reading.scan_paper import alone, sheet
from tests.reading.scan_pictures import FONT, noisy, page, shaded, view

SHEET = page(width=800, height=1131)
TABLE = 60
CORNERS = ((110.0, 90.0), (830.0, 130.0), (880.0, 1120.0), (60.0, 1180.0))


def lying(sheet: Image.Image, corners: tuple[tuple[float, float], ...] = CORNERS) -> Image.Image:
    """The sheet on a darker table, its corners in these places."""
    width, height = sheet.size
    rows, values = [], []
    true = ((0, 0), (width, 0), (width, height), (0, height))
    for (x, y), (u, v) in zip(corners, true, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    matrix = np.linalg.solve(np.array(rows), np.array(values, float))
    way = Image.Transform.PERSPECTIVE, tuple(matrix), Image.Resampling.BICUBIC
    return sheet.transform((940, 1260), *way, fillcolor=TABLE)


def first_line(seen: View) -> tuple[float, float]:
    """How far down the letters of the first line stand, as shares: at its beginning and its end."""
    dark = np.asarray(seen.image)[: seen.image.height // 8] < 90
    columns = np.flatnonzero(dark.any(axis=0))
    ends = columns[:40], columns[-40:]
    begins, stops = (float(np.nonzero(dark[:, end])[0].mean()) for end in ends)
    return begins / seen.image.height, stops / seen.image.height


@pytest.mark.parametrize(
    "photo",
    [lying(SHEET), noisy(shaded(lying(SHEET), 0.35), 4), lying(SHEET.point(lambda v: v * 2 // 3))],
    ids=["in the light", "in the shade", "dim"],
)
def test_a_sheet_on_a_table_is_seen_from_straight_above(photo: Image.Image) -> None:
    corners = sheet(photo)
    assert corners is not None
    assert np.abs(corners - np.array(CORNERS)).max() < 6
    seen = alone(view(photo))
    left, right = first_line(seen)
    assert left == pytest.approx(right, abs=0.004)
    assert seen.image.height / seen.image.width == pytest.approx(2**0.5, rel=0.01)


def test_places_lead_back_to_the_photo() -> None:
    seen = alone(view(lying(SHEET)))
    x, y, w = seen.origin @ np.array([0.0, 0.0, 1.0])
    assert (x / w, y / w) == pytest.approx(CORNERS[0], abs=8)


@pytest.mark.parametrize(
    "image", [SHEET, noisy(shaded(SHEET)), ImageOps.expand(SHEET, 9, fill=220), page(())]
)
def test_a_page_with_nothing_around_it_stays_as_it_is(image: Image.Image) -> None:
    seen = view(image)
    assert alone(seen) is seen


def test_black_borders_of_a_scan_are_left_out() -> None:
    seen = alone(view(ImageOps.expand(SHEET, (60, 20, 0, 90), fill=8)))
    assert seen.image.width == pytest.approx(SHEET.width, abs=12)
    assert np.asarray(seen.image).min(axis=0)[:5].min() > 100


def test_a_sheet_that_reaches_out_of_the_picture_keeps_that_edge() -> None:
    image = lying(SHEET).crop((0, 200, 940, 1260))
    corners = sheet(image)
    assert corners is not None
    assert corners[:2, 1].max() == pytest.approx(0, abs=2)


def test_light_letters_in_a_dark_margin_are_not_cut_away() -> None:
    image = Image.new("L", (900, 1260), 40)
    image.paste(SHEET.crop((0, 0, 700, 1131)), (200, 129))
    ImageDraw.Draw(image).text((20, 600), "Norrbotten", fill=255, font=FONT)
    assert sheet(image) is not None
    seen = view(image)
    assert alone(seen) is seen
