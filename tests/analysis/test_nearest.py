import numpy as np

from inspel_app.analysis.nearest import Examples, Nearest

EXAMPLES = Examples(
    ["tåg", "buss", "bok"],
    [[0, 1], [], [2]],
    np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1]], np.float32),
)


def test_finds_the_example_of_each_target_that_is_most_alike() -> None:
    found = EXAMPLES.nearest(np.array([[0.2, 0.8, 0.1], [0, 0, 1]], np.float32))
    assert found.numbers.tolist() == [[1, 0, 2], [0, 0, 2]]
    assert np.allclose(found.alike, np.array([[0.8, 0, 0.1], [0, 0, 1]]))


def test_rows_are_kept_when_parts_are_joined_and_taken() -> None:
    one, other = (EXAMPLES.nearest(np.eye(3, dtype=np.float32)[[n]]) for n in (0, 2))
    whole = Nearest.joined([one, other])
    assert whole.at([1]).numbers.tolist() == other.numbers.tolist()
    assert whole.at([0]).alike.tolist() == one.alike.tolist()
