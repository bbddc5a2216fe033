"""A text without pages is set as its original is."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QTextBlock
from PySide6.QtWidgets import QApplication

from inspel_app.domain.document import BlockKind, Location
from inspel_app.gui.spots import Spot
from inspel_app.gui.style import apply_style
from inspel_app.gui.text_view import TextView
from inspel_app.services.text_shape import Stretch, TextShape

TEXT = "Vägar 🛣\nBrodtext på\ntvå rader\n- fler bussar\nMålet?\nDet är rätt."
KINDS = {
    "Vägar 🛣": (BlockKind.HEADING, False, True),
    "Brodtext på\ntvå rader": (BlockKind.PARAGRAPH, False, True),
    "- fler bussar": (BlockKind.ITEM, False, True),
    "Målet?": (BlockKind.PARAGRAPH, False, False),
    "Det är rätt.": (BlockKind.PARAGRAPH, True, True),
}
SHAPE = TextShape(
    TEXT,
    tuple(
        Stretch(TEXT.index(part), TEXT.index(part) + len(part), kind, 1, answers, ends)
        for part, (kind, answers, ends) in KINDS.items()
    ),
)


@pytest.fixture
def view() -> Iterator[TextView]:
    view = TextView()
    view.resize(500, 400)
    view.show_text(TEXT, [Spot(0, Location("fil", TEXT.index("Det är"), len(TEXT)))])
    yield view
    view.deleteLater()


def line(view: TextView, text: str) -> QTextBlock:
    lines = map(view.document().findBlockByNumber, range(view.document().blockCount()))
    return next(line for line in lines if line.text() == text)


def test_headings_lists_and_tables_are_seen(view: TextView) -> None:
    view.set_out(SHAPE)
    heading, item, answer = (line(view, t) for t in ("Vägar 🛣", "- fler bussar", "Det är rätt."))
    assert heading.begin().fragment().charFormat().fontWeight() == QFont.Weight.DemiBold
    assert item.blockFormat().leftMargin() == -2 * item.blockFormat().textIndent() > 0
    assert answer.blockFormat().leftMargin() > 0
    assert line(view, "Målet?").blockFormat().leftMargin() == 0


def test_there_is_air_below_a_part_and_none_within_it(view: TextView) -> None:
    view.set_out(SHAPE)
    below = {t: line(view, t).blockFormat().bottomMargin() for t in view.toPlainText().split("\n")}
    assert below["Brodtext på"] == below["Målet?"] == 0
    assert below["två rader"] == below["Det är rätt."] > below["- fler bussar"] > 0


def test_larger_type_gets_more_air(view: TextView) -> None:
    view.set_out(SHAPE)
    before = line(view, "två rader").blockFormat().bottomMargin()
    view.zoom(2)
    assert line(view, "två rader").blockFormat().bottomMargin() == pytest.approx(2 * before)


def test_the_next_text_is_not_set_as_the_heading_that_was_shown(view: TextView) -> None:
    view.set_out(SHAPE)
    view.show_text("Ett svar.\nEtt till.", [])
    for text in ("Ett svar.", "Ett till."):
        shown = line(view, text)
        assert shown.begin().fragment().charFormat().fontWeight() == QFont.Weight.Normal
        assert shown.blockFormat().topMargin() == shown.blockFormat().leftMargin() == 0


def test_lines_are_as_high_as_text_of_another_size_needs(app: QApplication, view: TextView) -> None:
    view.show()
    before = line(view, "två rader").blockFormat().lineHeight()
    try:
        apply_style(app, dark=False, percent=200)
        assert line(view, "två rader").blockFormat().lineHeight() == pytest.approx(2 * before)
    finally:
        apply_style(app, dark=False)


def test_keeps_the_text_and_the_marks(view: TextView) -> None:
    view.choose(0)
    view.set_out(SHAPE)
    assert view.toPlainText() == TEXT
    (mark,) = view.extraSelections()
    assert mark.cursor.selectedText() == "Det är rätt."


@pytest.mark.parametrize("text", ["", TEXT[1:], TEXT + "."])
def test_leaves_a_text_alone_that_is_not_the_one_that_was_read(view: TextView, text: str) -> None:
    view.set_out(TextShape(text, SHAPE.stretches))
    assert line(view, "två rader").blockFormat().bottomMargin() == 0
