"""What respondents write after the form under headings of their own is no answer to it."""

from dataclasses import replace
from random import Random

import pytest

from inspel_app.domain.document import Block, BlockKind, Document, Method
from inspel_app.domain.form import FormTemplate, Submission
from inspel_app.forms.interpret import interpret
from tests.forms.filling import Habits, below, fill


def _read(template: FormTemplate, blocks: list[Block]) -> Submission:
    return interpret(Document.of("f" * 64, Method.TEXT, blocks), "inspel.docx", [template])


def _form(template: FormTemplate) -> list[Block]:
    return list(fill(template, Random(3), Habits(writers=(below,), filled=1.0)).document.blocks)


def _title(text: str, level: int) -> Block:
    return Block(text, kind=BlockKind.HEADING, level=level)


MORE = [Block("Ortnamn ska synas på samiska."), _title("Bilaga", 1), Block("Tal för alla byar.")]


def test_a_section_of_their_own_after_the_form_is_an_answer_to_no_question(
    template: FormTemplate,
) -> None:
    form = _form(template)
    submission = _read(template, [*form, _title("Övrigt", 1), *MORE])
    *answers, last = submission.answers
    assert [a.text for a in answers] == [a.text for a in _read(template, form).answers]
    assert last.field is None
    assert last.text.splitlines() == ["Övrigt", *(b.text for b in MORE)]
    assert [p.code for p in submission.problems] == ["text-efter-blanketten"]


@pytest.mark.parametrize("level", [2, 3])
def test_a_lower_heading_is_part_of_the_last_answer(template: FormTemplate, level: int) -> None:
    *form, printed = _form(template)
    submission = _read(template, [*form, _title("Våra skäl", level), MORE[0], printed])
    assert submission.answers[-1].field is not None
    assert submission.answers[-1].text.endswith("Våra skäl\nOrtnamn ska synas på samiska.")


def test_a_heading_before_further_questions_is_part_of_the_answer(template: FormTemplate) -> None:
    form = _form(template)
    middle = next(n for n, b in enumerate(form) if b.text.startswith("Inspel på Delprioritering 2"))
    own = [_title("Våra skäl", 1), MORE[0]]
    submission = _read(template, [*form[:middle], *own, *form[middle:]])
    assert all(a.field is not None for a in submission.answers)
    assert any("Våra skäl" in a.text for a in submission.answers)


def test_the_forms_own_headings_tell_how_high_a_section_of_their_own_stands(
    template: FormTemplate,
) -> None:
    form = [
        replace(b, kind=BlockKind.HEADING, level=2) if b.text.startswith("Inspel på") else b
        for b in _form(template)
    ]
    submission = _read(template, [*form, _title("Övrigt", 2), MORE[0]])
    assert submission.answers[-1].field is None


def test_the_senders_of_two_forms_in_one_file_are_not_joined(template: FormTemplate) -> None:
    form = _form(template)
    at = next(n for n, b in enumerate(form) if b.text == "Organisation") + 1
    one, two = ([*form[:at], Block(name), *form[at + 1 :]] for name in ("Byn", "Laget"))
    submission = _read(template, [*one, *two])
    assert submission.respondent.organisation == "Byn"
    assert "Laget" in [u.text for u in submission.unplaced]
    assert "fraga-tva-ganger" in [p.code for p in submission.problems]


def test_headings_without_their_questions_are_doubted(template: FormTemplate) -> None:
    titles = [x.text for x in template.labels if x.question is None and x.text[:6] == "Inspel"]
    blocks = [Block(text) for title in titles for text in (title, "Rusta vägen.")]
    submission = _read(template, blocks)
    assert submission.form is None
    assert [p.code for p in submission.problems] == ["fragor-saknas"]
    assert _read(template, blocks[:4]).problems == ()
