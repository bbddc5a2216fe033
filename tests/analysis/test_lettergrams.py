"""Runs of letters are counted and weighed as scikit-learn has them."""

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from inspel_app.analysis.lettergrams import LetterGrams

TEXTS = [
    "Bygg ut bredbandet i hela länet, även på landsbygden.",
    "Bussarna går för sällan.\n\nBussar  och tåg, bussar och båt!",
    "å i ö",
    "ÅRJÄNG: 12 000 kr; e-post",
]
OTHERS = [*TEXTS, "Bredband åt alla", "", "xyzzy", "på"]


@pytest.fixture
def peer() -> TfidfVectorizer:
    settings = {"analyzer": "char_wb", "ngram_range": (3, 5), "sublinear_tf": True}
    return TfidfVectorizer(**settings, dtype=np.float32).fit(TEXTS)


def test_same_runs_are_found_and_as_rare(peer: TfidfVectorizer) -> None:
    found = LetterGrams.made_of(TEXTS)
    assert list(found.grams) == list(peer.get_feature_names_out())
    assert np.array_equal(found.rarity, peer.idf_)


def test_rows_of_any_texts_are_the_same(peer: TfidfVectorizer) -> None:
    rows, wanted = LetterGrams.made_of(TEXTS).rows(OTHERS), peer.transform(OTHERS)
    assert rows.shape == wanted.shape
    assert np.array_equal(rows.toarray(), wanted.toarray())
    assert rows.dtype == np.float32


def test_what_was_kept_gives_the_same_rows() -> None:
    found = LetterGrams.made_of(TEXTS)
    again = LetterGrams(found.grams, found.rarity)
    assert np.array_equal(again.rows(OTHERS).toarray(), found.rows(OTHERS).toarray())


def test_no_texts_have_no_rows() -> None:
    found = LetterGrams.made_of(TEXTS)
    assert found.rows([]).shape == (0, len(found.grams))
