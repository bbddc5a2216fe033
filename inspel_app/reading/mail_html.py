"""The text of an HTML mail, with quoted parts marked by `>` as in a plain one."""

import re
from collections.abc import Iterable
from itertools import pairwise

from lxml import etree, html

from inspel_app.reading.limits import MAX_CHARACTERS, too_large
from inspel_app.reading.mail_charset import clean
from inspel_app.reading.mail_links import shared_files
from inspel_app.reading.mail_raw import Piece
from inspel_app.reading.pictures import telling
from inspel_app.reading.webpage_walk import FIELDS, control_of, is_hidden, is_struck

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_SPACED = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "table",
        "blockquote",
        "pre",
        "li",
        "td",
        "th",
        "hr",
    ]
)
"""Elements that stand as paragraphs of their own; a `div` may be a mere line."""
_SILENT = frozenset({"script", "style", "head", "title", "noscript", "template", "svg", "math"})
_SPACE = re.compile(r"[ \t\n\f\r]+")
_QUOTE = re.compile(r"quote", re.IGNORECASE)
_MARK = re.compile(r"(?:> )*")
_FEWEST = 4
"""A picture's text of fewer words names a logo."""


def html_piece(source: str) -> Piece:
    """Plain text of HTML: paragraphs parted by blank lines, list items begun with `- `.

    A row of a table is a line with tabs between the cells, where each of them is one line.
    """
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    data = source.encode("utf-8", errors="replace")
    try:
        root = html.document_fromstring(data, parser=parser) if data.strip() else None
    except (etree.ParserError, ValueError):
        root = None
    if root is None:
        return Piece("", is_html=True)
    writer = _Writer()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if isinstance(element.tag, str):
            writer.take(event, element)
    return Piece(writer.finished(), is_html=True, struck=writer.struck, hidden=writer.hidden)


class _Writer:
    """Lays the text out line by line as the elements open and close."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []
        self._quotes = 0
        self._silent = 0
        self._strikes = 0
        self._struck: list[str] = []
        self._hides = 0
        self._hidden: list[str] = []
        self._written = 0
        self._rows: list[list[int]] = []

    def take(self, event: str, element: etree._Element) -> None:
        """Note that an element opens or closes, with the text that follows."""
        if event == "start":
            self._open(element)
            self._write(element.text)
        else:
            self._close(element)
            self._write(element.tail)

    def finished(self) -> str:
        """The whole text."""
        self._break()
        return clean(re.sub(r"\n{3,}", "\n\n", "\n".join(self._lines)).strip("\n"))

    @property
    def struck(self) -> tuple[str, ...]:
        """What is struck through in the sender's own text, place by place."""
        return _told(self._struck)

    @property
    def hidden(self) -> tuple[str, ...]:
        """What the sender's own text holds but does not show, unless it only fills room."""
        return _told(text for text in self._hidden if any(map(str.isalnum, text)))

    def _open(self, element: etree._Element) -> None:
        tag = str(element.tag)
        self._set_apart(element)
        if tag in FIELDS:
            self._fill(element)
        if _is_silent(element):
            self._silent += 1
        elif tag == "br":
            self._break(always=True)
        elif tag == "a":
            self._note_link(element)
        elif tag == "img":
            self._note_picture(element)
        elif tag in _BLOCKS:
            self._open_block(element, tag)

    def _open_block(self, element: etree._Element, tag: str) -> None:
        self._break(blank=tag in _SPACED)
        if _is_quote(element):
            self._quotes += 1
        if tag == "li":
            self._line.append("- ")
        elif tag == "hr":
            self._write("_" * 32)
        elif tag == "tr":
            self._rows.append([])
        elif tag in {"td", "th"} and self._rows:
            self._rows[-1].append(len(self._lines))

    def _set_apart(self, element: etree._Element) -> None:
        """Note that what stands in the element is hidden or struck through."""
        if is_struck(element):
            self._strikes += 1
            self._struck.append("")
        if is_hidden(element):
            self._hides += 1
            self._hidden.append("")

    def _close(self, element: etree._Element) -> None:
        self._strikes -= is_struck(element)
        self._hides -= is_hidden(element)
        if _is_silent(element):
            self._silent -= 1
        elif element.tag in _BLOCKS:
            self._break()
            if _is_quote(element):
                self._quotes -= 1
            if element.tag in _SPACED:
                self._break(blank=True)
            elif element.tag == "tr" and self._rows:
                self._end_row(self._rows.pop())

    def _end_row(self, begins: list[int]) -> None:
        """Put the cells of a row on one line; `begins` tells at which line each begins."""
        cells = [
            [line for line in self._lines[begin:end] if line.strip(" >")]
            for begin, end in pairwise([*begins, len(self._lines)])
        ]
        lines = [line for cell in cells for line in cell]
        marks = {match[0] for line in lines if (match := _MARK.match(line))}
        one_each = all(len(cell) <= 1 for cell in cells) and not any("\t" in one for one in lines)
        if len(lines) > 1 and len(marks) == 1 and one_each:
            mark = marks.pop()
            row = "\t".join(cell[0].removeprefix(mark) if cell else "" for cell in cells)
            self._lines[begins[0] :] = [f"{mark}{row}".rstrip()]

    def _fill(self, element: etree._Element) -> None:
        """Write what is filled in in a field that is shown, with a space on each side of it."""
        control = control_of(element)
        if control is None or not control.default or self._hides:
            return
        for n, line in enumerate(f" {control.default} ".splitlines()):
            if n:
                self._break(always=True)
            self._write(line)

    def _note_link(self, element: etree._Element) -> None:
        """Write where a shared file lies, if the text of its link does not say so."""
        address = shared_files(element.get("href", ""))
        if address and address[0] not in "".join(map(str, element.itertext())):
            self._write(f"{address[0]} ")

    def _note_picture(self, element: etree._Element) -> None:
        """Keep what is written in a picture's stead with what is not shown."""
        said = telling(element.get("alt", ""))
        if len(said.split()) >= _FEWEST and not (self._hides or self._quotes or self._silent):
            self._hidden.append(said)

    def _write(self, text: str | None) -> None:
        if not text or self._silent:
            return
        self._written += len(text)
        if self._written > MAX_CHARACTERS:
            raise too_large()
        if self._strikes and not self._quotes:
            self._struck[-1] += f"{text} "
            return
        if self._hides:
            self._hidden[-1] += "" if self._quotes else f"{text} "
            return
        text = _SPACE.sub(" ", text.replace("\xa0", " "))
        if not self._line or self._line[-1].endswith(" "):
            text = text.lstrip(" ")
        if text:
            self._line.append(text)

    def _break(self, *, blank: bool = False, always: bool = False) -> None:
        """End the line under way, if there is one or always; with a blank line after it."""
        mark = "> " * min(self._quotes, 5)
        text = "".join(self._line).rstrip()
        self._line.clear()
        if text not in {"", "-"} or always:
            self._lines.append(f"{mark}{text}".rstrip())
        if blank and self._lines and self._lines[-1] != "":
            self._lines.append("")


def _is_silent(element: etree._Element) -> bool:
    return element.tag in _SILENT or element.tag in FIELDS


def _told(places: Iterable[str]) -> tuple[str, ...]:
    """The texts that are not blank, each on one line."""
    return tuple(clean(text) for place in places if (text := " ".join(place.split())))


def _is_quote(element: etree._Element) -> bool:
    if element.tag != "blockquote":
        return False
    return element.get("type") == "cite" or bool(_QUOTE.search(element.get("class", "")))
