"""What a letter says of who sent it: in labelled lines, letterhead, first words and signature.

The receiver's name and address, which a letter often begins with, say nothing of the sender.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import takewhile

from inspel_app.domain.form import ActorType
from inspel_app.forms import sender_patterns as patterns
from inspel_app.forms.introduced import introduced
from inspel_app.forms.organisations import Organisations


class SignedLetter:
    """A letter's lines, parted into head and signature, and what they say of the sender."""

    def __init__(self, text: str, known: Organisations, letterhead: Iterable[str] = ()) -> None:
        """`letterhead` are the texts of the pages' margins, which the text does not hold."""
        lines = list(_lines(text))
        self._text = "\n".join(lines)
        self._known = known
        signed = _signature_start(lines)
        margins = (
            part.strip()
            for text in letterhead
            for line in text.splitlines()
            for part in patterns.BESIDE.split(line)
        )
        self.letterhead = [line[: patterns.LONGEST] for line in margins if line][: patterns.EDGE]
        self.head = list(_without_receiver(lines[: min(patterns.EDGE, signed)], known))
        self._tail = lines[max(patterns.EDGE, signed - patterns.EDGE) : signed]
        self.signature = _without_closing(lines[signed:])[: patterns.EDGE]

    @cached_property
    def organisation(self) -> str:
        """The sender's organisation; "" where the letter names none."""
        return self._names[0]

    @cached_property
    def unit(self) -> str:
        """The part of the organisation that answers."""
        return self._labelled(patterns.UNIT) or self._names[1]

    @cached_property
    def contact(self) -> str:
        """The person who signs, or whom the letter gives as contact."""
        labelled = (
            patterns.EMAIL.sub("", self._labelled(patterns.CONTACT))
            .partition(",")[0]
            .strip(" ,;()")
        )
        if labelled and self._kind(labelled) is None:
            return labelled
        through = patterns.THROUGH.search("\n".join((*self.signature, *self._tail, *self.head)))
        if through:
            return through["name"].rstrip(".")
        bare = (patterns.RANK.sub("", line) for line in self.signature or self._officers())
        people = map(patterns.PERSON.match, bare)
        named = next((m["name"] for m in people if m and self._is_person(m["name"])), "")
        called = patterns.CALLED.search(self._text)
        if named or called:
            return named or (called["name"] if called else "")
        signed = map(patterns.FIRST_NAME.fullmatch, self.signature or self._below())
        first = next((m["name"] for m in signed if m), "")
        return "" if self.organisation else first

    def _below(self) -> Iterator[str]:
        """What stands alone under the last sentence of a letter in which somebody says I."""
        *_, above, last = "", "", *self.head, *self._tail
        alone = above.endswith((".", "!", "?")) and bool(patterns.FIRST_PERSON.search(self._text))
        if alone and self._is_person(last) and not patterns.OF_SEVERAL.search(last):
            yield last

    def _is_person(self, name: str) -> bool:
        """Whether what is built as a person's name is no organisation's, nor a list of towns."""
        towns = [self._known.place(word) == word for word in name.split()]
        return self._kind(name) is None and not all(towns)

    def _officers(self) -> Iterator[str]:
        """Last lines of a letter without closing phrase that name somebody with a title."""
        last = (*self.head, *self._tail)[-patterns.LAST :]
        for number, line in enumerate(last):
            following = "".join(last[number + 1 : number + 2])
            if patterns.OFFICER.search(line) or patterns.OFFICER.match(following):
                yield line

    @cached_property
    def email(self) -> str:
        """The sender's address: in the signature, a labelled line or the head."""
        if self._kind(self.organisation) is ActorType.REGION:
            return next(iter(self._addresses), "")
        return self._address_of_others

    @cached_property
    def _addresses(self) -> list[str]:
        lines = (*self.signature, self._labelled(patterns.ADDRESS), *self._tail, *self.head)
        return [match.group() for line in lines for match in patterns.EMAIL.finditer(line)]

    @cached_property
    def _address_of_others(self) -> str:
        """The first address that is no region's, to which letters are sent."""
        houses = ((email, self._known.at_host(email)) for email in self._addresses)
        others = (email for email, house in houses if self._kind(house) is not ActorType.REGION)
        return next(others, "")

    @cached_property
    def municipality(self) -> str | None:
        """Where the sender is, by labelled line, dated line, postal address, or first lines."""
        known = self._known
        head, signature = map(self._nameless, (self.head, self.signature))
        edges = (*head, *signature)
        texts = [self._labelled(patterns.PLACE)]
        texts += [m["place"] for line in edges if (m := patterns.DATED.match(line))]
        texts += [m["place"] for line in edges if (m := patterns.POSTAL.search(line))]
        texts += [part for line in signature[:6] for part in re.split(r",\s*|\s[–-]\s", line)]
        found = (known.place(text) for text in texts if text)
        told = (n for n in (*head, *self._nameless(self._tail)) if not patterns.ELSEWHERE.search(n))
        short = [n for n in (*told, *signature) if len(n) <= patterns.LONGEST_NAME]
        lives = (known.home_municipality([m["place"]]) for m in patterns.LIVES.finditer(self._text))
        return (
            next((town for town in found if town), None)
            or known.home_municipality(short)
            or next((town for town in lives if town), None)
        )

    def _nameless(self, lines: Iterable[str]) -> list[str]:
        """The lines without the writer's name: Dorotea and Malå are also called so."""
        name = self.contact if " " in self.contact else ""
        return [line.replace(name, " ") if name else line for line in lines]

    @cached_property
    def is_private(self) -> bool:
        """Whether a person writes for herself."""
        if patterns.PRIVATE.search(self._text):
            return True
        signs_for_others = any(map(patterns.OFFICER.search, self.signature or self._officers()))
        return (
            bool(patterns.FIRST_PERSON.search(self._text))
            and bool(self.contact)
            and not signs_for_others
        )

    @cached_property
    def is_personal(self) -> bool:
        """Whether whoever writes speaks of herself, and nobody signs in an office."""
        last = self.signature or (*self.head, *self._tail)[-patterns.LAST :]
        return bool(patterns.OF_HERSELF.search(self._text)) and not any(
            map(patterns.OFFICER.search, last)
        )

    @cached_property
    def signing(self) -> tuple[str, ...]:
        """The organisations in whose names it is written, by label, first words or signature."""
        names = [self._labelled(patterns.ORGANISATION)]
        names += [m["name"] for m in patterns.SENDER.finditer("\n".join((*self.head, *self._tail)))]
        names += [m["name"] for line in self.head if (m := patterns.HEADED.fullmatch(line))]
        names = [name for name in names if self._kind(name) is not None]
        for line in self.signature:
            titled = patterns.TITLED.search(line)
            said = patterns.FOR.match(line) or titled
            name = self._parted(said["name"] if said else line)[0]
            headed = name in self.head[: patterns.LETTERHEAD]
            told = titled or (said and (headed or self._kind(name) is not None))
            known = _is_name(name) and self._known.is_known(name) and not self._is_body(name)
            if self._names_organisation(name) or known or (told and not self._is_place(name)):
                names.append(name)
        names += self._after_persons()
        presented = (
            m["name"] for n in (*self.head, *self._tail) for m in patterns.PRESENTS.finditer(n)
        )
        names += [name for name in presented if self._kind(name) is not None]
        return tuple(name.strip(" ,") for name in names if not self._is_body(name))

    def _after_persons(self) -> list[str]:
        """The organisations beside persons' names in the last lines, where no phrase closes."""
        last = () if self.signature else (*self.head, *self._tail)[-patterns.LAST :]
        named = ((line.partition(",")[0], self._parted(line)[0]) for line in last)
        return [name for one, name in named if name != one and self._names_organisation(name)]

    @cached_property
    def heading(self) -> tuple[str, ...]:
        """The organisations that stand above it, as in a letterhead."""
        above = takewhile(
            lambda line: len(line) <= patterns.LONGEST_NAME, self.head[: patterns.LETTERHEAD]
        )
        lines = (*above, *self.letterhead)
        names = (
            self._parted(n)[0]
            for n in lines
            if not (patterns.SENDER.search(n) or patterns.LABELLED.match(n))
        )
        return tuple(name for name in names if self._names_organisation(name))

    @cached_property
    def likely_names(self) -> tuple[str, ...]:
        """What may be a name of the sender's though no word in it tells of an organisation."""
        told = patterns.SENDER.search("\n".join(self.head))
        names = [told["name"].strip()] if told and told["name"][0].isupper() else []
        below = (
            n for n in self.signature if patterns.CAPITALISED.fullmatch(n) and n != self.contact
        )
        names += [n for n in below if _is_name(n) and not self._is_place(n)]
        return tuple(names)

    @cached_property
    def tells_of_home(self) -> bool:
        """Whether a person tells where she lives."""
        return bool(patterns.FIRST_PERSON.search(self._text) and patterns.LIVES.search(self._text))

    @cached_property
    def is_from_somewhere(self) -> bool:
        """Whether an address of the sender's stands at its edges, or where she lives within."""
        edges = (*self.head, *self.letterhead, *self.signature)
        return any(map(patterns.POSTAL.search, edges)) or bool(patterns.LIVES.search(self._text))

    def _names_organisation(self, name: str) -> bool:
        """Whether a line is the whole name of an organisation, and no title with such a word."""
        if not _is_name(name) or self._is_body(name) or self._kind(name) is None:
            return False
        return bool(self._known.usual(name) or patterns.WHOLE_NAME.search(name))

    def _is_place(self, name: str) -> bool:
        return self._is_body(name) or self._known.place(name) == name

    @cached_property
    def _names(self) -> tuple[str, str]:
        """Organisation and unit by the surest sign that there is."""
        labelled = self._labelled(patterns.ORGANISATION)
        if labelled and not patterns.EMAIL.search(labelled):
            return self._parted(labelled)
        edges = "\n".join((*self.head, *self._tail, *self.signature))
        headed = map(patterns.HEADED.fullmatch, self.head)
        told = patterns.SENDER.search(edges) or next((found for found in headed if found), None)
        if told and self._kind(told["name"]) is not None:
            return self._parted(told["name"].strip())
        lines = (*self.head, *self.signature)
        body = next(
            (n for n in lines if _is_name(n) and self._is_body(n) and not _signs_for(n)), ""
        )
        names = (n for n in self._lines_that_name() if not self._is_body(self._parted(n)[0]))
        name = next(names, "") or self._in_sentences()
        if name:
            organisation, unit = self._parted(name)
            return organisation, unit or body
        if told and told["name"][0].isupper() and not patterns.TITLE.search(told["name"]):
            return told["name"].strip(), ""
        host = next(iter(self.signing), "") or self._known.at_host(self._address_of_others)
        if host:
            return host, body
        return (body, "") if self._kind(body) is not None else (self._introduced, body)

    @property
    def _introduced(self) -> str:
        """The name by which it introduces its sender, if that is no place's and no region's."""
        lines = (*self.head, *self._tail, *self.signature)
        name = introduced(lines, tells=lambda name: self._kind(name) is not None)
        taken = self._is_place(name) or self._kind(name) is ActorType.REGION
        return "" if taken or patterns.TITLE.search(name) else name

    def _lines_that_name(self) -> Iterator[str]:
        """Lines by themselves, or after "För", that are an organisation's name; signature first."""
        for line in (*self.signature, *self.head, *self.letterhead, *self._tail):
            said = patterns.FOR.match(line) or (
                patterns.TITLED.search(line) if line in self.signature else None
            )
            name = said["name"].strip() if said else line
            kind = self._kind(name) if _is_name(name) else None
            sends = kind is not ActorType.REGION or line in self.signature
            if kind is not None and sends:
                yield name

    def _in_sentences(self) -> str:
        """The organisation with which a sentence begins, or as which the writers present it."""
        lines = (*self.head, *self._tail)
        found = [m for line in lines if (m := patterns.BEGUN.match(line))]
        found += [m for line in self.head if (m := patterns.OF_SENDER.match(line))]
        for pattern in (patterns.PRESENTS, patterns.ON_BEHALF, patterns.CLASS):
            found += [m for line in lines for m in pattern.finditer(line)]
        names = (m["name"][0].upper() + m["name"][1:].strip() for m in found)
        taken = (n for n in names if self._kind(n) not in (None, ActorType.REGION))
        return next(taken, "")

    def _parted(self, name: str) -> tuple[str, str]:
        """Organisation and unit of a name such as "Malå kommun, kommunledningskontoret"."""
        name = patterns.MEMBERS.sub("", patterns.REPRESENTED.sub("", name))
        name = patterns.ALIAS.sub("", name).strip(" ,")
        located = patterns.LOCATED.fullmatch(name)
        if located and self._is_place(located["place"]) and not self._known.usual(located["name"]):
            name = located["name"]
        first, _comma, rest = (part.strip() for part in name.partition(","))
        if rest and not self._is_body(first) and self._kind(first) is not None:
            return first, rest if patterns.BODY.search(rest) else ""
        titled = (
            patterns.PERSON.fullmatch(first)
            or first[:1].islower()
            or patterns.OFFICER.search(first)
        )
        if titled and self._kind(first) is None and self._kind(rest) is not None:
            return self._parted(rest)
        within = patterns.UNIT_OF.fullmatch(name)
        if within and patterns.BODY.search(within["unit"]) and self._kind(within["name"]):
            return within["name"], within["unit"]
        return name, ""

    def _is_body(self, name: str) -> bool:
        """Whether it is a body within an organisation, which does not itself say which."""
        known = self._known
        return bool(patterns.BODY.search(name)) and not (
            known.is_known(name) or known.named_municipality(name)
        )

    def _kind(self, name: str) -> ActorType | None:
        return self._known.type_of(name)

    def _labelled(self, labels: tuple[str, ...]) -> str:
        """What stands after the first label that begins so, at the letter's edges."""
        for line in (*self.head, *self._tail, *self.signature):
            match = patterns.LABELLED.match(line)
            if match and match["label"].casefold().startswith(labels):
                return match["value"].strip()
        return ""


