"""Tells file formats that no reader takes by their first bytes, never by the file's name."""

import re
from enum import Enum, auto


class Kind(Enum):
    """Formats that are known by sight only."""

    PROTECTED_OFFICE = auto()
    OLD_WORD = auto()
    OUTLOOK = auto()
    OLD_OFFICE = auto()
    OPEN_DOCUMENT = auto()
    ZIP = auto()
    PDF = auto()
    IMAGE = auto()
    RTF = auto()
    MAIL = auto()
    MARKUP = auto()
    POSTSCRIPT = auto()
    PROGRAM = auto()
    OTHER = auto()


_HEAD_BYTES = 64 * 2**10
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = tuple(
    (name.encode("utf-16-le"), kind)
    for name, kind in (
        ("EncryptedPackage", Kind.PROTECTED_OFFICE),
        ("WordDocument", Kind.OLD_WORD),
        ("__properties_version1.0", Kind.OUTLOOK),
    )
)
_STARTS = (
    (b"PK\x03\x04", Kind.ZIP),
    (b"PK\x05\x06", Kind.ZIP),
    (b"%PDF-", Kind.PDF),
    (b"{\\rtf", Kind.RTF),
    (b"%!PS", Kind.POSTSCRIPT),
    (b"MZ", Kind.PROGRAM),
    (b"II+\x00", Kind.IMAGE),
    (b"MM\x00+", Kind.IMAGE),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"\x89PNG", Kind.IMAGE),
    (b"GIF8", Kind.IMAGE),
    (b"BM", Kind.IMAGE),
    (b"II*\x00", Kind.IMAGE),
    (b"MM\x00*", Kind.IMAGE),
    (b"\x00\x00\x00\x0cjP", Kind.IMAGE),
)
_BINARY = {Kind.IMAGE, Kind.PROGRAM}
"""Kinds whose first letters could begin a text, but for what follows."""
_RIFF_IMAGE = re.compile(rb"RIFF.{4}WEBP|....ftyp(?:hei|mif|avif)", re.DOTALL)
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype|html)", re.IGNORECASE)
_HEADER_LINES = rb"(?:[A-Za-z][A-Za-z0-9-]{0,76}:[^\n]*\n|[ \t][^\n]*\n)"
_MAIL = re.compile(
    rb"(?:From [^\n]*\n)?" + _HEADER_LINES + rb"{0,200}"
    rb"(?:MIME-Version|Received|Message-ID|Return-Path|Delivered-To):",
    re.IGNORECASE,
)


def kind_of(data: bytes) -> Kind:
    """The format of the bytes; OTHER for plain text and for what is not known at all."""
    head = data[:_HEAD_BYTES]
    if head.startswith(_OLE):
        return next((kind for name, kind in _OLE_STREAMS if name in data), Kind.OLD_OFFICE)
    if _OPEN_DOCUMENT in head[:200]:
        return Kind.OPEN_DOCUMENT
    for start, kind in _STARTS:
        if head.startswith(start) and (kind not in _BINARY or b"\x00" in head):
            return kind
    if _RIFF_IMAGE.match(head):
        return Kind.IMAGE
    if _MARKUP.match(head):
        return Kind.MARKUP
    return Kind.MAIL if _MAIL.match(head) else Kind.OTHER
