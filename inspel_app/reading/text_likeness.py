"""Whether what was decoded is writing, in any language, or other bytes that came so far."""

import re
import unicodedata
from typing import NamedTuple

_LEAST = 40
"""Fewer signs than this tell nothing."""
_SAMPLE = 64 * 2**10
_LONGEST_WORD = 40
_EDGES = "".join(map(chr, range(0x21, 0x30))) + ":;<=>?@[]^_`{|}~”“’‘»«–—…•·§°☐☒☑"
_SEPARATOR = re.compile(r"[\s;|=,]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}|[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’./&:][^\W\d_]+)*")
_CASED = re.compile(r"[^\W\d_]?[^\W\d_A-ZÅÄÖÆØÉÜ]*|[^\W\d_a-zåäöæøéü]+")
"""A part of a word as languages write it: small letters after the first, or capitals alone."""


class Likeness(NamedTuple):
    """How many signs (`words`) of those that could stand in words (`signs`) do so."""

    words: int
    signs: int

    @property
    def share(self) -> float:
        """From 0 to 1; 1 for a text too short to tell."""
        return self.words / self.signs if self.signs >= _LEAST else 1.0


def likeness(text: str) -> Likeness:
    """How much of a text is written in words; figures, addresses and rules are not counted."""
    words = signs = 0
    for token in _SEPARATOR.split(text[:_SAMPLE]):
        bare = _letters(token).strip(_EDGES)
        if _ADDRESS.fullmatch(bare) or len(set(token)) <= 1:
            continue
        size = sum(not sign.isdigit() for sign in bare)
        signs += size
        words += size if _is_word(bare) else 0
    return Likeness(words, signs)


def _letters(token: str) -> str:
    """The token without marks that are written over or under letters, as scripts of Asia do."""
    return "".join(sign for sign in token if not unicodedata.category(sign).startswith("M"))


def _is_word(token: str) -> bool:
    if not _WORD.fullmatch(token):
        return False
    parts = re.findall(r"[^\W\d_]+", token)
    return all(
        _CASED.fullmatch(part) and (len(part) <= _LONGEST_WORD or part.upper() == part.lower())
        for part in parts
    )
