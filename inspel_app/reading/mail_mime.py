"""Takes a mail in the internet's own format (.eml) apart."""

import re
import struct
from collections import defaultdict
from email import message_from_bytes
from email.errors import MessageError
from email.generator import BytesGenerator
from email.message import Message
from email.policy import compat32
from io import BytesIO

from inspel_app.domain.document import Problem
from inspel_app.errors import UnreadableError
from inspel_app.i18n import _
from inspel_app.reading.mail_alternatives import take_best
from inspel_app.reading.mail_bytes import mail_bytes
from inspel_app.reading.mail_charset import decode_as, header_text
from inspel_app.reading.mail_html import html_piece
from inspel_app.reading.mail_pictures import pictures_shown
from inspel_app.reading.mail_raw import (
    MAX_ITEMS,
    Headers,
    Piece,
    RawMail,
    RawPart,
    broken_mail,
    fault_of,
    file_name,
    is_left_out,
    unreadable_part,
)
from inspel_app.reading.mail_signed import signed_content
from inspel_app.reading.mail_uuencoded import without_files
from inspel_app.reading.mail_winmail import unpack_winmail

_FAULTS = (MessageError, LookupError, ValueError, TypeError, AttributeError, AssertionError)
"""What the standard library's parser raises on broken mails, besides RecursionError."""

_FLOWED_QUOTE = re.compile(r"(?:> ?)*")
_NAMING = frozenset({"content-disposition", "content-type"})
_RAW_NAME = re.compile(r'name\s*=\s*"([^"\r\n]{1,500})"', re.IGNORECASE)
"""A file's name as it came: the parser of the standard library loses what is not ASCII."""
_LOOSE_END = re.compile(r"=[ \t]+(?=\r?$)", re.MULTILINE)
"""A soft line break behind which a mail server left spaces."""
_INCOMPLETE = {"message/partial": "del-av-mejl", "message/external-body": "hanvisad-bilaga"}


def read_mime(data: bytes) -> RawMail:
    """The headers, texts and files of a mail.

    Raises:
        UnreadableError: the mail is too broken to be taken apart.
    """
    try:
        message = message_from_bytes(mail_bytes(data), policy=compat32)
        return _Walk(message).mail
    except (*_FAULTS, RecursionError) as error:
        raise broken_mail() from error


def headers_of(message: Message) -> Headers:
    """The head of a parsed mail."""
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for name, value in message.raw_items():
        lines[name.casefold()].append(value)
    return Headers(lines)


def unwrap(mail: RawMail, wrapped: RawPart, fault: str) -> None:
    """Add what lies in a signature or a winmail.dat; if it cannot be taken out, tell the fault."""
    try:
        if fault == "winmail":
            unpack_winmail(mail, wrapped)
            return
        open_signed = mail.outlook_class.casefold().endswith(".multipartsigned")
        inner = mail_bytes(wrapped.data if open_signed else signed_content(wrapped.data))
    except (*_FAULTS, struct.error, UnreadableError):
        mail.problems.append(unreadable_part(fault, wrapped.name))
    else:
        mail.take_in(_Walk(message_from_bytes(inner, policy=compat32)).mail)


