"""RTF: characters, paragraphs, lists, tables, notes, fields, and files that are not whole."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspel_app.domain.document import Block, BlockKind, Cell, ControlKind, Document, Role
from inspel_app.errors import UnreadableError
from inspel_app.reading import rtf_walk
from inspel_app.reading.rtf import RtfReader
from tests.reading.word_files import codes, controlled, texts

FONTS = (
    rb"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fnil\fcharset2 Symbol;}"
    rb"{\f2\fcharset204 Arial Cyr;}{\f3\fcharset2{\*\panose 05}Wingdings;}{\f4\fcharset128 Gothic;}"
    rb"{\f5\fnil\cpg1250 Latin;}}"
)
STYLES = (
    rb"{\stylesheet{\s0 Normal;}{\s1\sbasedon0\outlinelevel0 Avsnitt;}{\s2\sbasedon1 Under;}"
    rb"{\s3 heading 3;}{\*\cs4\additive Placeholder Text;}}"
)


def _file(body: bytes) -> bytes:
    return rb"{\rtf1\ansi\ansicpg1252\deff0" + FONTS + STYLES + body + b"}"


def _read(body: bytes) -> Document:
    return RtfReader().read(_file(body))


def _text(body: bytes) -> str:
    (text,) = texts(_read(body))
    return text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"\'c5sele \'e4lv", "Åsele älv"),
        ("Åsele".encode("cp1252"), "Åsele"),
        (rb"\u197\'c5sele \u228?lv", "Åsele älv"),
        (rb"\uc0\u197 sele\uc1 {\uc2\u228\'c3\'a4}lv", "Åseleälv"),
        (rb"\u229 a\u229\'e5", "åå"),
        (rb"\u8211-\u-10179?\u-8704?", "–😀"),
        (rb"{\f2\'cf\'ee}", "По"),
        (rb"{\f4\'8e\'52\'90\'ec}", "山川"),
        (rb"{\f5\'b9}", "ą"),
        (rb"{\f1\'b7}{\f3\u-3928?}\u61623?", "•☐•"),
        (rb"a\tab b\line c\~d\_e\-f", "a\tb\nc\N{NO-BREAK SPACE}d-ef"),
        (rb"\ldblquote a\rdblquote\endash\emdash\bullet\lquote b\rquote", "“a”–—•‘b’"),
        (rb"\{a\}\\b", r"{a}\b"),
        (b"a\r\nb\nc", "abc"),
        (rb"{\b f}et {\i kursiv}", "fet kursiv"),
        (rb"{\upr{A}{\*\ud{\u197 ?}}}", "Å"),
        (rb"a{\*\okand b}{\okand c}", "ac"),
        (rb"a{\pict\pngblip 89504e}b{\*\shppict{\pict 00}}c{\nonshppict 0}", "abc"),
        (rb"a\bin5 {{{}}b", "ab"),
        (rb"{\object{\*\objdata 0105}{\result synlig}}", "synlig"),
        (rb"kvar{\mvf borta} och{\revised  nytt}", "kvar och nytt"),
        (rb"a{\deleted\par}b", "ab"),
        (rb"a\v b\v0 c", "ac"),
        (rb"a{\field{\*\fldinst HYPERLINK x}{\fldrslt l\'e4nk}}b", "alänkb"),
        (rb"{\field{\*\fldinst SYMBOL 183 \\f Symbol}{\fldrslt}}", "•"),
    ],
)
def test_reads_characters_as_they_are_shown(body: bytes, text: str) -> None:
    assert _text(body + rb"\par") == text


def test_keeps_what_tracked_changes_deleted_apart() -> None:
    document = _read(
        rb"kvar{\deleted  bort med \'e5t{\b g\u228?rd}en\par mer} och{\revised  nytt}\par"
    )
    assert texts(document) == ["kvar och nytt"]
    assert texts(document, Role.STRAY) == ["bort med åtgärden", "mer"]
    assert codes(document) == ["borttagen-text"]


@pytest.mark.parametrize(
    ("head", "text"),
    [
        (rb"\ansi\ansicpg1250", "ą"),
        (rb"\mac", "π"),
        (rb"\pca", "╣"),
        (rb"\ansi\ansicpg99999", "¹"),
        (rb"\ansi", "¹"),
    ],
)
def test_takes_the_code_page_from_the_head(head: bytes, text: str) -> None:
    assert RtfReader().read(rb"{\rtf1" + head + rb" \'b9\par}").text == text


def test_divides_paragraphs_and_keeps_empty_ones() -> None:
    body = b"a\\par b\\\n\\par c"
    assert texts(_read(body)) == ["a", "b", "", "c"]


def _kinds(body: bytes) -> list[tuple[str, BlockKind, int]]:
    return [(b.text, b.kind, b.level) for b in _read(body).blocks]


def test_tells_headings_by_style_and_by_outline_level() -> None:
    body = rb"\pard\s1 ett\par\pard\s2 tv\'e5\par\pard\s3 tre\par\pard\outlinelevel3 fyra\par"
    body += rb"\pard\s1\outlinelevel9 text\par\pard text\par"
    assert _kinds(body) == [
        ("ett", BlockKind.HEADING, 1),
        ("två", BlockKind.HEADING, 1),
        ("tre", BlockKind.HEADING, 3),
        ("fyra", BlockKind.HEADING, 4),
        ("text", BlockKind.PARAGRAPH, 0),
        ("text", BlockKind.PARAGRAPH, 0),
    ]


def test_takes_the_marks_of_lists_as_they_are_written_out() -> None:
    body = rb"{\listtext\f1\'b7\tab}\ls1 a\par{\listtext\f0 o\tab}\ilvl1 b\par"
    body += rb"\pard{\listtext 1.\tab}c\par{\pntext 2)\tab}{\*\pn\pnlvlbody}d\par e\par"
    body += rb"\pard\s1{\listtext 3.1\tab}f\par"
    assert _kinds(body) == [
        ("- a", BlockKind.ITEM, 0),
        ("- b", BlockKind.ITEM, 1),
        ("1. c", BlockKind.ITEM, 0),
        ("2) d", BlockKind.ITEM, 0),
        ("e", BlockKind.PARAGRAPH, 0),
        ("3.1 f", BlockKind.HEADING, 1),
    ]


def _cells(body: bytes) -> list[tuple[str, Cell | None]]:
    return [(b.text, b.cell) for b in _read(body).blocks]


def test_places_the_cells_of_tables() -> None:
    row = rb"\trowd\cellx1\cellx2\pard\intbl a\par b\cell {c\cell}\row"
    assert _cells(row + row + rb"\pard mellan\par" + row) == [
        *(("a", Cell(0, 0, 0)), ("b", Cell(0, 0, 0)), ("c", Cell(0, 0, 1))),
        *(("a", Cell(0, 1, 0)), ("b", Cell(0, 1, 0)), ("c", Cell(0, 1, 1))),
        ("mellan", None),
        *(("a", Cell(1, 0, 0)), ("b", Cell(1, 0, 0)), ("c", Cell(1, 0, 1))),
    ]


def test_places_the_cells_of_tables_in_tables() -> None:
    inner = rb"\pard\intbl\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\nestrow}"
    inner += rb"{\nonesttables\par}"
    body = rb"\pard\intbl a\par" + inner + rb"\pard\intbl\itap1 b\cell c\cell\row\pard efter\par"
    assert _cells(body) == [
        ("a", Cell(0, 0, 0)),
        ("x", Cell(1, 0, 0)),
        ("y", Cell(1, 0, 1)),
        ("b", Cell(0, 0, 0)),
        ("c", Cell(0, 0, 1)),
        ("efter", None),
    ]


def test_reads_what_stands_beside_the_text_after_it() -> None:
    body = rb"{\header huvud\par}{\footerf fot}ett{\super\chftn}{\footnote\pard{\chftn} k\'e4llan}"
    body += rb"{\deleted{\*\annotation{\*\atnref 1}st\'e4mmer?}}"
    body += rb"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt i rutan\par}}{\shprslt i rutan}}"
    body += rb" ord\par slut\par"
    assert [(b.text, b.role) for b in _read(body).blocks] == [
        ("ett ord", Role.BODY),
        ("i rutan", Role.TEXTBOX),
        ("slut", Role.BODY),
        ("huvud", Role.HEADER),
        ("fot", Role.FOOTER),
        (" källan", Role.NOTE),
        ("stämmer?", Role.COMMENT),
    ]


def test_tells_which_paragraph_a_comment_is_about() -> None:
    body = rb"F\'f6re\par Fr\'e5ga?{\*\annotation{\*\atnref 1}Fler bussar.}\par Efter\par"
    blocks = _read(body).blocks
    assert [b.text for b in blocks] == ["Före", "Fråga?", "Efter", "Fler bussar."]
    (key,) = blocks[1].comments
    assert [b.comment for b in blocks] == ["", "", "", key]
    assert [bool(b.comments) for b in blocks] == [False, True, False, False]


def test_a_note_has_no_part_in_the_list_or_table_that_it_stands_in() -> None:
    body = rb"\pard\intbl{\listtext -\tab}a{\footnote not}\cell\row"
    first, note = _read(body).blocks
    assert (first.text, note.text, note.kind, note.cell) == (
        "- a",
        "not",
        BlockKind.PARAGRAPH,
        None,
    )


def test_keeps_hidden_text_apart_and_counts_pages() -> None:
    document = _read(rb"a{\v dolt}\par\page b\par")
    assert [(b.text, b.role, b.page) for b in document.blocks] == [
        ("a", Role.BODY, 1),
        ("b", Role.BODY, 2),
        ("dolt", Role.STRAY, 1),
    ]


def test_takes_no_struck_text_for_live() -> None:
    document = _read(rb"a{\strike b}c\strike d\strike0 e\striked1 f\plain g\par")
    assert [b.text for b in document.blocks] == ["aceg", "b", "d", "f"]
    assert [b.role for b in document.blocks] == [Role.BODY, *[Role.STRAY] * 3]
    assert [x.code for x in document.problems] == ["struken-text"]


def _form_field(kind: bytes, about: bytes, result: bytes) -> Block:
    instruction = rb"{\*\fldinst{ " + kind + rb" }{\*\formfield{" + about + rb"}}}"
    body = rb"Fr\'e5ga: {\field" + instruction + rb"{\fldrslt " + result + rb"}}.\par"
    (block,) = _read(body).blocks
    return block


ENTRIES = rb"{\*\ffname D}{\*\ffl Ja}{\*\ffl Nej}"


@pytest.mark.parametrize(
    ("kind", "about", "result", "text"),
    [
        (b"FORMTEXT", rb"\fftype0{\*\ffname T}{\*\ffdeftext Skriv}", b"Svar", "Svar"),
        (b"FORMTEXT", rb"\fftype0{\*\ffdeftext Svar}", b"Svar", "Svar"),
        (b"FORMTEXT", rb"\fftype0", rb"ett\u13\'0dtv\'e5", "ett\ntvå"),
        (b"FORMTEXT", rb"\fftype0", b'HYPERLINK "mailto:a@b.example"a@b', "a@b"),
        (b"FORMCHECKBOX", rb"\fftype1\ffres1", b"", "☒"),
        (b"FORMCHECKBOX", rb"\fftype1\ffres25\ffdefres0", b"", "☐"),
        (b"FORMDROPDOWN", rb"\fftype2\ffres1" + ENTRIES, b"", "Nej"),
        (b"FORMDROPDOWN", rb"\fftype2\ffres9" + ENTRIES, b"", ""),
    ],
)
def test_reads_form_fields_as_controls(kind: bytes, about: bytes, result: bytes, text: str) -> None:
    block = _form_field(kind, about, result)
    assert block.text == f"Fråga: {text}."
    assert controlled(block) == [text]
    assert not block.controls[0].placeholder


def test_knows_fields_in_which_nobody_has_written() -> None:
    block = _form_field(b"FORMTEXT", rb"{\*\ffname T}{\*\ffdeftext Skriv}", b"Skriv")
    assert block.controls[0].placeholder
    assert block.controls[0].kind is ControlKind.TEXT


def test_tells_of_a_file_that_ends_too_early() -> None:
    assert codes(_read(rb"a\par")) == []
    for body in (rb"a\par", rb"a{\pict 00}", rb"a{\footnote b}"):
        document = RtfReader().read(_file(body)[:-2])
        assert document.text.startswith("a")
        assert codes(document)[0] == "rtf-avhuggen"


def test_tells_of_a_file_without_text() -> None:
    assert codes(_read(rb"{\pict 00}\par")) == ["utan-text", "bild-olast"]


def test_refuses_groups_without_end() -> None:
    for opening in (b"{", rb"{\footnote ", rb"{\shptxt "):
        with pytest.raises(UnreadableError) as refused:
            _read(opening * (rtf_walk._DEEPEST + 1))
        assert refused.value.code == "for-stor"


def test_passes_over_pictures_in_a_moment() -> None:
    started = time.process_time()
    assert _text(rb"a{\pict " + b"00ff\n" * 2_000_000 + rb"}b\par") == "ab"
    assert time.process_time() - started < 5


_pieces = st.sampled_from(
    [
        *(b"ord ", rb"\par ", rb"\cell ", rb"\row ", rb"\nestcell ", rb"\nestrow ", rb"\intbl "),
        *(rb"\itap3 ", rb"\pard ", rb"\u229?", rb"\'e5", rb"\page ", rb"\sect ", rb"\plain "),
        *(rb"\f1 ", rb"\f2 ", rb"\f0 ", rb"\uc3 ", b"}", b"{", rb"\v ", rb"\v0 ", b"\\\n"),
    ]
)
_tangles = st.recursive(
    _pieces,
    lambda inner: st.one_of(
        st.builds(b"".join, st.lists(inner, max_size=5)),
        st.builds(
            lambda word, x: b"{" + word + x + b"}",
            st.sampled_from(
                [
                    *(b"", rb"\footnote ", rb"\header ", rb"\shptxt ", rb"\field ", rb"\okand "),
                    *(rb"\fldrslt ", rb"\*\annotation ", rb"\listtext ", rb"\v "),
                ]
            ),
            inner,
        ),
    ),
    max_leaves=30,
)


@settings(max_examples=200, deadline=None)
@given(_tangles)
def test_loses_no_word_however_the_groups_are_tangled(tangle: bytes) -> None:
    document = _read(tangle.replace(rb"\f1 ", b"").replace(rb"\uc3 ", b""))
    for block in document.blocks:
        assert document.at(document.locate(block.start, block.end)) == block.text
        for control in block.controls:
            assert 0 <= control.start <= control.end <= len(block.text)
    words = document.text.count("ord")
    if rb"\listtext" not in tangle:
        assert words == tangle.count(b"ord")
