"""Learns what compounds are made of: `python -m models.sammansattningar.build DATA`.

A word is a compound when both its ends are words that many others begin and end with alike. A
first part may be inflected for it: "skola" becomes "skol", "kvinna" becomes "kvinno", "arbete"
becomes "arbets".
"""

import json
import math
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from inspel_app.analysis.compounds import Parts, Splitter
from inspel_app.analysis.words import WORD, word_set
from models.kodare.corpus import records
from models.kodare.pack import write
from models.sprak.dictionary import dictionary

_SOURCES = ("g0vse", "interpellationer")
_VOWELS = frozenset("aeiouyåäöé")
_SHORTEST = 2
_NAME = 0.7
"""A word that has a capital this often is a name."""
_SEEN, _SEEN_OUTSIDE = 2, 8
"""How often a word of the dictionary must stand in the texts, and one that it lacks."""
_TEXT = 1e7
"""Words in the texts."""
_FERTILE = 3
"""A first part that so many words begin with may be any form; others must be words themselves."""
_COMMON = 20
_SHORT, _SHORT_FERTILE = 3, 4
"""Parts of so few letters must be in so many words."""
_BY_LETTER, _LETTERS = 0.5, 6
"""What each letter of a part adds, up to so many: short ones are found by chance."""
_KEPT = 1.5
_NO_FIRST = word_set(
    """fram del upp ut in av för med an be ge om till under över mot från på å er miss van o åter
    sam gen ned ner bort efter före mellan själv hit dit där här var vid hän igen inne ute sär mis
    pro kon re de il im kom per par kan ska har men den det sin man ett som att ack ant sta tri
    san son gra bra tra sti ger ran pla ser genom"""
)
"""Particles and prefixes make words of their own: "framtid", "deltagande"."""
_NO_LAST = word_set(
    """ning ningar ningen ningarna nings het heten heter heterna hets lig liga ligt skap skapet
    skaper tion tionen tioner ande andet anden ende endet else elsen elser are aren arna arnas ism
    ismen ist ister isk iska iskt bar bara bart sam samma samt dom inna ing ingen ingar ling ad
    ade era erar erad erade erat ering al ala ell ella ellt ent ment tiv iva tiva tivt ant ans
    ens eri ori ur tor torer tore ler lar len sen ser ten ter rar nad tet nit ion ioner ionen mer
    re an ren rens den ded des ste sta ska som har sin ring ringen ringar gen"""
)
"""Endings that happen to be words too."""


