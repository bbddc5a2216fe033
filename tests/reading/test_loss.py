"""Nothing is lost in silence: the package's text, counted by its own way, is all accounted for."""

from pathlib import Path

import pytest

from inspel_app.resources import resource_dir
from tests.benchmarks.loss import SUFFIXES, losses, package_texts, unread
from tests.reading.word_files import p, r, read, word_file

EXAMPLE = sorted(
    f for f in (resource_dir() / "exempel" / "inspel").iterdir() if f.suffix in SUFFIXES
)


@pytest.mark.parametrize("file", EXAMPLE, ids=lambda f: f.name)
def test_loses_nothing_of_the_example_in_silence(file: Path) -> None:
    loss = losses(file)
    assert loss.characters > 100
    assert (loss.unread, loss.unplaced) == ((), ())


def test_counts_every_text_that_nothing_has_removed() -> None:
    removed = "<w:del><w:r><w:delText>bort</w:delText></w:r></w:del>"
    kept = p(r("kvar") + removed + "<w:ins>" + r("till") + "</w:ins>")
    assert list(package_texts(word_file(kept, other={"header1.xml": ""}))) == ["kvar", "till"]


def test_notices_a_text_that_is_not_in_the_document() -> None:
    assert list(unread(["ord", "ord"], read(p("ord")))) == ["ord", "ord"]
