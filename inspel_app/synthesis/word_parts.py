"""The parts of a Word report: each in a content control, so that the report can be made again.

A part is a heading with what stands directly under it. The document keeps a list of the parts
that were written in it and what each said, which tells afterwards what writers have changed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from lxml import etree

from inspel_app.domain.synthesis import RoundFacts
from inspel_app.synthesis.word_xml import Element, named, parsed, w
from inspel_app.synthesis.words import clean

_NS = "urn:inspel:rapport:1"
_REPORT = f"{{{_NS}}}report"
_PLACE = PackURI("/customXml/inspel.xml")
_FACTS = ("round", "report", "audience")
_TITLE = 64
"""Characters of a control's title that Word shows."""
_DIRECT = frozenset({"b", "i", "u", "strike", "highlight", "vertAlign", "color", "rStyle"})
"""What writers give letters that they mean something by."""
_OFF = frozenset({"0", "false", "none"})
_FOREIGN = frozenset(
    {"ins", "del", "moveFrom", "moveTo", "drawing", "pict", "object", "sym"}
    | {"commentReference", "footnoteReference", "endnoteReference"}
)
"""What a person puts into a part, beside its paragraphs."""
_SET = frozenset(
    {"jc", "ind", "spacing", "numPr", "pageBreakBefore", "outlineLvl", "shd", "pBdr", "sectPr"}
    | {"gridSpan", "vMerge"}
)
"""How a person sets paragraphs and cells."""
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_OF_WORD = ("_Toc", "_GoBack", "_Hlk")
"""How the bookmarks begin that Word makes by itself."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part as it is written now; `key` is what it is about, whatever it is called."""

    key: str
    title: str
    elements: tuple[Element, ...]
    gallery: str = ""
    """What Word takes it for, beside text: a list of contents that it offers to renew."""
    level: int = 1
    """That of its heading."""

    @property
    def tag(self) -> str:
        """What tells it in the document; Word keeps up to 64 characters."""
        return "inspel-" + sha256(self.key.encode("utf-8", "surrogatepass")).hexdigest()[:24]

    def control(self) -> Element:
        """The part in a content control of its own."""
        number = int(self.tag[-7:], 16)
        properties = w(
            "sdtPr",
            w("alias", val=clean(self.title)[:_TITLE]),
            w("tag", val=self.tag),
            w("id", val=number),
        )
        if self.gallery:
            gallery = w("docPartGallery", val=self.gallery)
            properties.append(w("docPartObj", gallery, w("docPartUnique")))
        return w("sdt", properties, w("sdtContent", *self.elements))


@dataclass(frozen=True, slots=True)
class Record:
    """What was written in a document: of which round, which report and for whom."""

    round: str
    report: str
    audience: str
    said: Mapping[str, str]
    """The signatures of the parts by tag."""

    @classmethod
    def of_parts(
        cls,
        parts: Iterable[Part],
        asides: Mapping[tuple[str, str], str],
        report: str,
        facts: RoundFacts,
    ) -> Self:
        """What is written now, in a report of that kind."""
        said = {part.tag: signature(part.elements, asides) for part in parts}
        return cls(facts.identity, report, facts.audience, said)

    @classmethod
    def of(cls, document: Document) -> Self | None:
        """The record of a document; None if we did not write it."""
        for _key, root in _records(document):
            said = {e.get("tag", ""): e.get("said", "") for e in root}
            round_, kind, audience = (root.get(name, "") for name in _FACTS)
            return cls(round_, kind, audience, said)
        return None

    def write(self, document: Document) -> None:
        """Let the document keep this in the place of an earlier record."""
        root = etree.Element(_REPORT, nsmap={None: _NS})  # type: ignore[dict-item]
        for name, value in zip(_FACTS, (self.round, self.report, self.audience), strict=True):
            root.set(name, value)
        for tag, said in self.said.items():
            etree.SubElement(root, f"{{{_NS}}}part", tag=tag, said=said)
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
        part = document.part
        for key, _earlier in list(_records(document)):
            del part.rels[key]
        made = PackagePart(_PLACE, "application/xml", data, part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.CUSTOM_XML)


