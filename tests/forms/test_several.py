"""Several forms in one file are as many inspel, and a form in disorder is one."""

from random import Random

import pytest

from inspel_app.domain.document import Block, Document, Line, Method
from inspel_app.domain.form import FormTemplate, Submission
from inspel_app.forms.interpret import interpret
from inspel_app.forms.several import interpret_all
from tests.forms.filling import PLAIN, Filling, Habits, below, fill
from tests.forms.test_assemble import Post
from tests.forms.test_interpret import fields

SOME = Habits(writers=(below,), filled=0.3)


def _read(blocks: list[Block], template: FormTemplate) -> tuple[Submission, ...]:
    return interpret_all(Document.of("f" * 64, Method.TEXT, blocks), "inspel.docx", [template])


def _form(template: FormTemplate, seed: int, organisation: str = "") -> Filling:
    """A form filled in at random, but for the sender."""
    filling = fill(template, Random(seed), SOME)
    truth = {f: text for f, text in filling.truth.items() if not f.startswith("bakgrund.")}
    if organisation:
        truth["bakgrund.organisation"] = organisation
    blocks = []
    for label in template.labels:
        blocks.append(Block(label.text))
        if label.question in truth:
            blocks += [Block(line) for line in truth[label.question].split("\n")]
    return Filling(Document.of("f" * 64, Method.TEXT, blocks), truth)


@pytest.mark.parametrize("senders", [("Byn", "Laget"), ("Byn", "Laget", "Bolaget"), ("", "")])
def test_forms_after_each_other_are_as_many_inspel(
    template: FormTemplate, senders: tuple[str, ...]
) -> None:
    forms = [_form(template, n, name) for n, name in enumerate(senders)]
    found = _read([b for form in forms for b in form.document.blocks], template)
    assert [fields(s) for s in found] == [form.truth for form in forms]
    assert len({s.id for s in found}) == len(forms)
    assert {p.code for s in found for p in s.problems} == {"flera-blanketter"}


def test_each_quotation_keeps_its_place_in_the_file(template: FormTemplate) -> None:
    both = [_form(template, n, name).document.blocks for n, name in enumerate(("Byn", "Laget"))]
    blocks = [*both[0], *both[1], Block("Sent tillagt.")]
    document = Document.of("f" * 64, Method.TEXT, blocks)
    for submission in interpret_all(document, "inspel.docx", [template]):
        for answer in submission.answers:
            assert "\n".join(document.at(p) for p in answer.parts) == answer.text
        for line in submission.unplaced:
            assert document.at(line.location) == line.text


def test_a_corrected_form_after_the_first_is_an_inspel_of_its_own(template: FormTemplate) -> None:
    form = _form(template, 1, "Byn")
    corrected = [Block(b.text.replace("kollektivtrafik", "bussar")) for b in form.document.blocks]
    one, two = _read([*form.document.blocks, *corrected], template)
    assert fields(one) == form.truth
    assert fields(two) == {f: t.replace("kollektivtrafik", "bussar") for f, t in form.truth.items()}


@pytest.mark.parametrize("order", ["empty form first", "empty form last", "empty form between"])
def test_an_empty_form_beside_others_is_no_inspel(template: FormTemplate, order: str) -> None:
    forms = [_form(template, 1, "Byn")]
    if order == "empty form between":
        forms.append(_form(template, 2, "Laget"))
    empty = [Block(label.text) for label in template.labels]
    pieces = [list(form.document.blocks) for form in forms]
    pieces.insert(0 if order == "empty form first" else 1, empty)
    found = _read([b for piece in pieces for b in piece], template)
    assert [fields(s) for s in found] == [form.truth for form in forms]


def test_a_form_whose_sections_were_moved_is_one_inspel(template: FormTemplate) -> None:
    moved = fill(template, Random(3), Habits(writers=(below,), answers=PLAIN[:3], shuffled=True))
    (found,) = _read(list(moved.document.blocks), template)
    assert fields(found) == moved.truth


def test_a_sender_named_on_every_page_is_one_inspel(template: FormTemplate) -> None:
    form = _form(template, 4, "Byn")
    blocks = []
    for block in form.document.blocks:
        blocks.append(block)
        if block.text.startswith("Prioritering "):
            blocks.append(Block("Organisation: Byn"))
    (found,) = _read(blocks, template)
    assert fields(found) == form.truth


def test_a_form_that_begins_without_its_title_keeps_its_sender(template: FormTemplate) -> None:
    forms = [_form(template, n, name) for n, name in enumerate(("Byn", "Laget"))]
    opening = next(n for n, label in enumerate(template.labels) if label.question)
    second = forms[1].document.blocks[opening:]
    found = _read([*forms[0].document.blocks, *second], template)
    assert [fields(s) for s in found] == [form.truth for form in forms]


def test_what_stands_first_on_a_forms_first_page_belongs_to_it(template: FormTemplate) -> None:
    def on(page: int, blocks: tuple[Block, ...]) -> list[Block]:
        return [Block(b.text, page=page, lines=(Line(0, len(b.text), page),)) for b in blocks]

    one, two = (_form(template, n, name) for n, name in ((1, "Byn"), (2, "Laget")))
    blocks = [*on(1, one.document.blocks), *on(2, (Block("Obs!"), *two.document.blocks))]
    found = _read(blocks, template)
    assert [[u.text for u in s.unplaced] for s in found] == [[], ["Obs!"]]


def test_two_forms_in_a_file_of_a_mail_are_two_inspel(template: FormTemplate) -> None:
    post = Post(template)
    forms = [_form(template, n, "Byn").document.blocks for n in (1, 2)]
    found = post.inspel(post.mail(post.file("inspel.docx", *forms[0], *forms[1])))
    assert len(found) == 2
    assert {s.respondent.organisation for s in found} == {"Byn"}
    alone = interpret(Document.of("f" * 64, Method.TEXT, forms[1]), "x", [template])
    assert [a.text for a in found[1].answers] == [a.text for a in alone.answers]
