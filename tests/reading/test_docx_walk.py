"""The running text of Word files: what is read, in which order, and what is not."""

import pytest

from inspel_app.domain.document import Role
from tests.reading.word_files import codes, p, r, read, sdt, table, texts, xml


def test_reads_paragraphs_in_order_and_keeps_empty_ones() -> None:
    document = read(p("Först") + "<w:p/>" + p("Sist"))
    assert texts(document) == ["Först", "", "Sist"]
    assert document.text == "Först\n\nSist"
    assert document.problems == ()


def test_reads_breaks_tabs_and_hyphens_as_characters() -> None:
    body = "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:cr/><w:t>e</w:t>"
    body += "<w:noBreakHyphen/><w:t>post</w:t><w:softHyphen/><w:t>låda</w:t></w:r></w:p>"
    assert texts(read(body)) == ["a\nb\tc\ne-postlåda"]


def test_shows_white_space_inside_a_text_as_spaces() -> None:
    assert texts(read(p(r("rad ett\nrad två")))) == ["rad ett rad två"]


@pytest.mark.parametrize(
    ("font", "char", "sign"),
    [
        ("Wingdings", "F0FE", "☒"),
        ("Wingdings", "F0A8", "☐"),
        ("Symbol", "F0B7", "•"),
        ("Arial", "2713", "✓"),
        ("Okänd", "F041", ""),
        ("Arial", "XYZ", ""),
        ("Arial", "110000", ""),
    ],
)
def test_reads_symbols_that_it_knows(font: str, char: str, sign: str) -> None:
    body = p(f'<w:r><w:t>x</w:t><w:sym w:font="{font}" w:char="{char}"/></w:r>')
    assert texts(read(body)) == ["x" + sign]


@pytest.mark.parametrize(
    "wrapped",
    [
        '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
        "<w:smartTag>{}</w:smartTag>",
        "<w:customXml>{}</w:customXml>",
        '<w:fldSimple w:instr="AUTHOR">{}</w:fldSimple>',
        "<w:dir><w:bdo>{}</w:bdo></w:dir>",
        "<w:r><w:ruby><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
        "<w:någotnytt>{}</w:någotnytt>",
    ],
)
def test_meets_text_whatever_it_is_wrapped_in(wrapped: str) -> None:
    document = read(p(wrapped.format(r("inuti")) + r(" utanför")))
    assert texts(document) == ["inuti utanför"]
    assert document.problems == ()


def test_reads_the_text_of_formulas() -> None:
    assert texts(read(p("<m:oMath><m:r><m:t>E=mc²</m:t></m:r></m:oMath>"))) == ["E=mc²"]


def test_counts_inserted_text_and_not_deleted_text() -> None:
    body = p(
        r("Behåll ")
        + '<w:del w:id="1"><w:r><w:delText>bort</w:delText></w:r></w:del>'
        + f'<w:ins w:id="2">{r("in")}</w:ins>'
        + f'<w:moveFrom w:id="3">{r("flyttat")}</w:moveFrom>'
        + f'<w:moveTo w:id="4">{r("hit")}</w:moveTo>'
    )
    document = read(body)
    assert texts(document) == ["Behåll inhit"]
    assert texts(document, Role.STRAY) == ["bort"]
    assert [block.text for block in document.blocks if block.withdrawn] == ["bort"]
    assert codes(document) == ["borttagen-text"]


@pytest.mark.parametrize("mark", ["del", "moveFrom"])
def test_joins_paragraphs_whose_mark_is_deleted(mark: str) -> None:
    body = p("Ett ", f'<w:rPr><w:{mark} w:id="1"/></w:rPr>') + p("stycke") + p("Nästa")
    assert texts(read(body)) == ["Ett stycke", "Nästa"]


def test_keeps_a_last_paragraph_whose_mark_is_deleted() -> None:
    assert texts(read(p("Sist", '<w:rPr><w:del w:id="1"/></w:rPr>'))) == ["Sist"]


def test_leaves_out_deleted_rows_and_cells() -> None:
    rows = (
        f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>{p("struken rad")}</w:tc></w:tr>'
        f'<w:tr><w:trPr><w:ins w:id="2"/></w:trPr><w:tc>{p("ny rad")}</w:tc>'
        f'<w:tc><w:tcPr><w:cellDel w:id="3"/></w:tcPr>{p("struken cell")}</w:tc></w:tr>'
    )
    document = read(f"<w:tbl>{rows}</w:tbl>")
    assert texts(document) == ["ny rad"]
    assert texts(document, Role.STRAY) == ["struken rad", "struken cell"]
    assert codes(document) == ["borttagen-text"]


def test_lists_what_was_deleted_in_a_paragraph_on_one_line() -> None:
    def deleted(text: str, look: str = "") -> str:
        return f'<w:del w:id="1"><w:r>{look}<w:delText>{text}</w:delText></w:r></w:del>'

    prompt = (
        '<w:style w:styleId="P" w:type="character"><w:name w:val="Placeholder Text"/></w:style>'
    )
    body = (
        p(deleted("Hela ") + deleted("stycket"), '<w:rPr><w:del w:id="2"/></w:rPr>')
        + p(r("Vi vill ") + deleted("inte ") + r("ha ") + deleted("tåg") + r("buss") + deleted("."))
        + p(deleted("Klicka här", '<w:rPr><w:rStyle w:val="P"/></w:rPr>') + r("Svar"))
    )
    document = read(body, other={"styles.xml": xml("w:styles", prompt)})
    assert texts(document) == ["Vi vill ha buss", "Svar"]
    assert texts(document, Role.STRAY) == ["Hela stycket", "inte … tåg … ."]
    assert "2 ställen" in document.problems[0].message


