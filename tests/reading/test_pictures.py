"""Pictures within documents: what stands in them is read, and what is not read is named."""

import io
from base64 import b64encode
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from inspel_app.domain.document import Document, Method, Role
from inspel_app.reading.docx import DocxReader
from inspel_app.reading.ocr_tesseract import TesseractEngine
from inspel_app.reading.odt import OdtReader
from inspel_app.reading.pictures import telling
from inspel_app.reading.rtf import RtfReader
from inspel_app.reading.webpage import WebpageReader
from tests.reading.odt_files import flat_file, odt_file
from tests.reading.odt_files import p as p_odt
from tests.reading.pdf_files import HEIGHT as HIGH
from tests.reading.pdf_files import Draw, both, lines, pdf
from tests.reading.pdf_files import read as read_pdf
from tests.reading.scan_pictures import page
from tests.reading.word_files import p, relations, sdt, table, word_file, xml

SENTENCE = "Vägen till vården är lång och bussarna är få."
POINTS, DOTS = 12_700, 300
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def png(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


WRITTEN = page((SENTENCE,), height=300)
PNG, EMPTY = png(WRITTEN), png(Image.new("L", (600, 300), 128))
WIDTH, HEIGHT = WRITTEN.width * 72 / DOTS * 2, WRITTEN.height * 72 / DOTS * 2


def drawing(name: str, said: str = "", width: float = WIDTH, height: float = HEIGHT) -> str:
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}">'
        f'<wp:extent cx="{round(width * POINTS)}" cy="{round(height * POINTS)}"/>'
        f'<wp:docPr id="1" name="Bild 1" descr="{said}"/>'
        f'<a:blip r:embed="{name}"/></wp:inline></w:drawing></w:r>'
    )


def word(body: str, *pictures: bytes) -> Document:
    other: dict[str, str | bytes] = {f"image{i}.png": d for i, d in enumerate(pictures, 1)}
    return DocxReader(TesseractEngine()).read(word_file(body, other=other))


def codes(document: Document) -> list[str]:
    return [problem.code for problem in document.problems]


def seen(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.words]


def test_a_picture_is_read_where_it_stands() -> None:
    document = word(p("Före") + p(drawing("image1")) + p("Efter"), PNG)
    assert [b.text for b in document.blocks if b.text] == ["Före", SENTENCE, "Efter"]
    assert codes(document) == []
    start = document.text.index(SENTENCE)
    words = document.words(start, start + len(SENTENCE))
    assert [document.text[w.start : w.end] for w in words] == SENTENCE.split()
    assert 0.5 < document.confidence([(start, start + len(SENTENCE))]) < 1
    assert document.locate(start, start + 5).box is None
    assert document.method is Method.TEXT


def test_a_picture_in_a_cell_and_in_a_control_belongs_to_them() -> None:
    inside = sdt(p(drawing("image1")), '<w:tag w:val="svar"/>')
    document = word(table(["Fråga", f"<w:tc>{inside}</w:tc>"]), PNG)
    [block] = [b for b in document.blocks if b.words]
    assert block.cell is not None
    assert (block.cell.row, block.cell.column) == (0, 1)
    assert [c.tag for c in block.controls] == ["svar"]


def test_the_same_picture_is_read_once_and_a_logo_never() -> None:
    body = p(drawing("image1")) + p(drawing("image1")) + p(drawing("image2", width=60, height=40))
    document = word(body, PNG, EMPTY)
    assert seen(document) == [SENTENCE]
    assert codes(document) == []


def pictured(image: Image.Image, x: float, y: float, width: float) -> Draw:
    height = width * image.height / image.width
    return lambda sheet: sheet.drawImage(ImageReader(image), x, y, width, height)


