"""Reads RTF, the text format of older word processors and of WordPad and TextEdit."""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256

from inspel_app.domain.document import Block, Document, Method, Problem
from inspel_app.i18n import _
from inspel_app.reading.blocks import deleted_problems, struck_problems
from inspel_app.reading.kinds import Kind, kind_of
from inspel_app.reading.ocr import OcrEngine
from inspel_app.reading.pictures import Pictures
from inspel_app.reading.rtf_pictures import picture_blocks
from inspel_app.reading.rtf_walk import Walker


class RtfReader:
    """Walks the file's tokens in order; objects that are embedded are passed over unread."""

    name = "rtf"

    def __init__(self, engine: OcrEngine | None = None) -> None:
        self._engine = engine

    def score(self, data: bytes, name: str) -> float:  # noqa: ARG002 - the content tells
        """1 for what begins as RTF, else 0."""
        return float(kind_of(data) is Kind.RTF)

    def read(self, data: bytes) -> Document:
        """The document, body first, then headers, footers, notes, comments and strays."""
        pictures = Pictures(self._engine)
        walker = Walker(data, partial(picture_blocks, pictures=pictures))
        walker.read()
        blocks = [*walker.writer.blocks, *walker.writer.strays]
        problems = [
            *_problems(blocks, is_whole=walker.is_whole),
            *struck_problems(walker.writer.struck),
            *deleted_problems(walker.writer.deleted),
            *pictures.problems(),
        ]
        return Document.of(sha256(data).hexdigest(), Method.TEXT, blocks, problems=problems)


def _problems(blocks: list[Block], *, is_whole: bool) -> Iterator[Problem]:
    if not is_whole:
        yield Problem("rtf-avhuggen", _("RTF-filen är inte hel; text kan saknas i slutet."))
    if not any(block.text.strip() for block in blocks):
        yield Problem("utan-text", _("Dokumentet innehåller ingen text, kanske bara bilder."))
