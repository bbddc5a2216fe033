"""Matters that cut across the strategy's parts, named in a text beside what it mainly concerns."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import prod
from typing import NamedTuple

from inspel_app.analysis.words import STOP_WORDS, stem, words
from inspel_app.domain.coding import Code, Codebook, CodeKind, Suggestion
from inspel_app.i18n import _

_KINDS = frozenset({CodeKind.TVARGAENDE, CodeKind.PRINCIP})
_TELLING = 3
"""The weight of terms that tell by themselves."""
_DOUBT = {3: 0.5, 2: 0.8, 1: 0.95}
"""How likely a text with a term is to have another matter, by the term's weight: one that is named
by a telling term is as likely as not to be what the text is about too. Without such a term, others
mean little: two towns named are no word on town and country."""

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
        across = [code for code in codebook.codes if _cuts_across(code)]
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

    def find(self, text: str) -> list[Suggestion]:
        """A suggestion for each code, in the codebook's order, with its terms as they stand."""
        runs = dict(self._runs(text))
        found: dict[str, dict[str, int]] = {}
        named = (term for stems in runs for term in self._terms.get(stems, ()))
        for term in sorted(named):
            found.setdefault(term.code, {}).setdefault(runs[term.stems], term.weight)
        for word in dict.fromkeys(words(text)):
            for length in self._lengths:
                for code in self._openings.get(word[:length], ()):
                    found.setdefault(code, {}).setdefault(word, _TELLING)
        return [
            Suggestion(code, _permille(found[code].values()), _reason(found[code]))
            for code in self._order
            if _TELLING in found.get(code, {}).values()
        ]

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


def _cuts_across(code: Code) -> bool:
    return code.kind in _KINDS and not code.leaf


def _permille(weights: Iterable[int]) -> int:
    """The more terms speak for it, the surer."""
    return round(1000 * (1 - prod(_DOUBT[weight] for weight in weights)))


def _reason(named: Mapping[str, int]) -> str:
    """The most telling terms first."""
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
