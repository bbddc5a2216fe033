"""Documents that are a zip of XML parts, with caps on what the parts unpack to."""

import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree
from lxml.etree import _Element

from inspel_app.errors import UnreadableError
from inspel_app.i18n import _
from inspel_app.reading.limits import (
    MAX_PART_BYTES,
    MAX_RATIO,
    MAX_UNPACKED_BYTES,
    RATIO_FREE_BYTES,
    too_large,
)
from inspel_app.reading.package_mending import Markup, well_formed
from inspel_app.reading.package_salvage import unpacked_so_far, with_directory

ZIP_START = b"PK\x03\x04"

_PARSER, _MENDING_PARSER = (
    etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )
    for recover in (False, True)
)
_ZIP_FAULTS = (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError)
"""What zipfile raises on damaged archives."""

_ENCRYPTED = 0x1
_DOCTYPE = b"<!DOCTYPE"
_HEAD_BYTES = 1024
"""Where a document type stands, if there is one."""


def protected() -> UnreadableError:
    """The refusal of a file that needs a password."""
    return UnreadableError(
        "losenord",
        _("Filen är skyddad med lösenord."),
        _("Öppna den med lösenordet, ta bort skyddet och spara den på nytt."),
    )


class Package:
    """The parts of a packed document by name, without regard to upper and lower case.

    `damaged` makes the refusal of a broken file of its format. `is_whole` is false where the list
    of contents is lost and only the entries that were whole are known.

    Raises:
        UnreadableError: no zip, damaged, protected, or beyond the limits.
    """

    def __init__(self, data: bytes, damaged: Callable[[], UnreadableError]) -> None:
        self._damaged = damaged
        self.is_whole = True
        self._data = data
        try:
            self._zip = ZipFile(BytesIO(data))
        except _ZIP_FAULTS:
            self.is_whole = False
            self._zip = _salvaged(data, damaged)
        self._parts = {_part_name(i.filename): i for i in self._zip.infolist()}
        self._left = MAX_UNPACKED_BYTES

    def __contains__(self, name: str) -> bool:
        return _part_name(name) in self._parts

    def __iter__(self) -> Iterator[str]:
        """The names of all parts, in lower case."""
        return iter(self._parts)

    def read(self, name: str) -> bytes:
        """The bytes of a part, counted against the limits while they are unpacked."""
        info, limit = self._entry(name)
        try:
            with self._zip.open(info) as part:
                data = part.read(limit + 1)
        except _ZIP_FAULTS as fault:
            raise self._damaged() from fault
        if len(data) > limit:
            raise too_large()
        self._left -= len(data)
        return data

    def xml(self, name: str) -> _Element:
        """The root of an XML part."""
        return parsed(self.read(name), self._damaged)

    def remaining(self, name: str) -> bytes:
        """What can be had of a part whose bytes may be damaged: all up to there."""
        info, limit = self._entry(name)
        data = unpacked_so_far(self._data, info, limit + 1)
        if len(data) > limit:
            raise too_large()
        self._left -= len(data)
        return data

    def _entry(self, name: str) -> tuple[ZipInfo, int]:
        """A part, and how many bytes of it may be unpacked."""
        info = self._parts.get(_part_name(name))
        if info is None or info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise self._damaged()
        if info.flag_bits & _ENCRYPTED:
            raise protected()
        return info, min(self._left, _part_limit(info))


def _salvaged(data: bytes, damaged: Callable[[], UnreadableError]) -> ZipFile:
    """The entries of a zip without a list of contents, as far as they are whole."""
    try:
        salvaged = ZipFile(BytesIO(with_directory(data)))
    except _ZIP_FAULTS as fault:
        raise damaged() from fault
    if not salvaged.namelist():
        raise damaged()
    return salvaged


def parsed(data: bytes, damaged: Callable[[], UnreadableError]) -> _Element:
    """The root of a respondent's XML.

    Raises:
        UnreadableError: it is broken, or declares a document type with its entities.
    """
    try:
        root = etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError) as fault:
        declares = _DOCTYPE in data[:_HEAD_BYTES].replace(b"\0", b"")
        raise (_declared() if declares else damaged()) from fault
    if root.getroottree().docinfo.internalDTD is not None:
        raise _declared()
    return root


def mended(data: bytes, markup: Markup, damaged: Callable[[], UnreadableError]) -> _Element:
    """The root of a respondent's XML that is broken, with all of its text.

    Raises:
        UnreadableError: there is no element in it.
    """
    try:
        root = etree.fromstring(well_formed(data, markup), _MENDING_PARSER)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise damaged() from fault
    if root is None:
        raise damaged()
    return root


def _declared() -> UnreadableError:
    return UnreadableError(
        "xml-doctype",
        _("Filen innehåller XML-deklarationer som inte får finnas där."),
        _("Öppna den i ordbehandlaren, spara den på nytt och läs in den filen."),
    )


def _part_name(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _part_limit(info: ZipInfo) -> int:
    return min(MAX_PART_BYTES, max(RATIO_FREE_BYTES, MAX_RATIO * info.compress_size))
