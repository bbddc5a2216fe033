"""What a passage does towards the strategy, by its cue words.

A trained model falls back on the commonest answer when the subject is new; cue words do not.
Complaints are those of the strategy, or of how things are in words that say that they are bad.
What points both ways gets no stance.
"""

import re
from collections.abc import Sequence

from inspel_app.analysis import foreign, imperatives
from inspel_app.analysis.norms import TELLS, demands, forbids
from inspel_app.analysis.sentences import Span, sentences
from inspel_app.analysis.verdicts import (
    ABOUT,
    AGAINST,
    ENDS_BAN,
    LACKS,
    ONLY_PRAISE,
    OTHERS_REFUSE,
    PRAISES,
    SHALL_END,
    SUPPORT,
    TROUBLE,
    cues,
)
from inspel_app.domain.coding import Stance

_NOT = r"(?:inte|ej|knappast|aldrig)"
_NEGATED = re.compile(
    rf"(?:\b{_NOT} (?:\w+ )?(?:{SUPPORT.pattern})|(?:{SUPPORT.pattern}) (?:oss |sig )?{_NOT}\b"
    rf"|\b(?:är|ser) {_NOT} positiv\w*|\bstöd(?:jer|er) {_NOT}\b)",
    re.IGNORECASE,
)
"""Support that is denied, which is opposition."""
_TURNS = cues(r"men|dock|däremot|samtidigt|fast|ändå|tyvärr")
_OTHERS = r"(?<!\bman )(?<!\bjag )(?<!\bhan )(?<!\bhon )(?<!\bsom )"
"""After these it is told how it is for some, and not asked for."""
_PROPOSAL = cues(
    r"föreslå\w*|bör|borde|begär|efterfråga[rs]?|önska[rs]?|önskvärt|rekommendera[rs]?",
    rf"{_OTHERS}(?<!\bnågonstans )måste|{_OTHERS}(?:behöver|behövs|krävs|fordras)",
    r"(?<!\bingen )vill (?:vi )?(?:också |även |gärna |därför |dessutom )?(?:se|att|ha|läsa)",
    r"ser gärna|vore",
    r"skulle (?:behöva|vilja)",
    r"lägg(?:as)? till|skrivas in|förtydligas|kompletteras|förordar",
    r"får inte (?:\w+[aå]s|bli|leda|ske)|efterlys\w+|hemställ\w+|(?:vi|jag) kräver|angeläget att",
    r"(?:anser|menar|tycker|kräver) [^.!?]{0,60}?\batt [^.!?]{0,120}?\b(?:ska|skall)",
    r"(?:är|vore) (?:påkalla\w+|på sin plats)|ser (?:ett )?(?:stort )?behov av",
    *foreign.ASKS,
)
_SHALL = cues(r"ska (?:det )?(?:vara|finnas|kunna|ha|få|rustas|öppnas|stå|gälla)")
"""Asks in a part of a sentence, where the rest does not tell whether it is wished or planned."""
_IMPERATIVE = imperatives.beginning(
    *imperatives.CHANGES, *imperatives.MORE, *imperatives.ENDS, *foreign.COMMANDS
)
_WISHED = re.compile(
    r"(?:[-–•*·]\s*|\d{1,2}[.)]\s*|[a-z]\)\s*)?(?:att\b|Att\b[^.!?]*\Z)"
    r"|.{0,60}\b(?:vill|önskar|begär|kräver)(?: vi| jag| att)?\s*:"
    r"|(?:och )?dels (?!stora|många|nya|bra|alla|våra|flera|dessa)(?:gå|få|stå|ge|se|\w{2,}a)\b"
    r"|.{0,150}\b(?:är nödvändig[at]?|efterlyser|skulle hjälpa|hemställer|yrkar|uppmanar"
    r"|(?:ser|tar) (?:vi |jag )?hellre)\b",
    re.DOTALL,
)
"""One of several things that are asked for under a common lead-in, that lead-in, or a need."""
_ENDS = imperatives.beginning(*imperatives.ENDS)
_QUESTION = re.compile(
    r"\?[\"”»')\]]*\Z|\A(?:men |och )?(?:vi|jag) (?:undrar|frågar oss)\b", re.IGNORECASE
)
_CONDITION = re.compile(r"(?:utan|om|annars)\b", re.IGNORECASE)
_WITHOUT = re.compile(
    r"utan (?!att\b)[^,;:]{2,60}"
    r"\b(?:tappar|förlorar|tvingas|hamnar|dör|riskerar|drabbas|stannar)\b",
    re.IGNORECASE,
)
"""Tells what is lost without what the writer wants to stay or come."""
"""How a sentence begins that tells what would be bad, not what is."""
_WONDERS = cues(r"undrar|vi frågar(?: oss)?|en fråga|hur ser ni")
_FIGURE = re.compile(
    r"\d\s*(?:%|procent\b|kronor\b|kr\b|mkr\b|TWh\b|hektar\b)|\bkälla:", re.IGNORECASE
)


