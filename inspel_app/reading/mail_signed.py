"""Takes the mail out of an electronic signature that wraps it (S/MIME, CMS signed data)."""

from collections.abc import Iterator
from typing import NamedTuple

_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_OCTETS, _IDENTIFIER, _SEQUENCE, _CONTEXT_0 = 0x04, 0x06, 0x30, 0xA0
_CONSTRUCTED = 0x20
_LONG_TAG = 0x1F
_INDEFINITE = 0x80
_END = b"\0\0"
_DEEPEST = 30


class _Element(NamedTuple):
    """A value of ASN.1 in the basic encoding: what it is and what it holds."""

    tag: int
    content: bytes

    def children(self, depth: int) -> list["_Element"]:
        return [element for element, _end in _elements(self.content, depth)]


def signed_content(data: bytes) -> bytes:
    """What was signed; the signature itself is not judged.

    Raises:
        ValueError, IndexError: it is no signed data, or damaged.
    """
    outer = _Element(0, data).children(0)[0]
    kind, wrapped = outer.children(1)[:2]
    if (kind.tag, kind.content) != (_IDENTIFIER, _SIGNED_DATA):
        raise ValueError("no signed data")
    signed = wrapped.children(2)[0].children(3)
    content = [element for element in signed if element.tag == _SEQUENCE][:1]
    held = [e for inner in content for e in inner.children(4) if e.tag == _CONTEXT_0]
    if not held:
        raise ValueError("the content lies elsewhere")
    return b"".join(_octets(held[0], 5))


def _octets(element: _Element, depth: int) -> Iterator[bytes]:
    """The bytes of a string that may be written in pieces."""
    if element.tag == _OCTETS:
        yield element.content
        return
    for child in element.children(depth):
        yield from _octets(child, depth + 1)


def _elements(data: bytes, depth: int) -> Iterator[tuple[_Element, int]]:
    """The values that stand one after the other, each with where it ends, up to an end mark."""
    if depth > _DEEPEST:
        raise ValueError("too deep")
    place = 0
    while place < len(data) and data[place : place + 2] != _END:
        tag, length = data[place], data[place + 1]
        if tag & _LONG_TAG == _LONG_TAG:
            raise ValueError("no tag of these structures")
        start = place + 2
        if length == _INDEFINITE:
            if not tag & _CONSTRUCTED:
                raise ValueError("a plain value without end")
            inside = list(_elements(data[start:], depth + 1))
            stop = start + (inside[-1][1] if inside else 0)
            place = stop + len(_END)
        else:
            if length > _INDEFINITE:
                start += length - _INDEFINITE
                length = int.from_bytes(data[place + 2 : start], "big")
            stop = place = start + length
        if place > len(data):
            raise ValueError("cut short")
        yield _Element(tag, data[start:stop]), place
