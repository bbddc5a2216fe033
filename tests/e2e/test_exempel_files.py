"""The example round's files hold what the facit says, judged without the maker or the readers."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pypdfium2
import pytest
from lxml import etree

from inspel_app.resources import load_form
from tests.formular.__main__ import make
from tests.formular.source import Source, load_sources

EXAMPLE = Path(__file__).parents[2] / "resources" / "exempel"
FILES = EXAMPLE / "inspel"
PLACEHOLDER = "Klicka för att skriva"
FIELDS_WITH_CONTROL = 107
WHOLE_FORMS = {"table", "alt", "cell", "glued", "tracked", "boxed", "strict", "typed"}
MADE_HERE = [source for source in load_sources() if source.shape not in {"pdf", "pdf-alt"}]
"""All but those for which LibreOffice is needed, which not every machine has."""
PAGE_NUMBER = re.compile(r"^\d \(\d\)\s*$", re.MULTILINE)
LIST_MARK = re.compile(r"^(?:[-•]|\d+\.) ", re.MULTILINE)

Truth: TypeAlias = dict[str, str | dict[str, str]]


def facit() -> list[Truth]:
    truths: list[Truth] = json.loads((EXAMPLE / "facit.json").read_text("utf-8"))
    return truths


def named(truth: Truth) -> str:
    return str(truth["id"])


def answers(truth: Truth) -> dict[str, str]:
    found = truth["answers"]
    assert isinstance(found, dict)
    return found


def bare(text: str) -> str:
    """The text without list marks, page numbers, blanks and hyphens, which formats differ in."""
    return re.sub(r"[\s\x02-]", "", LIST_MARK.sub("", PAGE_NUMBER.sub("", text)))


def text_of(file: Path) -> str:
    match file.suffix:
        case ".docx":
            return "\n".join(paragraphs(file))
        case ".pdf":
            pages = pypdfium2.PdfDocument(file)
            return "\n".join(page.get_textpage().get_text_bounded() for page in pages)
        case _:
            return file.read_bytes().decode("cp1252")


def paragraphs(file: Path) -> Iterator[str]:
    """The text of each paragraph in order: inserted text counts, deleted does not."""
    with zipfile.ZipFile(file) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    for paragraph in root.iter("{*}p"):
        yield "".join(part.text or "\n" for part in paragraph.iter("{*}t", "{*}br"))


@pytest.mark.parametrize("truth", facit(), ids=named)
def test_files_hold_every_answer_of_the_facit(truth: Truth) -> None:
    text = bare(text_of(FILES / str(truth["file"])))
    wanted = answers(truth) or {"": str(truth["text"])}
    missing = [
        field
        for field, answer in wanted.items()
        if not all(bare(line) in text for line in answer.split("\n"))
    ]
    assert missing == []


@pytest.mark.parametrize("truth", [t for t in facit() if t["shape"] in WHOLE_FORMS], ids=named)
def test_whole_forms_hold_a_placeholder_for_each_question_without_an_answer(truth: Truth) -> None:
    with_control = len(answers(truth).keys() - {"1.vagen-framat"})
    withdrawn = 2 if truth["shape"] == "tracked" else 0
    left = FIELDS_WITH_CONTROL - with_control - withdrawn
    if truth["shape"] == "glued":  # there the placeholders stand before the answers too
        left = FIELDS_WITH_CONTROL
    assert text_of(FILES / str(truth["file"])).count(PLACEHOLDER) == left


def test_the_facit_names_each_file_once_and_only_fields_of_the_form() -> None:
    fields = {question.id for question in load_form("vasterbotten-2025").questions}
    assert sorted(str(t["file"]) for t in facit()) == sorted(f.name for f in FILES.iterdir())
    assert {field for truth in facit() for field in answers(truth)} <= fields


def test_the_round_is_as_varied_as_a_real_one() -> None:
    shapes = {(t["kind"], t["shape"]) for t in facit()}
    assert len(facit()) >= 14
    assert shapes >= {("form", s) for s in WHOLE_FORMS | {"trimmed", "shuffled", "pdf", "pdf-alt"}}
    assert shapes >= {("letter", "txt"), ("letter", "docx"), ("letter", "pdf")}
    assert len({t["aktorstyp"] for t in facit()}) >= 7


def test_nobody_in_the_round_can_be_written_to() -> None:
    texts = [text_of(FILES / str(truth["file"])) for truth in facit()]
    addresses = {found for text in texts for found in re.findall(r"\S+@[\w.-]+\w", text)}
    assert addresses - {"regionalutveckling@regionvasterbotten.se"}
    assert {a.rpartition(".")[2] for a in addresses} == {"example", "se"}


def test_the_round_is_small_enough_to_ship() -> None:
    assert sum(file.stat().st_size for file in FILES.iterdir()) < 3_000_000


@pytest.mark.parametrize("source", MADE_HERE, ids=lambda s: s.id)
def test_the_maker_makes_the_files_that_are_here(source: Source) -> None:
    made, kept = make(source), (FILES / source.file).read_bytes()
    if source.file.endswith(".docx"):
        assert parts(made) == parts(kept)
    else:
        assert made == kept


def parts(document: bytes) -> dict[str, bytes]:
    """The XML of a Word file; its pictures are left out, since libraries compress differently."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {n: archive.read(n) for n in archive.namelist() if not n.endswith(".png")}


def test_the_facit_is_made_from_the_same_texts() -> None:
    assert facit() == [source.facit() for source in load_sources()]
