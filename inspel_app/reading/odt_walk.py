"""Walks the XML of an OpenDocument text in reading order.

Every element goes by its tag to one method; elements without a method of their own are
walked through, so that text is met however deep it is wrapped. Tracked changes count as
accepted: what was deleted lies apart from the text and is not read.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from lxml.etree import _Element

from inspel_app.domain.document import Block, BlockKind, Cell, Role
from inspel_app.reading.blocks import PLAIN, BlockWriter, Shape
from inspel_app.reading.controls import OpenControl
from inspel_app.reading.odt_controls import FormControls, content_control, field_mark, input_field
from inspel_app.reading.odt_lists import Lists, OpenList
from inspel_app.reading.odt_names import (
    DC,
    DRAW,
    FIELD,
    LOEXT,
    MATH,
    META,
    OFFICE,
    PARAGRAPHS,
    SVG,
    TABLE,
    TEXT,
    XLINK,
    count,
    text_of,
)
from inspel_app.reading.odt_styles import Styles, heading_level
from inspel_app.reading.pictures import telling
from inspel_app.reading.style_names import LAST_HEADING

_SPACE = re.compile(r"[ \t\n\r]+")
_UNREAD = (
    *(TEXT + name for name in ("tracked-changes", "note-citation", "sequence-decls", "script")),
    *(TEXT + name for name in ("variable-decls", "user-field-decls", "dde-connection-decls")),
    *(OFFICE + name for name in ("forms", "event-listeners", "binary-data", "scripts")),
    *(META + "date-string", META + "creator-initials", LOEXT + "sender-initials"),
    *(DC + "creator", DC + "date", SVG + "title", SVG + "desc", MATH + "annotation"),
    FIELD + "param",
)
_SHAPES = tuple(
    DRAW + name
    for name in (
        *("frame", "custom-shape", "rect", "line", "connector", "ellipse", "circle", "polygon"),
        *("polyline", "path", "regular-polygon", "caption", "measure", "g"),
    )
)
_MOST_SPACES = 1_000
_PICTURED = frozenset({Role.BODY, Role.TEXTBOX})
"""Where pictures are read: in margins stand logos."""
_ALTERNATIVES = (SVG + "title", SVG + "desc")
_CONTENTS = tuple(DRAW + name for name in ("image", "object", "object-ole", "text-box"))


@dataclass(slots=True)
class _Table:
    number: int
    row: int = 0
    column: int = 0


class Walker:
    """Reads one part after the other into `writer`; `met` are the paragraphs that it has read.

    `embedded` gives the root of an object's XML by its link, None where there is none;
    `pictured` the text of a picture on a page.
    """

    def __init__(
        self,
        embedded: Callable[[str], _Element | None],
        pictured: Callable[[_Element, int], list[Block]],
    ) -> None:
        self.writer = BlockWriter()
        self.met: set[_Element] = set()
        self._embedded = embedded
        self._pictured = pictured
        self._hidden = False
        self._struck = False
        self._placeholder = False
        self._spaced = True
        self._lists: list[OpenList] = []
        self._unlabelled: list[int | None] = []
        self._tables: list[_Table] = []
        self._table_count = 0
        self._marks: list[OpenControl | None] = []
        self._boxes: list[_Element] = []
        self._notes: list[tuple[_Element, Role]] = []

    def story(
        self, root: _Element, role: Role, styles: Styles, numbering: Lists, forms: FormControls
    ) -> None:
        """Read a whole part, or one header or footer."""
        self._styles, self._numbering, self._forms = styles, numbering, forms
        self.writer.role, self.writer.page = role, 1
        self._children(root)
        self._end_story()

    def notes(self) -> None:
        """Read the notes, comments and objects that were passed in the text so far."""
        while self._notes:
            waiting, self._notes = self._notes, []
            for role in (Role.NOTE, Role.COMMENT, Role.STRAY):
                self.writer.role, self.writer.cell = role, None
                for element in (e for e, r in waiting if r is role):
                    self.writer.comment = _key(element)
                    self._apart(element)
        self.writer.comment = ""

    # Text

    def _children(self, parent: _Element) -> None:
        methods, through = self._METHODS, Walker._children
        self._written(parent.text)
        for element in parent:
            methods.get(element.tag, through)(self, element)
            self._written(element.tail)

    def _skip(self, element: _Element) -> None:
        """Leave out what is no text of the document."""

    def _written(self, text: str | None) -> None:
        """Text as it stands in the XML, where any white space is one space."""
        if text and (self.writer.in_paragraph or not text.isspace()):
            text = _SPACE.sub(" ", text)
            self._say(text[1:] if self._spaced and text[0] == " " else text)
            self._spaced = text[-1] == " "

    def _say(self, text: str) -> None:
        self._spaced = text[-1:] == "\n"
        if self._hidden:
            self.writer.hide(text)
        elif self._struck:
            self.writer.strike(text)
        else:
            self.writer.write(text, placeholder=self._placeholder)

    def _span(self, span: _Element) -> None:
        before = self._hidden, self._struck, self._placeholder
        style = self._styles.of("text", span.get(TEXT + "style-name"))
        self._hidden = self._hidden or style.hidden
        self._struck = self._struck if style.struck is None else style.struck
        self._placeholder = self._placeholder or style.placeholder
        self._children(span)
        self._hidden, self._struck, self._placeholder = before

    def _hiding(self, element: _Element) -> None:
        before = self._hidden
        self._hidden = before or _is_undisplayed(element)
        self._children(element)
        self._hidden = before

    def _ruby(self, element: _Element) -> None:
        self.writer.hide(_SPACE.sub(" ", self._flat(element)))

    def _flat(self, element: _Element) -> str:
        """All text in an element at once; paragraphs have no business there."""
        self.met.update(element.iter(*PARAGRAPHS))
        return text_of(element)

    def _page_break(self, _element: _Element) -> None:
        self.writer.page += 1

    # Paragraphs and lists

    def _paragraph(self, paragraph: _Element) -> None:
        self._end_story()
        self.met.add(paragraph)
        style = self._styles.of("paragraph", paragraph.get(TEXT + "style-name"))
        if style.breaks_page and self.writer.blocks:
            self.writer.page += 1
        before = self._hidden, self._struck, self._placeholder
        self._hidden, self._placeholder = before[0] or style.hidden, style.placeholder
        self._struck = style.struck is True
        self.writer.begin()
        self._spaced = True
        self._children(paragraph)
        heading = style.heading if paragraph.tag == TEXT + "p" else heading_level(paragraph)
        self._end_marks()
        self.writer.end_paragraph(self._shape(paragraph, heading, style.list_style))
        self._hidden, self._struck, self._placeholder = before
        self._read_boxes()

    def _shape(self, paragraph: _Element, heading: int, list_style: str) -> Shape:
        label = ""
        if self._unlabelled:
            start = self._unlabelled.pop()
            label = self._numbering.label(self._lists[-1], list_style, start)
        elif paragraph.tag == TEXT + "h" and paragraph.get(TEXT + "is-list-header") != "true":
            label = self._numbering.heading_label(heading)
        if heading:
            return Shape(BlockKind.HEADING, min(heading, LAST_HEADING), label)
        return Shape(BlockKind.ITEM, self._lists[-1].depth - 1, label) if label else PLAIN

    def _list(self, element: _Element) -> None:
        outer = self._lists[-1] if self._lists else None
        self._lists.append(self._numbering.open(element, outer))
        self._children(element)
        self._lists.pop()

    def _item(self, item: _Element) -> None:
        """An item: its first paragraph bears the mark, those that follow go on without one."""
        before = self._unlabelled
        start = count(item, TEXT + "start-value") if item.get(TEXT + "start-value") else None
        self._unlabelled = [start] if self._lists else []
        self._children(item)
        self._unlabelled = before

    # Fields and controls

    def _control(self, control: OpenControl, element: _Element) -> None:
        self.writer.open(control)
        self._children(element)
        self.writer.close(control)

    def _placeholder_field(self, element: _Element) -> None:
        self._control(OpenControl(placeholder=True), element)

    def _input(self, element: _Element) -> None:
        """An input field; in it, LibreOffice keeps the paragraph ends of Word's controls."""
        control = input_field(element)
        self.writer.open(control)
        text = self._flat(element)
        self._say(text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n"))
        self.writer.close(control)

    def _mark_start(self, element: _Element) -> None:
        control = field_mark(element)
        self._marks.append(control)
        if control is not None:
            self.writer.open(control)

    def _mark_end(self) -> None:
        control = self._marks.pop() if self._marks else None
        if control is not None:
            self.writer.close(control)

    def _mark(self, element: _Element) -> None:
        self._mark_start(element)
        self._mark_end()

    def _end_marks(self) -> None:
        """End the form fields that lack an end."""
        while self._marks:
            self._mark_end()

    def _form_control(self, element: _Element) -> None:
        name = element.get(DRAW + "control", "")
        control = self._forms.control(name)
        if control is not None:
            self.writer.begin()
            self.writer.open(control)
            self.writer.close(control)
            self._say(self._forms.label(name))

    # What stands beside the running text

    def _shape_box(self, shape: _Element) -> None:
        self._boxes.append(shape)
        if not self.writer.in_paragraph:
            self._read_boxes()

    def _read_boxes(self) -> None:
        """Read the frames and shapes anchored in the paragraph that has just ended."""
        boxes, self._boxes = self._boxes, []
        role = self.writer.role
        if role is Role.BODY:
            self.writer.role = Role.TEXTBOX
        for box in boxes:
            self._apart(box)
        self.writer.role = role

    def _apart(self, element: _Element) -> None:
        """Read what is no part of the list or the hidden text that it is anchored in."""
        before = self._hidden, self._lists, self._unlabelled
        self._hidden, self._lists, self._unlabelled = False, [], []
        self._children(element)
        self._end_story()
        self._hidden, self._lists, self._unlabelled = before

    def _note(self, note: _Element) -> None:
        self.writer.anchor(_key(note))
        self._notes.append((note, Role.COMMENT if note.tag == OFFICE + "annotation" else Role.NOTE))

    def _object(self, element: _Element) -> None:
        root = element if len(element) else self._embedded(element.get(XLINK + "href", ""))
        if root is not None:
            self._notes.append((root, Role.STRAY))

    def _image(self, image: _Element) -> None:
        frame = image.getparent()
        if self.writer.role not in _PICTURED or frame is None or not _is_shown(image, frame):
            return
        if said := telling(" ".join(text_of(e) for e in frame.iterchildren(*_ALTERNATIVES))):
            self.writer.hide(said)
        self.writer.add(self._pictured(image, self.writer.page))

    def _end_story(self) -> None:
        self._end_marks()
        self.writer.end_story()
        self._read_boxes()

    # Tables

    def _table(self, table: _Element) -> None:
        self._end_story()
        before = self.writer.cell, self._lists, self._unlabelled
        self._lists, self._unlabelled = [], []
        self._tables.append(_Table(self._table_count))
        self._table_count += 1
        self._children(table)
        self._tables.pop()
        self.writer.cell, self._lists, self._unlabelled = before

    def _row(self, row: _Element) -> None:
        if self._tables:
            self._tables[-1].column = 0
        self._children(row)
        if self._tables:
            self._tables[-1].row += 1

    def _cell(self, cell: _Element) -> None:
        if self._tables:
            table = self._tables[-1]
            self.writer.cell = Cell(table.number, table.row, table.column)
            table.column += count(cell, TABLE + "number-columns-repeated")
        before = self._hidden
        self._hidden = before or cell.tag == TABLE + "covered-table-cell"
        self._children(cell)
        self._end_story()
        self._hidden = before

    _METHODS: ClassVar[dict[str, Callable[["Walker", _Element], None]]] = {
        **dict.fromkeys(_UNREAD, _skip),
        **dict.fromkeys(PARAGRAPHS, _paragraph),
        **dict.fromkeys(_SHAPES, _shape_box),
        TEXT + "span": _span,
        TEXT + "s": lambda self, e: self._say(" " * count(e, TEXT + "c", _MOST_SPACES)),
        TEXT + "tab": lambda self, _: self._say("\t"),
        TEXT + "line-break": lambda self, _: self._say("\n"),
        TEXT + "soft-page-break": _page_break,
        TEXT + "section": _hiding,
        TEXT + "hidden-text": _hiding,
        TEXT + "ruby-text": _ruby,
        TEXT + "list": _list,
        TEXT + "list-item": _item,
        TEXT + "placeholder": _placeholder_field,
        TEXT + "text-input": _input,
        TEXT + "drop-down": lambda self, e: self._control(input_field(e), e),
        LOEXT + "content-control": lambda self, e: self._control(content_control(e), e),
        FIELD + "fieldmark-start": _mark_start,
        FIELD + "fieldmark-end": lambda self, _: self._mark_end(),
        FIELD + "fieldmark": _mark,
        DRAW + "control": _form_control,
        DRAW + "object": _object,
        DRAW + "image": _image,
        TEXT + "note": _note,
        OFFICE + "annotation": _note,
        TABLE + "table": _table,
        TABLE + "table-row": _row,
        TABLE + "table-cell": _cell,
        TABLE + "covered-table-cell": _cell,
    }


def _key(note: _Element) -> str:
    """What tells a comment or a note from others; "" for what is neither, or has no name."""
    if note.tag == OFFICE + "annotation":
        return note.get(OFFICE + "name", "")
    name = note.get(TEXT + "id", "") if note.tag == TEXT + "note" else ""
    return name and f"note:{name}"


def _is_undisplayed(element: _Element) -> bool:
    return element.get(TEXT + "display") == "none" or element.get(TEXT + "is-hidden") == "true"


def _is_shown(image: _Element, frame: _Element) -> bool:
    """Whether a frame shows the picture itself, which does not stand in for something else."""
    return next(frame.iterchildren(*_CONTENTS), None) is image
