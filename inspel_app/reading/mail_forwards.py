"""Mails that only bring another's letter: by their words above it, and by who wrote it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from inspel_app.domain.parcel import Envelope
from inspel_app.reading.mail_handing_on import (
    makes_their_own,
    only_hands_on,
    tells_of_another,
)
from inspel_app.reading.mail_words import makes_a_point

_NO_REPLY = re.compile(r"no-?_?reply|do-?not-?reply|svara-?(?:inte|ej)", re.IGNORECASE)
_PERSON = re.compile(r"[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’.-]*){1,3}")
_MARK = re.compile(r"\s*>\s?")


def brings(outer: Envelope, inner: Envelope, above: str, letter: Iterable[str]) -> bool:
    """Whether a mail only brings the authority another's, whose writer then is the respondent.

    That other is of another house than both sender and receivers, as far as is known.
    """
    return only_hands_on(above) and _is_strangers(outer, inner, above, letter)


def stands_below(outer: Envelope, inner: Envelope, above: str, letter: Iterable[str]) -> bool:
    """Whether another's letter stands under words of the sender's own: an inspel of its own."""
    return _is_strangers(outer, inner, above, letter) and not makes_their_own(above)


def _is_strangers(outer: Envelope, inner: Envelope, above: str, letter: Iterable[str]) -> bool:
    if _NO_REPLY.search(inner.sender.email):
        return False
    authority = any(map(inner.sender.is_housemate_of, outer.recipients))
    if tells_of_another(above) and inner.sender.name and not authority:
        return not _is_same_person(inner, outer)
    return _is_foreign(inner, outer) or _is_unknown_person(inner, outer, letter)


def _is_unknown_person(inner: Envelope, outer: Envelope, letter: Iterable[str]) -> bool:
    """Whether a writer of whom only the name is given is none of those houses, as far as it says.

    A colleague's letter ends with an address of the house, or went to the sender without one.
    """
    name = inner.sender.name.casefold()
    if inner.sender.domain or not _PERSON.fullmatch(inner.sender.name):
        return False
    houses = (outer.sender, *outer.recipients)
    known = [one.name.casefold() for one in houses]
    to_colleague = any(one.name == outer.sender.name and not one.email for one in inner.recipients)
    house = outer.sender.house
    named = bool(house) and house in "\n".join(letter).casefold()
    return name not in known and not (to_colleague or named)


def _is_foreign(inner: Envelope, outer: Envelope) -> bool:
    """Whether the inner mail's writer is of another house than the sender and the authority.

    That writer may have a copy.
    """
    sender, writer = outer.sender, inner.sender
    others = [one for one in outer.recipients if not sender.is_housemate_of(one)]
    authority = [one for one in others if not writer.is_housemate_of(one)]
    known = bool(writer.domain) and not writer.is_housemate_of(sender)
    same = _is_same_person(inner, outer)
    return known and (bool(authority) or not outer.recipients) and not same


def _is_same_person(inner: Envelope, outer: Envelope) -> bool:
    return inner.sender.name.casefold() == outer.sender.name.casefold() != ""


def is_unread_letter(outer: Envelope, inner: Envelope, letter: str) -> bool:
    """Whether an older mail that is not read seems to be a third person's letter on the matter."""
    return (
        makes_a_point(letter)
        and bool(outer.recipients)
        and not _is_same_person(inner, outer)
        and _is_strangers(outer, inner, "", letter.split("\n"))
    )


def brought(inner: Envelope, outer: Envelope) -> Envelope:
    """The envelope of a letter that somebody outside the authority passed on: it came with them."""
    return replace(inner, received=outer.received, recipients=outer.recipients)


def unquote(lines: list[str], start: int, depth: int) -> None:
    """Take so many quote marks off the quoted lines from `start` on."""
    end = start
    while end < len(lines) and _MARK.match(lines[end]):
        for _level in range(depth):
            lines[end] = _MARK.sub("", lines[end], count=1)
        end += 1
