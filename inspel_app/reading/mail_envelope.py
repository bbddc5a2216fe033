"""Who sent a mail to whom and when, by its head or by what a mail program wrote into the text."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from email.utils import parseaddr

from inspel_app.domain.parcel import Address, Envelope
from inspel_app.reading.mail_dates import arrivals, header_date, written_date
from inspel_app.reading.mail_raw import Headers

_NO_REPLY = re.compile(r"(?:no-?_?reply|do-?not-?reply|svara-?(?:inte|ej))\b", re.IGNORECASE)
_LAST_FIRST = re.compile(r"(?P<last>[^\W\d_][\w' -]*), (?P<first>[^\W\d_][\w' -]*)")


def envelope_of(headers: Headers) -> Envelope:
    """The envelope that a mail's head tells of."""
    sender = _writer(headers)
    recipients = headers.addresses("to", "cc", "delivered-to")
    return Envelope(
        subject=headers.get("subject"),
        sender=sender,
        recipients=recipients,
        received=_received(headers, Envelope(sender=sender, recipients=recipients)),
    )


def _writer(headers: Headers) -> Address:
    """Who wrote the mail, also where a list or a form on the web sent it in their name."""
    replies = headers.addresses("reply-to")
    senders = headers.addresses("from") or headers.addresses("sender") or replies
    sender = senders[0] if senders else Address()
    name, via, _relay = sender.name.partition(" via ")
    if replies and (via or _NO_REPLY.match(sender.email)):
        sender = Address(replies[0].name or name, replies[0].email)
    return replace(sender, name=_in_order(sender))


def _in_order(sender: Address) -> str:
    """Their name as it is said: "Ek, Anna" is so written where the address begins with anna."""
    name = _LAST_FIRST.fullmatch(sender.name)
    if name and _without_marks(sender.email).startswith(_without_marks(name["first"].split()[0])):
        return f"{name['first']} {name['last']}"
    return sender.name


def _without_marks(text: str) -> str:
    """The text in lower case as it may stand in an address: å and ä as a, ö as o."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _received(headers: Headers, first: Envelope) -> datetime | None:
    """When the authority got a mail.

    One that was redirected on its way (Resent-From) still has its writer as sender. Where that
    was done within the authority, it had come before.
    """
    came = arrivals(headers.all("received"))
    redirected = _redirected_within(headers, first)
    if redirected is not None:
        before = (moment for moment in came if moment <= redirected)
        return next(before, None) or header_date(headers.get("date")) or redirected
    resent = header_date(headers.get("resent-date"))
    return next(iter(came), None) or resent or header_date(headers.get("date"))


def _redirected_within(headers: Headers, first: Envelope) -> datetime | None:
    """When somebody of the authority redirected a mail from outside; each puts a head on top."""
    heads = zip(*map(headers.all, ("resent-from", "resent-to", "resent-date")), strict=False)
    earliest = None
    for sender, recipients, date in heads:
        by = Envelope(
            sender=_written_address(sender), recipients=tuple(_written_addresses(recipients))
        )
        if not by.passes_on(first):
            break
        earliest = header_date(date) or earliest
    return earliest


def written_envelope(head: Mapping[str, str], outer: Envelope) -> Envelope:
    """The envelope that a mail program wrote into the text when the mail was passed on."""
    return Envelope(
        subject=head.get("subject", outer.subject),
        sender=_written_address(head.get("from", "")),
        recipients=tuple(_written_addresses(f"{head.get('to', '')};{head.get('cc', '')}")),
        received=written_date(head.get("date", "")),
    )


def _written_addresses(line: str) -> Iterator[Address]:
    return (_written_address(one) for one in re.split(r"[;,]", line[:5000]) if one.strip())


def _written_address(text: str) -> Address:
    """An address as Outlook writes it: `Anna Ek <anna@a.se>` or `Anna Ek [mailto:anna@a.se]`."""
    plain = re.sub(r"\[(?:mailto:)?([^\]]*)\]", r"<\1>", text).replace("mailto:", "")
    name, email = parseaddr(plain)
    return Address(name, email) if "@" in email else Address(text.strip(" *<>\"'"))