def _records(document: Document) -> Iterator[tuple[str, Element]]:
    """The records that a document keeps, each with the key that it is kept under."""
    for key, relation in document.part.rels.items():
        if relation.is_external or relation.reltype != RELATIONSHIP_TYPE.CUSTOM_XML:
            continue
        root = _parsed(relation.target_part.blob)
        if root is not None and root.tag == _REPORT:
            yield key, root


def _parsed(data: bytes) -> Element | None:
    """The root of an XML file; None if it is none."""
    try:
        return parsed(data)
    except etree.XMLSyntaxError:
        return None


def signature(elements: Iterable[Element], asides: Mapping[tuple[str, str], str]) -> str:
    """What elements say and how, without what Word itself changes when it saves them.

    `asides` are the texts of notes and footnotes by what leads to them: the element's name and id.

    The same for what was written and for what a person has opened and saved without changing it.
    """
    said = sha256()
    for element in elements:
        for paragraph in element.iter(named("p")):
            said.update(repr(list(_runs(paragraph))).encode("utf-8", "surrogatepass"))
        for foreign in element.iter(*map(named, _FOREIGN)):
            kind = etree.QName(foreign).localname
            aside = asides.get((kind, foreign.get(named("id"), "")), "")
            said.update(f"{kind} {aside}".encode("utf-8", "surrogatepass"))
        said.update(repr(list(_settings(element))).encode("utf-8", "surrogatepass"))
    return said.hexdigest()[:32]


def _settings(element: Element) -> Iterator[tuple[object, ...]]:
    """What stands in an element besides letters: its setting, fields, formulas and bookmarks."""
    for one in element.iter(*map(named, _SET)):
        above = one.getparent()
        if above is None or above.tag != named("rPr"):
            yield etree.QName(one).localname, _attributes(one), tuple(map(_attributes, one))
    for link in element.iter(named("hyperlink")):
        yield "link", link.get(named("anchor"), "")
    yield (
        "fields",
        " ".join("".join(e.text or "" for e in element.iter(named("instrText"))).split()),
    )
    yield "formulas", tuple("".join(map(str, e.itertext())) for e in element.iter(_MATHS))
    marks = (e.get(named("name"), "") for e in element.iter(named("bookmarkStart")))
    yield "bookmarks", sorted(name for name in marks if not name.startswith(_OF_WORD))


def _attributes(element: Element) -> tuple[tuple[str, str], ...]:
    """What is said of an element, less which session of Word it is from."""
    found = ((etree.QName(key).localname, value) for key, value in element.attrib.items())
    return tuple(sorted((str(k), str(v)) for k, v in found if not k.startswith("rsid")))


def _runs(paragraph: Element) -> Iterator[tuple[str, str]]:
    """The texts of a paragraph with how they look, after its style; fields count as nothing."""
    style = paragraph.find(f"{named('pPr')}/{named('pStyle')}")
    yield "", style.get(named("val"), "") if style is not None else ""
    text, look, in_field = "", "", 0
    for run in paragraph.iter(named("r")):
        marks = [e.get(named("fldCharType")) for e in run.iter(named("fldChar"))]
        in_field += marks.count("begin") - marks.count("end")
        if in_field or marks:
            continue
        here = _look(run)
        if here != look and text:
            yield text, look
            text = ""
        look, text = here, text + _text(run)
    yield text, look


def _look(run: Element) -> str:
    """How letters look, as far as a writer means something by it."""
    properties = run.find(named("rPr"))
    found = (
        (etree.QName(one).localname, one.get(named("val"), "1"))
        for one in (properties if properties is not None else ())
    )
    return repr(sorted(f for f in found if f[0] in _DIRECT and f[1] not in _OFF))


def _text(run: Element) -> str:
    signs = {named("tab"): "\t", named("br"): "\n", named("cr"): "\n"}
    return "".join(signs.get(e.tag) or e.text or "" for e in run if e.tag in {*signs, named("t")})
