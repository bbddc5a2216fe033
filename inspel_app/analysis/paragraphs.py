"""The parts of an answer: paragraphs and list items, and what of a letter is its frame."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile, zip_longest

from inspel_app.analysis.announcing import foretells
from inspel_app.analysis.courtesies import is_close, is_greeting
from inspel_app.analysis.sentences import Span, sentences
from inspel_app.analysis.stance import stance_of
from inspel_app.analysis.words import STOP_WORDS, words
from inspel_app.domain.coding import Stance

_MARKER = re.compile(r"\s*(?!s\.\s+\d)(?:[-–—•·▪◦●○*☒✓→]|\(?(?:\d{1,2}|[a-zA-Z])[.)])\s+")
"""What begins an item; "s. 12" is a page."""
_INLINE = re.compile(r"(?<=[.,;:!?)])\s+\(?(\d{1,2})[.)]\s+(?=\S)")
"""A number in a line that may begin an item of a list written in one line."""
_NUMBER = re.compile(r"\s*\(?(\d{1,2})[.)]\s+")
_ENDED = re.compile(r"[.!?…:;][\"”»')\]]*\Z")
_CONTENTS = re.compile(r"(?:[.…]\s?){4,}[\s–-]*\d{1,4}[\s–-]*\Z")
"""How a line of a table of contents ends: with dots that lead to a page."""
_CONTENTS_END = 60
"""So far from the end of a line the last of such dots stand."""
_CLOSING_SIGNS = 5
"""So far from the end a full stop is looked for."""
_LINE = re.compile(r"[^\n\v\f\r\u2028]+")
_HEADING_WORDS = 12
"""A line of a letter up to this long, without a full stop, is a heading, address or name."""
_TITLE_WORDS = 30
"""A paragraph that is marked as a heading is one up to this long."""
_SENTENCE = re.compile(
    r"\b(?:är|blir|har|får|kan|ska(?:ll)?|vill|bör|borde|måste|behöv(?:er|s)|finns|går|gör|tycker|anser"
    r"|önskar|föreslår|kräver|hoppas|saknar|saknas|låt|bygg|satsa|ge|ta|se|sluta|stoppa|inför|behåll"
    r"|bevara|rädda|stöd|utveckla|prioritera|lägg)\b",
    re.IGNORECASE,
)
"""What tells that a line says something, and does not only name it."""
_ASKS = re.compile(r"(?:varför|hur|när|var|vart|vad|vem|vilk\w+)\b", re.IGNORECASE)
_ASKING_WORDS = 6
"""A heading that asks something is as short, and lacks both verb and question word."""
_LEAD_WORDS = 5
"""So short a line above a list announces it, also without a colon."""
_PARTING_WORDS = 8
"""A paragraph up to this long after the complimentary close belongs to the signature."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or a list item, without its bullet or number.

    `lead` is what stands above it, or above the list that it belongs to, and only announces it.
    """

    span: Span
    item: bool = False
    lead: Span | None = None


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs and items of a text, in order; wrapped lines are joined.

    What only announces others, as "Vi vill se:", is none, but the lead of those.
    """
    found: list[Paragraph] = []
    for line in _lines(text):
        marker = _MARKER.match(text, line.start, line.end)
        if marker and marker.end() < line.end:
            found.append(Paragraph(Span(marker.end(), line.end), item=True))
        elif found and _continues(text, found[-1].span, line):
            found[-1] = Paragraph(Span(found[-1].span.start, line.end), found[-1].item)
        else:
            found.append(Paragraph(line))
    return list(_led(text, found))


