"""The synthesis as a Word document."""

import io
import zipfile
from datetime import datetime

import docx
from docx.document import Document

from inspel_app.domain.synthesis import RoundFacts, Synthesis
from inspel_app.i18n import _
from inspel_app.synthesis import assets
from inspel_app.synthesis.outline import Report
from inspel_app.synthesis.report import report
from inspel_app.synthesis.word_asides import Asides
from inspel_app.synthesis.word_body import Body
from inspel_app.synthesis.word_parts import Record
from inspel_app.synthesis.word_template import Dress, opened_template
from inspel_app.synthesis.word_xml import SWEDISH, field, run
from inspel_app.synthesis.words import clean


class WordExporter:
    """Writes the report with real styles, contents, captions and links within it."""

    format = "docx"
    suffix = ".docx"

    def render(self, synthesis: Synthesis) -> bytes:
        """The bytes of a .docx file."""
        return written(report(synthesis), synthesis.facts)


def written(told: Report, facts: RoundFacts, template: bytes | None = None) -> bytes:
    """A report as the bytes of a .docx file, on the ground of a template if one is given.

    Raises:
        UsageError: the template is no Word file.
    """
    document = opened_template(template) if template else docx.Document(_skeleton())
    _describe(document, told, facts)
    if document.sections[-1].footer.is_linked_to_previous:  # it has none of its own
        _footer(document, told.title)
    asides, dress = Asides(document), Dress(document)
    parts = list(Body(asides).parts(told))
    end = document.element.body.sectPr
    for part in parts:
        dress.put_on(part.elements)
        end.addprevious(part.control())
    Record.of_parts(parts, asides.said(), told.kicker, facts).write(document)
    asides.settle(dress)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def _skeleton() -> io.BytesIO:
    """An empty document in our own styles, zipped from the parts that are kept as text."""
    folder = assets.folder() / "word"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for part in sorted(p for p in folder.rglob("*") if p.is_file()):
            package.writestr(part.relative_to(folder).as_posix(), part.read_bytes())
    packed.seek(0)
    return packed


def _describe(document: Document, told: Report, facts: RoundFacts) -> None:
    """Set the document's properties; nobody's name comes in from the machine."""
    properties = document.core_properties
    made = datetime.fromisoformat(facts.made).replace(tzinfo=None)
    properties.title = clean(told.title)[:255]
    properties.subject = clean(told.kicker)[:255]
    properties.language = SWEDISH
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = made


def _footer(document: Document, title: str) -> None:
    """The title and `Sida 2 av 9` below every page but the first."""
    shown = document.sections[-1].footer.paragraphs[0]._p  # noqa: SLF001 - fields have no API
    shown.append(run(title + "\t" + _("Sida") + " "))
    shown.extend(field("PAGE", run("2")))
    shown.append(run(" " + _("av") + " "))
    shown.extend(field("NUMPAGES", run("2")))
