"""Between which sentences of a paragraph one point ends and another begins.

Each joint between two sentences gets a score: what speaks for a new point less what speaks against
it. A point is a claim with its reasons, so what tells is whether the point so far has made its
claim, whether the sentence makes one, and by what words it leans on what was said or turns from it.
The weights were learnt from answers that people cut (`tests/benchmarks/cutting.py`). What sentences
are about told too little to be worth its cost: reasons are often about other things than the claim.
"""

import math
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from inspel_app.analysis import foreign, imperatives
from inspel_app.analysis.stance import asks, commands
from inspel_app.analysis.words import content_stems


def _begins(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(phrases)})\b", re.IGNORECASE)


_OPENS = _begins(
    r"dessutom|därtill|därutöver|vidare|emellertid|slutligen|avslutningsvis|till (?:sist|slut)",
    r"sist|förresten|utöver det(?:ta)?|i övrigt|likaså|så något",
    r"(?:sen|sedan) (?:är|har|vill|undrar|kommer|tycker|måste|borde|bör|ska|saknas|det här|en)",
    r"för det (?:första|andra|tredje|fjärde)|en annan|ett annat|när det gäller|vad gäller",
    r"vad avser|beträffande|angående|i fråga om|även|också|ytterligare|en (?:brist|fråga)",
    *foreign.OPENS,
)
"""A new matter is opened."""
_TURNS = _begins(r"men|och|däremot|samtidigt|fast|dock|å andra sidan", *foreign.TURNS)
"""What comes stands beside what was said, or against it."""
_JOINT = re.compile(rf"(?:{_TURNS.pattern})\s+", re.IGNORECASE)
_BLANK = _begins(
    r"(?:det|där) (?:saknas|behövs|krävs|bör|borde|måste|finns|råder|vore|står|bør|må|mangler)",
    r"(?:det|där) är (?:viktigt|bra|positivt|dåligt|synd|anmärkningsvärt|tråkigt|dags)",
)
"""The first word points at nothing."""
_LEANS = _begins(
    r"det(?:ta)?|den(?:na)?|de|dem|dom|dessa|dess|då|där|här|hon|han|sådan\w*|samma|vilket|båda",
    r"bägge|(?:\S+ ){1,2}(?:dem|dom|dit|därifrån|honom|henne|dessa)",
    r"(?:\S+ ){1,2}den(?= (?:om|när|så|i|på|och)\b)",
    *foreign.LEANS,
)
"""The first word points at what was said."""
_GOES_ON = _begins(
    r"därför|alltså|således|följaktligen|annars|på (?:så|det) sätt\w*|i ?stället|till exempel",
    r"t\.ex|exemp\w+|särskilt|framför allt|inte minst|hellre|antingen|eller|ändå|trots|källa",
    r"enligt|ett exempel|sen|sedan|uppgifterna|siffrorna|som|nu|så|resultatet|problemet|orsaken",
    r"skälet|anledningen|skillnaden|följden|konsekvensen|erfarenhet\w*|idag|förra|under",
    r"varje|varannan|var \w+e|hälften|(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|\d+) ",
    r"bara|endast|en av|många|flera|de flesta|några|ingen|inget|inga|ingenting|i|på|av|med|utan|om",
    r"vid|från|till|för|hos|genom|efter|när|medan|eftersom|mellan|kring|längs|mot|över|inom|bland",
    r"utanför",
    *foreign.GOES_ON,
)
"""A reason, a figure, an example, a consequence or a circumstance."""
_COMMANDS = _begins(*imperatives.ANY)
_JUDGES = re.compile(
    r"\b(?:ans(?:er|åg)|bedömer|konstaterar|noterar|menar|tycker|undrar|instämmer|delar|välkomnar"
    r"|tillstyrker|avstyrker|stöd(?:jer|er)|ställer (?:oss|sig|mig)|ifrågasätter|motsätter|betonar"
    r"|understryker|framhåll\w+|uppmärksamma\w*|saknar|saknas|nämns|framgår|berörs|behandlas"
    r"|beskrivs|glöms|vill|yrkar|efterlyser|efterfrågar|förordar|önskar|positivt?|bra|brist\w*"
    r"|problem\w*|oklart?|otydlig\w*|eftersatt\w*"
    rf"|{'|'.join((*foreign.SUPPORTS, *foreign.REFUSES, *foreign.LACKS))})\b",
    re.IGNORECASE,
)
"""An opinion on how things are or how they are told."""
_OURS = _begins(r"vi|jag|we|i")
_PART = re.compile(r"[,;:–]\s+")
"""After these a sentence may go on with a command: "Skotrarna stör renarna; inför regler"."""
_QUOTES = re.compile(r"[\"”»„'(\[–-]+\s*")
_FRAGMENT = 3
"""Fewer words say too little to stand apart; they go with what follows, or else with the last."""
WEIGHTS: Mapping[str, float] = {
    "bias": -4.1,
    "words before": 0.2,
    "words": 0.2,
    "words of the paragraph": 0.7,
    "opens": 3.4,
    "turns": 2.5,
    "leans": -2.0,
    "goes on": -1.8,
    "commands": -1.0,
    "judges": 0.4,
    "asked before": 0.7,
    "just asked": 0.4,
    "claims after a claim": 0.7,
    "asks of another": 0.8,
    "commands another": 1.4,
}
"""What each feature counts for; numbers of words by their logarithm. The bias is 0.2
lower than what was learnt: a point too coarse is parted by one key, one too fine reads badly.
The last two were set by hand, as what people cut has too few requests that stand side by side."""


