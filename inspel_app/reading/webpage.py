"""Reads pages of HTML: saved web pages, and what word processors save as such."""

import re
from base64 import b64decode
from contextlib import suppress
from hashlib import sha256
from urllib.parse import unquote

from lxml import etree, html
from lxml.etree import _Element

from inspel_app.domain.document import Block, Document, Method, Problem
from inspel_app.i18n import _
from inspel_app.reading.blocks import struck_problems
from inspel_app.reading.kinds import Kind, kind_of
from inspel_app.reading.limits import MAX_PART_BYTES, too_large
from inspel_app.reading.ocr import OcrEngine
from inspel_app.reading.pictures import Pictures, is_shown_large, points
from inspel_app.reading.text import decode
from inspel_app.reading.webpage_walk import Walker

_HEAD_BYTES = 4_096
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_PIECE = re.compile(rb"<(?:div|p|br|table|h[1-6]|ul|ol)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"<[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,30})")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_IN_PAGE = re.compile(r"\s*data:image/[^,]*;\s*base64\s*", re.IGNORECASE)
_SUFFIXES = (".htm", ".html", ".xhtml")


class WebpageReader:
    """Blocks in the order in which they are written; nothing that a page links to is fetched."""

    name = "webpage"

    def __init__(self, engine: OcrEngine | None = None) -> None:
        self._engine = engine

    def score(self, data: bytes, name: str) -> float:
        """Almost 1 for what is marked up as a page, less where only the name or a tag says so."""
        named = name.casefold().endswith(_SUFFIXES)
        signs = (_PAGE, _PIECE) if named else (_PAGE,)
        is_page = any(sign.search(data, 0, _HEAD_BYTES) for sign in signs)
        kind = kind_of(data)
        if not is_page or kind not in {Kind.MARKUP, Kind.OTHER}:
            return 0.0
        return 0.95 if kind is Kind.MARKUP or named else 0.4

    def read(self, data: bytes) -> Document:
        """The page's text with what is filled in in its fields."""
        if len(data) > MAX_PART_BYTES:
            raise too_large()
        text, lost = _decoded(data)
        pictures = Pictures(self._engine)
        writer = Walker(lambda image: _pictured(image, pictures)).read(_parsed(text))
        blocks = [*writer.blocks, *writer.strays]
        problems = struck_problems(writer.struck)
        problems += pictures.problems()
        if lost:
            message = _("Vissa tecken på webbsidan gick inte att läsa.")
            problems.append(Problem("osaker-teckenkodning", message))
        if not blocks:
            problems.append(Problem("utan-text", _("Filen innehåller ingen text.")))
        return Document.of(sha256(data).hexdigest(), Method.TEXT, blocks, problems=problems)


def _pictured(image: _Element, pictures: Pictures) -> list[Block]:
    """The text of an `img` whose picture stands in the page itself; a doubt about others."""
    width, height = points(image.get("width", "")), points(image.get("height", ""))
    if width * height > 0 and not is_shown_large(width, height):
        return []
    head, _comma, written = image.get("src", "").partition(",")
    if _IN_PAGE.fullmatch(head):
        with suppress(ValueError):
            return pictures.blocks(b64decode(unquote(written)), width, height, 1)
    pictures.leave(1)
    return []


def _decoded(data: bytes) -> tuple[str, int]:
    """The page's text, in the encoding that it declares unless it is in UTF-8 all the same."""
    declared = _CHARSET.search(data, 0, _HEAD_BYTES)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if declared is not None:
            return _as_declared(data, declared[1].decode("ascii"))
    return decode(data)


def _as_declared(data: bytes, encoding: str) -> tuple[str, int]:
    latin = encoding.casefold() in {"iso-8859-1", "latin1", "us-ascii", "ascii"}
    try:
        return data.decode("cp1252" if latin else encoding), 0
    except (LookupError, UnicodeError):
        return decode(data)


def _parsed(text: str) -> _Element | None:
    """The page's root; None where there is nothing at all in it.

    Raises:
        UnreadableError: its elements stand deeper in each other than the parser goes.
    """
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    text = _DECLARATION.sub("", text, count=1)
    try:
        root: _Element | None = etree.fromstring(text, parser)
    except etree.ParserError:
        return None
    if any(error.level_name == "FATAL" for error in parser.error_log):
        raise too_large()
    return root
