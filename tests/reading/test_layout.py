"""Words on a page become lines, paragraphs and columns."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.domain.document import Box, PageSize, Role
from inspel_app.reading.layout import Run, Word
from inspel_app.reading.layout_hyphens import Hyphens, LineEnd
from inspel_app.reading.layout_margins import margins
from inspel_app.reading.layout_pages import Sheet, blocks
from inspel_app.reading.layout_rows import rows, runs
from inspel_app.reading.layout_tables import Grid, Rule

NO_GRID = Grid.of([], [])


def words(text: str, x: float, y: float, *, size: float = 10, spaced: bool = False) -> list[Word]:
    """The words of a line, each letter half the font's size wide."""
    made = []
    for word in text.split():
        made.append(Word(word, x, x + len(word) * size / 2, y, size, spaced=True))
        x = made[-1].x1 + size / 3
    return [*made[:-1], made[-1]._replace(spaced=spaced)]


def page(*lines: tuple[str, float, float]) -> Sheet:
    """A page of lines, each with its left edge and baseline."""
    found = [word for text, x, y in lines for word in words(text, x, y)]
    return Sheet(1, PageSize(600, 800), found, NO_GRID, lambda box: box)


def read(*lines: tuple[str, float, float]) -> list[str]:
    """The blocks' texts."""
    return [block.text for block in blocks([page(*lines)])]


def hyphens(*lines: str, keeps_spaces: bool = False) -> Hyphens:
    found = [Run(tuple(words(line, 0, 0)), 1) for line in lines]
    return Hyphens(found, keeps_spaces=keeps_spaces)


END = LineEnd(spaced=False, lone=False)


def test_a_wide_gap_parts_runs_and_a_justified_line_stays_whole() -> None:
    parted = words("Namn", 50, 100) + words("Kim Exempel", 200, 100)
    justified = [Word(t, x, x + 20, 100, 10) for t, x in (("a", 50), ("b", 86), ("c", 122))]
    assert [run.text for run in runs(parted, 1)] == ["Namn", "Kim Exempel"]
    assert [run.text for run in runs(justified, 1)] == ["a b c"]


def test_a_line_drawn_out_to_the_margin_stays_whole_however_wide_its_gaps() -> None:
    drawn, x = [], 50.0
    for text in ("samt", "stärka", "tillsynen", "av"):
        drawn.append(Word(text, x, x + 5 * len(text), 100, 10))
        x = drawn[-1].x1 + 36
    columns = [
        Word(t, x, x + 5 * len(t), 100, 10) for t, x in (("Mål", 50), ("År", 110), ("Kr", 170))
    ]
    assert [run.text for run in runs(drawn, 1)] == ["samt stärka tillsynen av"]
    assert [run.text for run in runs(columns, 1)] == ["Mål", "År", "Kr"]


def test_text_drawn_in_another_order_is_put_together() -> None:
    line = words("ett två tre fyra", 50, 100)
    shuffled = [line[2], line[3], line[0], line[1]]
    assert [run.text for row in rows(runs(shuffled, 1)) for run in row] == ["ett två tre fyra"]


def test_a_raised_digit_stays_on_its_line() -> None:
    line = words("Enligt rapporten", 50, 100)
    note = Word("1", line[-1].x1 + 0.2, line[-1].x1 + 3, 96, 6, spaced=True)
    after = words("ska det ske", note.x1 + 3, 100)
    assert [run.text for row in rows(runs([*line, note, *after], 1)) for run in row] == [
        "Enligt rapporten 1 ska det ske"
    ]


def test_lines_that_fill_the_width_are_one_paragraph() -> None:
    long = "en rad som fyller hela bredden av sidan och fortsätter där"
    assert read((long, 50, 100), (long, 50, 112), ("och slutar här.", 50, 124)) == [
        f"{long} {long} och slutar här."
    ]


@pytest.mark.parametrize(
    ("second", "why"),
    [
        ((40.0, 150.0), "a gap"),
        ((70.0, 124.0), "an indent after two full lines"),
    ],
)
def test_a_paragraph_begins_after(second: tuple[float, float], why: str) -> None:
    long = "en rad som fyller hela bredden av sidan och fortsätter där"
    found = read((long, 40, 100), (long, 40, 112), (f"{long[:-4]} nu", *second))
    assert found == [f"{long} {long}", f"{long[:-4]} nu"], why


