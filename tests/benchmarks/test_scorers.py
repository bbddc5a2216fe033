import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import f1_score

from tests.benchmarks.scorers import b_cubed, calibration_error, f1, macro_f1, names_f1, share

labels = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abcd")), min_size=1)


@given(labels)
def test_macro_f1_is_that_of_scikit_learn(pairs: list[tuple[str, str]]) -> None:
    truth, said = [a for a, _ in pairs], [b for _, b in pairs]
    expected = f1_score(truth, said, average="macro", labels=sorted(set(truth)))
    assert macro_f1(truth, said).value == pytest.approx(expected)


@given(labels)
def test_b_cubed_is_the_same_from_both_sides_and_one_for_the_same_groups(
    pairs: list[tuple[str, str]],
) -> None:
    truth, said = [a for a, _ in pairs], [b for _, b in pairs]
    assert b_cubed(truth, said).value == pytest.approx(b_cubed(said, truth).value)
    assert b_cubed(truth, [label.upper() for label in truth]).value == pytest.approx(1)


def test_b_cubed_is_the_mean_over_members() -> None:
    """{1, 2, 3} {4} found as {1, 2} {3, 4}: precision 3/4, recall 2/3."""
    precision, recall = (1 + 1 + 1 / 2 + 1 / 2) / 4, (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4
    expected = 2 * precision * recall / (precision + recall)
    assert b_cubed("aaab", "xxyy").value == pytest.approx(expected)


def test_calibration_error_is_the_gap_between_confidence_and_what_is_right() -> None:
    assert calibration_error([0.75] * 4, [True, True, True, False]).value == pytest.approx(0)
    assert calibration_error([1.0] * 4, [True, False, False, False]).value == pytest.approx(0.75)
    sure = np.linspace(0, 1, 11)[:-1] + 0.05
    assert calibration_error(sure.tolist(), [False] * 10).value == pytest.approx(0.5)


def test_names_are_counted_by_passage_and_found_inside_each_other() -> None:
    wanted = {"p": ["Sametinget", "SLU"], "q": [], "r": ["Bris"]}
    found = {"p": ["sametinget", "SLU Umeå", "Trafikverket"], "q": ["SCB"], "elsewhere": ["x"]}
    assert names_f1(wanted, found) == f1(right=2, found=4, wanted=3)


def test_shares_of_nothing_are_zero() -> None:
    assert share([]).value == f1(0, 0, 0).value == b_cubed([], []).value == 0
    assert share([True, False, True]).value == pytest.approx(2 / 3)
