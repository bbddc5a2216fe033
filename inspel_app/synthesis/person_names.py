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
    r"|\benligt (?:delegation|uppdrag)[,.]?[^\S\n]*\n\s*|\s/[^\S\n]?(?=[^\n]{1,40}\Z)",
    re.IGNORECASE,
)
"""What stands before a signature: a greeting, by what right, or a slash at the end of the text."""
_LAST = re.compile(
    r"[^\w\s,:;-][^\S\n]*\n\s*([^\n.!?:]{3,60})(?:\n[^\S\n]*[a-zåäö][^\n.!?]{2,40})?\s*\Z"
)
"""A letter's last line, after a sentence, with or without who one is below it."""
_SIGNATURE = 150
"""Characters after a greeting within which the names stand."""
_FOLLOWING = rf"({_WORD}(?:[^\S\n]{_WORD}){{0,4}})"
_PRESENTING = re.compile(rf"\b(?i:jag heter|mitt namn är|undertecknade?),?\s+{_FOLLOWING}")
_IN_OFFICE = re.compile(
    r"\b(?i:kontakta|kontaktperson(?:er)?|ordförande|kassör|sekreterare|handläggare|samordnare"
    rf"|projektledare)n?(?:[^\S\n]är)?[,:]?[^\S\n]+(?=[A-ZÅÄÖ]){_FOLLOWING}"
)
"""Who holds an office, or is to be asked."""
_HOLDING = re.compile(
    rf"^[^\S\n]*((?=[A-ZÅÄÖ]){_WORD}(?:[^\S\n]{_WORD}){{1,3}})(?:,[^\S\n]*|[^\S\n]*\n[^\S\n]*)"
    r"(?i:(?:[^\s,.:]+[^\S\n]){0,3}[^\s,.:]*(?:ordförande|kassör|sekreterare|handläggare|samordnare"
    r"|ledare|chef|direktör|rektor|ledamot|råd|strateg|\bvd))(?=[^\S\n]*(?:[,.\n]|\Z|(?:för|i|vid|på)\s))",
    re.MULTILINE,
)
"""Who stands first in a line, with an office after it or in the line below."""


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
        name = _name_in(match[1])
        if name:
            yield name


def in_office(text: str) -> Iterator[str]:
    """What may be the full names of those who hold an office, or are to be asked."""
    yield from (name for m in _IN_OFFICE.finditer(text) if " " in (name := _name_in(m[1])))
    yield from (name for m in _HOLDING.finditer(text) for name in names(m[1]))


def last_line(letter: str) -> Iterator[str]:
    """What may be the full name with which a letter ends, without any greeting."""
    last = _LAST.search(letter)
    if last and not _SIGNING.search(last[1]):
        yield from (name for name in names(last[1].partition(",")[0]) if " " in name)


def ending_name(letter: str) -> Iterator[str]:
    """What may be the first name that stands alone in the last line of a letter."""
    last = _LAST.search(letter)
    if last:
        yield from (name for name in names(last[1].strip(" /")) if " " not in name)


def _name_in(text: str) -> str:
    """The words with which a text begins that may be of a name."""
    words = list(takewhile(_may_be_of_name, text.split()))
    last = next((i for i, word in enumerate(words) if _ends_sentence(word)), len(words))
    return " ".join(words[: last + 1]).rstrip(".")


def _ends_sentence(word: str) -> bool:
    return word.endswith(".") and len(word) > len("R.")


def _signed(lines: Iterable[str]) -> Iterator[str]:
    """The names in the first lines, up to one that holds something else or one word, a place."""
    for i, line in enumerate(lines):
        first, *others = line.split(",")
        found = names(first.strip(" ."))
        if not found or (i and " " not in found[0]):
            return
        yield from found
        if i == 0 and " " not in found[0] and (" och " in line or "&" in line):
            yield from names(*others)


def _is_name(text: str) -> bool:
    words = text.split()
    return 1 <= len(words) <= _LONGEST and all(
        re.fullmatch(_WORD, word) and _may_be_of_name(word) for word in words
    )


def _may_be_of_name(word: str) -> bool:
    return word[0].isupper() or word in PARTICLES
