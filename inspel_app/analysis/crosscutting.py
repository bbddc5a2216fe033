"""Matters that cut across the strategy's parts, named in a text beside what it mainly concerns."""

from collections.abc import Iterator

from inspel_app.analysis.words import stem, words
from inspel_app.domain.coding import Code, Codebook, CodeKind, Suggestion
from inspel_app.i18n import _

_KINDS = frozenset({CodeKind.TVARGAENDE, CodeKind.PRINCIP})
_TELLING = 3
"""The weight of terms that tell by themselves."""
_PERMILLE = 500
"""A named matter is as likely as not to be what the text is about too."""

Stems = tuple[str, ...]


class CrosscuttingFinder:
    """Finds those cross-cutting codes of a codebook of which a text has a telling term."""

    def __init__(self, codebook: Codebook) -> None:
        """Codes that are leaves are left to the suggester."""
        self._terms = [
            (code.id, _stems(term.text))
            for code in codebook.codes
            if _cuts_across(code)
            for term in code.terms
            if term.weight == _TELLING and _stems(term.text)
        ]
        self._longest = max((len(term) for _code, term in self._terms), default=0)

    def find(self, text: str) -> list[Suggestion]:
        """A suggestion for each code, in the codebook's order, with its terms as they stand."""
        runs = dict(self._runs(text))
        found: dict[str, list[str]] = {}
        for code, term in self._terms:
            if term in runs and runs[term] not in found.get(code, ()):
                found.setdefault(code, []).append(runs[term])
        return [
            Suggestion(code, _PERMILLE, _("ord: {words}").format(words=", ".join(named)))
            for code, named in found.items()
        ]

    def _runs(self, text: str) -> Iterator[tuple[Stems, str]]:
        """All runs of words as long as a term may be: their stems, and as they stand."""
        spoken = words(text)
        stems = [stem(word) for word in spoken]
        for start in range(len(spoken)):
            for end in range(start + 1, min(start + self._longest, len(spoken)) + 1):
                yield tuple(stems[start:end]), " ".join(spoken[start:end])


def _cuts_across(code: Code) -> bool:
    return code.kind in _KINDS and not code.leaf


def _stems(text: str) -> Stems:
    return tuple(stem(word) for word in words(text))
