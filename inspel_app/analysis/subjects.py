"""What texts speak of: their words' stems, the parts of their compounds, and which are nouns.

There is no lexicon: whether a word is a noun is read from its endings and from the words
before it, all over the texts at hand.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from inspel_app.analysis.words import STOP_WORDS, WORD, stem, word_set

_STARTS = re.compile(r"(?:\A|[.!?…:\n])[\s\"”»(–-]*\Z")
_SHORTEST = 3
_LONGEST = 40
"""Longer words are slips of the keyboard or web addresses."""
_PART = 4
"""A part of a compound has at least this many letters; shorter ones are found by chance."""
_LAST = re.compile(r"\w+\Z")
_AFTER = re.compile(r"\s+([^\W\d_]+)")
_NEAR = 30
"""So far back the word before is looked for."""

_NOUN = re.compile(
    r"\w(?:ning|ningen|ningar|ningarna|ningens|het|heten|heter|heterna|tion|tionen|tioner|itet"
    r"|iteten|skap|skapet|skaper|else|elsen|elser|elserna|ment|mentet|[aeo]rna|orer|eri|eriet|ism|ismen)\Z"
)
_DEFINITE = re.compile(r"\w{2}(?:en|et|an|on)\Z")
_NO_NOUN = re.compile(
    r"(?:ade|ades|ats|era|erar|eras|erat|erad|erade|ande|dde|ddes|ts"
    r"|[^s]lig|liga|ligt|ig|iga|igt|[dgklmnpt]isk[at]?|isera\w*|sam|samma|samt|bar|bart|aste"
    r"|yrda?|ällda?|yggda?|\w{4}[^nrlt]ad|(?:git|ion)al[ta]?|[inr]ell[ta]?|ivna?|agna?|åll(?:en|et|na))\Z"
)
"""Endings of verbs and adjectives."""
_BEFORE_NOUN = word_set(
    """en ett denna detta dessa min mitt mina din vår vårt våra er ert era sin sitt sina deras dess
    två tre fyra fem sex sju åtta nio tio elva tolv hundra tusen antalet flera många
    varje några fler färre i på av för till med från utan mellan genom mot
    vid under över inom hos per efter bland kring"""
)
_BEFORE_VERB = word_set(
    """att vi jag ni man som inte ska kan bör måste vill skulle borde får kunna behöver de du han
    hon är blir blev vara var mycket så för alltför lite"""
)
_AFTER_NOUN = word_set(
    "är var blir har ska kan bör måste behöver behövs får finns saknas vore skulle"
)
_ADJECTIVE = re.compile(r"\w{2}(?:ala|ella|liga|iga|iska|ande|ösa|bara|tiva|ära|ade|nya|stora)\Z")
_BEFORE_PLACE = word_set("i från till mellan utanför kring runt mot ur")
_PLACE_SHARE = 0.2

GENERAL = {
    stem(word)
    for word in word_set(
        """arbete barn bild bolag brist bygd byn byar dagen fall folk form fråga frågor företag grad
        grupp grupper halva hem historia hus idé innehåll insats insatser invånare kommun kommuner
        krav kvinna kvinnor källa land landet ledamot län länet länsstyrelse länsstyrelsen man
        material medel meter mil miljö människa människor möte mötet myndighet myndigheter nivå
        område områden ord ordet organisation ort orter pengar period person personer plats platser
        poäng problem procent program projekt punkt region regionen regioner resultat roll råd sak
        saker sammanhang samhälle samhället samverkan sida situation skäl skälet steg stad stycke
        styrelse stöd svar syfte synpunkt sätt tanke termin typ uppgift vecka verksamhet vuxna väg
        åtgärd åtgärder ändring inland inlandet kust kusten glesbygd landsbygd sverige umeå
        vinter sommar höst vår vintern sommaren hösten våren morgon kväll kvällar kvällen helg
        förening föreningar förslag analys analysen mål text del tabell tabellen lista inspel
        yttrande unga ungdomar äldre medlem medlemmar kund kunder elev elever resurs resurser kompis
        aktör aktörer deltagare fru mannen pappa mamma farmor liten litet lilla små större störst
        aktiv aktivt aktiva egen närmaste gemensam gemensamma strategi strategin strategins
        inriktning inriktningen inriktningar delprioritering prioritering utveckling utvecklingen
        universitet universitetet klubb klubben sameby samebyn samebyar samebyarna skola skolan
        skolor sida sidan sidor högskola genomgång hänsyn klockan grund försök huvudsak underlag
        ansvar ansvaret beslut beslutet institut institutet kraft månad månaden månader antal andel
        andelen staten siffra siffror bedömning ledning sort sätt svenska dokument dokumentet
        möjlighet möjligheter
        förutsättning förutsättningar ställe barnen bra tidigare däremot likaså ändå dock färre"""
    )
}
"""Nouns that say nothing of the matter: two texts that share only these have none in common."""
_EVERYWHERE = 6
"""A noun in more than one text of so many is too common to hold some of them together."""
_FEW = 8
"""In fewer texts than this no noun is too common."""


class Subjects:
    """The subjects of a set of texts."""

    def __init__(self, texts: Sequence[str], names: Iterable[str] = ()) -> None:
        """`names`: those of organisations, which are no subjects."""
        self._forms: dict[str, Counter[str]] = defaultdict(Counter)
        self.form = cache(self._form)
        """How the subject is mostly written, as a noun where it is one."""
        self._is_noun = cache(self._tell_noun)
        self._signs: Counter[str] = Counter()
        self._placed: Counter[str] = Counter()
        for text in texts:
            self._learn(text)
        self._names = {stem(name.lower()) for name in names if WORD.fullmatch(name)}
        self._total = len(texts)
        self._alone: dict[str, frozenset[str]] = {}
        self._of: dict[str, frozenset[str]] = {}
        self._ends: dict[str, frozenset[str]] = {}
        self._specific: dict[str, bool] = {}
        self._spread = Counter(s for text in texts for s in self.of(text))

    def _learn(self, text: str) -> None:
        for form, before, after in _forms(text):
            key = stem(form.lower())
            self._forms[key][form] += 1
            self._signs[form] += _signs(before, after)
            self._placed[key] += before in _BEFORE_PLACE

    def alone(self, text: str) -> frozenset[str]:
        """The stems of the words of a text."""
        if text not in self._alone:
            found = {match.group().lower() for match in _content(text)}
            self._alone[text] = frozenset(map(stem, found))
        return self._alone[text]

    def of(self, text: str) -> frozenset[str]:
        """The stems of a text and those that stand first or last in its compounds."""
        if text not in self._of:
            stems = self.alone(text)
            self._of[text] = stems.union(*map(self._parts, stems))
        return self._of[text]

    def _parts(self, word: str) -> frozenset[str]:
        """The subjects that stand first or last in a stem."""
        if word not in self._ends:
            self._ends[word] = frozenset(part for part in _ends(word) if part in self._forms)
        return self._ends[word]

    def shared(self, text: str) -> list[str]:
        """Those subjects of a text that another text has too, in the order of the alphabet."""
        return sorted(s for s in self.of(text) if self._spread[s] > 1)

    def weight(self, subject: str) -> float:
        """How telling a subject is: a rare one more, and a long one, as compounds are specific."""
        return math.log(1 + self._total / self._spread[subject]) * math.log(len(subject))

    def _form(self, subject: str) -> str:
        seen = self._forms[subject]
        return min(seen, key=lambda form: (not self._is_noun(form), -seen[form], len(form), form))

    def is_specific(self, subject: str) -> bool:
        """Whether texts that share it speak of the same: no verb, bare name or commonplace."""
        if subject not in self._specific:
            self._specific[subject] = self._judged(subject)
        return self._specific[subject]

    def _judged(self, subject: str) -> bool:
        often = self._spread[subject] > max(_FEW, self._total / _EVERYWHERE)
        return not often and self.is_telling(subject)

    def is_telling(self, subject: str) -> bool:
        """Whether it says what a text is about, however many speak of it."""
        form = self.form(subject)
        return (
            subject not in GENERAL
            and subject not in self._names
            and not _NO_NOUN.search(form)
            and not self._is_name(subject, form)
        )

    def is_noun(self, subject: str) -> bool:
        """Whether it is clearly a noun, by its ending or the words before it."""
        return self._is_noun(self.form(subject))

    def may_be_noun(self, subject: str) -> bool:
        """Whether nothing tells that it is none: in few texts, little tells that it is one."""
        return not self._is_other(self.form(subject))

    def _is_other(self, form: str) -> bool:
        whole = sum(self._signs[other] for other in self._forms[stem(form.lower())])
        return whole < 0 or bool(_NO_NOUN.search(form))

    def _tell_noun(self, form: str) -> bool:
        if self._is_other(form):
            return False
        signs = self._signs[form] + bool(_DEFINITE.search(form)) + 2 * bool(_NOUN.search(form))
        return signs > 0 or (signs == 0 and self._ends_with_noun(form))

    def _ends_with_noun(self, form: str) -> bool:
        """Whether it is a compound of a noun, as "nätverk" is of "verk"."""
        return any(
            self._signs[form[cut:]] > 0 and not _NO_NOUN.search(form[cut:])
            for cut in range(2, len(form) - _PART + 1)
        )

    def _is_name(self, subject: str, form: str) -> bool:
        """A capital marks a name, and that of a thing has an article at its end, or no place's."""
        if form[0].islower():
            return False
        often = self._placed[subject] > _PLACE_SHARE * self._forms[subject].total()
        return often or not _DEFINITE.search(form)


