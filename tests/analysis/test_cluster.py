import numpy as np
import pytest

from inspel_app.analysis.cluster import AverageClusterer
from inspel_app.analysis.protocols import Vectors


def unit(*rows: list[float]) -> Vectors:
    vectors = np.array(rows, np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def test_joins_what_is_alike_and_numbers_by_size() -> None:
    vectors = unit([1, 0, 0], [0, 1, 0.1], [0, 1, 0], [0, 1, 0.2])
    assert AverageClusterer(0.5).cluster(vectors) == [1, 0, 0, 0]


def test_equally_large_groups_are_numbered_by_their_first_row() -> None:
    assert AverageClusterer(0.5).cluster(unit([0, 1], [1, 0], [0, 1], [1, 0])) == [0, 1, 0, 1]


@pytest.mark.parametrize("count", [0, 1])
def test_takes_none_and_one(count: int) -> None:
    assert AverageClusterer().cluster(np.eye(4, dtype=np.float32)[:count]) == [0] * count


def test_rows_of_zeros_stand_alone() -> None:
    assert AverageClusterer().cluster(np.zeros((3, 4), np.float32)) == [0, 1, 2]
