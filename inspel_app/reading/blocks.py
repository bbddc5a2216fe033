"""Gathers running text into blocks, with the controls that lie in each."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from inspel_app.domain.document import (
    Block,
    BlockKind,
    Cell,
    Control,
    ControlKind,
    Problem,
    Role,
)
from inspel_app.i18n import ngettext
from inspel_app.reading.controls import OpenControl, without_link_code
from inspel_app.reading.limits import MAX_BLOCKS, MAX_CHARACTERS, too_large
from inspel_app.reading.plain import plain

_BLANKS = {ord(c): " " for c in "\t\n\r"}
"""White space inside XML text is shown as a space; breaks and tabs are elements."""

_APART = " … "
"""Between the texts that were deleted in one paragraph."""

MAX_RANGES = 500_000
"""Controls in blocks; nested ones round many paragraphs would multiply without end."""


def on_one_line(text: str) -> str:
    """The text of an XML element as it is shown, where breaks are elements of their own."""
    return text if text.isprintable() else text.translate(_BLANKS)


STRUCK = "struken-text"
"""The code of what is struck through."""
DELETED = "borttagen-text"
"""The code of what tracked changes have deleted."""


def unplaced_problem(blocks: list[Block], code: str) -> Problem:
    """The doubt that texts outside all streams give rise to."""
    return Problem(
        code,
        ngettext(
            "Ett stycke text i filen kunde inte placeras i dokumentet; det är listat för sig.",
            "{n} stycken text i filen kunde inte placeras i dokumentet; de är listade för sig.",
            len(blocks),
        ).format(n=len(blocks)),
    )


def struck_problems(count: int) -> list[Problem]:
    """The doubt that struck-through text in so many places gives rise to, if it is in any."""
    if not count:
        return []
    message = ngettext(
        "Överstruken text på ett ställe är inte med i svaren; den är listad för sig.",
        "Överstruken text på {n} ställen är inte med i svaren; den är listad för sig.",
        count,
    )
    return [Problem(STRUCK, message.format(n=count))]


def deleted_problems(count: int) -> list[Problem]:
    """The doubt that so many deleted texts give rise to, if there are any."""
    if not count:
        return []
    message = ngettext(
        "Text på ett ställe är borttagen med spårade ändringar och inte med i svaren; "
        "är den inte blankettens egen, är den listad för sig.",
        "Text på {n} ställen är borttagen med spårade ändringar och inte med i svaren; "
        "det som inte är blankettens eget är listat för sig.",
        count,
    )
    return [Problem(DELETED, message.format(n=count))]


class Shape(NamedTuple):
    """What a paragraph is: its kind and level, and the bullet or number before its text."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    label: str = ""


PLAIN = Shape()


class _Range(NamedTuple):
    control: OpenControl
    start: int
    end: int
    outer: bool
    placeholder: bool


@dataclass(slots=True)
class _Paragraph:
    """The paragraph at hand. The two ends tell whether a range is all placeholder text.

    `struck` and `deleted` are such texts by how much is written before each.
    """

    pieces: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    struck: dict[int, str] = field(default_factory=dict)
    deleted: dict[int, str] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)
    ranges: list[_Range] = field(default_factory=list)
    length: int = 0
    page: int = 0
    written_end: int = 0
    placeholder_end: int = 0


