"""Walks the XML of a Word file in reading order.

Every element goes by its tag to one method; elements without a method of their own are
walked through, so that text is met however deep it is wrapped. Tracked changes count as
accepted: deleted text has no method that would read it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from lxml.etree import _Element

from inspel_app.domain.document import BlockKind, Cell, Role
from inspel_app.reading.docx_blocks import PLAIN, BlockWriter, Shape
from inspel_app.reading.docx_controls import OpenControl, content_control, form_field
from inspel_app.reading.docx_lists import Numbering
from inspel_app.reading.docx_names import (
    MC,
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    TEXTS,
    TYPE,
    VAL,
    VML,
    A,
    R,
    W,
    chosen_branch,
    number,
    toggle,
    value,
)
from inspel_app.reading.docx_styles import NO_LIST, ListPlace, Style, Styles, outline_level
from inspel_app.reading.docx_symbols import symbol

_WORD_TEXT = W + "t"
_VANISH = W + "vanish"
_RUN_STYLE = W + "rStyle"
_PARAGRAPH_STYLE = W + "pStyle"
_RENDERED_BREAK = W + "lastRenderedPageBreak"
_WORD_ART = VML + "textpath"
_UNREAD = (
    *("pPr", "rPr", "sectPr", "sdtPr", "sdtEndPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr"),
    *("del", "moveFrom", "delText", "instrText", "delInstrText", "softHyphen", "fldData"),
)
_REMOVALS = (W + "del", W + "moveFrom")


@dataclass(slots=True)
class _Field:
    """A complex field: its instruction comes first, then (from `shown`) its result."""

    control: OpenControl | None
    shown: bool = False


@dataclass(slots=True)
class _Table:
    number: int
    row: int = 0
    column: int = 0


class Walker:
    """Reads one part after the other into `writer`.

    `embedded` gives the paragraphs of a document that is embedded under a relation's id.
    """

    def __init__(
        self, styles: Styles, numbering: Numbering, embedded: Callable[[str], list[str]]
    ) -> None:
        self.writer = BlockWriter()
        self._styles = styles
        self._numbering = numbering
        self._embedded = embedded
        self._style = styles.default
        self._hidden = False
        self._placeholder = False
        self._covered = False
        self._joining = False
        self._page_breaks_rendered = False
        self._fields: list[_Field] = []
        self._tables: list[_Table] = []
        self._table_count = 0
        self._boxes: list[_Element] = []
        self._methods: dict[str, Callable[[_Element], None]] = {
            **{W + name: self._skip for name in _UNREAD},
            **dict.fromkeys(TEXTS, self._text),
            W + "r": self._run,
            W + "p": self._paragraph,
            A + "p": self._paragraph,
            W + "sdt": self._sdt,
            W + "tbl": self._table,
            W + "tr": self._row,
            W + "tc": self._cell,
            W + "tab": lambda _: self._say("\t"),
            W + "ptab": lambda _: self._say("\t"),
            W + "cr": lambda _: self._say("\n"),
            A + "br": lambda _: self._say("\n"),
            W + "br": self._break,
            _RENDERED_BREAK: self._rendered_break,
            W + "noBreakHyphen": lambda _: self._say("-"),
            W + "sym": lambda element: self._say(symbol(element)),
            W + "fldChar": self._field_mark,
            MC + "AlternateContent": self._alternatives,
            W + "txbxContent": self._text_box,
            A + "txBody": self._text_box,
            _WORD_ART: self._text_box,
            W + "footnote": self._note,
            W + "endnote": self._note,
            W + "comment": self._note,
            W + "altChunk": self._embedded_document,
        }

    def story(self, root: _Element, role: Role) -> None:
        """Read a whole part."""
        self.writer.role = role
        self.writer.page = 1
        self._page_breaks_rendered = next(root.iter(_RENDERED_BREAK), None) is not None
        self._children(root)
        self._end_story()

    def _children(self, parent: _Element) -> None:
        methods, through = self._methods, self._children
        for child in parent:
            methods.get(child.tag, through)(child)

    def _skip(self, element: _Element) -> None:
        """Leave out what is no text of the document, or text that has been deleted."""

    # Text

    def _say(self, text: str) -> None:
        if self._hidden or self._covered or (self._fields and self._in_instruction()):
            self.writer.hide(text)
        else:
            self.writer.write(text, placeholder=self._placeholder)

    def _text(self, element: _Element) -> None:
        self._say(self.writer.place(element))

    def _run(self, run: _Element) -> None:
        before = self._hidden, self._placeholder
        properties = run.find(RUN_PROPERTIES)
        if properties is not None:
            style_id = value(properties, _RUN_STYLE)
            style = Style() if style_id is None else self._styles[style_id]
            self._placeholder = style.placeholder
            hidden = toggle(properties, _VANISH)
            self._hidden = (self._style.hidden or style.hidden) if hidden is None else hidden
        else:
            self._hidden, self._placeholder = self._style.hidden, False
        self._children(run)
        self._hidden, self._placeholder = before

    def _break(self, element: _Element) -> None:
        if element.get(TYPE) == "page" and not self._page_breaks_rendered:
            self.writer.page += 1
        self._say("\n")

    def _rendered_break(self, _element: _Element) -> None:
        self.writer.page += 1

    # Fields

    def _in_instruction(self) -> bool:
        return any(not field.shown for field in self._fields)

    def _field_mark(self, mark: _Element) -> None:
        step = mark.get(W + "fldCharType")
        if step == "begin":
            data = mark.find(W + "ffData")
            control = None if data is None else form_field(data)
            if control is not None:
                self.writer.open(control)
            self._fields.append(_Field(control))
        elif step == "separate" and self._fields:
            self._fields[-1].shown = True
        elif step == "end" and self._fields:
            self._end_field(self._fields.pop())

    def _end_field(self, field: _Field) -> None:
        if field.control is not None:
            self.writer.close(field.control)

    def _end_fields(self, *, all_of_them: bool) -> None:
        """End fields that lack an end, lest the rest of the text be taken for instruction."""
        while self._fields and (all_of_them or not self._fields[-1].shown):
            self._end_field(self._fields.pop())

    # Paragraphs

    def _paragraph(self, paragraph: _Element) -> None:
        if self.writer.in_paragraph and not self._joining:
            self._end_story()
        properties = paragraph.find(PARAGRAPH_PROPERTIES)
        style_id = value(properties, _PARAGRAPH_STYLE)
        self._style = self._styles.default if style_id is None else self._styles[style_id]
        self.writer.begin()
        self._children(paragraph)
        mark = None if properties is None else properties.find(RUN_PROPERTIES)
        self._joining = _is_removed(mark)
        if not self._joining:
            self._end_paragraph(self._shape(properties))

    def _end_paragraph(self, shape: Shape) -> None:
        self._end_fields(all_of_them=False)
        self.writer.end_paragraph(shape)
        self._read_boxes()

    def _shape(self, properties: _Element | None) -> Shape:
        style = self._style
        place = ListPlace.of(properties) or style.place
        heading = outline_level(properties, style.heading)
        if place is None or place.list_id == NO_LIST:
            return Shape(BlockKind.HEADING, heading) if heading else PLAIN
        depth = self._numbering.depth(place, style.id)
        label = self._numbering.label(place.list_id, depth)
        if heading:
            return Shape(BlockKind.HEADING, heading, label)
        return Shape(BlockKind.ITEM, depth, label) if label else PLAIN

    def _alternatives(self, element: _Element) -> None:
        branch = chosen_branch(element)
        if branch is not None:
            self._children(branch)

    def _sdt(self, sdt: _Element) -> None:
        content = sdt.find(W + "sdtContent")
        if content is None:
            return
        control = content_control(sdt.find(W + "sdtPr"))
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

    def _note(self, note: _Element) -> None:
        if note.get(TYPE, "normal") == "normal":
            self._children(note)
            self._end_story()

    def _embedded_document(self, element: _Element) -> None:
        self._end_story()
        for text in self._embedded(element.get(R + "id", "")):
            self.writer.write(text)
            self._end_paragraph(PLAIN)

    def _end_story(self) -> None:
        self._end_fields(all_of_them=True)
        self.writer.end_story()
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
        properties = row.find(W + "trPr")
        if _is_removed(properties):
            return
        if self._tables:
            self._tables[-1].column = number(value(properties, W + "gridBefore"), 0)
        self._children(row)
        if self._tables:
            self._tables[-1].row += 1

    def _cell(self, cell: _Element) -> None:
        properties = cell.find(W + "tcPr")
        if properties is not None and properties.find(W + "cellDel") is not None:
            return
        if self._tables:
            table = self._tables[-1]
            self.writer.cell = Cell(table.number, table.row, table.column)
            table.column += max(1, number(value(properties, W + "gridSpan"), 1))
        covered, self._covered = self._covered, self._covered or _is_covered(properties)
        self._children(cell)
        self._end_story()
        self._covered = covered


def _is_removed(properties: _Element | None) -> bool:
    """Whether a row, or the mark that ends a paragraph, is deleted or moved away."""
    return properties is not None and any(properties.find(r) is not None for r in _REMOVALS)


def _is_covered(properties: _Element | None) -> bool:
    """Whether a cell is the continuation of a merged one, which covers what stands in it."""
    if properties is None:
        return False
    for name in (W + "vMerge", W + "hMerge"):
        merge = properties.find(name)
        if merge is not None and merge.get(VAL, "continue") == "continue":
            return True
    return False
