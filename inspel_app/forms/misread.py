"""What text recognition makes of a form's placeholders and headings, and of e-mail addresses."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from rapidfuzz import fuzz

from inspel_app.domain.document import Block, Document
from inspel_app.domain.form import FormTemplate, LabelKind
from inspel_app.forms.align import Match
from inspel_app.forms.folding import fold
from inspel_app.forms.ranges import Range

ALIKE = 86.0
"""Per cent of likeness between a phrase and what was read for it: three letters in twenty."""
_SHORTEST = 8
"""So many signs at an end of a heading are no words of a respondent that happen to stand there."""
_AT = re.compile(r"(?P<name>[\w.+-]+?) ?(?:[Q©®€¢&]{1,2}|\(\w\)?) ?(?P<host>[\w-]+(?:\.[\w-]+)+)")


def misread_phrases(document: Document, phrases: Sequence[str]) -> Iterator[Range]:
    """Where words read from a picture are nearly one of the phrases (which are in lower case)."""
    for block in document.blocks:
        text = block.text.lower()
        if not block.words or len(text) != len(block.text) or any(p in text for p in phrases):
            continue
        for phrase in phrases:
            start, end = _most_alike(text, phrase)
            if start < end:
                yield block.start + start, block.start + end
                break


def cut_headings(
    document: Document, template: FormTemplate, matches: Sequence[Match]
) -> Iterator[Range]:
    """Pieces of headings of which the rest was too faint to be read.

    They stand just before a printed text that was recognised, and in the form, too, their heading
    stands between that text and the one before it.
    """
    blocks = document.blocks
    for match, following in pairwise(matches):
        labels = template.labels[match.label + 1 : following.label + 1]
        expected = [
            fold(x.text) for x in labels if x.kind in (LabelKind.SECTION, LabelKind.HEADING)
        ]

        def is_piece(block: Block, headings: Sequence[str] = expected) -> bool:
            return bool(block.words) and any(_is_end(fold(block.text), h) for h in headings)

        first, last = (
            bisect_left(blocks, at, key=lambda b: b.start) for at in (match.end, following.start)
        )
        for block in takewhile(is_piece, reversed(blocks[first:last])):
            yield block.start, block.end


def _is_end(piece: str, heading: str) -> bool:
    """Whether a text is nearly the beginning or the end of a heading, but not the whole."""
    size = len(piece)
    ends = heading[:size], heading[-size:]
    return _SHORTEST <= size < len(heading) and any(fuzz.ratio(piece, e) >= ALIKE for e in ends)


def mended_address(text: str) -> str:
    """An e-mail address with the sign that was read in place of its @ put right."""
    misread = None if "@" in text else _AT.fullmatch(text.strip(" .:;,").replace("- ", "-"))
    return f"{misread['name']}@{misread['host']}" if misread else text


def _most_alike(text: str, phrase: str) -> Range:
    """The whole words of the text that are most like the phrase; an empty range if none are."""
    found = fuzz.partial_ratio_alignment(phrase, text, score_cutoff=ALIKE)
    if found is None or len(text) < len(phrase) - 2:
        return 0, 0
    start = text.rfind(" ", 0, found.dest_start + 1) + 1
    end = text.find(" ", found.dest_end - 1)
    end = len(text) if end < 0 else end
    return (start, end) if fuzz.ratio(phrase, text[start:end]) >= ALIKE else (0, 0)
