"""What asks for a change of the strategy's lists of important actors, and not of a matter."""

import re
from collections.abc import Iterator

from inspel_app.domain.coding import Passage

ACTORS = "aktorer"
"""The aspect whose answers propose actors."""
_END = re.compile(r"(?<=[.!?])\s+(?=[\"”»(A-ZÅÄÖ])|\n+")
_VERB = (
    r"(?:lägga?s? till|tilläggas|läggs? till|för(?:a|as|s)? in|införas?|skriv(?:a|as|s)? in"
    r"|ta(?:s)? (?:med|upp|in)|lyft(?:a|as|s|er)? (?:in|fram)|komplettera(?:s|r)?|utökas?"
    r"|inkludera(?:s|r)?|(?:finnas|vara|stå|nämnas) (?:med|upp)"
    r"|nämn(?:s|a|as)?|räknas?|anges?|glöm inte|stå|finnas|ingå|listas"
    r"|stryk(?:a|as|s|er)?|ta(?:s)? bort|utgå)"
)
_ACTORS = r"(?:de |våra |era )?(?:viktiga |viktigaste |utpekade |listade )?aktör(?:erna|er)"
_LIST = (
    rf"(?:(?:bland|till|från|ur|som) {_ACTORS}|som (?:en )?(?:viktig )?aktör|{_ACTORS} med"
    rf"|aktörslist(?:an|orna)|(?:i|till|från|ur|på) list(?:an|orna) (?:över|med|på|av) (?:{_ACTORS}"
    r"|aktörer))(?!\w| (?:som|i|på)\b)"
)
_TO_LIST = re.compile(rf"\b{_VERB}\b.*\b{_LIST}|\b{_LIST}.*\b{_VERB}\b", re.IGNORECASE)
_MISSED = re.compile(rf"\bsakna(?:s|r)?\b.*\b{_LIST}|\b{_LIST}.*\bsakna(?:s|r)?\b", re.IGNORECASE)
_ADDED = re.compile(
    r"(?:vi (?:vill|föreslår) (?:att )?)?\b(?:lägga?|föra?|skriva?|ta) (?:gärna |också )?"
    r"(?:till|in|med)\b"
    r"|\b(?:bör|ska|skall|borde|måste|behöver) (?:också |även )?"
    r"(?:läggas till|föras in|skrivas in|tas med|stå med|finnas med|vara med)",
    re.IGNORECASE,
)
_ARGUED = re.compile(
    r"\b(?:eftersom|därför|för att|så att|det är|är de som|hänsyn|i ?dag)\b", re.IGNORECASE
)
"""What gives a reason, and so speaks of a matter too."""
_BETWEEN = re.compile(r"\b(?:och|samt|även|också|gärna|respektive)\b|[\s,.;:!–-]+", re.IGNORECASE)


def asking(passage: Passage) -> Iterator[str]:
    """The sentences of a point that ask for actors to be added to a list of them, or struck."""
    for sentence in filter(None, map(str.strip, _END.split(passage.text))):
        named = [a.text for a in passage.actors if a.text in sentence]
        added = named and _ADDED.search(sentence) and not _rest(sentence, named)
        if added or _TO_LIST.search(sentence) or (named and _MISSED.search(sentence)):
            yield sentence


def concerns_actors(passage: Passage) -> bool:
    """Whether a point proposes actors and argues no matter.

    It answers the question about them, or mostly asks so.
    """
    first = passage.assignments[0] if passage.assignments else None
    if first and first.aspect == ACTORS and not passage.misplaced:
        return not _ARGUED.search(passage.text)
    return 2 * sum(map(_words, asking(passage))) > _words(passage.text)


def _rest(sentence: str, named: list[str]) -> str:
    """What a sentence says beside the names of actors and that they shall be added."""
    left = _ADDED.sub(" ", sentence)
    for name in sorted(named, key=len, reverse=True):
        left = left.replace(name, " ")
    return _BETWEEN.sub("", left)


def _words(text: str) -> int:
    return len(text.split())
