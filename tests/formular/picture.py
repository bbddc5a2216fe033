"""The two pictures of the form: a page of the strategy (whose text is no answer) and a map."""

import io
import textwrap

from lxml import etree
from PIL import Image, ImageDraw, ImageFont

from tests.formular.ooxml import Package, element
from tests.formular.source import Print

PAGE_TEXT = """\
Sammanfattande analys
Delprioritering 5.3 Hälsosamma arbets- och verksamhetsmiljöer

Arbete och deltagande i aktiviteter upptar en stor del av människors liv och miljöerna har en \
central betydelse för människors hälsa. Både den fysiska och den psykosociala hälsan påverkas \
positivt eller negativt av de sammanhang som människor befinner sig i till vardags.

Genom hälsosamma miljöer på arbetsplatser, i skolor och inom föreningsverksamhet läggs en grund \
för en välmående befolkning. Här finns även möjligheter att ta ett socialt ansvar.

Identifierade behov och viktiga aktörer

Delprioriteringen ska verka för att arbets- och verksamhetsmiljöer är utformade och organiserade \
så att de bidrar till hälsa och förebygger ohälsa.

Målformulering

Aktörer
"""
MAP_TEXT = (
    "En karta över Västerbotten som den del av norra Sverige, Sapmi, Norden, Europa och Arktis"
)
COUNTY = ((90, 20), (150, 40), (205, 120), (230, 160), (200, 175), (150, 130), (60, 90))
EMU_PER_PIXEL = 6350


def picture(package: Package, kind: Print) -> etree._Element:
    """A run that shows one of the form's pictures inline, described for screen readers."""
    image, description = PICTURES[kind]
    relation = package.add_picture(f"{kind.name.lower()}.png", _png(image()))
    width, height = image().size
    size = {"cx": str(width * EMU_PER_PIXEL), "cy": str(height * EMU_PER_PIXEL)}
    shape = element(
        "pic:spPr",
        element("a:xfrm", element("a:off", x="0", y="0"), element("a:ext", **size)),
        element("a:prstGeom", prst="rect"),
    )
    fill = element(
        "pic:blipFill",
        element("a:blip", r_embed=relation),
        element("a:stretch", element("a:fillRect")),
    )
    about = element(
        "pic:nvPicPr", element("pic:cNvPr", id="0", name=kind.name), element("pic:cNvPicPr")
    )
    data_node = element(
        "a:graphicData",
        element("pic:pic", about, fill, shape),
        uri="http://schemas.openxmlformats.org/drawingml/2006/picture",
    )
    number = str(len(package.relations))
    inline = element(
        "wp:inline",
        element("wp:extent", **size),
        element("wp:docPr", id=number, name=f"Bild {number}", descr=description),
        element("a:graphic", data_node),
    )
    return element("w:r", element("w:drawing", inline))


def _page() -> Image.Image:
    """The text of a page of the strategy."""
    image = Image.new("1", (700, 620), 1)
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(16)
    lines = [part for line in PAGE_TEXT.split("\n") for part in textwrap.wrap(line, 74) or [""]]
    for number, line in enumerate(lines):
        draw.text((20, 20 + 22 * number), line, font=font)
    draw.rectangle((2, 2, 697, 617), outline=0)
    return image


def _map() -> Image.Image:
    """The outline of a county."""
    image = Image.new("1", (260, 200), 1)
    ImageDraw.Draw(image).polygon(COUNTY, outline=0)
    return image


def _png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


PICTURES = {Print.MAP: (_map, MAP_TEXT), Print.PAGE: (_page, "")}
