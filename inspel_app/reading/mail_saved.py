"""Mails that were saved as plain text: the mail program's head in words, then what was written."""

import re
from email.utils import format_datetime

from inspel_app.domain.document import Problem
from inspel_app.errors import UnreadableError
from inspel_app.i18n import _
from inspel_app.reading.kinds import Kind, kind_of
from inspel_app.reading.mail_bytes import mail_head
from inspel_app.reading.mail_dates import written_date
from inspel_app.reading.mail_heads import Head, head_at
from inspel_app.reading.mail_raw import Headers, Piece, RawMail
from inspel_app.reading.text import decode

_HEAD_BYTES = 16 * 2**10
_OF_THE_NET = re.compile(r"^(?:content-|mime-|message-id|x-)|=\?", re.IGNORECASE)
"""What stands in a head of the internet's own format, and in none that is written for people."""
_IN_BRACKETS = re.compile(r"\[(?:mailto:)?([^\]]*@[^\]]*)\]")


def is_saved_mail(data: bytes) -> bool:
    """Whether the bytes are a text that begins with the head of a mail."""
    if kind_of(mail_head(data)) is not Kind.OTHER:
        return False
    start = data[:_HEAD_BYTES]
    try:
        text = decode(start if len(start) == len(data) else start.rpartition(b"\n")[0]).text
    except UnreadableError:
        return False
    return _head(text) is not None


def read_saved(data: bytes) -> RawMail | None:
    """The head and the text of such a mail; None for what is none.

    Raises:
        UnreadableError: the bytes are no text.
    """
    if not is_saved_mail(data):
        return None
    text, lost = decode(data)
    head = _head(text)
    if head is None:
        return None
    problem = Problem("osaker-teckenkodning", _("Vissa tecken i mejlet gick inte att läsa."))
    written = "\n".join(text.lstrip().split("\n")[len(head.lines) :])
    return RawMail(_headers(head), [Piece(written)], problems=[problem] if lost else [])


def _head(text: str) -> Head | None:
    """The head with which a text begins, if it tells who wrote on what, and when or to whom."""
    lines = text.lstrip().split("\n")
    found = head_at(lines, 0)
    if found is None or lines[0].startswith(">") or any(map(_OF_THE_NET.search, found.lines)):
        return None
    addressed = any("@" in found.values.get(name, "") for name in ("from", "to"))
    dated = written_date(found.values.get("date", "")) is not None
    return found if "subject" in found.values and (addressed or dated) else None


def _headers(head: Head) -> Headers:
    """The head as a mail has it; addresses are parted by commas there."""
    values = head.values
    lines = {
        name: [_IN_BRACKETS.sub(r"<\1>", values[name]).replace(";", ",")]
        for name in ("from", "to", "cc")
        if name in values
    }
    moment = written_date(values.get("date", ""))
    lines["date"] = [format_datetime(moment)] if moment else []
    return Headers(lines | {"subject": [values["subject"]]})