def _led(text: str, parts: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The parts less what announces others, each with its lead: all items of a list share one."""
    lead = None
    before_list = False
    for part, below in zip_longest(parts, parts[1:]):
        if not part.item and before_list:
            lead = None
        said = part.span
        announcing = _announcing(text, part, below) if below else None
        if announcing:
            said = Span(said.start, announcing.start).trimmed(text)
        if said.start < said.end:
            yield replace(part, span=said, lead=lead)
            lead = lead if part.item else None
            before_list = part.item
        if announcing:
            lead, before_list = announcing, False


def _announcing(text: str, part: Paragraph, below: Paragraph) -> Span | None:
    """The last sentence of a paragraph, where it only announces what is below it."""
    if part.item:
        return None
    last = sentences(text, part.span)[-1]
    said = last.of(text)
    length = len(said.split())
    if not said.endswith(":"):
        heads = below.item and not _is_ended(text, last) and last == part.span
        return last if heads and length <= _LEAD_WORDS else None
    short = length <= _HEADING_WORDS and not _complains(said) and not is_close(said)
    return last if short or foretells(said) else None


def _complains(lead: str) -> bool:
    """Whether a line that ends with a colon is a complaint that needs no list to be understood."""
    *_, last = words(lead) or [""]
    return last not in STOP_WORDS and stance_of(lead) is Stance.KRITIK


def _lines(text: str) -> Iterator[Span]:
    """The lines that hold anything, each item that is numbered within a line by itself."""
    for match in _LINE.finditer(text):
        edges = [match.start(), *_numbered(text, Span(*match.span())), match.end()]
        for start, end in pairwise(edges):
            line = Span(start, end).trimmed(text)
            if line.start < line.end:
                yield line


def _numbered(text: str, line: Span) -> list[int]:
    """Where items begin within a line, numbered one after the other: "1. Spår. 2. Bussar."."""
    first = _NUMBER.match(text, line.start, line.end)
    expected = int(first[1]) + 1 if first else 1
    cuts = []
    for match in _INLINE.finditer(text, line.start, line.end):
        if int(match[1]) == expected:
            cuts.append(match.start())
            expected += 1
    return cuts if first or len(cuts) > 1 else []


def _continues(text: str, before: Span, line: Span) -> bool:
    """Whether a line goes on with the sentence above: no blank line, no full stop, no capital."""
    wrapped = text.count("\n", before.end, line.start) <= 1
    goes_on = wrapped and text[line.start].islower() and not _is_ended(text, before)
    return goes_on and not is_greeting(before.of(text))


def _is_ended(text: str, span: Span) -> bool:
    """Whether a stretch ends with a full stop or the like, before any closing quotes."""
    return _ENDED.search(text, max(span.start, span.end - _CLOSING_SIGNS), span.end) is not None


def body(text: str, parts: Sequence[Paragraph], titles: Collection[Paragraph]) -> list[Paragraph]:
    """The paragraphs of a letter without its head, headings, close and signature.

    `titles` are the parts that the writer marked as headings.
    """
    kept = []
    closed = False
    around = zip((None, *parts), parts, (*parts[1:], None), strict=False)
    for before, part, after in around:
        words = part.span.of(text)
        closed = closed or is_close(words)
        if closed:
            frame = len(words.split()) <= _PARTING_WORDS and not _adds(text, part)
        else:
            frame = _is_unended_line(text, part) and not _says_so_itself(text, part, after)
            frame = frame or _asks_above(text, part, after)
            frame = frame or part in titles or _is_numbered_title(text, before, part, after)
        frame = frame or _CONTENTS.search(words[-_CONTENTS_END:]) is not None
        if not frame and not is_close(words):
            kept.append(part)
    return kept


def titled(
    text: str, parts: Sequence[Paragraph], marked: Sequence[tuple[int, int]]
) -> frozenset[Paragraph]:
    """The parts that the writer marked as headings, by the stretches of them.

    They are brief, text follows below them, and there is some for every other: else the mark tells
    only how it should look.
    """
    said = list(takewhile(lambda part: not is_close(part.span.of(text)), parts)) if marked else []
    titles = [
        part
        for part in said
        if any(start <= part.span.start and part.span.end <= end for start, end in marked)
        and len(part.span.of(text).split()) <= _TITLE_WORDS
    ]
    below = [part for part in said if part not in titles]
    if len(titles) > 2 * len(below):
        return frozenset()
    return frozenset(part for part in titles if part.span.start < below[-1].span.start)


def _is_numbered_title(
    text: str, before: Paragraph | None, part: Paragraph, after: Paragraph | None
) -> bool:
    """Whether an item is the numbered heading of the paragraph below: "2. Vården"."""
    marker = text[text.rfind("\n", 0, part.span.start) + 1 : part.span.start]
    alone = part.item and not (before and before.item) and after is not None and not after.item
    if not alone or not _NUMBER.fullmatch(marker) or _SENTENCE.search(part.span.of(text)):
        return False
    return _is_unended_line(text, replace(part, item=False))


def _adds(text: str, part: Paragraph) -> bool:
    """Whether a line below the close is one more sentence on the matter: "PS. Laga vägen!"."""
    says = stance_of(part.span.of(text)) not in {None, Stance.FAKTA}
    return says and _is_ended(text, part.span)


def _is_unended_line(text: str, part: Paragraph) -> bool:
    """Whether it looks as a heading, an address or a name does."""
    short = len(part.span.of(text).split()) <= _HEADING_WORDS
    return short and not part.item and not _is_ended(text, part.span)


def _asks_above(text: str, part: Paragraph, after: Paragraph | None) -> bool:
    """Whether a line is a heading put as a question, as "Flytta eller stanna?"."""
    said = part.span.of(text)
    if after is None or part.item or not said.endswith("?") or len(said.split()) > _ASKING_WORDS:
        return False
    asks = _SENTENCE.search(said) or _ASKS.match(said)
    return not asks and len(after.span.of(text).split()) > _HEADING_WORDS


def _says_so_itself(text: str, part: Paragraph, after: Paragraph | None) -> bool:
    """Whether a line is a sentence that lacks its full stop, and heads nothing below it."""
    heads = after is not None and not _is_unended_line(text, after)
    heads = heads and not (after and is_close(after.span.of(text)))
    return not heads and _SENTENCE.search(part.span.of(text)) is not None
