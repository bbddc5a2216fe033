"""Headings, lists and tables of Word files."""

import pytest

from inspel_app.domain.document import BlockKind, Cell, Role
from tests.reading.word_files import p, r, read, table, texts, xml


def _numbering(*levels: str, extra: str = "") -> dict[str, str]:
    pattern = "".join(f'<w:lvl w:ilvl="{k}">{level}</w:lvl>' for k, level in enumerate(levels))
    return {
        "numbering.xml": xml(
            "w:numbering",
            f'<w:abstractNum w:abstractNumId="0">{pattern}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' + extra,
        )
    }


def _level(form: str, text: str, start: int = 1, more: str = "") -> str:
    return f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'


def _item(text: str, depth: int = 0, list_id: int = 1) -> str:
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return p(text, place)


def _styles(content: str) -> dict[str, str]:
    return {"styles.xml": xml("w:styles", content)}


def _style(key: str, name: str, content: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{content}</w:style>'
    )


@pytest.mark.parametrize(
    ("styles", "used", "level"),
    [
        (_style("Rubrik2", "heading 2"), "Rubrik2", 2),
        (_style("X", "Rubrik 3"), "X", 3),
        (_style("X", "eget", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'), "X", 2),
        (_style("A", "heading 1") + _style("B", "eget", '<w:basedOn w:val="A"/>'), "B", 1),
        (_style("Title", "Title"), "Title", 1),
        (
            _style("A", "heading 1")
            + _style("B", "eget", '<w:basedOn w:val="A"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
            "B",
            0,
        ),
        ("", "Heading4", 4),
        (
            _style("A", "a", '<w:basedOn w:val="B"/>') + _style("B", "b", '<w:basedOn w:val="A"/>'),
            "A",
            0,
        ),
        (_style("Normal", "Normal"), "Normal", 0),
    ],
)
def test_tells_headings_by_their_style(styles: str, used: str, level: int) -> None:
    document = read(p("Text", f'<w:pStyle w:val="{used}"/>'), other=_styles(styles))
    (block,) = document.blocks
    assert (block.kind is BlockKind.HEADING, block.level) == (level > 0, level)


def test_lets_the_paragraph_decide_over_its_style() -> None:
    body = p("Rubrik", '<w:outlineLvl w:val="2"/>')
    body += p("Löptext", '<w:pStyle w:val="Rubrik1"/><w:outlineLvl w:val="9"/>')
    blocks = read(body, other=_styles(_style("Rubrik1", "heading 1"))).blocks
    assert [(b.kind, b.level) for b in blocks] == [
        (BlockKind.HEADING, 3),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_writes_out_bullets_and_numbers_with_levels_and_restarts() -> None:
    numbering = _numbering(
        _level("decimal", "%1."), _level("lowerLetter", "%2)"), _level("upperRoman", "%1.%3")
    )
    items = [("a", 0), ("b", 1), ("c", 1), ("d", 0), ("e", 1), ("f", 2), ("g", 0)]
    document = read("".join(_item(text, depth) for text, depth in items), other=numbering)
    assert texts(document) == ["1. a", "a) b", "b) c", "2. d", "a) e", "2.I f", "3. g"]
    assert [b.level for b in document.blocks] == [0, 1, 1, 0, 1, 2, 0]
    assert {b.kind for b in document.blocks} == {BlockKind.ITEM}


@pytest.mark.parametrize(
    ("form", "start", "shown"),
    [
        ("decimal", 7, "7. x"),
        ("decimalZero", 7, "07. x"),
        ("upperLetter", 28, "BB. x"),
        ("lowerRoman", 1994, "mcmxciv. x"),
        ("upperRoman", 4, "IV. x"),
        ("none", 1, ". x"),
        ("bullet", 1, "- x"),
        ("okänt", 3, "3. x"),
        ("lowerLetter", 0, "0. x"),
    ],
)
def test_writes_numbers_in_the_form_of_the_list(form: str, start: int, shown: str) -> None:
    document = read(_item("x"), other=_numbering(_level(form, "%1.", start)))
    assert texts(document) == [shown]


def test_writes_all_numbers_of_a_legal_level_in_digits() -> None:
    levels = _level("upperRoman", "%1."), _level("decimal", "%1.%2", more="<w:isLgl/>")
    document = read(_item("a") + _item("b", 1), other=_numbering(*levels))
    assert texts(document) == ["I. a", "1.1 b"]


def test_goes_on_counting_in_a_list_that_shares_its_pattern_unless_told_to_restart() -> None:
    extra = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = "".join(_item("x", list_id=k) for k in (1, 1, 2, 3, 3))
    document = read(body, other=_numbering(_level("decimal", "%1."), extra=extra))
    assert [t.split(".")[0] for t in texts(document)] == ["1", "2", "3", "5", "6"]


def test_takes_a_paragraph_out_of_its_list_and_passes_unknown_lists_by() -> None:
    numbering = _numbering(_level("decimal", "%1."))
    document = read(_item("a", list_id=0) + _item("b", list_id=99) + _item("c"), other=numbering)
    assert texts(document) == ["a", "b", "1. c"]
    assert document.blocks[0].kind is BlockKind.PARAGRAPH


def test_counts_an_empty_item_but_shows_no_number() -> None:
    numbering = _numbering(_level("decimal", "%1."))
    document = read(_item("a") + _item("<w:r/>") + _item("b"), other=numbering)
    assert texts(document) == ["1. a", "", "3. b"]
    assert document.blocks[1].kind is BlockKind.PARAGRAPH


def test_numbers_headings_by_the_list_of_their_style() -> None:
    styles = _styles(
        _style("R1", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
        + _style("R2", "heading 2", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    )
    numbering = _numbering(
        _level("decimal", "%1", more='<w:pStyle w:val="R1"/>'),
        _level("decimal", "%1.%2", more='<w:pStyle w:val="R2"/>'),
    )
    body = "".join(
        p(text, f'<w:pStyle w:val="{style}"/>') for text, style in (("A", "R1"), ("B", "R2"))
    )
    document = read(body, other=styles | numbering)
    assert texts(document) == ["1 A", "1.1 B"]
    assert [(b.kind, b.level) for b in document.blocks] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
    ]


def test_finds_the_levels_that_a_list_borrows_from_a_list_style() -> None:
    extra = (
        '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="6"><w:styleLink w:val="L"/>'
        f'<w:lvl w:ilvl="0">{_level("upperLetter", "%1.")}</w:lvl></w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>'
    )
    document = read(_item("x", list_id=2), other=_numbering(extra=extra))
    assert texts(document) == ["A. x"]


def test_places_cells_by_row_and_column() -> None:
    document = read(table(["a", "b"], ["c", "d"]) + p("mellan") + table(["e"]))
    assert [(b.text, b.cell) for b in document.blocks] == [
        ("a", Cell(0, 0, 0)),
        ("b", Cell(0, 0, 1)),
        ("c", Cell(0, 1, 0)),
        ("d", Cell(0, 1, 1)),
        ("mellan", None),
        ("e", Cell(1, 0, 0)),
    ]


def test_numbers_a_nested_table_for_itself() -> None:
    document = read(table([p("före") + table(["inre"]) + p("efter"), "bredvid"]))
    assert [(b.text, b.cell) for b in document.blocks] == [
        ("före", Cell(0, 0, 0)),
        ("inre", Cell(1, 0, 0)),
        ("efter", Cell(0, 0, 0)),
        ("bredvid", Cell(0, 0, 1)),
    ]


def test_counts_columns_over_merged_and_left_out_cells() -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("bred")}</w:tc>'
    rows = (
        f"<w:tr>{wide}<w:tc>{p('c')}</w:tc></w:tr>"
        f'<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr><w:tc>{p("d")}</w:tc></w:tr>'
    )
    document = read(f"<w:tbl>{rows}</w:tbl>")
    assert [(b.text, b.cell and b.cell.column) for b in document.blocks] == [
        ("bred", 0),
        ("c", 2),
        ("d", 2),
    ]


def test_shows_text_of_vertically_merged_cells_once() -> None:
    def merged(how: str, text: str) -> str:
        return f"<w:tc><w:tcPr><w:vMerge{how}/></w:tcPr>{p(text)}</w:tc>"

    document = read(table([merged(' w:val="restart"', "synlig"), "b"], [merged("", "täckt"), "d"]))
    assert texts(document) == ["synlig", "b", "", "d"]
    assert texts(document, Role.STRAY) == ["täckt"]


def test_reads_cells_that_stand_outside_any_table() -> None:
    document = read(f"<w:tr><w:tc>{p('ensam')}</w:tc></w:tr>" + p(r("sist")))
    assert [(b.text, b.cell) for b in document.blocks] == [("ensam", None), ("sist", None)]
