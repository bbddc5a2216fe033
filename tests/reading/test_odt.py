"""OpenDocument texts: structure, lists, tables, notes, changes, controls."""

import pytest

from inspel_app.domain.document import BlockKind, Cell, ControlKind, Role
from inspel_app.reading.odt import OdtReader
from tests.reading.odt_files import flat_file, items, odt_file, p, read, xml
from tests.reading.word_files import codes, controlled, texts

LISTS = """<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"
 text:display-levels="2"/></text:list-style>
<text:list-style style:name="B1"><text:list-level-style-bullet text:level="1"
 text:bullet-char="•"/></text:list-style>
<text:list-style style:name="LO"><text:list-level-style-number text:level="1"
 style:num-format="I" loext:num-list-format="§ %1%:" text:start-value="4"/></text:list-style>
<text:list-style style:name="X"><text:list-level-style-number text:level="1"
 style:num-format=""/></text:list-style>"""


def _list_texts(body: str) -> list[str]:
    return texts(read(body, automatic=LISTS))


def test_collapses_white_space_and_keeps_that_which_is_meant() -> None:
    body = p("  Två\n   ord<text:s text:c='2'/>till<text:span> </text:span> slut ")
    body += p("a<text:tab/>b<text:line-break/> c")
    assert texts(read(body)) == ["Två ord  till slut ", "a\tb\nc"]


def test_tells_headings_by_element_and_by_style() -> None:
    styles = '<office:styles><style:style style:name="Title" style:family="paragraph"/>'
    styles += '<style:style style:name="P9" style:family="paragraph" '
    styles += 'style:parent-style-name="Heading_20_3"/>'
    styles += '<style:style style:name="Heading_20_3" style:display-name="Heading 3" '
    styles += 'style:family="paragraph"/></office:styles>'
    body = p("Titel", "Title") + '<text:h text:outline-level="2">Två</text:h>' + p("Tre", "P9")
    body += '<text:h text:outline-level="99">Djup</text:h><text:h>Ett</text:h>' + p("Text")
    blocks = read(body, styles=styles).blocks
    assert [(b.kind, b.level) for b in blocks] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
        (BlockKind.HEADING, 3),
        (BlockKind.HEADING, 9),
        (BlockKind.HEADING, 1),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_numbers_headings_as_the_outline_says() -> None:
    styles = '<office:styles><text:outline-style><text:outline-level-style text:level="1" '
    styles += 'style:num-format="1"/><text:outline-level-style text:level="2" '
    styles += 'style:num-format="1" text:display-levels="2"/></text:outline-style></office:styles>'
    one, two = '<text:h text:outline-level="1">', '<text:h text:outline-level="2">'
    body = f"{one}A</text:h>{two}B</text:h>{two}C</text:h>{one}D</text:h>{two}E</text:h>"
    assert texts(read(body, styles=styles)) == ["1 A", "1.1 B", "1.2 C", "2 D", "2.1 E"]


def test_writes_out_the_marks_of_lists() -> None:
    deeper = items(p("b"), p("c"))
    body = items(p("a") + p("fortsatt") + deeper, p("d"), attributes='text:style-name="L1"')
    assert _list_texts(body) == ["1. a", "fortsatt", "1.a) b", "1.b) c", "2. d"]
    assert _list_texts(items(p("x"), attributes='text:style-name="B1"')) == ["- x"]
    assert _list_texts(items(p("x"), attributes='text:style-name="LO"')) == ["§ IV: x"]
    assert _list_texts(items(p("x"), attributes='text:style-name="X"')) == ["x"]
    assert _list_texts(items(p("x"))) == ["- x"]


def test_takes_the_list_of_the_paragraphs_style_where_the_list_has_none() -> None:
    style = '<style:style style:name="P1" style:family="paragraph" style:list-style-name="L1"/>'
    assert texts(read(items(p("x", "P1")), automatic=LISTS + style)) == ["1. x"]


