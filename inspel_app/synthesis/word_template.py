"""The authority's own Word template as the ground of a report: its styles, page, header and logo.

Our paragraphs take the template's styles where it has those by name, in whatever language its ids
are; what it lacks is added. Its own text is left out, and so is its footer if it has none.
"""

import io
import zipfile
from collections.abc import Iterable
from copy import deepcopy

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.opc.part import XmlPart
from lxml import etree

from inspel_app.errors import UsageError
from inspel_app.i18n import _
from inspel_app.synthesis import assets
from inspel_app.synthesis.word_xml import SWEDISH, TEXT_WIDTH, Element, named, w

_TEMPLATE, _DOCUMENT = b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml"
_TYPES = "[Content_Types].xml"
_REFERENCES = ("basedOn", "next", "link")
_STYLED = ("pStyle", "rStyle", "tblStyle")
_DEFAULT_LANGUAGE = ((0, "docDefaults"), (0, "rPrDefault"), (0, "rPr"), (None, "lang"))
"""The elements that lead to the language of all text, each with its place: first, or last."""
_MEASURED = ("tblW", "gridCol", "tcW")


def opened_template(data: bytes) -> Document:
    """An empty document on the ground of a template or another Word file.

    Raises:
        UsageError: it is no such file.
    """
    try:
        document = docx.Document(_as_document(data))
    except (zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise UsageError(
            _("Mallen går inte att läsa som en Word-fil."),
            _("Välj en mall som slutar på .dotx eller .docx; öppna och spara den annars i Word."),
        ) from error
    body = document.element.body
    body[:] = [child for child in body if child.tag == named("sectPr")]
    if body.sectPr is None:
        body.append(w("sectPr"))
    _speak_swedish(document.styles.element)
    return document


def _speak_swedish(styles: Element) -> None:
    """Let all text be in Swedish, whatever language the template was made in."""
    here = styles
    for place, tag in _DEFAULT_LANGUAGE:
        below = here.find(named(tag))
        if below is None:
            below = w(tag)
            here.insert(len(here) if place is None else place, below)
        here = below
    for language in styles.iter(named("lang")):
        language.set(named("val"), SWEDISH)


def _as_document(data: bytes) -> io.BytesIO:
    """The package with its main part named as that of a document, which is all that differs."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(_TEMPLATE, _DOCUMENT) if name == _TYPES else part)
    made.seek(0)
    return made


class Dress:
    """What our styles are called in a document, and how wide its lines are."""

    def __init__(self, document: Document) -> None:
        self._ids = _adopted(document)
        self._share = _text_width(document) / TEXT_WIDTH

    def put_on(self, elements: Iterable[Element]) -> None:
        """Let elements that were made for our own page take the document's styles and width."""
        for element in elements:
            for style in element.iter(*map(named, _STYLED)):
                ours = style.get(named("val"), "")
                style.set(named("val"), self._ids.get(ours, ours))
            for measure in element.iter(*map(named, _MEASURED)) if self._share != 1 else ():
                width = int(measure.get(named("w"), "0"))
                measure.set(named("w"), str(round(width * self._share)))


def _text_width(document: Document) -> int:
    """Twentieths of a point between the margins; ours where the document does not tell."""
    section = document.sections[-1]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    if page is None or left is None or right is None:
        return TEXT_WIDTH
    return round((page - left - right) / 635)  # English metric units in a twentieth of a point


def _adopted(document: Document) -> dict[str, str]:
    """Our styles' ids and what each is called in the document; those it lacks are added."""
    theirs = document.styles.element
    by_name = {_name(style).lower(): style.get(named("styleId"), "") for style in _styles(theirs)}
    taken = set(by_name.values())
    ours = list(_styles(_own("styles")))
    ids = {}
    for style in ours:
        own = style.get(named("styleId"), "")
        ids[own] = by_name.get(_name(style).lower()) or (f"Inspel{own}" if own in taken else own)
    for style in ours:
        own = style.get(named("styleId"), "")
        if _name(style).lower() not in by_name:
            theirs.append(_copied(style, ids[own], ids, document))
    return ids


def _copied(style: Element, as_id: str, ids: dict[str, str], document: Document) -> Element:
    made = deepcopy(style)
    made.set(named("styleId"), as_id)
    if named("default") in made.attrib:
        del made.attrib[named("default")]
    for reference in made.iter(*map(named, _REFERENCES)):
        own = reference.get(named("val"), "")
        reference.set(named("val"), ids.get(own, own))
    for number in made.iter(named("numId")):
        number.set(named("val"), str(_bullets(document, as_id)))
    return made


def _bullets(document: Document, style: str) -> int:
    """The number of our list of bullets, which is added to the document for a style."""
    ours = _own("numbering")
    for level_style in ours.iter(named("pStyle")):
        level_style.set(named("val"), style)
    try:
        part = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        place, data = PackURI("/word/numbering.xml"), etree.tostring(ours)
        made = PackagePart(place, CONTENT_TYPE.WML_NUMBERING, data, document.part.package)
        document.part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
        return 1
    return _added(part.element, ours) if isinstance(part, XmlPart) else 1


def _added(theirs: Element, ours: Element) -> int:
    kind, number = ours.find(named("abstractNum")), ours.find(named("num"))
    if kind is None or number is None:
        return 1
    kind_id = _free(theirs, "abstractNum", "abstractNumId")
    number_id = _free(theirs, "num", "numId")
    kind.set(named("abstractNumId"), str(kind_id))
    number.set(named("numId"), str(number_id))
    for reference in number.iter(named("abstractNumId")):
        reference.set(named("val"), str(kind_id))
    theirs.insert(len(theirs.findall(named("abstractNum"))), kind)  # they stand before the others
    theirs.append(number)
    return number_id


def _free(root: Element, tag: str, attribute: str) -> int:
    """A number that no element of a kind has."""
    found = (int(e.get(named(attribute), "0")) for e in root.iter(named(tag)))
    return max(found, default=0) + 1


def _own(part: str) -> Element:
    return etree.fromstring((assets.folder() / "word" / "word" / f"{part}.xml").read_bytes())


def _styles(root: Element) -> Iterable[Element]:
    return root.iterchildren(named("style"))


def _name(style: Element) -> str:
    name = style.find(named("name"))
    return name.get(named("val"), "") if name is not None else ""
