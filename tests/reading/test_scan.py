"""Pages that are pictures, from the scan to the text in order."""

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from rapidfuzz.distance import Levenshtein

from inspel_app.domain.document import Block, Document, Method
from inspel_app.reading import scan_cache
from inspel_app.reading.layout_tables import Grid
from inspel_app.reading.ocr import OcrFailure, OcrWord
from inspel_app.reading.ocr_tesseract import TesseractEngine
from inspel_app.reading.scan import read_pages
from inspel_app.reading.scan_doubts import doubts
from inspel_app.reading.scan_page import scaled
from inspel_app.reading.scan_reading import PageReading, confidence
from inspel_app.reading.scan_recognise import recognised
from inspel_app.reading.scan_sheet import laid_out
from tests.reading.scan_pictures import (
    DPI,
    LETTER,
    askew,
    from_the_side,
    noisy,
    page,
    scan,
    shaded,
    view,
)

UPSIDE_DOWN = Image.Transpose.ROTATE_180
ON_ITS_SIDE = Image.Transpose.ROTATE_90


class Engine:
    """Reads what it was told to, and counts how often it is asked."""

    name = "test"

    def __init__(self, *readings: list[OcrWord] | Exception) -> None:
        self._readings = list(readings)
        self.asked: list[Image.Image] = []

    def words(self, image: Image.Image, dpi: float, seconds: float) -> list[OcrWord]:  # noqa: ARG002 - a protocol's
        self.asked.append(image)
        reading = self._readings[min(len(self.asked), len(self._readings)) - 1]
        if isinstance(reading, Exception):
            raise reading
        return reading


def word(text: str, left: int, top: int = 100, *, sure: float = 0.95, line: int = 0) -> OcrWord:
    """A word of 26 pixels' capitals; what hangs below the line is part of its box."""
    hanging = 8 if set(text) & set("gjpqy,;|") else 0
    width = 14 * len(text)
    return OcrWord(text, sure, left, top, left + width, top + 26 + hanging, line)


def line(text: str, number: int, *, left: int = 90) -> list[OcrWord]:
    words = []
    for piece in text.split():
        words.append(word(piece, left, 100 + 45 * number, line=number))
        left += 14 * (len(piece) + 1)
    return words


def reading(words: list[OcrWord]) -> PageReading:
    points = 72 / DPI
    plain = view(page(()))
    return PageReading(plain.size, DPI, scaled(points, points), tuple(words), Grid((), ()))


def blocks(*words: OcrWord) -> list[Block]:
    return laid_out([], {1: reading(list(words))})


@pytest.mark.parametrize(
    "image",
    [
        noisy(shaded(askew(page(), 4))),
        askew(page(), -2).transpose(UPSIDE_DOWN),
        from_the_side(page(), 0.08).transpose(ON_ITS_SIDE),
    ],
    ids=["skewed in the shade", "upside down", "photo on its side"],
)
def test_a_damaged_page_is_read_at_the_first_try(image: Image.Image) -> None:
    engine = _Counting()
    found = recognised(scan(image), engine)
    text = " ".join(w.text for w in found.words)
    assert Levenshtein.distance(text, " ".join(LETTER)) <= 4
    assert engine.asked == 1


class _Counting(TesseractEngine):
    asked = 0

    def words(self, image: Image.Image, dpi: float, seconds: float) -> list[OcrWord]:
        self.asked += 1
        return super().words(image, dpi, seconds)


def test_places_are_those_on_the_page_as_it_came() -> None:
    image = page(("Inlandsbanan",)).transpose(UPSIDE_DOWN)
    [block] = laid_out([], {1: recognised(scan(image), TesseractEngine())})
    [found] = block.words
    assert found.box.x1 == pytest.approx((900 - 91) * 72 / DPI, abs=3)
    assert found.box.y1 == pytest.approx((700 - 92) * 72 / DPI, abs=8)


def test_a_sure_reading_is_not_questioned() -> None:
    engine = Engine([OcrWord("allt", 0.95, 0, 0, 900, 700, 0)])
    recognised(scan(page()), engine)
    assert len(engine.asked) == 1


def test_a_doubtful_page_is_tried_otherwise_and_the_best_reading_kept() -> None:
    bad = [OcrWord("xqz", 0.3, 0, 0, 900, 700, 0)]
    good = [OcrWord("bra", 0.9, 0, 0, 1800, 1400, 0)]  # seen enlarged
    engine = Engine(bad, bad, good, bad)
    assert [w.text for w in recognised(scan(page()), engine).words] == ["bra"]
    assert len(engine.asked) == 3


def test_a_reading_that_misses_most_of_the_page_is_doubtful_however_sure() -> None:
    part = [OcrWord("Vi", 0.97, 90, 90, 200, 120, 0)]
    engine = Engine(part)
    recognised(scan(page()), engine)
    assert len(engine.asked) > 1


def test_a_drawing_with_a_few_letters_is_not_tried_in_every_way() -> None:
    engine = Engine([OcrWord("x1", 0.3, 0, 0, 90, 70, 0)])
    recognised(scan(page()), engine)
    assert sum(image.height >= page().height for image in engine.asked) <= 4


def test_all_attempts_at_a_page_share_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    given: list[float] = []

    class Slow(Engine):
        def words(self, image: Image.Image, dpi: float, seconds: float) -> list[OcrWord]:
            given.append(seconds)
            clock[0] += 0.4 * given[0]
            return super().words(image, dpi, seconds)

    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    found = recognised(scan(page()), Slow([OcrWord("xqz", 0.3, 0, 0, 900, 700, 0)]))
    assert [round(seconds / given[0], 1) for seconds in given] == [1.0, 0.6, 0.2]
    assert found.words
    assert not found.settled


