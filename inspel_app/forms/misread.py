"""What text recognition makes of a form's placeholders, and of e-mail addresses."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from inspel_app.domain.document import Document
from inspel_app.forms.ranges import Range

ALIKE = 86.0
"""Per cent of likeness between a phrase and what was read for it: three letters in twenty."""
_AT = re.compile(r"(?P<name>[\w.+-]+?) ?(?:[Q©®€¢]|\(\w\)?) ?(?P<host>[\w-]+(?:\.[\w-]+)+)")


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
