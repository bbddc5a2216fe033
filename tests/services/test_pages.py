import io

import numpy as np
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from inspel_app.domain.document import Box, Location
from inspel_app.errors import UnreadableError
from inspel_app.services.page_text import Printed, page_text
from inspel_app.services.pages import crop, draw_crop, has_pages, page_image, page_sizes
from inspel_app.services.workers import WorkerPool
from tests.services.letters import pdf_letter

HIGH, WIDE = 800, 600
SPOT = Box(400, 100, 440, 112)
"""Where a black mark stands on page 2 of each file, in points from the upper left corner."""
PLACE = Location("fil", 0, 4, 2, SPOT)


def pdf(rotate: int = 0) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDE, HIGH))
    canvas.showPage()
    canvas.setPageRotation(rotate)
    x0, y0, x1, y1 = SPOT.x0, SPOT.y0, SPOT.x1, SPOT.y1
    if rotate == 90:  # the page is shown lying: its left edge is up
        canvas.rect(y0, x0, y1 - y0, x1 - x0, fill=1)
    else:
        canvas.rect(x0, HIGH - y1, x1 - x0, y1 - y0, fill=1)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def tiff(dpi: int) -> bytes:
    size = (WIDE * dpi // 72, HIGH * dpi // 72)
    pages = [Image.new("L", size, 255) for _page in range(2)]
    box = [round(v * dpi / 72) for v in (SPOT.x0, SPOT.y0, SPOT.x1, SPOT.y1)]
    pages[1].paste(0, (box[0], box[1], box[2], box[3]))
    buffer = io.BytesIO()
    pages[0].save(buffer, "TIFF", save_all=True, append_images=pages[1:], dpi=(dpi, dpi))
    return buffer.getvalue()


def dark(png: bytes) -> tuple[tuple[int, int], tuple[int, int, int, int]]:
    """The size of a picture and the box of what is dark in it."""
    image = Image.open(io.BytesIO(png)).convert("L")
    rows, columns = np.nonzero(np.asarray(image) < 128)
    return image.size, (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)


@pytest.mark.parametrize("data", [pdf(), pdf(rotate=90), tiff(100), tiff(300)])
def test_place_stands_in_the_middle_of_its_crop(data: bytes) -> None:
    size, box = dark(draw_crop(data, PLACE, 72, 20))
    assert size == pytest.approx((40 + 2 * 60, 12 + 2 * 20), abs=2)
    assert box == pytest.approx((60, 20, 100, 32), abs=2)


@pytest.mark.parametrize("data", [pdf(), tiff(100)])
def test_crop_is_as_fine_as_it_is_asked_to_be(data: bytes) -> None:
    size, _box = dark(draw_crop(data, PLACE, 144, 20))
    assert size == pytest.approx((320, 104), abs=2)


@pytest.mark.parametrize("data", [pdf(), tiff(100)])
def test_crop_ends_where_the_page_ends(data: bytes) -> None:
    size, _box = dark(draw_crop(data, PLACE, 72, 5000))
    assert size == pytest.approx((WIDE, HIGH), abs=2)


@pytest.mark.parametrize("box", [None, Box(9000, 9000, 9001, 9001)])
def test_place_without_a_box_on_the_page_shows_the_whole_page(box: Box | None) -> None:
    for data in (pdf(), tiff(100)):
        size, _box = dark(draw_crop(data, Location("fil", 0, 4, 2, box), 72, 20))
        assert size == pytest.approx((WIDE, HIGH), abs=2)


def test_crop_of_a_page_of_any_size_has_bounds() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(14_400, 14_400))
    canvas.rect(0, 0, 7200, 7200, fill=1)
    canvas.save()
    (width, height), _box = dark(draw_crop(buffer.getvalue(), Location("fil", 0, 4), 400, 20))
    assert width * height <= 24_100_000


def test_crop_is_drawn_in_a_child_process(pool: WorkerPool) -> None:
    drawn = crop(pool, tiff(100), PLACE, dpi=72, margin=20).result()
    assert drawn == draw_crop(tiff(100), PLACE, 72, 20)
    damaged = crop(pool, b"II*\x00 damaged", PLACE)
    with pytest.raises(UnreadableError, match="skadad"):
        damaged.result()


def test_a_picture_has_pages_too(pool: WorkerPool) -> None:
    data = tiff(100)
    assert has_pages(data)
    assert [(s.width, s.height) for s in page_sizes(pool, data).result()] == [
        pytest.approx((WIDE, HIGH), abs=1)
    ] * 2
    size, box = dark(page_image(pool, data, 2, 2.0).result())
    assert size == pytest.approx((2 * WIDE, 2 * HIGH), abs=2)
    assert box == pytest.approx((800, 200, 880, 224), abs=3)
    assert not has_pages(b"Bara text")


def test_tells_where_a_stretch_of_the_text_stands(pool: WorkerPool) -> None:
    told = page_text(pool, pdf_letter("Malå"), "a.pdf").result()
    start = told.text.index("Bredband saknas")
    (whole,) = told.where(start, start + len("Bredband saknas i våra byar."))
    (word,) = told.where(start + 9, start + 15)
    assert isinstance(word, Printed)
    assert told.text[word.start : word.end] == "saknas"
    assert whole.box.x0 == pytest.approx(72, abs=2)
    assert whole.box.x0 < word.box.x0 < word.box.x1 < whole.box.x1
    assert (word.page, word.box.y0) == (1, whole.box.y0)
    assert told.where(start, start) == []


def test_page_is_drawn_in_a_child_process(pool: WorkerPool) -> None:
    size, box = dark(page_image(pool, pdf(), 2, 1.0).result())
    assert size == (WIDE, HIGH)
    assert box == pytest.approx((SPOT.x0, SPOT.y0, SPOT.x1, SPOT.y1), abs=1)