class Sentence(NamedTuple):
    """A sentence: how many words, whether it asks or judges, how it begins, what it is about.

    `ours` is true where the writer is its subject, who may ask for the same in other words.
    """

    words: int
    asks: bool
    judges: bool
    begins: frozenset[str]
    stems: frozenset[str]
    ours: bool

    @classmethod
    def of(cls, text: str) -> "Sentence":
        """What tells of a sentence."""
        judges = _JUDGES.search(text) is not None
        begins = _ways_to_begin(text)
        asking = asks(text) or "commands" in begins or any(map(commands, _PART.split(text)))
        stems, ours = frozenset(content_stems(text)), _OURS.match(text) is not None
        return cls(len(text.split()), asking, judges, begins, stems, ours)

    @property
    def claims(self) -> bool:
        """Whether it says what should be or what to think."""
        return self.asks or self.judges

    @property
    def commands(self) -> bool:
        """Whether it asks by its first word."""
        return "commands" in self.begins

    @property
    def asks_anew(self) -> bool:
        """Whether it asks for something by a subject that needs no sentence before it."""
        return self.asks and not self.begins & {"leans", "goes on", "commands"} and not self.ours


class Before(NamedTuple):
    """What the point so far says, ending with a sentence that asks or not."""

    words: int = 0
    asked: bool = False
    claimed: bool = False
    just_asked: bool = False
    just_commanded: bool = False
    stems: frozenset[str] = frozenset()

    def and_then(self, sentence: Sentence) -> "Before":
        """The same with one more sentence."""
        return Before(
            self.words + sentence.words,
            self.asked or sentence.asks,
            self.claimed or sentence.claims,
            sentence.asks,
            sentence.commands,
            self.stems | sentence.stems,
        )


def first_sentences(texts: Sequence[str]) -> list[int]:
    """Which of the sentences of a paragraph begin a point, the first always."""
    found = [Sentence.of(text) for text in texts]
    words = sum(sentence.words for sentence in found)
    starts = []
    before = Before()
    for number, sentence in enumerate(found):
        alone = sentence.words < _FRAGMENT and number + 1 == len(found)
        if not before.words or (not alone and _begins_point(before, sentence, words)):
            starts.append(number)
            before = Before()
        before = before.and_then(sentence)
    return starts


def _begins_point(before: Before, sentence: Sentence, words: int) -> bool:
    features = joint_features(before, sentence, words)
    score = sum(WEIGHTS[name] * value for name, value in features.items())
    return score > 0 and before.words >= _FRAGMENT


def joint_features(before: Before, sentence: Sentence, words: int) -> dict[str, float]:
    """What tells whether a sentence begins a point, by the names in `WEIGHTS`.

    Args:
        before: The point so far, at least one sentence.
        sentence: The one that follows it.
        words: How many the paragraph has.
    """
    apart = not before.stems & sentence.stems
    return {
        "bias": 1,
        "words before": math.log(before.words),
        "words": math.log(sentence.words),
        "words of the paragraph": math.log(words),
        "judges": sentence.judges,
        "asked before": before.asked,
        "just asked": before.just_asked,
        "claims after a claim": sentence.claims and before.claimed,
        "asks of another": apart and before.just_asked and sentence.asks_anew,
        "commands another": apart and before.just_commanded and sentence.commands,
        **dict.fromkeys(sentence.begins, 1),
    }


def _ways_to_begin(text: str) -> frozenset[str]:
    said = _QUOTES.sub("", text, count=1) if _QUOTES.match(text) else text
    turn = _JOINT.match(said)
    rest = said[turn.end() :] if turn else said
    found = {"turns"} if turn else set()
    if _OPENS.match(said):
        found.add("opens")
    elif _LEANS.match(rest) and not _BLANK.match(rest):
        found.add("leans")
    elif _GOES_ON.match(rest):
        found.add("goes on")
    if _COMMANDS.match(rest):
        found.add("commands")
    return frozenset(found)
