"""The parts of a Word file that are the same in every document, and the package around them."""

import io
import zipfile
from dataclasses import dataclass, field

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "v": "urn:schemas-microsoft-com:vml",
}
STRICT = {
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    ),
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
    b"http://schemas.openxmlformats.org/drawingml/2006/": (
        b"http://purl.oclc.org/ooxml/drawingml/"
    ),
}
RELATION = NAMESPACES["r"] + "/"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MADE = (2025, 6, 18, 9, 30, 0)
"""The time stamp of every part, so that the same text gives the same bytes."""


def element(tag: str, *children: etree._Element | str, **attributes: str) -> etree._Element:
    """An element such as `w:p`; attributes are given as `w_val="1"`, text as a string."""
    node = etree.Element(_name(tag), nsmap=NAMESPACES)
    for name, value in attributes.items():
        node.set(_name(name.replace("_", ":", 1)), value)
    for child in children:
        if isinstance(child, str):
            node.text = child
        else:
            node.append(child)
    return node


def _name(short: str) -> str:
    prefix, _, local = short.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if prefix else local


@dataclass
class Package:
    """A Word file in the making: its parts and the relations of the main document."""

    parts: dict[str, bytes] = field(default_factory=dict)
    relations: list[tuple[str, str, bool]] = field(default_factory=list)
    overrides: dict[str, str] = field(default_factory=dict)

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of a relation from the main document to a part or an address."""
        relation = (RELATION + kind, target, external)
        if relation not in self.relations:
            self.relations.append(relation)
        return f"rId{self.relations.index(relation) + 1}"

    def add(self, kind: str, name: str, root: etree._Element) -> str:
        """Adds an XML part in word/ and relates the main document to it."""
        self.parts[f"word/{name}"] = xml(root)
        self.overrides[f"/word/{name}"] = f"{WORD_TYPE}{kind}+xml"
        return self.relate(kind, name)

    def add_picture(self, name: str, data: bytes) -> str:
        """Adds a PNG and relates the main document to it."""
        self.parts[f"word/media/{name}"] = data
        return self.relate("image", f"media/{name}")

    def finish(self, document: etree._Element, *, strict: bool = False) -> bytes:
        """The whole file as bytes."""
        parts = {
            "[Content_Types].xml": self._content_types(),
            "_rels/.rels": _relations([(RELATION + "officeDocument", "word/document.xml", False)]),
            "word/document.xml": xml(document),
            "word/_rels/document.xml.rels": _relations(self.relations),
            **self.parts,
        }
        if strict:
            parts = {n: d if n.endswith(".png") else _strict(d) for n, d in parts.items()}
        return _zip(parts)

    def _content_types(self) -> bytes:
        kinds = {"rels": "application/vnd.openxmlformats-package.relationships+xml"}
        kinds |= {"xml": "application/xml", "png": "image/png"}
        main = {"/word/document.xml": f"{WORD_TYPE}document.main+xml"}
        root = etree.Element(
            "Types", xmlns="http://schemas.openxmlformats.org/package/2006/content-types"
        )
        for extension, kind in kinds.items():
            etree.SubElement(root, "Default", Extension=extension, ContentType=kind)
        for part, kind in (main | self.overrides).items():
            etree.SubElement(root, "Override", PartName=part, ContentType=kind)
        return xml(root)


def xml(root: etree._Element) -> bytes:
    """An XML part as Word writes it."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"] if root.prefix else [])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _relations(relations: list[tuple[str, str, bool]]) -> bytes:
    root = etree.Element("Relationships", xmlns=PACKAGE_RELATIONS)
    for number, (kind, target, external) in enumerate(relations, 1):
        node = etree.SubElement(root, "Relationship", Id=f"rId{number}", Type=kind, Target=target)
        if external:
            node.set("TargetMode", "External")
    return xml(root)


def _strict(part: bytes) -> bytes:
    for transitional, strict in STRICT.items():
        part = part.replace(transitional, strict)
    return part.replace(b"<w:document ", b'<w:document w:conformance="strict" ', 1)


def _zip(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, MADE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # as written on Windows, whichever system makes it
            archive.writestr(info, data)
    return buffer.getvalue()
