"""What a point wants of the strategy's text itself: words to write, to change or to strike."""

import re
from collections.abc import Iterator

from inspel_app.domain.coding import Passage
from inspel_app.synthesis.sentences import sentences
from inspel_app.synthesis.standing import stands_alone

_TEXT = (
    r"(?:(?:ord(?:et|en)?|mening(?:en|ar|arna)?|(?:mål)?formulering(?:en|ar|arna)?"
    r"|skrivning(?:en|ar|arna)?|stycke(?:t|n|na)?|rubrik(?:en|er|erna)?|lydelse(?:n|r)?"
    r"|begrepp(?:et|en)?|årtal(?:et)?|text(?:en)?)\b|[\"”»])"
)
_CHANGE = (
    r"\b(?:tas? bort|stryk(?:as?|s|er)?|byt(?:as?|s)? ut|ersätt(?:as?|s)?|ändras?|utgå|slopas?"
    r"|behåll(?:as?|s)?|lägg(?:as?|s)? till|kompletteras?)\b"
)
_MUST = r"(?:bör|borde|ska|skall|måste|behöver)"
_PART = (
    r"(?:(?:\w*analys|beskrivning|lägesbild|bild|inledning|inriktning)en|mål(?:et|en)|avsnittet"
    r"|kapitlet|texten|strategin)"
)
_STRATEGY = r"(?:strategin|texten|avsnittet|kapitlet)"
_SAY = r"(?:slå fast|säga|ange|nämna|uttala|klargöra|definiera)"
_SAYS = r"(?:slår fast|säger|anger|nämner|uttalar|klargör|definierar)"
_PROPOSING = re.compile(
    r"(?<!behöver )(?<!inte )\bskriv(?:a|as)? (?:in|om|till|att|hellre|i stället)\b"
    r"|\bskriv (?:ut|tydlig\w*|[\"”»])"
    r"|\bskrivs (?:in|om) i (?:strategin|texten|inledningen|målet|analysen)\b"
    r"|\b(?:om)?formuleras?\b|\b(?:bör|ska|måste|borde) (?:lyda|definieras)\b"
    r"|\b(?:bör|ska|måste|borde) stå (?:\w+ ){0,2}i (?:strategin|texten|inledningen|målet|analysen)"
    rf"|\b{_PART} {_MUST} (?:\w+ ){{0,2}}(?:kompletteras|uppdateras|förtydligas|preciseras|skärpas"
    r"|beskriva|nämna|belysa|spegla|ta upp|lyfta)\b"
    r"|\A\W*(?:nytt|nya|ytterligare|förslag (?:till|på)) (?:\w+ )?(?:mål|delmål|målformulering"
    r"|formulering|lydelse|skrivning)\w*\s*[:–-]"
    rf"|{_CHANGE} (?:\w+ ){{0,3}}{_TEXT}|{_TEXT} (?:\S+ ){{0,4}}{_CHANGE}"
    r"|\b(?:ändra|ersätt|byt) .{1,80}\b(?:till|med|mot) [\"”»]"
    rf"|\blåt(?:er)? {_STRATEGY} (?:\w+ )?{_SAY}\b"
    rf"|\b{_STRATEGY} (?:bör|ska|skall|måste|borde|behöver) (?:\w+ ){{0,2}}{_SAY}\b"
    rf"|\b(?:begär|vill|kräver|önskar|föreslår|anser) (?:\w+ ){{0,2}}att {_STRATEGY}"
    rf" (?:\w+ ){{0,2}}{_SAYS}\b",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(
    rf"\b{_MUST} (?:\w+ ){{0,3}}(?:beskrivas|kompletteras|nämnas|framgå|anges|preciseras)\b"
    r"|\b(?:bör|borde|måste) stå (?!kvar|klar|färdig|upp|på sig|emot|till svars|fast)"
    r"|\bmålet (?:bör|borde|måste) (?:\w+ )?vara\b",
    re.IGNORECASE,
)
"""The same, where the strategy's own text is asked about."""
_OF_TEXT = frozenset({"analys", "mal"})
"""The aspects whose fields ask how that text may be better."""
_LEANING = re.compile(
    rf"(?:det|den|detta|dessa|denna)\b(?!.*\batt\b)"
    rf"|.*\b(?:skriv (?:in|om)|{_SAY}|{_SAYS}) (?:det|den|dem|detta|dessa)(?: i \w+)?\W*\Z",
    re.IGNORECASE | re.DOTALL,
)
"""Says what to write by pointing at the sentence before."""


def text_changes(passage: Passage) -> Iterator[str]:
    """The sentences of a point that say what the strategy should say, or should not.

    One that only points back comes with the sentence before; if there is none, it is left out.
    """
    in_place = not _OF_TEXT.isdisjoint(a.aspect for a in passage.assignments if a.aspect)
    before = ""
    for sentence in sentences(passage.text):
        if _PROPOSING.search(sentence) or (in_place and _IN_PLACE.search(sentence)):
            leans = _LEANING.match(sentence)
            if before and leans:
                yield f"{before} {sentence}"
            elif not leans or stands_alone(sentence):
                yield sentence
        before = sentence
