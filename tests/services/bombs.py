"""Small files that unpack, multiply or nest beyond all bounds, made when they are needed."""

import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from random import Random

from PIL import Image

from tests.reading.odt_files import flat_file, odt_file
from tests.reading.word_files import p, pack, word_file

EMPTY_PARAGRAPHS = 1_300_000


def empty_paragraphs() -> bytes:
    """A Word file of 48 kB with 1.3 million empty paragraphs, packed no more than a form is."""
    noise = Random(1).randbytes(31_000).hex()
    return word_file(f'<w:p w:rsidR="{noise}"/>' + "<w:p/>" * EMPTY_PARAGRAPHS)


def png(width: int, height: int) -> bytes:
    """A black picture of this size in pixels, two colours, well packed."""
    rows = zlib.compressobj(9)
    line = bytes(1 + (width + 7) // 8)
    pixels = b"".join(rows.compress(line) for _row in range(height)) + rows.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def promised_png() -> bytes:
    """A picture that says it is of 4 billion by 4 billion pixels, with 10 MB of data."""
    data = bytearray(png(8, 8))
    data[16:24] = b"\x7f\xff\xff\xff" * 2
    data[29:33] = struct.pack(">I", zlib.crc32(bytes(data[12:29])))
    return bytes(data) + bytes(10_000_000)


def frames() -> bytes:
    """A TIFF of 10,000 pages."""
    page = Image.new("1", (8, 8))
    packed = BytesIO()
    page.save(packed, "TIFF")
    one = bytearray(packed.getvalue())
    start = struct.unpack("<I", one[4:8])[0]
    entries = struct.unpack("<H", one[start : start + 2])[0]
    table = bytes(one[start : start + 2 + 12 * entries])
    size = len(table) + 4
    base = len(one)
    links = [base + size * (n + 1) for n in range(9_998)] + [0]
    one[start + 2 + 12 * entries : start + 6 + 12 * entries] = struct.pack("<I", base)
    return bytes(one) + b"".join(table + struct.pack("<I", link) for link in links)


def zip_bomb() -> bytes:
    """A packed file of 300 MB of zeros in 300 kB."""
    packed = BytesIO()
    with (
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("stor.txt", "w", force_zip64=True) as part,
    ):
        for _megabyte in range(300):
            part.write(bytes(2**20))
    return packed.getvalue()


def zips_in_zips() -> bytes:
    """Ten packed files in each of ten, and so on six deep: a million texts."""
    inner = pack({"svar.txt": "x" * 100_000})
    for _level in range(6):
        inner = pack({f"{n}.zip": inner for n in range(10)})
    return inner


def mails_in_mails() -> bytes:
    """A mail in a mail, a thousand deep."""
    head = b"From: a@exempel.se\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n"
    return head * 1_000 + b"From: a@exempel.se\r\nMIME-Version: 1.0\r\n\r\nInnerst\r\n"


def parts_in_parts() -> bytes:
    """A mail whose parts hold parts, a thousand deep."""
    text = "From: a@exempel.se\r\nMIME-Version: 1.0\r\n"
    for n in range(1_000):
        text += f'Content-Type: multipart/mixed; boundary="g{n}"\r\n\r\n--g{n}\r\n'
    return (text + "\r\nInnerst\r\n").encode()


def laughs() -> str:
    """A document type whose entities unfold to a billion words."""
    entities = '<!ENTITY a0 "ha">'
    entities += "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    return f"<!DOCTYPE x [{entities}]>"


def laughing_word_file() -> bytes:
    """A Word file with a billion laughs."""
    return _with_type(laughs(), "&a9;")


def spying_word_file(address: str = "http://127.0.0.1:9/x") -> bytes:
    """A Word file that asks for another file on the disk, and one on the network."""
    outside = f'<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY % b SYSTEM "{address}">'
    return _with_type(f"<!DOCTYPE x [{outside}%b;]>", "&a;")


def _with_type(doctype: str, text: str) -> bytes:
    with zipfile.ZipFile(BytesIO(word_file(p("HÄR")))) as archive:
        parts: dict[str, str | bytes] = {n: archive.read(n) for n in archive.namelist()}
    body = archive_text(parts["word/document.xml"]).replace("HÄR", text)
    return pack({**parts, "word/document.xml": doctype + body})


def archive_text(part: str | bytes) -> str:
    """A part as text."""
    return part.decode() if isinstance(part, bytes) else part


def laughing_flat_odt() -> bytes:
    """A flat OpenDocument text with a billion laughs."""
    head, _, rest = flat_file(p("x").replace("w:p", "text:p")).partition(b"?>")
    return head + b"?>" + laughs().encode() + rest


def repeated_rows() -> bytes:
    """A table of a million rows and columns in a few words."""
    cell = '<table:table-cell table:number-columns-repeated="1000000"><text:p>x</text:p>'
    row = f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-cell>'
    return odt_file(f"<table:table>{row}</table:table-row></table:table>")


def _pdf(objects: Mapping[int, bytes], last: int) -> bytes:
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % item for item in objects.items())
    return b"%PDF-1.7\n" + body + b"trailer <</Root 1 0 R /Size %d>>\n%%%%EOF" % (last + 1)


