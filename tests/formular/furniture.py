"""Styles, lists, header, footer and notes: what stands around the text in a Word file."""

from collections.abc import Iterable

from lxml import etree

from tests.formular.ooxml import Package, element

BULLET_LIST, NUMBER_LIST = "1", "2"
A4 = {"w_w": "11906", "w_h": "16838"}
STYLES = (
    # id, name, size in half points, colour
    ("Title", "Title", 40, "1F3864"),
    ("Heading1", "heading 1", 32, "2E74B5"),
    ("Heading2", "heading 2", 28, "2E74B5"),
    ("Heading3", "heading 3", 24, "1F4D78"),
    ("ListParagraph", "List Paragraph", 22, "auto"),
    ("Header", "header", 18, "595959"),
    ("Footer", "footer", 18, "595959"),
    ("FootnoteText", "footnote text", 20, "auto"),
)


def add_furniture(package: Package, title: str, author: str) -> None:
    """Adds the parts that every Word file has."""
    package.add("styles", "styles.xml", _styles())
    package.add("numbering", "numbering.xml", _numbering())
    package.add("settings", "settings.xml", _settings())
    package.parts["docProps/core.xml"] = _core(title, author).encode()
    package.overrides["/docProps/core.xml"] = (
        "application/vnd.openxmlformats-package.core-properties+xml"
    )


def section(package: Package, header: str) -> etree._Element:
    """The last element of the body: A4, with a header text and page numbers in the footer."""
    head = element("w:hdr", element("w:p", _style("Header"), _run(header)))
    number = element("w:p", _style("Footer"), _run("Sida "), *field("PAGE", "1"), _run(" av "))
    number.extend(field("NUMPAGES", "9"))
    top = package.add("header", "header1.xml", head)
    bottom = package.add("footer", "footer1.xml", element("w:ftr", number))
    return element(
        "w:sectPr",
        element("w:headerReference", w_type="default", r_id=top),
        element("w:footerReference", w_type="default", r_id=bottom),
        element("w:pgSz", **A4),
        element(
            "w:pgMar",
            w_top="1417",
            w_right="1417",
            w_bottom="1417",
            w_left="1417",
            w_header="708",
            w_footer="708",
            w_gutter="0",
        ),
    )


def field(instruction: str, result: str) -> list[etree._Element]:
    """A complex field: its instruction is no text of the document, its result is."""
    begin, instruct, separate, end = (element("w:r") for _ in range(4))
    begin.append(element("w:fldChar", w_fldCharType="begin"))
    instruct.append(element("w:instrText", f" {instruction} "))
    separate.append(element("w:fldChar", w_fldCharType="separate"))
    end.append(element("w:fldChar", w_fldCharType="end"))
    return [begin, instruct, separate, _run(result), end]


def add_footnotes(package: Package, notes: Iterable[str]) -> None:
    """Adds the footnotes, numbered from 1, after the two separators that Word always has."""
    root = element("w:footnotes")
    for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
        mark = element("w:p", element("w:r", element(f"w:{kind}")))
        root.append(element("w:footnote", mark, w_type=kind, w_id=str(number)))
    for number, text in enumerate(notes, 1):
        reference = element("w:r", element("w:footnoteRef"))
        note = element("w:p", _style("FootnoteText"), reference, _run(" " + text))
        root.append(element("w:footnote", note, w_id=str(number)))
    package.add("footnotes", "footnotes.xml", root)


def add_comments(package: Package, comments: Iterable[tuple[str, str]]) -> None:
    """Adds comments (author, text), numbered from 0."""
    root = element("w:comments")
    for number, (author, text) in enumerate(comments):
        note = element("w:p", _run(text))
        root.append(
            element(
                "w:comment", note, w_id=str(number), w_author=author, w_date="2025-06-12T14:05:00Z"
            )
        )
    package.add("comments", "comments.xml", root)


def _run(text: str) -> etree._Element:
    node = element("w:t", text)
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element("w:r", node)


def _style(style: str) -> etree._Element:
    return element("w:pPr", element("w:pStyle", w_val=style))


def _styles() -> etree._Element:
    fonts = element("w:rFonts", w_ascii="Calibri", w_hAnsi="Calibri", w_cs="Calibri")
    default = element("w:rPr", fonts, element("w:sz", w_val="22"), element("w:lang", w_val="sv-SE"))
    spacing = element("w:pPr", element("w:spacing", w_after="120"))
    root = element(
        "w:styles",
        element(
            "w:docDefaults",
            element("w:rPrDefault", default),
            element("w:pPrDefault", spacing),
        ),
        element(
            "w:style",
            element("w:name", w_val="Normal"),
            w_type="paragraph",
            w_default="1",
            w_styleId="Normal",
        ),
    )
    root.extend(_paragraph_style(*style) for style in STYLES)
    grey = element("w:rPr", element("w:color", w_val="808080"))
    root.append(
        element(
            "w:style",
            element("w:name", w_val="Placeholder Text"),
            grey,
            w_type="character",
            w_styleId="PlaceholderText",
        )
    )
    root.append(_grid())
    return root


def _paragraph_style(style: str, name: str, size: int, colour: str) -> etree._Element:
    look = element("w:rPr")
    lines = element("w:pPr")
    if style.startswith("Heading"):
        look.append(element("w:b"))
        lines.append(element("w:keepNext"))
        lines.append(element("w:outlineLvl", w_val=str(int(style[-1]) - 1)))
    look.append(element("w:color", w_val=colour))
    look.append(element("w:sz", w_val=str(size)))
    return element(
        "w:style",
        element("w:name", w_val=name),
        element("w:basedOn", w_val="Normal"),
        lines,
        look,
        w_type="paragraph",
        w_styleId=style,
    )


def _grid() -> etree._Element:
    lines = element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        lines.append(element(f"w:{side}", w_val="single", w_sz="4", w_space="0", w_color="auto"))
    return element(
        "w:style",
        element("w:name", w_val="Table Grid"),
        element("w:tblPr", lines),
        w_type="table",
        w_styleId="TableGrid",
    )


def _numbering() -> etree._Element:
    root = element("w:numbering")
    lists = ((BULLET_LIST, "bullet", "•"), (NUMBER_LIST, "decimal", "%1."))
    for number, kind, mark in lists:
        level = element(
            "w:lvl",
            element("w:start", w_val="1"),
            element("w:numFmt", w_val=kind),
            element("w:lvlText", w_val=mark),
            element("w:lvlJc", w_val="left"),
            element("w:pPr", element("w:ind", w_left="720", w_hanging="360")),
            w_ilvl="0",
        )
        root.append(element("w:abstractNum", level, w_abstractNumId=number))
    for number, _, _ in lists:
        root.append(element("w:num", element("w:abstractNumId", w_val=number), w_numId=number))
    return root


def _settings() -> etree._Element:
    return element(
        "w:settings",
        element("w:zoom", w_percent="100"),
        element("w:defaultTabStop", w_val="1304"),
        element("w:decimalSymbol", w_val=","),
        element("w:listSeparator", w_val=";"),
    )


def _core(title: str, author: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2025-06-18T07:30:00Z</dcterms:modified>'
        "</cp:coreProperties>"
    )
