"""Pictures as files: many pages, cameras' ways, damage and bombs."""

import io
import struct
import zlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from inspel_app.domain.document import Document, Method
from inspel_app.errors import UnreadableError
from inspel_app.reading.image import ImageReader
from inspel_app.reading.image_page import as_scan
from inspel_app.reading.ocr_tesseract import TesseractEngine
from inspel_app.reading.readers import read
from tests.reading.pdf_files import SAMPLES
from tests.reading.scan_pictures import page

PAGE = page(("Vägen till vården är lång.",), height=300)
ORIENTATION, QUARTER_TURN = 0x0112, 6


def file(image: Image.Image, kind: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        read(data, "bild")
    assert caught.value.advice
    return caught.value.code


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_every_page_of_a_tiff_is_read_in_order() -> None:
    pages = [page((text,), height=300) for text in ("Första sidan", "Andra sidan")]
    data = file(pages[0], "TIFF", save_all=True, append_images=[pages[1]], dpi=(150, 150))
    document = read(data, "fax.tif")
    assert document.method is Method.OCR
    assert texts(document) == ["Första sidan", "Andra sidan"]
    assert [block.page for block in document.blocks] == [1, 2]
    assert document.pages[0].width == pytest.approx(900 * 72 / 150)


@pytest.mark.parametrize("packed", ["group3", "group4", "tiff_lzw", "packbits"])
def test_a_fax_is_read_however_it_is_packed(packed: str) -> None:
    fax = page(("Vägen är lång",), height=300).convert("1")
    document = read(file(fax, "TIFF", compression=packed, dpi=(150, 150)), "fax.tif")
    assert texts(document) == ["Vägen är lång"]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "BMP"])
def test_other_formats_give_the_same_page(kind: str) -> None:
    scan = as_scan(Image.open(io.BytesIO(file(PAGE, kind))))
    assert scan.image.mode == "L"
    assert scan.image.size == PAGE.size


def test_a_camera_that_lay_on_its_side_is_heeded() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = QUARTER_TURN
    data = file(PAGE.transpose(Image.Transpose.ROTATE_90), "JPEG", exif=exif)
    assert as_scan(Image.open(io.BytesIO(data))).image.size == PAGE.size


def test_what_is_see_through_is_white() -> None:
    image = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    assert as_scan(image).image.getextrema() == (255, 255)


def test_sixteen_bits_of_grey_become_eight() -> None:
    image = Image.new("I;16", (100, 100), 40_000)
    image.putpixel((0, 0), 0)
    assert as_scan(image).image.getextrema() == (0, 255)


def test_a_fax_with_more_dots_across_than_down_gets_its_shape_back() -> None:
    data = file(Image.new("L", (1728, 1078), 255), "TIFF", dpi=(204, 98))
    scan = as_scan(Image.open(io.BytesIO(data)))
    assert scan.dpi == pytest.approx(204)
    assert scan.image.height == pytest.approx(1078 * 204 / 98, abs=2)


def test_an_unlikely_resolution_is_not_believed() -> None:
    data = file(Image.new("L", (2480, 3508), 255), "JPEG", dpi=(72, 72))
    assert as_scan(Image.open(io.BytesIO(data))).dpi == pytest.approx(300, abs=1)


def test_a_picture_finer_than_needed_is_made_coarser() -> None:
    data = file(Image.new("L", (4960, 7016), 255), "TIFF", dpi=(600, 600))
    scan = as_scan(Image.open(io.BytesIO(data)))
    assert (scan.dpi, scan.image.width) == (300, 2480)


def test_a_bomb_of_pixels_is_refused_unopened() -> None:
    size = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", size), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
    assert refusal(b"\x89PNG\r\n\x1a\n" + body) == "for-stor"


def test_a_picture_without_text_is_refused() -> None:
    assert refusal(file(page(()), "PNG")) == "bild-utan-text"


def test_a_cut_picture_is_refused() -> None:
    assert refusal(file(PAGE, "PNG")[:600]) == "bild-skadad"


def test_a_photo_from_a_phone_is_read_upright() -> None:
    photo = SAMPLES / "foto.heic"
    document = read(photo.read_bytes(), photo.name)
    assert texts(document) == ["Vägen till vården är lång."]
    assert document.pages[0].width > document.pages[0].height


@settings(max_examples=40, deadline=None)
@given(
    kind=st.sampled_from(["PNG", "JPEG", "TIFF", "WEBP", "BMP", "GIF"]),
    at=st.integers(12, 2000),
    byte=st.integers(0, 255),
    cut=st.integers(0, 2000),
)
def test_damaged_pictures_end_in_a_document_or_a_refusal(
    kind: str, at: int, byte: int, cut: int
) -> None:
    data = bytearray(file(Image.new("L", (80, 60), 255), kind))
    data[at % len(data)] = byte
    try:
        ImageReader(TesseractEngine()).read(bytes(data[: max(len(data) - cut % len(data), 1)]))
    except UnreadableError as refused:
        assert refused.code in {"bild-skadad", "bild-utan-text", "for-stor"}  # noqa: PT017
