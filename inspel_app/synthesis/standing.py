"""Whether a text can be read by itself: a quotation stands without what was written before it."""

import re

_FEWEST = 5
"""Words of a sentence that says whose matter it is, and what about it."""
_WORD = re.compile(r"[^\W\d_]+(?:[-'’.:][^\W\d_]+)*|\d[\d.,:%–-]*")
_BEFORE = re.compile(r"\A[\s\"”»'’(–—-]*(?:\d{1,2}[.)]\s+)?")
"""What may stand before the first word: quotation marks, a dash, the number of a list."""
_SPEAKS = (
    r"(?:är|var|har|ska|skall|bör|måste|kan|vill|får|blir|borde|skulle|behöver|kunde|kommer|gör"
    r"|ger|gäller|saknar|kräver|finns|hör)\b"
)
_POINTING = re.compile(
    r"(?:detta|dessa|denna|denne|den där|det där|de där|det här|den här|de här|dit|därifrån"
    r"|sådan|sådant|sådana|dylik\w*|samma (?:sak|gäller|problem|fråga)|likaså|likadant|ditto"
    r"|(?:han|hon|dem|deras|dess|hans|hennes|honom|henne)\b"
    rf"|(?:de|den)\s+{_SPEAKS}"
    r"|det (?:gäller|gör|beror|innebär|betyder|leder|medför|räcker|hjälper|stämmer|samma|senare"
    r"|förra|andra|tredje|kommer sig)"
    r"|(?:vi|jag)\s+\w+\s+(?:den|dem|dessa|också|även|dessutom|därför)"
    r"|och|men|eller|utan|samt|så|då|ty|fast|dvs|nämligen|respektive"
    r"|också|dessutom|därtill|därutöver|vidare|därför|därmed|däremot|dock|alltså|följaktligen"
    r"|istället|i stället|i så fall|annars|sedan|därefter|slutligen|till sist|å andra sidan"
    r"|tvärtom|ändå|trots det|av den anledningen|(?:det|de)(?:tta)? ovan\w*|ovanstående"
    r"|enligt ovan|som (?:sagt|ovan|nämnts)|se (?:ovan|under|svar|punkt|fråga|avsnitt|även|bilaga)"
    r"|här|där|nej|ja|jo|exakt|precis|instämmer|för det (?:första|andra|tredje))\b",
    re.IGNORECASE,
)
"""How a text begins that needs what stands before it."""
_BACK = re.compile(
    r"^[^\W\d_]+(?:\s+(?:in|till|bort|ut|upp))?\s+(?:det|den|dem|detta|dessa|henne|honom)\b"
    r"(?=\s+(?:också|även|istället|där|här|i|på|till|en|ett)\b|[.!]|\s*\Z)"
    r"|\b(?:därtill|som ovan|enligt ovan|ovan nämnda|ovannämnda|dito|se ovan)\b",
    re.IGNORECASE,
)
"""A command of something that is not said, and words that lead back."""


def stands_alone(text: str) -> bool:
    """Whether a text begins a matter of its own and tells enough of it to be read by itself."""
    said = text[_opening(text) :]
    if not said or said[0].islower():
        return False
    enough = len(_WORD.findall(said)) >= _FEWEST
    return enough and not _POINTING.match(said) and not _BACK.search(said)


def _opening(text: str) -> int:
    before = _BEFORE.match(text)
    return before.end() if before else 0
