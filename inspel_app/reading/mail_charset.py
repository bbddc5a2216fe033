"""Decodes what mails hold, whatever they claim its encoding to be."""

import binascii
import codecs
import re
import unicodedata
from email.errors import MessageError
from email.header import decode_header

from inspel_app.errors import UnreadableError
from inspel_app.reading.text import Decoded, decode

_LONGEST_HEADER = 20_000
_WIDE = re.compile(r"utf[-_](?:16|32)")
"""Encodings that are not recognised by being whole UTF-8, which else is no accident."""

_MIXED_WORD = re.compile(
    r"[A-Za-z][\u0370-\u1fff\u2500-\u25ff]|[\u0370-\u1fff\u2500-\u25ff][A-Za-z]"
)
"""Latin letters in one word with others: Swedish whose encoding was claimed to be another's."""

_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_MENDED = frozenset("åäöÅÄÖéÉèÈáÁàÀüÜøæØÆíóúñçšŠžŽčČŋđŧ–—−”“„’‘‚…•·€§°´»«½²\xa0\xad")
_NO_ENCODING = frozenset({"unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined"})
_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def decode_as(data: bytes, claimed: str | None) -> Decoded:
    """The text of the bytes in the encoding that is claimed, or in that which they seem to have."""
    codec = _codec(claimed) or "utf-8"
    for choice in [codec] if _WIDE.match(codec) or data.isascii() else ["utf-8", codec]:
        try:
            text = data.decode("cp1252" if choice == "iso8859-1" else choice)
        except (UnicodeError, LookupError):
            continue
        if not _MIXED_WORD.search(text):
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
    """The text with line feeds as line ends, each letter as one, and no control characters."""
    whole = unicodedata.normalize("NFC", _FOREIGN.sub(_mended, text))
    return _CONTROLS.sub("", _ENDS.sub("\n", whole))


def _mended(found: re.Match[str]) -> str:
    """Letters that were encoded as UTF-8 twice, decoded once more."""
    run = found.group()
    try:
        once = b"".join(map(_byte, run)).decode("utf-8")
    except UnicodeError:
        return run
    return once if len(once) < len(run) and _MENDED.issuperset(once) else run


def _byte(character: str) -> bytes:
    """The byte that Windows, or failing that Latin 1, has for the character."""
    try:
        return character.encode("cp1252")
    except UnicodeError:
        return character.encode("latin-1")


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
