"""Qualified names of the XML that OpenDocument texts are made of."""

from lxml.etree import _Element

from inspel_app.reading.package_mending import Markup

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = "{" + _OASIS + "office:1.0}"
TEXT = "{" + _OASIS + "text:1.0}"
TABLE = "{" + _OASIS + "table:1.0}"
DRAW = "{" + _OASIS + "drawing:1.0}"
STYLE = "{" + _OASIS + "style:1.0}"
FORM = "{" + _OASIS + "form:1.0}"
META = "{" + _OASIS + "meta:1.0}"
SVG = "{" + _OASIS + "svg-compatible:1.0}"
FO = "{" + _OASIS + "xsl-fo-compatible:1.0}"
FIELD = "{urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
MATH = "{http://www.w3.org/1998/Math/MathML}"
XLINK = "{http://www.w3.org/1999/xlink}"
XML = "{http://www.w3.org/XML/1998/namespace}"

_PREFIXES = {
    "office": OFFICE,
    "text": TEXT,
    "table": TABLE,
    "draw": DRAW,
    "style": STYLE,
    "form": FORM,
    "meta": META,
    "svg": SVG,
    "fo": FO,
    "field": FIELD,
    "loext": LOEXT,
    "dc": DC,
    "xlink": XLINK,
}
MARKUP = Markup(
    {prefix: name[1:-1] for prefix, name in _PREFIXES.items()},
    frozenset({"office:body", "office:text"}),
)
"""How OpenDocument programs write their XML."""

PARAGRAPHS = (TEXT + "p", TEXT + "h")


def text_of(element: _Element) -> str:
    """All text in an element, as it stands in the XML."""
    return "".join(str(text) for text in element.itertext())


def count(element: _Element, name: str, most: int = 1_000) -> int:
    """A whole number from 1 up, 1 where none is written."""
    written = element.get(name, "")
    return min(max(int(written), 1), most) if written.isascii() and written.isdigit() else 1
