"""Content controls and form fields: which text is inside them, and whether it is an answer."""

import pytest

from inspel_app.domain.document import Control, ControlKind
from tests.reading.word_files import controlled, p, r, read, sdt, table, texts, xml

PROMPT = "<w:showingPlcHdr/>"


def test_marks_a_control_inside_a_paragraph() -> None:
    document = read(p(r("Fråga? ") + sdt(r("Svar"), '<w:tag w:val="q1"/>') + r(" efter")))
    (block,) = document.blocks
    assert block.text == "Fråga? Svar efter"
    assert block.controls == (Control(start=7, end=11, number=1, tag="q1"),)


def test_marks_each_block_of_a_control_round_paragraphs() -> None:
    document = read(p("Före") + sdt(p("Ett") + "<w:p/>" + p("Två")) + p("Efter"))
    assert [controlled(b) for b in document.blocks] == [[], ["Ett"], [""], ["Två"], []]
    assert {c.number for b in document.blocks for c in b.controls} == {1}


def test_marks_controls_round_cells_and_rows() -> None:
    cell = sdt(f"<w:tc>{p('i cellen')}</w:tc>")
    row = sdt(f"<w:tr><w:tc>{p('i raden')}</w:tc><w:tc>{p('också')}</w:tc></w:tr>")
    document = read(table([cell, "utanför"]).replace("</w:tbl>", row + "</w:tbl>"))
    assert [(b.text, [c.number for c in b.controls]) for b in document.blocks] == [
        ("i cellen", [1]),
        ("utanför", []),
        ("i raden", [2]),
        ("också", [2]),
    ]
    assert [(b.cell.row, b.cell.column) for b in document.blocks if b.cell] == [
        (0, 0), (0, 1), (1, 0), (1, 1),
    ]  # fmt: skip


def test_marks_nested_controls_outermost_first() -> None:
    document = read(sdt(p(r("a ") + sdt(r("b ") + sdt(r("c"))))))
    (block,) = document.blocks
    assert controlled(block) == ["a b c", "b c", "c"]
    assert [c.number for c in block.controls] == [1, 2, 3]


def test_marks_every_block_of_a_control_that_holds_a_table() -> None:
    document = read(sdt(table(["a", sdt(p("b"))]) + p("c")))
    assert [[c.number for c in b.controls] for b in document.blocks if b.text] == [[1], [1, 2], [1]]


def test_keeps_an_emptied_control() -> None:
    (block,) = read(p(r("Fråga? ") + sdt(""))).blocks
    assert [(c.start, c.end) for c in block.controls] == [(7, 7)]


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ("<w:text/>", ControlKind.TEXT),
        ("<w:dropDownList/>", ControlKind.CHOICE),
        ("<w:comboBox/>", ControlKind.CHOICE),
        ("<w:date/>", ControlKind.DATE),
        ("", ControlKind.TEXT),
    ],
)
def test_tells_the_kind_of_a_control(properties: str, kind: ControlKind) -> None:
    (block,) = read(p(sdt(r("x"), properties))).blocks
    assert [c.kind for c in block.controls] == [kind]


def test_names_a_control_by_its_tag_or_else_its_title() -> None:
    body = p(sdt(r("x"), '<w:alias w:val="Titel"/><w:tag w:val="tagg"/>') + sdt(r("y"), PROMPT))
    body += p(sdt(r("z"), '<w:alias w:val="Titel"/>'))
    body += p(sdt(r("å"), '<w:tag w:val="tagg"/><w:alias w:val="Titel"/>'))
    tags = [c.tag for b in read(body).blocks for c in b.controls]
    assert tags == ["tagg", "", "Titel", "tagg"]


def test_tells_placeholders_by_flag_or_style() -> None:
    style = xml(
        "w:styles",
        '<w:style w:type="character" w:styleId="Platshllartext">'
        '<w:name w:val="Placeholder Text"/></w:style>',
    )
    grey = '<w:rStyle w:val="Platshllartext"/>'
    body = "".join(
        p(r("Fråga? ") + control)
        for control in (
            sdt(r("Klicka"), PROMPT),
            sdt(r("Klicka"), '<w:showingPlcHdr w:val="0"/>'),
            sdt(r("Klicka", grey)),
            sdt(r("Klicka", grey) + r(" mitt svar")),
            sdt(r("mitt svar ") + r("klicka", grey)),
            sdt(r("mitt svar")),
        )
    )
    flags = [
        c.placeholder for b in read(body, other={"styles.xml": style}).blocks for c in b.controls
    ]
    assert flags == [True, False, True, False, False, False]