class Evidence:
    """What running text and a dictionary tell of words and their ends."""

    def __init__(self, folder: Path, lemmas: Mapping[str, str]) -> None:
        """`lemmas`: the dictionary's forms and what each is a form of."""
        self._lemmas = lemmas
        seen, capitals = _counts(folder)
        elsewhere = _elsewhere()
        self.counts = {
            word: round(count)
            for word in seen.keys() | elsewhere.keys()
            if len(word) >= _SHORTEST
            and word.isalpha()
            and not _VOWELS.isdisjoint(word)
            and capitals[word] <= _NAME * (count := seen[word] + elsewhere.get(word, 0))
            and (count >= _SEEN if word in lemmas else seen[word] >= _SEEN_OUTSIDE)
        }

    @cached_property
    def begun(self) -> Counter[str]:
        """How many words each beginning is followed by another word in."""
        return Counter(
            word[:cut]
            for word in self.counts
            for cut in range(_SHORTEST, len(word) - _SHORTEST)
            if word[cut:] in self.counts and self._ends(word, word[cut:])
        )

    @cached_property
    def ended(self) -> Counter[str]:
        """How many words each word ends, after a beginning that several have."""
        return Counter(
            word[cut:]
            for word in self.counts
            for cut in range(_SHORTEST, len(word) - _SHORTEST + 1)
            if self.begun[word[:cut]] >= _FERTILE and self._ends(word, word[cut:])
        )

    def _ends(self, word: str, last: str) -> bool:
        """Whether the word is inflected as its end is, as a compound must be."""
        whole, end = self._lemmas.get(word, word), self._lemmas.get(last, last)
        return whole.endswith((end, last)) or word not in self._lemmas

    def first(self) -> dict[str, str]:
        """The forms of first parts and the words that they are."""
        found = {}
        for form in self.begun.keys() | self.counts.keys():
            word = max(_words_of(form), key=lambda w: self.counts.get(w, 0))
            if self._may_begin(form, word):
                found[form] = word
        return dict(sorted(found.items()))

    def _may_begin(self, form: str, word: str) -> bool:
        count, many = self.counts.get(word, 0), self.begun[form]
        barred = form.removesuffix("s") in _NO_FIRST
        if not count or barred or (len(form) <= _SHORT and many < _SHORT_FERTILE):
            return False
        return many >= _FERTILE or (count >= _COMMON and form in self._lemmas)

    def last(self) -> dict[str, float]:
        """The forms of final parts with their worth."""
        return {
            word: self._worth(word, word, self.ended)
            for word, count in sorted(self.counts.items())
            if word in self._lemmas
            and word not in _NO_LAST
            and (self.ended[word] >= _SHORT_FERTILE or len(word) > _SHORT)
            and (self.ended[word] > 1 or count >= _COMMON)
        }

    def _worth(self, form: str, word: str, many: Mapping[str, int]) -> float:
        seen = math.log1p(self.counts.get(word, 0)) / 2 + math.log1p(many[form])
        return round(seen + _BY_LETTER * min(len(form), _LETTERS), 2)

    def parts(self) -> Parts:
        """What compounds are made of, as far as single parts tell."""
        first = self.first()
        worth = {form: self._worth(form, word, self.begun) for form, word in first.items()}
        others = {form: word for form, word in first.items() if form != word}
        return Parts(worth, others, self.last(), frozenset())

    def whole(self, parts: Parts) -> list[str]:
        """The words seen that would be taken apart, and should not be."""
        splitter = Splitter(parts)
        return [word for word in sorted(self.counts) if self._stays_whole(word, splitter)]

    def _stays_whole(self, word: str, splitter: Splitter) -> bool:
        cut = splitter.taken_apart(word)
        if cut is None:
            return False
        common = 0.9 * math.log1p(self.counts[word]) + _KEPT > cut.value
        return common or not self._ends(word, cut.pieces[-1].text)


def _words_of(form: str) -> Iterator[str]:
    """The words that a first part may be a form of, itself first."""
    yield form
    if len(form) <= _SHORT:
        return
    yield from (form + "a", form + "e")
    if form[-1] == "s":
        yield from (form[:-1], form[:-1] + "e", form[:-1] + "a")
    if form[-1] in "oue":
        yield from (form[:-1] + "a", form[:-1], form[:-1] + "e")


def _counts(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands in the texts, and how often with a capital."""
    counts: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for source in _SOURCES:
        for record in records(folder, source):
            found = [w for _, text in record["blocks"] for w in WORD.findall(text) if w.isalpha()]
            counts.update(word.lower() for word in found)
            capitals.update(word.lower() for word in found if word[0].isupper())
    return counts, capitals


def _elsewhere() -> dict[str, float]:
    """How often words stand in as much text of other kinds: wordfreq, needed here only.

    `pip install wordfreq==3.1.1`
    """
    from wordfreq import get_frequency_dict  # noqa: PLC0415 - see above

    return {word: _TEXT * share for word, share in get_frequency_dict("sv", "large").items()}


def build(folder: Path) -> bytes:
    """The content of the file."""
    evidence = Evidence(folder, dictionary())
    parts = evidence.parts()
    told = parts._asdict() | {"whole": evidence.whole(parts)}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


if __name__ == "__main__":
    write(Path(__file__).with_name("sammansattningar.json"), build(Path(sys.argv[1])))
