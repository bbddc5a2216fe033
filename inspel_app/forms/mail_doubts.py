"""What there is to doubt about a mail: when it came, whose it is, what it belongs to."""

from collections.abc import Iterator

from inspel_app.domain.document import Problem, Role
from inspel_app.domain.parcel import Mail
from inspel_app.forms.cover import tells_of_completion, tells_of_version
from inspel_app.forms.pieces import BRINGS_MORE
from inspel_app.i18n import _


def at_latest() -> Problem:
    """The doubt about a mail of which nothing tells when it first came."""
    message = _("Det framgår inte när mejlet kom in, bara när det skickades vidare inom huset.")
    return Problem("oklar-ankomst", message)


def doubts(mail: Mail) -> Iterator[Problem]:
    """The doubts about when a mail came, and whether it adds to another."""
    if mail.envelope.at_latest:
        yield at_latest()
    said = "\n".join(b.text for b in mail.body.blocks if b.role is Role.BODY)
    if tells_of_completion(said) and not tells_of_version(said):
        message = _("Mejlet säger att det kompletterar ett annat. Se efter vilket.")
        yield Problem(BRINGS_MORE, message)


def sent_for_another(mail: Mail) -> Problem:
    """The doubt about what lay in the mail of somebody who sent it for another."""
    who = mail.envelope.sender.name or mail.envelope.sender.email or _("någon annan")
    message = _("{who} har skickat det åt någon annan; se efter vem som skrev vad.")
    return Problem("vidaresant-brev", message.format(who=who))
