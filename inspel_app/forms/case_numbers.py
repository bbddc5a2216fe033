"""Case numbers (diarienummer): the authority's, and the respondent's own."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_NUMBER = r"(?:[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,5}[ ./-]?)?\d{1,7}(?:(?:\s?[–-]\s?|[/:.])\d{1,7}){1,4}"
_LABELLED = re.compile(
    r"\b(?P<whose>er|ert|era|regionens|vår|vårt|våra|eget|egen|kommunens|myndighetens|our|your)?\s*"
    r"(?:dnr|d\.?nr|diarienr|diarienummer|ärendenummer|ärendenr|ärende|beteckning|referens|ref)"
    r"(?:\s?nr)?\b\.?\s*(?P<hos>hos oss|hos er)?\s*[:.]?\s*"
    rf"(?P<number>(?-i:{_NUMBER}))",
    re.IGNORECASE,
)
_BARE = re.compile(r"\bRUN\s*\d[\d ]{0,5}[–-]\s?\d{4}\b")
"""Region Västerbotten's own series, also without a word before it."""

_THEIRS = frozenset({"er", "ert", "era", "regionens", "your"})
_FACTS = re.compile(r"\W+")


class CaseNumbers(NamedTuple):
    """As the respondent wrote them."""

    authority: str | None = None
    own: str | None = None


def case_numbers(texts: Iterable[str], known: Iterable[str]) -> CaseNumbers:
    """The first number of each kind that stands in the texts.

    `known` are texts in which the authority's number stands, such as the form's. A number
    without a word on whose it is, is the authority's if it is known or the first in the texts.
    """
    ours = _numbers_in(tuple(known))
    authority: str | None = None
    own: str | None = None
    unlabelled: list[str] = []
    for text in texts:
        for found in _LABELLED.finditer(text):
            number = " ".join(found["number"].split())
            whose = (found["whose"] or "").casefold()
            if _key(number) in ours or whose in _THEIRS or found["hos"] == "hos er":
                authority = authority or number
            elif whose or found["hos"]:
                own = own or number
            else:
                unlabelled.append(number)
        if authority is None and (bare := _BARE.search(text)):
            authority = " ".join(bare.group().split())
    for number in unlabelled:
        if authority is None and not ours:
            authority = number
        elif own is None and number != authority:
            own = number
    return CaseNumbers(authority, own)


@lru_cache(maxsize=16)
def _numbers_in(texts: tuple[str, ...]) -> frozenset[str]:
    """The numbers in the texts of forms, which are the same for each inspel."""
    return frozenset(_key(found["number"]) for text in texts for found in _LABELLED.finditer(text))


def _key(number: str) -> str:
    return _FACTS.sub("", number).casefold()
