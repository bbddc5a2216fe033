"""How far several people, or a person and the machine, say the same of the same passages.

Each measure is what every unit adds, and what the sums over the units come to. So drawing the
units anew, as the bootstrap does, is one multiplication.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ratings = NDArray[np.int64]
"""Coders x units: the number of the category, counted from 0, or `MISSING`."""
Marks = NDArray[np.bool_]
"""Units x codes: whether a coder gave the unit the code."""
Sums = NDArray[np.float64]

MISSING = -1
"""Where a coder said nothing about a unit."""
_DRAWS = 1000
_SEED = 0
_WITHIN = (2.5, 97.5)
"""The percentiles between which a figure lies in 95 draws of 100."""


@dataclass(frozen=True)
class Measure:
    """A measure of agreement over units; undefined (NaN) where nothing could have differed.

    `parts` is units x parts; `of_sums` makes figures (...) of sums over units (... x parts).
    """

    parts: Sums
    of_sums: Callable[[Sums], Sums]

    @property
    def value(self) -> float:
        """The figure over all units."""
        with np.errstate(invalid="ignore", divide="ignore"):
            return float(self.of_sums(self.parts.sum(axis=0)))

    def interval(self, draws: Sums) -> tuple[float, float]:
        """The 95 per cent percentile interval over draws (`resample`) in which it is defined."""
        with np.errstate(invalid="ignore", divide="ignore"):
            figures = self.of_sums(draws @ self.parts)
        defined = figures[np.isfinite(figures)]
        if not defined.size:
            return np.nan, np.nan
        low, high = np.percentile(defined, _WITHIN)
        return float(low), float(high)


def resample(units: int) -> Sums:
    """Draws x units: how often each unit comes in each of a thousand draws with replacement.

    Always the same draws for the same number; 8 kB for each unit.
    """
    shares = np.full(units, 1 / units)
    return np.random.default_rng(_SEED).multinomial(units, shares, size=_DRAWS).astype(np.float64)


def cohens_kappa(ratings: Ratings) -> Measure:
    """Agreement of two coders beyond chance, each with a habit of their own (Cohen 1960).

    Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions (2003), section 18.1,
    work through the example that the tests hold. Units that either coder left out do not count.

    Raises:
        ValueError: there are not two coders.
    """
    one, other = ratings
    both = ((one != MISSING) & (other != MISSING))[:, np.newaxis]
    first, second = _one_hot(ratings) & both
    parts = np.hstack([both, both & (one == other)[:, np.newaxis], first, second])
    categories = first.shape[1]

    def of_sums(sums: Sums) -> Sums:
        units, agreed, habits = sums[..., 0], sums[..., 1], sums[..., 2:]
        chance = (habits[..., :categories] * habits[..., categories:]).sum(axis=-1) / units
        return np.asarray((agreed - chance) / (units - chance))

    return Measure(parts.astype(np.float64), of_sums)


def krippendorffs_alpha(ratings: Ratings) -> Measure:
    """Agreement beyond chance of any number of coders, with gaps; categories without order.

    The coincidences and worked examples are those of Krippendorff, Computing Krippendorff's
    Alpha-Reliability (2011), sections A to C. Units with fewer than two values do not count.
    """
    counts = _one_hot(ratings).sum(axis=0).astype(np.float64)
    values = counts.sum(axis=1, keepdims=True)
    pairable = values > 1
    pairs = np.where(pairable, values - 1, 1)
    differing = (values**2 - (counts**2).sum(axis=1, keepdims=True)) / pairs

    def of_sums(sums: Sums) -> Sums:
        observed, each = sums[..., 0], sums[..., 1:]
        total = each.sum(axis=-1)
        expected = (total**2 - (each**2).sum(axis=-1)) / (total - 1)
        return np.asarray(1 - observed / expected)

    return Measure(np.hstack([differing, counts]) * pairable, of_sums)


def f1(one: Marks, other: Marks) -> Measure:
    """How much of what either coder gave both gave: precision and recall in one, over all codes.

    The same whichever coder comes first (scikit-learn's `average="micro"`).
    """
    parts = np.stack([(one & other).sum(axis=1), one.sum(axis=1) + other.sum(axis=1)], axis=1)

    def of_sums(sums: Sums) -> Sums:
        return np.asarray(2 * sums[..., 0] / sums[..., 1])

    return Measure(parts.astype(np.float64), of_sums)


def _one_hot(ratings: Ratings) -> Marks:
    """Coders x units x categories."""
    return np.asarray(ratings[..., np.newaxis] == np.arange(ratings.max(initial=0) + 1))
