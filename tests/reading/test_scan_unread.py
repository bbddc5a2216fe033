"""Writing that lies in no word that was read."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from inspel_app.domain.document import Role
from inspel_app.reading.ocr import OcrFailure, OcrWord
from inspel_app.reading.scan_again import completed
from inspel_app.reading.scan_doubts import doubts
from inspel_app.reading.scan_recognise import recognised
from inspel_app.reading.scan_sheet import laid_out
from inspel_app.reading.scan_unread import Area, unread
from tests.reading.scan_pictures import FONT, LETTER, askew, noisy, page, scan, view

NEVER = float("inf")


def words_of(number: int) -> list[OcrWord]:
    """A line of the letter as one word, where `page` draws it."""
    top = 90 + 40 * number
    return [OcrWord(LETTER[number], 0.95, 88, top, 870, top + 30, number)]


def all_but(*left_out: int) -> tuple[OcrWord, ...]:
    return tuple(w for n in range(len(LETTER)) if n not in left_out for w in words_of(n))


class Engine:
    """Finds `whole` on the page, and `part` in any part of it."""

    name = "test"

    def __init__(self, whole: list[OcrWord], part: list[OcrWord] | Exception) -> None:
        self._whole, self._part = whole, part
        self.parts: list[Image.Image] = []

    def words(self, image: Image.Image, dpi: float, seconds: float) -> list[OcrWord]:  # noqa: ARG002 - a protocol's
        if image.height >= page().height:
            return self._whole
        self.parts.append(image)
        if isinstance(self._part, Exception):
            raise self._part
        return self._part


def test_a_page_of_which_all_is_read_has_nothing_unread() -> None:
    assert unread(view(page()), all_but()) == []


@pytest.mark.parametrize("image", [page(), noisy(page()), askew(page(), 0.5)])
def test_lines_left_out_are_found_where_they_stand(image: Image.Image) -> None:
    [area] = unread(view(image), all_but(2, 3))
    assert area.lines == 2
    assert 160 <= area.top <= 180
    assert 230 <= area.bottom <= 260
    assert area.left == pytest.approx(90, abs=8)


def test_a_line_far_from_others_is_an_area_of_its_own() -> None:
    first, second = unread(view(page()), all_but(0, 5))
    assert (first.lines, second.lines) == (1, 1)
    assert second.top - first.top == pytest.approx(200, abs=8)


def test_lines_that_touch_each_other_are_told_apart() -> None:
    image = page(())
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(LETTER):
        draw.text((90, 90 + 21 * number), line, fill=0, font=FONT)
    [area] = unread(view(image), ())
    assert 4 <= area.lines <= 8


def drawn(what: str) -> Image.Image:
    """A page with the letter, and under it what is no line of print."""
    image = page()
    draw = ImageDraw.Draw(image)
    match what:
        case "signature":
            at = np.linspace(0, 1, 80)
            ups = 450 + 40 * np.sin(23 * at) * np.cos(5 * at)
            draw.line(list(zip(100 + 260 * at, ups, strict=True)), fill=30, width=3)
        case "table":
            for y in range(400, 561, 40):
                draw.line((80, y, 820, y), fill=0, width=2)
            for x in (80, 300, 820):
                draw.line((x, 400, x, 560), fill=0, width=2)
        case "logo":
            draw.ellipse((100, 400, 220, 520), fill=60)
            draw.polygon([(300, 520), (360, 400), (420, 520)], fill=20)
        case "bar":
            draw.rectangle((80, 420, 820, 440), fill=90)
        case "photo":
            noise = np.random.default_rng(2).integers(0, 255, (6, 20), np.uint8)
            image.paste(
                Image.fromarray(noise).resize((600, 180), Image.Resampling.BICUBIC), (90, 400)
            )
        case "dotted line":
            for x in range(90, 800, 8):
                draw.rectangle((x, 450, x + 2, 452), fill=0)
    return image


@pytest.mark.parametrize("what", ["signature", "table", "logo", "bar", "photo", "dotted line"])
def test_what_is_no_writing_is_not_missed(what: str) -> None:
    assert unread(view(drawn(what)), all_but()) == []


def test_a_part_left_out_is_read_by_itself_and_put_in_its_place() -> None:
    found = OcrWord("inlandet.", 0.9, 22, 20, 150, 50, 0)
    engine = Engine([], [found])
    words, _left = completed(view(page()), all_but(1), engine, NEVER)
    assert len(engine.parts) == 1
    assert words[-1].text == "inlandet."
    assert words[-1].top == pytest.approx(130, abs=12)
    assert words[-1].left == pytest.approx(90, abs=12)
    assert words[-1].line not in {word.line for word in all_but(1)}


@pytest.mark.parametrize(
    "part", [[], OcrFailure(), [OcrWord("xq", 0.2, 20, 20, 60, 50, 0)]], ids=repr
)
def test_what_cannot_be_read_by_itself_either_stays_unread(
    part: list[OcrWord] | Exception,
) -> None:
    words, left = completed(view(page()), all_but(1), Engine([], part), NEVER)
    assert words == all_but(1)
    assert [area.lines for area in left] == [1]


def with_faint_heading() -> Image.Image:
    image = page()
    ImageDraw.Draw(image).text((90, 450), "En rubrik i blekt tryck", fill=200, font=FONT)
    return image


def test_faint_writing_is_read_by_itself() -> None:
    engine = Engine([], [OcrWord("rubrik", 0.9, 60, 30, 160, 60, 0)])
    words, left = completed(view(with_faint_heading()), all_but(), engine, NEVER)
    assert len(engine.parts) == 1
    assert words[-1].text == "rubrik"
    assert words[-1].top == pytest.approx(450, abs=15)
    assert left == ()


def test_faint_writing_that_cannot_be_read_may_shine_through_and_is_not_told() -> None:
    words, left = completed(view(with_faint_heading()), all_but(), Engine([], []), NEVER)
    assert words == all_but()
    assert left == ()


def test_words_known_already_are_not_read_twice() -> None:
    known = OcrWord("hänsyn", 0.9, 20, -20, 150, 10, 0)
    words, _left = completed(view(page()), all_but(1), Engine([], [known]), NEVER)
    assert words == all_but(1)


def test_no_part_is_read_after_the_deadline() -> None:
    engine = Engine([], [])
    completed(view(page()), all_but(1), engine, 0.0)
    assert engine.parts == []


def test_lines_that_stay_unread_are_told_and_have_a_place() -> None:
    reading = recognised(scan(page()), Engine(list(all_but(1)), []))
    assert isinstance(reading.unread[0], Area)
    [problem] = doubts({3: reading})
    assert problem.code == "ocr-olasta-rader"
    assert "3" in problem.message
    blocks = laid_out([], {3: reading})
    [note] = [block for block in blocks if block.role is Role.STRAY]
    assert note.page == 3
    box = note.lines[0].box
    assert box is not None
    assert box.y0 == pytest.approx(130 * 72 / 150, abs=8)
    assert note.text not in "".join(b.text for b in blocks if b.role is Role.BODY)
