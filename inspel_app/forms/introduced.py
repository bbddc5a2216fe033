"""By what name a letter introduces its sender, where no word of the name tells of an organisation.

"Giellaguovdásj Malå lämnar följande synpunkter": such a name is told by what is said around it.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from inspel_app.forms.sender_patterns import OFFICE

_WORD = r"[A-ZÅÄÖÉ][\w'’&/.-]*"
_NAME = rf"(?P<name>{_WORD}(?: (?:(?:i|och|på|av|för|med|&) )?[\w'’&/.-]+){{0,6}}?)"
_END = (
    r"(?=\s*[(,.:;!?\n]|\s*$|\s+(?:och|har|är|på|inför|till|om|angående|gällande|över|sedan|som)\b)"
)
_SAID = (
    r"(?:inspel|yttrande|synpunkter|remissvar|svar|tankar|idéer|förslag|kommentarer|hälsningar?)"
)
_INTRODUCED = (
    re.compile(
        rf"\b(?i:{_SAID})(?:\s+(?:på|om|till|kring|i|över|angående)\s+[^\n.,:;]{{2,50}}?)?"
        rf"\s+från\s+{_NAME}{_END}"
    ),
    re.compile(
        rf"\b[Jj]ag (?:heter {_WORD}(?: {_WORD}){{0,2}} och )?(?:driver|äger|leder"
        rf"|är (?:{OFFICE}|verksam) (?:i|för|på|vid))"
        rf"\s+{_NAME}(?:{_END}|(?=\s(?:i|med|utanför|vid)\b))"
    ),
    re.compile(
        r"\b\w*(?:förening|klubb|grupp|nätverk|företag|kooperativ|stiftelse|organisation|butik|lag)(?:en|et)?"
        rf" (?:[\w-]+ ){{0,4}}?(?:som )?heter\s+{_NAME}(?:{_END}|(?=\s(?:i|med|utanför|vid)\b))"
    ),
    re.compile(
        rf"^(?!(?:Jag|Vi|Vår|Det|Den|De|Som)\b){_NAME}(?:,[^.:;\n]{{3,120}})?"
        r"\s+(?:lämnar|avger|framför|överlämnar|skickar|inkommer|vill lämna|vill framföra)\b"
        rf"[^.\n]{{0,40}}\b{_SAID}\b"
    ),
)
_AT_HOUSE = (
    rf"(?:på|hos|vid) (?!(?:Norra|Södra|Västra|Östra|Stora|Lilla|Gamla|Nya)\b)"
    rf"(?P<name>{_WORD}(?: (?:& )?{_WORD}){{1,3}})(?=[\s,.:!]|$)"
)
"""Where somebody works: what has no word that tells of an organisation has more than one."""
_PRESENT = (
    re.compile(rf"\b(?:[Vv]i|[Oo]ss) {_AT_HOUSE}"),
    re.compile(
        rf"\b[Ss]om {OFFICE} (?:på|vid|för) (?P<name>{_WORD} [\w-]+)"
        r"(?=[,.]|\s\w+\s(?:jag|vi)\b)"
    ),
)
_SIGNED_AT = re.compile(rf"[/–-]?\s*(?:\w+ )??(?:{_WORD}) {_AT_HOUSE}$")
_FROM_US = re.compile(rf"\bfrån oss (?:på|vid|hos) {_NAME}{_END}")
_IN_OFFICE = re.compile(
    rf"[/–-]?\s*{_WORD}(?: {_WORD}){{1,3}},\s*"
    r"(?i:\w*(?:ordförande|ordf\.?|sekreterare|kassör|vd|samordnare|talesperson|ledamot))"
)
"""Whoever signs so writes for others, whose name the first line then may be."""
_SIGNS = re.compile(
    rf"[/–-]?\s*{_WORD}(?: {_WORD}){{0,3}},\s*"
    r"(?i:\w*(?:ordförande|ordf\.?|sekreterare|kassör|vd|chef|samordnare|talesperson|rektor|ledare"
    rf"|ledamot))(?:\s*,|\s(?:i|för|på|vid)\b|(?=\s[A-ZÅÄÖ]))\s*{_NAME}$"
)
_ABOVE = re.compile(rf"{_WORD}(?: (?:(?:i|och|på|av|&) )?{_WORD}){{1,5}}")
_MEMBERS = re.compile(rf"(?P<name>{_WORD}(?: [\w-]+){{1,6}}) \({_WORD}[^(),]*(?:, [^(),]+)+\)")
_NO_PERSON = re.compile(
    r"\w{12}|\b[A-ZÅÄÖ]{2,}\b|\b(?:Norr|Norra|Södra|Västra|Östra|Inland(?:et)?|Norrland|Lappland"
    r"|Västerbotten|Västernorrland|Norden|Nord|Centrum|Center|Teater|Destination|Forum|Museum)\b"
)
_OF_SENDER = re.compile(
    rf"(?P<name>{_WORD}(?: {_WORD}){{1,4}}?)(?:s? | [–—-] |: )"
    r"(?i:synpunkter|yttrande|inspel|remissvar|svar)\b"
)
_TITLE = re.compile(r"\b(?:inspel|yttrande|synpunkter|remissvar|svar)\b", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"(?:strategi|plan|program|agenda|remiss|rapport|policy|utkast|underlag|översyn|aktualisering"
    r"|betänkande|promemoria|ärende|framtid)(?:e?n|e?t|met|erna?)?s?\b",
    re.IGNORECASE,
)
"""What a title is of that names a document, or what it is about, and nobody."""
_LAST = 3


def introduced(lines: Sequence[str], *, tells: Callable[[str], bool]) -> str:
    """The name by which a letter introduces its sender; "" where it does not.

    Args:
        lines: The letter's first lines and its last.
        tells: Whether a name by itself tells that it is an organisation's.
    """
    return next((name for name in _names(lines, tells) if name), "")


def _names(lines: Sequence[str], tells: Callable[[str], bool]) -> Iterator[str]:
    for pattern in _INTRODUCED:
        for line in lines:
            for found in pattern.finditer(line):
                name = found["name"].strip(" .-/")
                if " " in name or tells(name):
                    yield name
    from_us = (found for line in lines for found in _FROM_US.finditer(line))
    yield from (found["name"] for found in from_us if " " in found["name"])
    present = (found for pattern in _PRESENT for n in lines for found in pattern.finditer(n))
    yield from (found["name"] for found in present)
    at_house = map(_SIGNED_AT.match, lines[-_LAST:])
    yield from (found["name"] for found in at_house if found)
    signs = map(_SIGNS.match, lines[-_LAST:])
    yield from (found["name"].strip() for found in signs if found)
    if lines and (title := _OF_SENDER.match(lines[0])) and _names_somebody(title["name"]):
        yield title["name"]
    if lines and (above := _MEMBERS.fullmatch(lines[0])):
        yield above["name"]
    if len(lines) > 1 and _TITLE.search(lines[1]) and _ABOVE.fullmatch(lines[0]):
        yield lines[0] if tells(lines[0]) or _names_somebody(lines[0]) else ""
    if any(map(_IN_OFFICE.fullmatch, lines[-_LAST:])) and _ABOVE.fullmatch(lines[0]):
        yield lines[0]


def _names_somebody(title: str) -> bool:
    """Whether a title names others than a person, and no document."""
    return bool(_NO_PERSON.search(title)) and not _DOCUMENT.search(title)
