import numpy as np
import pytest

from inspel_app.analysis import cluster
from inspel_app.analysis.cluster import WardClusterer
from inspel_app.analysis.protocols import Vectors


def unit(*rows: list[float]) -> Vectors:
    vectors = np.array(rows, np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def blobs(sizes: list[int]) -> Vectors:
    """Rows around as many far directions as there are sizes, one after the other."""
    noise = np.random.default_rng(0).normal(0, 0.02, (sum(sizes), len(sizes)))
    middles = np.repeat(np.eye(len(sizes)), sizes, axis=0)
    return np.asarray(middles + noise, np.float32)


def test_joins_what_is_alike_and_numbers_by_size() -> None:
    vectors = unit([1, 0, 0], [0.9, 0.1, 0], [0, 1, 0.1], [0, 1, 0], [0, 1, 0.2])
    assert WardClusterer().cluster(vectors) == [1, 1, 0, 0, 0]


@pytest.mark.parametrize("sizes", [[5], [6, 5], [9, 8, 7], [12, 10, 9, 8]])
def test_the_rows_tell_how_many_groups_there_are(sizes: list[int]) -> None:
    vectors = blobs(sizes) if len(sizes) > 1 else np.zeros((5, 3), np.float32)
    expected = [n for n, size in enumerate(sizes) for _ in range(size)]
    assert WardClusterer().cluster(vectors) == expected


@pytest.mark.parametrize("count", [0, 1])
def test_takes_none_and_one(count: int) -> None:
    assert WardClusterer().cluster(np.eye(4, dtype=np.float32)[:count]) == [0] * count


def test_many_rows_go_where_some_of_them_lead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_MANY", 20)
    sizes = [40, 30, 20]
    expected = [n for n, size in enumerate(sizes) for _ in range(size)]
    assert WardClusterer().cluster(blobs(sizes)) == expected
