"""Which points of a theme say the opposite of each other: one wants what another refuses.

That some propose and others criticise is no quarrel: it takes a matter that both of them name.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from inspel_app.analysis.sides import Speaks, leaning
from inspel_app.analysis.subjects import Subjects
from inspel_app.domain.coding import Passage, Stance

_FOR = (Stance.STOD, Stance.FORSLAG)
_LONG = 6
"""A shorter part of compounds is shared by what has nothing in common: "mark" by many."""


def opposed(passages: Sequence[Passage]) -> tuple[tuple[str, str], ...]:
    """Ids of what wants, be it as support or else as a proposal, and of what refuses the same.

    They are of different inspel, in the order of the passages, and those with support come first.
    """
    against = [p for p in passages if p.stance is Stance.KRITIK]
    held = [p for stance in _FOR for p in passages if p.stance is stance]
    if not any(a.submission != b.submission for a in held for b in against):
        return ()
    subjects = Subjects([p.text for p in passages])
    speaks = _telling(subjects)
    wanted = {p.id: _wanted(p, speaks) for p in held}
    refused = {p.id: leaning(p.text, speaks).refused for p in against}
    return tuple(
        (a.id, b.id)
        for a in held
        for b in against
        if a.submission != b.submission
        and _is_same(wanted[a.id] & refused[b.id], subjects.alone(a.text) | subjects.alone(b.text))
    )


def _is_same(shared: AbstractSet[str], words: AbstractSet[str]) -> bool:
    """Whether what is shared is a matter: a word in one of the texts, or a long part of words."""
    return any(subject in words or len(subject) >= _LONG for subject in shared)


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
