"""Opens winmail.dat, in which Outlook sometimes packs a mail's files, as [MS-OXTNEF] describes."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from oxmsg.domain import constants as pid

_SIGNATURE = 0x223E9F78
_HEAD = struct.Struct("<IH")
_ATTRIBUTE = struct.Struct("<BII")
_CHECKSUM_BYTES = 2
_FILE_BEGINS, _FILE_NAME, _FILE_DATA, _FILE_PROPERTIES = 0x9002, 0x8010, 0x800F, 0x9005
_MAIL_PROPERTIES = 0x9003
_FIRST_NAMED = 0x8000
_MANY = 0x1000
_OF_TEXT = 1
"""The kind of a property that is named by a text and not by a number."""

_SIZES = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 0xA: 4, 0xB: 4, 0x14: 8, 0x40: 8, 0x48: 16}
"""Bytes of the properties that are all of one size, by type."""

_ANSI, _WIDE = 0x1E, 0x1F


@dataclass
class TnefFile:
    """A file in a winmail.dat."""

    name: str = ""
    data: bytes = b""


@dataclass(frozen=True)
class Tnef:
    """What a winmail.dat holds; `packed_rtf` is the mail's text, if it is there."""

    files: list[TnefFile]
    packed_rtf: bytes = b""


def open_tnef(data: bytes) -> Tnef:
    """The files and the text in a winmail.dat.

    Raises:
        ValueError, struct.error: it is damaged.
    """
    signature, _key = _HEAD.unpack_from(data)
    if signature != _SIGNATURE:
        raise ValueError("no TNEF")
    files: list[TnefFile] = []
    packed_rtf = b""
    for number, value in _attributes(data):
        if number == _FILE_BEGINS:
            files.append(TnefFile())
        elif number == _MAIL_PROPERTIES:
            packed_rtf = dict(_properties(value)).get(pid.PID_RTF_COMPRESSED, b"")
        elif files and number == _FILE_DATA:
            files[-1].data = value
        elif files and number == _FILE_NAME:
            files[-1].name = files[-1].name or value.rstrip(b"\0").decode("cp1252", "replace")
        elif files and number == _FILE_PROPERTIES:
            long_name = dict(_properties(value)).get(pid.PID_ATTACH_LONG_FILENAME, b"")
            files[-1].name = long_name.decode("utf-8") or files[-1].name
    return Tnef(files, packed_rtf)


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The number and the value of each attribute."""
    place = _HEAD.size
    while place < len(data):
        _level, number, length = _ATTRIBUTE.unpack_from(data, place)
        start = place + _ATTRIBUTE.size
        place = start + length + _CHECKSUM_BYTES
        if place > len(data):
            raise ValueError("cut short")
        yield number & 0xFFFF, data[start : start + length]


def _properties(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The number and the first value of each property; texts as UTF-8."""
    (count,) = struct.unpack_from("<I", data)
    place = 4
    for _n in range(count):
        kind, number = struct.unpack_from("<HH", data, place)
        place += 4
        if number >= _FIRST_NAMED:
            place = _after_name(data, place)
        size = _SIZES.get(kind & ~_MANY)
        values = 1
        if size is None or kind & _MANY:
            (values,) = struct.unpack_from("<I", data, place)
            place += 4
        first = b""
        for n in range(values):
            length = size
            if length is None:
                (length,) = struct.unpack_from("<I", data, place)
                place += 4
            first = first if n else data[place : place + length]
            place += length + -length % 4
        yield number, _as_utf8(kind, first)


def _after_name(data: bytes, place: int) -> int:
    """Where the value begins of a property with a name."""
    (kind,) = struct.unpack_from("<I", data, place + 16)
    if kind != _OF_TEXT:
        return place + 24
    (length,) = struct.unpack_from("<I", data, place + 20)
    return place + 24 + int(length) + -int(length) % 4


def _as_utf8(kind: int, value: bytes) -> bytes:
    if kind == _WIDE:
        return value.decode("utf-16-le", "replace").rstrip("\0").encode()
    if kind == _ANSI:
        return value.decode("cp1252", "replace").rstrip("\0").encode()
    return value
