"""What a point wants of the strategy's text itself: words to write, to change or to strike."""

import re
from collections.abc import Iterator

from inspel_app.domain.coding import Passage
from inspel_app.synthesis.sentences import sentences

_TEXT = (
    r"(?:(?:ord(?:et|en)?|mening(?:en|ar|arna)?|(?:mål)?formulering(?:en|ar|arna)?"
    r"|skrivning(?:en|ar|arna)?|stycke(?:t|n|na)?|rubrik(?:en|er|erna)?|lydelse(?:n|r)?"
    r"|begrepp(?:et|en)?|årtal(?:et)?|text(?:en)?)\b|[\"”»])"
)
_CHANGE = (
    r"\b(?:tas? bort|stryk(?:as?|s|er)?|byt(?:as?|s)? ut|ersätt(?:as?|s)?|ändras?|utgå|slopas?"
    r"|behåll(?:as?|s)?|lägg(?:as?|s)? till|kompletteras?)\b"
)
_STRATEGY = r"(?:strategin|texten|avsnittet|kapitlet)"
_SAY = r"(?:slå fast|säga|ange|nämna|uttala|klargöra|definiera)"
_SAYS = r"(?:slår fast|säger|anger|nämner|uttalar|klargör|definierar)"
_PROPOSING = re.compile(
    r"(?<!behöver )(?<!inte )\bskriv(?:as|s)? (?:in|om|ut|till|att|hellre|i stället)\b"
    r"|\bskriv [\"”»]"
    r"|\b(?:om)?formuleras?\b|\b(?:bör|ska|måste|borde) (?:lyda|definieras|skrivas)\b"
    r"|\b(?:bör|ska|måste|borde) stå (?:\w+ ){0,2}i (?:strategin|texten|inledningen|målet)"
    rf"|{_CHANGE} (?:\w+ ){{0,3}}{_TEXT}|{_TEXT} (?:\S+ ){{0,4}}{_CHANGE}"
    r"|\b(?:ändra|ersätt|byt) .{1,80}\b(?:till|med|mot) [\"”»]"
    rf"|\blåt(?:er)? {_STRATEGY} (?:\w+ )?{_SAY}\b"
    rf"|\b{_STRATEGY} (?:bör|ska|skall|måste|borde|behöver) (?:\w+ ){{0,2}}{_SAY}\b"
    rf"|\b(?:begär|vill|kräver|önskar|föreslår|anser) (?:\w+ ){{0,2}}att {_STRATEGY}"
    rf" (?:\w+ ){{0,2}}{_SAYS}\b",
    re.IGNORECASE,
)
_LEANING = re.compile(
    rf"(?:det|den|detta|dessa|denna)\b(?!.*\batt\b)"
    rf"|.*\b(?:skriv in|{_SAY}|{_SAYS}) (?:det|den|dem|detta|dessa)(?: i \w+)?\W*\Z",
    re.IGNORECASE | re.DOTALL,
)
"""Says what to write by pointing at the sentence before."""


def text_changes(passage: Passage) -> Iterator[str]:
    """The sentences of a point that say what the strategy should say, or should not.

    One that only points back comes with the sentence before.
    """
    before = ""
    for sentence in sentences(passage.text):
        if _PROPOSING.search(sentence):
            yield f"{before} {sentence}" if before and _LEANING.match(sentence) else sentence
        before = sentence
