"""Broken, protected and hostile Word files: each ends in a clear refusal, quickly."""

import zipfile
from io import BytesIO

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspel_app.domain.document import Document
from inspel_app.errors import UnreadableError
from inspel_app.reading import blocks, package
from inspel_app.reading.docx import DocxReader
from tests.reading.word_files import (
    codes,
    p,
    pack,
    read,
    relations,
    sdt,
    table,
    texts,
    word_file,
    xml,
)


def _made_by_word_library() -> bytes:
    document = docx.Document()
    document.add_heading("Rubrik", level=1)
    document.add_paragraph("En punkt", style="List Bullet")
    document.add_table(rows=2, cols=2).cell(0, 0).text = "I en cell"
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


WHOLE = _made_by_word_library()


def _refusal(data: bytes) -> str:
    with pytest.raises(UnreadableError) as refused:
        DocxReader().read(data)
    assert refused.value.message
    assert refused.value.advice
    return refused.value.code


def test_reads_a_file_from_another_program() -> None:
    assert [t for t in texts(DocxReader().read(WHOLE)) if t] == [
        "Rubrik", "- En punkt", "I en cell",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"inget arkiv",
        WHOLE[:300],
        pack({"[Content_Types].xml": "<Types/>"}),
        pack({"_rels/.rels": "<trasig"}),
        pack({"_rels/.rels": relations({"r": ("officeDocument", "borta.xml")})}),
        pack({"_rels/.rels": relations({"r": ("officeDocument", "../../etc/passwd")})}),
        pack({"_rels/.rels": relations({"r": ("officeDocument", "d.xml")}), "d.xml": "<w:body"}),
        pack(
            {
                "_rels/.rels": relations({"r": ("officeDocument", "d.xml")}),
                "d.xml": xml("w:hdr", ""),
            }
        ),
    ],
    ids=["empty", "text", "half", "no rels", "rels", "no main", "path", "xml", "other root"],
)
def test_refuses_what_is_no_whole_word_file(data: bytes) -> None:
    assert _refusal(data) == "docx-skadad"


def _damaged_in(data: bytes, name: str, at: float = 0.5) -> bytes:
    """The file with one byte of a part changed."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        info = archive.getinfo(name)
    start = info.header_offset + 30 + len(name)
    changed = bytearray(data)
    changed[start + int(info.compress_size * at)] ^= 0x55
    return bytes(changed)


LONG = [f"Stycke {i}: {'vi vill ha fler bussar och tåg ' * 3}{i * i}" for i in range(200)]


def test_reads_what_is_left_of_a_damaged_text() -> None:
    document = DocxReader().read(_damaged_in(word_file("".join(map(p, LONG))), "word/document.xml"))
    read_whole = [text for text in texts(document) if text in LONG]
    assert LONG[:20] == read_whole[:20]
    assert codes(document) == ["docx-skadad-del"]


def test_refuses_a_damaged_text_of_which_nothing_is_left() -> None:
    data = _damaged_in(word_file(p("x")), "word/document.xml", at=0.02)
    assert _refusal(data) == "docx-skadad"


@pytest.mark.parametrize("part", ["_rels/.rels", "word/_rels/document.xml.rels"])
def test_finds_the_text_without_the_links_to_it(part: str) -> None:
    document = DocxReader().read(_damaged_in(word_file(p("Fler bussar")), part))
    assert texts(document) == ["Fler bussar"]


def test_damaged_links_are_doubted() -> None:
    styles = xml("w:styles", '<w:style w:styleId="R"><w:name w:val="heading 1"/></w:style>')
    body = p("Rubrik", '<w:pStyle w:val="R"/>')
    data = word_file(body, other={"styles.xml": styles})
    document = DocxReader().read(_damaged_in(data, "word/_rels/document.xml.rels"))
    assert document.blocks[0].level == 1
    assert codes(document) == ["docx-skadad-del"]


@pytest.mark.parametrize("follows", [False, True])
def test_reads_the_whole_parts_of_a_file_without_its_end(*, follows: bool) -> None:
    data = word_file(p("Fler bussar"))
    if follows:
        data = _streamed(data)
    cut = data[: data.index(b"PK\x01\x02") + 10]
    document = DocxReader().read(cut)
    assert texts(document) == ["Fler bussar"]
    assert codes(document) == ["docx-skadad-del"]


class _Pipe(BytesIO):
    """What cannot be gone back in, so that sizes follow after the data."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise OSError


def _streamed(data: bytes) -> bytes:
    pipe = _Pipe()
    source = zipfile.ZipFile(BytesIO(data))
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name))
    return pipe.getvalue()


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(WHOLE)))
def test_a_file_cut_anywhere_is_read_or_refused(length: int) -> None:
    try:
        document = DocxReader().read(WHOLE[:length])
    except UnreadableError as refusal:
        assert refusal.code == "docx-skadad"  # noqa: PT017 - both outcomes are right
    else:
        assert length == len(WHOLE) or "docx-skadad-del" in codes(document)


def test_refuses_a_part_packed_in_a_way_that_word_never_uses() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("_rels/.rels", relations({"r": ("officeDocument", "d.xml")}))
    assert _refusal(packed.getvalue()) == "docx-skadad"


