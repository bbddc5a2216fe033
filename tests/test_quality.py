"""The program proposes as well as `docs/kvalitet.md` says that it does."""

import pytest

from tests.benchmarks.own_set import measure_own
from tests.benchmarks.peer_themes import PEER
from tests.benchmarks.quality import DOCUMENT, MARK, ROWS, committed, falls, table
from tests.benchmarks.scorers import Figure

OWN, OTHERS = committed(DOCUMENT.read_text("utf-8"))


@pytest.mark.slow
def test_no_figure_of_the_example_round_has_fallen() -> None:
    now = measure_own()
    assert {key: (OWN[key], now[key]) for key in falls(OWN, now)} == {}
    assert set(now) == set(OWN) - {PEER}, "a figure is new or gone: write the table anew"


def test_the_document_holds_the_table_as_it_is_written() -> None:
    assert DOCUMENT.read_text("utf-8").partition(MARK)[2] == table(OWN, OTHERS)


def test_every_figure_is_one_of_the_table() -> None:
    keys = {row.key for row in ROWS}
    assert len(keys) == len(ROWS)
    assert OWN.keys() | OTHERS.keys() == keys


@pytest.mark.parametrize(
    ("key", "cases", "before", "now", "fallen"),
    [
        ("codes.right", 200, 0.90, 0.879, 1),
        ("codes.right", 200, 0.90, 0.881, 0),
        ("codes.right", 200, 0.90, 0.99, 0),
        ("misplaced.recall", 5, 0.6, 0.4, 0),
        ("misplaced.recall", 5, 0.6, 0.2, 1),
        ("rank.calibration", 200, 0.03, 0.06, 1),
        ("rank.calibration", 200, 0.06, 0.03, 0),
    ],
)
def test_more_than_two_points_and_more_than_one_case_is_a_fall(
    key: str, cases: int, before: float, now: float, fallen: int
) -> None:
    assert falls({key: Figure(before, cases)}, {key: Figure(now, cases)}) == [key] * fallen


def test_what_was_not_measured_has_not_fallen() -> None:
    assert falls({"codes.right": Figure(0.9, 9)}, {}) == []
