"""Where a Word file that people have worked in says something that is marked as secret."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE
from lxml import etree

from inspel_app.i18n import _
from inspel_app.synthesis.secret_words import SecretWords
from inspel_app.synthesis.word_xml import Element, named, parsed

Asides = Mapping[tuple[str, str], str]
"""The texts of notes and footnotes by what leads to them: the element's name and id."""

_TOLD_ELSEWHERE = frozenset(
    {CONTENT_TYPE.WML_DOCUMENT_MAIN, CONTENT_TYPE.WML_FOOTNOTES, CONTENT_TYPE.WML_COMMENTS}
)


def text_of(elements: Iterable[Element], asides: Asides) -> str:
    """All that elements say, also what is deleted with tracked changes and stands beside them."""
    return " ".join(text for element in elements for text in _told(element, asides))


def places(
    document: Document, titles: Mapping[Element, str], asides: Asides, words: SecretWords
) -> Iterator[str]:
    """Where it is said: parts by their titles, what stands after one, and what stands around all.

    `titles` are those of the controls of the parts.
    """
    said: defaultdict[str, list[str]] = defaultdict(list)
    last = ""
    for paragraph in document.element.body.iter(named("p")):
        own = next((titles[e] for e in paragraph.iterancestors() if e in titles), None)
        last = own or last
        place = own or _("Egen text efter {title}").format(title=last)
        said[place] += _told(paragraph, asides)
    for part in document.part.package.iter_parts():
        if part.content_type.endswith("xml") and part.content_type not in _TOLD_ELSEWHERE:
            said[_("Sidhuvud, sidfot eller annat utanför texten")] += _of_file(part.blob)
    yield from (place for place, texts in said.items() if words.are_in(" ".join(texts)))


def _of_file(data: bytes) -> list[str]:
    try:
        root = parsed(data)
    except etree.XMLSyntaxError:
        return []
    paragraphs = list(root.iter(named("p")))
    return [text_of(paragraphs, {})] if paragraphs else [" ".join(map(str, root.itertext()))]


def _told(element: Element, asides: Asides) -> list[str]:
    """The text of each paragraph of an element, and then of each note that one leads to."""
    pieces = ("t", "delText", "tab", "br", "cr")
    found = [
        "".join(e.text or " " for e in paragraph.iter(*map(named, pieces)))
        for paragraph in element.iter(named("p"))
    ]
    beside = (
        asides.get((etree.QName(e).localname, e.get(named("id"), "")), "")
        for e in element.iter("*")
    )
    return [*found, *filter(None, beside)]
