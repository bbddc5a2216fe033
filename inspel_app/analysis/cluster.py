"""Vectors to groups."""

from collections import Counter

import numpy as np

from inspel_app.analysis.protocols import Vectors


class WardClusterer:
    """Agglomerative clustering by Ward's criterion up to a fixed distance.

    Every row lands in a group, if only its own; nothing is drawn by chance.
    """

    def __init__(self, distance: float = 1.45) -> None:
        """`distance` is in units of the rows' length 1: two unlike rows stand sqrt(2) apart."""
        self._distance = distance

    def cluster(self, vectors: Vectors) -> list[int]:
        """A group number for each row, the largest group 0, equal ones by their first row."""
        from sklearn.cluster import AgglomerativeClustering  # noqa: PLC0415 - heavy to import

        if len(vectors) < 2:  # noqa: PLR2004 - sklearn wants two rows or more
            return [0] * len(vectors)
        found = AgglomerativeClustering(
            n_clusters=None, distance_threshold=self._distance, linkage="ward"
        ).fit_predict(np.asarray(vectors, np.float64))
        # Counter keeps the order of first appearance, and most_common keeps it among equals
        ranks = {group: n for n, (group, _) in enumerate(Counter(found.tolist()).most_common())}
        return [ranks[group] for group in found.tolist()]