def test_refuses_an_encrypted_part() -> None:
    data = bytearray(word_file(p("x")))
    with zipfile.ZipFile(BytesIO(bytes(data))) as archive:
        offset = archive.getinfo("_rels/.rels").header_offset
    central = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    for flags in (offset + 6, central + 8):
        data[flags] |= 1
    assert _refusal(bytes(data)) == "losenord"


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE w:document SYSTEM "http://example.org/x.dtd">',
        '<!DOCTYPE w:document [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
    ],
)
def test_refuses_a_document_type_with_its_entities(doctype: str) -> None:
    content = xml("w:document", f"<w:body>{p('x')}</w:body>")
    for encoding in ("utf-8", "utf-16"):
        declaration = f'<?xml version="1.0" encoding="{encoding}"?>'
        parts: dict[str, str | bytes] = {
            "_rels/.rels": relations({"r": ("officeDocument", "d.xml")}),
            "d.xml": (declaration + doctype + content).encode(encoding),
        }
        assert _refusal(pack(parts)) == "xml-doctype"


def test_refuses_a_part_that_unpacks_out_of_proportion() -> None:
    bomb = word_file(p("x" * 5_000_000))
    assert len(bomb) < 20_000
    assert _refusal(bomb) == "for-stor"


def test_refuses_a_part_whose_size_is_stated_wrongly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_PART_BYTES", 1_000)
    data = word_file(p("x" * 2_000))
    size = len(xml("w:document", f"<w:body>{p('x' * 2_000)}</w:body>")).to_bytes(4, "little")
    assert data.count(size) == 2
    assert _refusal(data.replace(size, (10).to_bytes(4, "little"))) in {"for-stor", "docx-skadad"}
    assert _refusal(data) == "for-stor"


def test_refuses_parts_that_are_too_large_together(monkeypatch: pytest.MonkeyPatch) -> None:
    data = word_file(p("x"))
    monkeypatch.setattr(package, "MAX_UNPACKED_BYTES", 1_000)
    assert _refusal(data) == "for-stor"


def test_refuses_too_much_text_and_too_many_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "MAX_CHARACTERS", 10)
    assert _refusal(word_file(p("elva tecken"))) == "for-stor"
    monkeypatch.setattr(blocks, "MAX_BLOCKS", 3)
    assert _refusal(word_file("<w:p/>" * 4)) == "for-stor"


def test_refuses_fields_and_controls_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _refusal(word_file(p('<w:fldChar w:fldCharType="begin"/>' * 101))) == "for-stor"
    monkeypatch.setattr(blocks, "MAX_RANGES", 5)
    assert _refusal(word_file(sdt(sdt("<w:p/>" * 3)))) == "for-stor"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>"),
    ],
)
def test_reads_deep_nesting_and_doubts_the_deepest(opening: str, closing: str) -> None:
    levels = 250 // opening.count("<")
    document = read(opening * levels + p("djupt") + closing * levels)
    assert "djupt" in document.text
    deepest = read(opening * 300 + p("djupast") + closing * 300)
    assert "djupast" in deepest.text
    assert codes(deepest) == ["docx-skadad-del", "docx-oplacerad-text"]


def test_takes_the_last_of_parts_with_the_same_name() -> None:
    packed = BytesIO(word_file(p("Först")))
    with zipfile.ZipFile(packed, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", xml("w:document", f"<w:body>{p('Sist')}</w:body>"))
    assert texts(DocxReader().read(packed.getvalue())) == ["Sist"]


def test_recognises_word_files_by_content() -> None:
    reader = DocxReader()
    assert reader.score(WHOLE, "brev.txt") == 1.0
    assert 0 < reader.score(WHOLE[:100], "brev.docx") < 1
    assert reader.score(pack({"a.txt": "x"}), "brev.docx") == 0.5
    assert reader.score(pack({"a.txt": "x"}), "brev.zip") == 0.0
    assert reader.score(b"text", "brev.docx") == 0.0


def _checked(document: Document) -> None:
    for block in document.blocks:
        assert document.at(document.locate(block.start, block.end)) == block.text
        for control in block.controls:
            assert 0 <= control.start <= control.end <= len(block.text)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_survives_damage_anywhere_in_the_file(data: st.DataObject) -> None:
    damaged = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    try:
        _checked(DocxReader().read(bytes(damaged)))
    except UnreadableError as refusal:
        assert refusal.message  # noqa: PT017 - both outcomes are right


_leaves = st.sampled_from(
    [
        "<w:t>ord</w:t>",
        "<w:br/>",
        "<w:tab/>",
        '<w:br w:type="page"/>',
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:fldChar w:fldCharType="separate"/>',
        '<w:fldChar w:fldCharType="end"/>',
        '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox/></w:ffData></w:fldChar>',
        "<w:rPr><w:vanish/></w:rPr>",
        '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>',
        "<w:tcPr><w:vMerge/></w:tcPr>",
    ]
)
_wrappers = ["w:p", "w:r", "w:tbl", "w:tr", "w:tc", "w:ins", "w:txbxContent", "w:footnote", "a:p"]
_tangles = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        st.builds("".join, st.lists(inner, max_size=4)),
        st.builds(lambda tag, x: f"<{tag}>{x}</{tag}>", st.sampled_from(_wrappers), inner),
        st.builds(sdt, inner, st.sampled_from(["", "<w:showingPlcHdr/>", "<w14:checkbox/>"])),
        st.builds(lambda x: table([x]), inner),
    ),
    max_leaves=25,
)


@settings(max_examples=150, deadline=None)
@given(_tangles)
def test_loses_no_word_however_the_elements_are_tangled(tangle: str) -> None:
    document = read(tangle)
    _checked(document)
    assert document.text.count("ord") == tangle.count("ord")
