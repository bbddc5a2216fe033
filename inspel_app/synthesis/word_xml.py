"""The elements of WordprocessingML that the report is made of.

They are built directly: python-docx looks up styles for each paragraph, which takes
minutes in an appendix with tens of thousands of them.
"""

import re
from collections.abc import Iterable, Sequence

from lxml import etree

from inspel_app.synthesis.outline import Link, Table
from inspel_app.synthesis.words import clean

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TEXT_WIDTH = 9070
"""Twentieths of a point between the margins."""
_FEW_ROWS, _FEW_SIGNS = 12, 900
"""A table of at most so much stands on one page."""
SWEDISH = "sv-SE"
USUAL = "Normal"
"""The style of paragraphs that name none."""
_BREAKS = re.compile(r"(\n|\t)")

Element = etree._Element  # noqa: SLF001 - lxml offers no public name for the type


def w(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element in Word's namespace; the attributes too are in it."""
    found = etree.Element(named(tag), {named(k): str(v) for k, v in attributes.items()})
    found.extend(children)
    return found


def named(tag: str) -> str:
    """The full name of an element or attribute in Word's namespace."""
    return f"{{{_W}}}{tag}"


def letters(element: Element) -> str:
    """All that is written in an element."""
    return "".join(piece.text or "" for piece in element.iter(named("t")))


def parsed(data: bytes) -> Element:
    """The root of an XML file from somebody's disk, without entities.

    Raises:
        XMLSyntaxError: it is none.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(data, parser)


def run(text: str, style: str = "") -> Element:
    """A run of text, its line breaks and tabs kept."""
    made = w("r")
    if style:
        made.append(w("rPr", w("rStyle", val=style)))
    for part in _BREAKS.split(clean(text)):
        if part == "\n":
            made.append(w("br"))
        elif part == "\t":
            made.append(w("tab"))
        elif part:
            piece = w("t")
            piece.text = part
            piece.set(_XML_SPACE, "preserve")
            made.append(piece)
    return made


def paragraph(style: str, *content: Element) -> Element:
    """A paragraph in a style; `style` is the style's id. The usual style is not named."""
    named = [] if style == USUAL else [w("pStyle", val=style)]
    return w("p", w("pPr", *named), *content)


def link(text: str, target: str, style: str = "Hyperlink") -> Element:
    """A text that leads to a bookmark."""
    return w("hyperlink", run(text, style), anchor=target, history=1)


def bookmarked(name: str, number: int, *content: Element) -> list[Element]:
    """The content between the two ends of a bookmark; `number` is the bookmark's own."""
    return [w("bookmarkStart", id=number, name=name), *content, w("bookmarkEnd", id=number)]


def field(instruction: str, *shown: Element) -> list[Element]:
    """A field that Word works out anew; `shown` is what stands there until then."""
    code = w("instrText")
    code.text = f" {instruction} "
    code.set(_XML_SPACE, "preserve")
    begin = w("fldChar", fldCharType="begin", dirty="true")
    separate, end = w("fldChar", fldCharType="separate"), w("fldChar", fldCharType="end")
    return [w("r", begin), w("r", code), w("r", separate), *shown, w("r", end)]


def table(content: Table) -> Element:
    """A table whose header row is repeated on each page, and that says what it is."""
    total = sum(content.widths)
    widths = [TEXT_WIDTH * width // total for width in content.widths]
    properties = w(
        "tblPr",
        w("tblStyle", val="Rapporttabell"),
        w("tblW", w=TEXT_WIDTH, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0),
        w("tblCaption", val=clean(content.caption)),
    )
    header = _row(content.header, widths, content.numeric, header=True)
    rows = [_row(row, widths, content.numeric, header=False) for row in content.rows]
    _keep_together([header, *rows] if _is_small(content) else [header, *rows[:1]])
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=n) for n in widths)), header, *rows)


def _is_small(content: Table) -> bool:
    """Whether a table fits well within a page."""
    signs = sum(len(c.text if isinstance(c, Link) else str(c)) for row in content.rows for c in row)
    return len(content.rows) <= _FEW_ROWS and signs <= _FEW_SIGNS


def _keep_together(rows: Sequence[Element]) -> None:
    """Let rows stand on one page, each with the next."""
    for row in rows[:-1]:
        for text in row.iter(named("pPr")):
            text.insert(1, w("keepNext"))


def _row(
    cells: Iterable[str | int | Link],
    widths: Sequence[int],
    numeric: Sequence[bool],
    *,
    header: bool,
) -> Element:
    properties = w("trPr", w("cantSplit"))
    if header:
        properties.append(w("tblHeader"))
    made = w("tr", properties)
    for cell, width, right in zip(cells, widths, numeric, strict=True):
        content = link(cell.text, cell.target) if isinstance(cell, Link) else run(str(cell))
        text = paragraph("Tabelltext", content)
        if right:
            text[0].append(w("jc", val="right"))
        made.append(w("tc", w("tcPr", w("tcW", w=width, type="dxa")), text))
    return made