def test_a_picture_between_lines_of_a_pdf_is_read_there() -> None:
    data = pdf(both(lines("Före bilden"), lines("Efter", y=300), pictured(WRITTEN, 90, 400, 400)))
    document = read_pdf(data)
    assert [b.text for b in document.blocks] == ["Före bilden", SENTENCE, "Efter"]
    assert document.method is Method.PDF
    box = document.locate(len("Före bilden") + 1, len("Före bilden") + 6).box
    assert box is not None
    assert 90 < box.x0 < box.x1 < 490
    assert HIGH - 400 - 400 * WRITTEN.height / WRITTEN.width < box.y0 < box.y1 < HIGH - 400


def test_a_picture_behind_the_text_and_one_in_the_margin_are_not_read() -> None:
    behind = both(pictured(WRITTEN, 60, 600, 400), lines("Text som står ovanpå bilden", y=650))
    above = both(pictured(WRITTEN, 60, 775, 200), lines("Text som står under bilden"))
    for draw in (behind, above):
        document = read_pdf(pdf(draw))
        assert seen(document) == []
        assert codes(document) == []


def test_a_picture_without_words_in_a_pdf_is_named() -> None:
    grey = Image.new("L", (600, 300), 128)
    document = read_pdf(pdf(both(lines("Text", y=750), pictured(grey, 90, 400, 400))))
    assert codes(document) == ["bild-olast"]


@pytest.mark.parametrize("data", [EMPTY, PNG[:60], b"EMF"])
def test_a_picture_without_words_is_named(data: bytes) -> None:
    document = word(p("Text") + p(drawing("image1")), data)
    assert seen(document) == []
    [problem] = document.problems
    assert problem.code == "bild-olast"
    assert "sida 1" in problem.message


def frame(content: str) -> str:
    return p_odt(f'<draw:frame svg:width="12cm" svg:height="5cm">{content}</draw:frame>')


def test_a_picture_of_an_opendocument_text_is_read_in_its_place() -> None:
    written = f"<office:binary-data>{b64encode(PNG).decode()}</office:binary-data>"
    image = f"<draw:image>{written}</draw:image><svg:desc>Karta över bussarna</svg:desc>"
    data = flat_file(p_odt("Före") + frame(image) + p_odt("Efter"))
    document = OdtReader(TesseractEngine()).read(data)
    said = "Karta över bussarna"
    assert [b.text for b in document.blocks if b.text] == ["Före", SENTENCE, "Efter", said]
    assert codes(document) == []


def test_a_picture_in_a_note_is_found_by_the_links_of_the_notes() -> None:
    note = xml("w:footnotes", f'<w:footnote w:id="1">{p(drawing("image1"))}</w:footnote>')
    other: dict[str, str | bytes] = {
        "footnotes.xml": note,
        "_rels/footnotes.xml.rels": relations({"image1": ("image", "image2.png")}),
        "image1.png": EMPTY,
        "image2.png": PNG,
    }
    document = DocxReader(TesseractEngine()).read(word_file(p("Text"), other=other))
    assert [b.text for b in document.blocks if b.role is Role.NOTE and b.text] == [SENTENCE]
    assert codes(document) == []


def rtf(body: str) -> Document:
    return RtfReader(TesseractEngine()).read(rf"{{\rtf1\ansi {body}}}".encode("cp1252"))


def pict(data: bytes, before: str = "", width: float = WIDTH, height: float = HEIGHT) -> str:
    size = rf"\picwgoal{round(width * 10)}\pichgoal{round(height * 10)}\picscalex200\picscaley200"
    return rf"{{\pict{{\*\picprop x}}{size}\pngblip{before} {data.hex()}}}"


def test_a_picture_of_an_rtf_file_is_read_in_its_place_once() -> None:
    twice = rf"{{\*\shppict{pict(PNG)}}}{{\nonshppict{{\pict\wmetafile8 00}}}}"
    document = rtf(rf"Före\par {twice}\par Efter\par")
    assert [b.text for b in document.blocks if b.text] == ["Före", SENTENCE, "Efter"]
    assert codes(document) == []


