"""Letters as plain text and PDF, and Word files turned into PDF by LibreOffice."""

import io
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

SOFT_HYPHEN = "\u00ad"
FONT, SIZE, LEADING, MARGIN, WIDTH = "Times-Roman", 13, 21, 85, 340
LINES_PER_PAGE = 30
VARYING = (
    # What LibreOffice writes anew each time, and what stands there instead.
    (re.compile(rb"\(D:\d{14}Z'\)"), b"(D:20250618093000Z')"),
    (re.compile(rb"<[0-9A-F]{32}>"), b"<" + b"0" * 32 + b">"),
    (re.compile(rb"/DocChecksum /[0-9A-F]{32}"), b"/DocChecksum /" + b"0" * 32),
)


def text_letter(letter: str) -> bytes:
    """The letter as an older Notepad saves it: Windows-1252 with CR LF."""
    return letter.replace("\n", "\r\n").encode("cp1252")


def pdf_letter(letter: str) -> bytes:
    """The letter as a PDF of several pages, hyphenated, with a page number on each."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, A4, invariant=1)
    lines = [line for paragraph in letter.split("\n") for line in _wrapped(paragraph)]
    pages = [lines[i : i + LINES_PER_PAGE] for i in range(0, len(lines), LINES_PER_PAGE)]
    for number, page in enumerate(pages, 1):
        canvas.setFont(FONT, SIZE)
        for row, line in enumerate(page):
            canvas.drawString(MARGIN, A4[1] - MARGIN - row * LEADING, line)
        canvas.drawRightString(A4[0] - MARGIN, MARGIN / 2, f"{number} ({len(pages)})")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def word_to_pdf(document: bytes) -> bytes:
    """What LibreOffice makes of a Word file."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "inspel.docx")
        source.write_bytes(document)
        command = [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            str(source),
        ]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own file
        pdf = source.with_suffix(".pdf").read_bytes()
    body, mark, end = pdf.rpartition(b"/CreationDate")
    for pattern, instead in VARYING:
        end = pattern.sub(instead, end)
    return body + mark + end


def _wrapped(paragraph: str) -> Iterator[str]:
    """The paragraph's printed lines; a soft hyphen at the end of a line becomes a hyphen."""
    line = ""
    for word in paragraph.split(" "):
        start = f"{line} " if line else ""
        if _fits(start + word):
            line = start + word
            continue
        head, tail = _hyphenated(start, word)
        yield _plain(start + head) if head else _plain(line)
        line = tail
    yield _plain(line)


def _hyphenated(start: str, word: str) -> tuple[str, str]:
    """As many of the word's syllables as fit behind `start`, and the rest of it."""
    parts = word.split(SOFT_HYPHEN)
    for count in range(len(parts) - 1, 0, -1):
        head = "".join(parts[:count]) + "-"
        if _fits(start + head):
            return head, SOFT_HYPHEN.join(parts[count:])
    return "", word


def _fits(text: str) -> bool:
    return bool(stringWidth(_plain(text), FONT, SIZE) <= WIDTH)


def _plain(text: str) -> str:
    return text.replace(SOFT_HYPHEN, "")
