"""A PDF page's characters as words, read by PDFium.

A call per character would cost more than all the rest, so that only the first and the
last character of each word are asked where they stand.
"""

import ctypes
import math
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from inspel_app.reading.layout import BULLETS, Word
from inspel_app.reading.limits import too_large
from inspel_app.reading.pdf_matrices import Matrix, times
from inspel_app.reading.pdf_views import Turned

_BROKEN = "\x02\ufffe"
"""PDFium's sign for a hyphen at the end of a line."""
_WORD = re.compile(
    rf"[^\s{_BROKEN}\u200b\ufeff](?:[^ \t\r\n\f\v{_BROKEN}]*[{_BROKEN}]?)|[{_BROKEN}]"
)
_HIGH, _SMALL = 0.25, 0.6
"""How far above the baseline a high numeral begins at least, and its size, in font sizes."""
_NUMBERED = re.compile(r"(\d{1,3})[^\d\s.,:].*|(.*\D)\d{1,3}", re.DOTALL)
"""A word that begins or ends with a number."""
_CLEAN = {
    **dict.fromkeys([*range(9), *range(14, 32), 0x7F, 0xFFFF], "\ufffd"),
    **dict.fromkeys([*map(ord, _BROKEN), 0x2010, 0x2011], "-"),
    **dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF)),
    **dict(enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"), start=0xFB00)),
}
_MEANINGLESS = re.compile(
    "[\0-\x01\x03-\x08\x0e-\x1f\ufffd]|(?![" + "".join(sorted(BULLETS)) + "])[\ue000-\uf8ff]"
)
_BOLD = re.compile(rb"bold|black|heavy|semibd|demi", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")
_SLANT = 0.06
"""Text further askew than this, in quarter turns, is a stamp or watermark."""
_LETTERS = 0.8
"""A font's size as a share of the height of its letters' boxes."""
_MIDDLE, _LEVEL = 0.3, 0.7
"""How high above the baseline a letter's middle is, and how far off it may be, in font sizes."""
_TINY = 2.5
"""Smaller letters, in points, are not meant to be read."""
_NAME_BYTES = 128
_DROPPED = 1.8
"""A drop cap is so many times larger than what stands around it."""
_OFF_LINE = 0.5
"""No letter stands so many font sizes off the line of its text, unless PDFium tells it wrongly."""
_LEAST = 1e-9
_USUAL = 10.0
"""The font size of letters that tell none."""


class _Style(NamedTuple):
    """What a piece of text has in common; `quarters` is the turn that sets it upright.

    `place` moves its letters from where PDFium tells that they stand to the page as turned.
    """

    size: float
    quarters: int
    slanting: bool
    bold: bool
    invisible: bool
    place: Matrix


class Seen(NamedTuple):
    """Words, and the page turned so that they are upright."""

    view: Turned
    words: list[Word]


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's words: those to read, and those that nobody sees or that stand askew.

    `invisible` and `unreadable` count characters: drawn without ink, and without meaning.
    """

    main: Seen
    strays: tuple[Seen, ...]
    characters: int
    invisible: int
    unreadable: int


def read_words(page: pdfium.PdfPage, shown: Turned, *, scanned: bool, limit: int) -> PageText:
    """The page's words, seen from the direction in which most of them are written.

    Text without ink counts only on a `scanned` page, where it says what the picture shows.

    Raises:
        UnreadableError: `for-stor`, when there are more than `limit` characters.
    """
    textpage = page.get_textpage()
    try:
        if textpage.count_chars() > limit:
            raise too_large()
        return _Reader(textpage.raw, shown, scanned=scanned).read()
    finally:
        textpage.close()


class _Reader:
    """Gathers the words of one page."""

    def __init__(self, raw: object, shown: Turned, *, scanned: bool) -> None:
        self._raw, self._shown, self._scanned = raw, shown, scanned
        self._views = [replace(shown, quarters=quarters) for quarters in range(4)]
        self._places = [view.matrix for view in self._views]
        self._sizes = [view.size for view in self._views]
        self._styles: dict[int, _Style] = {}
        self._x, self._y, self._rect = ctypes.c_double(), ctypes.c_double(), pdfium_c.FS_RECTF()
        self._name, self._flags = ctypes.create_string_buffer(_NAME_BYTES), ctypes.c_int()
        self._matrix = pdfium_c.FS_MATRIX()
        self._regrouped = False
        self._plain = _Style(
            _USUAL, 0, slanting=False, bold=False, invisible=False, place=self._places[0]
        )

    def read(self) -> PageText:
        """The page; anew where PDFium has put spaces round letters that it saw elsewhere."""
        text = self._text()
        seen = self._read(text)
        return self._read(text) if self._regrouped else seen

    def _read(self, text: str) -> PageText:
        upright: list[list[Word]] = [[], [], [], []]
        strays: list[list[Word]] = [[], [], [], []]
        invisible = 0
        for first, end, high, style in self._spans(text):
            spaced = text[end : end + 1] == " " and not (self._regrouped and self._made_up(end))
            for plain in self._words(text[first:end], first, style, spaced=spaced):
                word = _lifted(plain) if high else plain
                invisible += style.invisible * len(word.text)
                seen = strays if self._unseen(word, style) else upright
                seen[style.quarters].append(word)
        main = max(range(4), key=lambda q: (_length(upright[q]), q == self._shown.quarters))
        strays = [upright[q] * (q != main) + strays[q] for q in range(4)]
        return PageText(
            Seen(self._views[main], upright[main]),
            tuple(Seen(self._views[q], strays[q]) for q in range(4) if strays[q]),
            sum(map(_length, [*strays, upright[main]])),
            invisible,
            len(_MEANINGLESS.findall(text)),
        )

    def _made_up(self, index: int) -> bool:
        return bool(pdfium_c.FPDFText_IsGenerated(self._raw, index))

    def _text(self) -> str:
        """The page's text, in which character i is PDFium's character i."""
        count = pdfium_c.FPDFText_CountChars(self._raw)
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium_c.FPDFText_GetText(self._raw, 0, count, buffer) - 1
        text = bytes(buffer).decode("utf-16-le", "surrogatepass")[:-1]
        if written == len(text) == count:
            return text
        codes = [pdfium_c.FPDFText_GetUnicode(self._raw, i) for i in range(count)]
        return "".join(chr(code) if code <= sys.maxunicode else "\ufffd" for code in codes)

    def _spans(self, text: str) -> Iterator[tuple[int, int, bool, _Style]]:
        """Where the words stand; a note's number is one by itself, perhaps of high numerals.

        So is the large capital with which a chapter begins.
        """
        size = 0.0
        for match in _WORD.finditer(text):
            first, end = match.span()
            style = self._style(first)
            size, before = style.size, size
            if size > _DROPPED * before > 0 and end - first > 1 and text[first].isupper():
                following = self._style(first + 1)
                if following.size < size / _DROPPED:
                    yield first, first + 1, False, style
                    first, style = first + 1, following
            digits = text[first].isdigit() or text[end - 1].isdigit()
            number = _NUMBERED.fullmatch(match[0]) if digits else None
            if number is None:
                yield first, end, False, style
                continue
            leads = number[1] is not None
            cut = first + number.end(1 if leads else 2)
            high = self._is_high(first if leads else cut)
            if high or self._style(cut - 1).size != self._style(cut).size:
                yield first, cut, high and leads, style
                yield cut, end, high and not leads, self._style(cut)
            else:
                yield first, end, False, style

    def _is_high(self, index: int) -> bool:
        """Whether a numeral is drawn high though it is set like others, as some fonts have it."""
        style = self._style(index)
        view = self._views[style.quarters]
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        pdfium_c.FPDFText_GetCharOrigin(self._raw, index, self._x, self._y)
        pdfium_c.FPDFText_GetCharBox(self._raw, index, left, right, bottom, top)
        box = view.box(left.value, bottom.value, right.value, top.value)
        return view.point(self._x.value, self._y.value)[1] - box.y1 > _HIGH * style.size

    def _words(self, text: str, first: int, style: _Style, *, spaced: bool) -> list[Word]:
        """The word that begins at a character, or its letters where they share no line."""
        last = first + len(text) - 1
        x0, x1, baseline, fits = self._measure(first, last, style, style.place)
        if not fits and last > first and not style.slanting:
            _x0, x1, _baseline, fits = self._measure(first, last, style, self._style(last).place)
            if not fits:
                return [
                    word
                    for i, letter in enumerate(text, first)
                    for word in self._words(letter, i, self._style(i), spaced=spaced and i == last)
                ]
        if x1 <= x0:
            x1 = x0 + 0.5 * style.size
        return [Word(clean(text), x0, x1, baseline, style.size, style.bold, spaced)]

    def _measure(
        self, first: int, last: int, style: _Style, end: Matrix
    ) -> tuple[float, float, float, bool]:
        """Where a word begins, ends and stands, and whether its last letter does so after it.

        `end` is the place of that letter. The matrices are written out: this is done so often
        that calls would cost more than all the rest.
        """
        raw, x, y, rect = self._raw, self._x, self._y, self._rect
        pdfium_c.FPDFText_GetCharOrigin(raw, first, x, y)
        pdfium_c.FPDFText_GetLooseCharBox(raw, last, rect)
        left, top, right, bottom = rect.left, rect.top, rect.right, rect.bottom
        across, up = x.value, y.value
        a, b, c, d, e, f = style.place
        x0, baseline = across * a + up * c + e, across * b + up * d + f
        a, b, c, d, e, f = end
        x1 = max(left * a + bottom * c + e, right * a + top * c + e)
        middle = ((left + right) * b + (bottom + top) * d) / 2 + f
        off = middle - baseline + _MIDDLE * style.size
        return x0, x1, baseline, x1 > x0 and abs(off) <= _LEVEL * style.size

    def _unseen(self, word: Word, style: _Style) -> bool:
        size = self._sizes[style.quarters]
        inside = word.x1 > 0 and word.x0 < size.width and 0 < word.baseline < size.height
        hidden = style.invisible and not self._scanned
        return hidden or style.slanting or word.size < _TINY or not inside

    def _style(self, index: int) -> _Style:
        piece = pdfium_c.FPDFText_GetTextObject(self._raw, index)
        if not piece:
            return self._plain
        key = ctypes.addressof(piece.contents)
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._new_style(piece, index)
        return style

    def _new_style(self, piece: object, index: int) -> _Style:
        matrix = self._matrix
        pdfium_c.FPDFText_GetMatrix(self._raw, index, matrix)
        pdfium_c.FPDFText_GetFontInfo(self._raw, index, self._name, _NAME_BYTES, self._flags)
        way = math.copysign(1, pdfium_c.FPDFText_GetFontSize(self._raw, index))
        turns = math.atan2(way * matrix.b, way * matrix.a) / (math.pi / 2)
        nearest = round(turns) if math.isfinite(turns) else 0
        size = self._size(index)
        view, group = self._places[nearest % 4], self._group(piece, index, size)
        return _Style(
            size,
            nearest % 4,
            not abs(turns - nearest) < _SLANT,
            _BOLD.search(self._name.value) is not None,
            pdfium_c.FPDFTextObj_GetTextRenderMode(piece) == pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE,
            view if group is None else times(group, view),
        )

    def _group(self, piece: object, index: int, size: float) -> Matrix | None:
        """What moves letters to their place, where PDFium tells of them as they stand in a group.

        So it does with letters that the file says otherwise, as `ﬁ`: it puts them off their line.
        """
        m = self._matrix
        pdfium_c.FPDFText_GetCharOrigin(self._raw, index, self._x, self._y)
        across, up = self._x.value - m.e, self._y.value - m.f
        off = abs(m.a * up - m.b * across) / max(math.hypot(m.a, m.b), _LEAST)
        own = pdfium_c.FS_MATRIX()
        if off < _OFF_LINE * size or not pdfium_c.FPDFPageObj_GetMatrix(piece, own):
            return None
        self._regrouped = True
        return _between((own.a, own.b, own.c, own.d, own.e, own.f), (m.a, m.b, m.c, m.d, m.e, m.f))

    def _size(self, index: int) -> float:
        """The font size on the page: as the file says, unless its letters are of another."""
        rect, matrix = self._rect, self._matrix
        pdfium_c.FPDFText_GetLooseCharBox(self._raw, index, rect)
        drawn = abs(rect.top - rect.bottom if matrix.d else rect.right - rect.left)
        said = abs(pdfium_c.FPDFText_GetFontSize(self._raw, index)) * math.hypot(matrix.c, matrix.d)
        agrees = not 0 < drawn < math.inf or drawn / 2 < said < drawn * 2
        size = said if agrees else _LETTERS * drawn
        return size if 0 < size < math.inf else _USUAL


def _between(inner: Matrix, outer: Matrix) -> Matrix | None:
    """What comes after the inner one to make the outer one."""
    a, b, c, d, e, f = inner
    area = a * d - b * c
    if abs(area) < _LEAST:
        return None
    back = (d / area, -b / area, -c / area, a / area)
    undone = (*back, -(e * back[0] + f * back[2]), -(e * back[1] + f * back[3]))
    return times(undone, outer)


def clean(text: str) -> str:
    """Text as written: ligatures as letters, nothing invisible, NFC; unknown signs as U+FFFD."""
    if text.isascii() and text.isprintable():
        return text
    if _SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", text.translate(_CLEAN))


def _lifted(word: Word) -> Word:
    """A word of high numerals, as smaller ones that stand higher."""
    return word._replace(baseline=word.baseline - _HIGH * word.size, size=_SMALL * word.size)


def _length(words: list[Word]) -> int:
    return sum(len(word.text) for word in words)