def stance_of(text: str) -> Stance | None:
    """What the passage does, None unless it is clear.

    Asking outweighs complaining, and saying no outweighs asking. What is asked in the sentence that
    supports is what it supports: "Vi instämmer i att bussen måste gå".
    """
    parts = [s.of(text) for s in sentences(text, Span(0, len(text)))]
    asked = sum(bool(_QUESTION.search(part)) for part in parts)
    if asked * 2 > len(parts) or (asked and _WONDERS.search(text)):
        return Stance.FRAGA
    supports = any(map(_supports, parts))
    if any(map(_says_no, parts)):
        return None if supports else Stance.KRITIK
    if any(_wants(part) for part in parts if not _supports(part) or _TURNS.search(part)):
        return None if supports else Stance.FORSLAG
    complaints = [part for part in parts if _complains(part)]
    if supports:
        complains = any(not _CONDITION.match(part) for part in complaints)
        return None if complains or _TURNS.search(text, 1) else Stance.STOD
    if complaints:
        return Stance.KRITIK
    return Stance.STOD if _only_praises(parts) else _fact(text)


def asks(sentence: str) -> bool:
    """Whether a sentence, or a part of one, asks for something to be done."""
    return bool(_PROPOSAL.search(sentence) or _SHALL.search(sentence)) or commands(sentence)


def commands(sentence: str) -> bool:
    """Whether it does so by the first word: "Bygg ut ..."."""
    return bool(_IMPERATIVE.match(sentence))


def _wants(sentence: str) -> bool:
    said = _PROPOSAL.search(sentence) or _WISHED.match(sentence) or ENDS_BAN.search(sentence)
    return bool(said) or commands(sentence) or demands(sentence)


def _supports(sentence: str) -> bool:
    said = SUPPORT.search(sentence) or PRAISES.match(sentence)
    return bool(said) and not _NEGATED.search(sentence)


def _says_no(sentence: str) -> bool:
    own = OTHERS_REFUSE.sub("", ENDS_BAN.sub("", sentence))
    said = AGAINST.search(own) or (own == sentence and _ENDS.match(own))
    ends = SHALL_END.search(own) and not TELLS.search(own)
    return bool(said or ends or _NEGATED.search(own))


def _complains(sentence: str) -> bool:
    if _WITHOUT.match(sentence):
        return False
    of_strategy = ABOUT.search(sentence) and LACKS.search(sentence)
    return bool(of_strategy or TROUBLE.search(sentence)) or forbids(sentence)


def _fact(text: str) -> Stance | None:
    return Stance.FAKTA if _FIGURE.search(text) and not ABOUT.search(text) else None


def _only_praises(parts: Sequence[str]) -> bool:
    """Whether most of the sentences say how good something is, and none that it is not so."""
    praised = sum(bool(ONLY_PRAISE.match(part)) for part in parts)
    return praised * 2 > len(parts) and not any(map(_TURNS.search, parts))
