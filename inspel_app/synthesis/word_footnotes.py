"""The footnotes of a Word report: where in the inspel its quotations stand."""

from itertools import count

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from inspel_app.synthesis import assets
from inspel_app.synthesis.word_xml import Element, letters, named, paragraph, parsed, run, w

REFERENCE = "footnoteReference"
"""The element that stands where a footnote's number is."""
_MARK = "FootnoteReference"
"""The style of that number."""


class Footnotes:
    """Adds footnotes to a document, and takes away those that nothing in it leads to any more.

    `new` are those that were added.
    """

    def __init__(self, document: Document) -> None:
        self.new: list[Element] = []
        self._document, self._part = document, _part(document)
        self._root = parsed(self._part.blob)
        self._numbers = count(max((int(one) for one in self.said()), default=0) + 1)

    def noted(self, *content: Element) -> Element:
        """The number of a new footnote that says this, to stand in the text."""
        number = next(self._numbers)
        own = w("r", w("rPr", w("rStyle", val=_MARK)), w("footnoteRef"))
        note = w("footnote", paragraph("FootnoteText", own, run(" "), *content), id=number)
        self._root.append(note)
        self.new.append(note)
        return w("r", w("rPr", w("rStyle", val=_MARK)), w(REFERENCE, id=number))

    def said(self) -> dict[str, str]:
        """The text of each footnote by its id."""
        return {
            one.get(named("id"), "0"): letters(one)
            for one in self._root.iterchildren(named("footnote"))
            if named("type") not in one.attrib  # the lines above footnotes are kept among them
        }

    def settle(self) -> None:
        """Let the document hold the new ones, and none of parts that were written anew."""
        used = {e.get(named("id")) for e in self._document.element.body.iter(named(REFERENCE))}
        for one in list(self._root):
            if named("type") not in one.attrib and one.get(named("id")) not in used:
                self._root.remove(one)
        self._part._blob = etree.tostring(  # noqa: SLF001 - python-docx knows no footnotes
            self._root, xml_declaration=True, encoding="UTF-8", standalone=True
        )


def _part(document: Document) -> Part:
    """What holds the footnotes of a document; made where it has none."""
    try:
        return document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    except KeyError:
        data = (assets.folder() / "word" / "word" / "footnotes.xml").read_bytes()
        place = PackURI("/word/footnotes.xml")
        made = Part(place, CONTENT_TYPE.WML_FOOTNOTES, data, document.part.package)
        document.part.relate_to(made, RELATIONSHIP_TYPE.FOOTNOTES)
        return made
