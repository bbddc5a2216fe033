"""A document's text is that of its blocks, and the rows of its tables are lines."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from inspel_app.domain.document import Block, Cell, Document, Method, Role

small = st.integers(0, 2)
cells = st.none() | st.builds(Cell, small, small, small)
blocks = st.lists(
    st.builds(Block, st.text("a\n\t "), cell=cells, role=st.sampled_from((Role.BODY, Role.NOTE)))
)


def _document(*drafts: Block) -> Document:
    return Document.of("", Method.TEXT, drafts)


@given(blocks)
def test_every_block_stands_at_its_place(drafts: list[Block]) -> None:
    document = _document(*drafts)
    for text in (document.text, document.cell_by_cell):
        assert [text[b.start : b.end] for b in document.blocks] == [b.text for b in drafts]
        assert len(text) == max((b.end for b in document.blocks), default=0)


def test_a_row_of_a_table_is_a_line() -> None:
    table = [
        Block(text, cell=Cell(0, row, column))
        for row, texts in enumerate((("Insats", "Kostnad"), ("Buss", ""), ("Tåg", "9 000 kr")))
        for column, text in enumerate(texts)
    ]
    document = _document(Block("Före"), *table, Block("Efter"))
    assert document.text == "Före\nInsats\tKostnad\nBuss\t\nTåg\t9 000 kr\nEfter"
    assert document.cell_by_cell == document.text.replace("\t", "\n")


def test_what_is_not_in_two_cells_of_a_row_stands_on_lines_of_its_own() -> None:
    first = Block("a", cell=Cell(0, 0, 0))
    others = (
        replace(first, text="samma cell"),
        replace(first, cell=Cell(0, 1, 1)),
        replace(first, cell=Cell(1, 0, 1)),
        replace(first, cell=Cell(0, 0, 1), role=Role.TEXTBOX),
        replace(first, cell=None),
    )
    for other in others:
        assert _document(first, other).text == f"a\n{other.text}"
