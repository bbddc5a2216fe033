"""Limits of time are longer while the computer is busy with other things."""

import os

import pytest

from inspel_app.reading.patience import patience


@pytest.mark.skipif(os.name == "nt", reason="Windows does not tell how busy it is")
@pytest.mark.parametrize(
    ("waiting", "cores", "times"), [(0.2, 2, 1.0), (2.0, 2, 1.0), (6.0, 2, 3.0), (90.0, 2, 8.0)]
)
def test_a_limit_grows_with_what_else_wants_to_run(
    monkeypatch: pytest.MonkeyPatch, waiting: float, cores: int, times: float
) -> None:
    monkeypatch.setattr(os, "getloadavg", lambda: (waiting, 0.0, 0.0))
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    assert patience() == times