def test_a_line_that_ends_early_ends_its_paragraph() -> None:
    long = "en rad som fyller hela bredden av sidan och fortsätter där"
    assert read((long, 50, 100), ("Kort slut.", 50, 112), (long, 50, 124)) == [
        f"{long} Kort slut.",
        long,
    ]


def test_a_dash_wrapped_to_the_start_of_a_line_is_no_list() -> None:
    long = "resan går från Skellefteå via Umeå till Örnsköldsvik och Kramfors"
    assert read((long, 50, 100), ("– och sedan hem igen samma väg.", 50, 112)) == [
        f"{long} – och sedan hem igen samma väg."
    ]


def test_columns_of_text_are_read_one_after_the_other() -> None:
    left = [f"vänster spalt rad nummer {i} ja" for i in range(6)]
    right = [f"höger spalt rad nummer {i} nej" for i in range(6)]
    lines = [
        line
        for i in range(6)
        for line in ((left[i], 50.0, 100 + 12.0 * i), (right[i], 300.0, 100 + 12.0 * i))
    ]
    assert " ".join(read(*lines)) == " ".join(left + right)


def test_labels_and_values_are_read_row_by_row() -> None:
    rows = [("Organisation", "Fjällbäckens kommun"), ("E-post", "kim@example.se")]
    lines = [
        line
        for i, (label, value) in enumerate(rows)
        for line in ((label, 50.0, 100 + 12.0 * i), (value, 200.0, 100 + 12.0 * i))
    ]
    made = blocks([page(*lines)])
    assert [(b.text, b.cell and (b.cell.row, b.cell.column)) for b in made] == [
        ("Organisation", (0, 0)),
        ("Fjällbäckens kommun", (0, 1)),
        ("E-post", (1, 0)),
        ("kim@example.se", (1, 1)),
    ]


FIELDS = ["Organisation", "Rusksele byalag", "Kontaktperson", "Kim Exempel", "E-post", "kim@by.se"]


def half(x: float, *texts: str, y: float = 60, step: float = 30) -> list[tuple[str, float, float]]:
    """Short paragraphs below each other, with white between."""
    return [(text, x, y + step * i) for i, text in enumerate(texts)]


def spread(number: int, *lines: tuple[str, float, float]) -> Sheet:
    """A landscape sheet."""
    return replace(page(*lines), number=number, size=PageSize(800, 600))


def test_two_pages_on_a_sheet_are_read_one_after_the_other() -> None:
    first = spread(
        1,
        *half(50, *FIELDS),
        *half(450, *(f"Fråga {i}?" for i in range(6))),
        ("Sida 1", 50, 580),
        ("Sida 2", 450, 580),
    )
    last = spread(2, *half(50, *(f"Svar {i}" for i in range(6))), ("Sida 3", 50, 580))
    made = blocks([first, last])
    assert [b.text for b in made if b.role is Role.BODY] == [
        *FIELDS,
        *(f"Fråga {i}?" for i in range(6)),
        *(f"Svar {i}" for i in range(6)),
    ]
    assert not [b for b in made if b.cell]
    assert [b.text for b in made if b.role is Role.FOOTER] == ["Sida 1", "Sida 2", "Sida 3"]
    assert [(b.page, b.lines[0].page) for b in made] == [(1, 1)] * 14 + [(2, 2)] * 7


def test_a_paragraph_goes_on_in_the_other_half_of_a_sheet() -> None:
    line = "en lång rad som fyller hela halvan av arket och går vidare"
    lines = [(line, 50.0, 540 - 12.0 * i) for i in range(5)]
    rest = [(line, 450.0, 60.0), ("till sitt slut.", 450.0, 72.0), *half(450, *FIELDS, y=120)]
    (text, *_) = [b.text for b in blocks([spread(1, *lines, *rest)])]
    assert text == " ".join([line] * 6 + ["till sitt slut."])


