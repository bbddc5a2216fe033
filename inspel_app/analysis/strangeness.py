"""Texts whose words nothing was learnt of, so that no suggestion for them can be sure."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from inspel_app.analysis.language import USUAL
from inspel_app.analysis.mashing import is_mash
from inspel_app.analysis.protocols import Linguist
from inspel_app.analysis.words import content_stems, words
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
_BRIEF = 1
"""Of so few words that carry a subject, one must be in the codebook, or be made of one that is;
of two, what they mean together tells enough."""
_PART = 4
"""Letters of a part that two words have in common, at least."""
_FIGURE = re.compile(r"\d")
"""What has figures may be a name that is no word: "5G", "E45"."""
UNKNOWN = "und"
"""ISO 639 for a language that cannot be told."""


class Subject:
    """The words of a codebook, against which a brief text can be held."""

    def __init__(self, texts: Iterable[str]) -> None:
        """`texts`: all that the codebook says."""
        self._stems = {stem for text in texts for stem in content_stems(text)}
        self._edges = {part for stem in self._stems for part in _edges(stem)}

    def touched_by(self, text: str) -> bool:
        """Whether a text says a word of it, or says too much to tell so."""
        stems = content_stems(text)
        told = len(stems) > _BRIEF or _FIGURE.search(text) is not None
        return told or any(map(self._holds, stems))

    def _holds(self, stem: str) -> bool:
        held = stem in self._stems or stem in self._edges
        return held or not self._stems.isdisjoint(_edges(stem))


def _edges(stem: str) -> Iterator[str]:
    """What a stem begins and ends with, as the parts of a compound do."""
    for length in range(_PART, len(stem)):
        yield stem[:length]
        yield stem[-length:]


class Strangeness:
    """Tells which texts are strange, and why."""

    def __init__(
        self, linguist: Linguist, knows: Callable[[str], bool], subject: "Subject | None" = None
    ) -> None:
        """`knows` tells whether anything was learnt of a word in lower case.

        `subject` is what the codebook's words are about; None where a text need not touch it.
        """
        self._linguist, self._knows, self._subject = linguist, knows, subject

    def reason(self, text: str) -> str:
        """Why a text is strange; empty for one that is not, or that says too little to tell."""
        if self.language(text) not in ("", UNKNOWN):
            return _("texten är inte på svenska")
        said = words(text)
        known = self._share(said)
        few = known == 0 or (known < _FEW and len(said) >= _SOME)
        if said and few:
            return _("få av textens ord är kända")
        if is_mash(text):
            return _("texten säger inget i sak")
        beside = said and self._subject and not self._subject.touched_by(text)
        return _("inget av textens ord visar vad den rör") if beside else ""

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
