"""Matters that cut across the strategy's parts, which a text is about beside its main matter.

Terms of such a matter tell of it, and how much the text is like what was learnt of its examples:
few say "jämställdhet", many that four of five chairmen are men.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import exp
from typing import NamedTuple

from inspel_app.analysis.words import STOP_WORDS, stem, words
from inspel_app.domain.coding import Codebook, Suggestion
from inspel_app.i18n import _

_TELLING = 3
"""The weight of terms that tell by themselves."""
_TOLD = 2.0
_SAYS = {_TELLING: 1.0, 2: 1.0, 1: 0.3}
"""What it adds that some term tells by itself, and what each term adds by its weight."""
_TAUGHT = 0.22
_WIDTH = 0.05
"""A text that is so much like the examples (0 to 1) is as likely as not to be on their matter, and
so much more or less counts as one term. Chosen, as what terms say, on 82 short invented texts."""
_UNTAUGHT = -(_TOLD + _SAYS[_TELLING])
"""What is added where no examples teach: a text with one telling term is as likely as not to be
what the text is about too, and without such a term others mean little: two towns named are no word
on town and country."""

_ENOUGH_WORDS = 6
"""In a shorter text each word weighs too much for what it is like to tell ("Sätt ett mål."), unless
a term that is not an everyday word is named too."""

_FEW_WORDS = 10
_BY_LIKENESS = 0.4
"""In a text of fewer words, a single one may make most of what it is like ("Skatten på bensin …"):
where no term tells by itself, it is surer than not by so much less. Of such that were as sure as
0.9 before, 20 of 29 were right."""

_OPENS = 7
"""Letters of a telling term that tells also where it opens a longer word: "beredskapslager"."""

_LONG = 6
"""Letters of a stem that may end as an inflection does."""

Stems = tuple[str, ...]


class _Term(NamedTuple):
    """A term of a code; `number` is its place in the codebook."""

    number: int
    code: str
    stems: Stems
    weight: int


class CrosscuttingFinder:
    """Finds those cross-cutting codes of a codebook of which a text has a telling term."""

    def __init__(self, codebook: Codebook) -> None:
        """Codes that are leaves are left to the suggester."""
        across = codebook.crosscutting
        self._order = [code.id for code in across]
        self._terms: defaultdict[Stems, list[_Term]] = defaultdict(list)
        self._openings: defaultdict[str, list[str]] = defaultdict(list)
        terms = [(code, term) for code in across for term in code.terms]
        for number, (code, term) in enumerate(terms):
            if stems := _stems(term.text):
                self._terms[stems].append(_Term(number, code.id, stems, term.weight))
            if term.weight == _TELLING and len(term.text) >= _OPENS and term.text.isalpha():
                self._openings[term.text.lower()].append(code.id)
        self._lengths = sorted({len(opening) for opening in self._openings})
        self._longest = max(map(len, self._terms), default=0)

    def find(self, text: str, taught: Mapping[str, float]) -> list[Suggestion]:
        """A suggestion for each code, in the codebook's order.

        The reason names its terms as they stand; it is empty where none tells by itself.

        Args:
            text: What is said.
            taught: For codes with examples, how much the text is like what these taught.
        """
        named = self._named(text)
        count = len(words(text))
        told = {code for code, terms in named.items() if max(terms.values()) > 1}
        alike = {
            code: share for code, share in taught.items() if count >= _ENOUGH_WORDS or code in told
        }
        levels = {
            code: _level(named.get(code, {}), alike.get(code))
            for code in self._order
            if code in named or code in alike
        }
        reasons = {code: _reason(named.get(code, {})) for code in levels}
        alone = _BY_LIKENESS if count < _FEW_WORDS else 1.0
        return [
            Suggestion(code, _permille(level if reasons[code] else alone * level), reasons[code])
            for code, level in levels.items()
            if level >= 0
        ]

    def _named(self, text: str) -> dict[str, dict[str, int]]:
        """By code the terms in a text, as they stand, and their weights."""
        runs = dict(self._runs(text))
        found: dict[str, dict[str, int]] = {}
        named = (term for stems in runs for term in self._terms.get(stems, ()))
        for term in sorted(named):
            found.setdefault(term.code, {}).setdefault(runs[term.stems], term.weight)
        for word in dict.fromkeys(words(text)):
            for length in self._lengths:
                for code in self._openings.get(word[:length], ()):
                    found.setdefault(code, {}).setdefault(word, _TELLING)
        return found

    def _runs(self, text: str) -> Iterator[tuple[Stems, str]]:
        """All runs of words as long as a term may be: their stems, and as they stand.

        Words of grammar are no term by themselves: "samt" has the stem of "samer".
        """
        spoken = words(text)
        stems = [_root(word) for word in spoken]
        for start in range(len(spoken)):
            for end in range(start + 1, min(start + self._longest, len(spoken)) + 1):
                if not STOP_WORDS.issuperset(spoken[start:end]):
                    yield tuple(stems[start:end]), " ".join(spoken[start:end])


def _level(named: Mapping[str, int], taught: float | None) -> float:
    """How surely a text is on a matter: the logarithm of the odds."""
    told = _TOLD if _TELLING in named.values() else 0.0
    said = told + sum(_SAYS[weight] for weight in named.values())
    return said + (_UNTAUGHT if taught is None else (taught - _TAUGHT) / _WIDTH)


def _permille(level: float) -> int:
    return round(1000 / (1 + exp(-level)))


def _reason(named: Mapping[str, int]) -> str:
    """The most telling terms first; nothing where none tells by itself."""
    if _TELLING not in named.values():
        return ""
    best = sorted(named, key=lambda word: -named[word])
    return _("ord: {words}").format(words=", ".join(best))


def _stems(text: str) -> Stems:
    return tuple(map(_root, words(text)))


def _root(word: str) -> str:
    """The stem, and of a long one its stem: "försvar" ends as inflections do, so must "försvaret".

    A short one would become another word: "rustas" is not of "RUS".
    """
    once = stem(word)
    return stem(once) if len(once) >= _LONG else once
