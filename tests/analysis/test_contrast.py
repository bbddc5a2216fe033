import numpy as np
import pytest

from inspel_app.analysis import contrast
from inspel_app.analysis.contents import ContentWords, Rarity
from inspel_app.analysis.contrast import ContrastEmbedder
from inspel_app.analysis.protocols import Vectors
from inspel_app.services.models import compound_splitter, lemmatizer
from tests.analysis.encoders import ENCODER

CONTENTS = ContentWords(lemmatizer(), compound_splitter())
ON_CARE = [
    "Ambulansen kommer för sent till Åsele.",
    "Det tar två timmar innan ambulansen är framme.",
    "BB i Lycksele ska vara öppet hela året.",
    "Förlossningen i Lycksele får inte stänga på sommaren.",
]
EXAMPLES = [
    "Ambulansens inställelsetid är lång.",
    "Barnmorska och förlossning saknas nära.",
    "Äldre behöver hemtjänst.",
]
EMBEDDER = ContrastEmbedder(ENCODER, CONTENTS, [*ON_CARE, *EXAMPLES])


def test_content_words_are_lemmas_with_the_parts_of_compounds() -> None:
    found = CONTENTS.of("Kommunernas skolskjutsar måste samordnas.")
    assert found["kommun"] == 1
    assert found["skolskjuts"] == 1
    assert 0 < found["skola"] < 1
    assert "måste" not in found


def test_a_word_of_few_texts_is_more_telling() -> None:
    rarity = Rarity([{"väg": 1.0}, {"väg": 1.0, "bro": 1.0}])
    assert rarity.weight("bro") > rarity.weight("väg") >= 0


def test_tells_texts_on_one_matter_apart() -> None:
    rows = EMBEDDER.embed(ON_CARE, EXAMPLES)
    alike = rows @ rows.T
    plain = ENCODER.embed(ON_CARE) @ ENCODER.embed(ON_CARE).T
    inside, across = [(0, 1), (2, 3)], [(0, 2), (0, 3), (1, 2), (1, 3)]

    def gap(likeness: Vectors) -> float:
        return float(
            np.mean([likeness[pair] for pair in inside])
            - np.mean([likeness[pair] for pair in across])
        )

    assert gap(alike) > gap(plain)


def test_gives_rows_of_length_one() -> None:
    rows = EMBEDDER.embed(ON_CARE, EXAMPLES)
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, rtol=1e-4)


@pytest.mark.parametrize("texts", [[], [""], ["12 %", ""], ON_CARE[:1], ON_CARE[:1] * 3])
def test_takes_few_empty_and_equal_texts(texts: list[str]) -> None:
    for examples in ([], EXAMPLES):
        rows = EMBEDDER.embed(texts, examples)
        assert len(rows) == len(texts)
        assert np.isfinite(rows).all()


def test_many_texts_are_compared_with_some_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contrast, "_LANDMARKS", 2)
    few = EMBEDDER.embed(ON_CARE, EXAMPLES)
    assert few.shape == (4, EMBEDDER.embed(ON_CARE[:1]).shape[1] - 1 + 2 + len(EXAMPLES))
