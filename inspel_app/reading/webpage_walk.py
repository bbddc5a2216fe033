"""Walks the elements of a web page in order, without recursion however deep they stand."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from inspel_app.domain.document import Block, BlockKind, Cell, ControlKind, Role
from inspel_app.reading.blocks import BlockWriter, Shape
from inspel_app.reading.controls import OpenControl, sign
from inspel_app.reading.numerals import HIGHEST, mark, written
from inspel_app.reading.pictures import telling
from inspel_app.reading.webpage_furniture import furniture

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer"),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li"),
        *("main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td"),
        *("tfoot", "th", "thead", "tr", "ul"),
    )
)
_UNREAD = frozenset(
    (
        *("head", "script", "style", "template", "title", "svg", "math", "object", "iframe"),
        *("noscript", "audio", "video", "canvas", "datalist", "button"),
    )
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
FIELDS = frozenset({"input", "textarea", "select"})
"""Elements that are filled in, or hold what can be chosen."""

_UNWRITTEN_INPUTS = {"hidden", "submit", "button", "reset", "image", "file", "password"}
_TICKS = {"checkbox", "radio"}
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_HIDDEN = re.compile(r"(?i:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)")
_STRUCK_TAGS = frozenset({"s", "strike", "del"})
_STRUCK = re.compile(r"(?i:text-decoration[\w-]*\s*:[^;]*line-through)")
_WRITTEN_MARK = re.compile(r"(?i:mso-list\s*:\s*ignore)")
"""Word's style of the bullets and numbers that it writes into its pages as text."""
_GAP = re.compile(r"(?i:font\s*:\s*7\.0pt)")
"""Its style of the blank after them, all that a page saved as filtered tells of them."""
_MARK_LENGTH = 6
"""A bullet or number is no longer, and stands within no more elements."""

_SPACE = re.compile(r"[ \t\n\r\f]+")
_WIDEST = 1_000
_DEEPEST = 8


@dataclass(slots=True)
class _List:
    form: str
    next: int


@dataclass(slots=True)
class _Table:
    """`covered` tells for how many more rows a cell from above fills a column."""

    number: int
    row: int = -1
    column: int = 0
    covered: dict[int, int] = field(default_factory=dict)


class _Outer(NamedTuple):
    """What a cell stands in, and how many blocks there were before it."""

    cell: Cell | None
    blocks: int


