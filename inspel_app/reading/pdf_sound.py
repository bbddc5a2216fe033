"""Whether the text that a PDF page holds is what the page shows."""

import re

from inspel_app.reading.pdf_page import SCANNED, PdfSheet

FEW = 50
"""So few letters on a scanned page are a stamp, not what the page says."""
TOO_UNREADABLE = 0.4
"""The share of characters without meaning that makes a text useless."""
_ENOUGH = 100
"""Fewer letters than this tell nothing of the language."""
_SWEDISH = 0.015
"""The least share of å, ä and ö: Swedish has 5 %, what was read as English has none."""
_WORDS = 0.7
"""The least share of words that can be spoken: the others are figures, signs and nonsense."""
_WORD = re.compile(r"[\W_]*[^\W\d_]+(?:[-'’./:][^\W\d_]+)*[\W_]*|[\W_]*\d[\d\W_]*|\W+")
_VOWEL = re.compile(r"[aeiouyåäöéáæøü]", re.IGNORECASE)


def is_picture(page: PdfSheet) -> bool:
    """Whether the page is a picture with little or no text of its own."""
    return page.pictures >= SCANNED and page.letters < FEW


def needs_eyes(page: PdfSheet) -> bool:
    """Whether the page must be read as a picture: its text is missing, broken or guessed badly."""
    text = page.text
    if page.letters == 0 or is_picture(page):
        return True
    if text.unreadable > TOO_UNREADABLE * text.characters:
        return True
    return page.pictures >= SCANNED and not _makes_sense(page)


def _makes_sense(page: PdfSheet) -> bool:
    """Whether an earlier recognition of the page can be believed."""
    words = [word.text for word in page.text.main.words]
    letters = [letter for word in words for letter in word.lower() if letter.isalpha()]
    if len(letters) < _ENOUGH:
        return True
    swedish = sum(letter in "åäö" for letter in letters)
    spoken = sum(_WORD.fullmatch(word) is not None and _can_be_said(word) for word in words)
    return swedish >= _SWEDISH * len(letters) and spoken >= _WORDS * len(words)


def _can_be_said(word: str) -> bool:
    return sum(map(str.isalpha, word)) < 3 or _VOWEL.search(word) is not None  # noqa: PLR2004 - "km", "st"
