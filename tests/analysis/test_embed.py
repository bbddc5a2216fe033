from collections.abc import Sequence

import numpy as np
import pytest

from inspel_app.analysis.embed import MixedEmbedder, RememberingEmbedder
from inspel_app.analysis.protocols import Embedder, Vectors
from tests.analysis.encoders import ENCODER, MIXED

TEXTS = [
    "Bygg ut bredbandet i byarna.",
    "Bredband till de sista hushållen.",
    "Biblioteket är bygdens vardagsrum.",
    "12 %",
]


class Initials:
    """Finds texts alike that begin with the same letter."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        return np.array([np.eye(128)[ord(text[0]) % 128] for text in texts], np.float32)


@pytest.fixture(params=[ENCODER, MIXED], ids=lambda e: type(e).__name__)
def embedder(request: pytest.FixtureRequest) -> Embedder:
    given: Embedder = request.param
    return given


def test_gives_one_unit_row_per_text(embedder: Embedder) -> None:
    vectors = embedder.embed(TEXTS)
    assert vectors.dtype == np.float32
    assert len(vectors) == len(TEXTS)
    np.testing.assert_allclose(np.linalg.norm(vectors[:3], axis=1), 1, rtol=1e-5)


def test_texts_on_the_same_matter_are_more_alike(embedder: Embedder) -> None:
    one, same, other = embedder.embed(TEXTS[:3])
    assert one @ same > one @ other


def test_gives_the_same_text_the_same_row_in_any_order(embedder: Embedder) -> None:
    forwards, backwards = embedder.embed(TEXTS), embedder.embed(TEXTS[::-1])
    np.testing.assert_array_equal(forwards, backwards[::-1])
    twice = embedder.embed(TEXTS[:1] * 2)
    np.testing.assert_array_equal(twice[0], twice[1])


@pytest.mark.parametrize("texts", [[], [""], ["", " "], TEXTS[:1]])
def test_takes_few_and_empty_texts(embedder: Embedder, texts: list[str]) -> None:
    assert np.isfinite(embedder.embed(texts)).all()
    assert len(embedder.embed(texts)) == len(texts)


def test_a_mixture_finds_texts_as_alike_as_its_parts_by_their_shares() -> None:
    parts = [rows @ rows.T for rows in (Initials().embed(TEXTS), ENCODER.embed(TEXTS))]
    rows = MixedEmbedder(((Initials(), 0.25), (ENCODER, 0.75))).embed(TEXTS)
    np.testing.assert_allclose(rows @ rows.T, 0.25 * parts[0] + 0.75 * parts[1], atol=1e-5)


class Counting:
    """Tells what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return ENCODER.embed(texts)


def test_a_remembered_text_is_embedded_once_and_as_it_would_be() -> None:
    counting = Counting()
    embedder = RememberingEmbedder(counting)
    for texts in (TEXTS[:2], [TEXTS[1], TEXTS[0], TEXTS[2], TEXTS[2]], []):
        np.testing.assert_array_equal(embedder.embed(texts), ENCODER.embed(texts))
    assert counting.asked == TEXTS[:3]
