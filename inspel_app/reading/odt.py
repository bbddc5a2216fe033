"""Reads OpenDocument texts: .odt and .ott, and the unpacked .fodt."""

import posixpath
from collections.abc import Callable, Iterable
from functools import partial
from hashlib import sha256
from itertools import islice

from lxml.etree import _Element

from inspel_app.domain.document import Block, Document, Method, Problem, Role
from inspel_app.errors import UnreadableError
from inspel_app.i18n import _
from inspel_app.reading.blocks import deleted_problems, struck_problems, unplaced_problem
from inspel_app.reading.kinds import Kind, kind_of
from inspel_app.reading.ocr import OcrEngine
from inspel_app.reading.odt_controls import FormControls
from inspel_app.reading.odt_lists import Lists
from inspel_app.reading.odt_names import MARKUP, OFFICE, PARAGRAPHS, STYLE, TEXT, text_of
from inspel_app.reading.odt_pictures import OdtPictures
from inspel_app.reading.odt_styles import Styles
from inspel_app.reading.odt_walk import Walker
from inspel_app.reading.package import Package, mended, parsed, protected

_TEXT_TYPE = b"application/vnd.oasis.opendocument.text"
_HEAD_BYTES = 4_096
_HEADERS = {
    STYLE + "header": Role.HEADER,
    STYLE + "header-first": Role.HEADER,
    STYLE + "header-left": Role.HEADER,
    STYLE + "footer": Role.FOOTER,
    STYLE + "footer-first": Role.FOOTER,
    STYLE + "footer-left": Role.FOOTER,
}
_MANIFEST = "META-INF/manifest.xml"
_LOCKED = "encrypted-package"
_DAMAGED_ODT = "odt-skadad-del"


class OdtReader:
    """Walks the document's XML in order and then looks for paragraphs that it has not met."""

    name = "odt"

    def __init__(self, engine: OcrEngine | None = None) -> None:
        self._engine = engine

    def score(self, data: bytes, name: str) -> float:
        """1 for an OpenDocument text, packed or flat; less for a broken package named as one."""
        match kind_of(data):
            case Kind.OPEN_DOCUMENT | Kind.MARKUP if _TEXT_TYPE in data[:_HEAD_BYTES]:
                return 1.0
            case Kind.ZIP if name.casefold().endswith((".odt", ".ott")):
                return 0.6
        return 0.0

    def read(self, data: bytes) -> Document:
        """The document, body first, then headers, footers, notes, comments and strays."""
        doubts: list[Problem] = []
        if kind_of(data) is Kind.MARKUP:
            flat = _rescued(partial(parsed, data, damaged), lambda: data, doubts)
            reading = _Reading(flat, flat, None, OdtPictures(None, self._engine), doubts)
        else:
            package = Package(data, damaged)
            _refuse_locked(package)
            content = _part(package, "content.xml", doubts)
            styles = _part(package, "styles.xml", doubts) if "styles.xml" in package else content
            media = OdtPictures(Package(data, damaged), self._engine)
            reading = _Reading(content, styles, package, media, doubts)
            if not package.is_whole:
                reading.doubt_end()
        return reading.document(sha256(data).hexdigest())


def damaged() -> UnreadableError:
    """The refusal of an OpenDocument file that is broken."""
    return UnreadableError(
        "odt-skadad",
        _("OpenDocument-filen är skadad och går inte att läsa."),
        _("Öppna den i LibreOffice och spara den på nytt, eller be avsändaren skicka den igen."),
    )


def _refuse_locked(package: Package) -> None:
    """Stop at a file whose parts are encrypted: the manifest tells, or there is but one part."""
    locked = _MANIFEST in package and b"encryption-data" in package.read(_MANIFEST)
    if locked or _LOCKED in package:
        raise protected()


def _part(package: Package, name: str, doubts: list[Problem]) -> _Element:
    return _rescued(partial(package.xml, name), partial(package.remaining, name), doubts)


def _rescued(
    sound: Callable[[], _Element], remaining: Callable[[], bytes], doubts: list[Problem]
) -> _Element:
    """The root of a part; where that is damaged, of what can be had of it, and a doubt."""
    try:
        return sound()
    except UnreadableError as error:
        if error.code != damaged().code:
            raise
    root = mended(remaining(), MARKUP, damaged)
    message = _("Filen är skadad. Text kan saknas eller vara fel; jämför med originalet.")
    doubts.append(Problem(_DAMAGED_ODT, message))
    return root


