"""The zip package of a Word file: its parts, their relations, and caps on what they unpack to."""

import posixpath
import struct
import zlib
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree
from lxml.etree import _Element

from inspel_app.errors import UnreadableError
from inspel_app.i18n import _
from inspel_app.reading.docx_names import as_transitional
from inspel_app.reading.limits import (
    MAX_PART_BYTES,
    MAX_RATIO,
    MAX_UNPACKED_BYTES,
    RATIO_FREE_BYTES,
    too_large,
)

_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)
_ZIP_FAULTS = (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError)
"""What zipfile raises on damaged archives."""

_ENCRYPTED = 0x1


class Relation(NamedTuple):
    """A link from one part to another: `kind` is the last word of its type, as `header`."""

    id: str
    kind: str
    target: str


def damaged() -> UnreadableError:
    """The refusal of a Word file that is broken."""
    return UnreadableError(
        "docx-skadad",
        _("Word-filen är skadad och går inte att läsa."),
        _("Öppna den i Word och spara den på nytt, eller be avsändaren skicka den igen."),
    )


def protected() -> UnreadableError:
    """The refusal of a file that needs a password."""
    return UnreadableError(
        "losenord",
        _("Filen är skyddad med lösenord."),
        _("Öppna den med lösenordet, ta bort skyddet och spara den på nytt."),
    )


class Package:
    """The parts of a Word file by name, without regard to upper and lower case.

    Raises:
        UnreadableError: no zip, damaged, protected, or beyond the limits.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(BytesIO(data))
        except _ZIP_FAULTS as fault:
            raise damaged() from fault
        self._parts = {_part_name(i.filename): i for i in self._zip.infolist()}
        self._left = MAX_UNPACKED_BYTES

    def __contains__(self, name: str) -> bool:
        return _part_name(name) in self._parts

    def read(self, name: str) -> bytes:
        """The bytes of a part, counted against the limits while they are unpacked."""
        info = self._parts.get(_part_name(name))
        if info is None or info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise damaged()
        if info.flag_bits & _ENCRYPTED:
            raise protected()
        limit = min(self._left, _part_limit(info))
        try:
            with self._zip.open(info) as part:
                data = part.read(limit + 1)
        except _ZIP_FAULTS as fault:
            raise damaged() from fault
        if len(data) > limit:
            raise too_large()
        self._left -= len(data)
        return data

    def xml(self, name: str) -> _Element:
        """The root of an XML part, in the usual namespaces.

        Raises:
            UnreadableError: also where the part declares a document type, with its entities.
        """
        data = as_transitional(self.read(name))
        try:
            root = etree.fromstring(data, _PARSER)
        except (etree.XMLSyntaxError, ValueError) as fault:
            raise damaged() from fault
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableError(
                "docx-doctype",
                _("Word-filen innehåller XML-deklarationer som inte får finnas där."),
                _("Öppna den i Word och spara den på nytt som .docx."),
            )
        return root

    def relations(self, name: str = "") -> tuple[Relation, ...]:
        """The links from a part (or from the package as a whole) to other parts in it."""
        folder, base = posixpath.split(name)
        links = posixpath.join(folder, "_rels", base + ".rels")
        if links not in self:
            return ()
        return tuple(
            Relation(
                link.get("Id", ""),
                link.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, link.get("Target", "")))[1:],
            )
            for link in self.xml(links)
            if link.get("TargetMode") != "External"
        )

    def main_part(self) -> str:
        """The name of the part with the text itself, as the package points it out."""
        for relation in self.relations():
            if relation.kind == "officeDocument" and relation.target in self:
                return relation.target
        raise damaged()


def _part_name(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _part_limit(info: ZipInfo) -> int:
    return min(MAX_PART_BYTES, max(RATIO_FREE_BYTES, MAX_RATIO * info.compress_size))
