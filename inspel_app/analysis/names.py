"""Actors and sources that a text names, by known names and by the way such names are built."""

import re
from collections.abc import Iterable, Iterator, Mapping

from inspel_app.analysis.places import PlaceFinder
from inspel_app.analysis.sentences import Span
from inspel_app.analysis.words import STOP_WORDS, word_set
from inspel_app.domain.coding import Actor, Place, Register

_NAME = r"[A-ZÅÄÖÉ][\w&-]{0,40}"
"""Repetitions are bounded here and below: a respondent may write anything."""
_YEAR = r"(?:19|20)\d\d"
_COMMON = (
    r"(?:[Nn]ät|[Rr]egel|[Kk]raft|[Hh]ant|[Ss]åg|[Rr]enings|[Vv]indkraft|[Kk]ärnkraft|[Vv]atten"
    r"|[Vv]attenkraft|[Vv]ärme|[Ff]järrvärme|[Kk]onst|[Bb]ild|[Rr]am|[Mm]äster|[Ss]taket)verket"
)
"""Words that end as an agency's name does, and are none."""
_BUILT_ACTOR = re.compile(
    rf"""\b(?:
        (?:Länsstyrelsen|Region|Länstrafiken|Högskolan|Institutet|Räddningstjänsten)
            (?:\s+(?:i|för)(?=\s+[A-ZÅÄÖ]))?(?:\s+{_NAME}){{1,4}}
      | (?:{_NAME}\s+(?:&\s+)?){{1,4}}
            (?:kommun|universitet|(?:yrkes|folk)?högskola|museum|sameby|tingsrätt|[Ll]ärcentrum
              |(?:[Rr]iks|[Kk]ommun)?[Ff]örbund|AB|Science\s+Park
              |[a-zåäö]{{0,20}}(?:klubb|förening|byalag|samfällighet|sällskap))(?![\w-])
      | (?!{_COMMON})[A-ZÅÄÖ][a-zåäöé-]{{0,40}}(?:verket|myndigheten|styrelsen|kassan|inspektionen
            |institutet|museet|fonden|förmedlingen|ämbetet|kommittén|tinget|universitetet
            |förbundet|nämnden|klubben|räddningen|sällskapet|stiftelsen|kammaren|gymnasiet)(?=s?\b)
      | [A-ZÅÄÖ][a-zåäöé-]{{0,40}}s\ [Vv]änner\b
    )""",
    re.VERBOSE,
)
"""Names that tell by their first or last part that an organisation bears them."""
_WORD = re.compile(r"[^\s]+")
_TWO = 2
_LOWER = re.compile(r"[a-zåäö]")
_NOUN_THAT_MAY_STAND_ALONE = re.compile(
    r"(?:lärcentrum|högskola|museum|klubb|förening|byalag|samfällighet|sällskap|förbund)\Z"
)
_OPENERS = STOP_WORDS | word_set(
    """bygg bygga flytta föreslå gemensam gemensamma inrätta inför jämför kräv lokal lokala lyft
    låt lär lös organisera redan regional rusta samla samtliga satsa starta stoppa stärk stöd
    stötta säkra sök utan utred utöka utveckla varje vilken öppna"""
)
"""Words that open a sentence and only look like a part of the name after them."""
_DATA = (
    r"(?:statistik|enkät|mätning|undersökning|inventering|kartläggning|prognos|rapport|utredning"
    r"|databas|studie)"
)
_AGENCY = (
    r"(?:verket|myndigheten|inspektionen|kassan|förmedlingen|tinget|tingsrätt|ämbetet|rådet)\Z"
    r"|styrelsen\b"
)
_REGISTERS = tuple(
    (register, re.compile(pattern))
    for register, pattern in (
        (Register.FORETAG, r"\bAB\b|\b(?:HB|KB)\Z|Science\ Park"),
        (Register.LAROSATE, r"(?i:universitet|högskola)|\bSLU\b"),
        (Register.FORENING, r"(?i:förening|förbund|klubb|byalag|sällskap|sameby|samfällighet)"),
        (Register.KOMMUN, r"\bkommun\Z|\bkommuner\Z|\bstad\Z"),
        (Register.REGION, r"\ARegion\b"),
        (Register.MYNDIGHET, _AGENCY),
    )
)
"""The first that fits tells: "Storumans kommuns företagarförening" is an association."""
_PAPER = (
    r"(?:statistik|enkät|mätning|undersökning|inventering|kartläggning|kartering|prognos|rapport"
    r"|utredning|studie|granskning|analys|utvärdering|uppföljning|barometer|taxering|taxeringen"
    r"|undersökningarna|promemoria|PM)"
)
_TITLED = (
    rf"\b(?!(?:Enligt|Se|Läs|Jfr|Jämför|Av|Ur|I|Med|Från|Ta|Vår|Våra|Regionen)s?\b)"
    rf"{_NAME}(?:\ {_NAME}){{0,2}}"
)
"""The organisation before what it has published, without a word that leads to it."""
_LISTED = re.compile(r"[^;]+")
_SOURCES = tuple(
    re.compile(pattern, re.VERBOSE)
    for pattern in (
        r"(?:https?://|www\.)[^\s()<>]+[^\s()<>.,;:]",
        rf"""\b(?:lag|lagen|förordning|förordningen)\ \(\d{{4}}:\d+\)(?:\ om\ \w+)?
            |\b[A-ZÅÄÖ]?[a-zåäö]{{2,40}}(?:lagen|balken|förordningen)\ \(\d{{4}}:\d+\)
            |\b(?:SOU|Ds|SFS)\ {_YEAR}:\d+
            |\b(?:prop|bet|skr)\.\ \d{{4}}/\d\d:\w+""",
        r"""\b(?:[Kk]äll(?:a|or):|Källa(?=\ [A-ZÅÄÖ]))\s+
            (?P<several>[^()\n]{1,200}?)
            (?=(?<!\bs)(?<!\bsid)(?<!\bkap)(?<!\bnr)(?<!\bbil)(?<!\bt\.ex)(?<!\bm\.fl)\.(?:\s|\Z)
              |[()\n]|\Z)""",
        rf"""\((?:[Kk]älla:\s*|[Ss]e\s|[Jj]fr\s|[Ee]nligt\s)?
            (?P<name>[^()]{{0,80}}?[A-ZÅÄÖ][^()]{{0,80}}?{_YEAR}[^()]{{0,80}}?)(?=,\s*(?:https?:|www\.)|\))""",
        rf"""\((?!(?:en|ett|vi|jag|t\.ex)\b)(?P<name>[^()\n]{{0,60}}{_DATA}(?:en)?)\)""",
        rf"""(?:{_TITLED}(?<=s)|\b[A-ZÅÄÖ]{{2,8}})\ (?:[\w-]{{1,40}}-\ och\ )?
            (?:[a-zåäö-][\w-]{{0,40}})?{_PAPER}(?:en)?
            (?:\ [A-ZÅÄÖ]\w{{1,40}}(?:\ [\w-]{{1,40}}){{0,5}}?)?\ {_YEAR}(?::\d+)?""",
        rf"""{_TITLED}s\ [\w-]{{0,40}}(?:rapport|granskning|utredning|utvärdering|kartläggning)
            \ (?:om|av|över)\ (?!detta\b|denna\b|dessa\b|det\b|hur\b|att\b|en\b|ett\b)[\w-]{{3,40}}
            (?:\ (?:i|på|för|av|och)\ [\w-]{{3,40}})?""",
        rf"""\b(?:(?:[Dd]en|[Dd]et)\ )?(?:\w{{3,30}}\ )?\w{{0,40}}
            (?:plan|planen|program|programmet|strategi|strategin)\ \({_YEAR}\)""",
        rf"""\b{_NAME}kollen\ {_YEAR}""",
        rf"""\b{_NAME}s\ (?:egen\ |senaste\ )?[\w-]{{0,40}}{_DATA}(?:en)?\ {_YEAR}""",
        rf"""\b[A-ZÅÄÖ][\w-]{{0,40}}
            (?:rapport|utredning|undersökning|enkät|taxering|barometer|statistik|inventering
              |kartläggning|prognos)(?:en)?(?:\s+{_NAME}){{0,3}}\s+{_YEAR}(?::\d+)?""",
    )
)
"""Web addresses, statutes, "källa: ...", parentheses with a title and a year or with somebody's
statistics, titled reports and those of an organisation."""
_LONGEST_SOURCE = 15
"""A source of more words than this is a remark that happens to hold a year."""