def test_columns_down_the_whole_page_win_over_tables() -> None:
    right = [f"Fråga {i}?" for i in range(9)]
    sheet = page(*half(50, *FIELDS), *half(310, *right, y=72, step=27))
    assert [b.text for b in blocks([sheet])] == [*FIELDS, *right]


def test_a_header_across_the_columns_is_kept_whole() -> None:
    sheets = [
        replace(
            page(
                ("Rapport om kollektivtrafiken i länets alla inre kommuner 2025", 150, 30),
                *half(50, *(f"Fråga {n}{i}?" for i in range(6))),
                *half(310, *(f"Ord {n}{i}" for i in range(8)), y=72, step=27),
            ),
            number=n,
        )
        for n in (1, 2)
    ]
    made = blocks(sheets)
    assert [b.text[:7] for b in made if b.role is Role.HEADER] == ["Rapport"] * 2
    assert [b.page for b in made if b.role is Role.HEADER] == [1, 2]
    assert [b.text[:4] for b in made if b.role is Role.BODY] == (["Fråg"] * 6 + ["Ord "] * 8) * 2


def test_a_table_down_the_whole_page_is_no_pair_of_columns() -> None:
    values = ["Ett värde här", "Två", "Tre", "Fyra", "Fem", "Sex"]
    sheet = page(*half(50, *FIELDS), *half(310, *values))
    found = [b.text for b in blocks([sheet])]
    assert found == [text for row in zip(FIELDS, values, strict=True) for text in row]


def test_the_cell_of_a_place_is_what_lines_enclose() -> None:
    across = [Rule(y, 50, 250) for y in (100, 130, 160)]
    down = [Rule(x, 100, 160) for x in (50, 150, 250)]
    grid = Grid.of(across, down)
    upper, lower = grid.frame(Box(60, 105, 80, 115)), grid.frame(Box(160, 135, 200, 150))
    assert upper is not None
    assert lower is not None
    assert (upper.left, upper.top, lower.left, lower.top) == (50, 100, 150, 130)
    assert upper.table == lower.table
    assert grid.frame(Box(60, 170, 80, 180)) is None


def test_a_dashed_line_is_a_line_and_an_underline_is_no_table() -> None:
    dashes = [Rule(100, x, x + 2) for x in range(50, 250, 4)]
    down = [Rule(x, 100, 160) for x in (50, 250)]
    grid = Grid.of([*dashes, Rule(160, 50, 250)], down)
    assert grid.frame(Box(100, 120, 120, 130)) is not None
    assert Grid.of([Rule(100, 50, 250)], []).frame(Box(100, 90, 120, 98)) is None


@pytest.mark.parametrize(
    ("line", "following", "joined"),
    [
        ("mer ut-", "veckling i länet", "mer utveckling i länet"),
        ("från Umeå-", "Skellefteå till", "från Umeå-Skellefteå till"),
        ("i lands-", "och glesbygd", "i lands- och glesbygd"),
        ("EU-", "medel till", "EU-medel till"),
        ("på 2020-", "talet", "på 2020-talet"),
        ("genom e-", "tjänster", "genom e-tjänster"),
        ("åren 2025–", "2030", "åren 2025–2030"),
        ("dig och/", "eller er", "dig och/eller er"),
        ("vi –", "alla", "vi – alla"),
        ("mjukt av\u00ad", "stavat", "mjukt avstavat"),
        ("kim@fjall-", "backen.example", "kim@fjall-backen.example"),
    ],
)
def test_line_ends_are_joined(line: str, following: str, joined: str) -> None:
    kept, between = hyphens(line).join(line, following, END)
    assert kept + between + following == joined


def test_a_hyphen_is_kept_where_the_program_never_hyphenates() -> None:
    seldom = hyphens("nord-", *["en rad utan"] * 100)
    assert seldom.join("nord-", "sydliga stråk", END) == ("nord-", "")
    known = hyphens("utveckling", "ut-", *["en rad utan"] * 100)
    assert known.join("ut-", "veckling", END) == ("ut", "")


