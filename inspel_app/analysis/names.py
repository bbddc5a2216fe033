"""Actors and sources that a text names, by known names and by the way such names are built."""

import re
from collections.abc import Iterable, Iterator, Mapping

from inspel_app.analysis.places import PlaceFinder
from inspel_app.analysis.sentences import Span
from inspel_app.analysis.sources import source_spans
from inspel_app.analysis.words import STOP_WORDS, word_set
from inspel_app.domain.coding import Actor, Place, Register

_NAME = r"[A-ZÅÄÖÉ][\w&-]{0,40}"
"""Repetitions are bounded here and below: a respondent may write anything."""
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
              |[A-ZÅÄÖa-zåäö]{{0,20}}[Ff]örbund|AB|Science\s+Park
              |[a-zåäö]{{0,20}}(?:klubb|förening|byalag|samfällighet|sällskap))(?![\w-])
      | (?!{_COMMON})[A-ZÅÄÖ][a-zåäöé-]{{0,40}}(?:verket|myndigheten|styrelsen|kassan|inspektionen
            |institutet|museet|fonden|förmedlingen|ämbetet|kommittén|tinget|universitetet
            |förbundet|nämnden|klubben|räddningen|sällskapet|stiftelsen|kammaren|gymnasiet)(?=s?\b)
      | [A-ZÅÄÖ][a-zåäöé-]{{0,40}}s\ [Vv]änner\b
    )""",
    re.VERBOSE,
)
"""Names that tell by their first or last part that an organisation bears them."""
_AT = re.compile(
    r"\b(?:handla[rt]?|köp(?:a|er|te)|står?|stod|ställ\w*(?: (?:er|oss|sig|dig|dem))?|jobba[rt]?"
    r"|arbeta[rt]?|mött?s|träffa[rt]?s|hänger) (?:på|hos) \Z",
    re.IGNORECASE,
)
"""What makes a company the place where somebody is: "ställ er på ICA"."""
_LEAD = 30
"""Letters before a name that tell how it is meant."""
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


class PatternNameFinder:
    """Finds names by a list of known ones and by patterns."""

    def __init__(
        self,
        known: Mapping[str, str],
        towns: Mapping[str, str],
        registers: Mapping[str, Register],
    ) -> None:
        """`known`: each way to write a name, and the usual name.

        `towns`: the municipality of each place that is known. `registers`: the register of usual
        names, where it is known; else the name tells.
        """
        self._usual, self._registers = dict(known), registers
        self._known = any_of(known)
        self._places = PlaceFinder(towns)

    def places(self, text: str, actors: Iterable[Actor]) -> tuple[Place, ...]:
        """Places that are no part of the name of an actor in it, each once, in the text's order."""
        return self._places.places(text, [actor.text for actor in actors])

    def names(self, text: str) -> tuple[tuple[Actor, ...], tuple[str, ...]]:
        """Actors (not those within a source) and sources, each once, in the text's order."""
        named = (s for s in source_spans(text) if not self._places.are_places(s.of(text)))
        sources = sorted(_apart(len(text), named))
        actors: dict[str, Actor] = {}
        for span in sorted(_apart(len(text), self._actor_spans(text), sources)):
            written = span.of(text)
            name = self._usual.get(written, written)
            register = self._registers.get(name) or register_of(name)
            actors.setdefault(written, Actor(written, name, register))
        return tuple(actors.values()), tuple(dict.fromkeys(s.of(text) for s in sources))

    def _actor_spans(self, text: str) -> Iterator[Span]:
        """The surest first; a built name may hold a known one ("Inlandsbanan Norr AB")."""
        for match in _BUILT_ACTOR.finditer(text):
            span = _without_openers(text, Span(*match.span()))
            if span is not None:
                yield self._without_genitive(text, span)
        for match in self._known.finditer(text):
            name = self._usual[match.group()]
            company = self._registers.get(name) is Register.FORETAG
            if not (company and _AT.search(text, max(0, match.start() - _LEAD), match.start())):
                yield Span(*match.span())

    def _without_genitive(self, text: str, name: Span) -> Span:
        """The name of a known organisation that owns something: "Region Norrs plan"."""
        owner = Span(name.start, name.end - 1)
        return owner if name.of(text).endswith("s") and owner.of(text) in self._usual else name


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
