"""Walks the tokens of an RTF file in order, with the state that groups save and restore.

Unknown control words say nothing and unknown groups are walked through, so that text is met
whatever it stands in; only groups that RTF itself marks as ignorable are passed over, and
those known to hold no text of the document. Tracked changes count as accepted.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import ClassVar

from inspel_app.domain.document import Block, BlockKind, Role
from inspel_app.reading.blocks import PLAIN, BlockWriter, Shape
from inspel_app.reading.limits import too_large
from inspel_app.reading.numerals import mark
from inspel_app.reading.pictures import PICTURED
from inspel_app.reading.rtf_fields import field_symbol, form_field
from inspel_app.reading.rtf_header import Header
from inspel_app.reading.rtf_pictures import RtfPicture, picture_in
from inspel_app.reading.rtf_scan import TOKEN, end_of_group, number, opening
from inspel_app.reading.rtf_state import (
    FIELD_TEXTS,
    LABELS,
    ORDER,
    PICTURES,
    READ,
    ROLES,
    UNREAD,
    Apart,
    Field,
    State,
    Tables,
)
from inspel_app.reading.symbols import sign_at

_DEEPEST = 1_000
_DEEPEST_APART = 20
_DEEPEST_TABLE = 100
_CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    **dict.fromkeys(("emspace", "enspace", "qmspace"), " "),
}
_SIGNS = {b"\\": "\\", b"{": "{", b"}": "}", b"~": "\N{NO-BREAK SPACE}", b"_": "-"}
_UNWRITTEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_PRIVATE = range(0xF000, 0xF100)
_UNKNOWN_SIGN = "•"
"""What stands for a sign of a symbol font that is not told; LibreOffice writes bullets so."""

_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_LEVELS = range(9)

_Ending = Callable[[], None]
"""What is to be done when a group ends."""


class Walker:
    """Reads the whole file into `writer`; `is_whole` tells whether all groups had an end.

    `pictured` gives the text of a picture on a page.
    """

    def __init__(self, data: bytes, pictured: Callable[[RtfPicture, int], list[Block]]) -> None:
        self.writer = BlockWriter()
        self.is_whole = True
        self._data = data
        self._pictured = pictured
        self._header = Header(data)
        self._state = State(self._header.default_font)
        self._outer: list[tuple[State, _Ending | None]] = []
        self._bytes = bytearray()
        self._skip = 0
        self._high = 0
        self._label: list[str] = []
        self._tables = Tables()
        self._boxes: list[Apart] = []
        self._pictures: list[RtfPicture] = []
        self._apart: list[Apart] = []
        self._depth = 0

    def read(self) -> None:
        """Read the text, then headers, footers, notes and comments."""
        self._story(0, len(self._data))
        self.is_whole = self.is_whole and not self._outer
        while self._apart:
            waiting, self._apart = self._apart, []
            for part in sorted(waiting, key=lambda part: ORDER.index(part.role)):
                self.writer.role, self.writer.comment = part.role, part.comment
                self._read_apart(part)

    # Groups

    def _story(self, start: int, end: int) -> None:
        at = start
        while at < end and (match := TOKEN.search(self._data, at, end)):
            at = match.end()
            if match["text"]:
                self._take(match["text"])
            elif match["word"]:
                at = self._word(match)
            elif match["hex"]:
                self._take(bytes.fromhex(match["hex"].decode("ascii")))
            elif match["brace"] == b"{":
                at = self._begin_group(match.start())
            elif match["brace"]:
                self._end_group()
            else:
                self._sign(match["sign"])
        self._flush()
        self._end_section()
        self.writer.end_story()
        self._read_pictures()
        self._read_boxes()

    def _begin_group(self, at: int) -> int:
        """Begin a group or pass it over; gives the place to go on from."""
        self._flush()
        begun = opening(self._data, at)
        word = begun.word
        if word in ROLES or word in {"fonttbl", "stylesheet"}:
            end = end_of_group(self._data, begun.start)
            self._read_later(word, begun.start, end)
        elif word in PICTURES:
            end = end_of_group(self._data, begun.start)
            self._keep_picture(at, end)
        elif word in UNREAD or (begun.ignorable and word not in READ):
            end = end_of_group(self._data, begun.start)
        else:
            self._enter(word)
            if word != "upr":
                return at + 1
            end = end_of_group(self._data, self._data.find(b"{", begun.start) + 1)
        self.is_whole = self.is_whole and end < len(self._data)
        return end + 1

    def _read_later(self, word: str, start: int, end: int) -> None:
        if word == "fonttbl":
            self._header.read_fonts(self._data, start, end)
            self._state.font = self._header.default_font
        elif word == "stylesheet":
            self._header.read_styles(self._data, start, end)
        else:
            state = replace(self._state, sink=None, hidden=False, struck=False)
            state.deleted = state.moved = False
            part = Apart(start, end, ROLES[word], state, self._depth + 1)
            self.writer.anchor(part.comment)
            (self._boxes if part.role is Role.TEXTBOX else self._apart).append(part)

    def _enter(self, word: str) -> None:
        if len(self._outer) >= _DEEPEST:
            raise too_large()
        outer, self._state = self._state, replace(self._state)
        ending: _Ending | None = None
        if word in LABELS:
            self._state.sink = self._label
        elif word == "field":
            self._state.field = begun = Field()
            ending = partial(self._end_field, begun)
        elif word == "fldinst":
            self._state.sink = outer.field.instruction
            ending = self._instruct
        elif word in FIELD_TEXTS:
            sink: list[str] = []
            self._state.sink = sink
            ending = partial(_join, sink, outer.field.texts.setdefault(word, []))
        self._outer.append((outer, ending))

    def _end_group(self) -> None:
        self._flush()
        if self._outer:
            self._state, ending = self._outer.pop()
            if ending is not None:
                ending()

    def _instruct(self) -> None:
        """Do what a field's instruction says, now that all of it is read."""
        about = self._state.field
        instruction = "".join(about.instruction).strip()
        about.control = form_field(instruction.partition(" ")[0], about.numbers, about.texts)
        if about.control is None:
            self._say(field_symbol(instruction))
        else:
            self.writer.begin()
            self.writer.open(about.control)

    def _end_field(self, ended: Field) -> None:
        if ended.control is not None:
            self.writer.close(ended.control)

    # Text

    def _take(self, data: bytes) -> None:
        """Bytes of text, less those that stand in for a character already read."""
        passed = min(self._skip, len(data))
        self._skip -= passed
        self._bytes += data[passed:]

    def _flush(self) -> None:
        """Write the bytes gathered; they are one text, as a character may take two."""
        self._skip = 0
        if self._bytes:
            font, data = self._state.font, bytes(self._bytes)
            self._bytes.clear()
            if font.symbols:
                self._say("".join(sign_at(_PRIVATE.start + b, font.name) or chr(b) for b in data))
            else:
                self._say(data.decode(font.encoding, "replace"))

    def _say(self, text: str) -> None:
        text = _UNWRITTEN.sub("", text)
        state = self._state
        if not text or state.moved or (state.deleted and state.sink is not None):
            return
        if state.sink is not None:
            state.sink.append(text)
        elif state.deleted:
            self._delete(text)
        elif state.hidden:
            self.writer.hide(text)
        elif state.struck:
            self.writer.strike(text)
        else:
            self.writer.write(text, placeholder=state.placeholder)

    def _delete(self, text: str) -> None:
        self.writer.begin()
        self.writer.delete(text)

    def _unicode(self, code: int) -> None:
        code &= 0xFFFF
        if code in _HIGH:
            self._high = code
        elif code in _LOW and self._high:
            self._say(chr(0x10000 + (self._high - _HIGH.start) * 0x400 + code - _LOW.start))
        elif code in _PRIVATE:
            self._say(sign_at(code, self._state.font.name) or _UNKNOWN_SIGN)
        elif chr(code) in "\r\n":
            self._say("\n")
        else:
            self._say(chr(code))
        self._skip = self._state.fallback

    def _sign(self, sign: bytes) -> None:
        self._flush()
        if sign in {b"\n", b"\r"}:
            self._end_paragraph()
        else:
            self._say(_SIGNS.get(sign, ""))

    # Control words

    def _word(self, match: re.Match[bytes]) -> int:
        """Follow a control word; gives the place to go on from."""
        self._flush()
        word, value = match["word"].decode("ascii"), number(match)
        if word in _CHARACTERS:
            self._say(_CHARACTERS[word])
        elif word in self._WORDS:
            self._WORDS[word](self, 1 if value is None else value)
        elif word == "bin":
            return match.end() + max(value or 0, 0)
        elif word.startswith("ff"):
            self._state.field.numbers[word] = 0 if value is None else value
        return match.end()

    def _plain_text(self, _value: int) -> None:
        state = self._state
        state.font = self._header.default_font
        state.hidden = state.deleted = state.moved = state.struck = state.placeholder = False

    def _plain_paragraph(self, _value: int) -> None:
        state = self._state
        state.style, state.outline, state.level = 0, None, 0
        state.in_table, state.table_depth = False, 1

    def _set(self, name: str, value: object) -> None:
        setattr(self._state, name, value)

    def _page(self, _value: int) -> None:
        self.writer.page += 1
        if self.writer.in_paragraph:
            self._say("\n")

    # Paragraphs and tables

    def _end_paragraph(self, _value: int = 1) -> None:
        """End the paragraph, unless its mark has been deleted and joins it with the next."""
        if self._state.deleted:
            self._delete("\n")
        elif not self._state.moved:
            depth = self._state.table_depth if self._state.in_table else 0
            self.writer.cell = self._tables.enter(depth)
            self._finish()

    def _end_section(self) -> None:
        if self.writer.in_paragraph:
            self._end_paragraph()

    def _finish(self) -> None:
        self.writer.end_paragraph(self._shape())
        self._label.clear()
        self._read_pictures()
        self._read_boxes()

    def _shape(self) -> Shape:
        state = self._state
        style = self._header.style("s", state.style)
        heading = style.heading if state.outline is None else state.outline
        label = mark("".join(self._label))
        if heading:
            return Shape(BlockKind.HEADING, heading, label)
        return Shape(BlockKind.ITEM, state.level, label) if label else PLAIN

    def _end_cell(self, depth: int) -> None:
        self.writer.cell = self._tables.enter(depth)
        self._finish()
        self._tables.end_cell()

    # What stands beside the running text

    def _keep_picture(self, start: int, end: int) -> None:
        """Keep a picture that is shown until its paragraph ends."""
        state = self._state
        if self.writer.role in PICTURED and not (state.hidden or state.deleted or state.moved):
            picture = picture_in(self._data, start, end)
            self._pictures += [] if picture is None else [picture]

    def _read_pictures(self) -> None:
        pictures, self._pictures = self._pictures, []
        for picture in pictures:
            self.writer.add(self._pictured(picture, self.writer.page))

    def _read_boxes(self) -> None:
        """Read the text boxes anchored in the paragraph that has just ended."""
        boxes, self._boxes = self._boxes, []
        role, cell = self.writer.role, self.writer.cell
        for box in boxes:
            if role is Role.BODY:
                self.writer.role = Role.TEXTBOX
            self._read_apart(box)
        self.writer.role, self.writer.cell = role, cell

    def _read_apart(self, part: Apart) -> None:
        if part.depth > _DEEPEST_APART:
            raise too_large()
        before = self._state, self._outer, self._label, self._depth
        tables = self._tables.leave()
        self._state, self._outer, self._label = part.state, [], []
        self._depth = part.depth
        self._plain_paragraph(1)
        self.writer.cell = None
        self._story(part.start, part.end)
        self._state, self._outer, self._label, self._depth = before
        self._tables.come_back(tables)

    _WORDS: ClassVar[dict[str, Callable[["Walker", int], None]]] = {
        "par": _end_paragraph,
        "sect": lambda self, _: self._end_section(),
        "pard": _plain_paragraph,
        "plain": _plain_text,
        "page": _page,
        "u": _unicode,
        "cell": lambda self, _: self._end_cell(1),
        "nestcell": lambda self, _: self._end_cell(max(self._state.table_depth, 2)),
        "row": lambda self, _: self._tables.end_row(1),
        "nestrow": lambda self, _: self._tables.end_row(max(self._state.table_depth, 2)),
        "uc": lambda self, n: self._set("fallback", max(n, 0)),
        "f": lambda self, n: self._set("font", self._header.font(n)),
        "v": lambda self, n: self._set("hidden", n != 0),
        **dict.fromkeys(("strike", "striked"), lambda self, n: self._set("struck", n != 0)),
        "deleted": lambda self, n: self._set("deleted", n != 0),
        "mvf": lambda self, n: self._set("moved", n != 0),
        "s": lambda self, n: self._set("style", n),
        "cs": lambda self, n: self._set("placeholder", self._header.style("cs", n).placeholder),
        "outlinelevel": lambda self, n: self._set("outline", n + 1 if n in _LEVELS else 0),
        "intbl": lambda self, n: self._set("in_table", n != 0),
        "itap": lambda self, n: self._set("table_depth", min(max(n, 1), _DEEPEST_TABLE)),
        "ilvl": lambda self, n: self._set("level", min(max(n, _LEVELS[0]), _LEVELS[-1])),
    }


def _join(pieces: list[str], texts: list[str]) -> None:
    texts.append("".join(pieces))
