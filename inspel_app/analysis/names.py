"""Actors and sources that a text names, by known names and by the way such names are built."""

import re
from collections.abc import Iterable, Iterator, Mapping

from inspel_app.analysis.sentences import Span
from inspel_app.domain.coding import Actor

_NAME = r"[A-ZÅÄÖÉ][\w&-]{0,40}"
"""Repetitions are bounded here and below: a respondent may write anything."""
_YEAR = r"(?:19|20)\d\d"
_BUILT_ACTOR = re.compile(
    rf"""\b(?:
        (?:Länsstyrelsen|Region|Länstrafiken|Högskolan|Institutet)
            (?:\s+(?:i|för)(?=\s+[A-ZÅÄÖ]))?(?:\s+{_NAME}){{1,4}}
      | (?:{_NAME}\s+(?:&\s+)?){{1,4}}
            (?:kommun|universitet|(?:yrkes|folk)?högskola|museum|sameby|tingsrätt|[Ll]ärcentrum
              |(?:[Rr]iks|[Kk]ommun)?[Ff]örbund|AB|Science\s+Park)(?![\w-])
      | [A-ZÅÄÖ][a-zåäöé-]{{0,40}}(?:verket|myndigheten|styrelsen|kassan|inspektionen
            |institutet|museet|fonden|förmedlingen|ämbetet|kommittén|tinget|trafiken
            |universitetet)(?=s?\b)
    )""",
    re.VERBOSE,
)
"""Names that tell by their first or last part that an organisation bears them."""
_LEADING = re.compile(
    r"(?:Alla|Att|Både|Den|Det|En|Ett|För|Gemensam\w*|I|Med|När|Om|På|Till|Vår)\s+"
)
"""A sentence's first word that only looks like a part of the name after it."""
_SOURCES = tuple(
    re.compile(pattern, re.VERBOSE)
    for pattern in (
        r"(?:https?://|www\.)[^\s()<>]+[^\s()<>.,;:]",
        rf"""\b(?:lag|lagen|förordning|förordningen)\ \(\d{{4}}:\d+\)(?:\ om\ \w+)?
            |\b(?:SOU|Ds|SFS)\ {_YEAR}:\d+
            |\b(?:prop|bet|skr)\.\ \d{{4}}/\d\d:\w+""",
        r"""\b(?:[Kk]äll(?:a|or):|Källa(?=\ [A-ZÅÄÖ]))\s+
            (?P<name>[^()\n]{1,200}?)(?=\.(?:\s|\Z)|[()\n;]|\Z)""",
        rf"""\((?:[Kk]älla:\s*|[Ss]e\s|[Jj]fr\s|[Ee]nligt\s)?
            (?P<name>[^()]{{0,80}}?[A-ZÅÄÖ][^()]{{0,80}}?{_YEAR}[^()]{{0,80}}?)(?=,\s*(?:https?:|www\.)|\))""",
        rf"""\b[A-ZÅÄÖ][\w-]{{0,40}}
            (?:rapport|utredning|undersökning|enkät|taxering|barometer|statistik|inventering
              |kartläggning|prognos)(?:en)?(?:\s+{_NAME}){{0,3}}\s+{_YEAR}(?::\d+)?""",
    )
)
"""Web addresses, statutes, "källa: ...", parentheses with a title and a year, titled reports."""
_LONGEST_SOURCE = 15
"""A source of more words than this is a remark that happens to hold a year."""


def read_names(text: str) -> dict[str, str]:
    """Known names as lines "usual name; other; other", `#` for comments -> each way, usual name."""
    lines = (line.split(";") for line in text.splitlines() if not line.startswith("#"))
    return {other.strip(): ways[0].strip() for ways in lines for other in ways if other.strip()}


class PatternNameFinder:
    """Finds names by a list of known ones and by patterns."""

    def __init__(self, known: Mapping[str, str]) -> None:
        """`known`: each way to write a name, and the usual name."""
        self._usual = dict(known)
        self._known = _any_of(known)

    def names(self, text: str) -> tuple[tuple[Actor, ...], tuple[str, ...]]:
        """Actors (not those within a source) and sources, each once, in the text's order."""
        sources = sorted(_apart(len(text), _source_spans(text)))
        actors: dict[str, Actor] = {}
        for span in sorted(_apart(len(text), self._actor_spans(text), sources)):
            written = span.of(text)
            actors.setdefault(written, Actor(written, self._usual.get(written, written)))
        return tuple(actors.values()), tuple(dict.fromkeys(s.of(text) for s in sources))

    def _actor_spans(self, text: str) -> Iterator[Span]:
        """The surest first; a built name may hold a known one ("Inlandsbanan Norr AB")."""
        for match in _BUILT_ACTOR.finditer(text):
            leading = _LEADING.match(text, match.start(), match.end())
            yield Span(leading.end() if leading else match.start(), match.end())
        for match in self._known.finditer(text):
            yield Span(*match.span())


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the names as whole words, also in the genitive; the longest wins."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    either = "|".join(map(re.escape, longest_first)) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{either})(?=s?(?!\w))")


def _source_spans(text: str) -> Iterator[Span]:
    for pattern in _SOURCES:
        for match in pattern.finditer(text):
            group = "name" if "name" in pattern.groupindex else 0
            span = Span(*match.span(group)).trimmed(text)
            if len(span.of(text).split()) <= _LONGEST_SOURCE:
                yield span


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
