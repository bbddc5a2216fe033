"""Form fields, typed notes and comments: text that lies on top of a PDF page."""

import ctypes
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from inspel_app.domain.document import Box, Control, ControlKind
from inspel_app.reading.layout import ASCENT, Inset, Word
from inspel_app.reading.pdf_characters import clean
from inspel_app.reading.pdf_views import Turned

TICKED, UNTICKED = "☒", "☐"
_TAG, _PARAGRAPH_END = re.compile(r"<[^<>]*>"), re.compile(r"</p>|<br ?/>")
_MAX_ANNOTATIONS = 5_000
_LINE = 14.0
"""The height, in points, of a line in a field that is taller than one."""
_KINDS = {
    pdfium_c.FPDF_FORMFIELD_TEXTFIELD: ControlKind.TEXT,
    pdfium_c.FPDF_FORMFIELD_COMBOBOX: ControlKind.CHOICE,
    pdfium_c.FPDF_FORMFIELD_LISTBOX: ControlKind.CHOICE,
    pdfium_c.FPDF_FORMFIELD_CHECKBOX: ControlKind.CHECKBOX,
    pdfium_c.FPDF_FORMFIELD_RADIOBUTTON: ControlKind.CHECKBOX,
}
_SILENT = (pdfium_c.FPDF_ANNOT_LINK, pdfium_c.FPDF_ANNOT_POPUP, pdfium_c.FPDF_ANNOT_WIDGET)
"""Kinds whose contents are no text of their own."""
_DRAWN = (pdfium_c.FPDF_ANNOT_INK, pdfium_c.FPDF_ANNOT_STAMP, pdfium_c.FPDF_ANNOT_FREETEXT)
"""Kinds that show something even where they hold no text."""


@dataclass(slots=True)
class Annotations:
    """What lies on a page: fields and typed notes as words, comments as they are written.

    `strikes` are the lines by which readers of the page have struck its words through. `drawn`
    counts what is drawn by hand or stamped without words, `files` the files pinned to the page.
    """

    words: list[Word] = field(default_factory=list)
    comments: list[Word] = field(default_factory=list)
    strikes: list[Box] = field(default_factory=list)
    drawn: int = 0
    files: int = 0


class AnnotationReader:
    """Reads the annotations of one document; counts its form fields as they come."""

    def __init__(self, form: pdfium.PdfFormEnv | None) -> None:
        self._form = form.raw if form else None
        self._numbers: dict[str, int] = {}

    def read(self, page: pdfium.PdfPage, view: Turned) -> Annotations:
        """The page's annotations, with their places on the page as it is turned."""
        found = Annotations()
        for i in range(min(pdfium_c.FPDFPage_GetAnnotCount(page.raw), _MAX_ANNOTATIONS)):
            with _annotation(page, i) as raw:
                if raw is not None:
                    self._take(raw, view, found)
        return found

    def _take(self, raw: Any, view: Turned, found: Annotations) -> None:  # noqa: ANN401 - a handle of PDFium
        """Add one annotation; of those that are hidden only the text, as a comment."""
        kind, box = pdfium_c.FPDFAnnot_GetSubtype(raw), _box(raw, view)
        hidden = pdfium_c.FPDFAnnot_GetFlags(raw) & pdfium_c.FPDF_ANNOT_FLAG_HIDDEN
        if kind == pdfium_c.FPDF_ANNOT_WIDGET and self._form and not hidden:
            found.words += self._field(raw, box)
        if kind in _SILENT:
            return
        found.files += kind == pdfium_c.FPDF_ANNOT_FILEATTACHMENT
        if kind == pdfium_c.FPDF_ANNOT_STRIKEOUT and not hidden:
            found.strikes += _strikes(raw, view)
        if text := _text(_contents, raw) or _unmarked(_text(_rich_contents, raw)):
            typed = kind == pdfium_c.FPDF_ANNOT_FREETEXT and not hidden
            (found.words if typed else found.comments).append(_word(text, Inset(box)))
        elif not hidden:
            found.drawn += kind in _DRAWN

    def _field(self, raw: Any, box: Box) -> Iterator[Word]:  # noqa: ANN401 - a handle of PDFium
        """The field as a word at its place; nothing for buttons and signatures."""
        kind = _KINDS.get(pdfium_c.FPDFAnnot_GetFormFieldType(self._form, raw))
        if kind is None:
            return
        name = _text(pdfium_c.FPDFAnnot_GetFormFieldName, self._form, raw)
        number = self._numbers.setdefault(name or f"#{len(self._numbers)}", len(self._numbers))
        if kind is ControlKind.CHECKBOX:
            text = TICKED if pdfium_c.FPDFAnnot_IsChecked(self._form, raw) else UNTICKED
            empty = False
        else:
            text = _text(pdfium_c.FPDFAnnot_GetFormFieldValue, self._form, raw)
            empty = not text
        control = Control(0, len(text), number, kind, tag=name, placeholder=empty)
        yield _word(text, Inset(box, control))


