"""Assigned passages -> themes: those that say the same kind of thing about one code."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from inspel_app.analysis.asides import is_aside
from inspel_app.analysis.labels import Labeller
from inspel_app.analysis.protocols import Clusterer, Embedder, Vectors
from inspel_app.analysis.subjects import Subjects
from inspel_app.domain.coding import Passage, Theme

_ENOUGH = 3
"""A point with so many of a theme's common subjects needs none of those that it is named by."""


def make_themes(
    passages: Sequence[Passage], embedder: Embedder, clusterer: Clusterer
) -> list[Theme]:
    """Themes `t1`, `t2`, ... by code (the whole last) and then by size.

    Points that are alike are gathered under the code that they first concern, where some of them
    share what a theme can be named by; the others make themes of their own. What says nothing on
    the matter is in none. The order of the passages changes nothing.
    """
    ordered = sorted((p for p in passages if not is_aside(p)), key=lambda p: p.id)
    texts = [p.text for p in ordered]
    vectors = embedder.embed(texts)
    labeller = Labeller(Subjects(texts, _names(ordered)))
    by_code: dict[str | None, list[int]] = defaultdict(list)
    for row, passage in enumerate(ordered):
        by_code[passage.code].append(row)
    themes: list[Theme] = []
    for code in sorted(by_code, key=_code_order):
        rows = by_code[code]
        alike = _groups(rows, clusterer.cluster(vectors[rows]))
        found = [theme for group in alike for theme in _themes_of(group, code, texts, labeller)]
        for members in sorted(found, key=lambda m: (-len(m), m)):
            said = [texts[row] for row in members]
            title, keywords = labeller.label(said)
            named = labeller.held(said, labeller.named(said))
            typical = [ordered[row].id for row in _by_typicality(members, named, vectors)]
            themes.append(Theme(f"t{len(themes) + 1}", code, title, keywords, tuple(typical)))
    return themes


def _names(passages: Sequence[Passage]) -> set[str]:
    """The words that name organisations; a company's first word often names a thing too."""
    named = {a.text for p in passages for a in p.actors if not a.text.endswith(" AB")}
    return {word for name in named for word in name.split() if word[0].isupper()}


def _groups(rows: Sequence[int], numbers: Sequence[int]) -> list[list[int]]:
    """The rows of each cluster, in the clusters' order."""
    groups: list[list[int]] = [[] for _ in range(max(numbers) + 1)]
    for row, number in zip(rows, numbers, strict=True):
        groups[number].append(row)
    return groups


def _themes_of(
    rows: Sequence[int], code: str | None, texts: Sequence[str], labeller: Labeller
) -> Iterator[Sequence[int]]:
    """The themes of a cluster: under a code one, if it can be named, or else its points alone.

    Without a code, points have less in common than their likeness tells, and must share subjects.
    """
    if code is not None and labeller.named([texts[row] for row in rows]):
        yield rows
    else:
        yield from _held_together(rows, texts, labeller)


def _held_together(
    rows: Sequence[int], texts: Sequence[str], labeller: Labeller
) -> Iterator[list[int]]:
    """A cluster in groups that each share named subjects, and the rest one by one."""
    left = list(rows)
    while held := labeller.held_together([texts[row] for row in left], _ENOUGH):
        yield [left[n] for n in held]
        left = [row for n, row in enumerate(left) if n not in held]
    yield from ([row] for row in left)


def _by_typicality(rows: Sequence[int], named: Sequence[int], vectors: Vectors) -> list[int]:
    """The rows that have most of what the theme is named by first, then the most like all."""
    likeness = np.round(vectors[list(rows)] @ vectors[list(rows)].mean(axis=0), 6)
    return [rows[n] for n in np.lexsort((-likeness, -np.asarray(named)))]


def _code_order(code: str | None) -> tuple[bool, list[tuple[bool, int, str]]]:
    """Sorts 3.9 before 3.10, names after numbers, and None last."""
    parts = re.split(r"[.\s]", code or "")
    return code is None, [(not p.isdigit(), int(p) if p.isdigit() else 0, p) for p in parts]
