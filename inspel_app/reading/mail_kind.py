"""Tells mails that are no inspel: automatic replies, invitations, bounces, spam."""

import re

from inspel_app.domain.parcel import Envelope, MailKind
from inspel_app.reading.mail_raw import RawMail
from inspel_app.reading.mail_words import DEMANDS, kind_of_words, sentences

_AUTO_SUBJECT = re.compile(
    r"\s*(?:(?:autosvar|autoreply|automatiskt svar|automatic reply|auto(?:matic)? ?response"
    r"|automaattinen vastaus|automatisk svar|poissa toimistosta|out of (?:the )?office"
    r"|frånvaromeddelande)\b|.{1,80}\bis out of the office\b"
    r"|(?:frånvaro|ej på plats|poissa|återkall(?:a|ande)|recall)\s*:)",
    re.IGNORECASE,
)
_AUTO_HEADERS = ("x-autoreply", "x-autorespond", "x-autoresponder")
_AUTO_CLASS = re.compile(r"ipm\.note\.rules\.(?:oof|reply)|report\.ipm\.note\.ip", re.IGNORECASE)
_AWAY = re.compile(
    r"\bjag (?:är|har) (?:\w+ ){0,3}(?:semester|föräldraledig|tjänstledig|ledig|sjukskriven"
    r"|bortrest|inte på plats|frånvarande|på resa|slutat)\b"
    r"|\b(?:kontoret|kansliet|expeditionen|vi) (?:är|har) (?:semester)?stängt?\b"
    r"|\bi(?: am|['’]m| will be|['’]ll be) (?:\w+ ){0,2}"
    r"(?:(?:out of|away from) (?:the |my )?(?:office|desk)"
    r"|on (?:\w+ )?(?:leave|vacation|holiday))\b"
    r"|\bolen (?:\w+ ){0,2}(?:lomalla|poissa|vapaalla)\b"
    r"|\bjeg er (?:\w+ ){0,2}(?:ferie|permisjon)\b",
    re.IGNORECASE,
)
_UNTIL_THEN = re.compile(
    r"\b(?:kontakta (?!gärna|mig\b|oss\b)|vänd dig|växeln?|kollega|åter|tillbaka|brådska\w+|svarar"
    r"|återkommer|tills vidare|vid behov|läser (?:inte|ej)|läsa (?:detta|min)|t\.?o\.?m"
    r"|till och med|contact|turn to|until|return"
    r"|back|access|asti|saakka|palaan|yhteyttä|til og med|ta kontakt)\b"
    r"|\btill (?:den )?(?:\d|januari|feb|mars|april|maj|jun|jul|aug|sep|okt|nov|dec|vecka|måndag)",
    re.IGNORECASE,
)
"""What somebody who is away says of when and whom to ask instead."""

_IS_AUTOMATIC = re.compile(r"\b(?:detta|det här) är ett autom?a?t?i?s?k?t? ?svar\b", re.IGNORECASE)
_IS_NOTICE = re.compile(
    r"\b(?:detta|det här) är ett automatiskt (?:meddelande|mejl|mail|utskick)\b"
    r"|\bthis is an auto(?:matic|mated|-?generated) (?:reply|response|message|e-?mail)\b"
    r"|\btämä on automaattinen (?:vastaus|viesti)\b",
    re.IGNORECASE,
)
"""A machine's words; it may also pass on what somebody wrote in a form on the web."""
_SHORT = 120
"""Words; a letter that happens to mention a holiday is longer than a notice of absence."""

_ASKS_FOR_MORE = re.compile(
    r"\b(?:inspel|synpunkter|yttrande)\b|\b(?:bör|borde|måste|behövs|behöver|saknas|föreslår|anser)\b"
    r"|\b(?:tycker|vill|önskar)\b|\b(?:must|needs|we need|suggest|propose|lack|want)\b"
    r"|\b(?:pitäisi|täytyy|tarvit\w+|toivo\w+)\b|\b(?:må|mangler|trenger)\b",
    re.IGNORECASE,
)
"""What a notice of absence does not say, but a letter does whose writer is away."""