@contextmanager
def _annotation(page: pdfium.PdfPage, i: int) -> Iterator[Any]:
    raw = pdfium_c.FPDFPage_GetAnnot(page.raw, i)
    try:
        yield raw or None
    finally:
        if raw:
            pdfium_c.FPDFPage_CloseAnnot(raw)


def _box(raw: Any, view: Turned) -> Box:  # noqa: ANN401 - a handle of PDFium
    rect = pdfium_c.FS_RECTF()
    pdfium_c.FPDFAnnot_GetRect(raw, rect)
    return view.box(rect.left, rect.bottom, rect.right, rect.top)


def _strikes(raw: Any, view: Turned) -> Iterator[Box]:  # noqa: ANN401 - a handle of PDFium
    """A line through the middle of each piece of text that the annotation lies on."""
    quad = pdfium_c.FS_QUADPOINTSF()
    for i in range(min(pdfium_c.FPDFAnnot_CountAttachmentPoints(raw), _MAX_ANNOTATIONS)):
        if pdfium_c.FPDFAnnot_GetAttachmentPoints(raw, i, quad):
            box = view.box(quad.x1, quad.y1, quad.x4, quad.y4)
            middle = (box.y0 + box.y1) / 2
            yield Box(box.x0, middle, box.x1, middle)


def _word(text: str, inset: Inset) -> Word:
    """The text as one word, whose baseline is that of the first line in its box."""
    box = inset.box
    size = min(max(box.y1 - box.y0, 1.0), _LINE) / 1.2
    margin = (min(box.y1 - box.y0, _LINE) - size) / 2
    return Word(text, box.x0, box.x1, box.y0 + margin + ASCENT * size, size, inset=inset)


def _contents(raw: Any, buffer: Any, size: int) -> int:  # noqa: ANN401 - handles of PDFium
    return int(pdfium_c.FPDFAnnot_GetStringValue(raw, b"Contents", buffer, size))


def _rich_contents(raw: Any, buffer: Any, size: int) -> int:  # noqa: ANN401 - handles of PDFium
    return int(pdfium_c.FPDFAnnot_GetStringValue(raw, b"RC", buffer, size))


def _unmarked(rich: str) -> str:
    """The paragraphs of a text with the marks of XHTML."""
    lines = (unescape(_TAG.sub("", part)) for part in _PARAGRAPH_END.split(rich))
    return "\n".join(line for part in lines if (line := " ".join(part.split())))


def _text(get: Callable[..., int], *handles: Any) -> str:  # noqa: ANN401 - handles of PDFium
    """The text that a function of PDFium writes into a buffer as UTF-16."""
    size = get(*handles, None, 0)
    buffer = ctypes.create_string_buffer(size)
    get(*handles, ctypes.cast(buffer, ctypes.POINTER(pdfium_c.FPDF_WCHAR)), size)
    text = buffer.raw[:size].decode("utf-16-le", "replace").rstrip("\0")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(clean(line) for line in lines).strip()