def test_an_address_broken_without_a_hyphen_is_put_together() -> None:
    lone = LineEnd(spaced=False, lone=True)
    kept, between = hyphens("a").join("kim@example.exampl", "e", lone)
    assert kept + between + "e" == "kim@example.example"
    assert hyphens("a", keeps_spaces=True).join("Kompetensen", "ska", lone) == ("Kompetensen", " ")


def _pages(top: list[str], middle: str) -> list[list[Run]]:
    return [
        [Run(tuple(words(text, 50, 40)), i + 1), Run(tuple(words(f"{middle} {i}", 50, 400)), i + 1)]
        for i, text in enumerate(top)
    ]


def test_what_is_repeated_at_the_top_is_a_header() -> None:
    pages = _pages(["Kommunen 1 (3)", "Kommunen 2 (3)", "Kommunen 3 (3)"], "text")
    parts = margins(pages, [PageSize(600, 800)] * 3)
    assert [run.text for part in parts for run in part.header] == [
        "Kommunen 1 (3)",
        "Kommunen 2 (3)",
        "Kommunen 3 (3)",
    ]


@pytest.mark.parametrize(
    "top",
    [
        ["Hur kan behov utvecklas?", "Ett svar som är vårt", "Hur kan behov utvecklas?"],
        ["Ett svar", "Ett annat svar", "Ett tredje"],
        ["Svar: 3", "Inget", "3"],
    ],
)
def test_the_respondents_lines_at_the_top_are_no_header(top: list[str]) -> None:
    parts = margins(_pages(top, "text"), [PageSize(600, 800)] * 3)
    assert not [run for part in parts for run in (*part.header, *part.footer)]


def test_a_placeholder_that_stands_everywhere_is_no_header() -> None:
    pages = _pages(["Klicka för att skriva"] * 3, "text")
    for i, runs_of_page in enumerate(pages):
        runs_of_page.append(Run(tuple(words("Klicka för att skriva", 50, 300)), i + 1))
    parts = margins(pages, [PageSize(600, 800)] * 3)
    assert not [run for part in parts for run in part.header]


def test_a_header_is_known_on_scans_that_lay_a_little_differently() -> None:
    pages = [
        [
            Run(tuple(w._replace(confidence=0.9) for w in words(text, 50, 40 + 4 * i)), i + 1),
            Run(tuple(w._replace(confidence=0.9) for w in words(f"Text {i}", 50, 200)), i + 1),
        ]
        for i, text in enumerate(("Mall för inspel", "« Mall för inspel", "Mall för inspei"))
    ]
    parts = margins(pages, [PageSize(600, 800)] * 3)
    assert [len(part.header) for part in parts] == [1, 1, 1]


def test_columns_within_columns_without_end_are_read_all_the_same() -> None:
    steps = [
        (f"{chr(97 + i % 26)}{i}", 10.0 + 40 * j, 20 + 15.0 * i)
        for i in range(30)
        for j in range(i + 2)
    ]
    made = blocks([page(*steps)])
    assert sorted(word for block in made for word in block.text.split()) == sorted(
        text for text, _, _ in steps
    )


PLACES = st.tuples(
    st.text("abcdefåäö.,-– ", min_size=1, max_size=30).filter(str.strip),
    st.floats(0, 550),
    st.floats(10, 790),
)


@given(st.lists(PLACES, max_size=25), st.lists(st.floats(0, 600), max_size=6))
def test_no_letter_is_lost_or_doubled_whatever_the_layout(
    places: list[tuple[str, float, float]], rules: list[float]
) -> None:
    sheet = page(*places)
    grid = Grid.of([Rule(y, 0, 600) for y in rules], [Rule(x, 0, 800) for x in rules])
    made = blocks([Sheet(1, sheet.size, sheet.words, grid, sheet.show)])
    letters = sorted(c for word in sheet.words for c in word.text if c.isalpha())
    assert sorted(c for block in made for c in block.text if c.isalpha()) == letters
    assert all(block.role in (Role.BODY, Role.HEADER, Role.FOOTER) for block in made)
    for block in made:
        assert "".join(block.text[n.start : n.end] for n in block.lines).replace(
            " ", ""
        ) == block.text.replace(" ", "")
