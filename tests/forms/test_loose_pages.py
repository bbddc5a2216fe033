"""Pictures of a form's pages, each in a file of its own, are one inspel in the form's order."""

from collections.abc import Sequence
from random import Random

import pytest

from inspel_app.domain.document import Block, Box, Document, Line, Method, PageSize, Word
from inspel_app.domain.form import FormTemplate, Submission
from inspel_app.forms.loose_pages import LoosePage, loose_page, together
from tests.forms.filling import PLAIN, Habits, below, fill
from tests.forms.test_interpret import fields

ON_A_PAGE = 40


def drawn(name: str, texts: Sequence[str]) -> LoosePage:
    """Lines as a picture of one page shows them."""
    blocks = [
        Block(
            text,
            lines=(Line(0, len(text), 1, Box(0, n, 9, n + 1)),),
            words=(Word(0, len(text), 0.7, 1, Box(0, n, 9, n + 1)),),
        )
        for n, text in enumerate(texts)
    ]
    document = Document.of(name.rjust(64, "0"), Method.OCR, blocks, [PageSize(595, 842)])
    page = loose_page(name, document)
    assert page is not None
    return page


def photographed(
    template: FormTemplate, seed: int, name: str = "sida"
) -> tuple[list[LoosePage], dict[str, str]]:
    """A form that somebody filled in, page by page, and what was answered."""
    habits = Habits(writers=(below,), answers=PLAIN[:3], filled=0.7)
    filling = fill(template, Random(seed), habits)
    texts = [block.text for block in filling.document.blocks if block.text]
    pages = [texts[n : n + ON_A_PAGE] for n in range(0, len(texts), ON_A_PAGE)]
    return [drawn(f"{name}{n}.jpg", page) for n, page in enumerate(pages, 1)], filling.truth


def codes(read: Submission) -> list[str]:
    return [problem.code for problem in read.problems]


def test_pictures_of_a_forms_pages_are_one_inspel(template: FormTemplate) -> None:
    pages, truth = photographed(template, 4)
    (read,) = together(pages, [template])
    assert fields(read) == truth
    assert [file.name for file in read.files] == [page.name for page in pages]
    assert "sidor-omkastade" not in codes(read)


@pytest.mark.parametrize("seed", range(3))
def test_they_stand_in_the_forms_order_however_they_are_named(
    template: FormTemplate, seed: int
) -> None:
    pages, truth = photographed(template, 4)
    (read,) = together(Random(seed).sample(pages, len(pages)), [template])
    assert fields(read) == truth
    assert [file.name for file in read.files] == [page.name for page in pages]
    assert "sidor-omkastade" in codes(read)


def test_each_place_leads_to_its_own_picture(template: FormTemplate) -> None:
    pages, _truth = photographed(template, 4)
    documents = {page.document.file: page.document for page in pages}
    (read,) = together(pages[::-1], [template])
    for answer in read.answers:
        assert answer.text == "\n".join(documents[p.file].at(p) for p in answer.parts)
        assert all(part.page == 1 and part.box is not None for part in answer.parts)
        for word in answer.doubtful:
            assert documents[word.place.file].at(word.place) == word.text
    assert {part.file for answer in read.answers for part in answer.parts} == set(documents)


def test_pages_of_two_forms_are_two_inspel(template: FormTemplate) -> None:
    one, said = photographed(template, 4, "a")
    other, also = photographed(template, 5, "b")
    assert [fields(read) for read in together([*one, *other], [template])] == [said, also]


def test_a_page_of_writing_alone_between_the_forms_pages_belongs_to_it(
    template: FormTemplate,
) -> None:
    pages, _truth = photographed(template, 4)
    more = drawn("mer.jpg", ["Vi har mer att säga om bussarna."])
    (read,) = together([*pages[:2], more, *pages[2:]], [template])
    assert any("mer att säga" in answer.text for answer in read.answers)


def test_other_pictures_are_left_alone(template: FormTemplate) -> None:
    pages, truth = photographed(template, 4)
    letter = drawn("brev.jpg", ["Vi har mer att säga om bussarna."])
    assert [fields(read) for read in together([*pages, letter], [template])] == [truth]
    assert not list(together([pages[0], letter], [template]))
    assert not list(together([letter, drawn("b.jpg", ["Hej!"])], [template]))


def test_a_file_with_text_or_more_pages_is_no_loose_page() -> None:
    page = drawn("a.jpg", ["Hej"]).document
    assert loose_page("a.docx", Document.of("f", Method.TEXT, [Block("Hej")])) is None
    two = Document.of("f", Method.OCR, page.blocks, [*page.pages, *page.pages])
    assert loose_page("a.tif", two) is None