class PatternNameFinder:
    """Finds names by a list of known ones and by patterns."""

    def __init__(self, known: Mapping[str, str], towns: Mapping[str, str]) -> None:
        """`known`: each way to write a name, and the usual name.

        `towns`: the municipality of each place that is known.
        """
        self._usual = dict(known)
        self._known = any_of(known)
        self._places = PlaceFinder(towns)

    def places(self, text: str, actors: Iterable[Actor]) -> tuple[Place, ...]:
        """Places that are no part of the name of an actor in it, each once, in the text's order."""
        return self._places.places(text, [actor.text for actor in actors])

    def names(self, text: str) -> tuple[tuple[Actor, ...], tuple[str, ...]]:
        """Actors (not those within a source) and sources, each once, in the text's order."""
        sources = sorted(_apart(len(text), _source_spans(text)))
        actors: dict[str, Actor] = {}
        for span in sorted(_apart(len(text), self._actor_spans(text), sources)):
            written = span.of(text)
            name = self._usual.get(written, written)
            actors.setdefault(written, Actor(written, name, register_of(name)))
        return tuple(actors.values()), tuple(dict.fromkeys(s.of(text) for s in sources))

    def _actor_spans(self, text: str) -> Iterator[Span]:
        """The surest first; a built name may hold a known one ("Inlandsbanan Norr AB")."""
        for match in _BUILT_ACTOR.finditer(text):
            span = _without_openers(text, Span(*match.span()))
            if span is not None:
                yield span
        for match in self._known.finditer(text):
            yield Span(*match.span())


