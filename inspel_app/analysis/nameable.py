"""Which words may stand in the name of a theme: none that is a person's name, or says nothing."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from inspel_app.analysis.swedish import Read, Swedish
from inspel_app.analysis.words import stem, surface_words, word_set

_NOTHING = frozenset(
    map(
        stem,
        word_set(
            """noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton
            sexton sjutton arton nitton tjugo trettio fyrtio femtio sextio sjuttio åttio nittio
            hundra tusen hälften tredjedel tredjedelar fjärdedel tiotal hundratal sista första
            andra tredje måndag måndagar tisdag tisdagar onsdag onsdagar torsdag torsdagar fredag
            fredagar lördag lördagar söndag söndagar vardag vardagar januari februari mars april
            maj juni juli augusti september oktober november december norr söder öster väster
            avsnitt formulering formuleringar formuleringen målformulering målformuleringar
            målformuleringen målformuleringarna begrepp begreppen kapitel lista listan listor
            skrivning version versionen mall mallen ruta rutor blankett fältet exempel exemplen
            kartan uppslag punkter stycken mening meningar siffror delmål stödfråga vardagen
            fåtal antalet omgång omgångar genomsnitt karaktär klarhet sannolikhet"""
        ),
    )
)
"""Numbers, days, quarters, and the words in which forms and strategies are spoken of."""


class Nameable:
    """Tells which words may name the themes of a set of texts."""

    def __init__(self, swedish: Swedish, texts: Iterable[str]) -> None:
        self._swedish = swedish
        self._people_in = cache(lambda text: _people(*swedish.read([text])))
        self._phrases: dict[str, bool] = {}
        self._small = {word for text in texts for word in surface_words(text) if word.islower()}

    def among(self, read: Sequence[Read]) -> Callable[[str], bool]:
        """What tells whether a word may name the group of texts that these are typical of.

        A word that nobody writes with a small letter has to be known, or end with a word that is:
        others are names of people and places.
        """
        people = {word for one in read for word in _people(one)}
        seen = {w.span.of(one.text).lower(): w.pos for one in read for w in one.words}

        def may(word: str) -> bool:
            small = word.lower()
            known = small in self._small or self._swedish.is_word(small)
            is_noun = seen.get(small, "NOUN") in {"NOUN", "PROPN"}
            return known and is_noun and small not in people and stem(small) not in _NOTHING

        return may

    @staticmethod
    def says_something(phrase: str) -> bool:
        """Whether a phrase holds none of the words that say nothing."""
        return all(stem(word.lower()) not in _NOTHING for word in surface_words(phrase))

    def phrases(self, names: Iterable[str]) -> list[str]:
        """Those names that are nouns, or words around nouns that say something together."""
        telling = list(filter(self.says_something, names))
        new = [name for name in telling if name not in self._phrases]
        self._phrases |= {read.text: _is_phrase(read) for read in self._swedish.read(new)}
        return [name for name in telling if self._phrases[name]]

    def names_nobody(self, phrase: str, sentence: str) -> bool:
        """Whether a phrase of a sentence holds no name of a person and no figure."""
        told = not any(sign.isdigit() for sign in phrase)
        named = (word.lower() for word in surface_words(phrase))
        return told and self._people_in(sentence).isdisjoint(named)


def _is_phrase(read: Read) -> bool:
    if len(surface_words(read.text)) == 1:
        return [word.pos for word in read.words] == ["NOUN"]
    return _hangs_together([(word.pos, word.features) for word in read.words])


def _hangs_together(words: Sequence[tuple[str, str]]) -> bool:
    """Whether words are nouns with what belongs to them: no two side by side but by a genitive."""
    kinds = [pos for pos, _features in words]
    sides = zip(words, kinds[1:], strict=False)
    loose = any(p == n == "NOUN" and "Case=Gen" not in f for (p, f), n in sides)
    article = kinds[0] == "DET" and "Definite=Def" in words[0][1]
    whole = kinds[article:]
    ends = whole[-1:] == ["NOUN"] and whole[0] in {"NOUN", "ADJ"}
    return ends and not loose and set(whole) <= {"NOUN", "ADJ", "ADP", "CCONJ"}


def _people(read: Read) -> set[str]:
    """The words of the names of people, also as they stand without the genitive's s."""
    names = [n.span.of(read.text).lower() for n in read.names if n.kind == "PER"]
    found = {word for name in names for word in surface_words(name)}
    return found | {word.removesuffix("s") for word in found}
