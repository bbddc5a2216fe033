"""What an OpenDocument's styles say: headings, lists, hidden, struck and placeholder text."""

from dataclasses import dataclass, replace
from functools import cache

from lxml.etree import _Element

from inspel_app.reading.odt_names import FO, STYLE, TEXT
from inspel_app.reading.style_names import LAST_HEADING, is_placeholder_name, named_level

_STRIKES = (STYLE + "text-line-through-style", STYLE + "text-line-through-type")
_LONGEST_LINEAGE = 50
"""More ancestors no writer has given a style; a loop of styles never stops."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it inherits: `heading` is 1-9, or 0 for running text.

    `struck` is None where it says nothing of striking through.
    """

    heading: int = 0
    list_style: str = ""
    hidden: bool = False
    struck: bool | None = None
    placeholder: bool = False
    breaks_page: bool = False


class Styles:
    """The styles of one part by family (`paragraph`, `text`) and name."""

    def __init__(self, *roots: _Element) -> None:
        self._elements = {
            (e.get(STYLE + "family", ""), e.get(STYLE + "name", "")): e
            for root in roots
            for e in root.iter(STYLE + "style")
        }
        self.of = cache(self._resolve)

    def _resolve(self, family: str, name: str | None) -> Style:
        """The style; one that says nothing where there is none."""
        lineage: list[_Element] = []
        while (family, name) in self._elements and len(lineage) < _LONGEST_LINEAGE:
            lineage.append(self._elements[family, name or ""])
            name = lineage[-1].get(STYLE + "parent-style-name")
        style = Style()
        for element in reversed(lineage):
            style = _inherit(style, element)
        return style


def _inherit(base: Style, element: _Element) -> Style:
    name = element.get(STYLE + "display-name", "") or element.get(STYLE + "name", "")
    look = element.find(STYLE + "text-properties")
    layout = element.find(STYLE + "paragraph-properties")
    display = None if look is None else look.get(TEXT + "display")
    before = None if layout is None else layout.get(FO + "break-before")
    strikes = [] if look is None else [look.get(name) for name in _STRIKES if name in look.attrib]
    return replace(
        base,
        heading=named_level(name.replace("_20_", " ")) or base.heading,
        list_style=element.get(STYLE + "list-style-name", base.list_style),
        hidden=base.hidden if display is None else display == "none",
        struck=any(line != "none" for line in strikes) if strikes else base.struck,
        placeholder=base.placeholder or is_placeholder_name(name.replace("_20_", " ")),
        breaks_page=before == "page" or bool(element.get(STYLE + "master-page-name")),
    )


def heading_level(element: _Element) -> int:
    """The level (1-9) that a heading states."""
    written = element.get(TEXT + "outline-level", "")
    level = int(written) if written.isascii() and written.isdigit() else 1
    return min(max(level, 1), LAST_HEADING)