def _lines(text: str) -> Iterator[str]:
    """The lines that say something, cut off where very long; parted what stands side by side."""
    for line in text.splitlines():
        told = line.strip()[: patterns.LONGEST]
        parts = patterns.BESIDE.split(told)
        if patterns.COLUMNS.fullmatch(told) and len(told) <= patterns.WIDEST:
            parts = [piece for part in parts for piece in patterns.GAP.split(part)]
        yield from (" ".join(part.split()) for part in parts if part.strip())


def _without_receiver(lines: Sequence[str], known: Organisations) -> Iterator[str]:
    """The first lines without the receiver's name and the address lines that follow it."""
    receiving = False
    for line in lines:
        name = (
            patterns.RECEIVER.sub("", line, count=1).strip()
            if patterns.RECEIVER.match(line)
            else line
        )
        names_region = (
            len(name) <= patterns.LONGEST_NAME and known.type_of(name) is ActorType.REGION
        )
        addressed = bool(patterns.RECEIVER.match(line)) and len(line) <= patterns.LONGEST_NAME
        labelled = patterns.LABELLED.match(line)
        if (addressed or names_region) and not labelled and not patterns.SENDER.search(line):
            receiving = True
        elif not receiving or not patterns.OF_ADDRESS.match(line):
            receiving = False
            yield line


