"""Which points say the opposite of each other: one wants what another refuses.

That some propose and others criticise is no quarrel: it takes a matter that both of them name. In
one theme it may be any that they share; elsewhere they have to take a plain stand on one thing, as
most words are shared by points that have nothing in common.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from inspel_app.analysis.sides import Speaks, leaning
from inspel_app.analysis.stands import OPPOSITES, Kind, Stand, is_same, stands
from inspel_app.analysis.subjects import Subjects
from inspel_app.domain.coding import Passage, Stance

_FOR = (Stance.STOD, Stance.FORSLAG)
_NOES = (Kind.END, Kind.FEWER)
_LONG = 6
"""A shorter part of compounds is shared by what has nothing in common: "mark" by many."""
_KEY = 3
"""Stems of the same word have at least these letters in common."""
_Pair = tuple[Passage, Passage]


def opposed(passages: Sequence[Passage]) -> tuple[tuple[str, str], ...]:
    """Ids of what wants, be it as support or else as a proposal, and of what refuses the same.

    They are of different inspel, in the order of the passages, and those with support come first.
    """
    rank = {p.id: (p.stance is not Stance.STOD, n) for n, p in enumerate(passages)}
    themes: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.theme is not None:
            themes[passage.theme].append(passage)
    pairs = [*_standing_apart(passages), *(p for t in themes.values() for p in _leaning_apart(t))]
    found = {frozenset((a.id, b.id)): (a.id, b.id) for a, b in pairs}
    return tuple(sorted(found.values(), key=lambda pair: (rank[pair[0]], rank[pair[1]][1])))


def _standing_apart(passages: Sequence[Passage]) -> Iterator[_Pair]:
    """The pairs with opposite stands on the same thing."""
    held: dict[str, list[tuple[Passage, Stand]]] = defaultdict(list)
    for passage in passages:
        for stand in stands(passage.text):
            held[stand.thing[:_KEY]].append((passage, stand))
    for here in held.values():
        for wants, one in here:
            for refuses, other in here:
                opposite = (one.kind, other.kind) in OPPOSITES and is_same(one.thing, other.thing)
                if opposite and wants.submission != refuses.submission:
                    yield wants, refuses


def _leaning_apart(passages: Sequence[Passage]) -> Iterator[_Pair]:
    """The pairs of a theme of which one wants what the other refuses."""
    held = [p for p in passages if p.stance in _FOR]
    if not held:
        return
    subjects = Subjects([p.text for p in passages])
    speaks = _telling(subjects)
    refused = {p.id: said for p in passages if (said := _refused(p, speaks))}
    against = [p for p in passages if p.id in refused]
    for wants in held:
        wanted = _wanted(wants, speaks)
        for refuses in against:
            words = subjects.alone(wants.text) | subjects.alone(refuses.text)
            shared = wanted & refused[refuses.id]
            apart = wants.submission != refuses.submission
            if apart and any(_is_matter(subject, words) for subject in shared):
                yield wants, refuses


def _is_matter(subject: str, words: AbstractSet[str]) -> bool:
    """Whether what two texts share is a matter: a word in one of them, or a long part of words."""
    return subject in words or len(subject) >= _LONG


def _refused(passage: Passage, speaks: Speaks) -> frozenset[str]:
    """What it refuses; who does not criticise has to take a plain stand on the thing itself.

    As in "gruvan måste stoppas", but not in "slå ihop dialogerna".
    """
    said = leaning(passage.text, speaks).refused
    if not said or passage.stance is Stance.KRITIK:
        return said
    things = [stand.thing for stand in stands(passage.text) if stand.kind in _NOES]
    return frozenset(s for s in said if any(s.startswith(t) or is_same(s, t) for t in things))


def _wanted(passage: Passage, speaks: Speaks) -> frozenset[str]:
    """What it wants; support of which no more is told is for what it speaks of."""
    said = leaning(passage.text, speaks)
    if passage.stance is Stance.STOD and not said.wanted and not said.refused:
        return frozenset(speaks(passage.text))
    return said.wanted


def _telling(subjects: Subjects) -> Speaks:
    """What several of the texts are about."""

    def speaks(text: str) -> set[str]:
        shared = subjects.shared(text)
        return {s for s in shared if subjects.is_telling(s) and subjects.may_be_noun(s)}

    return speaks
