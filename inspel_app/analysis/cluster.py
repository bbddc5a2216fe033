"""Vectors to groups, as many as the vectors themselves tell."""

import math
from collections import Counter

import numpy as np
from numpy.typing import NDArray

from inspel_app.analysis.protocols import Vectors

_STEEP = 1.5
"""Groups are not joined over a distance so many times as long as the usual one."""
_NEAR, _FAR = 1.35, 1.85
"""But always over the first, and never over the second; rows of length 1 that have nothing in
common stand the root of 2 apart."""
_MANY = 3000
"""So many rows are compared each with each, which takes 36 MB."""


class WardClusterer:
    """Joins the two groups that grow least apart by it, again and again, as long as it pays.

    How many groups there are is told by the distances: most joins are of neighbours, and those that
    span far more than they do join what does not belong together. There are never more groups of
    several than the root of the number of rows. Nothing is drawn by chance.
    """

    def cluster(self, vectors: Vectors) -> list[int]:
        """A group number for each row, the largest group 0, equal ones by their first row."""
        rows = np.asarray(vectors, np.float64)
        step = -(-len(rows) // _MANY) or 1
        found = _groups(rows[::step])
        if step > 1:
            found = _nearest(rows, rows[::step], found)
        # Counter keeps the order of first appearance, and most_common keeps it among equals
        ranks = {group: n for n, (group, _) in enumerate(Counter(found.tolist()).most_common())}
        return [ranks[group] for group in found.tolist()]


def _groups(rows: NDArray[np.float64]) -> NDArray[np.int32]:
    from scipy.cluster.hierarchy import fcluster, linkage  # noqa: PLC0415 - heavy to import

    if len(rows) < 2:  # noqa: PLR2004 - a tree has two leaves or more
        return np.zeros(len(rows), np.int32)
    # rounded, or the order of a sum's terms would decide between equals
    tree = np.round(linkage(rows, "ward"), 9)
    heights = tree[:, 2]
    limit = min(_FAR, max(_NEAR, _STEEP * float(np.median(heights))))
    number = 1 + int((heights > limit).sum())
    most = max(2, math.isqrt(len(rows)) + 1)
    return np.asarray(fcluster(tree, min(number, most), "maxclust"), np.int32)


def _nearest(
    rows: NDArray[np.float64], known: NDArray[np.float64], groups: NDArray[np.int32]
) -> NDArray[np.int32]:
    """For each row the group whose middle is nearest."""
    names = np.unique(groups)
    middles = np.stack([known[groups == name].mean(axis=0) for name in names])
    apart = (middles**2).sum(axis=1) - 2 * rows @ middles.T
    return np.asarray(names[np.round(apart, 9).argmin(axis=1)], np.int32)
