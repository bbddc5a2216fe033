"""Counts up a Word file's text once more, to find what the walk through it has not met.

It goes by its own way: over every text element of a part, whatever it stands in, and asks
of those that are in no block whether the document itself has done away with them.
"""

from collections.abc import Iterable, Iterator

from lxml.etree import _Element

from inspel_app.domain.document import Block, Role
from inspel_app.reading.docx_names import MC, TEXTS, W, chosen_branch

_REMOVED = {W + "del", W + "moveFrom"}
_BRANCHES = {MC + "Choice", MC + "Fallback"}
_REMOVAL_MARKS = {
    W + "tr": (W + "trPr/" + W + "del", W + "trPr/" + W + "moveFrom"),
    W + "tc": (W + "tcPr/" + W + "cellDel",),
}

_NO_TEXT = frozenset(
    (
        *("delText", "instrText", "delInstrText", "fldData", "binData", "posOffset", "align"),
        *("pctWidth", "pctHeight", "pctPosHOffset", "pctPosVOffset"),
    )
)
"""The other elements with something between their tags."""


def unplaced(roots: Iterable[_Element], placed: set[_Element]) -> list[Block]:
    """The texts that are in no block although nothing has removed them; a block for each."""
    removed: dict[_Element, bool] = {}
    texts = (e for root in roots for e in root.iter(*TEXTS) if e not in placed)
    lines = (" ".join((e.text or "").split()) for e in texts if not _is_removed(e, removed))
    return [Block(line, role=Role.STRAY, told=True) for line in lines if line]


def astray(roots: Iterable[_Element]) -> list[Block]:
    """The texts outside all elements for text, as where a tag is broken; a block for each."""
    lines = (" ".join(text.split()) for root in roots for text in _loose_texts(root))
    return [Block(line, role=Role.STRAY, told=True) for line in lines if line]


def _loose_texts(root: _Element) -> Iterator[str]:
    for element in root.iter("*"):
        if element.tag not in TEXTS and str(element.tag).rpartition("}")[2] not in _NO_TEXT:
            yield element.text or ""
        yield element.tail or ""


def _is_removed(element: _Element, known: dict[_Element, bool]) -> bool:
    """Whether the document counts the element as deleted, or says it in another way elsewhere."""
    if element not in known:
        parent = element.getparent()
        known[element] = _removes(element) or (parent is not None and _is_removed(parent, known))
    return known[element]


def _removes(element: _Element) -> bool:
    if element.tag in _REMOVED:
        return True
    if element.tag in _BRANCHES:
        alternatives = element.getparent()
        return alternatives is not None and chosen_branch(alternatives) is not element
    return any(element.find(mark) is not None for mark in _REMOVAL_MARKS.get(element.tag, ()))
