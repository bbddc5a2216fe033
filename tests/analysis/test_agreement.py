"""Agreement against published figures, against scikit-learn, and by its laws."""

import random
from itertools import product

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score, f1_score

from inspel_app.analysis.agreement import (
    MISSING,
    Marks,
    Measure,
    Ratings,
    cohens_kappa,
    f1,
    krippendorffs_alpha,
    resample,
)

# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), examples A, B and C.
BINARY = ("0100000010", "1110010000")
NOMINAL = ("aabbdcccedda", "babbbccceddd")
WITH_GAPS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
# Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions (2003), table 18.1:
# how many of 100 patients each of two raters called psychotic, neurotic and organic.
PATIENTS = ((75, 1, 4), (5, 4, 1), (0, 0, 10))

CATEGORIES = 4
two_coders = st.integers(2, 30).flatmap(
    lambda n: st.lists(
        st.lists(st.integers(0, CATEGORIES - 1), min_size=n, max_size=n), min_size=2, max_size=2
    ).map(np.array)
)
with_gaps = st.tuples(st.integers(2, 5), st.integers(2, 20)).flatmap(
    lambda shape: st.lists(
        st.lists(st.integers(MISSING, CATEGORIES - 1), min_size=shape[1], max_size=shape[1]),
        min_size=shape[0],
        max_size=shape[0],
    ).map(np.array)
)


def ratings_of(*rows: str) -> Ratings:
    number = {sign: n for n, sign in enumerate(sorted(set("".join(rows)) - {"."}))}
    return np.array([[number.get(sign, MISSING) for sign in row] for row in rows])


def marks_of(ratings: Ratings) -> Marks:
    """Units x codes, each unit with the one code that it was given."""
    return np.asarray(ratings[:, np.newaxis] == np.arange(CATEGORIES))


def same(one: Measure, other: Measure) -> bool:
    return bool(np.isclose(one.value, other.value, equal_nan=True))


@pytest.mark.parametrize(
    ("rows", "alpha"), [(BINARY, 0.095), (NOMINAL, 0.692), (WITH_GAPS, 0.743)], ids=["A", "B", "C"]
)
def test_alpha_is_that_of_krippendorffs_examples(rows: tuple[str, ...], alpha: float) -> None:
    assert krippendorffs_alpha(ratings_of(*rows)).value == pytest.approx(alpha, abs=5e-4)


def test_kappa_is_that_of_the_textbook() -> None:
    pairs = [
        pair for pair in product(range(3), repeat=2) for _n in range(PATIENTS[pair[0]][pair[1]])
    ]
    assert cohens_kappa(np.array(pairs).T).value == pytest.approx(0.676, abs=5e-4)


@given(two_coders)
def test_kappa_is_that_of_scikit_learn(ratings: Ratings) -> None:
    assume(np.unique(ratings).size > 1)
    assert cohens_kappa(ratings).value == pytest.approx(cohen_kappa_score(*ratings))


@given(two_coders, st.integers(0, 99))
def test_f1_is_that_of_scikit_learn(ratings: Ratings, seed: int) -> None:
    one, other = np.random.default_rng(seed).random((2, ratings.shape[1], CATEGORIES)) < 0.4
    assume((one | other).any())
    assert f1(one, other).value == pytest.approx(f1_score(one, other, average="micro"))
    column = (one[:, :1], other[:, :1])
    assume(np.any(column))
    assert f1(*column).value == pytest.approx(f1_score(one[:, 0], other[:, 0]))


@given(with_gaps)
def test_who_agrees_in_everything_agrees_fully(ratings: Ratings) -> None:
    row = ratings[0]
    assume(np.unique(row[row != MISSING]).size > 1)
    alike = np.array([row, row])
    marks = marks_of(row)
    for measure in (cohens_kappa(alike), krippendorffs_alpha(alike), f1(marks, marks)):
        assert measure.value == pytest.approx(1)
        assert measure.interval(resample(row.size)) == pytest.approx((1, 1))


@given(two_coders)
def test_the_order_of_coders_makes_no_difference(ratings: Ratings) -> None:
    one, other = map(marks_of, ratings)
    assert same(cohens_kappa(ratings), cohens_kappa(ratings[::-1]))
    assert same(f1(one, other), f1(other, one))
    assert same(krippendorffs_alpha(ratings), krippendorffs_alpha(ratings[::-1]))


@given(with_gaps, st.randoms())
def test_neither_the_order_of_units_nor_the_names_of_categories_matter(
    ratings: Ratings, shuffler: random.Random
) -> None:
    order = list(range(ratings.shape[1]))
    names = list(range(CATEGORIES))
    shuffler.shuffle(order)
    shuffler.shuffle(names)
    renamed = np.array([*names, MISSING])[ratings]
    assert same(krippendorffs_alpha(ratings), krippendorffs_alpha(renamed[:, order]))
    assert same(cohens_kappa(ratings[:2]), cohens_kappa(renamed[:2, order]))


@given(with_gaps)
def test_units_with_fewer_than_two_values_do_not_count(ratings: Ratings) -> None:
    alone = np.full((ratings.shape[0], 1), MISSING)
    alone[0] = CATEGORIES - 1
    longer = np.hstack([ratings, alone])
    assert same(krippendorffs_alpha(ratings), krippendorffs_alpha(longer))
    assert same(cohens_kappa(ratings[:2]), cohens_kappa(longer[:2]))


def test_nothing_is_said_where_nothing_could_have_differed() -> None:
    ratings = np.zeros((2, 9), int)
    for measure in (
        cohens_kappa(ratings),
        krippendorffs_alpha(ratings),
        f1(*np.zeros((2, 9, 1), bool)),
    ):
        assert np.isnan([measure.value, *measure.interval(resample(9))]).all()


def test_interval_holds_the_figure_is_the_same_each_time_and_narrows_with_more_units() -> None:
    chance = np.random.default_rng(1)
    truth = chance.integers(0, CATEGORIES, 400)
    noisy = np.where(chance.random(400) < 0.3, chance.integers(0, CATEGORIES, 400), truth)
    ratings = np.array([truth, noisy])
    widths = []
    for units in (50, 400):
        kappa = cohens_kappa(ratings[:, :units])
        low, high = kappa.interval(resample(units))
        assert low < kappa.value < high
        assert (low, high) == kappa.interval(resample(units))
        widths.append(high - low)
    assert widths[1] < widths[0] / 2


def test_interval_of_a_share_is_near_the_one_of_theory() -> None:
    """F1 of 100 units, each with one code of its own, is a share; its spread is known."""
    one = np.ones((100, 1), bool)
    agreed = np.arange(100) < 80
    marks = np.stack([agreed, ~agreed], axis=1)
    low, high = f1(np.hstack([one, ~one]), marks).interval(resample(100))
    assert (low, high) == pytest.approx((0.8 - 1.96 * 0.04, 0.8 + 1.96 * 0.04), abs=0.015)