def register_of(name: str) -> Register | None:
    """Which register an organisation stands in, by its name; None where that does not tell."""
    return next((register for register, built in _REGISTERS if built.search(name)), None)


def _without_openers(text: str, name: Span) -> Span | None:
    """The name without a sentence's first words; None if no name is left."""
    words = list(_WORD.finditer(text, *name))
    while words and words[0].group().lower() in _OPENERS:
        del words[0]
    if not words or _LOWER.match(words[0].group()):
        return None
    opens = len(words) == _TWO and not text[: words[0].start()].rstrip(' "”»(')[-1:].isalnum()
    alone = _NOUN_THAT_MAY_STAND_ALONE.search(words[-1].group().lower())
    if opens and alone and not words[0].group().endswith("s"):
        return None
    return Span(words[0].start(), name.end)


def any_of(names: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the names as whole words, also in the genitive; the longest wins."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    either = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{either})(?=s?(?!\w))")


def _source_spans(text: str) -> Iterator[Span]:
    for pattern in _SOURCES:
        for match in pattern.finditer(text):
            group = next(iter(pattern.groupindex), 0)
            parts = _LISTED.finditer(text, *match.span(group)) if group == "several" else [match]
            spans = (Span(*p.span(0 if p is not match else group)).trimmed(text) for p in parts)
            yield from (one for one in spans if len(one.of(text).split()) <= _LONGEST_SOURCE)


def _apart(length: int, spans: Iterable[Span], taken: Iterable[Span] = ()) -> list[Span]:
    """Those spans of a text so long that overlap neither an earlier one nor what is taken."""
    covered = bytearray(length)
    for start, end in taken:
        covered[start:end] = b"x" * (end - start)
    kept: list[Span] = []
    for span in spans:
        if not any(covered[span.start : span.end]):
            kept.append(span)
            covered[span.start : span.end] = b"x" * (span.end - span.start)
    return kept
