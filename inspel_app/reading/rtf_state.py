"""What the walk through an RTF file keeps in mind, and the groups that it knows by name."""

from dataclasses import dataclass, field

from inspel_app.domain.document import Cell, Role
from inspel_app.reading.controls import OpenControl
from inspel_app.reading.rtf_header import Font

ROLES = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), Role.HEADER),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), Role.FOOTER),
    "footnote": Role.NOTE,
    "annotation": Role.COMMENT,
    **dict.fromkeys(("shptxt", "dptxbxtext"), Role.TEXTBOX),
}
"""Groups that stand in the text but are read apart from it."""

ORDER = (Role.HEADER, Role.FOOTER, Role.NOTE, Role.COMMENT)
"""In which order they are read, after the text."""

UNREAD = frozenset(
    (
        *("colortbl", "filetbl", "revtbl", "listtable", "listoverridetable", "info"),
        *("nonshppict", "shprslt", "nonesttables", "mmathPict", "objdata", "objname"),
        *("objclass", "xe", "rxe", "txe", "tc", "tcn", "template", "ftnsep", "ftnsepc"),
        *("aftnsep", "aftnsepc", "datafield", "userprops", "xmlnstbl", "rsidtbl"),
    )
)
"""Groups that hold no text of the document."""

READ = frozenset(
    (
        *("shpinst", "shpgrp", "shppict", "do", "ud", "annotation", "fldinst", "formfield"),
        *("nesttableprops", "moMath", "moMathPara", "ffname", "ffdeftext", "ffl", "pntext"),
    )
)
"""Groups marked as ignorable that we know."""

PICTURES = frozenset({"pict", "sp"})
"""Groups that may hold a picture, and no text: itself, or as a property of a shape."""

LABELS = {"listtext", "pntext"}
"""Groups that hold a list item's mark, written out."""

FIELD_TEXTS = {"ffname", "ffdeftext", "ffl"}
"""Groups that describe a form field: its name, its default and the choices that it offers."""


@dataclass(slots=True)
class Field:
    """A field while it is being read; `numbers` and `texts` describe a form field, by word."""

    instruction: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)
    control: OpenControl | None = None


@dataclass(slots=True)
class State:
    """What a group inherits and its end undoes. `sink` takes text that is none of the document."""

    font: Font
    fallback: int = 1
    hidden: bool = False
    deleted: bool = False
    moved: bool = False
    struck: bool = False
    placeholder: bool = False
    style: int = 0
    outline: int | None = None
    in_table: bool = False
    table_depth: int = 1
    level: int = 0
    sink: list[str] | None = None
    field: Field = field(default_factory=Field)


@dataclass(frozen=True, slots=True)
class Apart:
    """A group that is read when what it stands in has been read."""

    start: int
    end: int
    role: Role
    state: State
    depth: int

    @property
    def comment(self) -> str:
        """What tells a comment or a note from others; "" for what is neither."""
        return str(self.start) if self.role in {Role.COMMENT, Role.NOTE} else ""


@dataclass(slots=True)
class _Table:
    number: int
    row: int = 0
    column: int = 0


class Tables:
    """The tables that the walk is inside of, innermost last; numbered as they come."""

    def __init__(self) -> None:
        self._open: list[_Table] = []
        self._count = 0

    def enter(self, depth: int) -> Cell | None:
        """The cell at hand, when the walk has gone to where tables stand so deep in each other."""
        del self._open[depth:]
        while len(self._open) < depth:
            self._open.append(_Table(self._count))
            self._count += 1
        if not self._open:
            return None
        table = self._open[-1]
        return Cell(table.number, table.row, table.column)

    def end_cell(self) -> None:
        """Go on to the next cell of the row."""
        self._open[-1].column += 1

    def end_row(self, depth: int) -> None:
        """Go on to the next row of the table at this depth, if there is one."""
        del self._open[depth:]
        if len(self._open) == depth:
            self._open[-1].row += 1
            self._open[-1].column = 0

    def leave(self) -> list["_Table"]:
        """Leave all tables for a text beside them; gives what to come back to."""
        left, self._open = self._open, []
        return left

    def come_back(self, left: list["_Table"]) -> None:
        """Go on where `leave` left off."""
        self._open = left
