"""How the text of a Word file is set."""

import io

import docx
import pytest

from inspel_app.domain.document import BlockKind
from inspel_app.errors import UnreadableError
from inspel_app.services.text_shape import TextShape, text_shape
from inspel_app.services.workers import WorkerPool

HEADING, PARAGRAPH, ITEM = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM


def word() -> bytes:
    document = docx.Document()
    document.add_heading("Vägar", 2)
    document.add_paragraph("Det här vill vi:")
    document.add_paragraph("fler bussar", "List Bullet")
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "Målet?", "Det är rätt."
    document.save(file := io.BytesIO())
    return file.getvalue()


def shape_of(data: bytes, name: str) -> TextShape:
    with WorkerPool(1) as pool:
        return text_shape(pool, data, name).result(60)


def test_tells_what_each_part_of_the_text_is() -> None:
    shape = shape_of(word(), "svar.docx")
    told = [(shape.text[s.start : s.end], s.kind, s.answers, s.ends) for s in shape.stretches]
    assert told == [
        ("Vägar", HEADING, False, True),
        ("Det här vill vi:", PARAGRAPH, False, True),
        ("- fler bussar", ITEM, False, True),
        ("Målet?", PARAGRAPH, False, False),
        ("Det är rätt.", PARAGRAPH, True, True),
    ]
    assert shape.stretches[0].level == 2


def test_refuses_what_is_no_document() -> None:
    with pytest.raises(UnreadableError):
        shape_of(b"PK\x03\x04" + bytes(40), "trasig.docx")