class Walker:
    """Reads one page; `pictured` gives the text of an `img`."""

    def __init__(self, pictured: Callable[[_Element], list[Block]]) -> None:
        self._writer = BlockWriter()
        self._pictured = pictured
        self._pictures: list[_Element] = []
        self._spaced = True
        self._space = False
        self._preformatted = 0
        self._hidden: list[_Element] = []
        self._struck: list[_Element] = []
        self._headings: list[int] = []
        self._lists: list[_List] = []
        self._tables: list[_Table] = []
        self._cells: list[_Outer] = []
        self._table_count = 0
        self._label = ""
        self._mark: _Element | None = None
        self._furniture: frozenset[_Element] = frozenset()
        self._aside: _Element | None = None

    def read(self, root: _Element | None) -> BlockWriter:
        """The writer with the page's blocks in it."""
        if root is not None:
            self._furniture = furniture(root)
            walk = etree.iterwalk(root, events=("start", "end"))
            for event, element in walk:
                if event == "end":
                    self._end(element)
                    if element is not root:
                        self._text(element.tail)
                elif element.tag in _UNREAD:
                    walk.skip_subtree()
                elif element.tag in FIELDS:
                    if control := control_of(element):
                        self._fill(control)
                    walk.skip_subtree()
                else:
                    self._begin(element)
                    self._text(element.text)
            self._break()
        return self._writer

    # Text

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if self._mark is not None:
            self._label += text
        elif self._preformatted:
            self._say(text.removeprefix("\n") if not self._writer.in_paragraph else text)
        else:
            self._flow(_SPACE.sub(" ", text))

    def _flow(self, text: str) -> None:
        """Add text in which any white space is one space, and none at the edges of a block."""
        self._space = self._space or text[0] == " "
        words = text.strip(" ")
        if words:
            self._say(f" {words}" if self._space and not self._spaced else words)
            self._space = text[-1] == " "

    def _say(self, text: str) -> None:
        if self._struck:
            self._writer.strike(text)
            return
        self._spaced = text[-1:] == "\n"
        if self._hidden:
            self._writer.hide(text)
        else:
            self._writer.write(text)

    def _line_break(self) -> None:
        if self._writer.in_paragraph:
            self._say("\n")
            self._space = False

    def _break(self) -> None:
        """End the paragraph at hand, if any."""
        if self._writer.in_paragraph:
            self._writer.end_paragraph(self._shape())
            self._label = ""
        self._spaced, self._space = True, False
        pictures, self._pictures = self._pictures, []
        for picture in pictures:
            self._writer.add(self._pictured(picture))

    def _shape(self) -> Shape:
        label = mark(self._label)
        if self._headings:
            return Shape(BlockKind.HEADING, self._headings[-1], label)
        if not label:
            return Shape()
        return Shape(BlockKind.ITEM, min(max(len(self._lists) - 1, 0), _DEEPEST), label)

    # Elements

    def _begin(self, element: _Element) -> None:
        tag = element.tag
        style = element.get("style", "")
        if tag in _BLOCKS or element in self._furniture:
            self._break()
        self._set_apart(element)
        if self._mark is None and _WRITTEN_MARK.search(style):
            self._mark, self._label = element, ""
        if tag in _HEADINGS:
            self._headings.append(_HEADINGS[tag])
        elif tag in {"ol", "ul"}:
            form = _FORMS.get(element.get("type", ""), "decimal") if tag == "ol" else ""
            self._lists.append(_List(form, _number(element, "start", 1, HIGHEST)))
        elif tag == "li":
            self._label = self._item_label(element)
        elif tag == "pre":
            self._preformatted += 1
        elif tag == "br":
            self._line_break()
        elif tag == "img":
            self._image(element)
        elif tag == "p":
            self._mark = _blank_after_mark(element)
        else:
            self._begin_in_table(element)

    def _image(self, image: _Element) -> None:
        """Keep a picture until its paragraph ends, and what was written in its stead."""
        if not self._hidden:
            self._pictures.append(image)
            if said := telling(image.get("alt", "")):
                self._writer.hide(said)

    def _set_apart(self, element: _Element) -> None:
        """Note that what stands in the element is hidden, struck through or the site's own."""
        if is_hidden(element):
            self._hidden.append(element)
        if is_struck(element):
            self._struck.append(element)
        if self._aside is None and element in self._furniture:
            self._aside, self._writer.role = element, Role.STRAY

    def _come_out(self, element: _Element) -> None:
        if element is self._aside:
            self._break()
            self._aside, self._writer.role = None, Role.BODY
        for apart in (self._hidden, self._struck):
            if apart and apart[-1] is element:
                apart.pop()

    def _end(self, element: _Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._break()
        self._come_out(element)
        if self._mark is element:
            self._mark = None
        if tag in _HEADINGS:
            self._headings.pop()
        elif tag in {"ol", "ul"}:
            self._lists.pop()
        elif tag == "li":
            self._label = ""
        elif tag == "pre":
            self._preformatted -= 1
        elif tag == "table":
            self._tables.pop()
        elif tag in {"td", "th"}:
            self._end_cell(self._cells.pop())

    def _item_label(self, item: _Element) -> str:
        if not self._lists or not self._lists[-1].form:
            return "-"
        current = self._lists[-1]
        count = _number(item, "value", current.next, HIGHEST)
        current.next = min(count + 1, HIGHEST)
        return f"{written(count, current.form)}."

    def _begin_in_table(self, element: _Element) -> None:
        if element.tag == "table":
            self._tables.append(_Table(self._table_count))
            self._table_count += 1
        elif element.tag == "tr" and self._tables:
            table = self._tables[-1]
            table.row, table.column = table.row + 1, 0
            table.covered = {c: n - 1 for c, n in table.covered.items() if n > 1}
        elif element.tag in {"td", "th"}:
            self._cells.append(_Outer(self._writer.cell, len(self._writer.blocks)))
            if self._tables:
                self._writer.cell = _next_cell(self._tables[-1], element)

    def _end_cell(self, outer: _Outer) -> None:
        """Go back to what a cell stands in; an empty one keeps its place in the row."""
        if len(self._writer.blocks) == outer.blocks:
            self._writer.end_paragraph()
        self._writer.cell = outer.cell

    # Fields

    def _fill(self, control: OpenControl) -> None:
        if self._hidden or not control.default:
            return
        self._flow(" ")
        if self._space and not self._spaced:
            self._say(" ")
        self._writer.begin()
        self._writer.open(control)
        self._writer.close(control)
        self._spaced, self._space = False, True


def control_of(element: _Element) -> OpenControl | None:
    """A field with what is filled in; None for a button and its like, which are never filled in.

    A prompt is no text of the page.
    """
    kind = element.get("type", "text").casefold()
    if element.tag == "input" and kind in _UNWRITTEN_INPUTS:
        return None
    if element.tag == "input" and kind in _TICKS:
        control = OpenControl(ControlKind.CHECKBOX, default=sign("checked" in element.attrib))
    elif element.tag == "select":
        control = OpenControl(ControlKind.CHOICE, default=_chosen(element))
    elif element.tag == "textarea":
        control = OpenControl(default=(element.text or "").strip())
    else:
        control = OpenControl(default=element.get("value", ""))
    control.tag = element.get("name", "")
    return control


def is_hidden(element: _Element) -> bool:
    """Whether the element's text is in the page but not shown."""
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "")))


def is_struck(element: _Element) -> bool:
    """Whether the element strikes its text through."""
    return element.tag in _STRUCK_TAGS or bool(_STRUCK.search(element.get("style", "")))


def _blank_after_mark(paragraph: _Element) -> _Element | None:
    """The blank that Word writes between an item's bullet or number and its text."""
    before = ""
    for element in islice(paragraph.iter("p", "span"), _MARK_LENGTH):
        if _GAP.search(element.get("style", "")) and before.strip():
            return element if next(element.iterancestors(*_UNREAD, "del"), None) is None else None
        before += element.text or ""
        if len(before.strip()) > _MARK_LENGTH:
            break
    return None


def _next_cell(table: _Table, element: _Element) -> Cell:
    """The place of the next cell, right of those that reach down from the rows above."""
    while table.covered.get(table.column, 0):
        table.column += 1
    cell = Cell(table.number, max(table.row, 0), table.column)
    wide = _number(element, "colspan", 1, _WIDEST)
    high = _number(element, "rowspan", 1, _WIDEST)
    if high > 1:
        table.covered |= dict.fromkeys(range(cell.column, cell.column + wide), high)
    table.column += wide
    return cell


def _number(element: _Element, name: str, default: int, most: int) -> int:
    text = element.get(name, "")
    return min(max(int(text), 1), most) if text.isascii() and text.isdigit() else default


def _chosen(select: _Element) -> str:
    options = list(select.iter("option"))
    chosen = [o for o in options if "selected" in o.attrib] or options[:1]
    return ", ".join(" ".join((o.text or "").split()) for o in chosen)
