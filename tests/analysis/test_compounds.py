from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.analysis.compounds import Parts, Piece, Splitter
from inspel_app.resources import model_dir

_LIST = Path(__file__).with_name("compounds.txt")


@pytest.fixture(scope="module")
def splitter() -> Splitter:
    return Splitter.load(model_dir("sammansattningar") / "sammansattningar.json")


def _held_out() -> Iterator[str]:
    for line in _LIST.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield from line.split()


def test_takes_nine_of_ten_held_out_words_apart_as_a_person_does(splitter: Splitter) -> None:
    held_out = list(_held_out())
    right = [
        entry
        for entry in held_out
        if "|".join(p.text for p in splitter.pieces(entry.replace("|", ""))) == entry
    ]

    assert len(held_out) >= 200
    assert len(right) >= 0.9 * len(held_out)


@pytest.mark.parametrize(
    ("compound", "words"),
    [
        ("skolskjuts", ["skola", "skjuts"]),
        ("arbetsmarknad", ["arbete", "marknad"]),
        ("matproduktion", ["mat", "produktion"]),
        ("tågtrafik", ["tåg", "trafik"]),
        ("vattenskyddsområde", ["vatten", "skydd", "område"]),
    ],
)
def test_tells_the_words_that_the_pieces_are(
    splitter: Splitter, compound: str, words: list[str]
) -> None:
    assert [piece.word for piece in splitter.pieces(compound)] == words


@pytest.mark.parametrize("word", ["framtiden", "deltagande", "kommunikation", "person", "", "å"])
def test_keeps_words_that_only_look_like_compounds(splitter: Splitter, word: str) -> None:
    assert splitter.pieces(word) == (Piece(word, word),)


@given(word=st.text("abdeiklnorsttvåäö", max_size=60))
def test_pieces_always_make_the_word_again(splitter: Splitter, word: str) -> None:
    assert "".join(piece.text for piece in splitter.pieces(word)) == word


def test_weighs_the_parts_of_several_ways() -> None:
    first = {"glas": 5.0, "gla": 3.0}
    splitter = Splitter(Parts(first, {}, {"skål": 6.0, "sskål": 6.0}, frozenset({"glasskål"})))
    unseen = Splitter(Parts(first, {}, {"skål": 6.0, "sskål": 6.0}, frozenset()))

    assert [p.text for p in unseen.pieces("glasskål")] == ["glas", "skål"]
    assert [p.text for p in splitter.pieces("glasskål")] == ["glasskål"]
