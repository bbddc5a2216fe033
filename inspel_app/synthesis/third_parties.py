"""Where a text may speak of others than its sender, or of somebody's health: to be looked at.

Such things cannot be found safely, and nothing is covered for them. A sentence is listed when its
words make it likely, so that a person can read it before anything is published.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from inspel_app.domain.form import Submission
from inspel_app.synthesis.sentences import sentences

_KIN = (
    r"(?:mor|mamma|far|pappa|mormor|morfar|farmor|farfar|son|söner|dotter|döttrar|barnbarn|syster"
    r"|systrar|bror|bröder|syskon|fru|hustru|make|maka|man|sambo|särbo|partner|pojkvän|flickvän"
    r"|svärmor|svärfar|svåger|svägerska|moster|faster|morbror|farbror|kusin|granne|grannen"
    r"|arbetskamrat|kollega|elev|patient|brukare|klient|hyresgäst|vän|väninna|kompis)"
)
_RELATED = re.compile(
    rf"\b(?i:min|mitt|mina|hans|hennes|deras|vår|våra|en)\s+(?:[a-zåäö]+\s+)?{_KIN}(?:s|en|ens)?\b"
    r"|(?:\A|(?<=[.!?…\n”\"]\s)|(?<=\n))(?:Mamma|Pappa|Mor|Far|Mormor|Morfar|Farmor|Farfar)\b"
)
"""Somebody by who they are to the writer; `en` is taken for less (see `_ANYBODY`)."""
_ANYBODY = re.compile(rf"\b(?i:en)\s+(?:[a-zåäö]+\s+)?{_KIN}(?:s|en|ens)?\b")
_HEALTH = re.compile(
    r"\b(?i:diagnos\w*|adhd|autis\w+|asperger\w*|cancer\w*|tumör\w*|demen[st]\w*|alzheimer\w*"
    r"|depress\w+|deprimerad\w*|ångest\w*|utmattning\w*|utbränd\w*|sjukskriv(?:en|na)|sjukpension\w*"
    r"|missbruk\w*|alkoholist\w*|nykter\w*|självmord\w*|suicid\w*|gravid\w*|missfall\w*|dialys\w*"
    r"|stroke|hjärtinfarkt\w*|diabet\w+|epilep\w+|parkinson\w*|bipolär\w*|psykos\w*|rullstol\w*"
    r"|förlamad\w*|hörselskadad\w*|synskadad\w*|opererad\w*|cellgift\w*|hemtjänst\w*|sjuk|sjuka"
    r"|ambulans\w*|avled|dog|dött|omkom)\b"
)
_OTHER = re.compile(
    r"\b(?i:dömd\w*|polisanmäl\w+|fängelse\w*|åtalad\w*|försörjningsstöd|socialbidrag"
    r"|våldtag\w+|misshandl\w+|skyddad identitet|asylsökande)\b"
)
_THIRD = re.compile(
    r"\b(?i:hon|henne|hennes|han|honom|hans)\b|\b\d{1,3}[- ]?åring(?:en)?s?\b"
    r"|\b(?i:kvinnan|mannen|flickan|pojken|tjejen|killen|patienten|eleven)s?\b"
)
"""What tells that a sentence is about one other person."""
_FIRST = re.compile(r"\b(?i:jag|mig)\b|\b(?i:är)\s\d{1,3}\s(?i:år)\b")
_NAME = re.compile(r"\b[A-ZÅÄÖ][a-zåäöéáčšŋđ]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?\b")
_NEXT = re.compile(r"\s[A-ZÅÄÖ]")
"""What follows a first name: a last one."""
_LEADING = re.compile(r"\A[^\w]+")
_CALLED = re.compile(r"\b(?i:heter|kallas|hette)\s+(?=[A-ZÅÄÖ])")


class Cue(StrEnum):
    """Why a sentence is listed."""

    KIN = "närstående"
    SOMEBODY = "enskild person"
    HEALTH = "hälsa"
    OTHER = "känslig uppgift"
    NAME = "namn"


@dataclass(frozen=True, slots=True)
class Suspect:
    """A sentence to look at: in which inspel and field, what it says, and why it is listed."""

    number: int
    field: str | None
    text: str
    cues: tuple[Cue, ...]


def to_look_at(shown: Iterable[Submission], first_names: Collection[str]) -> list[Suspect]:
    """The sentences in what is shown that may be of somebody, in the order of the inspel."""
    return [
        Suspect(one.number, field, sentence, cues)
        for one in shown
        for field, text in _texts(one)
        for sentence in sentences(text)
        if (cues := tuple(_cues(sentence, first_names)))
    ]


def _texts(one: Submission) -> Iterator[tuple[str | None, str]]:
    yield from ((answer.field, answer.text) for answer in one.answers)
    yield from ((None, line.text) for line in one.unplaced)


def _cues(sentence: str, first_names: Collection[str]) -> Iterator[Cue]:
    related, third = _RELATED.search(sentence), _THIRD.search(sentence)
    somebody = related or third or _FIRST.search(sentence)
    if related and not _ANYBODY.fullmatch(related[0]):
        yield Cue.KIN
    if third:
        yield Cue.SOMEBODY
    if somebody and _HEALTH.search(sentence):
        yield Cue.HEALTH
    if somebody and _OTHER.search(sentence):
        yield Cue.OTHER
    if _CALLED.search(sentence) or _is_named(sentence, first_names):
        yield Cue.NAME


def _is_named(sentence: str, first_names: Collection[str]) -> bool:
    """Whether a first name stands in it; the first of several words may be a word, as `Inga`."""
    said = _LEADING.sub("", sentence)
    return any(
        not {match[0], *match[0].split("-")}.isdisjoint(first_names)
        and (
            match.start()
            or match.end() == len(said.rstrip(".,!"))
            or _NEXT.match(said, match.end())
        )
        for match in _NAME.finditer(said)
    )
