"""Questions without their headings: placed where the neighbours tell, else doubted by name."""

import pytest

from inspel_app.domain.document import Block, Box, Document, Method, Word
from inspel_app.domain.form import FormTemplate, Submission
from inspel_app.forms.interpret import interpret
from tests.forms.test_assemble import Post


def _page(template: FormTemplate, first: str, last: str) -> Submission:
    """A page by itself, from one text of the form to another, with an answer to each question."""
    texts = [label.question or label.text for label in template.labels]
    blocks = []
    for label in template.labels[texts.index(first) : texts.index(last) + 1]:
        blocks.append(Block(label.text))
        if label.question:
            blocks.append(Block(f"Till {label.question}."))
    return interpret(Document.of("f" * 64, Method.TEXT, blocks), "sida.jpg", [template])


@pytest.mark.parametrize("last", ["4.4.analys", "4.vagen-framat", "5.inledning"])
def test_questions_first_on_a_page_belong_under_the_heading_before_the_next(
    template: FormTemplate, last: str
) -> None:
    submission = _page(template, "4.3.mal", last)
    assert len(submission.answers) > 3
    assert all(a.text == f"Till {a.field}." for a in submission.answers)
    assert submission.problems == ()


def test_questions_of_which_nothing_tells_the_heading_are_doubted(template: FormTemplate) -> None:
    submission = _page(template, "4.3.mal", "4.3.aktorer")
    (doubt,) = submission.problems
    assert doubt.code == "falt-osakert"
    assert all(template.name_of(a.field or "") in doubt.message for a in submission.answers)
    assert all(a.confidence <= 0.5 for a in submission.answers)
    assert "".join(a.text for a in submission.answers).count("Till 4.3.") == 3


@pytest.mark.parametrize("backwards", [False, True])
def test_photos_of_the_pages_of_one_form_are_one_inspel(
    template: FormTemplate, *, backwards: bool
) -> None:
    post = Post(template)
    labels = template.labels
    pages = []
    for number, first in enumerate(range(14, len(labels), 42)):
        blocks: list[Block] = []
        for label in labels[first : first + 42]:
            said = (label.text, "Byn" if number == 0 else f"Till {label.question}.")
            for text in said if label.question else said[:1]:
                word = Word(0, len(text), 0.95, 1, Box(0, len(blocks), 9, len(blocks) + 1))
                blocks.append(Block(text, words=(word,)))
        pages.append(post.file(f"{number}.jpg", *blocks))
    (submission,) = post.inspel(post.mail(*(pages[::-1] if backwards else pages)))
    assert submission.respondent.organisation == "Byn"
    assert len({a.field for a in submission.answers}) == len(submission.answers) > 90


def test_a_form_without_headings_is_told_by_its_order(template: FormTemplate) -> None:
    blocks = []
    for label in template.labels:
        if label.question:
            blocks += [Block(label.text), Block(f"Till {label.question}.")]
    submission = interpret(Document.of("f" * 64, Method.TEXT, blocks), "x", [template])
    assert all(a.text == f"Till {a.field}." for a in submission.answers)
    assert submission.problems == ()