class _Walk:
    """Goes through the parts of a mail in their order."""

    def __init__(self, part: Message) -> None:
        self.mail = RawMail(headers_of(part))
        self._take(part)

    def _take(self, part: Message) -> None:
        kind = part.get_content_type()
        self.mail.types.add(kind)
        if kind == "multipart/report":
            self.mail.types.add(f"report/{_parameter(part, 'report-type').casefold()}")
        if kind in _INCOMPLETE:
            self.mail.problems.append(unreadable_part(_INCOMPLETE[kind], _name(part) or kind))
        elif kind == "message/rfc822" and part.is_multipart():
            self._take_mail(part)
        elif kind == "multipart/alternative" and part.is_multipart():
            take_best(self.mail, [_Walk(choice).mail for choice in _children(part)])
        elif part.is_multipart():
            for child in _children(part):
                self._take(child)
        else:
            self._take_leaf(part, kind)

    def _take_leaf(self, part: Message, kind: str) -> None:
        name = _name(part)
        data = _payload(part)
        inline = part.get_content_disposition() != "attachment"
        if kind in {"text/plain", "text/html"} and inline and not name:
            self._take_text(part, kind, data)
        elif code := fault_of(kind, name):
            is_signed = _parameter(part, "smime-type").casefold() == "signed-data"
            fault = "signerat-mejl" if is_signed else code
            unwrap(self.mail, RawPart(file_name(name, kind), data, kind), fault)
        elif not is_left_out(kind) and (data or name):
            shown = self.mail.shown.get(str(part.get("content-id", "")).strip(" <>"))
            named = inline and (kind.startswith("image/") or "content-id" in part)
            self._add(
                RawPart(
                    file_name(name, _fallback(kind)),
                    data,
                    kind,
                    is_inline=named or shown is not None,
                    is_below=bool(shown),
                )
            )

    def _take_text(self, part: Message, kind: str, data: bytes) -> None:
        text, lost = decode_as(data, _parameter(part, "charset"))
        if lost:
            message = _("Vissa tecken i mejlet gick inte att läsa.")
            self.mail.problems.append(Problem("osaker-teckenkodning", message))
        if kind == "text/html":
            self.mail.shown |= pictures_shown(text)
            self.mail.pieces.append(html_piece(text))
        else:
            if _parameter(part, "format").casefold() == "flowed":
                joins = _parameter(part, "delsp").casefold() == "yes"
                text = _unflowed(text, without_space=joins)
            text, files = without_files(text)
            self.mail.pieces.append(Piece(text))
            for file in files:
                self._add(file)

    def _take_mail(self, part: Message) -> None:
        inner = _children(part)[0]
        subject = header_text(str(inner.get("subject") or ""))
        buffer = BytesIO()
        BytesGenerator(buffer, mangle_from_=False, maxheaderlen=0).flatten(inner)
        name = file_name(f"{subject}.eml", "mejl.eml")
        self._add(RawPart(name, buffer.getvalue(), "message/rfc822", is_mail=True))

    def _add(self, part: RawPart) -> None:
        if len(self.mail.parts) >= MAX_ITEMS:
            raise UnreadableError(
                "for-manga-bilagor",
                _("Mejlet har för många bilagor för att läsas."),
                _("Spara bilagorna i en mapp och läs in den."),
            )
        self.mail.parts.append(part)


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return (
        [child for child in payload if isinstance(child, Message)]
        if isinstance(payload, list)
        else []
    )


def _payload(part: Message) -> bytes:
    text = part.get_payload()
    encoding = str(part.get("content-transfer-encoding", "")).strip().casefold()
    if encoding == "quoted-printable" and isinstance(text, str):
        part.set_payload(_LOOSE_END.sub("=", text))
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _name(part: Message) -> str:
    try:
        name = header_text(part.get_filename() or "")
    except _FAULTS:
        return ""
    if "\ufffd" not in name:
        return name
    lines = (value for key, value in part.raw_items() if key.casefold() in _NAMING)
    raw = (_RAW_NAME.search(line) for line in lines)
    return next((header_text(found[1]) for found in raw if found), name)


def _parameter(part: Message, name: str) -> str:
    try:
        value = part.get_param(name)
    except _FAULTS:
        return ""
    return value if isinstance(value, str) else ""


def _fallback(kind: str) -> str:
    """A name for a part that has none, by its declared kind."""
    if kind.startswith("text/calendar"):
        return "kallelse.ics"
    return "text.txt" if kind.startswith("text/") else "bilaga"


def _unflowed(text: str, *, without_space: bool) -> str:
    """Lines that end in a space joined with the next, as `format=flowed` means them."""
    joined: list[str] = []
    open_quote: str | None = None
    for line in text.split("\n"):
        quote = _FLOWED_QUOTE.match(line).group() if line else ""  # type: ignore[union-attr]
        content = line[len(quote) :]
        if open_quote is not None and quote.count(">") == open_quote.count(">") and content:
            joined[-1] = (joined[-1][:-1] if without_space else joined[-1]) + content
        else:
            joined.append(line)
        flows = line.endswith(" ") and content != "-- "
        open_quote = quote if flows else None
    return "\n".join(joined)
