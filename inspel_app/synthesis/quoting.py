"""Which passages speak for a theme, and how long a quotation may be."""

from collections.abc import Collection, Sequence

from inspel_app.domain.coding import Passage, Stance
from inspel_app.domain.synthesis import Quotation
from inspel_app.synthesis.material import Material, identity
from inspel_app.synthesis.sentences import SENTENCE_END
from inspel_app.synthesis.standing import stands_alone

SHORTEST, LONGEST = 40, 400
"""Characters between which a quotation is clear by itself and still quickly read."""
_FEWEST, _MOST = 2, 5
_SIDES = frozenset({Stance.STOD, Stance.KRITIK})


def shortened(text: str) -> str:
    """The text, cut at the end of a sentence and marked […] when it is too long."""
    if len(text) <= LONGEST:
        return text
    ends = [m.start() for m in SENTENCE_END.finditer(text)]
    if not ends:
        return text
    end = max((e for e in ends if e <= LONGEST), default=ends[0])
    return f"{text[:end].rstrip()} […]"


def quotation(passage: Passage, material: Material) -> Quotation:
    """The passage as a quotation of readable length."""
    return material.quote(passage, shortened(passage.text))


def typical(
    passages: Sequence[Passage],
    material: Material,
    told: Collection[str] = (),
    apart: Collection[str] = (),
) -> tuple[Quotation, ...]:
    """Two to five quotations, the most typical first, spread over respondents and their kinds.

    Criticism is quoted where there is any, and support beside it. What does not stand alone is
    quoted for that only, or where nothing else is: one clear quotation is better than two.

    Args:
        passages: those of one theme, the most typical first.
        material: where they stand, and which of them people have chosen: then those alone.
        told: ids of those that are quoted in part anyhow, and so only here where few others are.
        apart: ids of those that say the opposite of each other, which are quoted as criticism is.
    """
    picked = {p.id: p for p in passages}
    picks = [picked[key] for key in material.composition.chosen if key in picked]
    if picks:
        return tuple(quotation(p, material) for p in picks)
    free = [p for p in passages if p.id not in material.composition.never]
    untold = [p for p in free if p.id not in told]
    free = untold if len(untold) >= _FEWEST else free
    left = list(enumerate(free))
    chosen: list[tuple[int, Passage]] = []
    heard: set[str] = set()
    kinds: set[tuple[object, object]] = set()
    stances = {p.stance for p in free}
    sides = _SIDES & stances if Stance.KRITIK in stances else frozenset()
    alone = {p.id for p in free if stands_alone(p.text)}

    def cost(candidate: tuple[int, Passage]) -> tuple[bool, bool, bool, bool, bool, int]:
        rank, passage = candidate
        fits = SHORTEST <= len(passage.text) <= LONGEST
        unheard = passage.id in apart or passage.stance in sides - {p.stance for _rank, p in chosen}
        repeats = identity(material.by_id[passage.submission]) in heard
        dangling, again = passage.id not in alone, _kind(passage, material) in kinds
        return not unheard, dangling, repeats, not fits, again, rank

    while left and len(chosen) < _MOST:
        best = min(left, key=cost)
        heard_of, dangling, repeats, *_rest = cost(best)
        if chosen and heard_of and (dangling or (repeats and len(chosen) >= _FEWEST)):
            break
        left.remove(best)
        chosen.append(best)
        heard.add(identity(material.by_id[best[1].submission]))
        kinds.add(_kind(best[1], material))
    return tuple(quotation(p, material) for _rank, p in sorted(chosen, key=lambda c: c[0]))


def _kind(passage: Passage, material: Material) -> tuple[object, object]:
    """The actor type and municipality behind a passage."""
    respondent = material.by_id[passage.submission].respondent
    return respondent.type, respondent.municipality
