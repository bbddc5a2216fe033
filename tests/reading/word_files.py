"""Makes Word files for the tests: the XML that matters is written out, the rest is given."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from inspel_app.domain.document import Block, Document, Role
from inspel_app.reading.docx import DocxReader

_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
}
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def xml(root: str, content: str) -> str:
    """A part with this root element, all namespaces declared."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    return f"<{root} {declared}>{content}</{root}>"


def relations(links: Mapping[str, tuple[str, str]]) -> str:
    """A relations part: id -> (kind, target)."""
    rows = "".join(
        f'<Relationship Id="{key}" Type="{_TYPES}{kind}" Target="{target}"/>'
        for key, (kind, target) in links.items()
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{rows}</Relationships>'


def pack(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts as a zip."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def word_file(body: str, *, other: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word file with this body and other parts; each part's base name tells its kind.

    `{"header1.xml": ...}` becomes `word/header1.xml`, linked as `header` under the id `header1`.
    """
    names = other or {}
    links = {
        name.partition(".")[0]: (name.partition(".")[0].rstrip("0123456789"), name)
        for name in names
    }
    return pack(
        {
            "[Content_Types].xml": _CONTENT_TYPES,
            "_rels/.rels": relations({"rId1": ("officeDocument", "word/document.xml")}),
            "word/document.xml": xml("w:document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relations(links),
            **{f"word/{name}": content for name, content in names.items()},
        }
    )


def p(content: str, properties: str = "") -> str:
    """A paragraph; text that does not begin with a tag becomes a run."""
    inner = content if content.startswith("<") else r(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def sdt(content: str, properties: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def table(*rows: list[str]) -> str:
    """A table; a cell that begins with `<w:tc` or `<w:sdt` is taken as it is."""
    lines = ("<w:tr>" + "".join(map(_cell, row)) + "</w:tr>" for row in rows)
    return f"<w:tbl>{''.join(lines)}</w:tbl>"


def _cell(content: str) -> str:
    if content.startswith(("<w:tc", "<w:sdt>")):
        return content
    return f"<w:tc>{content if content.startswith('<') else p(content)}</w:tc>"


def read(body: str, *, other: Mapping[str, str | bytes] | None = None) -> Document:
    """The document that the reader makes of such a file."""
    return DocxReader().read(word_file(body, other=other))


def texts(document: Document, role: Role = Role.BODY) -> list[str]:
    """The texts of the blocks in one stream."""
    return [block.text for block in document.blocks if block.role is role]


def controlled(block: Block) -> list[str]:
    """The texts that the block's controls hold."""
    return [block.text[c.start : c.end] for c in block.controls]


def codes(document: Document) -> list[str]:
    """The codes of the document's problems."""
    return [problem.code for problem in document.problems]
