"""What a Word file's styles say: headings, list membership, hidden, struck and placeholder text."""

from dataclasses import dataclass
from typing import Self

from lxml.etree import _Element

from inspel_app.reading.docx_names import (
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    TYPE,
    W,
    child,
    number,
    toggle,
    value,
)
from inspel_app.reading.style_names import LAST_HEADING, is_placeholder_name, named_level

_LONGEST_LINEAGE = 50
"""Word stops at eleven; a loop of styles never stops."""

NO_LIST = "0"
"""The list number that takes a paragraph out of its style's list."""


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Membership of a list: `level` is None where the list itself tells it by the style."""

    list_id: str
    level: int | None

    @classmethod
    def of(cls, paragraph_properties: _Element | None) -> Self | None:
        """The list that these properties put a paragraph in; None where they are silent."""
        place = child(paragraph_properties, W + "numPr")
        list_id = value(place, W + "numId")
        if list_id is None:
            return None
        level = value(place, W + "ilvl")
        return cls(list_id, None if level is None else number(level, 0))


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it inherits: `heading` is 1-9, or 0 for running text."""

    id: str = ""
    heading: int = 0
    place: ListPlace | None = None
    hidden: bool = False
    struck: bool = False
    placeholder: bool = False


class Styles:
    """The styles of a document by id, worked out when first asked for."""

    def __init__(self, root: _Element | None) -> None:
        found = [] if root is None else list(root.iterchildren(W + "style"))
        self._elements = {e.get(W + "styleId", ""): e for e in found}
        self._known: dict[str, Style] = {}
        self.default = next(
            (
                self[e.get(W + "styleId", "")]
                for e in found
                if e.get(TYPE) == "paragraph" and e.get(W + "default") in {"1", "true", "on"}
            ),
            Style(),
        )

    def __getitem__(self, style_id: str) -> Style:
        style = self._known.get(style_id)
        if style is None:
            style = self._known[style_id] = self._resolve(style_id)
        return style

    def _resolve(self, style_id: str) -> Style:
        style = Style(style_id, heading=named_level(style_id, style_id))
        for element in reversed(self._lineage(style_id)):
            style = _inherit(style, element)
        return style

    def _lineage(self, style_id: str) -> list[_Element]:
        """The style and those it is based on, nearest first."""
        lineage: list[_Element] = []
        ancestor: str | None = style_id
        while ancestor in self._elements and len(lineage) < _LONGEST_LINEAGE:
            lineage.append(self._elements[ancestor])
            ancestor = value(lineage[-1], W + "basedOn")
        return lineage


def outline_level(written: str | None, inherited: int) -> int:
    """The heading level (1-9, 0 for running text) that is written, or else inherited."""
    if written is None:
        return inherited
    level = number(written, LAST_HEADING) + 1
    return level if 1 <= level <= LAST_HEADING else 0


def _inherit(base: Style, element: _Element) -> Style:
    paragraph = child(element, PARAGRAPH_PROPERTIES)
    name = value(element, W + "name") or ""
    heading = named_level(name, element.get(W + "styleId", "")) or base.heading
    look = child(element, RUN_PROPERTIES)
    hidden = toggle(look, W + "vanish")
    strikes = [on for name in ("strike", "dstrike") if (on := toggle(look, W + name)) is not None]
    return Style(
        id=base.id,
        heading=outline_level(value(paragraph, W + "outlineLvl"), heading),
        place=ListPlace.of(paragraph) or base.place,
        hidden=base.hidden if hidden is None else hidden,
        struck=any(strikes) if strikes else base.struck,
        placeholder=base.placeholder or is_placeholder_name(name),
    )
