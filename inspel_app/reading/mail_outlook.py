"""Takes a mail in Outlook's format (.msg) apart: a compound file of properties."""

import struct
from datetime import datetime
from email import message_from_string
from email.policy import compat32
from email.utils import format_datetime, formataddr

from olefile import OleFileIO
from oxmsg.domain import constants as pid
from oxmsg.properties import Properties
from oxmsg.storage import Storage

from inspel_app.errors import UnreadableError
from inspel_app.reading.mail_charset import clean, decode_as
from inspel_app.reading.mail_html import html_piece
from inspel_app.reading.mail_mime import headers_of, unwrap
from inspel_app.reading.mail_pictures import pictures_shown
from inspel_app.reading.mail_raw import (
    MAX_DEPTH,
    MAX_ITEMS,
    Headers,
    Piece,
    RawMail,
    RawPart,
    as_mime,
    broken_mail,
    fault_of,
    file_name,
    is_left_out,
    too_deep,
    unreadable_part,
)
from inspel_app.reading.mail_rtf import rtf_piece

_FAULTS = (OSError, ValueError, LookupError, TypeError, AttributeError, AssertionError)
_ROOT_HEAD, _EMBEDDED_HEAD, _PART_HEAD = 32, 24, 8
"""Bytes before the properties, in the stream of a file, an embedded mail and an attachment."""

_PROPERTIES = "__properties_version1.0"
_EMBEDDED = "__substg1.0_3701000D"


def read_outlook(data: bytes) -> RawMail:
    """The headers, texts and files of an Outlook mail.

    Raises:
        UnreadableError: the file is damaged.
    """
    try:
        with OleFileIO(data) as ole:
            root = Storage.from_ole(ole)
        return _mail(root, _ROOT_HEAD)
    except (*_FAULTS, struct.error, RecursionError) as error:
        raise broken_mail() from error


class _Values:
    """The properties of a mail, a recipient or an attachment; absent texts are ""."""

    def __init__(self, storage: Storage, head: int) -> None:
        self._streams = {stream.name: stream.bytes_ for stream in storage.streams}
        self._fixed = Properties(storage, head)
        self._codec = self._fixed.body_encoding if self._has_properties() else "cp1252"

    def text(self, *numbers: int) -> str:
        """The first of the properties that says anything."""
        return next(filter(None, map(self._text, numbers)), "")

    def data(self, number: int) -> bytes | None:
        """A property of bytes."""
        return self._streams.get(f"__substg1.0_{number:04X}0102")

    def moment(self, number: int) -> datetime | None:
        """A property that is a time."""
        try:
            value = self._fixed.date_prop_value(number) if self._has_properties() else None
        except OverflowError:  # after the year 9999
            return None
        return value if isinstance(value, datetime) else None

    def flag(self, number: int) -> bool:
        """A property that is true or false, or a number."""
        return self._has_properties() and bool(self._fixed.int_prop_value(number))

    def html(self) -> str:
        """The mail's HTML, however it is kept."""
        raw = self.data(pid.PID_HTML)
        return decode_as(raw, self._codec).text if raw else self.text(pid.PID_BODY_HTML)

    def _has_properties(self) -> bool:
        return _PROPERTIES in self._streams

    def _text(self, number: int) -> str:
        wide = self._streams.get(f"__substg1.0_{number:04X}001F")
        if wide is not None:
            return clean(wide.decode("utf-16-le", errors="replace").rstrip("\0"))
        narrow = self._streams.get(f"__substg1.0_{number:04X}001E")
        return decode_as(narrow.rstrip(b"\0"), self._codec).text if narrow else ""


def _mail(storage: Storage, head: int, depth: int = 0) -> RawMail:
    values = _Values(storage, head)
    mail = RawMail(_headers(storage, values), outlook_class=values.text(pid.PID_MESSAGE_CLASS))
    plain, html = values.text(pid.PID_BODY), values.html()
    mail.shown = pictures_shown(html)
    mail.pieces += _pieces(plain, html, values.data(pid.PID_RTF_COMPRESSED) or b"")
    for count, attached in enumerate(storage.iter_attachment_storages()):
        if count >= MAX_ITEMS:
            raise ValueError("too many attachments")
        _take(mail, attached, depth)
    return mail


