"""Tesseract: what it reads, and what is said when it cannot."""

import os
from itertools import pairwise
from pathlib import Path

import pytest

from inspel_app.errors import MissingComponentError, UnreadableError
from inspel_app.reading.ocr import OcrFailure
from inspel_app.reading.ocr_tesseract import TesseractEngine
from inspel_app.reading.readers import READERS, read
from inspel_app.reading.scan_page import Scan
from tests.reading.pdf_files import pdf
from tests.reading.scan_pictures import DPI, page
from tests.reading.test_pdf_hostile import picture

LINE = page(("Gör mål åt Öster och ÄRLIGT",), height=250)


def program(folder: Path, script: str) -> None:
    """Puts a program called tesseract first on the path."""
    path = folder / "tesseract"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def refusal() -> MissingComponentError:
    with pytest.raises(MissingComponentError) as caught:
        _ = TesseractEngine().name
    return caught.value


def test_reads_swedish_letters_with_their_places() -> None:
    words = TesseractEngine().words(LINE, DPI, 60)
    assert [word.text for word in words] == ["Gör", "mål", "åt", "Öster", "och", "ÄRLIGT"]
    assert len({word.line for word in words}) == 1
    assert all(word.confidence > 0.7 for word in words)
    assert words[0].left == pytest.approx(92, abs=4)
    assert all(a.right < b.left for a, b in pairwise(words))


def test_a_picture_is_read_however_its_file_was_packed() -> None:
    fax = LINE.copy()
    fax.info["compression"] = "group4"  # what Pillow keeps of a fax, and cannot pack grey with
    assert TesseractEngine().words(fax, DPI, 60) == TesseractEngine().words(LINE, DPI, 60)


def test_its_name_tells_version_and_language() -> None:
    assert TesseractEngine().name.startswith("tesseract 5")
    assert " swe " in TesseractEngine().name


def test_one_thread_per_process() -> None:
    assert TesseractEngine().name
    assert os.environ["OMP_THREAD_LIMIT"] == "1"


def test_says_that_the_program_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    missing = refusal()
    assert "Tesseract" in missing.message
    assert "tesseract-ocr-swe" in missing.advice


def test_says_that_swedish_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program(tmp_path, "echo 'List of available languages (1):'; echo eng")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert "(swe)" in refusal().message


def test_notices_data_without_swedish_letters(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program(tmp_path, f"echo 'List of available languages in \"{tmp_path}/\" (1):'; echo swe")
    (tmp_path / "swe.traineddata").write_text("\na 3\no 3\n")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert "å, ä och ö" in refusal().message


def test_gives_up_a_page_that_takes_too_long() -> None:
    with pytest.raises(OcrFailure):
        TesseractEngine().words(LINE, DPI, 0.001)


def test_a_file_that_needs_it_is_refused_with_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for reader in READERS:
        engine = getattr(reader, "_engine", None)
        if engine is not None:
            monkeypatch.setattr(reader, "_engine", TesseractEngine())
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableError) as caught:
        read(pdf(picture), "skannad.pdf")
    assert caught.value.code == "program-saknas"
    assert "apt install" in caught.value.advice


def test_a_page_without_words_gives_none() -> None:
    assert TesseractEngine().words(Scan(page(()), DPI).image, DPI, 60) == []
