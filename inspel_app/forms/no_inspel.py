"""Why a mail is no inspel, in words."""

from inspel_app.domain.parcel import MailKind
from inspel_app.i18n import _


def why_not(kind: MailKind) -> str:
    """What tells it to the user."""
    reasons = {
        MailKind.AUTO_REPLY: _("Mejlet är ett automatiskt svar och räknas inte som inspel."),
        MailKind.INVITATION: _("Mejlet är en möteskallelse och räknas inte som inspel."),
        MailKind.BOUNCE: _("Mejlet är ett meddelande om utebliven leverans, inget inspel."),
        MailKind.SPAM: _("Mejlet verkar vara skräppost och räknas inte som inspel."),
        MailKind.EMPTY: _("Mejlet är tomt."),
        MailKind.QUESTION: _("Mejlet är en fråga om remissen, inget inspel. Besvara den."),
        MailKind.COURTESY: _("Mejlet är ett tack eller en bekräftelse, inget inspel."),
    }
    return reasons[kind]