@pytest.mark.parametrize(
    "body",
    [
        rf"{{\shp{{\*\shpinst{{\sp{{\sn pib}}{{\sv {pict(PNG)}}}}}}}{{\shprslt {{\pict 0}}}}}}\par",
        rf"a{{\footnote {pict(PNG)}}}\par",
        rf"\intbl {pict(PNG)}\cell\row",
    ],
)
def test_a_picture_of_an_rtf_file_is_read_whatever_it_stands_in(body: str) -> None:
    assert seen(rtf(body)) == [SENTENCE]


def test_an_rtf_picture_in_bytes_is_read() -> None:
    head, tail = pict(b"", rf"\bin{len(PNG)}").encode(), rb"\par Efter}"
    document = RtfReader(TesseractEngine()).read(rb"{\rtf1 " + head[:-1] + PNG + b"}" + tail)
    assert [b.text for b in document.blocks if b.text] == [SENTENCE, "Efter"]


def test_an_rtf_picture_that_is_no_page_is_named_unless_it_is_a_logo() -> None:
    assert codes(rtf(rf"Text{pict(EMPTY)}\par")) == ["bild-olast"]
    assert codes(rtf(rf"Text{pict(b'EMF')}\par")) == ["bild-olast"]
    assert codes(rtf(rf"Text{pict(EMPTY, width=60, height=40)}\par")) == []


def test_a_picture_that_an_opendocument_text_lacks_is_named_but_no_stand_in() -> None:
    image = '<draw:image xlink:href="Pictures/a.png"/>'
    lacking = odt_file(p_odt("Text") + frame(image))
    assert codes(OdtReader(TesseractEngine()).read(lacking)) == ["bild-olast"]
    stand_in = odt_file(p_odt("Text") + frame('<draw:object xlink:href="./O"/>' + image))
    assert codes(OdtReader(TesseractEngine()).read(stand_in)) == []


def test_a_picture_within_a_web_page_is_read_and_others_are_named() -> None:
    source = f"data:image/png;base64,{b64encode(PNG).decode()}"
    body = f'<p>Före</p><img src="{source}"><p>Efter</p>'
    body += '<img src="http://x.se/p.gif" width="1" height="1">'
    page = "<!DOCTYPE html><html><body>{}</body></html>"
    document = WebpageReader(TesseractEngine()).read(page.format(body).encode())
    assert [b.text for b in document.blocks] == ["Före", SENTENCE, "Efter"]
    assert codes(document) == []
    other = page.format(
        '<p>Text</p><img src="http://x.se/brev.png"><img src="data:image/png;base64,%">'
    )
    assert codes(WebpageReader(TesseractEngine()).read(other.encode())) == ["bild-olast"]


def test_a_linked_picture_is_named() -> None:
    assert codes(word(p("Text") + p(drawing("image7")))) == ["bild-olast"]


def test_without_the_program_the_text_is_read_and_the_picture_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    document = word(p("Text") + p(drawing("image1")), PNG)
    assert "Text" in document.text
    assert codes(document) == ["program-saknas", "bild-olast"]


def test_what_a_person_says_of_a_picture_is_kept() -> None:
    document = word(p(drawing("image1", "Diagram över pendling")), PNG)
    assert [b.text for b in document.blocks if b.role is Role.STRAY] == ["Diagram över pendling"]


@pytest.mark.parametrize(
    "text",
    [
        "En bild som visar text, skärmbild, Teckensnitt",
        "A picture containing text, screenshot",
        "Diagram Automatiskt genererad beskrivning",
        "image001.png",
        r"C:\Bilder\sommar 2024\IMG_1.JPG",
        "Bild 3",
        "",
    ],
)
def test_what_a_program_says_of_a_picture_is_not(text: str) -> None:
    assert telling(text) == ""


def test_a_sentence_about_a_picture_is_no_automatic_text() -> None:
    text = "Bilden till höger visar hur många som pendlar."
    assert telling(text) == text