@pytest.mark.parametrize(
    ("attributes", "label"),
    [
        ('text:style-name="L1"', "1. "),
        ('text:style-name="L1" text:continue-numbering="true"', "3. "),
        ('text:style-name="L1" text:continue-list="först"', "3. "),
        ('text:style-name="LO" text:continue-numbering="true"', "§ IV: "),
    ],
)
def test_begins_a_list_anew_unless_it_goes_on(attributes: str, label: str) -> None:
    first = items(p("a"), p("b"), attributes='xml:id="först" text:style-name="L1"')
    assert _list_texts(first + p("-") + items(p("x"), attributes=attributes))[-1] == f"{label}x"


def test_begins_an_item_at_its_own_number() -> None:
    body = items(p("a"), attributes='text:style-name="L1"')
    body = body.replace("<text:list-item>", '<text:list-item text:start-value="7">')
    assert _list_texts(body) == ["7. a"]


def test_items_are_items_with_their_level() -> None:
    blocks = read(items(p("a") + items(p("b"))), automatic=LISTS).blocks
    assert [(b.kind, b.level) for b in blocks] == [(BlockKind.ITEM, 0), (BlockKind.ITEM, 1)]


CELL = "<table:table-cell>{}</table:table-cell>"


def test_places_cells_and_hides_those_that_are_covered() -> None:
    row = "<table:table-row>{}</table:table-row>"
    head = row.format(
        CELL.format(p("a")) + "<table:covered-table-cell><text:p>dold</text:p>"
        "</table:covered-table-cell>" + CELL.format(p("b"))
    )
    inner = f"<table:table>{row.format(CELL.format(p('inre')))}</table:table>"
    body = f"<table:table>{head}{row.format(CELL.format(p('c') + inner + p('d')))}</table:table>"
    document = read(body + p("efter"))
    assert [(b.text, b.cell) for b in document.blocks if b.role is Role.BODY and b.text] == [
        ("a", Cell(0, 0, 0)),
        ("b", Cell(0, 0, 2)),
        ("c", Cell(0, 1, 0)),
        ("inre", Cell(1, 0, 0)),
        ("d", Cell(0, 1, 0)),
        ("efter", None),
    ]
    assert texts(document, Role.STRAY) == ["dold"]


def test_counts_repeated_cells_and_never_multiplies_them() -> None:
    wide = '<table:table-cell table:number-columns-repeated="999999999"/>'
    body = (
        f"<table:table><table:table-row>{wide}{CELL.format(p('a'))}</table:table-row></table:table>"
    )
    (block,) = read(body).blocks
    assert block.cell == Cell(0, 0, 1000)


def test_reads_frames_once_after_their_paragraph() -> None:
    box = "<draw:frame><draw:text-box>" + p("i ramen") + "</draw:text-box></draw:frame>"
    shape = "<draw:custom-shape>" + p("på formen") + "<draw:enhanced-geometry/></draw:custom-shape>"
    document = read(p(f"före{box}{shape} efter") + shape)
    assert [(b.text, b.role) for b in document.blocks] == [
        ("före efter", Role.BODY),
        ("i ramen", Role.TEXTBOX),
        ("på formen", Role.TEXTBOX),
        ("på formen", Role.TEXTBOX),
    ]


def test_a_frame_in_a_list_item_is_no_item() -> None:
    box = "<draw:frame><draw:text-box>" + p("i ramen") + "</draw:text-box></draw:frame>"
    assert texts(read(items(p(f"a{box}"), p("b"))), Role.TEXTBOX) == ["i ramen"]


def test_gathers_notes_and_comments_after_the_text() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
    note += p("källan") + "</text:note-body></text:note>"
    comment = "<office:annotation><dc:creator>N.N.</dc:creator><dc:date>2025</dc:date>"
    comment += p("stämmer?") + "</office:annotation>"
    document = read(p(f"Ett{comment} ord{note}.") + p("Slut"))
    assert [(b.text, b.role) for b in document.blocks] == [
        ("Ett ord.", Role.BODY),
        ("Slut", Role.BODY),
        ("källan", Role.NOTE),
        ("stämmer?", Role.COMMENT),
    ]


def test_tells_which_paragraph_a_comment_is_about() -> None:
    comment = '<office:annotation office:name="k1">' + p("Fler bussar.") + "</office:annotation>"
    blocks = read(p("Före") + p(f"Fråga?{comment}")).blocks
    told = [(b.text, b.comments, b.comment) for b in blocks]
    assert told == [("Före", (), ""), ("Fråga?", ("k1",), ""), ("Fler bussar.", (), "k1")]


