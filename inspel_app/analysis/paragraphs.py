"""The parts of an answer: paragraphs and list items, and what of a letter is its frame."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from inspel_app.analysis.courtesies import is_close
from inspel_app.analysis.sentences import Span

_MARKER = re.compile(r"\s*(?:[-–—•·▪◦●○*☒✓→]|\(?(?:\d{1,2}|[a-zA-Z])[.)])\s+")
_ENDED = re.compile(r"[.!?…:;][\"”»')\]]*\Z")
_CLOSING_SIGNS = 5
"""So far from the end a full stop is looked for."""
_LINE = re.compile(r"[^\n\v\f\r\u2028]+")
_HEADING_WORDS = 12
"""A line of a letter up to this long, without a full stop, is a heading, address or name."""
_LEAD_WORDS = 5
"""So short a line above a list announces it, also without a colon."""
_PARTING_WORDS = 8
"""A paragraph up to this long after the complimentary close belongs to the signature."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or a list item; the item's bullet or number stands outside `span`."""

    span: Span
    item: bool = False


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs and items of a text, in order; wrapped lines are joined."""
    found: list[Paragraph] = []
    for match in _LINE.finditer(text):
        line = Span(*match.span()).trimmed(text)
        if line.start == line.end:
            continue
        marker = _MARKER.match(text, match.start(), match.end())
        if marker and marker.end() < line.end:
            found.append(Paragraph(Span(marker.end(), line.end), item=True))
        elif found and _continues(text, found[-1].span, line):
            found[-1] = Paragraph(Span(found[-1].span.start, line.end), found[-1].item)
        else:
            found.append(Paragraph(line))
    return [
        part
        for part, following in zip(found, [*found[1:], None], strict=False)
        if not _is_lead(text, part, following)
    ]


def _continues(text: str, before: Span, line: Span) -> bool:
    """Whether a line goes on with the sentence above: no blank line, no full stop, no capital."""
    wrapped = text.count("\n", before.end, line.start) <= 1
    return wrapped and text[line.start].islower() and not _is_ended(text, before)


def _is_ended(text: str, span: Span) -> bool:
    """Whether a stretch ends with a full stop or the like, before any closing quotes."""
    return _ENDED.search(text, max(span.start, span.end - _CLOSING_SIGNS), span.end) is not None


def _is_lead(text: str, part: Paragraph, following: Paragraph | None) -> bool:
    """Whether a paragraph only announces the list below it: "Vi vill se:", "Vi kräver"."""
    if part.item or following is None or not following.item:
        return False
    said = part.span.of(text)
    if said.endswith(":"):
        return len(said.split()) <= _HEADING_WORDS
    return len(said.split()) <= _LEAD_WORDS and not _is_ended(text, part.span)


def body(text: str, parts: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs of a letter without its head, headings, close and signature."""
    kept = []
    closed = False
    for part in parts:
        words = part.span.of(text)
        closed = closed or is_close(words)
        short = len(words.split()) <= (_PARTING_WORDS if closed else _HEADING_WORDS)
        frame = short if closed else short and not part.item and not _is_ended(text, part.span)
        if not frame and not is_close(words):
            kept.append(part)
    return kept
