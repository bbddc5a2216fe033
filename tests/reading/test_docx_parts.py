"""The parts of a Word file beside its body, and the package that holds them."""

from io import BytesIO
from zipfile import ZipFile

from inspel_app.domain.document import Document, Role
from inspel_app.reading.docx import DocxReader
from tests.reading.word_files import (
    codes,
    p,
    pack,
    r,
    read,
    relations,
    sdt,
    texts,
    word_file,
    xml,
)


def test_reads_headers_footers_notes_and_comments_each_in_its_stream() -> None:
    document = read(
        p("<w:r><w:t>Brödtext</w:t><w:lastRenderedPageBreak/></w:r>"),
        other={
            "comments.xml": xml("w:comments", f"<w:comment>{p('Kommentar')}</w:comment>"),
            "footnotes.xml": xml(
                "w:footnotes",
                f'<w:footnote w:type="separator">{p("---")}</w:footnote>'
                f"<w:footnote>{p('Fotnot')}</w:footnote>",
            ),
            "endnotes.xml": xml("w:endnotes", f"<w:endnote>{p('Slutnot')}</w:endnote>"),
            "header1.xml": xml("w:hdr", p("Huvud") + "<w:p/>"),
            "footer1.xml": xml("w:ftr", p("Fot")),
        },
    )
    assert [(b.role, b.text) for b in document.blocks if b.role is not Role.STRAY] == [
        (Role.BODY, "Brödtext"),
        (Role.HEADER, "Huvud"),
        (Role.FOOTER, "Fot"),
        (Role.NOTE, "Fotnot"),
        (Role.NOTE, "Slutnot"),
        (Role.COMMENT, "Kommentar"),
    ]
    assert {b.page for b in document.blocks} == {1}


def test_tells_which_paragraph_a_comment_is_about() -> None:
    comment = f'<w:comment w:id="7">{p(r("Fler bussar."))}</w:comment>'
    anchor = '<w:r><w:commentReference w:id="7"/></w:r>'
    document = read(
        p(r("Före")) + p(r("Fråga?") + anchor), other={"comments.xml": xml("w:comments", comment)}
    )
    told = [(b.text, b.comments, b.comment) for b in document.blocks]
    assert told == [("Före", (), ""), ("Fråga?", ("7",), ""), ("Fler bussar.", (), "7")]


def test_reads_controls_in_notes_and_text_boxes_in_headers() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('Adress')}</w:txbxContent></w:pict></w:r>"
    document = read(
        p("x"),
        other={
            "footnotes.xml": xml("w:footnotes", f"<w:footnote>{p(sdt(r('svar')))}</w:footnote>"),
            "header1.xml": xml("w:hdr", p(box)),
        },
    )
    (note,) = (b for b in document.blocks if b.role is Role.NOTE)
    assert len(note.controls) == 1
    assert texts(document, Role.HEADER) == ["Adress"]


def test_keeps_the_text_of_diagrams_and_charts_aside() -> None:
    def drawn(text: str) -> str:
        return f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>"

    document = read(
        p("x"),
        other={
            "diagramData1.xml": xml("dgm:dataModel", f"<dgm:t>{drawn('Ruta')}</dgm:t>"),
            "chart1.xml": xml("c:chartSpace", f"<c:rich>{drawn('Axel')}</c:rich>"),
        },
    )
    assert texts(document, Role.STRAY) == ["Ruta", "Axel"]
    assert document.problems == ()


def test_keeps_names_and_figures_of_a_chart_series_by_series() -> None:
    def series(name: str, figure: str) -> str:
        points = f"<c:pt><c:v>{name}</c:v></c:pt><c:pt><c:v>{figure}</c:v></c:pt>"
        return f"<c:ser><c:strCache>{points}</c:strCache></c:ser>"

    chart = xml("c:chartSpace", series("Vindeln", "4.5") + series("Malå", "2"))
    document = read(p("x"), other={"chart1.xml": chart})
    assert [t.strip() for t in texts(document, Role.STRAY)] == ["Vindeln 4.5", "Malå 2"]


def test_keeps_the_text_of_parts_that_the_document_does_not_lead_to() -> None:
    with_loose = {
        **_parts(word_file(p("Ett svar") + p("Två"))),
        "word/gammal.xml": xml("w:document", f"<w:body>{p('Kvar')}{p('Två')}</w:body>"),
        "word/glossary/document.xml": xml("w:glossaryDocument", p("Byggblock")),
    }
    document = DocxReader().read(pack(with_loose))
    assert texts(document, Role.STRAY) == ["Kvar", "Två"]
    assert codes(document) == ["docx-oplacerad-text"]


