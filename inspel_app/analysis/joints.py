"""Between which sentences of a paragraph one point ends and another begins.

Each joint between two sentences gets a score: what speaks for a new point less what speaks against
it. A point is a claim with its reasons, so what tells is whether the point so far has made its
claim, whether the sentence makes one, by what words it leans on what was said or turns from it, and
whether what follows needs it: facts after a request are often the cause of the next one.
The weights were learnt from answers that people cut (`tests/benchmarks/cutting.py`). What sentences
are about told too little to be worth its cost: reasons are often about other things than the claim.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from inspel_app.analysis.signs import Sentence

_SHORTEST = 4
_ALIKE = 5
"""Letters of a stem that tells, and of the beginning that alike ones share."""
_FRAGMENT = 3
"""Fewer words say too little to stand apart; they go with what follows, or else with the last."""
WEIGHTS: Mapping[str, float] = {
    "bias": -3.25,
    "sentences before": 0.7,
    "words of the paragraph": 0.55,
    "opens": 5.0,
    "turns": 3.0,
    "leans": -2.1,
    "goes on": -1.9,
    "commands": -1.6,
    "judges": 0.6,
    "asked before": 0.7,
    "just asked": 0.4,
    "claims after a claim": 0.6,
    "new matter after a claim": 0.5,
    "praise beside blame": 1.2,
    "leads to another request": 1.1,
    "is leant on": 1.3,
    "concludes": -1.2,
    "asks of another": 1.0,
    "commands another": 2.5,
    "claims another": 2.5,
}
"""What each feature counts for; numbers of words and sentences by their logarithm. The bias is 0.15
lower than what was learnt: a point too coarse is parted by one key, one too fine reads badly.
The last four were set by hand, as what people cut has too few of them."""


class Before(NamedTuple):
    """What the point so far says, ending with a sentence that asks or not."""

    sentences: int = 0
    words: int = 0
    asked: bool = False
    claimed: bool = False
    just_asked: bool = False
    just_commanded: bool = False
    praised: bool = False
    just_claimed_its_own: bool = False
    stems: frozenset[str] = frozenset()

    def and_then(self, sentence: Sentence) -> "Before":
        """The same with one more sentence."""
        return Before(
            self.sentences + 1,
            self.words + sentence.words,
            self.asked or sentence.asks,
            self.claimed or sentence.claims,
            sentence.asks,
            sentence.commands,
            self.praised or sentence.praises,
            sentence.claims_its_own,
            self.stems | sentence.stems,
        )


def first_sentences(texts: Sequence[str]) -> list[int]:
    """Which of the sentences of a paragraph begin a point, the first always."""
    found = [Sentence.of(text) for text in texts]
    words = sum(sentence.words for sentence in found)
    starts = []
    before = Before()
    for number, (sentence, following) in enumerate(zip_longest(found, found[1:])):
        brief = sentence.words < _FRAGMENT and not sentence.commands
        alone = brief and following is None
        around = Around(before, following, words)
        if not before.words or (not alone and _begins_point(sentence, around)):
            starts.append(number)
            before = Before()
        before = before.and_then(sentence)
    return starts


class Around(NamedTuple):
    """What stands around a sentence: the point so far, the next one, the words of its paragraph."""

    before: Before
    following: Sentence | None
    words: int


def _begins_point(sentence: Sentence, around: Around) -> bool:
    before = around.before
    features = joint_features(sentence, around)
    score = sum(WEIGHTS[name] * value for name, value in features.items())
    return score > 0 and (
        before.words >= _FRAGMENT or (before.just_commanded and sentence.commands)
    )


def joint_features(sentence: Sentence, around: Around) -> dict[str, float]:
    """What tells whether a sentence begins a point, by the names in `WEIGHTS`.

    Before it stands at least one sentence.
    """
    before, following, words = around
    apart = not before.stems & sentence.stems
    new = sentence.matter and not any(_alike(sentence.matter, one) for one in before.stems)
    return {
        "bias": 1,
        "sentences before": math.log(before.sentences),
        "words of the paragraph": math.log(words),
        "judges": sentence.judges,
        "asked before": before.asked,
        "just asked": before.just_asked,
        "claims after a claim": sentence.claims and before.claimed,
        "new matter after a claim": bool(new) and before.claimed,
        "praise beside blame": sentence.praises != before.praised,
        "concludes": sentence.concludes,
        "asks of another": apart and before.just_asked and sentence.asks_anew,
        "commands another": apart and before.just_commanded and sentence.commands,
        "claims another": apart
        and bool(new)
        and before.just_claimed_its_own
        and not (sentence.concludes or (following and following.concludes))
        and sentence.claims_its_own,
        "leads to another request": bool(following and following.asks)
        and before.asked
        and not sentence.asks,
        "is leant on": following is not None and "leans" in following.begins,
        **dict.fromkeys(sentence.begins, 1),
    }


def _alike(one: str, other: str) -> bool:
    """Whether two stems are the same, part of each other's compound or begin alike."""
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST:
        return short == long
    return long.startswith(short[:_ALIKE]) or long.endswith(short)
