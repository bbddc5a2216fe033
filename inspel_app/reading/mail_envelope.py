"""Who sent a mail to whom and when, by its head or by what a mail program wrote into the text."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from email.utils import parseaddr

from inspel_app.domain.parcel import Address, Envelope
from inspel_app.reading.mail_dates import arrivals, header_date, written_date
from inspel_app.reading.mail_raw import Headers


def envelope_of(headers: Headers) -> Envelope:
    """The envelope that a mail's head tells of."""
    senders = headers.addresses("from") or headers.addresses("sender", "reply-to")
    sender = senders[0] if senders else Address()
    recipients = headers.addresses("to", "cc", "delivered-to")
    return Envelope(
        subject=headers.get("subject"),
        sender=sender,
        recipients=recipients,
        received=_received(headers, Envelope(sender=sender, recipients=recipients)),
    )


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
