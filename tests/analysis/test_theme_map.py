"""Themes as islands on a map."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.analysis import theme_map
from inspel_app.analysis.theme_map import laid_out


def clouds(*, themes: int, each: int, seed: int = 0) -> tuple[theme_map.Rows, np.ndarray]:
    """Rows of length 1 around a direction for each theme, in which the next is mixed a little."""
    random = np.random.default_rng(seed)
    middles = random.normal(size=(themes, 32))
    middles[1::2] = middles[::2][: themes // 2] + 0.6 * random.normal(size=(themes // 2, 32))
    of = np.repeat(np.arange(themes), each)
    rows = middles[of] + 0.3 * random.normal(size=(len(of), 32))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32), of


def test_points_lie_nearest_to_their_own_theme() -> None:
    rows, of = clouds(themes=12, each=8)
    at = laid_out(rows, of)
    middles = np.stack([at[of == n].mean(axis=0) for n in range(12)])
    far = np.linalg.norm(at[:, None] - middles, axis=2)
    assert (far.argmin(axis=1) == of).mean() > 0.95


def test_themes_that_are_alike_lie_near_each_other() -> None:
    rows, of = clouds(themes=12, each=8)
    at = laid_out(rows, of)
    middles = np.stack([at[of == n].mean(axis=0) for n in range(12)])
    far = np.linalg.norm(middles[:, None] - middles, axis=2)
    np.fill_diagonal(far, np.inf)
    twins = np.arange(12) ^ 1  # each pair was made of one direction
    assert (far.argmin(axis=1) == twins).sum() >= 10


def test_a_point_like_another_theme_is_drawn_there() -> None:
    rows, of = clouds(themes=10, each=8)
    strayed = rows.copy()
    strayed[0] = rows[of == 7].mean(axis=0)
    strayed[0] /= np.linalg.norm(strayed[0])

    def near(at: theme_map.Places) -> float:
        return float(
            np.linalg.norm(at[0] - at[of == 7].mean(axis=0))
            / np.linalg.norm(at[1:8].mean(axis=0) - at[of == 7].mean(axis=0))
        )

    assert near(laid_out(strayed, of)) < 0.8 < near(laid_out(rows, of))


def test_many_themes_are_laid_out_by_the_largest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme_map, "_ANCHORS", 6)
    rows, of = clouds(themes=12, each=8)
    keep = (of < 6) | (np.arange(len(of)) % 8 < 3)  # the last six have three points each
    at = laid_out(rows[keep], of[keep])
    assert np.isfinite(at).all()
    assert len(np.unique(at.round(6), axis=0)) == keep.sum()


@given(st.integers(0, 6), st.integers(1, 4), st.integers(0, 3))
def test_any_rows_get_places_within_the_map(themes: int, each: int, seed: int) -> None:
    rows, of = clouds(themes=themes, each=each, seed=seed)
    at = laid_out(rows.copy(), of)
    assert at.shape == (themes * each, 2)
    assert (np.abs(at) <= 1 + 1e-9).all()
    assert (at == laid_out(rows, of)).all()


def test_the_same_text_twice_is_no_trouble() -> None:
    rows = np.ones((4, 8), np.float32) / np.sqrt(8)
    assert (laid_out(rows, np.array([0, 0, 1, 1])) == 0).all()
