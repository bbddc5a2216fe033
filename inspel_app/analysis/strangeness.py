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
_SOME = 3
"""Shorter texts are no less strange, down to so many words, or where none is known; but lists of
names are so too, and are not to be gathered with what nobody can read."""
UNKNOWN = "und"
"""ISO 639 for a language that cannot be told."""


class Strangeness:
    """Tells which texts are strange, and why."""

    def __init__(self, linguist: Linguist, knows: Callable[[str], bool]) -> None:
        """`knows` tells whether anything was learnt of a word in lower case."""
        self._linguist, self._knows = linguist, knows

    def reason(self, text: str) -> str:
        """Why a text is strange; empty for one that is not, or that says too little to tell."""
        if self.language(text) not in ("", UNKNOWN):
            return _("texten är inte på svenska")
        said = words(text)
        known = self._share(said)
        few = known == 0 or (known < _FEW and len(said) >= _SOME)
        return _("få av textens ord är kända") if said and few else ""

    def language(self, text: str) -> str:
        """What a strange text is in, by ISO 639; empty for one that is not strange."""
        said = words(text)
        known = self._share(said)
        told = self._linguist.language_of(text) if known < _MOST else None
        if told and told != USUAL:
            return told
        return UNKNOWN if known < _FEW and len(said) >= _ENOUGH else ""

    def _share(self, said: Sequence[str]) -> float:
        return sum(map(self._knows, said)) / max(len(said), 1)
