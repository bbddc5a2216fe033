"""Where sentences begin and end in Swedish text written by anybody.

A small splitter of our own: it loads nothing, keeps every offset, and knows the traps of
consultation answers ("bl.a.", "s. 27", "dnr RUN 234–2025", "A. Svensson").
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from inspel_app.analysis.words import word_set


class Span(NamedTuple):
    """A stretch of a text, `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The text that stands there."""
        return text[self.start : self.end]

    def trimmed(self, text: str) -> "Span":
        """The stretch without the white space at its ends; empty where there is nothing else."""
        inner = self.of(text)
        start = self.start + len(inner) - len(inner.lstrip())
        return Span(start, max(start, self.end - (len(inner) - len(inner.rstrip()))))


_NEVER_LAST = word_set(
    """adj ang anm apr aug avd avs bet bil bl.a ca cirka civ.ing d.v.s d.y d.ä dec dir dnr dr dvs ev
    ex exkl f.d f.n f.ö feb fig fil fr.o.m förf gm inkl ing jan jfr jmf kap kl kr lic max mba milj
    min mom mån nr nov näml okt ordf p.g.a p.s pga prof prop red ref resp s s.k sekr sept sid sk
    skr st t.ex t.o.m t.v tel tex tfn ung uppl v v.ordf vol äv övers"""
)
"""Abbreviations after which the sentence goes on, also before a capital or a number."""
_SELDOM_LAST = word_set("dyl etc f ff m.fl m.m mfl mm o.d o.dyl o.s.v osv")
"""Abbreviations after which it goes on before a number: "Boverket m.fl. (2023)"."""
_NUMBER = re.compile(r"\.\s+[(\[]?\d")

_STOP = re.compile(
    r"""(?<![.!?…])(?P<stop>[.!?…]++)["”»’')\]]*+
        (?=\s++["”»„’'(\[–-]*+\s*+[A-ZÅÄÖÉÜ0-9])""",
    re.VERBOSE,
)
_LONGEST = 12
_LAST_WORD = re.compile(r"[^\s(\"”'\[]*+\Z")
_INITIAL = re.compile(r"[A-ZÅÄÖ](?:-[A-ZÅÄÖ])?")


def sentences(text: str, span: Span) -> list[Span]:
    """The sentences of a stretch of running text, in order, trimmed."""
    edges = [span.start, *_ends(text, span), span.end]
    pieces = [Span(a, b).trimmed(text) for a, b in pairwise(edges)]
    return [piece for piece in pieces if piece.start < piece.end]


def _ends(text: str, span: Span) -> Iterator[int]:
    for match in _STOP.finditer(text, span.start, span.end):
        if match["stop"] != "." or not _goes_on(text, span.start, match.start()):
            yield match.end()


def stops_within(text: str, sentence: Span) -> bool:
    """Whether what may look like a sentence ends with an abbreviation or initial, and goes on."""
    return sentence.of(text).endswith(".") and _goes_on(text, sentence.start, sentence.end - 1)


def _goes_on(text: str, start: int, stop: int) -> bool:
    """Whether a sentence that began at `start` goes on after the full stop at `stop`."""
    word = _last_word(text, start, stop)
    if word.lower() in _SELDOM_LAST:
        return _NUMBER.match(text, stop) is not None
    return word.lower() in _NEVER_LAST or _INITIAL.fullmatch(word) is not None


def _last_word(text: str, start: int, end: int) -> str:
    """The end of the word before a full stop, as far as an abbreviation may be long."""
    match = _LAST_WORD.search(text, max(start, end - _LONGEST), end)
    return match.group() if match else ""
