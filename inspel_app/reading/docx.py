"""Reads Word files: .docx, .docm and .dotx, also Strict Open XML."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from typing import TypeVar

from lxml.etree import _Element

from inspel_app.domain.document import Block, Document, Method, Problem, Role
from inspel_app.errors import UnreadableError
from inspel_app.i18n import _
from inspel_app.reading.blocks import deleted_problems, struck_problems, unplaced_problem
from inspel_app.reading.docx_check import astray, unplaced
from inspel_app.reading.docx_embedded import embedded_paragraphs
from inspel_app.reading.docx_lists import Numbering
from inspel_app.reading.docx_loose import loose_parts, may_hold_text, says_more
from inspel_app.reading.docx_names import W
from inspel_app.reading.docx_package import USUAL_PART, WordPackage, damaged
from inspel_app.reading.docx_pictures import Drawn
from inspel_app.reading.docx_styles import Styles
from inspel_app.reading.docx_walk import Walker
from inspel_app.reading.ocr import OcrEngine
from inspel_app.reading.package import ZIP_START
from inspel_app.reading.pictures import Pictures, is_shown_large

Part = TypeVar("Part")

_CONTENT_TYPES = "[Content_Types].xml"
_ROLES = {
    "header": Role.HEADER,
    "footer": Role.FOOTER,
    "footnotes": Role.NOTE,
    "endnotes": Role.NOTE,
    "comments": Role.COMMENT,
    "diagramData": Role.STRAY,
    "chart": Role.STRAY,
    "chartEx": Role.STRAY,
    "chartUserShapes": Role.STRAY,
}
"""The parts with text beside the document itself, in the order in which they are read."""

_CHARTS = {"chart", "chartEx"}
"""What has a workbook embedded only to draw from it: the chart itself holds its figures."""

_CHUNK = "aFChunk"
_OBJECTS = {"package", "oleObject"}
_DAMAGED_PART = "docx-skadad-del"
_DEEPEST = 2
"""So many Word files inside each other are read."""


class DocxReader:
    """Walks the document's XML in order and then looks for text that it has not met."""

    name = "docx"

    def __init__(self, engine: OcrEngine | None = None, depth: int = 0) -> None:
        self._engine = engine
        self._depth = depth

    def score(self, data: bytes, name: str) -> float:
        """1 for a package with a Word document, less for a broken zip that begins as one."""
        if not data.startswith(ZIP_START):
            return 0.0
        try:
            package = WordPackage(data)
            if _CONTENT_TYPES not in package and USUAL_PART in package:
                return 0.9
            return float(b"wordprocessingml" in package.read(_CONTENT_TYPES))
        except UnreadableError:
            return 0.5 if _begins_as_word(data, name) else 0.0

    def read(self, data: bytes) -> Document:
        """The document, body first, then headers, footers, notes, comments and strays."""
        deeper = self._depth < _DEEPEST
        inner = DocxReader(self._engine, self._depth + 1) if deeper else None
        pictures = Pictures(self._engine)
        return _Reading(data, inner, pictures).document(sha256(data).hexdigest())


def _begins_as_word(data: bytes, name: str) -> bool:
    return b"word/" in data or name.casefold().endswith((".docx", ".docm", ".dotx"))


