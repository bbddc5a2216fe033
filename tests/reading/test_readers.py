"""What every reader promises, and the choice of a reader for a file."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from inspel_app.domain.document import Document
from inspel_app.errors import UnreadableError
from inspel_app.reading import readers
from inspel_app.reading.reader import Reader
from inspel_app.reading.readers import READERS, read
from tests.reading import odt_files
from tests.reading.word_files import codes, p, pack, r, sdt, table, texts, word_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
FORM = word_file(p("Fråga") + table([p(sdt(r("Svar"))), "b"]))


def _pdf() -> bytes:
    made = BytesIO()
    page = Canvas(made)
    page.drawString(72, 700, "Hej!")
    page.save()
    return made.getvalue()


PDF = _pdf()
ODT = odt_files.odt_file(odt_files.p("Fråga") + odt_files.items(odt_files.p("Svar")))
RTF = rb"{\rtf1 Fr\'e5ga\par{\listtext 1.\tab}Svar{\footnote not}\par}"
PAGE = b"<!DOCTYPE html><html><p>Fr&aring;ga<ul><li>Svar</ul></html>"
LETTER = "Hej!\n\n- en punkt\n- en till\n\nMed vänlig hälsning".encode()


def _check(reader: Reader, data: bytes) -> None:
    """Reading ends in a sound document or in a refusal that says what to do."""
    try:
        document = reader.read(data)
    except UnreadableError as refusal:
        assert refusal.code.isascii()  # noqa: PT017 - both outcomes are right
        assert refusal.code == refusal.code.lower()  # noqa: PT017
        assert refusal.message  # noqa: PT017
        assert refusal.advice  # noqa: PT017
    else:
        _check_places(document)


def _check_places(document: Document) -> None:
    for block in document.blocks:
        assert document.at(document.locate(block.start, block.end)) == block.text
        ranges = [(c.start, c.end) for c in block.controls]
        ranges += [(line.start, line.end) for line in block.lines]
        for start, end in ranges:
            assert 0 <= start <= end <= len(block.text)
            place = document.locate(block.start + start, block.start + end)
            assert document.at(place) == block.text[start:end]


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=400))
def test_every_reader_ends_in_a_document_or_a_refusal(reader: Reader, data: bytes) -> None:
    assert 0 <= reader.score(data, "fil") <= 1
    _check(reader, data)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
@settings(max_examples=60, deadline=None)
@given(
    data=st.sampled_from([FORM, ODT, RTF, PAGE, PDF, LETTER]),
    cut=st.integers(0, 3000),
    at=st.integers(0, 3000),
    byte=st.integers(0, 255),
)
def test_every_reader_survives_damaged_files(
    reader: Reader, data: bytes, cut: int, at: int, byte: int
) -> None:
    damaged = bytearray(data[: len(data) - cut % len(data)])
    damaged[at % len(damaged)] = byte
    _check(reader, bytes(damaged))


def test_readers_have_names_of_their_own() -> None:
    names = [reader.name for reader in READERS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", ["inspel.docx", "inspel.pdf", "inspel"])
def test_chooses_by_content_whatever_the_name(name: str) -> None:
    assert texts(read(FORM, name)) == ["Fråga", "Svar", "b"]
    assert texts(read(ODT, name)) == ["Fråga", "- Svar"]
    assert texts(read(RTF, name)) == ["Fråga", "1. Svar"]
    assert texts(read(PAGE, name)) == ["Fråga", "- Svar"]
    assert texts(read(PDF, name)) == ["Hej!"]
    assert texts(read(LETTER, name))[0] == "Hej!"


def _archive(names: list[str]) -> bytes:
    return pack(dict.fromkeys(names, "x"))


def _open_document() -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "tom.docx", "tom-fil"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "hemlig.docx", "losenord"),
        (OLE + "__properties_version1.0".encode("utf-16-le"), "brev.msg", "e-post"),
        (OLE, "kalkyl.xls", "okand-filtyp"),
        (_archive(["a.txt"]), "alla.zip", "zip-fil"),
        (_archive(["a.txt"]), "inget.docx", "docx-skadad"),
        (FORM[:300], "avhuggen.docx", "docx-skadad"),
        (_open_document(), "kalkyl.ods", "odf-format"),
        (b"\xff\xd8\xff\xe0" + bytes(99), "foto.jpg", "bild-skadad"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "skannad.png", "bild-skadad"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 " + bytes(99), "foto.webp", "bild-skadad"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(99), "foto.heic", "bild-skadad"),
        (b"Received: from x\r\nMIME-Version: 1.0\r\n\r\nhej", "brev.eml", "e-post"),
        (b"<?xml version='1.0'?><rss/>", "flode.xml", "xml-fil"),
        (bytes(range(256)), "okänd.bin", "okand-filtyp"),
    ],
)
def test_refuses_what_it_cannot_read_with_the_next_step(data: bytes, name: str, code: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read(data, name)
    assert refused.value.code == code
    assert refused.value.message
    assert refused.value.advice


@pytest.mark.parametrize("name", ["brev.docx", "brev.DOC", "brev.pdf", "a/b.odt", "brev.png"])
def test_doubts_a_plain_text_that_is_named_as_something_else(name: str) -> None:
    document = read(b"trasig", name)
    assert texts(document) == ["trasig"]
    assert codes(document) == ["fel-filtyp"]
    with pytest.raises(UnreadableError) as refused:
        read(b"PK", name)
    assert refused.value.code == "okand-filtyp"


@pytest.mark.parametrize("name", ["brev.txt", "brev", "brev.pdf.txt"])
def test_doubts_no_plain_text_under_its_own_name(name: str) -> None:
    assert codes(read(b"Nej", name)) == []
    assert codes(read(FORM, "brev.docx")) == []


def test_takes_a_text_that_begins_with_the_letters_of_an_image_format() -> None:
    assert texts(read(b"BMW och andra bilar", "brev.txt")) == ["BMW och andra bilar"]


def test_refuses_a_file_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MAX_FILE_BYTES", 3)
    with pytest.raises(UnreadableError) as refused:
        read(b"fyra", "brev.txt")
    assert refused.value.code == "for-stor"
