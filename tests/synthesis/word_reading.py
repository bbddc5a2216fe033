"""What a Word file says, also within content controls, which python-docx passes over."""

from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph


def paragraphs(document: Document) -> list[Paragraph]:
    """All paragraphs outside tables, in order."""
    found = document.element.body.iter(qn("w:p"))
    outside = (p for p in found if next(p.iterancestors(qn("w:tc")), None) is None)
    return [Paragraph(p, document._body) for p in outside]


def tables(document: Document) -> list[Table]:
    """All tables, in order."""
    return [Table(t, document._body) for t in document.element.body.iter(qn("w:tbl"))]
