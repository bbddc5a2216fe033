"""One document saved by a word processor in every format is read alike."""

from pathlib import Path

import pytest

from inspel_app.domain.document import Document, Role
from inspel_app.reading.readers import read

SAMPLES = Path(__file__).parent / "samples"


def _document(suffix: str) -> Document:
    file = SAMPLES / f"yttrande{suffix}"
    return read(file.read_bytes(), file.name)


@pytest.mark.parametrize("suffix", [".odt", ".rtf"])
def test_a_document_reads_alike_in_every_format(suffix: str) -> None:
    seen, expected = (
        [(b.text.strip(), b.kind, b.level, b.role, b.cell) for b in document.blocks if b.text]
        for document in (_document(suffix), _document(".docx"))
    )
    assert seen == expected
    assert [text for text, *_ in expected] == [
        *("Yttrande över strategin", "Vi är för få på Åsele älvstrand."),
        *("- en punkt", "- en till", "Kommun", "Åsele", "Källan till det."),
    ]


def test_a_page_reads_alike_but_for_its_notes() -> None:
    seen, expected = (
        [(b.kind, b.level, b.cell) for b in document.blocks if b.text and b.role is not Role.NOTE]
        for document in (_document(".html"), _document(".docx"))
    )
    assert seen[: len(expected)] == expected
