"""The sentence encoder: the laws of taking texts apart, and the model that ships."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.analysis.encoder import Lexicon, SentenceEncoder, grams, tokens
from inspel_app.resources import model_dir

COUNTS = {"kollektiv": 20, "trafik": 90, "landsbygd": 50, "utveckling": 70, "och": 5000, "by": 30}
GRAMS = ["<traf", "afik>", "rafi"]
LEXICON = Lexicon(COUNTS, GRAMS, 10_000)
NEAR = (
    ("Bussarna går för sällan till byarna.", "Kollektivtrafiken behöver fler avgångar."),
    ("Det är svårt att få tag på undersköterskor.", "Kompetensbrist inom vård och omsorg."),
    ("Renbetet trängs undan av gruvor.", "Samebyarnas marker måste skyddas mot exploatering."),
    ("Bygg ut fibern till alla hushåll.", "Många byar saknar bredband."),
    ("Biblioteken är viktiga mötesplatser.", "Konst, musik och teater ska finnas i hela länet."),
)


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    return SentenceEncoder(model_dir("kodare") / "kodare.safetensors")


def test_takes_words_and_numbers_out_of_a_text() -> None:
    assert tokens("E-hälsan, väg 363 (och s.k. ”e-tjänster”)") == [
        "e-hälsan",
        "väg",
        "363",
        "och",
        "s",
        "k",
        "e-tjänster",
    ]


def test_takes_runs_of_letters_out_of_a_word() -> None:
    assert list(grams("by", (3, 4))) == ["<by", "by>", "<by>"]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("kollektivtrafik", ("kollektiv", "trafik")),
        ("landsbygdsutveckling", ("landsbygd", "utveckling")),
        ("trafik", ()),
        ("trafikby", ()),
        ("trafikbyrå", ()),
    ],
)
def test_splits_compounds_of_known_words(word: str, parts: tuple[str, ...]) -> None:
    assert LEXICON.parts(word) == parts


def test_an_unknown_word_has_the_rows_of_its_grams_and_parts() -> None:
    rows = [row for row, _ in LEXICON.features("landsbygdstrafik")]
    assert rows == [len(COUNTS) + 2, len(COUNTS) + 1, 2, 1]
    assert LEXICON.features("xyz") == []


@given(st.sampled_from([*COUNTS, "kollektivtrafik", "landsbygdstrafik"]))
def test_the_weights_of_a_words_rows_have_length_one(word: str) -> None:
    weights = [weight for _, weight in LEXICON.features(word)]
    assert np.linalg.norm(weights) == pytest.approx(1)


def test_a_common_word_counts_for_less() -> None:
    assert LEXICON.weight("och") < LEXICON.weight("by") < LEXICON.weight("okänd") == 1


def test_gives_unit_rows_and_zeros_for_what_has_no_words(encoder: SentenceEncoder) -> None:
    rows = encoder.embed(["Bygg ut fibern.", "", "!"])
    assert rows.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), [1, 0, 0], rtol=1e-5)


@given(st.lists(st.text(max_size=80), min_size=1, max_size=8))
def test_gives_a_text_the_same_row_in_any_company(
    encoder: SentenceEncoder, texts: list[str]
) -> None:
    alone = [encoder.embed([text])[0] for text in texts]
    np.testing.assert_array_equal(encoder.embed(texts), alone)


def test_a_fresh_encoder_gives_the_same_rows(encoder: SentenceEncoder) -> None:
    texts = [text for pair in NEAR for text in pair]
    again = SentenceEncoder(model_dir("kodare") / "kodare.safetensors")
    np.testing.assert_array_equal(again.embed(texts[::-1])[::-1], encoder.embed(texts))


def test_texts_on_the_same_matter_in_other_words_are_nearest(encoder: SentenceEncoder) -> None:
    left, right = (encoder.embed(side) for side in zip(*NEAR, strict=True))
    assert (left @ right.T).argmax(axis=1).tolist() == list(range(len(NEAR)))


def test_inflection_changes_little(encoder: SentenceEncoder) -> None:
    one, other, far = encoder.embed(["kollektivtrafiken", "kollektivtrafik", "äldreomsorg"])
    assert one @ other > 0.7
    assert one @ far < 0.3
