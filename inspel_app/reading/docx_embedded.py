"""The text of web pages and plain texts that a Word file embeds whole."""

from lxml import etree, html

from inspel_app.reading.text import TextReader, decode

_BLOCKS = {"p", "div", "li", "tr", "td", "th", "br", "h1", "h2", "h3", "h4", "h5", "h6"}
_UNSHOWN = {"head", "script", "style"}
_HEAD_BYTES = 1_000
_PARSER = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)


def embedded_paragraphs(data: bytes) -> list[str]:
    """The paragraphs of an HTML page or a plain text; none of other formats."""
    if b"<html" in data[:_HEAD_BYTES].lower():
        text = _page_text(data)
    elif TextReader().score(data, "") > 0:
        text = decode(data).text
    else:
        return []
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return [line for line in lines if line]


def _page_text(data: bytes) -> str:
    """The page's text with a line break round each block."""
    root = etree.fromstring(data, _PARSER)
    if root is None:
        return ""
    pieces: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        edge = "\n" if element.tag in _BLOCKS else ""
        if event == "start" and element.tag in _UNSHOWN:
            walk.skip_subtree()
        elif event == "start":
            pieces += (edge, _flat(element.text))
        else:
            pieces += (edge, _flat(element.tail))
    return "".join(pieces)


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ")