@pytest.mark.parametrize(
    ("checked", "content", "shown"),
    [
        ('<w14:checked w14:val="1"/>', r("☒"), "☒"),
        ('<w14:checked w14:val="0"/>', r("☐"), "☐"),
        ('<w14:checked w14:val="1"/>', r("x"), "☒"),
        ("", r("☒"), "☐"),
        ('<w14:checked w14:val="1"/>', "", "☒"),
        ('<w14:checked w14:val="1"/>', r("ja tack"), "☒ja tack"),
    ],
)
def test_shows_checkboxes_by_one_sign(checked: str, content: str, shown: str) -> None:
    box = sdt(content, f"<w14:checkbox>{checked}</w14:checkbox>")
    document = read(
        p(box + r(" Kommun")) + sdt(p(content), f"<w14:checkbox>{checked}</w14:checkbox>")
    )
    assert texts(document) == [f"{shown} Kommun", shown]
    assert controlled(document.blocks[0]) == [shown]
    assert document.blocks[0].controls[0].kind is ControlKind.CHECKBOX
    assert document.problems == ()


def test_does_not_take_tables_of_contents_for_fields() -> None:
    (block,) = read(sdt(p("Innehåll"), "<w:docPartObj/>")).blocks
    assert block.controls == ()


def _form_field(data: str, result: str = "") -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="fält"/>{data}</w:ffData>'
        "</w:fldChar></w:r><w:r><w:instrText>FORM</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


TWO_CHOICES = '<w:listEntry w:val="Ja"/><w:listEntry w:val="Nej"/>'


@pytest.mark.parametrize(
    ("data", "result", "shown", "kind"),
    [
        ("<w:textInput/>", r("Malå"), "Malå", ControlKind.TEXT),
        ("<w:checkBox><w:checked/></w:checkBox>", "", "☒", ControlKind.CHECKBOX),
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "", "☒", ControlKind.CHECKBOX),
        (
            '<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>',
            "",
            "☐",
            ControlKind.CHECKBOX,
        ),
        (f'<w:ddList><w:result w:val="1"/>{TWO_CHOICES}</w:ddList>', "", "Nej", ControlKind.CHOICE),
        (f"<w:ddList>{TWO_CHOICES}</w:ddList>", "", "Ja", ControlKind.CHOICE),
        (f"<w:ddList>{TWO_CHOICES}</w:ddList>", r("Kanske"), "Kanske", ControlKind.CHOICE),
        (f'<w:ddList><w:result w:val="7"/>{TWO_CHOICES}</w:ddList>', "", "", ControlKind.CHOICE),
    ],
)
def test_reads_form_fields_of_the_older_kind(
    data: str, result: str, shown: str, kind: ControlKind
) -> None:
    (block,) = read(p(r("Fråga: ") + _form_field(data, result) + r(" slut"))).blocks
    assert block.text == f"Fråga: {shown} slut"
    assert controlled(block) == [shown]
    (control,) = block.controls
    assert (control.kind, control.tag, control.placeholder) == (kind, "fält", False)


@pytest.mark.parametrize(
    ("data", "result"),
    [
        ("<w:textInput/>", "\u2002" * 5),
        ('<w:textInput><w:default w:val="Skriv här"/></w:textInput>', "Skriv här"),
    ],
)
def test_knows_an_untouched_form_field_by_its_prompt(data: str, result: str) -> None:
    (block,) = read(p(_form_field(data, r(result)))).blocks
    assert [c.placeholder for c in block.controls] == [True]


def test_follows_a_form_field_over_several_paragraphs() -> None:
    first, last = _form_field("<w:textInput/>", "|").split("|")
    document = read(
        p(r("Fråga: ") + first) + p(r("ett")) + "<w:p/>" + p(r("två") + last + r(" efter"))
    )
    assert [controlled(b) for b in document.blocks] == [[""], ["ett"], [""], ["två"]]
    assert not any(c.placeholder for b in document.blocks for c in b.controls)


def test_holds_the_bullet_in_a_control_round_list_items() -> None:
    numbering = xml(
        "w:numbering",
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = sdt(p("ett", item) + p("två", item)) + p(sdt(r("inuti")) + r("!"), item)
    blocks = read(body, other={"numbering.xml": numbering}).blocks
    assert [controlled(b) for b in blocks] == [["- ett"], ["- två"], ["inuti"]]