def test_an_attempt_that_fails_leaves_what_was_read_before() -> None:
    engine = Engine([OcrWord("xqz", 0.6, 0, 0, 900, 700, 0)], OcrFailure())
    found = recognised(scan(page()), engine)
    assert [w.text for w in found.words] == ["xqz"]
    assert len(engine.asked) > 1
    assert not found.settled


def test_a_blank_page_is_not_read() -> None:
    engine = Engine([])
    assert recognised(scan(noisy(page(()))), engine).words == ()
    assert engine.asked == []


def test_lines_become_paragraphs_with_their_words() -> None:
    long = ("Vi anser att strategin behöver ta hänsyn till av-", "stånden i inlandet.")
    [first, second] = blocks(*line(long[0], 0), *line(long[1], 1), *line("Hälsningar", 4))
    assert first.text == "Vi anser att strategin behöver ta hänsyn till avstånden i inlandet."
    assert second.text == "Hälsningar"
    for block in (first, second):
        for found in block.words:
            assert 0 <= found.start < found.end <= len(block.text)
            assert " " not in block.text[found.start : found.end]


@pytest.mark.parametrize("sign", ["«", "e", "*", "•"])
def test_what_a_bullet_is_read_as_begins_an_item(sign: str) -> None:
    [block] = blocks(word(sign, 90), word("Bättre", 140), word("vägar", 240))
    assert block.text == "- Bättre vägar"


def test_ruling_lines_and_specks_are_no_text() -> None:
    [block] = blocks(word("|", 60), word("Svar", 90), word("’", 200, sure=0.2))
    assert block.text == "Svar"


def test_letters_read_in_a_speck_are_no_text() -> None:
    speck = replace(word("on", 300), top=112, bottom=114)
    dash = replace(word("-", 60), top=112, bottom=116)
    [block] = blocks(dash, word("Svar", 90), word("Nej", 200), speck)
    assert block.text == "- Svar Nej"


def test_sizes_measured_a_little_differently_make_one_paragraph() -> None:
    words = line("Rubriken på den här långa frågan går över flera", 0)
    taller = [replace(w, top=w.top - 3) for w in line("rader", 1)]
    [block] = blocks(*words, *taller)
    assert block.text.endswith("flera rader")


def test_the_same_page_is_read_once() -> None:
    engine = Engine([OcrWord("Hej", 0.95, 0, 0, 900, 700, 0)])
    pages = [(1, scan(page(("Läs mig en gång",)))), (2, scan(page(("Läs mig en gång",))))]
    first = dict(read_pages(pages[:1], engine))
    again = dict(read_pages(pages[1:], engine))
    assert len(engine.asked) == 1
    assert first[1] is not None
    assert again[2] is not None
    assert again[2].words == first[1].words
    assert (again[2].origin == first[1].origin).all()


def test_another_engine_reads_anew() -> None:
    one, other = Engine([]), Engine([])
    other.name = "test 2"
    for engine in (one, other):
        dict(read_pages([(1, scan(page(("Två gånger",))))], engine))
    assert len(one.asked) == len(other.asked) > 0


def test_a_damaged_memory_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan_cache, "folder", lambda: tmp_path)
    scan_cache.keep("a", reading(line("Hej du", 0)))
    assert scan_cache.known("a") is not None
    (tmp_path / "a").write_text('{"size": [1]')
    assert scan_cache.known("a") is None


def test_old_readings_and_too_many_are_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan_cache, "folder", lambda: tmp_path)
    for key in ("old", "older", "new"):
        scan_cache.keep(key, reading([]))
    size = (tmp_path / "new").stat().st_size
    now = time.time()
    os.utime(tmp_path / "old", (now - 60, now - 60))
    os.utime(tmp_path / "older", (now - 40 * 86_400,) * 2)
    scan_cache.prune()
    assert {f.name for f in tmp_path.iterdir()} == {"old", "new"}
    monkeypatch.setattr(scan_cache, "MAX_BYTES", int(1.5 * size))
    scan_cache.prune()
    assert [f.name for f in tmp_path.iterdir()] == ["new"]


def test_pages_come_in_order_and_one_that_fails_costs_itself_alone() -> None:
    class Fails(Engine):
        def words(self, image: Image.Image, dpi: float, seconds: float) -> list[OcrWord]:
            if image.width > 900:
                raise OcrFailure
            return super().words(image, dpi, seconds)

    engine = Fails([OcrWord("Hej", 0.95, 0, 0, 900, 700, 0)])
    pages = [(n, scan(page((f"Sida {n}",), width=900 + 9 * (n == 2)))) for n in (1, 2, 3)]
    found = dict(read_pages(pages, engine))
    assert list(found) == [1, 2, 3]
    assert [n for n, one in found.items() if one is None] == [2]
    assert [p.code for p in doubts(found)] == ["ocr-misslyckades"]


def test_doubts_name_the_pages() -> None:
    poor = reading([word("xqz", 90, sure=0.4)])
    sure = reading([word("Hej", 90)])
    found = {p.code: p.message for p in doubts({1: sure, 2: poor, 3: reading([]), 4: poor})}
    assert set(found) == {"ocr-osaker", "ocr-tom-sida"}
    assert "2, 4" in found["ocr-osaker"]
    assert "3" in found["ocr-tom-sida"]


def test_confidence_is_that_of_the_characters() -> None:
    assert confidence([word("aaa", 0, sure=1.0), word("b", 0, sure=0.2)]) == pytest.approx(0.8)
    document = Document.of(
        "x", Method.OCR, blocks(word("aaa", 90, sure=1.0), word("b", 150, sure=0.2))
    )
    assert document.confidence([(0, len(document.text))]) == pytest.approx(0.8)
    assert document.confidence([(0, 3)]) == 1
