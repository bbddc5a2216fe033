"""Tables in cells of other tables, and frames around both."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.pdf_files import pdf, read, table


def framed(sheet: Any) -> None:
    """A table whose second row holds a table of its own between two lines, in a page's frame."""
    sheet.rect(40, 300, 520, 500)
    for y in (760, 720, 560, 520):
        sheet.line(72, y, 500, y)
    for x in (72, 200, 500):
        sheet.line(x, 760, x, 520)
    table(sheet, [["Buss", "Fler turer"], ["Tåg", "Kustbanan"]], [220, 320, 440], 690)
    for x, y, text in [
        (76, 745, "Fråga 1"),
        (204, 745, "Svar ett"),
        (76, 705, "Fråga 2"),
        (204, 705, "Se tabellen:"),
        (204, 570, "Så är det."),
        (76, 540, "Fråga 3"),
        (204, 540, "Svar tre"),
        (76, 400, "Slut"),
    ]:
        sheet.drawString(x, y, text)


def test_a_table_in_a_table_is_read_where_it_stands() -> None:
    document = read(pdf(framed))
    assert document.text.splitlines() == [
        "Fråga 1\tSvar ett",
        "Fråga 2\tSe tabellen:",
        "Buss\tFler turer",
        "Tåg\tKustbanan",
        "Så är det.",
        "Fråga 3\tSvar tre",
        "Slut",
    ]
    numbers = [block.cell.table for block in document.blocks if block.cell]
    assert numbers == [1, 1, 1, 1, 2, 2, 2, 2, 1, 1, 1, 0]


@given(st.lists(st.tuples(*[st.integers(40, 500)] * 4), max_size=8), st.integers(0, 3))
@settings(max_examples=40, deadline=None)
def test_no_frames_hide_any_text(boxes: list[tuple[int, int, int, int]], rest: int) -> None:
    words = [f"ord{x}x{y}" for x in range(60, 500, 90) for y in range(60, 500, 70 + rest)]

    def draw(sheet: Any) -> None:
        for x, y, wide, high in boxes:
            sheet.rect(x, y, wide, high)
        for word in words:
            x, y = map(int, word.removeprefix("ord").split("x"))
            sheet.drawString(x, y, word)

    assert sorted(read(pdf(draw)).text.split()) == sorted(words)
