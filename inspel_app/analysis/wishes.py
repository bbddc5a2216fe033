"""What a text wants done, as a heading would say it: "Rusta Inlandsbanan", "Brist på bostäder"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from inspel_app.analysis.nounphrases import ends_of, names_actor
from inspel_app.analysis.sentences import Span
from inspel_app.analysis.swedish import Read, Word
from inspel_app.analysis.words import word_set
from inspel_app.i18n import _

_MOST = 6
"""Words of what is said."""
_REACH = 4
"""So many words lie at most between what must be and the verb that says what."""
_LED = 2
"""Words between a verb and what it concerns: "gå in med"."""
_BETWEEN = frozenset({"ADV", "PRON", "NOUN", "PROPN", "DET", "ADJ"})
_MUST = word_set("böra måste skola behöva")
_EMPTY = word_set(
    """vara bli ha få kunna vilja skola böra måste behöva finnas se säga veta tro tycka anse mena
    komma gå stå ta välja heta gälla innebära vänta lägga låta framgå tänka slippa bo åka köra ge
    göra leta föreslå skriva stryka komplettera beskriva nämna genomsyra tolka läsa lyfta handla"""
)
"""Verbs that say too little of what is to be done."""
_NEEDS = word_set("behöva kräva önska efterfråga sakna fattas")
_LACKS = word_set("sakna fattas")
_REFUSES = word_set("motsätta avvisa avstyrka")
_LEADS = word_set("vi sig till emot")
"""Words between a refusal and what is refused."""
_SAYS = word_set("säga vara")
"""Verbs before a "nej" that is a respondent's own."""
_OPENS = frozenset({"DET", "ADJ"})
_UNCLEAR = word_set("den det de detta denna dessa sådan sådana sådant någon något några all alla")


class Wish(NamedTuple):
    """What is wanted as a heading, and the words of the text that tell the matter."""

    heading: str
    matter: str


def wishes(read: Read) -> Iterator[Wish]:
    """What a text wants done, needs, lacks or refuses, in its own words and order."""
    for at, word in enumerate(read.words):
        if _is_deed(read, at):
            yield from _deeds(read, at)
        elif _refuses(read, at):
            start = at + 1
            while start < len(read.words) and read.words[start].lemma in _LEADS:
                start += 1
            yield from (Wish(_("Nej till {what}").format(what=m), m) for m in _after(read, start))
        elif word.lemma in _NEEDS and word.pos in {"VERB", "AUX"} and not _is_negated(read, at):
            heading = _("Brist på {what}") if word.lemma in _LACKS else _("Behov av {what}")
            for matter in _after(read, at + 1, indefinite=True):
                yield Wish(heading.format(what=matter), matter)


def _is_deed(read: Read, at: int) -> bool:
    """Whether a verb says what is to be done: by its form, or by a verb before that says must."""
    word = read.words[at]
    if word.pos != "VERB" or word.lemma in _EMPTY or "Voice=Pass" in word.features:
        return False
    if "Mood=Imp" in word.features:
        return at == 0 or read.words[at - 1].pos in {"PUNCT", "CCONJ"}
    if "VerbForm=Inf" not in word.features:
        return False
    for before in reversed(read.words[max(0, at - _REACH) : at]):
        if before.lemma in _MUST:
            return True
        if before.pos not in _BETWEEN:
            return False
    return False


def _refuses(read: Read, at: int) -> bool:
    """Whether a word says no: "säger nej till", "motsätter oss"."""
    before = read.words[at - 1] if at else None
    own = before is not None and before.lemma in _SAYS and "VerbForm=Inf" not in before.features
    opens = before is None or before.pos == "PUNCT" or own
    return read.words[at].lemma in _REFUSES or (read.words[at].lemma == "nej" and opens)


def _is_negated(read: Read, at: int) -> bool:
    """Whether "inte" stands right after a verb."""
    return at + 1 < len(read.words) and "Polarity=Neg" in read.words[at + 1].features


def _deeds(read: Read, at: int) -> Iterator[Wish]:
    """A verb with what it concerns: "satsa på cykelvägar", "bygg ut fibern"."""
    if _is_negated(read, at):
        return
    start = at + 1
    while (
        start < len(read.words) and start - at <= _LED and read.words[start].pos in {"ADV", "ADP"}
    ):
        start += 1
    opening = Span(read.words[at].span.start, read.words[start - 1].span.end).of(read.text)
    for matter in _after(read, start):
        heading = f"{opening} {matter}"
        if len(heading.split()) <= _MOST:
            yield Wish(heading, matter)


def _after(read: Read, start: int, *, indefinite: bool = False) -> Iterator[str]:
    """The noun phrases that begin at a word."""
    at = start
    while at < len(read.words) and read.words[at].pos in _OPENS:
        at += 1
    if at >= len(read.words) or read.words[at].pos != "NOUN":
        return
    if indefinite and "Definite=Def" in read.words[at].features:
        return
    for end in ends_of(read.words, at):
        span = Span(read.words[start].span.start, read.words[end - 1].span.end)
        clear = _UNCLEAR.isdisjoint(_lower(read, read.words[start:at]))
        if clear and end - start <= _MOST and not names_actor(read, span):
            yield span.of(read.text)


def _lower(read: Read, words: Sequence[Word]) -> set[str]:
    return {word.span.of(read.text).lower() for word in words}
