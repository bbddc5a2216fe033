"""Which texts of many share what they say, found without comparing each with each.

A text is the set of its runs of three words, so that it is alike whatever the order of its
paragraphs and wherever something was put in. Texts that share a run are counted together with
those around them alone, so the work grows with the amount of text, however many say the same.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RUN = 3
"""Words in a row that are compared."""

_LEAST_SHARED = 8
"""Runs that two texts share at least; fewer are a turn of phrase."""
_LEAST_SHARE = 0.3
"""How much of the smaller text the two share at least; texts of their own share a few per cent."""
_SEEN = 0.1
"""How much of the smaller text two share in sight of each other before they are compared."""
_REACH = 3
"""With how many neighbours, and how many of the first, a text is compared for each run."""
_WORD = re.compile(r"\w+")

_Runs = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Alike:
    """Two texts by their index, and how much of the smaller one both hold (0-1)."""

    one: int
    other: int
    share: float


def words_of(text: str) -> list[str]:
    """The words and numbers of a text, comparable."""
    return _WORD.findall(text.casefold())


def runs_of(words: Sequence[str]) -> list[tuple[str, ...]]:
    """All runs of RUN words; the whole of a shorter text."""
    if len(words) < RUN:
        return [tuple(words)] if words else []
    return list(zip(*(words[n:] for n in range(RUN)), strict=False))


def alike(texts: Sequence[Iterable[str]]) -> list[Alike]:
    """The pairs of texts, each in one or several pieces, that share much of the smaller one.

    Where many share the same, each is compared with some of the others: all of them hang
    together, but not every pair of them is named.
    """
    sets = [_runs(pieces) for pieces in texts]
    found: list[Alike] = []
    if not sets:
        return found
    for one, other in _meetings(sets):
        smaller = min(len(sets[one]), len(sets[other]))
        shared = len(np.intersect1d(sets[one], sets[other], assume_unique=True))
        if shared >= _LEAST_SHARED and shared >= _LEAST_SHARE * smaller:
            found.append(Alike(one, other, shared / smaller))
    return found


def _runs(pieces: Iterable[str]) -> _Runs:
    """The runs of a text as sorted numbers, each once; they hold within this process only."""
    numbers = [hash(run) for piece in pieces for run in runs_of(words_of(piece))]
    return np.unique(np.array(numbers, dtype=np.int64))


def _meetings(sets: Sequence[_Runs]) -> list[tuple[int, int]]:
    """The pairs of texts that share some runs in which they stand near each other."""
    sizes = np.array([len(numbers) for numbers in sets], dtype=np.int64)
    runs = np.concatenate(sets)
    texts = np.repeat(np.arange(len(sets)), sizes)
    order = np.argsort(runs, kind="stable")
    runs, texts = runs[order], texts[order]
    first = np.searchsorted(runs, runs, side="left")
    here = np.arange(len(runs))
    pairs = []
    for step in range(_REACH):
        before = here - step - 1
        leader = first + step
        pairs.append(_pairs(texts, before, before >= first, len(sets)))
        pairs.append(_pairs(texts, leader, leader < here - _REACH, len(sets)))
    met, counts = np.unique(np.concatenate(pairs), return_counts=True)
    smaller = np.minimum(sizes[met // len(sets)], sizes[met % len(sets)])
    return [divmod(int(pair), len(sets)) for pair in met[counts >= _SEEN * smaller]]


def _pairs(texts: _Runs, others: _Runs, valid: NDArray[np.bool_], size: int) -> _Runs:
    """Each text with another that stands at the given place, as one number, smaller first."""
    return texts[others[valid]] * size + texts[valid]


def joined(size: int, pairs: Iterable[tuple[int, int]], apart: set[tuple[int, int]]) -> list[int]:
    """The number of the group, its smallest member, of each of `size` things that pairs join.

    Earlier pairs go before; no group comes to hold two things that are to be `apart`.
    """
    leader = list(range(size))

    def top(thing: int) -> int:
        while leader[thing] != thing:
            leader[thing] = leader[leader[thing]]
            thing = leader[thing]
        return thing

    for one, other in pairs:
        low, high = sorted((top(one), top(other)))
        if not any({top(a), top(b)} == {low, high} for a, b in apart):
            leader[high] = low
    return [top(thing) for thing in range(size)]