_ASIDE = 20
"""Words; a notice of absence says no more than this besides when and whom to ask."""

_INVITES = re.compile(
    r"\s*(?:inbjud(?:an|en)|välkom(?:men|na)|kallelse|save the date|invitation)\b", re.IGNORECASE
)
_SIGN_UP = re.compile(
    r"\b(?:anmäl(?:an|er|ning)?|o\.?s\.?a|r\.?s\.?v\.?p|sign up|register)\b", re.IGNORECASE
)
_EVENT = re.compile(
    r"möte|dialog|seminari|konferens|workshop|webbinari|webinar|frukost|träff|utbildning|kurs|mingel"
    r"|mässa|invigning|föreläsning|meeting|conference",
    re.IGNORECASE,
)
_OCCASION = re.compile(r"\b(?:kl\.?|klockan) ?\d|\b\d{1,2}[.:]\d\d ?[-–]", re.IGNORECASE)
_WISHES = re.compile(
    r"\b(?:bör|borde|behövs|saknas|föreslår|anser|tycker|framföra"
    r"|(?:vi|jag) vill (?:att|ha|se|inte))\b",
    re.IGNORECASE,
)
"""What neither invitations nor advertisements say."""

_INVITATION_CLASS = re.compile(r"ipm\.(?:schedule\.meeting|appointment)", re.IGNORECASE)
_BOUNCE_SENDER = re.compile(
    r"(?:mailer-daemon|postmaster|mail-daemon|microsoftexchange\w*)(?:@|\Z)"
    r"|microsoft (?:outlook|exchange)\Z|mail delivery (?:sub)?system\Z",
    re.IGNORECASE,
)
_BOUNCE_SUBJECT = re.compile(
    r"undeliver(?:ed|able)|delivery (?:status notification|failure|has failed)|returned mail"
    r"|mail delivery failed|failure notice|kan inte levereras|kunde inte levereras|gick inte fram"
    r"|(?:går|gick|kunde) inte (?:att )?leverera\w*|ej levererat|olever(?:erbar|ans)|leveransfel"
    r"|delivery (?:incomplete|delayed)|ei voitu toimittaa",
    re.IGNORECASE,
)
_RECEIPT_SUBJECT = re.compile(
    r"\s*(?:läst|read|luettu|lest|levererat|delivered)\s*:", re.IGNORECASE
)
_SPAM_SUBJECT = re.compile(r"[\[*{(]+\s*(?:spam|skräppost|bulk)\b", re.IGNORECASE)
_SPAM_LEVEL = 5
_SELLS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"avregistrera|avprenumerera|avanmäl|avsluta (?:din )?prenumeration|unsubscribe|opt[- ]out",
        r"köp nu|beställ (?:nu|idag)|buy now|order now|boka (?:en )?demo",
        r"du har vunnit|\bwinner\b|\blottery\b|bitcoin|crypto|\bcasino|viagra",
        r"\bdear (?:customer|sir|madam|friend|valued)|\bfactory direct|\bwholesale|\bsupplier of",
        r"verifiera ditt konto|ditt konto (?:har|kommer)|verify your account|inheritance",
    )
)
"""What only those write who send the same to many."""

_TEMPTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\berbjudande\w*|\bkampanjpris|\brabatt|\d ?% (?:rabatt|off)|\bspecial offer|\brea\b",
        r"gratis|free trial|utan kostnad|pengarna tillbaka|begränsad tid|limited time|\bvinn\b",
        r"klicka här|click here",
        r"webinar|webbinarium|nyhetsbrev|newsletter|utskick|i webbläsaren",
        r"\b(?:best|lowest|low) prices?\b|\bquotation\b",
    )
)
_LEAST_SIGNS = 2
_ON_THE_MATTER = re.compile(
    r"\binspel|utvecklingsstrategi|\brus\b|remiss|yttrande|synpunkt|samråd|diarie|\bdnr\b|strategi"
    r"|\bregion(?:en|ens)?\b|\blänet\b|\bsamverka|\bbygden\b|\binlandet\b",
    re.IGNORECASE,
)


