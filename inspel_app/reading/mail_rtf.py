"""Unpacks the RTF in which Outlook keeps a mail's text, as [MS-OXRTFCP] describes it."""

import struct

from inspel_app.domain.document import Role
from inspel_app.reading.blocks import STRUCK
from inspel_app.reading.limits import MAX_PART_BYTES
from inspel_app.reading.mail_raw import Piece
from inspel_app.reading.rtf import RtfReader

_HEAD = struct.Struct("<4I")
_COMPRESSED, _PLAIN = 0x75465A4C, 0x414C454D
_WINDOW = 4096
_PRESET = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript "
    rb"\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)


def rtf_piece(data: bytes) -> Piece:
    """The text of packed RTF, apart from what is struck through in it.

    Raises:
        ValueError: the bytes are no packed RTF, or too much comes out of them.
    """
    read = RtfReader().read(unpacked_rtf(data))
    if not any(problem.code == STRUCK for problem in read.problems):
        return Piece(read.text)
    live = "\n".join(block.text for block in read.blocks if block.role is not Role.STRAY)
    return Piece(live, struck=tuple(b.text for b in read.blocks if b.role is Role.STRAY))


def unpacked_rtf(data: bytes) -> bytes:
    """The RTF itself.

    Raises:
        ValueError: the bytes are no packed RTF, or too much comes out of them.
    """
    if len(data) < _HEAD.size:
        raise ValueError("no packed RTF")
    _size, raw_size, kind, _checksum = _HEAD.unpack_from(data)
    body = data[_HEAD.size :]
    if kind == _PLAIN:
        return body[:raw_size]
    if kind != _COMPRESSED or raw_size > MAX_PART_BYTES:
        raise ValueError("no packed RTF")
    return _unpacked(body, raw_size)


def _unpacked(body: bytes, size: int) -> bytes:
    """Each control byte tells of eight tokens: a byte, or a place in the window to copy from."""
    window = bytearray(_PRESET.ljust(_WINDOW, b" "))
    write = len(_PRESET)
    out = bytearray()
    position = 0
    while position < len(body) and len(out) < size:
        control = body[position]
        position += 1
        for bit in range(8):
            copied = bytes(body[position : position + 1])
            if control >> bit & 1:
                token = int.from_bytes(body[position : position + 2], "big")
                start = token >> 4
                if position + 2 > len(body) or start == write % _WINDOW:
                    return bytes(out[:size])
                position += 2
                copied = _copied(window, start, write, (token & 15) + 2)
            else:
                position += 1
            for byte in copied:
                window[write % _WINDOW] = byte
                write += 1
            out += copied
    return bytes(out[:size])


def _copied(window: bytearray, start: int, write: int, length: int) -> bytes:
    """What stands in the window from `start`; a run may reach into what it itself writes."""
    distance = (write - start) % _WINDOW
    source = bytes(window[(start + n) % _WINDOW] for n in range(min(length, distance)))
    return (source * length)[:length]
