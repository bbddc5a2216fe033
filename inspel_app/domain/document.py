"""What a reader makes of a file: text in blocks, each with its place in the original."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, reduce
from itertools import accumulate, chain, islice, pairwise, takewhile, zip_longest


class Method(StrEnum):
    """How a piece of text came to us."""

    CONTROL = "control"
    TEXT = "text"
    PDF = "pdf"
    OCR = "ocr"
    MAIL = "mail"
    MANUAL = "manual"


class Role(StrEnum):
    """Which stream of the document a block belongs to."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "note"
    TEXTBOX = "textbox"
    COMMENT = "comment"
    STRAY = "stray"
    """Text that the file holds but that the reader could not place in any stream."""
    QUOTED = "quoted"
    """Another's words in a mail: what it answers, or the note of whoever passed it on."""
    SIGNATURE = "signature"
    """The contact card under a mail."""


class BlockKind(StrEnum):
    """What a block is in its stream."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    """A list item; the bullet or number stands in the text, as `- ` or `1. `."""


class ControlKind(StrEnum):
    """The kinds of content controls and form fields."""

    TEXT = "text"
    CHOICE = "choice"
    DATE = "date"
    CHECKBOX = "checkbox"
    """Its text is ☒ when ticked and ☐ when not."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A doubt about a file or an answer: `code` for lists and tests, `message` for the user."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the page's upper left corner."""

    x0: float
    y0: float
    x1: float
    y1: float

    def union(self, other: "Box") -> "Box":
        """The smallest box that holds both."""
        return Box(
            min(self.x0, other.x0),
            min(self.y0, other.y0),
            max(self.x1, other.x1),
            max(self.y1, other.y1),
        )


@dataclass(frozen=True, slots=True)
class Location:
    """A place in an original: `Document.text[start:end]` is the text that stands there.

    `file` is the original's SHA-256, `page` counts from 1, `box` is None where the
    format has no fixed pages (Word, plain text). `headings` are the stretches that the writer
    marked as headings there, counted from `start`.
    """

    file: str
    start: int
    end: int
    page: int = 1
    box: Box | None = None
    headings: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of a block; `start` and `end` are offsets in the block's text."""

    start: int
    end: int
    page: int
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A word that was read from a picture; `start` and `end` are offsets in the block's text.

    `confidence` (0-1) is how sure the reading is, `box` where the word stands on the page.
    """

    start: int
    end: int
    confidence: float
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Control:
    """A content control, or the part of it that lies in this block.

    `start` and `end` are offsets in the block's text; `number` is the same in all blocks
    of one control; `placeholder` is true while nobody has written in it.
    """

    start: int
    end: int
    number: int
    kind: ControlKind = ControlKind.TEXT
    tag: str = ""
    placeholder: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a table a block stands, all counted from 0; `table` is unique in the document."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item. `text` may hold line breaks that the writer made.

    `start` is its offset in `Document.text`. `lines` are its printed lines where the format
    knows them (PDF, OCR), else empty. `words` are those that were read from a picture.
    `level` is 1-9 for headings, 0-8 for list items. `comments` are the keys of the comments and
    notes that are anchored in it, `comment` is that of the one which it is a part of, if any.
    `told` is true where a doubt of the document's own tells of it, as of what was deleted.
    `withdrawn` is true of what the writer took back: deleted, struck through or hidden.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    role: Role = Role.BODY
    level: int = 0
    page: int = 1
    cell: Cell | None = None
    controls: tuple[Control, ...] = ()
    lines: tuple[Line, ...] = ()
    words: tuple[Word, ...] = ()
    comments: tuple[str, ...] = ()
    comment: str = ""
    told: bool = False
    withdrawn: bool = False
    start: int = 0

    @property
    def end(self) -> int:
        """Offset in `Document.text` just after the block."""
        return self.start + len(self.text)

    @property
    def is_aside(self) -> bool:
        """Whether it is no part of what the writer says: taken back, or only a comment."""
        return self.withdrawn or self.role is Role.COMMENT

    def is_beside(self, other: "Block") -> bool:
        """Whether the two stand in different cells of one row of a table."""
        one, two = self.cell, other.cell
        if one is None or two is None or self.role is not other.role:
            return False
        return (one.table, one.row) == (two.table, two.row) and one.column != two.column


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height of a page in points."""

    width: float
    height: float


