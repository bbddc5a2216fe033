"""Walks the XML of a Word file in reading order.

Every element goes by its tag to one method; elements without a method of their own are
walked through, so that text is met however deep it is wrapped. Tracked changes count as
accepted: deleted text is kept apart, and what was moved is read where it stands now.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from lxml.etree import _Element

from inspel_app.domain.document import Block, BlockKind, Cell, Role
from inspel_app.reading.blocks import PLAIN, BlockWriter, Shape, on_one_line
from inspel_app.reading.docx_controls import content_control
from inspel_app.reading.docx_fields import Fields
from inspel_app.reading.docx_lists import Numbering
from inspel_app.reading.docx_names import (
    CX,
    MC,
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    TEXTS,
    TYPE,
    VALUES,
    VML,
    A,
    C,
    R,
    W,
    child,
    chosen_branch,
    is_on,
    number,
    values,
)
from inspel_app.reading.docx_pictures import Drawn, alternative, drawn
from inspel_app.reading.docx_styles import NO_LIST, ListPlace, Style, Styles, outline_level
from inspel_app.reading.pictures import PICTURED
from inspel_app.reading.symbols import sign_at

_VANISH = W + "vanish"
_STRIKES = frozenset({W + "strike", W + "dstrike"})
_RUN_STYLE = W + "rStyle"
_PARAGRAPH_STYLE = W + "pStyle"
_RENDERED_BREAK = W + "lastRenderedPageBreak"
_WORD_ART = VML + "textpath"
_UNREAD = tuple(
    W + name
    for name in (
        *("pPr", "rPr", "sectPr", "sdtPr", "sdtEndPr", "tblPr", "tblPrEx", "tblGrid", "trPr"),
        *("tcPr", "moveFrom", "instrText", "delInstrText", "softHyphen", "fldData"),
    )
)
_DELETED = {
    **dict.fromkeys((*TEXTS, W + "delText"), ""),
    **dict.fromkeys((W + "tab", W + "br", W + "cr"), " "),
    W + "p": "\n",
}
"""What deleted text is made of, and what is put in for that which is no text."""
_REMOVALS = frozenset({W + "del", W + "moveFrom"})
_LIST_PLACE = W + "numPr"
_OUTLINE_LEVEL = W + "outlineLvl"
_MERGES = (W + "vMerge", W + "hMerge")
_NO_STYLE = Style()


@dataclass(slots=True)
class _Table:
    number: int
    row: int = 0
    column: int = 0


class Walker:
    """Reads one part after the other into `writer`; `placed` are the text elements met.

    `embedded` gives the paragraphs of a document that is embedded under a relation's id,
    `pictured` the text of a picture on a page.
    """

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        embedded: Callable[[str], list[str]],
        pictured: Callable[[Drawn, int], list[Block]],
    ) -> None:
        self.writer = BlockWriter()
        self.placed: set[_Element] = set()
        self._styles = styles
        self._numbering = numbering
        self._embedded = embedded
        self._pictured = pictured
        self._style = styles.default
        self._hidden = False
        self._struck = False
        self._placeholder = False
        self._covered = False
        self._joining = False
        self._page_breaks_rendered = False
        self._fields = Fields(self.writer)
        self._tables: list[_Table] = []
        self._table_count = 0
        self._boxes: list[_Element] = []
        self._pictures: list[Drawn] = []

    def story(self, root: _Element, role: Role) -> None:
        """Read a whole part."""
        self.writer.role = role
        self.writer.page = 1
        self._page_breaks_rendered = next(root.iter(_RENDERED_BREAK), None) is not None
        self._children(root)
        self._end_story()

    def _children(self, parent: _Element) -> None:
        methods, through = self._METHODS, Walker._children
        for element in parent:
            methods.get(element.tag, through)(self, element)

    def _skip(self, element: _Element) -> None:
        """Leave out what is no text of the document, or text that has been deleted."""

    # Text

    def _say(self, text: str) -> None:
        if self._hidden or self._covered or self._fields.in_instruction:
            self.writer.hide(text)
        elif self._struck:
            self.writer.strike(text)
        else:
            self.writer.write(text, placeholder=self._placeholder)

    def _text(self, element: _Element) -> None:
        self.placed.add(element)
        self._say(on_one_line(element.text or ""))

    def _deletion(self, element: _Element) -> None:
        """Keep the text in what has been deleted, without the prompts that were written over."""
        self.writer.delete(
            "".join(
                _DELETED[str(e.tag)] or on_one_line(e.text or "")
                for e in element.iter(*_DELETED)
                if not self._is_prompt(e)
            )
        )

    def _is_prompt(self, text: _Element) -> bool:
        style = values(child(text.getparent(), RUN_PROPERTIES)).get(_RUN_STYLE)
        return style is not None and self._styles[style].placeholder

    def _value(self, element: _Element) -> None:
        self._text(element)
        self._say(" ")

    def _series(self, series: _Element) -> None:
        self._children(series)
        self._end_story()

    def _run(self, run: _Element) -> None:
        before = self._hidden, self._struck, self._placeholder
        look = values(child(run, RUN_PROPERTIES))
        style = self._styles[look[_RUN_STYLE] or ""] if _RUN_STYLE in look else _NO_STYLE
        self._placeholder = style.placeholder
        if _VANISH in look:
            self._hidden = is_on(look[_VANISH])
        else:
            self._hidden = self._style.hidden or style.hidden
        if _STRIKES.isdisjoint(look):
            self._struck = self._style.struck or style.struck
        else:
            self._struck = any(is_on(look[name]) for name in _STRIKES & look.keys())
        self._children(run)
        self._hidden, self._struck, self._placeholder = before

    def _break(self, element: _Element) -> None:
        if element.get(TYPE) == "page" and not self._page_breaks_rendered:
            self.writer.page += 1
        self._say("\n")

    def _rendered_break(self, _element: _Element) -> None:
        self.writer.page += 1

    # Paragraphs

    def _paragraph(self, paragraph: _Element) -> None:
        if self.writer.in_paragraph and not self._joining:
            self._end_story()
        properties = child(paragraph, PARAGRAPH_PROPERTIES)
        look = values(properties)
        style_id = look.get(_PARAGRAPH_STYLE)
        self._style = self._styles.default if style_id is None else self._styles[style_id]
        self.writer.begin()
        self._children(paragraph)
        mark = child(properties, RUN_PROPERTIES) if RUN_PROPERTIES in look else None
        self._joining = not _REMOVALS.isdisjoint(values(mark))
        if self._joining:
            self.writer.delete("\n")
        else:
            place = ListPlace.of(properties) if _LIST_PLACE in look else None
            level = outline_level(look.get(_OUTLINE_LEVEL), self._style.heading)
            self._end_paragraph(self._shape(place or self._style.place, level))

    def _end_paragraph(self, shape: Shape) -> None:
        self._fields.end_instructions()
        self.writer.end_paragraph(shape)
        self._read_pictures()
        self._read_boxes()

    def _shape(self, place: ListPlace | None, heading: int) -> Shape:
        if place is None or place.list_id == NO_LIST:
            return Shape(BlockKind.HEADING, heading) if heading else PLAIN
        depth = self._numbering.depth(place, self._style.id)
        label = self._numbering.label(place.list_id, depth)
        if heading:
            return Shape(BlockKind.HEADING, heading, label)
        return Shape(BlockKind.ITEM, depth, label) if label else PLAIN

    def _alternatives(self, element: _Element) -> None:
        branch = chosen_branch(element)
        if branch is None:
            branch = child(element, MC + "Choice")  # it may hold a picture
        if branch is not None:
            self._children(branch)

    def _sdt(self, sdt: _Element) -> None:
        content = child(sdt, W + "sdtContent")
        if content is None:
            return
        control = content_control(child(sdt, W + "sdtPr"))
        if control is None:
            self._children(content)
        else:
            self.writer.open(control)
            self._children(content)
            self.writer.close(control)

    # What stands beside the running text

    def _text_box(self, box: _Element) -> None:
        self._boxes.append(box)
        if not self.writer.in_paragraph:
            self._read_boxes()

    def _read_boxes(self) -> None:
        """Read the text boxes anchored in the paragraph that has just ended."""
        if not self._boxes:
            return
        boxes, self._boxes = self._boxes, []
        role, style = self.writer.role, self._style
        hidden, self._hidden = self._hidden, False
        for box in boxes:
            if role is Role.BODY:
                self.writer.role = Role.TEXTBOX
            if box.tag == _WORD_ART:
                self._say(box.get("string", ""))
            self._children(box)
            self._end_story()
        self.writer.role, self._style, self._hidden = role, style, hidden

    def _drawing(self, drawing: _Element) -> None:
        if self.writer.role in PICTURED and not self._hidden:
            self._pictures += drawn(drawing)
            if said := alternative(drawing):
                self.writer.hide(said)
        self._children(drawing)

    def _read_pictures(self) -> None:
        """Read the pictures that stand in the paragraph that has just ended."""
        pictures, self._pictures = self._pictures, []
        for picture in pictures:
            self.writer.add(self._pictured(picture, self.writer.page))

    def _note(self, note: _Element) -> None:
        if note.get(TYPE, "normal") == "normal":
            self.writer.comment = _key(note)
            self._children(note)
            self._end_story()
            self.writer.comment = ""

    def _reference(self, reference: _Element) -> None:
        self.writer.anchor(_key(reference))

    def _embedded_document(self, element: _Element) -> None:
        self._end_story()
        for text in self._embedded(element.get(R + "id", "")):
            self.writer.write(text)
            self._end_paragraph(PLAIN)

    def _end_story(self) -> None:
        self._fields.end_all()
        self.writer.end_story()
        self._read_pictures()
        self._read_boxes()

    # Tables

    def _table(self, table: _Element) -> None:
        self._end_story()
        cell = self.writer.cell
        self._tables.append(_Table(self._table_count))
        self._table_count += 1
        self._children(table)
        self._tables.pop()
        self.writer.cell = cell

    def _row(self, row: _Element) -> None:
        look = values(child(row, W + "trPr"))
        if not _REMOVALS.isdisjoint(look):
            if W + "del" in look:
                self._deletion(row)
            return
        if self._tables:
            self._tables[-1].column = number(look.get(W + "gridBefore"), 0)
        self._children(row)
        if self._tables:
            self._tables[-1].row += 1

    def _cell(self, cell: _Element) -> None:
        look = values(child(cell, W + "tcPr"))
        if W + "cellDel" in look:
            self._deletion(cell)
            return
        if self._tables:
            table = self._tables[-1]
            self.writer.cell = Cell(table.number, table.row, table.column)
            table.column += max(1, number(look.get(W + "gridSpan"), 1))
        covered, self._covered = self._covered, self._covered or _is_covered(look)
        self._children(cell)
        self._end_story()
        self._covered = covered

    _METHODS: ClassVar[dict[str, Callable[["Walker", _Element], None]]] = {
        **dict.fromkeys(_UNREAD, _skip),
        **dict.fromkeys(TEXTS, _text),
        **dict.fromkeys(VALUES, _value),
        C + "ser": _series,
        CX + "lvl": _series,
        **dict.fromkeys((W + "del", W + "delText"), _deletion),
        W + "r": _run,
        W + "p": _paragraph,
        A + "p": _paragraph,
        W + "sdt": _sdt,
        W + "tbl": _table,
        W + "tr": _row,
        W + "tc": _cell,
        W + "tab": lambda self, _: self._say("\t"),
        W + "ptab": lambda self, _: self._say("\t"),
        W + "cr": lambda self, _: self._say("\n"),
        A + "br": lambda self, _: self._say("\n"),
        W + "br": _break,
        _RENDERED_BREAK: _rendered_break,
        W + "noBreakHyphen": lambda self, _: self._say("-"),
        W + "sym": lambda self, element: self._say(_symbol(element)),
        W + "fldChar": lambda self, element: self._fields.mark(element),
        MC + "AlternateContent": _alternatives,
        W + "txbxContent": _text_box,
        A + "txBody": _text_box,
        W + "drawing": _drawing,
        W + "pict": _drawing,
        _WORD_ART: _text_box,
        W + "footnote": _note,
        W + "endnote": _note,
        W + "comment": _note,
        **dict.fromkeys(
            (W + kind + "Reference" for kind in ("footnote", "endnote", "comment")), _reference
        ),
        W + "altChunk": _embedded_document,
    }


def _key(note: _Element) -> str:
    """What tells a comment or a note from others, the same for it and for its reference."""
    kind = str(note.tag).rpartition("}")[2].removesuffix("Reference")
    number = note.get(W + "id", "")
    return number if kind == "comment" else number and f"{kind}:{number}"


def _is_covered(look: dict[str, str | None]) -> bool:
    """Whether a cell is the continuation of a merged one, which covers what stands in it."""
    return any(name in look and look[name] in {None, "continue"} for name in _MERGES)


def _symbol(element: _Element) -> str:
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return ""
    return sign_at(code, element.get(W + "font", ""))
