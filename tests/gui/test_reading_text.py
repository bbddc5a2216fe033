"""Offsets in Qt's units, and text that is broken into lines without a loss."""

from hypothesis import given
from hypothesis import strategies as st

from inspel_app.gui.reading_text import Units, laid_out
from inspel_app.gui.style import font

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_counts_units_before_each_character(text: str) -> None:
    counted = Units(text)
    for offset in range(len(text) + 1):
        assert counted.before(offset) == units(text[:offset])
        assert counted.character(counted.before(offset)) == offset


@given(st.text("abc åäö <>&\n", max_size=200), st.integers(40, 400))
def test_every_character_is_on_a_line(text: str, width: int) -> None:
    layout, height = laid_out(text, font(15), width)
    lines = [layout.lineAt(i) for i in range(layout.lineCount())]
    assert sum(line.textLength() for line in lines) == len(text)
    assert all(line.naturalTextWidth() <= width + 1 for line in lines)
    assert height >= len(lines) * 15
