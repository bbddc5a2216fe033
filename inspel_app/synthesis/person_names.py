"""Names of persons: in the form's fields, and where people sign or introduce themselves."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from inspel_app.synthesis.contact_details import CONTACT_DETAILS

PARTICLES = frozenset({"von", "van", "af", "av", "de", "la", "di", "el", "al"})
_WORD = r"[^\W\d_]+(?:[-'’.][^\W\d_]*)*"
_LONGEST = 5
"""More words than this are a sentence."""
_SEPARATORS = re.compile(rf"[,;/&(\n]| och |{CONTACT_DETAILS}")
_SIGNING = re.compile(
    r"\b(?:m\.?v\.?h\b\.?|hälsning(?:ar|en)?\b|hälsar\b|högaktningsfullt\b|vänligen(?=[,.!]?\s*\n))"
    r"[,.!:/\s-]*(?:från\s)?"
    r"|\s/[^\S\n]?(?=[^\n]{1,40}\Z)",
    re.IGNORECASE,
)
"""What stands before a signature: a greeting, or a slash at the end of the text."""
_SIGNATURE = 150
"""Characters after a greeting within which the names stand."""
_PRESENTING = re.compile(
    rf"\b(?i:jag heter|mitt namn är|undertecknade?),?\s+({_WORD}(?:[^\S\n]{_WORD}){{0,4}})"
)


def names(*texts: str) -> list[str]:
    """The parts of the texts that look like names of persons."""
    parts = [part.strip() for text in texts for part in _SEPARATORS.split(text)]
    return [part for part in parts if _is_name(part)]


def signatures(text: str) -> Iterator[str]:
    """What the writers of a text call themselves."""
    for match in _SIGNING.finditer(text):
        lines = text[match.end() : match.end() + _SIGNATURE].split("\n")
        yield from _signed(lines)
    for match in _PRESENTING.finditer(text):
        name = " ".join(takewhile(_may_be_of_name, match[1].split())).rstrip(".")
        if name:
            yield name


def _signed(lines: Iterable[str]) -> Iterator[str]:
    """The names in the first lines, up to one that holds something else or one word, a place."""
    for i, line in enumerate(lines):
        found = names(line.partition(",")[0].strip(" ."))
        if not found or (i and " " not in found[0]):
            return
        yield from found


def _is_name(text: str) -> bool:
    words = text.split()
    return 1 <= len(words) <= _LONGEST and all(
        re.fullmatch(_WORD, word) and _may_be_of_name(word) for word in words
    )


def _may_be_of_name(word: str) -> bool:
    return word[0].isupper() or word in PARTICLES
