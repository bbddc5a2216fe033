"""All readers, and the choice of one for a file."""

from dataclasses import replace
from pathlib import PurePath

from inspel_app.domain.document import Document, Problem
from inspel_app.errors import MissingComponentError, UnreadableError
from inspel_app.i18n import _
from inspel_app.reading.doc import DocReader
from inspel_app.reading.docx import DocxReader
from inspel_app.reading.image import ImageReader
from inspel_app.reading.kinds import Kind, kind_of
from inspel_app.reading.limits import MAX_FILE_BYTES, too_large
from inspel_app.reading.ocr_tesseract import TesseractEngine
from inspel_app.reading.odt import OdtReader
from inspel_app.reading.package import protected
from inspel_app.reading.pdf import PdfReader
from inspel_app.reading.reader import Reader
from inspel_app.reading.rtf import RtfReader
from inspel_app.reading.text import TextReader
from inspel_app.reading.webpage import WebpageReader

_ENGINE = TesseractEngine()
READERS: tuple[Reader, ...] = (
    DocxReader(_ENGINE),
    DocReader(_ENGINE),
    OdtReader(_ENGINE),
    RtfReader(_ENGINE),
    PdfReader(_ENGINE),
    ImageReader(_ENGINE),
    WebpageReader(_ENGINE),
    TextReader(),
)

_NOT_TEXT = frozenset(
    (
        *(".docx", ".docm", ".dotx", ".doc", ".odt", ".ott", ".rtf", ".pdf", ".msg"),
        *(".bmp", ".gif", ".heic", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"),
    )
)
"""How files are named that are never plain text, however little is left of them."""
_FEWEST_LETTERS = 4
"""A file so named with fewer letters and digits is the first bytes of one that was cut off."""


def read(data: bytes, name: str) -> Document:
    """The document that a file holds, by the reader that is surest of it.

    Raises:
        UnreadableError: empty, of a kind that no reader takes, damaged, protected, too large,
            or in need of a program that is not installed.
    """
    if not data:
        raise UnreadableError("tom-fil", _("Filen är tom."), _("Be avsändaren skicka den igen."))
    if len(data) > MAX_FILE_BYTES:
        raise too_large()
    score, reader = max(((r.score(data, name), r) for r in READERS), key=lambda scored: scored[0])
    if score <= 0:
        raise _refusal(kind_of(data))
    try:
        document = reader.read(data)
    except MissingComponentError as error:
        raise UnreadableError("program-saknas", error.message, error.advice) from error
    suffix = PurePath(name).suffix.casefold()
    misnamed = isinstance(reader, TextReader) and suffix in _NOT_TEXT
    return _doubted(document, suffix) if misnamed else document


def _doubted(document: Document, suffix: str) -> Document:
    """A plain text whose file is named as something else: maybe what is left of that."""
    if sum(map(str.isalnum, document.text)) < _FEWEST_LETTERS:
        raise _refusal(Kind.OTHER)
    message = _("Filen heter {suffix} men är ren text; jämför med originalet.").format(
        suffix=suffix
    )
    return replace(document, problems=(*document.problems, Problem("fel-filtyp", message)))


def _refusal(kind: Kind) -> UnreadableError:
    advice = _("Öppna den, spara den som .docx eller PDF och läs in den filen.")
    match kind:
        case Kind.PROTECTED_OFFICE:
            return protected()
        case Kind.OPEN_DOCUMENT:
            code, message = "odf-format", _("Filen är ett OpenDocument-dokument, men ingen text.")
        case Kind.MARKUP:
            code, message = "xml-fil", _("Filen är en XML-fil av okänt slag.")
        case Kind.MAIL | Kind.OUTLOOK:
            code, message = "e-post", _("Filen är ett mejl.")
            advice = _("Spara mejlets bilagor, och texten som textfil, och läs in dem.")
        case Kind.POSTSCRIPT:
            code, message = "okand-filtyp", _("Filen är en utskrift (PostScript).")
            advice = _("Be avsändaren om en PDF eller en Word-fil.")
        case Kind.PROGRAM:
            code, message = "program", _("Filen är ett program, kanske ett självuppackande arkiv.")
            advice = _("Kör den inte. Be avsändaren skicka filerna som de är.")
        case Kind.ZIP:
            code, message = "zip-fil", _("Filen är till exempel ett kalkylblad eller bildspel.")
            advice = _("Öppna den i sitt program, spara den som PDF och läs in den filen.")
        case _:
            code, message = "okand-filtyp", _("Filen är av ett slag som inte kan läsas.")
            advice = _("Be avsändaren om en Word-fil, en PDF eller en textfil.")
    return UnreadableError(code, message, advice)
