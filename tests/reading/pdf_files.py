"""Makes small PDF files to read in the tests."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from reportlab.pdfgen import canvas

from inspel_app.domain.document import Block, Document, Role
from inspel_app.reading.ocr_tesseract import TesseractEngine
from inspel_app.reading.pdf import PdfReader

WIDTH, HEIGHT = 595, 842
SAMPLES = Path(__file__).parent / "samples"
Draw = Callable[[Any], None]


def pdf(*pages: Draw, **options: Any) -> bytes:
    """A PDF with one page for each function that draws on a canvas."""
    stream = io.BytesIO()
    sheet = canvas.Canvas(stream, pagesize=(WIDTH, HEIGHT), **options)
    for draw in pages:
        sheet.setFont("Helvetica", 12)
        draw(sheet)
        sheet.showPage()
    sheet.save()
    return stream.getvalue()


def lines(*texts: str, x: float = 72, y: float = 700, leading: float = 14) -> Draw:
    """Draws lines below each other; an empty text leaves a line free."""

    def draw(sheet: Any) -> None:
        for i, text in enumerate(texts):
            if text:
                sheet.drawString(x, y - i * leading, text)

    return draw


def both(*draws: Draw) -> Draw:
    """Draws one thing after the other."""

    def draw(sheet: Any) -> None:
        for one in draws:
            one(sheet)

    return draw


def table(sheet: Any, rows: Sequence[Sequence[str]], edges: Sequence[float], top: float) -> None:
    """A ruled table with rows of 20 points; a cell may hold two lines."""
    bottom = top - 30 * len(rows)
    for i in range(len(rows) + 1):
        sheet.line(edges[0], top - 30 * i, edges[-1], top - 30 * i)
    for edge in edges:
        sheet.line(edge, top, edge, bottom)
    for i, row in enumerate(rows):
        for edge, cell in zip(edges, row, strict=False):
            for j, line in enumerate(cell.split("\n")):
                sheet.drawString(edge + 4, top - 30 * i - 12 - 12 * j, line)


def read(data: bytes) -> Document:
    """What the reader makes of it."""
    return PdfReader(TesseractEngine()).read(data)


def sample(name: str) -> Document:
    """What the reader makes of a file that an office program wrote."""
    return read((SAMPLES / name).read_bytes())


def body(document: Document) -> list[Block]:
    """The blocks of the text itself."""
    return [block for block in document.blocks if block.role is Role.BODY]


def texts(document: Document) -> list[str]:
    """The texts of the text itself."""
    return [block.text for block in body(document)]
