"""Pages made even, straight and upright, without reading them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageOps

from inspel_app.domain.document import Box
from inspel_app.reading.scan_light import evened, ink, is_blank, positive
from inspel_app.reading.scan_page import projected
from inspel_app.reading.scan_rules import grid
from inspel_app.reading.scan_slant import straightened
from inspel_app.reading.scan_turn import lies_on_side, seems_upside_down, turned
from tests.reading.scan_pictures import DPI, askew, from_the_side, noisy, page, shaded, view

PAGE = page()


def rows_of_ink(image: Image.Image) -> int:
    """How many rows of a page have ink: the fewer, the straighter are its lines."""
    mask, _ = ink(image, DPI)
    return int(np.count_nonzero(mask.any(axis=1)))


def table(rows: int = 3) -> Image.Image:
    image = page(("Fråga", "Svar"))
    draw = ImageDraw.Draw(image)
    for n in range(rows + 1):
        draw.line((60, 80 + 60 * n, 840, 80 + 60 * n), fill=0, width=2)
    for x in (60, 400, 840):
        draw.line((x, 80, x, 80 + 60 * rows), fill=0, width=2)
    return image


def test_a_shadow_is_evened_out() -> None:
    image = evened(noisy(shaded(PAGE)))
    paper = np.asarray(image)[5:60]
    assert paper.mean() > 250
    assert np.asarray(image).min() < 60


def test_faded_ink_is_made_black() -> None:
    faded = evened(noisy(PAGE.point(lambda value: 150 + value // 4), 7))
    mask, _ = ink(faded, DPI)
    assert np.count_nonzero(mask) > 0.5 * np.count_nonzero(ink(PAGE, DPI)[0])


def test_the_faintest_print_is_no_blank_page() -> None:
    faint = evened(noisy(PAGE.point(lambda value: 195 + value // 6), 4))
    assert not is_blank(faint, DPI)
    mask, _ = ink(faint, DPI)
    assert np.count_nonzero(mask) > 0.2 * np.count_nonzero(ink(PAGE, DPI)[0])


@pytest.mark.parametrize("paper", [PAGE, noisy(shaded(PAGE), 5), page(())])
def test_dark_letters_on_light_paper_stay_so(paper: Image.Image) -> None:
    assert positive(paper) == paper


def test_light_letters_on_dark_paper_become_dark_on_light() -> None:
    assert positive(ImageOps.invert(PAGE)) == PAGE


def test_a_page_in_deep_shade_is_not_taken_for_light_letters() -> None:
    dim = noisy(PAGE.point(lambda value: 15 + value // 4), 3)
    assert positive(dim) == dim


def test_a_clean_fax_is_left_as_it_is() -> None:
    fax = PAGE.point(lambda value: 255 * (value > 128))
    lines = np.asarray(fax) == np.asarray(evened(fax))
    assert np.count_nonzero(~lines) < 100


def test_a_fax_loses_its_specks_and_pinholes() -> None:
    fax = PAGE.point(lambda value: 255 * (value > 128))
    clean = np.asarray(evened(fax))
    strewn = np.random.default_rng(3).random(clean.shape) < 0.002
    dirty = Image.fromarray(np.where(strewn, 255 - clean, clean).astype(np.uint8))
    left = np.asarray(evened(dirty)) != clean
    assert np.count_nonzero(left) < 0.2 * np.count_nonzero(strewn)


@pytest.mark.parametrize("image", [page(()), noisy(shaded(page(())))])
def test_a_page_without_text_is_blank_in_the_shade_too(image: Image.Image) -> None:
    assert is_blank(evened(image), DPI)


def test_a_page_with_one_line_is_not_blank() -> None:
    assert not is_blank(evened(noisy(page(("Ingen synpunkt.",)))), DPI)


@settings(max_examples=12, deadline=None)
@given(st.floats(-8, 8))
def test_lines_are_made_level_whatever_their_slope(degrees: float) -> None:
    straight = straightened(view(askew(PAGE, degrees)))
    assert rows_of_ink(straight.image) <= rows_of_ink(PAGE) + 12


def test_a_straight_page_is_not_touched() -> None:
    assert straightened(view(PAGE)).image is PAGE


def test_a_blank_page_is_not_touched() -> None:
    assert straightened(view(page(()))).image.getextrema() == (255, 255)


@pytest.mark.parametrize("share", [0.1, 0.15])
def test_lines_that_run_together_in_a_photo_are_made_parallel(share: float) -> None:
    photo = from_the_side(PAGE, share)
    assert rows_of_ink(photo) > 1.15 * rows_of_ink(PAGE)
    assert rows_of_ink(straightened(view(photo)).image) <= 1.1 * rows_of_ink(PAGE)


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_page_on_its_side_is_told_from_an_upright_one(quarters: int) -> None:
    assert lies_on_side(turned(view(PAGE), quarters)) == (quarters % 2 == 1)
    assert lies_on_side(turned(view(table()), quarters)) == (quarters % 2 == 1)


def test_a_page_on_its_head_is_told_from_an_upright_one() -> None:
    assert not seems_upside_down(view(PAGE))
    assert seems_upside_down(turned(view(PAGE), 2))


@given(st.integers(0, 3), st.integers(0, 890), st.integers(0, 690))
def test_turning_keeps_the_way_back(quarters: int, x: int, y: int) -> None:
    image = Image.new("L", (900, 700), 255)
    image.putpixel((x, y), 0)
    after = turned(view(image), quarters)
    [[row], [column]] = np.nonzero(np.asarray(after.image) == 0)
    spot = projected(Box(float(column), float(row), column + 1.0, row + 1.0), after.origin)
    assert spot == Box(x, y, x + 1, y + 1)


def test_straightening_keeps_the_way_back() -> None:
    slanting = askew(PAGE, 3)
    straight = straightened(view(slanting))
    mask, factor = ink(straight.image, DPI)
    found = []
    for row, column in (np.argwhere(mask)[::50] * float(factor)).tolist():
        spot = projected(Box(column, row, column + factor, row + factor), straight.origin)
        top, left = int(spot.y0) - 1, int(spot.x0) - 1
        found.append(np.asarray(slanting)[top : top + 7, left : left + 7].min() < 200)
    assert np.mean(found) >= 0.95


def test_ruling_lines_make_cells() -> None:
    found = grid(view(table()))
    frames = {
        found.frame(Box(x, y, x + 5, y + 5)) for x in (100.0, 300.0) for y in (50.0, 80.0, 110.0)
    }
    assert None not in frames
    assert len(frames) == 6
    assert found.frame(Box(100, 300, 105, 305)) is None


def test_a_line_that_lost_a_piece_still_parts_its_cells() -> None:
    worn = table()
    ImageDraw.Draw(worn).line((150, 140, 250, 140), fill=255, width=4)
    found = grid(view(worn))
    above = {found.frame(Box(x, 50, x + 5, 55)) for x in (50.0, 90.0, 150.0)}
    below = {found.frame(Box(x, 80, x + 5, 85)) for x in (50.0, 90.0, 150.0)}
    assert len(above) == len(below) == 1
    assert above != below


def test_a_cell_over_two_rows_stays_one() -> None:
    merged = table()
    ImageDraw.Draw(merged).line((404, 140, 836, 140), fill=255, width=4)
    found = grid(view(merged))
    assert found.frame(Box(300, 50, 305, 55)) == found.frame(Box(300, 80, 305, 85))
    assert found.frame(Box(100, 50, 105, 55)) != found.frame(Box(100, 80, 105, 85))


def test_text_is_no_ruling_line() -> None:
    assert grid(view(PAGE)).across == ()
