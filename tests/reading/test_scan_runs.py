"""Long straight runs of ink, against looking at every dot."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.reading.scan_runs import runs


@given(
    seed=st.integers(0, 2**32 - 1),
    size=st.tuples(st.integers(1, 40), st.integers(1, 40)),
    inked=st.sampled_from([0.5, 0.9, 0.97, 1.0]),
    length=st.integers(0, 45),
    axis=st.sampled_from([0, 1]),
)
def test_runs_are_those_that_are_found_dot_by_dot(
    seed: int, size: tuple[int, int], inked: float, length: int, axis: int
) -> None:
    mask = np.random.default_rng(seed).random(size) < inked
    lines = ["".join(" #"[int(dot)] for dot in line) for line in (mask if axis else mask.T)]
    kept = np.array([[dot == "#" for dot in _without_short(line, length)] for line in lines])
    assert (runs(mask, length, axis) == (kept if axis else kept.T)).all()


def _without_short(line: str, length: int) -> str:
    pieces = line.split(" ")
    return " ".join(piece if len(piece) >= length else " " * len(piece) for piece in pieces)
