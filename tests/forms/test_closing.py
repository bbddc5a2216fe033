"""What closes a form as a letter is closed is no answer to its last question."""

from random import Random

import pytest

from inspel_app.domain.document import Block, Cell, Document, Method
from inspel_app.domain.form import FormTemplate, Submission
from inspel_app.forms.interpret import interpret
from tests.forms.filling import Habits, below, fill


def _read(template: FormTemplate, blocks: list[Block]) -> Submission:
    return interpret(Document.of("f" * 64, Method.TEXT, blocks), "inspel.docx", [template])


def _form(template: FormTemplate) -> list[Block]:
    """A filled-in form whose last line is its last answer."""
    *form, _printed = fill(
        template, Random(3), Habits(writers=(below,), filled=1.0)
    ).document.blocks
    return form


@pytest.mark.parametrize(
    "lines",
    [
        ["Mvh"],
        ["Mvh\nSten"],
        ["Hälsningar regionen,", "Inez Forslund\nordförande", "070-000 00 00"],
        ["Med vänliga hälsningar från oss i byn", "Inez Forslund"],
        ["/Sten"],
        ["Vänligen", "Inez Forslund, ordförande"],
        ["Best regards,\nInez Forslund"],
        ["För styrelsen, Inez Forslund"],
        ["För styrelsen, N.N."],
        ["För styrelsen i Tallnäs byaförening\nInez Forslund, ordförande"],
        ["Granträsk den 4 juni 2025", "Inez Forslund"],
    ],
)
def test_a_closing_phrase_ends_the_last_answer(template: FormTemplate, lines: list[str]) -> None:
    form = _form(template)
    found = _read(template, [*form, *map(Block, lines)])
    assert [a.text for a in found.answers] == [a.text for a in _read(template, form).answers]
    listed = "\n".join(u.text for u in found.unplaced)
    assert "\n".join(lines) in listed


@pytest.mark.parametrize(
    "blocks",
    [
        [Block("Hälsningar till skolan är bra men vi vill ha mer.")],
        [Block("Vänligen beakta detta")],
        [Block("För kommunen och regionen")],
        [Block("För styrelsen är detta viktigt")],
        [Block("Umeå den 4 juni 2025"), Block("Mötet om bussar")],
        [Block("Mvh"), Block("Vi vill också ha fler bussar.")],
        [Block("Mvh", cell=Cell(0, 0, 0))],
    ],
)
def test_what_is_more_than_that_is_part_of_it(template: FormTemplate, blocks: list[Block]) -> None:
    *_others, last = _read(template, [*_form(template), *blocks]).answers
    assert last.text.endswith("\n".join(block.text for block in blocks))


def test_a_closing_phrase_before_a_question_stays(template: FormTemplate) -> None:
    form = _form(template)
    at = next(n for n, block in enumerate(form) if block.text.startswith("Inspel på En levande"))
    found = _read(template, [*form[:at], Block("Mvh"), *form[at:]])
    assert any(a.text.endswith("\nMvh") for a in found.answers)
