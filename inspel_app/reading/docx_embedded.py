"""The text of documents of other kinds that a Word file embeds whole."""

from inspel_app.reading.reader import Reader
from inspel_app.reading.rtf import RtfReader
from inspel_app.reading.text import TextReader
from inspel_app.reading.webpage import WebpageReader

_READERS: tuple[Reader, ...] = (WebpageReader(), RtfReader(), TextReader())


def embedded_paragraphs(data: bytes, word: Reader | None) -> list[str]:
    """The paragraphs of a page, a text, an RTF or, by `word`, a Word file; none of others.

    Raises:
        UnreadableError: it is damaged, protected or beyond the limits.
    """
    readers = (*_READERS, word) if word else _READERS
    reader = max(readers, key=lambda r: r.score(data, ""))
    if reader.score(data, "") <= 0:
        return []
    lines = (line.strip() for block in reader.read(data).blocks for line in block.text.split("\n"))
    return [line for line in lines if line]
