"""Texts whose words nothing was learnt of, so that no suggestion for them can be sure."""

from collections.abc import Callable, Sequence

from inspel_app.analysis.language import USUAL
from inspel_app.analysis.protocols import Linguist
from inspel_app.analysis.words import words
from inspel_app.i18n import _

_MOST = 0.8
"""A text in another language is strange unless so many of its words are known: of a Swedish text a
twentieth has fewer, as it is full of names."""
_FEW = 0.4
_ENOUGH = 5
"""So few known words of at least so many make any text strange; no labelled Swedish one is."""


class Strangeness:
    """Tells which texts are strange, and why."""

    def __init__(self, linguist: Linguist, knows: Callable[[str], bool]) -> None:
        """`knows` tells whether anything was learnt of a word in lower case."""
        self._linguist, self._knows = linguist, knows

    def reason(self, text: str) -> str:
        """Why a text is strange; empty for one that is not, or that says too little to tell."""
        said = words(text)
        known = self._share(said)
        if known < _MOST and self._linguist.language_of(text) not in (None, USUAL):
            return _("texten är inte på svenska")
        if known < _FEW and len(said) >= _ENOUGH:
            return _("få av textens ord är kända")
        return ""

    def _share(self, said: Sequence[str]) -> float:
        return sum(map(self._knows, said)) / max(len(said), 1)