class BlockWriter:
    """Takes text, controls and paragraph ends in reading order, and keeps the blocks made.

    `strays` are hidden, struck-through and deleted texts: never shown as text of the document,
    never lost. `struck` counts those that were struck through, `deleted` the deleted ones.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.strays: list[Block] = []
        self.struck = 0
        self.deleted = 0
        self.role = Role.BODY
        self.cell: Cell | None = None
        self.comment = ""
        self.page = 1
        self._paragraph: _Paragraph | None = None
        self._controls: list[OpenControl] = []
        self._numbers = 0
        self._ranges = 0
        self._characters = 0

    @property
    def in_paragraph(self) -> bool:
        """Whether a paragraph has begun and not ended."""
        return self._paragraph is not None

    def begin(self) -> _Paragraph:
        """Begin a paragraph, or go on with the one at hand."""
        if self._paragraph is None:
            self._paragraph = _Paragraph()
            for control in self._controls:
                control.start = control.piece = 0
        return self._paragraph

    def write(self, text: str, *, placeholder: bool = False) -> None:
        """Add shown text; `placeholder` tells that it is styled as a prompt."""
        paragraph = self.begin()
        text = plain(text)
        if self._controls:
            text = _with_sign(self._controls[-1], without_link_code(text))
        paragraph.pieces.append(text)
        paragraph.length += len(text)
        if text and not text.isspace():
            paragraph.page = paragraph.page or self.page
            if placeholder:
                paragraph.placeholder_end = paragraph.length
            else:
                paragraph.written_end = paragraph.length

    def hide(self, text: str) -> None:
        """Add text that the document holds but does not show."""
        self.begin().hidden.append(plain(text))

    def strike(self, text: str) -> None:
        """Add text that the writer has struck through: read as live, it may turn the meaning."""
        paragraph = self.begin()
        before = paragraph.struck.get(paragraph.length, "")
        paragraph.struck[paragraph.length] = before + plain(text)

    def delete(self, text: str) -> None:
        """Add text that tracked changes have deleted; line breaks where paragraphs ended."""
        paragraph = self._paragraph
        if paragraph is None:
            self._keep_deleted(text)
        else:
            before = paragraph.deleted.get(paragraph.length, "")
            paragraph.deleted[paragraph.length] = before + text

    def anchor(self, comment: str) -> None:
        """Note that a comment with this key is about the paragraph at hand."""
        if comment:
            self.begin().comments.append(comment)

    def open(self, control: OpenControl) -> None:
        """Begin a control at the present place."""
        self._numbers += 1
        control.number = self._numbers
        control.outer = self._paragraph is None
        if self._paragraph is not None:
            control.start, control.piece = self._paragraph.length, len(self._paragraph.pieces)
        self._controls.append(control)

    def close(self, control: OpenControl) -> None:
        """End a control; does nothing where it has ended."""
        if control in self._controls:
            if self._paragraph is not None:
                self._note_range(self._paragraph, control)
            self._controls.remove(control)

    def end_paragraph(self, shape: Shape = PLAIN) -> None:
        """Make a block of the paragraph at hand (an empty one where none has begun)."""
        paragraph = self.begin()
        for control in self._controls:
            control.outer = True
            self._note_range(paragraph, control)
        self._paragraph = None
        text = "".join(paragraph.pieces)
        if paragraph.hidden:
            self._keep_hidden("".join(paragraph.hidden))
        for struck in filter(str.strip, paragraph.struck.values()):
            self.struck += 1
            self._keep_hidden(struck, told=True)
        self._keep_deleted(_APART.join(text.strip(" ") for text in paragraph.deleted.values()))
        if text.strip() or (self.role in {Role.BODY, Role.TEXTBOX}):
            label = shape.label if text.strip() else ""
            self._add(paragraph, label + text, shape, len(label))

    def add(self, blocks: Iterable[Block]) -> None:
        """Take over blocks that were read otherwise, as from a picture, at the present place."""
        for block in blocks:
            self.begin()
            self.write(block.text)
            self.end_paragraph(Shape(block.kind, block.level))
            if self.blocks[-1].text == block.text:
                self.blocks[-1] = replace(self.blocks[-1], words=block.words)

    def end_story(self) -> None:
        """End what a cell, a note or a whole part has left open."""
        begun = self._paragraph
        if begun is not None and (begun.length or begun.hidden or begun.struck or begun.deleted):
            self.end_paragraph()
        self._paragraph = None

    def _add(self, paragraph: _Paragraph, text: str, shape: Shape, shift: int) -> None:
        self._count(text)
        self.blocks.append(
            Block(
                text,
                kind=shape.kind if text else BlockKind.PARAGRAPH,
                role=self.role,
                level=shape.level if text else 0,
                page=paragraph.page or self.page,
                cell=self.cell,
                controls=_controls(paragraph.ranges, shift) if paragraph.ranges else (),
                comments=tuple(paragraph.comments),
                comment=self.comment,
            )
        )

    def _keep_hidden(self, text: str, *, told: bool = False) -> None:
        if text.strip():
            self._count(text)
            stray = Block(text, role=Role.STRAY, page=self.page, told=told, withdrawn=True)
            self.strays.append(stray)

    def _keep_deleted(self, text: str) -> None:
        lines = (plain(line).strip(_APART) for line in text.split("\n"))
        told = [line for line in lines if any(sign.isalnum() for sign in line)]
        self.deleted += len(told)
        for line in told:
            self._keep_hidden(line, told=True)

    def _count(self, text: str) -> None:
        self._characters += len(text)
        blocks = len(self.blocks) + len(self.strays)
        if self._characters > MAX_CHARACTERS or blocks >= MAX_BLOCKS:
            raise too_large()

    def _note_range(self, paragraph: _Paragraph, control: OpenControl) -> None:
        if control.default and paragraph.length == control.start:
            default, control.default = control.default, ""
            self.write(default)
        self._ranges += 1
        if self._ranges > MAX_RANGES:
            raise too_large()
        start, end = control.start, paragraph.length
        paragraph.ranges.append(
            _Range(control, start, end, control.outer, _is_untouched(paragraph, control))
        )


def _is_untouched(paragraph: _Paragraph, control: OpenControl) -> bool:
    """Whether the control shows its prompt only: says so, is styled so, or reads so."""
    if control.placeholder or paragraph.placeholder_end > control.start >= paragraph.written_end:
        return True
    if control.prompt is None or control.outer:
        return False
    return "".join(paragraph.pieces[control.piece :]).strip() == control.prompt.strip()


def _with_sign(control: OpenControl, text: str) -> str:
    """In a checkbox, the usual sign instead of the one that the form's maker has chosen."""
    if control.kind is not ControlKind.CHECKBOX or not control.default or text.isspace():
        return text
    sign, control.default = control.default, ""
    return sign if len(text.strip()) <= 1 else sign + text


def _controls(ranges: list[_Range], shift: int) -> tuple[Control, ...]:
    """The ranges as controls, in a text whose label is `shift` long.

    A control round the paragraph holds the label too, one inside it begins after the label.
    """
    controls = [
        Control(
            start=0 if r.outer and r.start == 0 else r.start + shift,
            end=r.end + shift,
            number=r.control.number,
            kind=r.control.kind,
            tag=r.control.tag,
            placeholder=r.placeholder,
        )
        for r in ranges
    ]
    return tuple(sorted(controls, key=lambda c: (c.start, c.number)))
