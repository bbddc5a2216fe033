"""What the points of a letter stand under: "Vägar" above "De är fulla av hål".

A heading tells what a point is of, and is no part of it. What stands at the top of a letter is
mostly names, addresses and the letter's own title: only where it is one line, and there are
headings further down too, it heads something.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from inspel_app.analysis.announcing import foretells
from inspel_app.analysis.contacts import is_contact
from inspel_app.analysis.courtesies import is_close, is_courtesy
from inspel_app.analysis.paragraphs import Paragraph
from inspel_app.analysis.words import STOP_WORDS, WORD

_MOST_WORDS = 12
"""A line up to this long may head what is below it, also if nobody marked it as a heading."""
_NUMBER = re.compile(r"\A(?:\d+(?:\.\d+)*[.)]?|[A-Za-z][.)])\s+")
_ENDS = re.compile(r"[.!…;,)\d]\Z")
"""So ends no line that heads something, but sentences, parts of addresses, dates and pages do."""
_OF_LETTER = re.compile(
    r"\b(?:remiss|yttrande|synpunkt|inspel|skrivelse|svar(?:et)?\b|brev(?:et)?\b|övrigt\b|allmänt\b"
    r"|bakgrund(?:en)?\b|inledning|sammanfattning|slutord|avslutning|innehåll\b|bilag)",
    re.IGNORECASE,
)
"""What names a part of the letter, or the letter itself, and not what it is of."""
_SPEAKS = re.compile(r"(?:vi|jag|vår[at]?|mina?|mitt)\b", re.IGNORECASE)
"""So begins a line of which the writer is the subject, as "Vi vill särskilt lyfta"."""


def headings(
    text: str,
    parts: Sequence[Paragraph],
    kept: Collection[Paragraph],
    marked: Collection[Paragraph],
) -> Iterator[str]:
    """What each part of a letter stands under, "" for nothing.

    Args:
        text: The letter.
        parts: All its parts, in order.
        kept: Those of them that are no frame.
        marked: Those that the writer marked as headings.
    """
    own = [p in marked or (p not in kept and _heads(p.span.of(text))) for p in parts]
    said = [number for number, part in enumerate(parts) if part in kept] or [len(parts)]
    structured = any(own[said[0] : said[-1]])
    heading = ""
    closed = False
    for number, part in enumerate(parts):
        line = part.span.of(text)
        closed = closed or is_close(line)
        if closed:
            heading = ""
        elif own[number] and (number > said[0] or (structured and said[0] == 1)):
            heading = _told(line)
        lead = part.lead.of(text) if part.lead else ""
        yield _told(lead) if _heads(lead.rstrip(":")) else heading


def _heads(line: str) -> bool:
    """Whether a line that is no point looks as what heads others does, and not as a name."""
    words = WORD.findall(line)
    telling = [word for word in words if word.lower() not in STOP_WORDS]
    if len(words) > _MOST_WORDS or _ENDS.search(line):
        return False
    if _OF_LETTER.search(line):
        return True
    if not telling or _SPEAKS.match(line):
        return False
    named = len(words) > 1 and all(word[0].isupper() for word in telling)
    return not (named or is_contact(line, in_letter=True) or is_courtesy(line) or foretells(line))


def _told(line: str) -> str:
    """What a heading tells of the points below it: "" for one that only parts the letter."""
    return "" if _OF_LETTER.search(line) else _NUMBER.sub("", line, count=1).rstrip(": ")