def _signature_start(lines: Sequence[str]) -> int:
    """Where the closing phrase stands, after which the sender signs; the end if nowhere."""
    last = range(len(lines) - 1, max(0, len(lines) - 2 * patterns.EDGE), -1)
    short = (n for n in last if len(lines[n]) <= patterns.LONGEST_NAME)
    closes = (
        n
        for n in short
        if patterns.CLOSING.match(lines[n])
        or patterns.SLASHED.match(lines[n])
        or _signs_for(lines[n])
    )
    return next(closes, _card_start(lines))


def _card_start(lines: Sequence[str]) -> int:
    """Where a person's name stands at the end, or above a title or the like; the end if nowhere."""
    start = max(len(lines) - patterns.LAST, 1)
    cards = (
        n
        for n in range(start, len(lines))
        if patterns.PERSONS.fullmatch(lines[n]) and all(map(_is_card, lines[n + 1 :]))
    )
    return next(cards, len(lines))


def _is_card(line: str) -> bool:
    """Whether a line may stand under a name in a signature."""
    return len(line) <= patterns.LONGEST_NAME and not line.endswith((".", "!", "?", ":"))


def _signs_for(line: str) -> bool:
    """Whether a line by itself says for whom the sender signs."""
    return bool(patterns.FOR.match(line)) and _is_name(line)


def _without_closing(lines: Sequence[str]) -> list[str]:
    """The signature's lines, with what follows the closing phrase in its own line."""
    if not lines or patterns.SENDER.match(lines[0]) or _signs_for(lines[0]):
        return list(lines)
    rest = patterns.CLOSING.sub("", lines[0], count=1).strip(" ,!./–-")
    return [rest, *lines[1:]] if rest else list(lines[1:])


def _is_name(line: str) -> bool:
    """Whether a line can be a name by itself, and no sentence, title or address."""
    return (
        len(line) <= patterns.LONGEST_NAME
        and line[:1].isupper()
        and (not line.endswith((".", ",", "!", "?", ":")) or line.endswith("för."))
        and not line.endswith((" genom", " gm"))
        and not patterns.TITLE.search(line)
        and not patterns.OFFICER.search(line)
        and not patterns.EMAIL.search(line)
        and not re.match(r"(?:Hej|Bästa|Till|Jag)\b|Vi (?![A-ZÅÄÖ])", line)
    )
