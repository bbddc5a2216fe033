"""Sources that a text names: reports, statistics, laws and addresses, by how they are written."""

import re
from collections.abc import Iterator

from inspel_app.analysis.sentences import Span
from inspel_app.analysis.statutes import STATUTES, YEAR

_NAME = r"[A-ZÅÄÖÉ][\w&-]{0,40}"
"""Repetitions are bounded here and below: a respondent may write anything."""
_YEARS = rf"{YEAR}(?:\ ?[–-]\ ?(?:{YEAR}|\d\d)(?!\d))?"
"""A year, or from one to another."""
_DATA = (
    r"(?:statistik|enkät|mätning|undersökning|inventering|kartläggning|prognos|rapport|utredning"
    r"|databas|studie)"
)
_PAPER = (
    r"(?:statistik|enkät|mätning|undersökning|inventering|kartläggning|kartering|prognos|rapport"
    r"|utredning|studie|granskning|analys|utvärdering|uppföljning|barometer|taxering|taxeringen"
    r"|undersökningarna|promemoria|PM|åtgärdsprogram|handlingsprogram|vägledning|föreskrifter"
    r"|lägesbild|databas|redovisning|mätningar|jämförelser|scenarier|scenario|nyckeltal|index"
    r"|indikatorer|årsbok|bokslut|analyser|bedömning|framskrivning|framskrivningar|publikation"
    r"|avhandling|handbok|skrift|uppsats)"
)
_TITLED = (
    rf"\b(?!(?:Enligt|Se|Läs|Jfr|Jämför|Av|Ur|I|Med|Från|Ta|Vår|Våra|Regionen)s?\b)"
    rf"{_NAME}(?:\ {_NAME}){{0,2}}"
)
"""The organisation before what it has published, without a word that leads to it."""
_INITIALS = r"\b[A-ZÅÄÖ]{2,8}(?::s)?|\b[A-ZÅÄÖ]\w{1,7}:s"
_OWNER = rf"(?:{_TITLED}(?<=s)|{_INITIALS}|\b[Vv]år(?:\ egen)?)"
_NUMBERED = rf"(?:\ \((?:[a-zåäö]{{2,20}}\ )?{YEAR}[:/]\d+\))?"
"""The number of what is published, after its title."""
_BOOK = (
    r"(?:(?:rapport|skrift|antologi|handbok|vägledning|promemoria|avhandling|artikel)(?:en|n)"
    r"|studien|boken|utredningen)(?=\ [A-ZÅÄÖ])"
)
"""What is said before a title that a year in brackets ends."""
_HOLDS = (
    r"(?:plan|planen|program|programmet|översyn|översynen|rödlista|rödlistan|analyser|agenda|atlas)"
)
"""What is a source with the years that it holds for, or that it was made in."""
_PLAN = r"(?:plan|program|strategi|agenda)(?:e?n|met)"
_KEPT = (
    r"\b(?:[a-zåäö-]{4,30}a\ )?(?!\w{0,30}utvecklingsstrategi)"
    rf"(?:[A-ZÅÄÖ]\w{{1,20}}-\ och\ )?[A-ZÅÄÖa-zåäö][a-zåäö]{{2,30}}{_PLAN}"
)
"""A plan of which its name tells what it is for."""
_KEPT_FOR = r"\ för\ [\w-]{3,40}(?:\ [\w-]{3,40})?"
_MADE = r"(?:undersökning|enkät|mätning)en"
_AUTHOR = r"[A-ZÅÄÖ][a-zåäöéü]{1,20}(?:-[A-ZÅÄÖ][a-zåäöéü]{1,20})?"
_TELLS = r"visar|menar|pekar|skriver|konstaterar|beskriver|framhåller|påpekar|fann"
_LISTED = re.compile(r"[^;]+")
_SOURCES = tuple(
    re.compile(pattern, re.VERBOSE)
    for pattern in (
        r"(?:https?://|www\.)[^\s()<>]+[^\s()<>.,;:]",
        *STATUTES,
        r"""\b(?:[Kk]äll(?:a|or):|Källa(?=\ [A-ZÅÄÖ]))\s+
            (?P<several>[^()\n]{1,200}?)
            (?=(?<!\bs)(?<!\bsid)(?<!\bkap)(?<!\bnr)(?<!\bbil)(?<!\bt\.ex)(?<!\bm\.fl)\.(?:\s|\Z)
              |[()\n]|\Z)""",
        rf"""\((?:[Kk]älla:\s*|[Ss]e\s|[Jj]fr\s|[Ee]nligt\s)?
            (?P<name>[^()]{{0,80}}?[A-ZÅÄÖ][^()]{{0,80}}?{YEAR}[^()]{{0,80}}?)(?=,\s*(?:https?:|www\.)|\))""",
        rf"""\((?!(?:en|ett|vi|jag|t\.ex)\b)(?P<name>[^()\n]{{0,60}}{_DATA}(?:en)?)\)""",
        rf"""(?:{_TITLED}(?<=s)|{_INITIALS})\ (?:egen\ |egna\ |senaste\ )?
            [\w-]{{0,40}}{_PAPER}(?:en)?
            (?:\ (?:om|över|av|för|kring)\ [\w-]{{3,40}}(?:\ [\w-]{{2,40}}){{0,4}}?)?
            \ (?:från\ |för\ |år\ |läsåret\ |våren\ |hösten\ ){{0,2}}
            {_YEARS}(?:/\d\d)?(?::\d+)?{_NUMBERED}""",
        rf"""(?:{_TITLED}(?<=s)|{_INITIALS})\ (?:[\w-]{{1,40}}-\ och\ )?
            (?:[a-zåäö-][\w-]{{0,40}})?{_PAPER}(?:en)?
            (?:\ [A-ZÅÄÖ]\w{{1,40}}(?:\ [\w-]{{1,40}}){{0,5}}?)?\ {_YEARS}(?::\d+)?{_NUMBERED}""",
        rf"""(?:{_TITLED}(?<=s)|{_INITIALS})\ (?:rapport|publikation|skrift|meddelande|PM)
            \ (?:nr\ )?\d{{2,5}}(?::\d+)?\b""",
        rf"""(?:{_OWNER}\ (?:[a-zåäö][\w-]{{0,40}}\ )?[\w-]{{0,40}}{_PAPER}(?:en)?|\b{_BOOK})
            (?:\ [\w:,/–-]{{1,40}}){{1,10}}?\ \((?:[a-zåäö]{{2,20}}\ )?{_YEARS}(?::\d+)?\)""",
        rf"""{_OWNER}\ (?:[a-zåäö][\w-]{{0,40}}\ ){{1,2}}[\w-]{{0,40}}{_PAPER}(?:en)?\ {_YEARS}""",
        rf"""{_TITLED}s\ [\w-]{{0,40}}(?:rapport|granskning|utredning|utvärdering|kartläggning
              |åtgärdsprogram|studie|vägledning)
            \ (?:om|av|över|för)\ (?!(?:detta|denna|dessa|det|hur|att|en|ett)\b)[\w-]{{3,40}}
            (?:\ (?:i|på|för|av|och)\ [\w-]{{3,40}})?""",
        rf"""\b(?:(?:[Dd]en|[Dd]et)\ )?(?:\w{{3,30}}\ )?\w{{0,40}}
            (?:plan|planen|program|programmet|strategi|strategin)\ \({YEAR}\)""",
        r"""(?<!ett\ )(?<!nytt\ )(?<!inget\ )(?<!fram\ )\b[Åå]tgärdsprogram(?:met)?\ för
            \ (?!(?:att|det|en|ett)\b)(?:[a-zåäö]{2,30}(?:a|de)\ (?!(?:och|som|ska)\b))?
            [\w-]{3,40}(?:\ (?:i|på|och)\ [\w-]{3,40})?""",
        rf"""(?:{_TITLED}(?<=s)|{_INITIALS})\ (?:[a-zåäö-]{{4,30}}[ae]\ ){{0,2}}\w{{0,30}}{_HOLDS}
            \ {_YEARS}(?![:\d])
            |(?:{_KEPT}(?:{_KEPT_FOR})?|\b[a-zåäö-]{{4,30}}a\ {_PLAN}{_KEPT_FOR})\ {_YEARS}(?![:\d])
            |(?:{_KEPT}|\b[Vv]år(?:\ egen)?\ \w{{2,30}}(?:plan|strategi))
            \ (?:antagen|antaget|från)\ (?:år\ )?{YEAR}(?![:\d])""",
        rf"""\b{_AUTHOR}(?:(?:,\ {_AUTHOR}){{0,3}}\ (?:och|&)\ {_AUTHOR}|\ m\.fl\.|\ et\ al\.)
            \ \({YEAR}\)
            |\b{_AUTHOR}\ \({YEAR}\)(?=\ (?:{_TELLS})\b)""",
        rf"""\bnationella\ [a-zåäö]{{3,30}}{_MADE}\b""",
        r"""\b[Tt]he\ [A-Z][\w-]{2,30}\ [Rr]eport\b|\b[A-ZÅÄÖ][a-zåäöé]{2,30}-rapporten\b""",
        rf"""\b[A-Z][a-z]\w{{1,30}}(?:\ [A-Z][a-z]\w{{1,30}}){{0,4}}
            \ (?:Index|Scoreboard|Report|Survey|Outlook|Review|Monitor|Ranking|Barometer)
            \ {YEAR}""",
        rf"""\b{_NAME}kollen\ {YEAR}""",
        rf"""\b{_NAME}s\ (?:egen\ |senaste\ )?[\w-]{{0,40}}{_DATA}(?:en)?\ {YEAR}""",
        rf"""\b[A-ZÅÄÖ][\w-]{{0,40}}
            (?:rapport|utredning|undersökning|enkät|taxering|barometer|statistik|inventering
              |kartläggning|prognos)(?:e?n)?(?:\s+{_NAME}){{0,3}}\s+{YEAR}(?::\d+)?""",
    )
)
"""Web addresses, statutes, "källa: ...", parentheses with a title and a year or with
somebody's statistics, titled reports, plans, treaties and those of an organisation,
authors with a year."""
_LONGEST_SOURCE = 15
"""A source of more words than this is a remark that happens to hold a year."""


def source_spans(text: str) -> Iterator[Span]:
    """The stretches of a text that name sources, the surest kinds first; they may overlap."""
    for pattern in _SOURCES:
        for match in pattern.finditer(text):
            group = next(iter(pattern.groupindex), 0)
            parts = _LISTED.finditer(text, *match.span(group)) if group == "several" else [match]
            spans = (Span(*p.span(0 if p is not match else group)).trimmed(text) for p in parts)
            yield from (one for one in spans if len(one.of(text).split()) <= _LONGEST_SOURCE)