class _Reading:
    """One file on its way to a document; `content` and `styles` are one root in a flat file."""

    def __init__(
        self,
        content: _Element,
        styles: _Element,
        package: Package | None,
        pictures: OdtPictures,
        problems: list[Problem],
    ) -> None:
        self._pictures = pictures
        self._content = content
        self._package = package
        self._problems = problems
        common = _all(styles, "styles")
        own = _all(content, "automatic-styles")
        others = _all(styles, "automatic-styles")
        self._body = _all(content, "body")
        self._masters = _all(styles, "master-styles")
        self._body_styles = Styles(*common, *own), Lists(*common, *own)
        self._header_styles = Styles(*common, *others), Lists(*common, *others)

    def doubt_end(self) -> None:
        """Note that the end of the file is lost."""
        message = _(
            "Filen är avhuggen. Det som fanns kvar är läst, men text kan saknas. Jämför med "
            "originalet, eller be avsändaren skicka filen igen."
        )
        self._problems.append(Problem(_DAMAGED_ODT, message))

    def document(self, file: str) -> Document:
        if not self._body:
            raise damaged()
        walker = Walker(self._embedded, self._pictures.blocks)
        for body in self._body:
            walker.story(body, Role.BODY, *self._body_styles, FormControls(body))
        for root, role in self._headers():
            walker.story(root, role, *self._header_styles, FormControls(root))
        walker.notes()
        missed = _unmet([*self._body, *self._masters], walker.met)
        if missed:
            self._problems.append(unplaced_problem(missed, "odt-oplacerad-text"))
        deleted = _deleted([*self._body, *self._masters])
        self._problems += struck_problems(walker.writer.struck)
        self._problems += deleted_problems(len(deleted))
        blocks = [*walker.writer.blocks, *walker.writer.strays, *deleted, *missed]
        if not any(block.text.strip() for block in blocks):
            if any(problem.code == _DAMAGED_ODT for problem in self._problems):
                raise damaged()
            message = _("Dokumentet innehåller ingen text, kanske bara bilder.")
            self._problems.append(Problem("utan-text", message))
        problems = [*self._problems, *self._pictures.problems()]
        return Document.of(file, Method.TEXT, blocks, problems=problems)

    def _headers(self) -> list[tuple[_Element, Role]]:
        found = [(e, _HEADERS[e.tag]) for master in self._masters for e in master.iter(*_HEADERS)]
        return sorted(found, key=lambda pair: pair[1] is Role.FOOTER)

    def _embedded(self, link: str) -> _Element | None:
        """The root of an object in the package, such as a formula or a chart."""
        name = posixpath.normpath(posixpath.join("/", link, "content.xml"))[1:]
        if self._package is None or name not in self._package:
            return None
        try:
            return self._package.xml(name)
        except UnreadableError:
            message = _("En del av OpenDocument-filen är skadad och inte läst: {part}.")
            self._problems.append(Problem(_DAMAGED_ODT, message.format(part=name)))
            return None


def _all(root: _Element, name: str) -> list[_Element]:
    """The elements of this name, where they stand in a sound file; else the first of them."""
    return list(root.iterchildren(OFFICE + name)) or list(islice(root.iter(OFFICE + name), 1))


def _deleted(roots: Iterable[_Element]) -> list[Block]:
    """The paragraphs, whole or in part, that tracked changes have deleted."""
    deletions = (d for root in roots for d in root.iter(TEXT + "deletion"))
    texts = (" ".join(text_of(p).split()) for d in deletions for p in d.iter(*PARAGRAPHS))
    return [
        Block(text, role=Role.STRAY, told=True, withdrawn=True)
        for text in texts
        if any(map(str.isalnum, text))
    ]


def _unmet(roots: Iterable[_Element], met: set[_Element]) -> list[Block]:
    """The paragraphs that the walk has missed although nothing has deleted them."""
    texts = (
        " ".join(text_of(p).split())
        for root in roots
        for p in root.iter(*PARAGRAPHS)
        if p not in met and next(p.iterancestors(TEXT + "tracked-changes"), None) is None
    )
    return [Block(text, role=Role.STRAY, told=True) for text in texts if text]
