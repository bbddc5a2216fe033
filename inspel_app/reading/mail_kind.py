"""Tells mails that are no inspel: automatic replies, invitations, bounces, spam."""

import re

from inspel_app.domain.parcel import Envelope, MailKind
from inspel_app.reading.mail_raw import RawMail
from inspel_app.reading.mail_words import kind_of_words

_AUTO_SUBJECT = re.compile(
    r"\s*(?:autosvar|autoreply|automatiskt svar|automatic reply|auto(?:matic)? ?response"
    r"|automaattinen vastaus|automatisk svar|poissa toimistosta|out of (?:the )?office"
    r"|frånvaro(?:meddelande)?|ej på plats|återkalla|recall)\b",
    re.IGNORECASE,
)
_AUTO_HEADERS = ("x-autoreply", "x-autorespond", "x-autoresponder")
_AUTO_CLASS = re.compile(r"ipm\.note\.rules\.(?:oof|reply)|report\.ipm\.note\.ip", re.IGNORECASE)
_AWAY = re.compile(
    r"\bjag (?:är|har) (?:\w+ ){0,3}(?:semester|föräldraledig|tjänstledig|ledig"
    r"|bortrest|inte på plats|frånvarande|på resa)\b"
    r"|\bi am (?:currently )?(?:out of|away from) (?:the )?office\b"
    r"|\b(?:detta|det här) är ett autom?a?t?i?s?k?t? ?svar\b",
    re.IGNORECASE,
)
_SHORT = 120
"""Words; a letter that happens to mention a holiday is longer than a notice of absence."""

_ASKS_FOR_MORE = re.compile(
    r"\b(?:inspel|synpunkter|yttrande)\b|\b(?:bör|borde|måste|behövs|behöver|saknas|föreslår|anser)\b",
    re.IGNORECASE,
)
"""What a notice of absence does not say, but a letter does whose writer is away."""

_INVITATION_CLASS = re.compile(r"ipm\.(?:schedule\.meeting|appointment)", re.IGNORECASE)
_BOUNCE_SENDER = re.compile(r"(?:mailer-daemon|postmaster|mail-daemon)@?", re.IGNORECASE)
_BOUNCE_SUBJECT = re.compile(
    r"undeliver(?:ed|able)|delivery (?:status notification|failure|has failed)|returned mail"
    r"|mail delivery failed|failure notice|kan inte levereras|kunde inte levereras|gick inte fram"
    r"|olevererbart|leveransfel",
    re.IGNORECASE,
)
_RECEIPT_SUBJECT = re.compile(r"\s*(?:läst|read|levererat|delivered)\s*:", re.IGNORECASE)
_SPAM_SUBJECT = re.compile(r"[\[*{(]+\s*(?:spam|skräppost|bulk)\b", re.IGNORECASE)
_SPAM_LEVEL = 5
_ADVERTISING = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"avregistrera|avprenumerera|avanmäl|unsubscribe|opt[- ]out",
        r"\berbjudande\w*|\bkampanjpris|\brabatt|\d ?% (?:rabatt|off)|\bspecial offer|\brea\b",
        r"klicka här|click here|köp nu|beställ (?:nu|idag)|buy now|order now|boka (?:en )?demo",
        r"\bvunnit\b|\bvinn\b|\bwinner\b|\blotter(?:y|i)|bitcoin|krypto|crypto|\bcasino|viagra",
        r"gratis|free trial|utan kostnad|pengarna tillbaka|begränsad tid|limited time",
        r"webinar|webbinarium|nyhetsbrev|newsletter",
        r"verifiera ditt konto|ditt konto (?:har|kommer)|verify your account|inheritance",
    )
)
_LEAST_SIGNS = 2
_ON_THE_MATTER = re.compile(
    r"\binspel|utvecklingsstrategi|\brus\b|remiss|yttrande|synpunkt|samråd|diarie|\bdnr\b|strategi",
    re.IGNORECASE,
)


def kind_of_mail(mail: RawMail, envelope: Envelope, text: str) -> MailKind:
    """What the mail is, by its headers and parts first and its words last."""
    if _is_bounce(mail, envelope):
        return MailKind.BOUNCE
    if _is_automatic(mail, envelope, text):
        return MailKind.AUTO_REPLY
    if "text/calendar" in mail.types or _INVITATION_CLASS.match(mail.outlook_class):
        return MailKind.INVITATION
    if _is_spam(mail, envelope, text):
        return MailKind.SPAM
    if mail.parts or mail.problems:
        return MailKind.ORDINARY
    return kind_of_words(text) if text.strip() else MailKind.EMPTY


def _is_bounce(mail: RawMail, envelope: Envelope) -> bool:
    if "report/delivery-status" in mail.types or "message/delivery-status" in mail.types:
        return True
    if mail.outlook_class.upper().startswith("REPORT.") and mail.outlook_class.upper().endswith(
        "NDR"
    ):
        return True
    told = bool(_BOUNCE_SUBJECT.search(envelope.subject)) or bool(
        mail.headers.get("x-failed-recipients")
    )
    return told and bool(_BOUNCE_SENDER.match(envelope.sender.email or envelope.sender.name))


def _is_automatic(mail: RawMail, envelope: Envelope, text: str) -> bool:
    if "report/disposition-notification" in mail.types or _AUTO_CLASS.match(mail.outlook_class):
        return True
    submitted = mail.headers.get("auto-submitted").casefold()
    if submitted.startswith("auto-replied") or any(map(mail.headers.get, _AUTO_HEADERS)):
        return True
    if mail.headers.get("precedence").casefold() == "auto_reply":
        return True
    subject = envelope.subject
    if _AUTO_SUBJECT.match(subject):
        return True
    short = len(text.split()) <= _SHORT
    away = short and bool(_AWAY.search(text)) and not mail.parts
    away = away and not _ASKS_FOR_MORE.search(text)
    return away or (short and bool(_RECEIPT_SUBJECT.match(subject)) and not mail.parts)


def _is_spam(mail: RawMail, envelope: Envelope, text: str) -> bool:
    headers = mail.headers
    if headers.get("x-spam-flag").casefold() == "yes" or _SPAM_SUBJECT.match(envelope.subject):
        return True
    if headers.get("x-spam-status").casefold().startswith("yes"):
        return True
    if "SFV:SPM" in headers.get("x-forefront-antispam-report").upper():
        return True
    level = headers.get("x-ms-exchange-organization-scl")
    if level.isdecimal() and int(level) >= _SPAM_LEVEL:
        return True
    said = f"{envelope.subject}\n{text}"
    signs = sum(bool(pattern.search(said)) for pattern in _ADVERTISING)
    if headers.get("list-unsubscribe") or headers.get("precedence").casefold() == "bulk":
        return signs >= _LEAST_SIGNS and not mail.parts
    return signs >= _LEAST_SIGNS and not _ON_THE_MATTER.search(said)
