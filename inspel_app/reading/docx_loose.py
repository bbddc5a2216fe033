"""Text in parts of a Word file that the document does not lead to, as other programs leave it."""

import posixpath
import re
from collections.abc import Collection, Iterator

from lxml.etree import _Element

from inspel_app.domain.document import Block
from inspel_app.reading.docx_names import TEXTS, A, W
from inspel_app.reading.docx_package import WordPackage
from inspel_app.reading.plain import plain

_NO_TEXT = re.compile(r"docprops/|customxml/|(?:.*/)?glossary/")
"""Facts about the file, data that the controls show where they show it, building blocks."""

_XML_ENDINGS = frozenset({"", ".xml"})
_MAY_HOLD_TEXT = re.compile(rb"<(?:\w+:)?(?:t|v|pt)[\s>]")
_PARAGRAPHS = (W + "p", A + "p")


def loose_parts(package: WordPackage, known: Collection[str]) -> Iterator[str]:
    """The names of the parts beside the known ones that may hold text of a document."""
    known_names = {name.casefold() for name in known}
    for name in package:
        is_xml = posixpath.splitext(name)[1] in _XML_ENDINGS
        if is_xml and name not in known_names and not _NO_TEXT.match(name):
            yield name


def may_hold_text(data: bytes) -> bool:
    """Whether there is an element for text in the XML, so that it is worth parsing."""
    return _MAY_HOLD_TEXT.search(data) is not None


def says_more(root: _Element, blocks: Collection[Block]) -> bool:
    """Whether the part says anything that the blocks do not: a diagram's picture repeats it."""
    said = {_squeezed(block.text) for block in blocks}
    inside = {text for p in root.iter(*_PARAGRAPHS) for text in p.iter(*TEXTS)}
    alone = (_squeezed(e.text or "") for e in root.iter(*TEXTS) if e not in inside)
    whole = (
        _squeezed("".join(t.text or "" for t in p.iter(*TEXTS))) for p in root.iter(*_PARAGRAPHS)
    )
    return any(text and text not in said for text in (*whole, *alone))


def _squeezed(text: str) -> str:
    return "".join(plain(text).split())