def kind_of_mail(mail: RawMail, envelope: Envelope, text: str) -> MailKind:
    """What the mail is, by its headers and parts first and its words last."""
    if _is_bounce(mail, envelope):
        return MailKind.BOUNCE
    if _is_automatic(mail, envelope, text):
        return MailKind.AUTO_REPLY
    if _is_invitation(mail, envelope, text):
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
    sender = envelope.sender
    return told and any(map(_BOUNCE_SENDER.match, (sender.email, sender.name)))


def _is_automatic(mail: RawMail, envelope: Envelope, text: str) -> bool:
    if "report/disposition-notification" in mail.types or _AUTO_CLASS.match(mail.outlook_class):
        return True
    headers = mail.headers
    return (
        headers.get("auto-submitted").casefold().startswith("auto-replied")
        or any(map(headers.get, _AUTO_HEADERS))
        or headers.get("precedence").casefold() == "auto_reply"
        or bool(_AUTO_SUBJECT.match(envelope.subject))
        or _reads_automatic(mail, envelope, text)
    )


def _reads_automatic(mail: RawMail, envelope: Envelope, text: str) -> bool:
    if len(text.split()) > _SHORT or mail.parts:
        return False
    if _RECEIPT_SUBJECT.match(envelope.subject) or _IS_AUTOMATIC.search(text):
        return True
    if _ASKS_FOR_MORE.search(text) or DEMANDS.search(text):
        return False
    if _IS_NOTICE.search(text):
        return True
    if not (_AWAY.search(text) and _UNTIL_THEN.search(text)):
        return False
    aside = (s for s in sentences(text) if not _AWAY.search(s) and not _UNTIL_THEN.search(s))
    return sum(len(sentence.split()) for sentence in aside) <= _ASIDE


def _is_invitation(mail: RawMail, envelope: Envelope, text: str) -> bool:
    """By its calendar part; or it invites, says at what time, and asks people to sign up."""
    marked = "text/calendar" in mail.types or _INVITATION_CLASS.match(mail.outlook_class)
    signs = (_EVENT, _SIGN_UP, _OCCASION)
    asks = _INVITES.match(envelope.subject) and all(sign.search(text) for sign in signs)
    return bool(marked or asks) and not _WISHES.search(text)


def _is_spam(mail: RawMail, envelope: Envelope, text: str) -> bool:
    """By what a server said of it, or by signs of advertising; but not where it speaks on ours."""
    if _WISHES.search(text) or DEMANDS.search(text):
        return False
    if _SPAM_SUBJECT.match(envelope.subject) or _is_marked_as_spam(mail):
        return not _ON_THE_MATTER.search(text)
    said = f"{envelope.subject}\n{text}"
    sells = sum(bool(pattern.search(said)) for pattern in _SELLS)
    signs = sells + sum(bool(pattern.search(said)) for pattern in _TEMPTS)
    headers = mail.headers
    if headers.get("list-unsubscribe") or headers.get("precedence").casefold() == "bulk":
        return signs >= _LEAST_SIGNS and not mail.parts
    return bool(sells) and signs >= _LEAST_SIGNS and not _ON_THE_MATTER.search(said)


def _is_marked_as_spam(mail: RawMail) -> bool:
    headers = mail.headers
    level = headers.get("x-ms-exchange-organization-scl")
    return (
        headers.get("x-spam-flag").casefold() == "yes"
        or headers.get("x-spam-status").casefold().startswith("yes")
        or "SFV:SPM" in headers.get("x-forefront-antispam-report").upper()
        or (level.isdecimal() and int(level) >= _SPAM_LEVEL)
    )
