"""Assigned passages -> themes: those that say the same kind of thing about one code."""

import re
from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from inspel_app.analysis.labels import Labeller
from inspel_app.analysis.protocols import Clusterer, Embedder, Vectors
from inspel_app.domain.coding import Passage, Theme


def make_themes(
    passages: Sequence[Passage], embedder: Embedder, clusterer: Clusterer
) -> list[Theme]:
    """Themes `t1`, `t2`, ... by code (the whole last) and then by size.

    Every passage lands in one theme, grouped by the code that it first concerns. The order of
    the passages changes nothing.
    """
    ordered = sorted(passages, key=lambda p: p.id)
    vectors = embedder.embed([p.text for p in ordered])
    labeller = Labeller([p.text for p in ordered])
    by_code: dict[str | None, list[int]] = defaultdict(list)
    for row, passage in enumerate(ordered):
        by_code[passage.code].append(row)
    themes: list[Theme] = []
    for code in sorted(by_code, key=_code_order):
        rows = by_code[code]
        for members in _groups(rows, clusterer.cluster(vectors[rows])):
            title, keywords = labeller.label([ordered[row].text for row in members])
            typical = [ordered[row].id for row in _by_typicality(members, vectors)]
            themes.append(Theme(f"t{len(themes) + 1}", code, title, keywords, tuple(typical)))
    return themes


def _groups(rows: Sequence[int], numbers: Sequence[int]) -> list[list[int]]:
    """The rows of each cluster, in the clusters' order."""
    groups: list[list[int]] = [[] for _ in range(max(numbers) + 1)]
    for row, number in zip(rows, numbers, strict=True):
        groups[number].append(row)
    return groups


def _by_typicality(rows: Sequence[int], vectors: Vectors) -> list[int]:
    """The rows that are most like the whole group first."""
    likeness = np.round(vectors[list(rows)] @ vectors[list(rows)].mean(axis=0), 6)
    return [rows[n] for n in np.argsort(-likeness, kind="stable")]


def _code_order(code: str | None) -> tuple[bool, list[tuple[bool, int, str]]]:
    """Sorts 3.9 before 3.10, names after numbers, and None last."""
    parts = re.split(r"[.\s]", code or "")
    return code is None, [(not p.isdigit(), int(p) if p.isdigit() else 0, p) for p in parts]
