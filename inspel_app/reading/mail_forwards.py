"""Mails that only bring another's letter: by their words above it, and by who wrote it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from inspel_app.domain.parcel import Envelope
from inspel_app.reading.mail_words import makes_a_point, says_nothing, sentences

_HANDS_ON = re.compile(
    r"\b(?:skicka|sänd|översänd|lämna|bifoga|mejla|maila)\w*\b.{0,40}\b(?:vidare|nedan\w*)\b"
    r"|\b(?:vidarebefordra|vidaresänd|översänd)\w*|\bfyi\b|\bforward(?:ing|ed)?\b"
    r"|\b(?:för|till) (?:er )?(?:kännedom|handläggning|diarieföring|registrering|åtgärd)\b"
    r"|\b(?:se|följande|nedan\w*)\b.{0,30}\b(?:nedan\w*|inkom\w*|invånare|medborgare)\b"
    r"|\binkom(?:mit|mer)?\b.{0,30}\b(?:till|hos) oss\b|\bkom till oss\b|\bse nedan\b",
    re.IGNORECASE,
)
_AGREES = re.compile(
    r"\b(?:instämmer|håller med|ställer (?:oss|mig) bakom|delar (?:uppfattning|synpunkt)\w*"
    r"|(?:vill|vi|jag) (?:även |också )?(?:tillägg\w*|komplettera\w*)|vår syn\b|anser|tycker"
    r"|svarar|(?:vårt|våra|mitt|mina|vår|min) (?:\w+ )?(?:svar|inspel|synpunkt\w*|yttrande\w*"
    r"|skrivelse\w*|åsikt\w*))\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:vårt|våra|mitt|mina|vår|min|\w{4,}(?:ens|ets))\s(?:\w+ )?(?:svar|inspel|synpunkt\w*"
    r"|yttrande\w*|skrivelse\w*|åsikt\w*)"
    r"|\b(?:som|ett) (?:exempel|bevis|underlag)\b|\bsvaret (?:vi|jag) fick\b"
    r"|\bfick (?:vi|jag) (?:till )?svar\b",
    re.IGNORECASE,
)
"""Who writes so above a letter sends it in as their own, or only refers to it."""
_NO_REPLY = re.compile(r"no-?_?reply|do-?not-?reply|svara-?(?:inte|ej)", re.IGNORECASE)
_PERSON = re.compile(r"[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’.-]*){1,3}")
_LONGEST = 60
"""Words; who writes more than this above a letter says something."""
_NAME = 3
"""Words in a greeting or a name."""
_MARK = re.compile(r"\s*>\s?")


def hands_on(lines: Iterable[str]) -> bool:
    """Whether the lines say that the letter under them is passed on, and nothing on the matter."""
    text = "\n".join(lines)
    return bool(_HANDS_ON.search(text)) and _is_short(text)


def brings(outer: Envelope, inner: Envelope, above: Iterable[str]) -> bool:
    """Whether a mail only brings the authority another's, whose writer then is the respondent.

    That other's address tells that it is of another house than both sender and receivers.
    """
    text = "\n".join(above)
    only = says_nothing(text) or hands_on([text]) or _is_signed(text)
    return only and _is_foreign(inner, outer)


def stands_below(
    outer: Envelope, inner: Envelope, above: Iterable[str], letter: Iterable[str]
) -> bool:
    """Whether another's letter stands under words of the sender's own: an inspel of its own."""
    if _NO_REPLY.search(inner.sender.email):
        return False
    stranger = _is_foreign(inner, outer) or _is_unknown_person(inner, outer, letter)
    return stranger and not _OURS.search("\n".join(above))


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
    house = outer.sender.domain
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
    same = writer.name.casefold() == sender.name.casefold() != ""
    return known and (bool(authority) or not outer.recipients) and not same


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


def _is_signed(text: str) -> bool:
    """Whether there is no sentence, only a few words and names."""
    return _is_short(text) and all(len(s.split()) <= _NAME for s in sentences(text))


def _is_short(text: str) -> bool:
    few = len(text.split()) <= _LONGEST
    return few and not makes_a_point(text) and not _AGREES.search(text)