def test_counts_changes_as_accepted() -> None:
    changes = "<text:tracked-changes><text:changed-region><text:deletion>" + p("borta")
    changes += "</text:deletion></text:changed-region></text:tracked-changes>"
    document = read(changes + p("kvar<text:change/><text:change-start/> nytt<text:change-end/>"))
    assert [b.text for b in document.blocks if b.role is Role.BODY] == ["kvar nytt"]
    assert [b.text for b in document.blocks if b.role is Role.STRAY] == ["borta"]
    assert codes(document) == ["borttagen-text"]


def test_reads_headers_and_footers_of_every_page_style() -> None:
    master = "<style:footer>{}</style:footer><style:header>{}</style:header>"
    masters = master.format(p("fot"), p("huvud"))
    styles = f"<office:master-styles><style:master-page>{masters}</style:master-page>"
    document = read(p("Text"), styles=styles + "</office:master-styles>")
    assert [(b.text, b.role) for b in document.blocks] == [
        ("Text", Role.BODY),
        ("huvud", Role.HEADER),
        ("fot", Role.FOOTER),
    ]


def test_counts_pages() -> None:
    style = '<style:style style:name="P1" style:family="paragraph"><style:paragraph-properties '
    style += 'fo:break-before="page"/></style:style>'
    body = p("a", "P1") + p("b<text:soft-page-break/>b") + p("c") + p("d", "P1")
    assert [(b.text, b.page) for b in read(body, automatic=style).blocks] == [
        ("a", 1),
        ("bb", 1),
        ("c", 2),
        ("d", 3),
    ]


def test_keeps_hidden_text_apart() -> None:
    hidden = '<style:style style:name="H" style:family="{}"><style:text-properties '
    hidden += 'text:display="none"/></style:style>'
    body = p('syns<text:span text:style-name="H">span</text:span>') + p("stycke", "H")
    body += '<text:section text:display="none">' + p("avsnitt") + "</text:section>"
    document = read(body, automatic=hidden.format("text") + hidden.format("paragraph"))
    assert [t for t in texts(document) if t] == ["syns"]
    assert texts(document, Role.STRAY) == ["span", "stycke", "avsnitt"]


def test_takes_no_struck_text_for_live() -> None:
    line = '<style:style style:name="{}" style:family="{}"><style:text-properties '
    line += 'style:text-line-through-style="{}"/></style:style>'
    styles = line.format("S", "text", "solid") + line.format("P", "paragraph", "solid")
    styles += line.format("L", "text", "none")
    span = '<text:span text:style-name="{}">{}</text:span>'
    body = p("vill " + span.format("S", "inte ") + "ha") + p("bort" + span.format("L", "kvar"), "P")
    document = read(body, automatic=styles)
    assert texts(document) == ["vill ha", "kvar"]
    assert texts(document, Role.STRAY) == ["inte ", "bort"]
    assert [x.code for x in document.problems] == ["struken-text"]


def _content_control(text: str, attributes: str = "") -> str:
    return f"<loext:content-control {attributes}>{text}</loext:content-control>"


def _field_mark(kind: str, *params: tuple[str, str]) -> str:
    """A form field as LibreOffice makes it of one from Word."""
    inner = "".join(f'<field:param field:name="{n}" field:value="{v}"/>' for n, v in params)
    kind = f"vnd.oasis.opendocument.field.{kind}"
    return f'<field:fieldmark field:type="{kind}">{inner}</field:fieldmark>'


def _input(text: str, attributes: str = "") -> str:
    return f"<text:text-input {attributes}>{text}</text:text-input>"


SPAN_FIELD = _field_mark("FORMTEXT").replace("fieldmark", "fieldmark-start")
ENTRIES = [("Dropdown_ListEntry", "Ja"), ("Dropdown_ListEntry", "Nej")]