def pdf_pages() -> bytes:
    """A PDF of 100,000 empty pages."""
    count = 100_000
    kids = b"3 0 R " * count
    return _pdf(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids),
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        },
        3,
    )


def pdf_forms_in_each_other() -> bytes:
    """A PDF whose drawing draws itself, and others ten times each, ten deep."""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</XObject<</F 5 0 R>>>>>>",
        4: _stream(b"", b"/F Do"),
    }
    for n in range(5, 15):
        inner = n + 1 if n < 14 else 5
        form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>"
        objects[n] = _stream(form % inner, b"/F Do " * 10)
    return _pdf(objects, 14)


def pdf_stream() -> bytes:
    """A PDF whose page is 250 MB of drawing, packed to half a megabyte."""
    packer = zlib.compressobj(9)
    drawn = b"0 0 m 9 9 l S\n" * 75_000
    packed = b"".join(packer.compress(drawn) for _n in range(250)) + packer.flush()
    return _pdf(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
            4: _stream(b"/Filter/FlateDecode", packed),
        },
        4,
    )


def _stream(entries: bytes, data: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def rtf_groups() -> bytes:
    """An RTF of a hundred thousand groups in each other."""
    return b"{\\rtf1 " + b"{" * 100_000 + b"x" + b"}" * 100_000 + b"}"


def html_elements() -> bytes:
    """A page of a hundred thousand elements in each other."""
    return b"<html><body>" + b"<div>" * 100_000 + b"x" + b"</div>" * 100_000 + b"</body></html>"


def long_text() -> bytes:
    """A text of 200 MB."""
    return b"Vi vill se mer buss i inlandet.\n" * (200 * 2**20 // 32)


BOMBS: dict[str, Callable[[], bytes]] = {
    "empty paragraphs.docx": empty_paragraphs,
    "pixels.png": lambda: png(20_000, 20_000),
    "promise.png": promised_png,
    "frames.tif": frames,
    "zeros.zip": zip_bomb,
    "million.zip": zips_in_zips,
    "mails.eml": mails_in_mails,
    "parts.eml": parts_in_parts,
    "laughs.docx": laughing_word_file,
    "spy.docx": spying_word_file,
    "laughs.fodt": laughing_flat_odt,
    "rows.odt": repeated_rows,
    "pages.pdf": pdf_pages,
    "forms.pdf": pdf_forms_in_each_other,
    "stream.pdf": pdf_stream,
    "groups.rtf": rtf_groups,
    "elements.html": html_elements,
    "long.txt": long_text,
}
"""What makes each bomb, by a name that tells what kind of file it claims to be."""
