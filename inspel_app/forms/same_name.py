"""Organisations whose names are written in different ways, put together as proposals."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from inspel_app.forms.folding import fold
from inspel_app.forms.organisations import Organisations

_ALIKE = 95.0
"""Per cent of likeness between two names of which one is misspelt or misread."""
_LONG_ENOUGH = 10

Pair = tuple[str, str]
"""Two folded names in alphabetical order."""


@dataclass(frozen=True, slots=True)
class SameName:
    """A proposal: these `names`, as they are written, are one organisation's, called `name`.

    `known` tells that the list of organisations and municipalities says so.
    """

    name: str
    names: tuple[str, ...]
    known: bool


def same_names(
    names: Iterable[str], known: Organisations, apart: Collection[Pair]
) -> tuple[SameName, ...]:
    """The names (each as often as it is borne) that are one organisation's, by their usual name.

    `apart` are those of which a person has said that they are not the same.
    """
    counts = Counter(names)
    groups: list[list[str]] = []
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        group = next((g for g in groups if _belongs(name, g, known, apart)), None)
        if group is None:
            groups.append([name])
        else:
            group.append(name)
    proposals = (_proposal(group, known) for group in groups if len(group) > 1)
    return tuple(sorted(proposals, key=lambda proposal: proposal.name))


def found_among(
    names: Iterable[str], others: Iterable[str], known: Organisations, apart: Collection[Pair]
) -> dict[str, str]:
    """Those of the names that are among the others, written so or otherwise: which they are."""
    by_key = {key: other for other in others if (key := known.key(other))}
    found = {}
    for name in names:
        key = known.key(name)
        likely = process.extract(key, by_key.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        same = (by_key[k] for k, _score, _at in likely if _is_same(key, k))
        other = next((one for one in same if pair(name, one) not in apart), None)
        if other is not None:
            found[name] = other
    return found


def pair(one: str, other: str) -> Pair:
    """Two names, comparable."""
    first, second = sorted((fold(one), fold(other)))
    return first, second


def _belongs(
    name: str, group: Iterable[str], known: Organisations, apart: Collection[Pair]
) -> bool:
    key = known.key(name)
    members = list(group)
    if any(pair(name, member) in apart for member in members):
        return False
    return any(_is_same(key, known.key(member)) for member in members)


def _is_same(one: str, other: str) -> bool:
    if one == other:
        return one != ""
    digits = ["".join(filter(str.isdigit, key)) for key in (one, other)]
    long_enough = min(len(one), len(other)) >= _LONG_ENOUGH
    return long_enough and digits[0] == digits[1] and fuzz.ratio(one, other) >= _ALIKE


def _proposal(group: list[str], known: Organisations) -> SameName:
    """The group under its usual name, or else the name that most of them bear."""
    usual = next((found for name in group if (found := known.standard(name))), None)
    return SameName(usual or group[0], tuple(group), known=usual is not None)
