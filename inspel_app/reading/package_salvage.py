"""What is left of a damaged zip: entries without a list of contents, parts that break off."""

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_DESCRIPTOR = struct.Struct("<4s3I")
_LOCAL_START, _CENTRAL_START = b"PK\x03\x04", b"PK\x01\x02"
_DESCRIPTOR_START, _END_START = b"PK\x07\x08", b"PK\x05\x06"
_SIZES_FOLLOW = 0x8
_MOST = 5_000
"""So many entries are looked for."""
_STEP = 512
"""Bytes that are unpacked at a time: what breaks off costs no more."""


class _Entry(NamedTuple):
    head: bytes
    name: bytes
    start: int
    crc: int
    packed: int
    unpacked: int


def with_directory(data: bytes) -> bytes:
    """A zip of the entries that are whole in the bytes, found by their own heads."""
    entries = list(_entries(data))
    central = b"".join(map(_central, entries))
    end = _END.pack(_END_START, 0, 0, len(entries), len(entries), len(central), len(data), 0)
    return data + central + end


def unpacked_so_far(data: bytes, info: ZipInfo, limit: int) -> bytes:
    """What comes out of an entry until it breaks off, and no more bytes than the limit."""
    head = data[info.header_offset : info.header_offset + _LOCAL.size]
    if len(head) < _LOCAL.size:
        return b""
    *_rest, name_length, extra_length = _LOCAL.unpack(head)
    start = info.header_offset + _LOCAL.size + name_length + extra_length
    packed = data[start : start + info.compress_size]
    if info.compress_type == ZIP_STORED:
        return packed[:limit]
    out = bytearray()
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for at in range(0, len(packed), _STEP):
            out += unpacker.decompress(packed[at : at + _STEP], limit - len(out) + 1)
            if len(out) > limit or unpacker.eof:
                break
    except zlib.error:
        pass  # what came before it is what can be had
    return bytes(out[:limit])


def _entries(data: bytes) -> Iterator[_Entry]:
    at = data.find(_LOCAL_START)
    for _ in range(_MOST):
        if not 0 <= at <= len(data) - _LOCAL.size:
            return
        entry = _entry(data, at)
        if entry is not None:
            yield entry
        beyond = at + len(_LOCAL_START) if entry is None else _data_end(data, entry)
        at = data.find(_LOCAL_START, beyond)


def _data_end(data: bytes, entry: _Entry) -> int:
    extra = int.from_bytes(entry.head[28:30], "little")
    return min(entry.start + _LOCAL.size + len(entry.name) + extra + entry.packed, len(data))


def _entry(data: bytes, at: int) -> _Entry | None:
    """The entry whose head stands at a place; None where not all of it is there."""
    head = data[at : at + _LOCAL.size]
    _sign, _version, flags, method, _t, _d, crc, packed, unpacked, names, extra = _LOCAL.unpack(
        head
    )
    begin = at + _LOCAL.size + names + extra
    name = data[at + _LOCAL.size : at + _LOCAL.size + names]
    if not name or method not in {ZIP_STORED, ZIP_DEFLATED}:
        return None
    if flags & _SIZES_FOLLOW and not packed:
        after = data.find(_DESCRIPTOR_START, begin)
        if not 0 <= after <= len(data) - _DESCRIPTOR.size:
            return None
        _sign, crc, packed, unpacked = _DESCRIPTOR.unpack_from(data, after)
        if begin + packed != after:
            return None
    if begin + packed > len(data):
        return None
    return _Entry(head, name, at, crc, packed, unpacked)


def _central(entry: _Entry) -> bytes:
    _sign, version, flags, method, time, date, *_rest = _LOCAL.unpack(entry.head)
    head = _CENTRAL.pack(
        *(_CENTRAL_START, version, version, flags, method, time, date),
        *(entry.crc, entry.packed, entry.unpacked, len(entry.name)),
        *(0, 0, 0, 0, 0, entry.start),
    )
    return head + entry.name
