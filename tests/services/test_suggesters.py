"""What is learnt from a codebook is kept, and is the same when it is found again."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from inspel_app.analysis import training
from inspel_app.domain.coding import Codebook
from inspel_app.resources import load_strategy
from inspel_app.services import suggesters
from inspel_app.services.suggesters import CacheShelf, suggester
from tests.analysis.books import BOOK

TEXTS = ["Bussarna går för sällan.", "Fibern når inte byn.", "Snöröjningen sköts illa."]


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggesters, "folder", lambda: tmp_path / "forslag")


def files() -> list[Path]:
    return sorted(suggesters.folder().glob("*"))


def other_book(number: int) -> Codebook:
    return replace(BOOK, title=f"Bok {number}")


def test_what_is_found_again_suggests_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    first = suggester(BOOK).suggest(TEXTS)
    monkeypatch.setattr(training, "_learnt", lambda *_: pytest.fail("learnt anew"))
    assert suggester(BOOK).suggest(TEXTS) == first


def test_another_codebook_is_learnt_by_itself() -> None:
    suggester(BOOK).suggest(TEXTS)
    suggester(other_book(1)).suggest(TEXTS)
    assert len(files()) == 2


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04half of it", b"no archive at all"])
def test_a_damaged_file_is_learnt_anew(content: bytes) -> None:
    first = suggester(BOOK).suggest(TEXTS)
    (file,) = files()
    file.write_bytes(content)
    assert suggester(BOOK).suggest(TEXTS) == first
    assert file.read_bytes() != content


def test_a_file_with_objects_is_not_loaded() -> None:
    suggester(BOOK).suggest(TEXTS)
    (file,) = files()
    with file.open("wb") as damaged:
        np.savez(damaged, meaning=np.array([{"an": "object"}], dtype=object))
    assert CacheShelf(file.stem).found() is None


def test_works_where_nothing_can_be_kept() -> None:
    suggesters.folder().write_text("a file, where the folder should be")
    assert suggester(BOOK).suggest(TEXTS)[0][0].code == "1.1"


def test_what_is_used_least_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggesters, "MOST", 2)
    for number in range(3):
        CacheShelf(str(number)).keep({"a": np.arange(number)})
        assert CacheShelf("0").found() is not None
    assert [file.stem for file in files()] == ["0", "2"]


@pytest.mark.parametrize(
    "text",
    [
        "Bussivuoroja pitää lisätä kyliin.",
        "The buses must run on weekends too because young people have no car.",
        "Wir wünschen uns mehr Busse am Abend und am Wochenende für die Dörfer.",
    ],
)
def test_of_another_language_nothing_is_sure_and_the_reason_tells(text: str) -> None:
    strange = suggester(load_strategy("vasterbotten-2020-2030")).suggest([text])[0][0]
    assert strange.permille < 200
    assert strange.reason == "texten är inte på svenska"


def test_a_codebook_in_another_language_knows_its_own_words() -> None:
    text = "The buses must run on weekends too"
    code = replace(BOOK.leaves[0], examples=(text,))
    english = replace(BOOK, codes=(code, *BOOK.leaves[1:]))
    assert suggester(english).suggest([text])[0][0].reason.startswith("ord: ")


def test_what_cuts_across_has_a_reason_or_is_not_said() -> None:
    """Words of every answer ("alla", "vara med") speak for a code, but nobody can see why."""
    told = suggester(load_strategy("vasternorrland-2030"))
    texts = ["Civil beredskap ska vara en del av alla prioriteringar."]
    found = told.across(told.prepare(texts))[0]
    assert "cross.beredskap" in {s.code for s in found}
    assert all(s.reason for s in found)
