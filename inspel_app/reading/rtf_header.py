"""What the head of an RTF file says: code pages, fonts, styles."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from inspel_app.reading.rtf_scan import TOKEN, end_of_group, groups, number
from inspel_app.reading.style_names import LAST_HEADING, is_placeholder_name, named_level

FALLBACK = "cp1252"
_SYMBOL_CHARSET = 2
_DEFAULT_CHARSET = 1
_CHARSETS = {
    0: "cp1252",
    77: "mac-roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
_FAMILIES = {"mac": "mac-roman", "pc": "cp437", "pca": "cp850"}
_HEAD_BYTES = 4_096
_CODE_PAGE = re.compile(rb"\\(?:ansicpg(?P<page>\d{1,5})|(?P<family>mac|pca?))(?![a-zA-Z])")
_DEFAULT_FONT = re.compile(rb"\\deff(\d{1,6})")


@dataclass(frozen=True, slots=True)
class Font:
    """A font: its name and encoding; `symbols` tells that its bytes are places, not letters."""

    name: str = ""
    encoding: str = FALLBACK
    symbols: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """A style: `heading` is 1-9, or 0 for running text."""

    heading: int = 0
    placeholder: bool = False


class Header:
    """Fonts and styles by their numbers; those that the file does not know say nothing."""

    def __init__(self, data: bytes) -> None:
        self.encoding = _encoding(data)
        self._fonts: dict[int, Font] = {}
        self._styles: dict[tuple[str, int], Style] = {}
        default = _DEFAULT_FONT.search(data, 0, _HEAD_BYTES)
        self._default = int(default[1]) if default else 0

    @property
    def default_font(self) -> Font:
        """The font of text that names none."""
        return self.font(self._default)

    def font(self, key: int) -> Font:
        """The font of that number."""
        return self._fonts.get(key, Font(encoding=self.encoding))

    def style(self, kind: str, key: int) -> Style:
        """The style of that number: `s` for paragraphs, `cs` for characters."""
        return self._styles.get((kind, key), Style())

    def read_fonts(self, data: bytes, start: int, end: int) -> None:
        """Take in a font table: a group for each font."""
        for begun, stop in groups(data, start, end):
            words = dict(_words(data, begun.start, stop))
            charset = words.get("fcharset", _DEFAULT_CHARSET)
            encoding = _known(f"cp{words['cpg']}") if "cpg" in words else self.encoding
            self._fonts[begun.number or 0] = Font(
                self._name(data, begun.start, stop),
                _known(_CHARSETS.get(charset, encoding)),
                symbols=charset == _SYMBOL_CHARSET,
            )

    def read_styles(self, data: bytes, start: int, end: int) -> None:
        """Take in a style sheet: a group for each style."""
        for begun, stop in groups(data, start, end):
            kind = "cs" if begun.word == "cs" else "s"
            key = (begun.number or 0) if begun.word in {"s", "cs"} else 0
            words = dict(_words(data, begun.start, stop))
            name = self._name(data, begun.start, stop)
            parent = self.style(kind, words.get("sbasedon", -1))
            level = words["outlinelevel"] + 1 if "outlinelevel" in words else 0
            self._styles[kind, key] = Style(
                named_level(name) or (level if level <= LAST_HEADING else 0) or parent.heading,
                is_placeholder_name(name),
            )

    def _name(self, data: bytes, start: int, end: int) -> str:
        """The text that stands in a group itself, up to its semicolon."""
        found = bytearray()
        at = start
        while at < end and (match := TOKEN.search(data, at, end)):
            at = match.end()
            if match["brace"] == b"{":
                at = end_of_group(data, at) + 1
            elif match["hex"]:
                found += bytes.fromhex(match["hex"].decode("ascii"))
            else:
                found += match["text"] or b""
        return found.decode(self.encoding, "replace").partition(";")[0].strip()


def _words(data: bytes, start: int, end: int) -> Iterator[tuple[str, int]]:
    for match in TOKEN.finditer(data, start, end):
        if match["word"]:
            value = number(match)
            yield match["word"].decode("ascii"), 1 if value is None else value


def _encoding(data: bytes) -> str:
    encoding = FALLBACK
    for match in _CODE_PAGE.finditer(data, 0, _HEAD_BYTES):
        page = match["page"]
        encoding = f"cp{int(page)}" if page else _FAMILIES[match["family"].decode("ascii")]
    return _known(encoding)


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return FALLBACK
