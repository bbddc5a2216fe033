"""A text box as Word stores it: its text stands twice in the file and is read once."""

from lxml import etree

from tests.formular.ooxml import element
from tests.formular.pen import Pen

SIZE = {"cx": "3600000", "cy": "540000"}
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def text_box(pen: Pen, text: str) -> etree._Element:
    """A paragraph that holds a text box."""
    box = element(
        "wps:wsp",
        element("wps:cNvSpPr", txBox="1"),
        element(
            "wps:spPr",
            element("a:xfrm", element("a:off", x="0", y="0"), element("a:ext", **SIZE)),
            element("a:prstGeom", prst="rect"),
        ),
        element("wps:txbx", _content(pen, text)),
        element("wps:bodyPr"),
    )
    inline = element(
        "wp:inline",
        element("wp:extent", **SIZE),
        element("wp:docPr", id="90", name="Textruta 1"),
        element("a:graphic", element("a:graphicData", box, uri=SHAPE)),
    )
    old = element(
        "v:shape", element("v:textbox", _content(pen, text)), style="width:283pt;height:43pt"
    )
    return pen.paragraph(
        element(
            "w:r",
            element(
                "mc:AlternateContent",
                element("mc:Choice", element("w:drawing", inline), Requires="wps"),
                element("mc:Fallback", element("w:pict", old)),
            ),
        )
    )


def _content(pen: Pen, text: str) -> etree._Element:
    return element("w:txbxContent", pen.printed(text))
