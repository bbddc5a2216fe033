"""Which language a passage is in: by its common words and by how its letters follow each other."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from inspel_app.analysis.words import without_addresses, word_set

USUAL = "sv"
"""The language that a text is in unless it shows otherwise."""

_SECTION = re.compile(r"\[([a-z]{2,3})\]")
_WORD = re.compile(r"[^\W\d_]+")
_STARTS = re.compile(r"(?:\A|[.!?:]\s|\n)\W*\Z")
_GRAM = 3
_EDGE = " "
_SMOOTHING = 0.3
_KNOWN_WORD = 2.5
"""What a common word of a language adds, as many times e more likely there."""

_REMEMBERED = 50_000
"""Words whose likelihoods are kept: the same ones come again and again."""

_LEAST_LETTERS = 12
_LEAST_WORDS = 3
_USUAL_LEAD = 3.0
"""So many times e less likely another language is held to be beforehand."""

NORWEGIAN = "no"
DANISH = "da"
"""Told by their words: letters follow each other there as in Swedish."""
_NORWEGIAN_WORDS = word_set(
    """ikkje meg deg dere vært ble blitt etter mellom gjennom gjøre gjør hva enn uten noe noen noko
    fylke uke utdanning innbyggere mulig mulighet muligheten trenger dei korleis kva eit gjelder
    innspill felles gjerne kjenner grensen grensa våre arbeid arbeidet samarbeid samarbeidet"""
)
_DANISH_WORDS = word_set(
    """af hvad nogen noget nogle bliver blevet været havde uden gør mellem gennem vores meget vej
    veje uge uddannelse arbejde mulighed muligheder kommunerne penge skabe tilbage borgere
    borgerne udvikling samarbejde samarbejdet færre nødvendigt fælles grænsen grænse hvilket"""
)
_SHARED_WORDS = word_set(
    """og ikke jeg ønsker også være hvem hvor hvordan hvorfor hvilke hvilken hvis fra begge deres
    disse mange bør bedre derfor hele sammen kommune skole tilbud takker altfor omtale mangler
    foreslår arbeider flere fordi"""
)
"""Common in Norwegian, in Danish and in both, and none of them Swedish."""
_SWEDISH_WORDS = word_set(
    """och att jag är inte från för till ska vill bör också måste efter vad hur när ett mycket
    mellan genom dessa mig dig finns behöver vara blev utan varje några något många därför hela"""
)
"""Common in Swedish, and in neither of the two."""
_SWEDISH_LETTERS = frozenset("äö")
_ENOUGH = 2
"""Different words: one may be a slip, or in a name."""

_LEAD_PER_WORD = 0.15
"""The least lead over the next likeliest, for each word; names and numbers give none."""


def read_samples(text: str) -> dict[str, str]:
    """Sections that begin with `[code]`, `#` for comments -> each language's sample."""
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    parts = _SECTION.split(lines)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@dataclass(frozen=True, slots=True)
class _Model:
    """How likely three letters in a row are in a language, as logarithms, and its words."""

    grams: Mapping[str, float]
    unknown: float
    words: frozenset[str]

    def likelihood(self, word: str) -> float:
        likelihood = sum(self.grams.get(gram, self.unknown) for gram in _grams(word))
        return likelihood + (_KNOWN_WORD if word in self.words else 0.0)


class LanguageGuesser:
    """Tells the languages of which it is given samples, Norwegian and Danish; by ISO 639 code."""

    def __init__(self, samples: Mapping[str, str]) -> None:
        words = {language: _words(sample) for language, sample in samples.items()}
        counts = {
            language: Counter(gram for word in found for gram in _grams(word))
            for language, found in words.items()
        }
        kinds = len({gram for grams in counts.values() for gram in grams})
        self._models = {
            language: _model(counts[language], kinds, frozenset(found))
            for language, found in words.items()
        }
        self._likelihoods = lru_cache(_REMEMBERED)(self._judged)

    def _judged(self, word: str) -> tuple[float, ...]:
        """How likely a word is in each language."""
        return tuple(model.likelihood(word) for model in self._models.values())

    def language_of(self, text: str, within: str | None = None) -> str | None:
        """The language's code; None where there is too little text, or none is the likeliest.

        `within` is the language of the whole that a text is a part of: what is like Swedish is in
        Norwegian or Danish there, unless a word or letter is Swedish alone.
        """
        words = _told(text)
        if len(words) < _LEAST_WORDS or sum(map(len, words)) < _LEAST_LETTERS:
            return None
        if neighbour := _neighbour(words, within):
            return neighbour
        told = zip(*map(self._likelihoods, words), strict=True)
        scores = {
            language: sum(likelihoods) + (_USUAL_LEAD if language == USUAL else 0.0)
            for language, likelihoods in zip(self._models, told, strict=True)
        }
        best, second = sorted(scores, key=lambda language: -scores[language])[:2]
        if within in (NORWEGIAN, DANISH) and best == USUAL and not _is_marked_swedish(words):
            return within
        return best if scores[best] - scores[second] >= _LEAD_PER_WORD * len(words) else None


def _neighbour(words: Sequence[str], within: str | None) -> str | None:
    """Norwegian or Danish, where words are those more than Swedish ones; else None.

    Words that are both are of the language that the text is a part of, or else Norwegian.
    """
    norwegian, danish, shared, swedish = (
        len(known.intersection(words))
        for known in (_NORWEGIAN_WORDS, _DANISH_WORDS, _SHARED_WORDS, _SWEDISH_WORDS)
    )
    told = norwegian + danish + shared
    if told < _ENOUGH or told <= swedish:
        return None
    if danish == norwegian:
        return DANISH if within == DANISH else NORWEGIAN
    return DANISH if danish > norwegian else NORWEGIAN


def _is_marked_swedish(words: Sequence[str]) -> bool:
    """Whether a word tells of Swedish: a common one, or one with letters that Norwegian lacks."""
    return any(word in _SWEDISH_WORDS or _SWEDISH_LETTERS.intersection(word) for word in words)


def _told(text: str) -> list[str]:
    """The words that tell of a language: not addresses, nor names, of which any text may be full.

    A word with a capital counts at a sentence's start only, unless all of the text has capitals.
    """
    plain = without_addresses(text)
    if plain.isupper():
        return _words(plain)
    return [
        found.group().lower()
        for found in _WORD.finditer(plain)
        if found.group().islower()
        or _STARTS.search(plain, max(0, found.start() - 4), found.start())
    ]


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _grams(word: str) -> list[str]:
    padded = f"{_EDGE}{word}{_EDGE}"
    return [padded[n : n + _GRAM] for n in range(len(padded) - _GRAM + 1)]


def _model(counts: Counter[str], kinds: int, words: frozenset[str]) -> _Model:
    total = counts.total() + _SMOOTHING * kinds
    grams = {gram: log((count + _SMOOTHING) / total) for gram, count in counts.items()}
    return _Model(grams, log(_SMOOTHING / total), words)
