"""In which order decisions teach the machine most."""

from collections.abc import Hashable, Sequence
from itertools import count

import numpy as np

_AGAIN = 0.9
"""What a passage is worth after one of the same kind, as a share of what it would be before."""


def teaching_order(unsure: Sequence[float], kinds: Sequence[Hashable]) -> list[int]:
    """The numbers of passages, those first of which a decision teaches most.

    That is the unsure ones, and of each kind a few before many of one: ten passages that waver
    between the same two codes are mostly answered by the first of them.

    Args:
        unsure: For each passage how unsure its suggestion is; 0 teaches nothing.
        kinds: What kind of passage each is, such as the codes that it wavers between.
    """
    earlier: dict[Hashable, count[int]] = {}
    worth = np.array(unsure, np.float64)
    for row in np.argsort(-worth, kind="stable").tolist():
        worth[row] *= _AGAIN ** next(earlier.setdefault(kinds[row], count()))
    return [int(row) for row in np.argsort(-worth, kind="stable")]
