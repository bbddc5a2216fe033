"""The text of web pages and plain texts that a Word file embeds whole."""

from inspel_app.reading.reader import Reader
from inspel_app.reading.text import TextReader
from inspel_app.reading.webpage import WebpageReader

_READERS: tuple[Reader, ...] = (WebpageReader(), TextReader())


def embedded_paragraphs(data: bytes) -> list[str]:
    """The paragraphs of an HTML page or a plain text; none of other formats."""
    reader = max(_READERS, key=lambda r: r.score(data, ""))
    if reader.score(data, "") <= 0:
        return []
    lines = (line.strip() for block in reader.read(data).blocks for line in block.text.split("\n"))
    return [line for line in lines if line]