def test_shows_field_results_and_not_instructions() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("inre")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("yttre")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    document = read(p(field + r(" efter")))
    assert texts(document) == ["yttre efter"]
    assert texts(document, Role.STRAY) == ["inre"]


def test_loses_no_text_after_a_field_without_end() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r>'
    assert texts(read(p(begun) + p("Efter") + p("Mer"))) == ["", "Efter", "Mer"]


def test_keeps_hidden_text_aside() -> None:
    style = xml(
        "w:styles",
        '<w:style w:type="character" w:styleId="Dold"><w:rPr><w:vanish/></w:rPr></w:style>',
    )
    body = p(
        r("Syns ")
        + r("hemligt", "<w:vanish/>")
        + r(" stil", '<w:rStyle w:val="Dold"/>')
        + r("visst", '<w:rStyle w:val="Dold"/><w:vanish w:val="0"/>')
    )
    document = read(body, other={"styles.xml": style})
    assert texts(document) == ["Syns visst"]
    assert texts(document, Role.STRAY) == ["hemligt stil"]
    assert document.problems == ()


def test_takes_no_struck_text_for_live() -> None:
    styles = xml(
        "w:styles",
        '<w:style w:type="character" w:styleId="Bort"><w:rPr><w:strike/></w:rPr></w:style>',
    )
    body = p(
        r("Vi vill ")
        + r("in", "<w:strike/>")
        + r("te ", "<w:dstrike/>")
        + r("ha", '<w:strike w:val="0"/>')
        + r(" ej", '<w:rStyle w:val="Bort"/>')
        + r(" kvar", '<w:rStyle w:val="Bort"/><w:strike w:val="false"/>')
    )
    document = read(body, other={"styles.xml": styles})
    assert texts(document) == ["Vi vill ha kvar"]
    assert texts(document, Role.STRAY) == ["inte ", " ej"]
    assert [x.code for x in document.problems] == ["struken-text"]


def test_hides_no_more_than_the_hidden_run() -> None:
    body = p(r("dolt", "<w:vanish/>") + "<m:oMath><m:r><m:t>x²</m:t></m:r></m:oMath>")
    assert texts(read(body)) == ["x²"]


def test_hides_what_the_paragraph_style_hides_by_inheritance() -> None:
    styles = xml(
        "w:styles",
        '<w:style w:type="paragraph" w:styleId="A"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>',
    )
    document = read(p("dolt", '<w:pStyle w:val="B"/>'), other={"styles.xml": styles})
    assert (texts(document), texts(document, Role.STRAY)) == ([""], ["dolt"])


def test_counts_pages_by_rendered_breaks_before_written_ones() -> None:
    written = '<w:r><w:br w:type="page"/></w:r>'
    rendered = "<w:r><w:lastRenderedPageBreak/><w:t>Två</w:t></w:r>"
    pages = [b.page for b in read(p(r("Ett") + written) + p(rendered)).blocks]
    assert pages == [1, 2]
    pages = [b.page for b in read(p(r("Ett")) + p(written + r("Två"))).blocks]
    assert pages == [1, 2]


def test_puts_text_boxes_once_right_after_their_paragraph() -> None:
    box = f"<w:txbxContent>{p('I rutan')}</w:txbxContent>"
    body = p(
        r("Ankare")
        + "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        + f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}"
        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        + r(" och mer")
    ) + p("Efter")
    document = read(body)
    assert [(b.role, b.text) for b in document.blocks] == [
        (Role.BODY, "Ankare och mer"),
        (Role.TEXTBOX, "I rutan"),
        (Role.BODY, "Efter"),
    ]
    assert document.problems == ()


def test_takes_the_fallback_where_the_choice_has_no_text() -> None:
    body = p(
        "<w:r><mc:AlternateContent><mc:Choice Requires='x'><w:drawing/></mc:Choice><mc:Fallback>"
        f"<w:pict><v:textbox><w:txbxContent>{p('Gammal')}</w:txbxContent></v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(read(body), Role.TEXTBOX) == ["Gammal"]


def test_reads_text_boxes_of_older_word_and_word_art() -> None:
    body = p(
        f"<w:r><w:pict><v:textbox><w:txbxContent>{p('Ruta')}</w:txbxContent></v:textbox>"
        '<v:shape><v:textpath string="UTKAST"/></v:shape></w:pict></w:r>'
    )
    assert texts(read(body), Role.TEXTBOX) == ["Ruta", "UTKAST"]


def test_reports_text_that_stands_where_no_text_belongs() -> None:
    body = p("Text") + sdt(p("svar")).replace("<w:sdtPr>", f"<w:sdtPr>{p('vilse')}")
    document = read(body)
    assert texts(document) == ["Text", "svar"]
    assert texts(document, Role.STRAY) == ["vilse"]
    assert codes(document) == ["docx-oplacerad-text"]


def test_reads_runs_that_stand_outside_paragraphs() -> None:
    assert texts(read(r("utan stycke") + p("med"))) == ["utan stycke", "med"]


def test_reads_a_table_inside_a_text_box_inside_a_cell() -> None:
    inner = f"<w:txbxContent>{table(['inre'])}</w:txbxContent>"
    document = read(table([p(f"<w:r><w:pict>{inner}</w:pict></w:r>") + p("yttre")]))
    assert [(b.text, b.cell and b.cell.table) for b in document.blocks] == [
        ("", 0),
        ("inre", 1),
        ("yttre", 0),
    ]
