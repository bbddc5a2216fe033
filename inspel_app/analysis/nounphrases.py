"""Phrases around a noun that name a matter: "anropsstyrd trafik", "kurator på skolan"."""

from collections.abc import Iterator

from inspel_app.analysis.sentences import Span
from inspel_app.analysis.swedish import Read, Word
from inspel_app.analysis.words import word_set

_NOUN, _NAME, _ADJECTIVE, _BEFORE = "NOUN", "PROPN", "ADJ", "ADP"
_MOST = 5
"""Words of a phrase."""
_ADJECTIVES = 2
_TAILS = word_set("för i på av till med mot om vid mellan efter utan under")
_NO_OPENERS = word_set(
    """samma hela egen egna olika andra annan sådan sådana viss vissa mer fler flera enda sista
    första förra nästa närmaste"""
)


def noun_phrases(read: Read) -> Iterator[str]:
    """The phrases of two words and more around the nouns of a text, as they stand there."""
    people = [name.span for name in read.names if name.kind == "PER"]
    for at, word in enumerate(read.words):
        if word.pos == _NOUN:
            start = _start(read, at)
            for end in (at + 1, _tail_end(read.words, at + 1)):
                span = Span(read.words[start].span.start, read.words[end - 1].span.end)
                named = any(span.start < p.end and p.start < span.end for p in people)
                if 1 < end - start <= _MOST and not named and _ends(read.words, end):
                    yield span.of(read.text)


def _start(read: Read, at: int) -> int:
    """Where the adjectives before a noun begin."""
    start = at
    while start and at - start < _ADJECTIVES and read.words[start - 1].pos == _ADJECTIVE:
        if read.words[start - 1].span.of(read.text).lower() in _NO_OPENERS:
            break
        start -= 1
    return start


def _tail_end(words: list[Word], at: int) -> int:
    """Where a phrase such as "på skolan" after a noun ends; there itself if none follows."""
    if at >= len(words) or words[at].pos != _BEFORE or words[at].lemma not in _TAILS:
        return at
    end = at + 1
    while end < len(words) and words[end].pos == _ADJECTIVE:
        end += 1
    follows = end < len(words) and words[end].pos in {_NOUN, _NAME}
    return end + 1 if follows else at


def _ends(words: list[Word], end: int) -> bool:
    """Whether a phrase may end there: no noun or figure goes on with it."""
    return end == len(words) or words[end].pos not in {_NOUN, _NAME, "NUM", "X"}