def _pieces(plain: str, html: str, packed_rtf: bytes) -> list[Piece]:
    """The mail's text: plain if it is there, unless another form of it tells of strikes."""
    try:
        formatted = html_piece(html) if html.strip() else rtf_piece(packed_rtf)
    except (ValueError, UnreadableError):
        if packed_rtf and not plain.strip():
            raise
        formatted = Piece("")
    return [Piece(plain)] if plain.strip() and not formatted.struck else [formatted]


def _take(mail: RawMail, attached: Storage, depth: int) -> None:
    values = _Values(attached, _PART_HEAD)
    name = values.text(pid.PID_ATTACH_LONG_FILENAME, pid.PID_ATTACH_FILENAME, pid.PID_DISPLAY_NAME)
    kind = values.text(pid.PID_ATTACH_MIME_TAG).casefold()
    mail.types.add(kind)
    inner = next((s for s in attached.storages if s.name == _EMBEDDED), None)
    data = values.data(pid.PID_ATTACH_DATA_BINARY)
    if inner is not None and _is_mail(inner):
        _take_mail(mail, inner, file_name(f"{name}.eml", "mejl.eml"), depth + 1)
    elif data is None:
        mail.problems.append(unreadable_part("hanvisad-bilaga", name or kind or "?"))
    elif code := fault_of(kind, name):
        unwrap(mail, RawPart(file_name(name, kind or "bilaga"), data, kind), code)
    elif not is_left_out(kind):
        shown = mail.shown.get(values.text(pid.PID_ATTACH_CONTENT_ID).strip("<>"))
        mail.parts.append(
            RawPart(
                file_name(name, "bilaga"),
                data,
                kind,
                is_inline=shown is not None or values.flag(pid.PID_ATTACHMENT_HIDDEN),
                is_below=bool(shown),
            )
        )


def _take_mail(mail: RawMail, inner: Storage, name: str, depth: int) -> None:
    if depth > MAX_DEPTH:
        mail.problems.append(too_deep(name))
        return
    held = _mail(inner, _EMBEDDED_HEAD, depth)
    mail.parts.append(RawPart(name, as_mime(held), is_mail=True, problems=held.all_problems))


def _is_mail(storage: Storage) -> bool:
    return any(stream.name == _PROPERTIES for stream in storage.streams)


def _headers(storage: Storage, values: _Values) -> Headers:
    """The head that the mail came with; or, of a mail never sent, one of its properties."""
    transport = values.text(pid.PID_TRANSPORT_MESSAGE_HEADERS)
    lines = dict(headers_of(message_from_string(transport, policy=compat32)).lines)
    subject = values.text(pid.PID_SUBJECT)
    if subject:
        lines["subject"] = [subject]
    if not lines.get("from"):
        address = values.text(pid.PID_SENDER_SMTP_ADDRESS, pid.PID_SENDER_EMAIL_ADDRESS)
        name = values.text(pid.PID_SENDER_NAME, pid.PID_SENT_REPRESENTING_NAME)
        lines["from"] = [_address(name, address)]
    if not lines.get("to"):
        people = [_Values(s, _PART_HEAD) for s in storage.iter_recipient_storages()]
        lines["to"] = [
            _address(
                p.text(pid.PID_DISPLAY_NAME), p.text(pid.PID_SMTP_ADDRESS, pid.PID_EMAIL_ADDRESS)
            )
            for p in people
        ]
    moment = values.moment(pid.PID_CLIENT_SUBMIT_TIME)
    if moment and not lines.get("date"):
        lines["date"] = [format_datetime(moment)]
    delivered = values.moment(pid.PID_MESSAGE_DELIVERY_TIME)
    if delivered and not lines.get("received"):
        lines["received"] = [f"; {format_datetime(delivered)}"]
    return Headers(lines)


def _address(name: str, email: str) -> str:
    """An address as in a header; Exchange's inner addresses (no @) are left out."""
    return formataddr((name, email)) if "@" in email and email.isascii() else name
