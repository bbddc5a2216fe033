"""Linear models: solved part by part and in place, they are what the formula says."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from inspel_app.analysis import features
from inspel_app.analysis.features import Features, ridge


@pytest.mark.parametrize("part", [3, 7, 100])
def test_model_is_that_of_the_formula_whatever_the_parts(
    part: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(features, "_PART", part)
    chance = np.random.default_rng(1)
    meaning = chance.normal(size=(20, 5)).astype(np.float32)
    grams = chance.normal(size=(20, 30)).astype(np.float32)
    grams[chance.uniform(size=grams.shape) < 0.8] = 0
    targets = chance.normal(size=(20, 4)).astype(np.float32)
    weights = chance.uniform(0.5, 1, 20).astype(np.float32)
    model = ridge(Features(meaning, csr_matrix(grams)), targets, weights)
    both = np.hstack([meaning, grams]).astype(np.float64)
    weighed = both.T * weights
    wanted = np.linalg.solve(
        weighed @ both + features._PENALTY * np.eye(both.shape[1]), weighed @ targets
    )
    assert np.vstack([model.meaning, model.letters]) == pytest.approx(wanted, abs=1e-4)


def test_coarse_numbers_tell_nearly_the_same() -> None:
    chance = np.random.default_rng(2)
    meaning = chance.normal(0, 0.1, size=(20, 50)).astype(np.float32)
    grams = chance.uniform(size=(20, 300)).astype(np.float32)
    grams[grams < 0.7] = 0
    grams /= np.linalg.norm(grams, axis=1, keepdims=True)
    texts = Features(meaning, csr_matrix(grams))
    coarse = texts.coarse()
    assert (coarse.meaning.itemsize, coarse.letters.data.itemsize) == (2, 2)
    fine = coarse.fine()
    assert fine.meaning.dtype == fine.letters.dtype == np.float32
    assert fine.likeness(texts) == pytest.approx(texts.likeness(texts), abs=0.0005)