class _Reading:
    """One file on its way to a document: the parts read so far and the doubts about them.

    `inner` reads Word files that are embedded whole. Pictures are unpacked apart, so that the
    room they take is not counted from that of the text.
    """

    def __init__(self, data: bytes, inner: DocxReader | None, pictures: Pictures) -> None:
        self._package, self._media = WordPackage(data), WordPackage(data)
        self._inner = inner
        self._pictures = pictures
        self._problems: list[Problem] = []
        self._is_mended = False
        if not self._package.is_whole:
            message = _(
                "Word-filen är avhuggen. Det som fanns kvar är läst, men text kan saknas. Jämför "
                "med originalet, eller be avsändaren skicka filen igen."
            )
            self._doubt(_DAMAGED_PART, message)
        self._main = self._package.main_part()
        self._links = list(self._doubting(self._package.relations, self._main) or ())
        self._links_of = {self._main: tuple(self._links)}
        self._here = self._main

    def document(self, file: str) -> Document:
        root = self._xml(self._main)
        if root.tag != W + "document":
            raise damaged()
        walker = Walker(
            Styles(self._linked("styles")),
            Numbering(self._linked("numbering")),
            self._embedded,
            self._pictured,
        )
        walker.story(root, Role.BODY)
        roots = [root]
        for name, part, role in self._text_parts():
            self._here = name
            walker.story(part, role)
            roots.append(part)
        placed = walker.writer.blocks[:]
        self._here = ""
        for part in self._loose_parts():
            if says_more(part, walker.writer.blocks):
                walker.story(part, Role.STRAY)
                roots.append(part)
        missed = [*unplaced(roots, walker.placed), *(astray(roots) if self._is_mended else ())]
        loose = [replace(b, told=True) for b in walker.writer.blocks[len(placed) :]]
        if loose or missed:
            self._problems.append(unplaced_problem([*loose, *missed], "docx-oplacerad-text"))
        self._problems += struck_problems(walker.writer.struck)
        self._problems += deleted_problems(walker.writer.deleted)
        blocks = [*placed, *loose, *walker.writer.strays, *missed]
        if not any(block.text.strip() for block in blocks):
            if self._is_mended:
                raise damaged()
            self._doubt("utan-text", _("Dokumentet innehåller ingen text, kanske bara bilder."))
        if any(link.kind in _OBJECTS for link in self._links):
            self._doubt("docx-inbaddad-fil", _("En fil är inbäddad i dokumentet och inte läst."))
        problems = [*self._problems, *self._pictures.problems()]
        return Document.of(file, Method.TEXT, blocks, problems=problems)

    def _xml(self, name: str) -> _Element:
        """The root of a part; where that is damaged, of what can be had of it."""
        try:
            return self._package.xml(name)
        except UnreadableError as error:
            if error.code != damaged().code:
                raise
        root = self._package.mended_xml(name)
        self._is_mended = True
        message = _("Word-filen är skadad. Text kan saknas eller vara fel; jämför med originalet.")
        self._doubt(_DAMAGED_PART, message)
        return root

    def _linked(self, kind: str) -> _Element | None:
        """The part that the document is linked to by this kind of relation."""
        target = next((link.target for link in self._links if link.kind == kind), None)
        if target is None and not self._links and f"word/{kind}.xml" in self._package:
            target = f"word/{kind}.xml"
        return None if target is None else self._doubting(self._xml, target)

    def _text_parts(self) -> list[tuple[str, _Element, Role]]:
        """The parts with text that the document leads to, by name, each once, ordered by role.

        Their own links come to those of the document.
        """
        found: dict[str, tuple[str, _Element | None]] = {}
        for link in self._links:
            if link.kind in _ROLES and link.target not in found:
                found[link.target] = link.kind, self._doubting(self._xml, link.target)
                inner = self._doubting(self._package.relations, link.target) or ()
                self._links_of[link.target] = tuple(inner)
                self._links += [i for i in inner if link.kind not in _CHARTS or i.kind in _ROLES]
        ordered = sorted(found.items(), key=lambda part: list(_ROLES).index(part[1][0]))
        return [(name, root, _ROLES[kind]) for name, (kind, root) in ordered if root is not None]

    def _loose_parts(self) -> Iterator[_Element]:
        """The parts that may hold text although the document does not lead to them."""
        read = {link.target for link in self._links if link.kind in {*_ROLES, _CHUNK}}
        for name in loose_parts(self._package, {self._main, *read}):
            data = self._doubting(self._package.read, name)
            if data is not None and may_hold_text(data):
                root = self._doubting(self._xml, name)
                if root is not None:
                    yield root

    def _embedded(self, relation_id: str) -> list[str]:
        """The paragraphs of a document embedded whole, where they are simple to get at."""
        self._doubt(
            "docx-inbaddat-dokument",
            _("Ett annat dokument är inbäddat i Word-filen; kontrollera att dess text är med."),
        )
        target = self._target(relation_id)
        return [] if target is None else self._doubting(self._paragraphs, target) or []

    def _pictured(self, picture: Drawn, page: int) -> list[Block]:
        """The text of a picture; none, and a doubt, where the file does not hold it."""
        if picture.width * picture.height > 0 and not is_shown_large(picture.width, picture.height):
            return []
        target = self._target(picture.relation)
        try:
            data = self._media.read(target) if target else b""
        except UnreadableError:
            data = b""
        if data:
            return self._pictures.blocks(data, picture.width, picture.height, page)
        self._pictures.leave(page)
        return []

    def _target(self, relation_id: str) -> str | None:
        """What the part that is being read calls by this name."""
        links = self._links_of.get(self._here, ())
        return next((link.target for link in links if link.id == relation_id), None)

    def _paragraphs(self, name: str) -> list[str]:
        return embedded_paragraphs(self._package.read(name), self._inner)

    def _doubting(self, read: Callable[[str], Part], name: str) -> Part | None:
        """A part beside the main one; None and a doubt where it cannot be read."""
        try:
            return read(name)
        except UnreadableError:
            self._doubt(
                _DAMAGED_PART,
                _("En del av Word-filen är skadad och inte läst: {part}.").format(part=name),
            )
            return None

    def _doubt(self, code: str, message: str) -> None:
        self._problems.append(Problem(code, message))
