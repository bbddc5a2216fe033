"""What tells of a sentence beside others: whether it asks or judges, and how it begins."""

import re
from typing import NamedTuple

from inspel_app.analysis import foreign, imperatives
from inspel_app.analysis.stance import asks, commands, stance_of
from inspel_app.analysis.verdicts import SUPPORT
from inspel_app.analysis.words import STOP_WORDS, content_stems, stem
from inspel_app.domain.coding import Stance


def _begins(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(phrases)})\b", re.IGNORECASE)


_OPENS = _begins(
    r"dessutom|därtill|därutöver|vidare|emellertid|slutligen|avslutningsvis|till (?:sist|slut)",
    r"sist|förresten|utöver det(?:ta)?|i övrigt|likaså|så något",
    r"(?:sen|sedan) (?:är|har|vill|undrar|kommer|tycker|måste|borde|bör|ska|saknas|det här|en)",
    r"för det (?:första|andra|tredje|fjärde)|en annan|ett annat|när det gäller",
    r"vad (?:gäller|avser|beträffar|rör)|beträffande|angående|i fråga om|även|också",
    r"ytterligare|en (?:brist|fråga)",
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
_ADDS = re.compile(
    r"och \w+ (?:på |med |till )?(?:oss|mig|dem|dom)"
    r"(?: (?:på riktigt|på allvar|också|i tid|mer|oftare|först|nu|igen|innan [^,]{3,40}))?[.!]*\Z",
    re.IGNORECASE,
)
"""A command that adds to what was said: "And ask us!"."""
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
_STANDS = frozenset({Stance.STOD, Stance.KRITIK, Stance.FORSLAG})
_OURS = _begins(r"vi|jag|we|i")
_CONCLUDES = re.compile(
    r"\b(?:därför|således|alltså|följaktligen|mot (?:denna|den) bakgrund\w*|therefore)\b",
    re.IGNORECASE,
)
"""What is said follows from what was said."""
_NOUN = re.compile(
    r"[A-ZÅÄÖ][a-zåäöé-]{3,}(?:en|et|n|na|ns|ens|ets|erna|arna|orna|ar|er|or)\b(?! (?:att|om)\b)"
)
"""A first word that may name a matter: "Skotertrafiken ...", "Brandposter ..."."""
_PART = re.compile(r"[,;:–]\s+")
"""After these a sentence may go on with a command: "Skotrarna stör renarna; inför regler"."""
_QUOTES = re.compile(r"[\"”»„'(\[–-]+\s*")


class Sentence(NamedTuple):
    """A sentence: how many words, whether it asks or judges, how it begins, what it is about.

    `ours` is true where the writer is its subject, who may ask for the same in other words;
    `matter` is the stem of a first word that names what it is about, else empty; `claims_its_own`
    is true where it names its matter first, or commands, and asks, judges or takes a stance on it.
    """

    words: int
    asks: bool
    judges: bool
    begins: frozenset[str]
    stems: frozenset[str]
    ours: bool
    praises: bool
    matter: str
    concludes: bool
    claims_its_own: bool

    @classmethod
    def of(cls, text: str) -> "Sentence":
        """What tells of a sentence."""
        begins = _ways_to_begin(text)
        asking = asks(text) or "commands" in begins or any(map(commands, _PART.split(text)))
        judges = _JUDGES.search(text) is not None
        matter = "" if begins else _matter(text)
        named = bool(matter) or begins == {"commands"}
        return cls(
            words=len(text.split()),
            asks=asking,
            judges=judges,
            begins=begins,
            stems=frozenset(content_stems(text)),
            ours=_OURS.match(text) is not None,
            praises=SUPPORT.search(text) is not None,
            matter=matter,
            claims_its_own=named and (asking or judges or stance_of(text) in _STANDS),
            concludes="goes on" not in begins and _CONCLUDES.search(text) is not None,
        )

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


def _ways_to_begin(text: str) -> frozenset[str]:
    said = _QUOTES.sub("", text, count=1) if _QUOTES.match(text) else text
    if _ADDS.match(said):
        return frozenset({"leans"})
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


def _matter(text: str) -> str:
    """The stem of the noun that a sentence begins with; empty where it begins otherwise."""
    noun = _NOUN.match(text)
    word = noun.group().lower() if noun else ""
    return stem(word) if word not in STOP_WORDS else ""
