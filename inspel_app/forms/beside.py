"""Whose a letter is that lies beside a form in a mail: the form's sender's, or another's."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from rapidfuzz import fuzz

from inspel_app.domain.form import ActorType, Respondent, Submission
from inspel_app.domain.parcel import Address
from inspel_app.forms.cover import says_something
from inspel_app.forms.folding import fold
from inspel_app.forms.organisations import Organisations
from inspel_app.forms.sender import SignedLetter

_MISSPELT = 80.0
"""Per cent of likeness between two ways to write one word of a name."""
_LEAST_INITIALS = 3
_WORD = re.compile(r"\w+")
_UNIT = re.compile(
    r"(?:institution|avdelning|enhet|nämnd|förvaltning|kontor|kansli|sektion|fakultet|centrum|center"
    r"|utskott|styrelse|fullmäktige|ledning)(?:en|et|n|s)*\b",
    re.IGNORECASE,
)
_SUPPORTS = re.compile(
    r"\W*(?:bilag|appendix|rapport|underlag|statistik|protokoll|sammanträdesprotokoll|utdrag"
    r"|sammanställning|minnesanteckning|§)",
    re.IGNORECASE,
)
_FIRST_LINES = 3
_GROUP = re.compile(
    r"\b[Vv]i (?:är (?:\w+ ){0,4}?|som (?:\w+ )?)"
    r"(?:\w*företag\w*|unga|ungdomar|elever|studenter|föräldrar|boende|invånare|pensionärer|medlemmar"
    r"|lantbrukare|renskötare|bor|driver|pluggar|går i)\b"
)
"""How those present themselves who are no authority."""
_PUBLIC = frozenset(
    {ActorType.KOMMUN, ActorType.REGION, ActorType.STATLIG_MYNDIGHET, ActorType.AKADEMI}
)


class Whose(Enum):
    """Who wrote the letter."""

    SENDERS = auto()
    ANOTHERS = auto()
    UNSURE = auto()


@dataclass(frozen=True)
class Writer:
    """Who sent the form, and the addresses that the form and the mail give."""

    respondent: Respondent
    addresses: Collection[str]
    known: Organisations

    @property
    def is_named(self) -> bool:
        """Whether anything tells who it is."""
        return bool(self.respondent.organisation or self.respondent.contact)

    def is_one_with(self, name: str) -> bool:
        """Whether an organisation's name is the writer's, or that of a part of it."""
        ours = self.respondent.organisation
        hosts = (self.known.at_host(address) for address in self.addresses)
        if _UNIT.search(ours) and _is_unnamed(ours, self.known):
            return self.known.type_of(name) is ActorType.KOMMUN
        return any(_is_same(name, own, self.known) for own in (ours, *hosts) if own)

    def is_person(self, name: str) -> bool:
        """Whether it is the name of whoever filled in the form, or a part of it."""
        words, ours = (set(_words(n)) for n in (name, self.respondent.contact))
        return bool(words) and (words <= ours or (len(ours) > 1 and ours <= words))

    def shares_house_with(self, email: str) -> bool:
        """Whether an address is of the same house; many hosts are nobody's house."""
        theirs = Address("", email)
        if not theirs.domain or theirs.is_shared:
            return fold(email) in map(fold, self.addresses) and bool(email)
        return any(theirs.is_housemate_of(Address("", one)) for one in self.addresses if one)


@dataclass(frozen=True)
class Letter:
    """A letter as it was read, its file's name, its text, and what that says of its sender."""

    read: Submission
    name: str
    text: str
    signed: SignedLetter

    @cached_property
    def says_something(self) -> bool:
        """Whether it is more than a cover letter."""
        return any(map(says_something, self.text.splitlines()))

    @cached_property
    def only_supports(self) -> bool:
        """Whether it calls itself an attachment, a report or the like."""
        lines = [line for line in self.text.splitlines() if line.strip()][:_FIRST_LINES]
        return any(map(_SUPPORTS.match, (self.name, *lines)))

    @cached_property
    def person(self) -> str:
        """The full name of whoever signs it; "" if there is none."""
        return self.signed.contact if len(self.signed.contact.split()) > 1 else ""


def whose(letter: Letter, writer: Writer) -> Whose:
    """Whether the form's writer wrote the letter, as far as both tell.

    A letter that names nobody is the writer's, as is one that only covers the form.
    """
    signed = letter.signed
    if not writer.is_named or not letter.says_something:
        return Whose.SENDERS
    theirs = any(map(writer.is_person, (letter.person, *signed.signature)))
    if signed.signing:
        return _by_signature(letter, writer, theirs=theirs)
    if signed.heading:
        return _by_letterhead(letter, writer, theirs=theirs)
    if theirs or any(_names(line, writer) for line in signed.signature):
        return Whose.SENDERS
    return _by_person(letter, writer)


