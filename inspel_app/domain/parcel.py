"""What holds other files: mails and archives, opened but not yet understood."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from hashlib import sha256

from inspel_app.domain.clock import HOME
from inspel_app.domain.document import Document, Problem

_SHARED_HOSTS = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|telia|yahoo|icloud|msn|me|bahnhof|tele2|home|comhem"
    r"|spray|passagen|swipnet|proton(?:mail)?|gmx|aol)\."
)


class MailKind(StrEnum):
    """What a mail is; all but the ordinary ones are no inspel, unless a form lies in them."""

    ORDINARY = "vanligt"
    AUTO_REPLY = "autosvar"
    INVITATION = "kallelse"
    BOUNCE = "studs"
    SPAM = "skrap"
    EMPTY = "tomt"
    QUESTION = "fraga"
    """To the authority, on the consultation itself: when is the last day, where is the form."""
    COURTESY = "artighet"
    """Thanks, or a note that something has come."""


@dataclass(frozen=True, slots=True)
class Address:
    """Somebody's name and e-mail address, as far as they are given."""

    name: str = ""
    email: str = ""

    @property
    def domain(self) -> str:
        """What follows the @ of the address, in lower case."""
        return self.email.rpartition("@")[2].casefold() if "@" in self.email else ""

    @property
    def is_shared(self) -> bool:
        """Whether anybody may have an address in this domain, so that it tells of no house."""
        return bool(_SHARED_HOSTS.match(self.domain))

    @property
    def house(self) -> str:
        """What those of one organisation have in common: the domain, or a private address."""
        return self.email.casefold() if self.is_shared else self.domain

    def is_housemate_of(self, other: "Address") -> bool:
        """Whether both are of one organisation, of which one may have a part of the domain."""
        one, two = sorted((self.house, other.house), key=len)
        return one == two or (one != "" and two.endswith(f".{one}"))


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who sent a mail to whom and when; times are aware, None where no date is known.

    `at_latest` is true when `received` is only the time by which it had come.
    """

    subject: str = ""
    sender: Address = Address()
    recipients: tuple[Address, ...] = ()
    received: datetime | None = None
    kind: MailKind = MailKind.ORDINARY
    at_latest: bool = False

    @property
    def arrived(self) -> str | None:
        """When it was received by the authority's clock, in ISO 8601; None if unknown."""
        if self.received is None:
            return None
        return self.received.astimezone(HOME).isoformat(timespec="seconds")

    @property
    def is_internal(self) -> bool:
        """Whether all that it was sent to are of the sender's own house.

        Within a house, mail programs may write names without addresses.
        """
        return bool(self.recipients) and all(map(self.sender.is_housemate_of, self.recipients))

    def passed_on_by(self, outer: "Envelope") -> "Envelope":
        """This one, which had come when `outer` passed it on, if no other time is known."""
        if self.received is not None or outer.received is None:
            return self
        return replace(self, received=outer.received, at_latest=True)

    def passes_on(self, inner: "Envelope") -> bool:
        """Whether this mail hands on, within the authority, what `inner` brought it from outside.

        So it is where sender and receivers are of one house and the inner sender is not; that
        sender may have a copy. Where no receiver is written, the inner mail's are taken to be of
        the authority.
        """
        if self.sender.is_housemate_of(inner.sender):
            return False
        receivers = self.recipients or inner.recipients
        others = [one for one in receivers if not inner.sender.is_housemate_of(one)]
        return bool(others) and all(map(self.sender.is_housemate_of, others))

    def hands_on(self, inner: "Envelope") -> bool:
        """Whether this mail passes `inner` on, or brings a housemate's mail within the authority.

        That one may pass on another in its turn.
        """
        return self.passes_on(inner) or (
            self.is_internal and self.sender.is_housemate_of(inner.sender)
        )


@dataclass(frozen=True)
class Packed:
    """A file in a mail or an archive, or that itself. `name` is what the sender called it."""

    name: str
    data: bytes = field(repr=False)

    @cached_property
    def sha256(self) -> str:
        """The content's SHA-256 in hexadecimal digits."""
        return sha256(self.data).hexdigest()


@dataclass(frozen=True)
class Parcel(Packed):
    """An archive, or as `Mail` a mail, with what lies in it."""

    items: tuple[Packed, ...] = ()
    problems: tuple[Problem, ...] = ()

    def leaves(self) -> Iterator[Packed]:
        """The files that hold no others, at any depth, in the sender's order."""
        for item in self.items:
            if isinstance(item, Parcel):
                yield from item.leaves()
            else:
                yield item

    def parcels(self) -> Iterator["Parcel"]:
        """This parcel and all in it, each before what it holds."""
        yield self
        for item in self.items:
            if isinstance(item, Parcel):
                yield from item.parcels()


@dataclass(frozen=True)
class Mail(Parcel):
    """A mail; `body` counts in the mail's own text, and its blocks' roles part it.

    BODY is what the respondent wrote, SIGNATURE the contact card, QUOTED everything else.
    `left_out` are the pictures that are not read. `below` is the same mail seen as the letter of
    somebody else that stands under the sender's own words: an inspel of its own.
    """

    envelope: Envelope = Envelope()
    left_out: tuple[Packed, ...] = ()
    below: "Mail | None" = None
    body: Document = field(kw_only=True)