@pytest.mark.parametrize(
    ("inner", "text", "kind"),
    [
        (_input("Svar", 'text:description="Skriv"'), "Svar", "text"),
        (_input("ett&#13;två&#13;"), "ett\ntvå", "text"),
        (_input('HYPERLINK "mailto:a@b.example"a@b.example'), "a@b.example", "text"),
        ('<text:drop-down><text:label text:value="Ja"/>Nej</text:drop-down>', "Nej", "choice"),
        (_content_control("Svar"), "Svar", "text"),
        (
            _content_control("X", 'loext:checkbox="true" loext:checked="true"'),
            "☒",
            "checkbox",
        ),
        (_content_control("1 maj", 'loext:date="true"'), "1 maj", "date"),
        (_content_control("<loext:list-item/>Umeå"), "Umeå", "choice"),
        (f"{SPAN_FIELD}Svar<field:fieldmark-end/>", "Svar", "text"),
        (_field_mark("FORMCHECKBOX", ("Checkbox_Checked", "true")), "☒", "checkbox"),
        (_field_mark("FORMDROPDOWN", *ENTRIES, ("Dropdown_Selected", "1")), "Nej", "choice"),
        (_field_mark("FORMDROPDOWN", *ENTRIES, ("Dropdown_Selected", "9")), "", "choice"),
    ],
)
def test_reads_fields_as_controls(inner: str, text: str, kind: str) -> None:
    (block,) = read(p(f"Fråga: {inner}.")).blocks
    assert block.text == f"Fråga: {text}."
    assert controlled(block) == [text]
    assert block.controls[0].kind is ControlKind(kind)
    assert not block.controls[0].placeholder


@pytest.mark.parametrize(
    "inner",
    [
        "<text:placeholder>Skriv</text:placeholder>",
        _input("Skriv", 'text:description="Skriv"'),
        _content_control("Skriv", 'loext:showing-place-holder="true"'),
    ],
)
def test_knows_fields_in_which_nobody_has_written(inner: str) -> None:
    (block,) = read(p(f"Fråga: {inner}")).blocks
    assert controlled(block) == ["Skriv"]
    assert block.controls[0].placeholder


OPTIONS = '<form:option form:label="A"/><form:option form:label="B" form:current-selected="true"/>'


@pytest.mark.parametrize(
    ("control", "text"),
    [
        ('<form:text form:id="c" form:current-value="Skrivet" form:value="Förslag"/>', "Skrivet"),
        ('<form:checkbox form:id="c" form:current-state="checked" form:label="Ja"/>', "☒ Ja"),
        ('<form:radio form:id="c" form:label="Nej"/>', "☐ Nej"),
        (f'<form:listbox form:id="c">{OPTIONS}</form:listbox>', "B"),
        ('<form:button form:id="c" form:label="Skicka"/>', ""),
        ("", ""),
    ],
)
def test_reads_what_is_filled_in_in_form_controls(control: str, text: str) -> None:
    forms = f"<office:forms><form:form>{control}</form:form></office:forms>"
    (block,) = read(forms + p('<draw:control draw:control="c"/>')).blocks
    assert block.text == text


def test_an_open_form_field_ends_with_its_paragraph() -> None:
    first, second = read(p(f"a{SPAN_FIELD}b") + p("c")).blocks
    assert controlled(first) == ["b"]
    assert second.controls == ()


def test_lists_what_stands_where_no_text_belongs() -> None:
    document = read(p("Text") + "<office:forms>" + p("vilse") + "</office:forms>")
    assert texts(document, Role.STRAY) == ["vilse"]
    assert codes(document) == ["odt-oplacerad-text"]


def test_reads_the_text_of_embedded_objects() -> None:
    formula = xml("math:math", "<math:mi>x</math:mi><math:annotation>nej</math:annotation>")
    frame = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    data = odt_file(p(f"Formel{frame}"), other={"Object 1/content.xml": formula})
    assert texts(OdtReader().read(data), Role.STRAY) == ["x"]


def test_reads_flat_files() -> None:
    data = flat_file(p("Platt"))
    assert OdtReader().score(data, "brev.xml") == 1
    assert texts(OdtReader().read(data)) == ["Platt"]


def test_tells_of_a_document_without_text() -> None:
    assert codes(read(p(""))) == ["utan-text"]
