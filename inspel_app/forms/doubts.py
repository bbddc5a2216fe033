"""Which words of an answer were not read surely, for a person to look at."""

from collections.abc import Iterable

from inspel_app.domain.document import Document, Location, Word
from inspel_app.domain.form import DoubtfulWord
from inspel_app.forms.ranges import Range

SURE = 0.88
"""Less sure readings are doubtful; docs/ocr.md tells how many errors and right words that finds."""


def doubtful_words(document: Document, ranges: Iterable[Range]) -> tuple[DoubtfulWord, ...]:
    """The doubtful words in the ranges' texts, joined by line breaks.

    A word goes from one white space to the next, also where it was read in several pieces; it
    is as sure as the least sure of them, and stands where that does.
    """
    found: list[DoubtfulWord] = []
    shift = 0
    for start, end in ranges:
        least: dict[Range, Word] = {}
        for piece in document.words(start, end):
            span = _between_spaces(document.text, piece, (start, end))
            least[span] = min(least.get(span, piece), piece, key=lambda word: word.confidence)
        found += [
            DoubtfulWord(
                begin - start + shift,
                stop - start + shift,
                document.text[begin:stop],
                round(piece.confidence, 3),
                Location(document.file, begin, stop, piece.page, piece.box),
            )
            for (begin, stop), piece in least.items()
            if piece.confidence < SURE
        ]
        shift += end - start + 1
    return tuple(found)


def _between_spaces(text: str, piece: Word, within: Range) -> Range:
    """The word that a piece is a part of, as far as it lies in a range."""
    start, end = max(piece.start, within[0]), min(piece.end, within[1])
    while start > within[0] and not text[start - 1].isspace():
        start -= 1
    while end < within[1] and not text[end].isspace():
        end += 1
    return start, end