def stands_alone(letter: Letter, writer: Writer) -> bool:
    """Whether a letter says something by itself, and nothing that the writer has written it."""
    signed = letter.signed
    theirs = any(map(writer.is_person, (letter.person, *signed.signature)))
    ours = any(map(writer.is_one_with, (*signed.signing, *signed.heading)))
    return letter.says_something and not letter.only_supports and not theirs and not ours


def _by_signature(letter: Letter, writer: Writer, *, theirs: bool) -> Whose:
    names = letter.signed.signing
    ours = [name for name in names if writer.is_one_with(name)]
    if names[0] in ours or (ours and theirs):
        return Whose.SENDERS
    house = writer.shares_house_with(letter.signed.email)
    if theirs or ours or house or letter.only_supports:
        return Whose.UNSURE
    if any(_names(line, writer) for line in letter.signed.signature):
        return Whose.UNSURE
    return Whose.ANOTHERS


def _by_letterhead(letter: Letter, writer: Writer, *, theirs: bool) -> Whose:
    signed = letter.signed
    if any(map(writer.is_one_with, signed.heading)):
        return Whose.SENDERS
    house = writer.shares_house_with(signed.email)
    if theirs or house or letter.only_supports:
        return Whose.UNSURE
    return Whose.ANOTHERS if letter.person or signed.is_from_somewhere else Whose.UNSURE


def _by_person(letter: Letter, writer: Writer) -> Whose:
    """Whose a letter is that names no organisation for sure, and is not signed by the writer."""
    signed, who = letter.signed, writer.respondent
    address = Address("", signed.email)
    foreign = address.domain and not address.is_shared
    if writer.shares_house_with(signed.email):
        return Whose.SENDERS
    if signed.contact and not who.organisation:
        shared = not letter.person or set(_words(letter.person)) & set(_words(who.contact))
        return Whose.UNSURE if shared else Whose.ANOTHERS
    if signed.is_private and letter.person:
        return Whose.ANOTHERS if signed.is_from_somewhere else Whose.UNSURE
    named = any(not writer.is_one_with(name) for name in signed.likely_names)
    if foreign and named:
        return Whose.ANOTHERS
    doubted = foreign or named or signed.is_private or _speaks_for_others(letter, writer)
    return Whose.UNSURE if doubted else Whose.SENDERS


def _speaks_for_others(letter: Letter, writer: Writer) -> bool:
    """Whether a person or a group of people or firms writes, and the form's sender is public."""
    speaks = bool(_GROUP.search(letter.text)) or letter.signed.tells_of_home
    return speaks and writer.respondent.type in _PUBLIC


def _names(line: str, writer: Writer) -> bool:
    """Whether a line names the writer's organisation."""
    ours = writer.known.key(writer.respondent.organisation)
    return bool(ours) and ours in writer.known.key(line)


def _is_same(one: str, other: str, known: Organisations) -> bool:
    """Whether two names are one organisation's, or of it and a part of it."""
    parts = [part for part in map(str.strip, one.split(",")) if part != one]
    if any(_is_same(part, other, known) for part in parts):
        return True
    keys = [known.key(known.spelled_out(name)).split() for name in (one, other)]
    short, long = sorted(keys, key=len)
    if not short or long[: len(short)] == short:
        return True
    if len(short) == len(long) and all(map(_is_misspelt, short, long)):
        return True
    if _UNIT.search(one) or _UNIT.search(other):
        towns = {known.named_municipality(name) for name in (one, other)}
        public = {known.type_of(name) for name in (one, other)} == {ActorType.KOMMUN}
        if _holds(long, short) or (public and len(towns) == 1 and None not in towns):
            return True
    return _is_short_for(one, other) or _is_short_for(other, one)


def _is_unnamed(name: str, known: Organisations) -> bool:
    """Whether a unit's name does not say of which municipality it is."""
    return not (known.is_known(name) or known.named_municipality(name))


def _is_misspelt(word: str, other: str) -> bool:
    return fuzz.ratio(word, other) >= _MISSPELT


def _holds(words: list[str], part: list[str]) -> bool:
    last = len(words) - len(part)
    return any(words[n : n + len(part)] == part for n in range(last + 1))


def _is_short_for(short: str, name: str) -> bool:
    """Whether a name begins with the initials of the other's words."""
    first, words = _WORD.findall(short)[:1], _words(name)
    initials = "".join(word[0] for word in words if word not in {"och", "för", "i", "av"})
    return len(initials) >= _LEAST_INITIALS and [initials] == [fold(word) for word in first]


def _words(name: str) -> list[str]:
    return _WORD.findall(fold(name))
