"""Reads .doc, Word's format before 2007, by way of LibreOffice."""

from dataclasses import replace
from hashlib import sha256

from inspel_app.domain.document import Document
from inspel_app.errors import UnreadableError
from inspel_app.i18n import _
from inspel_app.reading import libreoffice
from inspel_app.reading.docx import DocxReader
from inspel_app.reading.kinds import Kind, kind_of
from inspel_app.reading.ocr import OcrEngine
from inspel_app.reading.package import protected

_STREAM = "WordDocument".encode("utf-16-le")
_FIRST_SECTOR = 0x74
"""Where an entry of the file's directory holds the number of the stream's first sector."""

_SECTOR_SHIFT = 30
"""Where the file holds the size of its sectors, as a power of two."""

_LARGEST_SHIFT = 16
_WORD_MAGIC = (b"\xec\xa5", b"\xdc\xa5")
_FLAGS = 11
_ENCRYPTED = 0x1


class DocReader:
    """Has the file turned into .docx; places in the document are then places in that text.

    Unlike other readers it writes the file to a temporary folder.
    """

    name = "doc"

    def __init__(self, engine: OcrEngine | None = None) -> None:
        self._engine = engine

    def score(self, data: bytes, name: str) -> float:  # noqa: ARG002 - the content tells
        """1 for an old Word file, else 0."""
        return float(kind_of(data) is Kind.OLD_WORD)

    def read(self, data: bytes) -> Document:
        """The document as the reader of .docx reads it.

        Raises:
            UnreadableError: also where LibreOffice is not installed.
        """
        if kind_of(data) is not Kind.OLD_WORD:
            raise _damaged()
        if _is_encrypted(data):
            raise protected()
        program = libreoffice.find()
        if program is None:
            raise UnreadableError(
                "doc-format",
                _("Filen är i det äldre Word-formatet .doc, som läses med hjälp av LibreOffice."),
                _("Öppna den i Word och spara den som .docx, eller installera LibreOffice."),
            )
        try:
            converted = libreoffice.to_docx(program, data, ".doc")
        except libreoffice.ConversionError as fault:
            raise _damaged() from fault
        return replace(DocxReader(self._engine).read(converted), file=sha256(data).hexdigest())


def _damaged() -> UnreadableError:
    return UnreadableError(
        "doc-skadad",
        _("Filen gick inte att öppna i LibreOffice; den är troligen skadad."),
        _("Öppna den i Word och spara den som .docx, eller skriv in svaren för hand."),
    )


def _is_encrypted(data: bytes) -> bool:
    """Whether the head of the Word stream says so; the file's directory tells where it begins."""
    entry = data.find(_STREAM)
    sector = _whole(data, entry + _FIRST_SECTOR, 4)
    size = 1 << min(_whole(data, _SECTOR_SHIFT, 2), _LARGEST_SHIFT)
    head = (sector + 1) * size
    return data.startswith(_WORD_MAGIC, head) and bool(_whole(data, head + _FLAGS, 1) & _ENCRYPTED)


def _whole(data: bytes, at: int, size: int) -> int:
    return int.from_bytes(data[at : at + size], "little")
