"""Web pages: text in its order, lists, tables, fields, and what is not shown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspel_app.domain.document import BlockKind, Cell, ControlKind, Document, Role
from inspel_app.errors import UnreadableError
from inspel_app.reading import webpage
from inspel_app.reading.webpage import WebpageReader
from tests.reading.word_files import codes, controlled, texts


def _read(body: str) -> Document:
    return WebpageReader().read(f"<!DOCTYPE html><html><body>{body}</body></html>".encode())


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p> Två\n  ord </p>\n<p>till</p>", ["Två ord", "till"]),
        ("<p>a<b>b</b> <i> c</i></p>", ["ab c"]),
        ("före<div>i<div>inne</div>ut</div>efter", ["före", "i", "inne", "ut", "efter"]),
        ("<p>a<br>b <br> c</p>", ["a\nb\nc"]),
        ("<pre>\nett\n  två</pre>", ["ett\n  två"]),
        ("<p>å&auml;&#246;&nbsp;x &lt;b&gt;</p>", ["åäö\N{NO-BREAK SPACE}x <b>"]),
        ("<p>a<script>b()</script><style>c</style>d<!-- e --></p>", ["ad"]),
        ("<p>a</p><p> </p><br><p></p>", ["a"]),
        ("<p>kvar <del>borta</del> <ins>nytt</ins></p>", ["kvar nytt"]),
        ("<p>öppet<p>utan slut<li>punkt", ["öppet", "utan slut", "- punkt"]),
    ],
)
def test_reads_text_as_it_is_shown(body: str, expected: list[str]) -> None:
    assert texts(_read(body)) == expected


@pytest.mark.parametrize("charset", ["idna", "undefined", "punycode", "rot13", "zlib", "ingen"])
def test_a_charset_that_is_none_costs_nothing(charset: str) -> None:
    page = f"<html><head><meta charset={charset}></head><p>Fler bussar på kvällen</p></html>"
    assert texts(WebpageReader().read(page.encode("cp1252"))) == ["Fler bussar på kvällen"]


def test_writes_out_the_marks_of_lists() -> None:
    body = "<ol start=3><li>a<ul><li><p>b</p><p>c</p></ul></li><li value=9>d<li>e</ol>"
    body += "<ol type=i><li>f</ol>"
    assert [(b.text, b.kind, b.level) for b in _read(body).blocks] == [
        ("3. a", BlockKind.ITEM, 0),
        ("- b", BlockKind.ITEM, 1),
        ("c", BlockKind.PARAGRAPH, 0),
        ("9. d", BlockKind.ITEM, 0),
        ("10. e", BlockKind.ITEM, 0),
        ("i. f", BlockKind.ITEM, 0),
    ]


def test_knows_the_marks_that_word_writes_as_text() -> None:
    mark = "<span style='mso-list:Ignore'>{}<span>&nbsp;&nbsp;</span></span>"
    body = f"<p class=MsoList>{mark.format('·')}punkt</p><h2>{mark.format('1.2')}Rubrik</h2>"
    assert [(b.text, b.kind, b.level) for b in _read(body).blocks] == [
        ("- punkt", BlockKind.ITEM, 0),
        ("1.2 Rubrik", BlockKind.HEADING, 2),
    ]


def test_knows_the_marks_of_a_page_that_word_saved_as_filtered() -> None:
    blank = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span>"
    body = f"<p class=MsoListParagraph><span style='font-family:Symbol'>·{blank}</span>punkt</p>"
    body += f"<p class=MsoListParagraph>2.{blank}annan</p><p><del>{blank}</del>Efter</p>"
    assert [(b.text, b.kind) for b in _read(body).blocks] == [
        ("- punkt", BlockKind.ITEM),
        ("2. annan", BlockKind.ITEM),
        ("Efter", BlockKind.PARAGRAPH),
    ]


def test_places_cells_beside_those_that_span() -> None:
    body = "<table><tr><th rowspan=2>a<th colspan=2>b</tr><tr><td>c<td><table><tr><td>d</table>"
    body += "e</tr><tr><td>f</tr></table>efter"
    assert [(b.text, b.cell) for b in _read(body).blocks] == [
        ("a", Cell(0, 0, 0)),
        ("b", Cell(0, 0, 1)),
        ("c", Cell(0, 1, 1)),
        ("d", Cell(1, 0, 0)),
        ("e", Cell(0, 1, 2)),
        ("f", Cell(0, 2, 0)),
        ("efter", None),
    ]


@pytest.mark.parametrize(
    "struck",
    [
        "<s>{}</s>",
        "<strike>{}</strike>",
        "<del>{}</del>",
        "<span style='color:red;text-decoration-line:line-through'>{}</span>",
    ],
)
def test_takes_no_struck_text_for_live(struck: str) -> None:
    document = _read(f"<p>vill {struck.format('<b>inte</b>')} ha</p><p>kvar</p>")
    assert texts(document) == ["vill ha", "kvar"]
    assert [b.text.strip() for b in document.blocks if b.role is Role.STRAY] == ["inte"]
    assert [x.code for x in document.problems] == ["struken-text"]


@pytest.mark.parametrize(
    "hidden",
    ["<p hidden>x</p>", "<div style='color:red; DISPLAY: none'><p>x</p></div>"],
)
def test_keeps_hidden_text_apart(hidden: str) -> None:
    document = _read(f"{hidden}<p>syns</p>")
    assert [t for t in texts(document) if t] == ["syns"]
    assert texts(document, Role.STRAY) == ["x"]


@pytest.mark.parametrize(
    ("field", "text", "kind"),
    [
        ("<input value='Svar' placeholder='Skriv'>", "Svar", "text"),
        ("<textarea>\nSvar\n</textarea>", "Svar", "text"),
        ("<select><option>A<option selected>B</select>", "B", "choice"),
        ("<select><option>A<option>B</select>", "A", "choice"),
        ("<input type=checkbox checked>", "☒", "checkbox"),
        ("<input type=radio>", "☐", "checkbox"),
    ],
)
def test_reads_what_is_filled_in_as_controls(field: str, text: str, kind: str) -> None:
    (block,) = _read(f"<p>Fråga: {field} slut</p>").blocks
    assert block.text == f"Fråga: {text} slut"
    assert controlled(block) == [text]
    assert block.controls[0].kind is ControlKind(kind)


@pytest.mark.parametrize(
    "field",
    ["<input placeholder='Skriv'>", "<input type=hidden value=x>", "<button>Skicka</button>"],
)
def test_leaves_out_fields_without_an_answer(field: str) -> None:
    assert texts(_read(f"<p>Fråga: {field}</p>")) == ["Fråga:"]


SWEDISH = "Åsele älv – €"


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="iso-8859-1">', "utf-8"),
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta http-equiv=x content="text/html; charset=windows-1252">', "cp1252"),
        ("", "cp1252"),
        ('<meta charset="okänd">', "cp1252"),
        ("", "utf-16"),
        ('<meta charset="macintosh">', "mac-roman"),
    ],
)
def test_reads_every_usual_encoding(head: str, encoding: str) -> None:
    page = f"<html><head>{head}<title>x</title></head><body>{SWEDISH}</body></html>"
    assert texts(WebpageReader().read(page.encode(encoding))) == [SWEDISH]


def test_reads_a_page_that_begins_with_a_declaration() -> None:
    page = '<?xml version="1.0" encoding="iso-8859-1"?><html><body>å</body></html>'
    assert texts(WebpageReader().read(page.encode("iso-8859-1"))) == ["å"]


def test_tells_of_a_page_without_text_and_of_lost_characters() -> None:
    assert codes(_read("<img src=x>")) == ["bild-olast", "utan-text"]
    assert codes(WebpageReader().read("<html>\ufffd".encode())) == ["osaker-teckenkodning"]


def test_reads_deep_nesting_and_refuses_the_deepest() -> None:
    assert texts(_read("<div>" * 1_000 + "djupt" + "</div>" * 1_000)) == ["djupt"]
    with pytest.raises(UnreadableError) as refused:
        _read("<div>" * 5_000 + "för djupt")
    assert refused.value.code == "for-stor"


def test_refuses_a_page_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webpage, "MAX_PART_BYTES", 20)
    with pytest.raises(UnreadableError) as refused:
        _read("")
    assert refused.value.code == "for-stor"


def test_recognises_pages_by_content() -> None:
    reader = WebpageReader()
    page = b"<!-- saved from url=x -->\n<!DOCTYPE HTML><html>"
    assert reader.score(page, "sida.html") > reader.score(page, "brev.txt") > 0
    assert reader.score(b"<html>", "sida") > 0.9
    assert reader.score(b"<?xml version='1.0'?><rss/>", "sida.html") == 0
    assert reader.score(b"Taggen <html> kan", "brev.txt") < 0.5
    assert reader.score(b"hej", "sida.html") == 0


_leaves = st.sampled_from(["ord ", "<br>", "<input value=ord>", "<hr>", " \n ", "&nbsp;"])
_tags = [
    *("p", "div", "li", "ol", "ul", "table", "tr", "td", "th", "h1", "pre", "span", "b", "okand"),
    *("p hidden", "td rowspan=3", "td colspan=9", "li value=5"),
]
_tangles = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        st.builds("".join, st.lists(inner, max_size=4)),
        st.builds(lambda tag, x: f"<{tag}>{x}</{tag.split()[0]}>", st.sampled_from(_tags), inner),
        st.builds(lambda tag, x: f"<{tag}>{x}", st.sampled_from(_tags), inner),
    ),
    max_leaves=25,
)


@settings(max_examples=200, deadline=None)
@given(_tangles)
def test_loses_no_word_however_the_elements_are_tangled(tangle: str) -> None:
    document = _read(tangle)
    for block in document.blocks:
        assert document.at(document.locate(block.start, block.end)) == block.text
        for control in block.controls:
            assert 0 <= control.start <= control.end <= len(block.text)
    hidden_inputs = "hidden" in tangle and "<input" in tangle
    if not hidden_inputs:
        assert document.text.count("ord") == tangle.count("ord")


def test_takes_a_piece_of_a_page_by_its_name() -> None:
    piece = b"<div><p>Fler bussar till byn.</p></div>"
    assert WebpageReader().score(piece, "svar.html") > 0.5
    assert WebpageReader().score(piece, "svar.txt") == 0.0
