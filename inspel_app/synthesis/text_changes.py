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
_PROPOSING = re.compile(
    r"(?<!behöver )(?<!inte )\bskriv(?:as|s)? (?:in|om|ut|till|att|hellre|i stället)\b"
    r"|\bskriv [\"”»]"
    r"|\b(?:om)?formuleras?\b|\b(?:bör|ska|måste|borde) (?:lyda|definieras|skrivas)\b"
    r"|\b(?:bör|ska|måste|borde) stå (?:\w+ ){0,2}i (?:strategin|texten|inledningen|målet)"
    rf"|{_CHANGE} (?:\w+ ){{0,3}}{_TEXT}|{_TEXT} (?:\S+ ){{0,4}}{_CHANGE}"
    r"|\b(?:ändra|ersätt|byt) .{1,80}\b(?:till|med|mot) [\"”»]",
    re.IGNORECASE,
)


def text_changes(passage: Passage) -> Iterator[str]:
    """The sentences of a point that say what the strategy should say, or should not."""
    yield from filter(_PROPOSING.search, sentences(passage.text))
