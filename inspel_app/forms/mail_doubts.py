"""What there is to doubt about a mail: when it came, whose it is, what it belongs to."""

from collections.abc import Iterable, Iterator

from inspel_app.domain.document import Block, Problem, Role
from inspel_app.domain.parcel import Mail
from inspel_app.forms.cover import may_say_something, tells_of_completion, tells_of_version
from inspel_app.forms.pieces import BRINGS_MORE
from inspel_app.i18n import _

_SHOWN = 120
"""Characters of a remark that its doubt repeats."""


def at_latest() -> Problem:
    """The doubt about a mail of which nothing tells when it first came."""
    message = _("Det framgår inte när mejlet kom in, bara när det skickades vidare inom huset.")
    return Problem("oklar-ankomst", message)


def doubts(mail: Mail) -> Iterator[Problem]:
    """The doubts about when a mail came, and whether it adds to another."""
    if mail.envelope.at_latest:
        yield at_latest()
    own = (b.text for b in mail.body.blocks if b.role is Role.BODY)
    said = "\n".join((mail.envelope.subject, *own))
    if tells_of_completion(said) and not tells_of_version(said):
        message = _("Mejlet säger att det kompletterar ett annat. Se efter vilket.")
        yield Problem(BRINGS_MORE, message)


def short_remark(lines: Iterable[Block]) -> tuple[Problem, ...]:
    """The doubt about a mail's own lines beside an inspel, where one may say something."""
    said = " ".join(b.text for b in lines if b.role is Role.BODY and may_say_something(b.text))
    if not said:
        return ()
    message = _("Mejlets egna ord är inte lästa som svar: ”{said}” Se efter om de är ett.")
    shown = said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…"
    return (Problem("oplacerad-text", message.format(said=shown)),)


def sent_for_another(mail: Mail) -> Problem:
    """The doubt about what lay in the mail of somebody who sent it for another."""
    who = mail.envelope.sender.name or mail.envelope.sender.email or _("någon annan")
    message = _("{who} har skickat det åt någon annan; se efter vem som skrev vad.")
    return Problem("vidaresant-brev", message.format(who=who))
