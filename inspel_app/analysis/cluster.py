"""Vectors to groups."""

from collections import Counter

import numpy as np

from inspel_app.analysis.protocols import Vectors


class AverageClusterer:
    """Agglomerative clustering by the mean distance between groups, up to a fixed one.

    Every row lands in a group, if only its own; nothing is drawn by chance.
    """

    def __init__(self, distance: float = 0.9) -> None:
        """`distance` is 1 less the rows' dot product: two unlike rows stand 1 apart."""
        self._distance = distance

    def cluster(self, vectors: Vectors) -> list[int]:
        """A group number for each row, the largest group 0, equal ones by their first row."""
        from sklearn.cluster import AgglomerativeClustering  # noqa: PLC0415 - heavy to import

        if len(vectors) < 2:  # noqa: PLR2004 - sklearn wants two rows or more
            return [0] * len(vectors)
        rows = np.asarray(vectors, np.float64)
        # rounded, or the order of a sum's terms would decide between equals
        apart = np.round(np.maximum(0, 1 - rows @ rows.T), 9)
        found = AgglomerativeClustering(
            n_clusters=None,
            distance_threshold=self._distance,
            linkage="average",
            metric="precomputed",
        ).fit_predict(apart)
        # Counter keeps the order of first appearance, and most_common keeps it among equals
        ranks = {group: n for n, (group, _) in enumerate(Counter(found.tolist()).most_common())}
        return [ranks[group] for group in found.tolist()]
