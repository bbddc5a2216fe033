"""What differs between two texts, word by word, with the places in both."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from inspel_app.analysis.sentences import Span

_WORD = re.compile(r"\w+|[^\w\s]")
_LARGEST = 100_000_000
"""Pairs of words that are weighed against each other; beyond, the texts differ as a whole."""

_Words = Sequence[re.Match[str]]


class Change(StrEnum):
    """What became of something on the way from one text to the other."""

    SAME = "lika"
    REMOVED = "borttaget"
    ADDED = "tillagt"
    CHANGED = "andrat"


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of two texts: where it stands in `one` and `other`, empty where it is absent.

    White space between the words makes no difference.
    """

    change: Change
    one: Span
    other: Span


def differences(one: str, other: str) -> tuple[Difference, ...]:
    """The stretches of two texts, in order, those that are the same included."""
    first, second = list(_WORD.finditer(one)), list(_WORD.finditer(other))
    if len(first) * len(second) > _LARGEST:
        return (Difference(Change.CHANGED, Span(0, len(one)), Span(0, len(other))),)
    return tuple(_stretches(first, second))


def _stretches(first: _Words, second: _Words) -> Iterator[Difference]:
    steps = Indel.opcodes([m.group() for m in first], [m.group() for m in second])
    done = done_other = 0
    for start, start_other, length in steps.as_matching_blocks():
        if start > done or start_other > done_other:
            yield Difference(
                _change(start - done, start_other - done_other),
                _span(first, done, start),
                _span(second, done_other, start_other),
            )
        done, done_other = start + length, start_other + length
        if length:
            same = _span(first, start, done), _span(second, start_other, done_other)
            yield Difference(Change.SAME, *same)


def _change(removed: int, added: int) -> Change:
    """The kind of a stretch in which so many words went and so many came."""
    if removed and added:
        return Change.CHANGED
    return Change.REMOVED if removed else Change.ADDED


def _span(words: _Words, start: int, end: int) -> Span:
    """Where the words from `start` to `end` stand; an empty place where there are none."""
    if start < end:
        return Span(words[start].start(), words[end - 1].end())
    place = words[start - 1].end() if start else 0
    return Span(place, place)
