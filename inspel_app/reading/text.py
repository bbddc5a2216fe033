"""Reads plain text in whatever encoding it was saved."""

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from typing import NamedTuple

from inspel_app.domain.document import Block, Document, Method, Problem
from inspel_app.errors import UnreadableError
from inspel_app.i18n import _
from inspel_app.reading.kinds import Kind, kind_of
from inspel_app.reading.limits import MAX_BLOCKS, MAX_CHARACTERS, too_large
from inspel_app.reading.plain import plain
from inspel_app.reading.text_likeness import likeness
from inspel_app.reading.text_paragraphs import paragraphs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_EIGHT_BIT = ("cp1252", "utf-8", "mac-roman", "cp850")
"""Tried on text that is not whole UTF-8, the likeliest first: the last but one is an old
Mac's, the last is DOS's; UTF-8 stands here for files with a few bytes broken."""

_SWEDISH = "åäöÅÄÖéÉ"
_LOST = "\ufffd"
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_CONTROLS_PER_TEXT = 0.01
"""Above this share of control characters it is no text; below, they are left out."""

_NO_LANGUAGE, _DOUBTFUL = 0.2, 0.5
"""Below these shares of words a text is other bytes, or doubtful."""
_SOMETHING_SAID = 200
"""But so many signs in words are something that somebody may have written."""
_UTF7 = re.compile(rb"[A-Za-z]\+A(?:OQ|OU|PY|MQ|MU|NY|Ok)-")
"""How å, ä, ö and é within a word are written in UTF-7."""

_QUOTED = re.compile(r"^[^\S\n]*(?:>[^\S\n]?)+", re.MULTILINE)
"""The mark of a quoted line of a mail."""

_WIDEST_CHARACTER = 4
"""Bytes that a character takes at most, in any encoding."""

_SAMPLE_BYTES = 64 * 2**10


class Decoded(NamedTuple):
    """A text with line feeds as line ends; `lost` characters could not be made out."""

    text: str
    lost: int


class TextReader:
    """Paragraphs are what blank lines divide; lists are what bullets and numbers begin."""

    name = "text"

    def score(self, data: bytes, name: str) -> float:
        """0.5 for what reads as text and is of no other known kind, else 0."""
        if not data or kind_of(data) is not Kind.OTHER:
            return 0.0
        try:
            decode(data[:_SAMPLE_BYTES])
        except UnreadableError:
            return 0.0
        return 0.9 if name.casefold().endswith((".txt", ".text", ".md")) else 0.5

    def read(self, data: bytes) -> Document:
        """The text as blocks; form feeds count pages."""
        if len(data) > _WIDEST_CHARACTER * MAX_CHARACTERS:
            raise too_large()
        text, lost = decode(data)
        if len(text) > MAX_CHARACTERS:
            raise too_large()
        doubts = list(_judged(text))
        blocks = list(paragraphs(_unquoted(text)))
        if len(blocks) > MAX_BLOCKS:
            raise too_large()
        doubts += _problems(blocks, lost)
        return Document.of(sha256(data).hexdigest(), Method.TEXT, blocks, problems=doubts)


def decode(data: bytes) -> Decoded:
    """The text of the bytes, by byte order mark, as UTF-8, or as most Swedish of the rest.

    Raises:
        UnreadableError: the bytes are no text.
    """
    text = _decode(data)
    clean = _CONTROLS.sub("", text)
    if len(text) - len(clean) > len(text) * _CONTROLS_PER_TEXT:
        raise _no_text()
    clean = plain(clean).replace("\r\n", "\n").replace("\r", "\n")
    clean = clean.replace("\x85", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    return Decoded(clean, clean.count(_LOST))


def _no_text() -> UnreadableError:
    return UnreadableError(
        "ingen-text",
        _("Filen är ingen textfil."),
        _("Be avsändaren skicka den som Word-fil eller PDF."),
    )


def _judged(text: str) -> Iterator[Problem]:
    """The doubt about text that is not written as any language is.

    Raises:
        UnreadableError: there are hardly words in it at all.
    """
    found = likeness(text)
    if found.share < _NO_LANGUAGE and found.words < _SOMETHING_SAID:
        raise _no_text()
    if found.share < _DOUBTFUL:
        message = _("Mycket i textfilen liknar inte ord på något språk.")
        yield Problem("liknar-inte-text", message)


def _decode(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if data.isascii() and _UTF7.search(data):
        with suppress(UnicodeDecodeError):
            return data.decode("utf-7")
    wide = _unmarked_wide(data)
    if wide is not None:
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        guesses = [data.decode(encoding, errors="replace") for encoding in _EIGHT_BIT]
        return max(guesses, key=_likeness)


def _unquoted(text: str) -> str:
    """A text saved from a mail that quotes it, without the marks; else the text as it is."""
    written = sum(bool(line.strip()) for line in text.split("\n"))
    bare, marks = _QUOTED.subn("", text)
    return bare if 2 * marks > written else text


def _unmarked_wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of Swedish text is then zero."""
    half = len(data[:_SAMPLE_BYTES]) // 2
    high, low = data[0 : 2 * half : 2].count(0), data[1 : 2 * half : 2].count(0)
    if low > half * 0.7 and high < half * 0.1:
        return "utf-16-le"
    if high > half * 0.7 and low < half * 0.1:
        return "utf-16-be"
    return None


def _likeness(text: str) -> int:
    """How much a guess looks like Swedish."""
    return sum(map(text.count, _SWEDISH))


def _problems(blocks: list[Block], lost: int) -> Iterator[Problem]:
    if lost:
        yield Problem("osaker-teckenkodning", _("Vissa tecken i textfilen gick inte att läsa."))
    if not blocks:
        yield Problem("utan-text", _("Filen innehåller ingen text."))
