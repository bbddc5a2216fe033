"""Makes OpenDocument files for the tests: the XML that matters is written, the rest is given."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from inspel_app.domain.document import Document
from inspel_app.reading.odt import OdtReader

TEXT_TYPE = "application/vnd.oasis.opendocument.text"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMESPACES = {
    "office": _OASIS + "office:1.0",
    "text": _OASIS + "text:1.0",
    "table": _OASIS + "table:1.0",
    "draw": _OASIS + "drawing:1.0",
    "style": _OASIS + "style:1.0",
    "form": _OASIS + "form:1.0",
    "fo": _OASIS + "xsl-fo-compatible:1.0",
    "svg": _OASIS + "svg-compatible:1.0",
    "field": "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "math": "http://www.w3.org/1998/Math/MathML",
    "xlink": "http://www.w3.org/1999/xlink",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())


def xml(root: str, content: str) -> str:
    """A part with this root element, all namespaces declared."""
    return f"<{root} {_DECLARED}>{content}</{root}>"


def odt_file(
    body: str, *, styles: str = "", automatic: str = "", other: Mapping[str, str] | None = None
) -> bytes:
    """An OpenDocument text; `styles` is the inside of styles.xml."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", TEXT_TYPE, 0)
        archive.writestr("content.xml", xml("office:document-content", _content(body, automatic)))
        archive.writestr("styles.xml", xml("office:document-styles", styles))
        for name, content in (other or {}).items():
            archive.writestr(name, content)
    return packed.getvalue()


def flat_file(body: str) -> bytes:
    """The same in one unpacked file."""
    root = f'office:document office:mimetype="{TEXT_TYPE}"'
    return (
        f"<?xml version='1.0'?><{root} {_DECLARED}>{_content(body, '')}</office:document>".encode()
    )


def _content(body: str, automatic: str) -> str:
    automatic = f"<office:automatic-styles>{automatic}</office:automatic-styles>"
    return f"{automatic}<office:body><office:text>{body}</office:text></office:body>"


def p(content: str, style: str = "") -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def items(*contents: str, attributes: str = "") -> str:
    """A list."""
    inner = "".join(f"<text:list-item>{content}</text:list-item>" for content in contents)
    return f"<text:list {attributes}>{inner}</text:list>"


def read(body: str, *, styles: str = "", automatic: str = "") -> Document:
    """The document that the reader makes of such a file."""
    return OdtReader().read(odt_file(body, styles=styles, automatic=automatic))
