"""Decodes what mails hold, whatever they claim its encoding to be."""

import binascii
import codecs
import re
from email.errors import MessageError
from email.header import decode_header

from inspel_app.errors import UnreadableError
from inspel_app.reading.text import Decoded, decode

_LONGEST_HEADER = 20_000
_EIGHT_BIT = frozenset(
    {"ascii", "iso8859-1", "iso8859-15", "iso8859-4", "iso8859-10", "cp1252", "cp850", "utf-8"}
)
"""Claimed of text that is Swedish; what is whole UTF-8 is no accident, so the claim yields."""
_NO_ENCODING = frozenset({"unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined"})
_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def decode_as(data: bytes, claimed: str | None) -> Decoded:
    """The text of the bytes in the encoding that is claimed, or in that which they seem to have."""
    codec = _codec(claimed)
    choices = ["utf-8"] if codec is None else ["utf-8", codec] if codec in _EIGHT_BIT else [codec]
    for choice in choices:
        try:
            text = data.decode("cp1252" if choice == "iso8859-1" else choice)
        except (UnicodeError, LookupError):
            continue
        return Decoded(clean(text), 0)
    try:
        return decode(data)
    except UnreadableError:
        text = clean(data.decode("cp1252", errors="replace"))
        return Decoded(text, text.count("\ufffd"))


def header_text(raw: str) -> str:
    """A header's value as one line of text, with its encoded words decoded.

    `raw` is as the parser of the standard library gives it: bytes above 127 are surrogates.
    """
    data = raw[:_LONGEST_HEADER].encode("utf-8", errors="surrogateescape")
    text = decode_as(data, None).text
    try:
        pieces = [_piece(*piece) for piece in decode_header(text)]
    except (MessageError, binascii.Error, ValueError):
        pieces = [text]
    return " ".join("".join(pieces).split())


def clean(text: str) -> str:
    """The text with line feeds as line ends and without control characters."""
    return _CONTROLS.sub("", _ENDS.sub("\n", text))


def _piece(piece: bytes | str, charset: str | None) -> str:
    """A part of a header; `decode_header` gives unencoded parts as text or escaped bytes."""
    if isinstance(piece, str):
        return piece
    return decode_as(piece, charset).text if charset else piece.decode("raw-unicode-escape")


def _codec(claimed: str | None) -> str | None:
    try:
        name = codecs.lookup((claimed or "").strip("'\" ")).name
    except (LookupError, ValueError):
        return None
    return None if name in _NO_ENCODING else name
