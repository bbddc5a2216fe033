"""What a Word file says, also within content controls, which python-docx passes over."""

import io
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from inspel_app.synthesis.report import report
from inspel_app.synthesis.word_again import Left, renewed
from tests.synthesis.conftest import Round


def again(data: bytes, sample: Round) -> tuple[bytes, tuple[Left, ...]]:
    """A report made again in its file as the round is now, and what was left alone."""
    synthesis = sample.compose()
    done = renewed(data, report(synthesis), synthesis.facts)
    assert done.update is not None
    return done.data, done.update.left


def opened(data: bytes) -> Document:
    """The file, as python-docx reads it."""
    return docx.Document(io.BytesIO(data))


def paragraphs(document: Document) -> list[Paragraph]:
    """All paragraphs outside tables, in order."""
    found = document.element.body.iter(qn("w:p"))
    outside = (p for p in found if next(p.iterancestors(qn("w:tc")), None) is None)
    return [Paragraph(p, document._body) for p in outside]


def tables(document: Document) -> list[Table]:
    """All tables, in order."""
    return [Table(t, document._body) for t in document.element.body.iter(qn("w:tbl"))]


def footnotes(document: Document) -> dict[str, Paragraph]:
    """The footnotes by their ids, each of one paragraph; not the lines above them."""
    held: Any = parse_xml(document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES).blob)
    notes = (note for note in held if qn("w:type") not in note.attrib)
    return {note.get(qn("w:id")): Paragraph(note[0], document._body) for note in notes}