def test_passes_by_loose_parts_that_only_repeat_the_document() -> None:
    drawn = xml("a:txBody", "<a:p><a:r><a:t>Ett</a:t></a:r><a:r><a:t> svar</a:t></a:r></a:p>")
    parts = {**_parts(word_file(p("Ett svar"))), "word/diagrams/drawing1.xml": drawn}
    document = DocxReader().read(pack(parts))
    assert ([b.text for b in document.blocks], codes(document)) == (["Ett svar"], [])


def test_reads_strict_open_xml_as_the_usual_one() -> None:
    body = p(r("Fråga? ") + sdt(r("Svar"), "<w:showingPlcHdr/>"))
    usual = word_file(body)
    strict = _rewritten(
        usual,
        (
            "schemas.openxmlformats.org/wordprocessingml/2006/",
            "purl.oclc.org/ooxml/wordprocessingml/",
        ),
        ("schemas.openxmlformats.org/officeDocument/2006/", "purl.oclc.org/ooxml/officeDocument/"),
    )
    assert b"purl" not in usual
    assert DocxReader().read(strict).blocks == DocxReader().read(usual).blocks


def test_finds_the_main_part_by_its_relation_and_not_by_its_name() -> None:
    parts = {
        "_rels/.rels": relations({"r1": ("officeDocument", "/Annat/Text.XML")}),
        "annat/text.xml": xml("w:document", f"<w:body>{p('Hittad')}</w:body>"),
        "word/document.xml": xml("w:document", f"<w:body>{p('Fel')}</w:body>"),
    }
    assert texts(DocxReader().read(pack(parts))) == ["Hittad"]


def test_reads_on_where_a_lesser_part_is_damaged_and_says_so() -> None:
    document = read(
        p("Text"), other={"styles.xml": "<trasig", "header1.xml": "", "footer1.xml": "x"}
    )
    assert texts(document) == ["Text"]
    assert codes(document) == ["docx-skadad-del"] * 3
    assert "word/styles.xml" in document.problems[0].message


def test_tells_of_embedded_files_and_of_a_document_without_text() -> None:
    document = read(p("<w:r><w:drawing/></w:r>"), other={"oleObject1.bin": b"x"})
    assert codes(document) == ["utan-text", "docx-inbaddad-fil"]


def _with_chunk(name: str, content: str | bytes) -> Document:
    kind = name.partition(".")[0]
    data = word_file(p("Före") + f'<w:altChunk r:id="{kind}"/>' + p("Efter"), other={name: content})
    return DocxReader().read(data)


def test_takes_the_text_of_an_embedded_page_in_its_place() -> None:
    page = "<html><head><title>T</title></head><body><h1>Rubrik</h1><p>Ett <b>fetstilt</b>\nord"
    page += "<script>x()</script><br>ny rad</p></body></html>"
    document = _with_chunk("aFChunk1.htm", page)
    assert texts(document) == ["Före", "Rubrik", "Ett fetstilt ord", "ny rad", "Efter"]
    assert codes(document) == ["docx-inbaddat-dokument"]


def test_takes_the_text_of_embedded_documents_but_not_of_pictures() -> None:
    assert texts(_with_chunk("aFChunk1.txt", "rad å\r\nrad ö")) == [
        "Före", "rad å", "rad ö", "Efter",
    ]  # fmt: skip
    assert texts(_with_chunk("aFChunk1.rtf", r"{\rtf1 hej}")) == ["Före", "hej", "Efter"]
    word = _with_chunk("aFChunk1.docx", word_file(p("Inuti")))
    assert texts(word) == ["Före", "Inuti", "Efter"]
    picture = _with_chunk("aFChunk1.bin", b"\x89PNG\r\n\x1a\n\x00")
    assert texts(picture) == ["Före", "Efter"]
    assert codes(picture) == codes(word) == ["docx-inbaddat-dokument"]


def test_reads_word_files_in_each_other_no_deeper_than_people_put_them() -> None:
    data = word_file(p("Innerst"))
    for _level in range(4):
        data = word_file(
            p("Lager") + '<w:altChunk r:id="aFChunk1"/>', other={"aFChunk1.docx": data}
        )
    assert texts(DocxReader().read(data)) == ["Lager"] * 3


def test_tells_of_an_embedded_document_that_is_damaged() -> None:
    document = _with_chunk("aFChunk1.docx", word_file(p("Inuti"))[:300])
    assert texts(document) == ["Före", "Efter"]
    assert codes(document) == ["docx-inbaddat-dokument", "docx-skadad-del"]


def test_passes_by_an_embedded_document_that_is_not_there() -> None:
    document = read(p("x") + '<w:altChunk r:id="borta"/>')
    assert (texts(document), codes(document)) == (["x"], ["docx-inbaddat-dokument"])


def _parts(data: bytes) -> dict[str, str | bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _rewritten(data: bytes, *changes: tuple[str, str]) -> bytes:
    parts = {}
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode()
            for old, new in changes:
                text = text.replace(old, new)
            parts[name] = text
    return pack(parts)