@dataclass(frozen=True)
class Document:
    """A file as text in reading order."""

    file: str
    method: Method
    blocks: tuple[Block, ...]
    pages: tuple[PageSize, ...] = ()
    problems: tuple[Problem, ...] = ()

    @cached_property
    def text(self) -> str:
        """The blocks' texts, each on a line, but cells of one row of a table parted by tabs.

        Every Location counts in it.
        """
        ends = ("\t" if one.is_beside(other) else "\n" for one, other in pairwise(self.blocks))
        texts = (block.text for block in self.blocks)
        return "".join(chain.from_iterable(zip_longest(texts, ends, fillvalue="")))

    @cached_property
    def cell_by_cell(self) -> str:
        """The same text, with the same places, where each cell of a table begins a line.

        So texts are looked for that may be laid out in the cells of a table, as a form's.
        """
        return "\n".join(block.text for block in self.blocks)

    @classmethod
    def of(
        cls,
        file: str,
        method: Method,
        blocks: Iterable[Block],
        pages: Iterable[PageSize] = (),
        problems: Iterable[Problem] = (),
    ) -> "Document":
        """Make a document of drafted blocks: gives each block its `start`."""
        drafts = list(blocks)
        starts = accumulate((len(b.text) + 1 for b in drafts), initial=0)
        placed = tuple(replace(b, start=s) for b, s in zip(drafts, starts, strict=False))
        return cls(file, method, placed, tuple(pages), tuple(problems))

    def at(self, location: Location) -> str:
        """The text that stands at a location of this document."""
        return self.text[location.start : location.end]

    def block_at(self, offset: int) -> Block:
        """The block in which `text[offset]` stands, or after which."""
        return self.blocks[max(bisect_right(self.blocks, offset, key=lambda b: b.start) - 1, 0)]

    def words(self, start: int, end: int) -> list[Word]:
        """The words in `text[start:end]` that were read from a picture; they count in `text`."""
        return [
            replace(word, start=block.start + word.start, end=block.start + word.end)
            for block in self._blocks_in(start, end)
            for word in block.words
            if block.start + word.start < end and block.start + word.end > start
        ]

    def confidence(self, ranges: Iterable[tuple[int, int]]) -> float:
        """How surely (0-1) the ranges were read, by their characters; 1 for what was no picture."""
        words = [word for start, end in ranges for word in self.words(start, end)]
        length = sum(word.end - word.start for word in words)
        sure = sum((word.end - word.start) * word.confidence for word in words)
        return sure / length if length else 1.0

    def locate(self, start: int, end: int) -> Location:
        """The location of `text[start:end]`, with the page and box of its first printed lines.

        What looks like a heading on a printed page is not marked as one by its writer.
        """
        stop = max(end, start + 1)
        blocks = self._blocks_in(start, stop)
        lines = [
            line
            for block in blocks
            for line in block.lines
            if block.start + line.start < stop and block.start + line.end > start
        ]
        page = lines[0].page if lines else blocks[0].page if blocks else 1
        boxes = [line.box for line in lines if line.page == page and line.box is not None]
        box = reduce(Box.union, boxes) if boxes else None
        marked = [
            (max(block.start, start) - start, min(block.end, end) - start)
            for block in blocks
            if block.kind is BlockKind.HEADING and not block.lines
        ]
        return Location(self.file, start, end, page, box, tuple(marked))

    def _blocks_in(self, start: int, end: int) -> list[Block]:
        first = max(bisect_right(self.blocks, start, key=lambda b: b.start) - 1, 0)
        return list(takewhile(lambda b: b.start < end, islice(self.blocks, first, None)))
