"""Silent loss: text in a package that is neither read into the document nor told about.

Run with `python -m tests.benchmarks.loss FOLDER...` over folders of .docx and .odt files. It knows
nothing of the readers: it unpacks each file itself and goes over every element that holds text.
Each file that can be read is given with the characters that are missing; the aim is 0.
"""

import re
import sys
import unicodedata
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from lxml import etree
from lxml.etree import _Element

from inspel_app.domain.document import Document
from inspel_app.domain.form import FormTemplate, Submission
from inspel_app.errors import UnreadableError
from inspel_app.forms.interpret import interpret
from inspel_app.reading.readers import read
from inspel_app.resources import load_form

FORM = load_form("vasterbotten-2025")
SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".odt"})
LEFT_OUT = re.compile(
    r"(?i)/?(docProps/|.*glossary/|customXml/|META-INF/|.*diagrams/drawing|settings\.xml)"
)
"""What is no text of the document: facts about the file, the building blocks behind prompts,
data that controls show where they show it, settings, a diagram drawn from its data."""
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
TEXTS = frozenset({"t", "v", "textpath"})
"""Of Word's, drawings' and formulas' text, of charts' values, of WordArt."""
NO_TEXT = frozenset({"delText", "instrText", "delInstrText", "fldData", "binData"})
REMOVED = frozenset({"del", "moveFrom"})
OPEN_DOCUMENT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
PAGE_NUMBER = frozenset({"s", "sida", "sidan", "page", "av", "of"})


@dataclass(frozen=True)
class Loss:
    """What is missing of one file: of the package in the document, of that in the inspel."""

    name: str
    characters: int
    unread: tuple[str, ...]
    unplaced: tuple[str, ...]

    @property
    def missing(self) -> int:
        """Characters."""
        return sum(map(len, self.unread + self.unplaced))


def losses(path: Path) -> Loss:
    """The count for one file.

    Raises:
        UnreadableError: the file is refused, so nothing of it is lost in silence.
    """
    data = path.read_bytes()
    document = read(data, path.name)
    pieces = list(package_texts(data))
    return Loss(
        path.name,
        sum(map(len, pieces)),
        tuple(unread(pieces, document)),
        tuple(unplaced(document, interpret(document, path.name, [FORM]), FORM)),
    )


def package_texts(data: bytes) -> Iterator[str]:
    """Every text in the package, one per element, without white space."""
    try:
        package = zipfile.ZipFile(BytesIO(data))
    except zipfile.BadZipFile:
        return  # damaged, or another format under a name of these
    with package:
        for part in {i.filename: i for i in package.infolist()}.values():
            if LEFT_OUT.match(part.filename):
                continue
            try:
                root = etree.fromstring(package.read(part), etree.XMLParser(resolve_entities=False))
            except (etree.XMLSyntaxError, ValueError, zipfile.BadZipFile, zlib.error):
                continue  # pictures, fonts, what is damaged
            found = open_texts(root) if OPEN_DOCUMENT[1:-1] in root.nsmap.values() else texts(root)
            yield from filter(None, map(squeezed, found))


def texts(element: _Element) -> Iterator[str]:
    """The texts in an element that nothing has removed; of alternatives, the first with text."""
    name = etree.QName(element).localname if isinstance(element.tag, str) else ""
    if name in REMOVED | NO_TEXT or is_removed_row(element):
        return
    if name in TEXTS:
        yield element.get("string", "") or element.text or ""
    if name == "AlternateContent":
        branches = [list(texts(branch)) for branch in element]
        yield from next((b for b in branches if any(map(squeezed, b))), [])
        return
    for child in element:
        yield from texts(child)


def open_texts(root: _Element) -> Iterator[str]:
    """The texts in the paragraphs of an OpenDocument part that nothing has removed."""
    for element in root.iter("{*}p", "{*}h"):
        if next(element.iterancestors(OPEN_DOCUMENT + "tracked-changes"), None) is None:
            yield element.text or ""
            inner = (e for e in element.iter() if e is not element)
            yield from (t for e in inner for t in (e.text if is_inline(e) else "", e.tail) if t)


def is_inline(element: _Element) -> bool:
    """Whether the element's own text belongs to the paragraph round it."""
    return isinstance(element.tag, str) and element.tag.startswith(OPEN_DOCUMENT)


def is_removed_row(element: _Element) -> bool:
    """Whether tracked changes have removed a row or a cell of a table."""
    marks = ("{*}trPr/{*}del", "{*}trPr/{*}moveFrom", "{*}tcPr/{*}cellDel")
    return any(element.find(mark) is not None for mark in marks)


def squeezed(text: str) -> str:
    """The text without white space and unseen signs, in composed letters."""
    return unicodedata.normalize("NFC", "".join(text.split()).translate(UNSEEN))


def unread(pieces: list[str], document: Document) -> Iterator[str]:
    """The texts that the document holds fewer times than the package does."""
    whole = squeezed(document.text)
    letters = Counter(whole)
    for piece, times in Counter(pieces).items():
        lacking = times - whole.count(piece)
        yield from [piece] * max(lacking, 0)
    lost = Counter("".join(pieces)) - letters
    if lost:
        yield "".join(lost.elements())


def unplaced(document: Document, submission: Submission, form: FormTemplate) -> Iterator[str]:
    """The words of the document in no answer, no ledger, no fact, and not the form's own.

    What was read from pictures is left aside: it is no text of the package.
    """
    left = list(document.text)
    answers = (part for answer in submission.answers for part in answer.parts)
    for place in (*answers, *(line.location for line in submission.unplaced)):
        left[place.start : place.end] = " " * (place.end - place.start)
    who = submission.respondent
    facts = [f for f in (who.organisation, who.unit, who.contact, who.email) if f]
    known = printed_words(form) if submission.form else frozenset()
    for block in (b for b in document.blocks if not b.words):
        rest = "".join(left[block.start : block.end])
        for fact in facts:
            rest = rest.replace(fact, " ")
        words = re.findall(r"[^\W\d]+", rest.casefold())
        yield from (w for w in words if w not in known | PAGE_NUMBER)


def printed_words(form: FormTemplate) -> frozenset[str]:
    """The words that the form says itself."""
    labels = [t for label in form.labels for t in (label.text, *label.aliases)]
    printed = " ".join([*labels, *form.placeholders, *form.picture_texts])
    return frozenset(re.findall(r"[^\W\d]+", printed.casefold()))


def main() -> None:
    """A line for each file with a loss, and the sum."""
    files = sorted(p for f in sys.argv[1:] for p in Path(f).iterdir() if p.suffix in SUFFIXES)
    refused, missing, characters = 0, 0, 0
    for path in files:
        try:
            loss = losses(path)
        except UnreadableError:
            refused += 1
            continue
        missing, characters = missing + loss.missing, characters + loss.characters
        if loss.missing:
            print(f"{loss.name}: {loss.missing}\n  {loss.unread}\n  {loss.unplaced}")  # noqa: T201 - the tool's output
    print(  # noqa: T201 - the tool's output
        f"{len(files) - refused} files read ({refused} refused), {characters} characters, "
        f"{missing} missing"
    )


if __name__ == "__main__":
    main()
