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
