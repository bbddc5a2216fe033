"""Phrases around a noun that name a matter: "anropsstyrd trafik", "kurator på skolan"."""

from collections.abc import Iterator, Sequence

from inspel_app.analysis.sentences import Span
from inspel_app.analysis.swedish import Read, Word
from inspel_app.analysis.words import STOP_WORDS, word_set

_NOUN, _NAME, _ADJECTIVE, _BEFORE = "NOUN", "PROPN", "ADJ", "ADP"
_MOST = 5
"""Words of a phrase."""
_ADJECTIVES = 2
_TAILS = word_set("för i på av till med mot om vid mellan efter utan under")
_FROM = word_set("från mellan")
_LAST = word_set("förra nästa sista")
_NO_OPENERS = word_set(
    """samma hela egen egna olika andra annan sådan sådana viss vissa mer fler flera många enda
    sista första förra nästa närmaste själva på i till dels"""
)
_MEASURES = word_set(
    """mil mila km timme minut hektar procent antal andel sida råd streck hål slag par rad del dag
    vecka månad år grad meter krona gång tusental tiotal majoritet merpart nivå tur fall"""
)
"""Nouns that with "av", "till", "med" ... say how much of something, and not what."""


def noun_phrases(read: Read) -> Iterator[str]:
    """The phrases of two words and more around the nouns of a text, as they stand there."""
    for at, word in enumerate(read.words):
        if word.pos == _NOUN:
            start = _start(read, at)
            for end in ends_of(read.words, at)[: 1 if _leads_on(read.words, start) else None]:
                span = Span(read.words[start].span.start, read.words[end - 1].span.end)
                phrase = span.of(read.text)
                place = phrase.split()[-1][0].isupper()
                if 1 < end - start <= _MOST and not place and not names_actor(read, span):
                    yield phrase


def ends_of(words: Sequence[Word], at: int) -> list[int]:
    """Where a phrase may end whose noun is word `at`: after it, or after what tells more of it."""
    return [end for end in sorted({at + 1, _tail_end(words, at + 1)}) if _ends(words, end)]


def _leads_on(words: Sequence[Word], start: int) -> bool:
    """Whether what comes after is no part of the phrase: "från samråd till byggstart"."""
    return start > 0 and words[start - 1].lemma in _FROM


def names_actor(read: Read, span: Span) -> bool:
    """Whether a stretch of a text holds a name of a person or an organisation, or any of it."""
    actors = (name.span for name in read.names if name.kind in {"PER", "ORG"})
    return any(span.start < a.end and a.start < span.end for a in actors)


def _start(read: Read, at: int) -> int:
    """Where the adjectives before a noun begin, or the article that they need."""
    start = at
    while start and at - start < _ADJECTIVES and _may_open(read, start - 1):
        start -= 1
    needs = start < at and start and "Definite=Def" in read.words[at].features
    return start - 1 if needs and read.words[start - 1].pos == "DET" else start


def _may_open(read: Read, at: int) -> bool:
    """Whether a word is an adjective that tells of a matter by itself."""
    word = read.words[at]
    said = word.span.of(read.text).lower()
    return word.pos == _ADJECTIVE and "Degree=Sup" not in word.features and said not in _NO_OPENERS


def _tail_end(words: Sequence[Word], at: int) -> int:
    """Where a phrase such as "på skolan" after a noun ends; there itself if none follows."""
    if at >= len(words) or words[at].pos != _BEFORE or words[at].lemma not in _TAILS:
        return at
    end = at + 1
    while end < len(words) and words[end].pos == _ADJECTIVE and words[end].lemma not in _LAST:
        end += 1
    follows = end < len(words) and words[end].pos == _NOUN
    return end + 1 if follows and words[at - 1].lemma not in _MEASURES else at


def _ends(words: Sequence[Word], end: int) -> bool:
    """Whether a phrase may end there: no genitive or "om året", and no noun or figure goes on."""
    if "Case=Gen" in words[end - 1].features or words[end - 1].lemma in STOP_WORDS:
        return False
    return end == len(words) or words[end].pos not in {_NOUN, _NAME, "NUM", "X"}
