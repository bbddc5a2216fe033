"""The languages for text in pictures: which there are, and that the child processes obey."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from inspel_app.errors import MissingComponentError
from inspel_app.reading import ocr_languages
from inspel_app.reading.ocr_tesseract import TesseractEngine
from inspel_app.resources.settings import change_settings
from inspel_app.services.reading_languages import languages
from inspel_app.services.workers import WorkerPool


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("INSPEL_DATA", str(tmp_path))
    yield tmp_path
    ocr_languages.use((ocr_languages.SWEDISH,))


def test_swedish_stands_first_and_is_always_read() -> None:
    found = languages()
    assert found[0] == ("swe", "svenska")
    assert [language.optional for language in found] == [False, *[True] * (len(found) - 1)]
    assert "osd" not in {language.code for language in found}


def test_child_reads_by_the_languages_that_are_chosen_now() -> None:
    with WorkerPool(1) as pool:
        assert pool.submit(ocr_languages.chosen).result() == ("swe",)
        change_settings(ocr=("swe", "eng"))
        assert pool.submit(ocr_languages.chosen).result() == ("swe", "eng")


def test_name_tells_by_which_languages() -> None:
    engine = TesseractEngine()
    assert " swe psm" in engine.name
    ocr_languages.use(("swe", *[one.code for one in languages()[1:2]]))
    assert " swe+" in engine.name or len(languages()) == 1


def test_language_that_is_not_installed_is_told_of() -> None:
    ocr_languages.use(("swe", "xxx"))
    with pytest.raises(MissingComponentError, match="saknar språkdata för xxx"):
        _ = TesseractEngine().name
