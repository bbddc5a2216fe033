"""Small inspel to import."""

import io
from pathlib import Path

import docx
from reportlab.pdfgen.canvas import Canvas

LETTER = """Inspel från Exempelbygdens byalag

Bredband saknas i våra byar. Regionen behöver ta ansvar för fiber i glesbygd.

Kollektivtrafiken går för sällan. Vi vill ha fler bussar på kvällarna till {place}.
"""


def text_letter(place: str) -> bytes:
    return LETTER.format(place=place).encode()


def word_letter(place: str) -> bytes:
    document = docx.Document()
    for paragraph in LETTER.format(place=place).split("\n\n"):
        document.add_paragraph(paragraph.strip())
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def pdf_letter(place: str) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    for number, line in enumerate(LETTER.format(place=place).splitlines()):
        canvas.drawString(72, 760 - 16 * number, line)
    canvas.save()
    return buffer.getvalue()


def write_letters(folder: Path, *places: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{place}.txt" for place in places]
    for path, place in zip(paths, places, strict=True):
        path.write_bytes(text_letter(place))
    return paths