def _signs(before: str, after: str) -> int:
    """Whether the words around a word tell that it is a noun (1), a verb (-1) or neither."""
    ends_phrase = not after or after in STOP_WORDS  # an adjective mostly has its noun after it
    marked = before in _BEFORE_NOUN or before.isdigit() or bool(_ADJECTIVE.search(before))
    return ((ends_phrase and marked) or after in _AFTER_NOUN) - (before in _BEFORE_VERB)


def _ends(word: str) -> Iterator[str]:
    """The ways to take a compound's first or last part: "fiberstråk" -> "fiber", "stråk"."""
    for cut in range(_PART, len(word) - _SHORTEST + 1):
        yield word[:cut]
        yield word[-cut:]


def _forms(text: str) -> Iterator[tuple[str, str, str]]:
    """The content words as written, save that a sentence's first word loses its capital.

    Each comes with the words right before and after it, "" where there is none.
    """
    for match in _content(text):
        word = match.group()
        near = max(0, match.start() - _NEAR)
        first = word[1:].islower() and word[0].isupper()
        opens = first and _STARTS.search(text, near, match.start())
        after = _AFTER.match(text, match.end())
        yield (
            word.lower() if opens else word,
            _last_word(text[near : match.start()]).lower(),
            after.group(1) if after else "",
        )


def _last_word(text: str) -> str:
    """The word that white space after it ends a text with, "" where there is none."""
    found = (
        _LAST.search(text.rsplit(maxsplit=1)[-1]) if text[-1:].isspace() and text.strip() else None
    )
    return found.group() if found else ""


def _content(text: str) -> Iterator[re.Match[str]]:
    """Where the words of a text stand that may be subjects."""
    for match in WORD.finditer(text):
        word = match.group()
        if _SHORTEST <= len(word) <= _LONGEST and word.lower() not in STOP_WORDS:
            yield match
