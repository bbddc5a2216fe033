"""Sentences that say what shall be or not be: "Alla barn ska få lära sig simma".

Not those that tell what is going to happen, by a date or somebody's decision, nor what stands in a
part of a sentence that claims nothing by itself: "bussen som ska gå", "om vägen ska byggas".
"""

import re
from collections.abc import Iterator

_SHALL = re.compile(r"(?<=\s)(?:ska|skall)\b")
_CLAUSE = re.compile(r"[,;:()–\"”»]")
TELLS = re.compile(
    r"\b(?:(?<!senast )(?<!år )20[2-9]\d|nästa \w+"
    r"|(?:i|till|på|efter|före) (?:våren|hösten|sommaren|vintern|nyår\w*|helgen"
    r"|(?:mån|tis|ons|tors|fre|lör|sön)dag)"
    r"|i (?:vår|höst|sommar|vinter|år|morgon|kväll|januari|februari|mars|april|maj|juni|juli"
    r"|augusti|september|oktober|november|december)|klockan|snart|inom kort|tydligen"
    r"|enligt (?:\w+s )?(?:\w+ )?\w*(?:plan|beslut|uppgift|avtal|lag|förordning|instruktion)\w*"
    r"|beslutat|bestämt|beslöt|meddelat|meddelar|aviserat|planera[rdt]\w*)\b",
    re.IGNORECASE,
)
"""When something is going to happen, or who has said that it is."""
_ABOUT = re.compile(
    r"\A\s*(?:[\w-]+ )?(?!(?:är|vet|veta|undrar|frågar|oklart|osäkert|se)\b)[\w-]+ om\b",
    re.IGNORECASE,
)
"""A subject with what it is about: "Beslut om skolor"."""
_UNDER = re.compile(
    r"\b(?:att|om|när|hur|vad|vem|vilka?|vilket|varför|innan|eftersom|medan|tills|huruvida|ifall)\b",
    re.IGNORECASE,
)
"""Opens a question, or a part of a sentence that claims nothing by itself."""
_RELATIVE = re.compile(r"\bsom(?P<said>(?:\s.*)?)\Z", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:\w+(?:[aeouåäö]r|[aei]tt?|[dt]e|s)|vill|kan|ska|gör|för)\b", re.IGNORECASE
)
"""What ends a relative clause's search for its verb, be it with false hits."""
_UNCLAIMED = re.compile(r"\b(?:inte|nu|allt)\s*\Z|\b(?:ensam|allt färre)\b", re.IGNORECASE)
"""Before "ska" in what is no wish: "där de inte ska", "nu ska de", "allt ska göras digitalt"."""
_WE = re.compile(r"\b(?:vi|jag|han|hon|ni|du|man|de|dom)\s*\Z", re.IGNORECASE)
_WE_AFTER = re.compile(r"(?:vi|jag|han|hon|ni|du|man|de|dom)\b", re.IGNORECASE)
_RIGHT = re.compile(r"(?:\w+ ){0,3}?(?:behöva|slippa|få|kunna|ha rätt)\b", re.IGNORECASE)
"""What "vi ska" goes on with where it tells of a right and of no plan."""
_ASIDE = re.compile(
    r"(?:det |väl |ju )*(?:sägas|nämnas|tilläggas|erkännas|medges|noteras|inte behövas|komma)\b",
    re.IGNORECASE,
)
"""On one's own words, or what is going on: "det ska erkännas"."""
_NOT = re.compile(
    r"(?:(?!och\b|men\b)[\w-]+ ){0,2}?(?:inte|ej|aldrig)\s+(?!bara\b|enbart\b)", re.IGNORECASE
)
_NOBODY = re.compile(r"(?:\A|\s)(?:ingen)\s*\Z", re.IGNORECASE)
_NONE = re.compile(r"\b(?:inga|inget|ingen) ", re.IGNORECASE)
_END = re.compile(
    r"(?:[\w-]+ ){0,4}?(?:läggas? ne[dr]|stängas?|dras in|flyttas?|säljas?|rivas?|upphöra|dö"
    r"|försvinna|avskaffas|avvecklas|drabbas|glömmas|offras|tvingas|behövas?)\b",
    re.IGNORECASE,
)
"""The end of something, which is told; who would not have it wants the thing."""


def demands(sentence: str) -> bool:
    """Whether a sentence says what shall be, or that something shall not end."""
    return any(wanted for wanted in _said(sentence))


def forbids(sentence: str) -> bool:
    """Whether it says what shall not be."""
    return any(not wanted for wanted in _said(sentence))


def _said(sentence: str) -> Iterator[bool]:
    """For each thing that shall be whether it is wanted, or else shall not be."""
    if TELLS.search(sentence) or "?" in sentence:
        return
    for shall in _SHALL.finditer(sentence):
        before = _CLAUSE.split(sentence[: shall.start()])[-1]
        after = sentence[shall.end() :].lstrip()
        if _claims(before, after):
            nobody = bool(_NOBODY.search(before))
            refused = bool(_NOT.match(after) or (_NONE.search(before) and not nobody))
            ends = bool(_END.match(after))
            if refused or nobody or not ends:
                yield ends or not refused


def _claims(before: str, after: str) -> bool:
    """Whether what shall be is said by the sentence itself, and of others than who writes."""
    relative = _RELATIVE.search(before)
    under = _UNDER.search(_ABOUT.sub("", before)) or _UNCLAIMED.search(before)
    if under or (relative and not _VERB.search(relative["said"])):
        return False
    own = _WE.search(before) or _WE_AFTER.match(after)
    return not _ASIDE.match(after) and not (own and not _RIGHT.match(after))
