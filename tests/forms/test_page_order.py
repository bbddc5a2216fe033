"""Pages in disorder are read in the form's order, and others as they are."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from random import Random

import pytest

from inspel_app.domain.document import Block, Box, Document, Line, Method, Role, Word
from inspel_app.domain.form import FormTemplate
from inspel_app.forms.interpret import interpret
from inspel_app.forms.page_order import in_page_order
from tests.forms.filling import PLAIN, Filling, Habits, below, fill
from tests.forms.test_interpret import fields

ON_A_PAGE = 23
"""Blocks: then questions stand first on pages, without their headings."""

Shuffle = Callable[[list[int]], list[int]]


def _pages(filling: Filling) -> list[list[Block]]:
    """The form in pages; the last block of each goes on as the first of the next."""
    blocks = [b for b in filling.document.blocks if b.text]
    pages = [blocks[n : n + ON_A_PAGE] for n in range(0, len(blocks), ON_A_PAGE)]
    answers = set("\n".join(filling.truth.values()).split("\n"))
    for page, following in pairwise(pages):
        first, _space, rest = page[-1].text.partition(" ")
        if page[-1].text in answers and rest[:1].islower():
            page[-1] = Block(first)
            following.insert(0, Block(rest))
    return pages


def _bound(pages: Sequence[Sequence[Block]], order: Sequence[int]) -> Document:
    """The pages in this order, numbered as they lie."""
    blocks = [
        Block(
            block.text,
            page=number,
            role=block.role,
            lines=(Line(0, len(block.text), number, Box(0, n, 9, n + 1)),),
            words=(Word(0, len(block.text), 0.9, number, Box(0, n, 9, n + 1)),),
        )
        for number, at in enumerate(order, 1)
        for n, block in enumerate((*pages[at], Block(f"Sida {at + 1}", role=Role.FOOTER)))
    ]
    return Document.of("f" * 64, Method.OCR, blocks)


def _flat(found: dict[str, str]) -> dict[str, str]:
    return {field: " ".join(text.split()) for field, text in found.items()}


def _shuffled(seed: int) -> Shuffle:
    return lambda pages: Random(seed).sample(pages, len(pages))


@pytest.mark.parametrize(
    "shuffle",
    [
        lambda pages: pages[::-1],
        lambda pages: [pages[0], *pages[2:4], pages[1], *pages[4:]],
        lambda pages: pages[::2] + pages[1::2],
        lambda pages: pages[::2] + pages[1::2][::-1],
        *map(_shuffled, range(6)),
    ],
)
def test_pages_in_disorder_are_read_in_the_forms_order(
    template: FormTemplate, shuffle: Shuffle
) -> None:
    filling = fill(template, Random(4), Habits(writers=(below,), answers=PLAIN[:3], filled=0.6))
    pages = _pages(filling)
    order = shuffle(list(range(len(pages))))
    document = in_page_order(_bound(pages, order), [template])
    assert [p.code for p in document.problems] == ["sidor-omkastade"]
    found = interpret(document, "inspel.pdf", [template])
    assert _flat(fields(found)) == _flat(filling.truth)
    assert found.unplaced == ()


def test_a_place_leads_to_the_page_where_the_words_stand(template: FormTemplate) -> None:
    filling = fill(template, Random(4), Habits(writers=(below,), answers=PLAIN[:1], filled=0.9))
    scan = _bound(_pages(filling), list(range(len(_pages(filling))))[::-1])
    document = in_page_order(scan, [template])
    seen = {(word.page, word.box.y0): scan.text[word.start : word.end] for word in _words(scan)}
    now = {(w.page, w.box.y0): document.text[w.start : w.end] for w in _words(document)}
    assert now == seen


def _words(document: Document) -> list[Word]:
    return document.words(0, len(document.text))


def test_a_paragraph_joined_over_pages_that_do_not_belong_together_is_parted(
    template: FormTemplate,
) -> None:
    pages = [[Block(x.text) for x in template.labels[n : n + 40]] for n in range(14, 180, 40)]
    bound = _bound(pages, range(len(pages))[::-1])
    at = next(n for n, b in enumerate(bound.blocks) if b.page == 2 and b.role is Role.BODY)
    end, rest = bound.blocks[at - 2], bound.blocks[at]
    size = len(end.text) + 1
    lines = (*end.lines, Line(size, size + len(rest.text), 2))
    both = Block(f"{end.text} {rest.text}", page=1, lines=lines)
    blocks = [*bound.blocks[: at - 2], both, bound.blocks[at - 1], *bound.blocks[at + 1 :]]
    document = in_page_order(Document.of("f" * 64, Method.PDF, blocks), [template])
    printed = [b.text for b in document.blocks if b.role is Role.BODY]
    assert printed == [b.text for page in pages for b in page]


@pytest.mark.parametrize("habits", [Habits(shuffled=True, writers=(below,)), Habits()])
def test_sections_that_were_moved_and_forms_in_order_stay_as_they_are(
    template: FormTemplate, habits: Habits
) -> None:
    pages = _pages(fill(template, Random(5), habits))
    document = _bound(pages, range(len(pages)))
    assert in_page_order(document, [template]) is document


def test_two_forms_after_each_other_stay_as_they_are(template: FormTemplate) -> None:
    pages = [page for n in (1, 2) for page in _pages(fill(template, Random(n), Habits()))]
    document = _bound(pages, range(len(pages)))
    assert in_page_order(document, [template]) is document


def test_a_page_that_may_stand_anywhere_is_named(template: FormTemplate) -> None:
    pages = _pages(fill(template, Random(4), Habits(writers=(below,), filled=0.6)))
    pages.append([Block("Vi har mer att säga.")])
    order = Random(1).sample(range(len(pages)), len(pages))
    document = in_page_order(_bound(pages, order), [template])
    problems = {p.code: p.message for p in document.problems}
    assert problems["sida-utan-plats"].endswith(f": {order.index(len(pages) - 1) + 1}.")
