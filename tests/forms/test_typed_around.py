"""What people and programs type around the form's questions: numbers, marks, prompts."""

from collections.abc import Callable
from random import Random

import pytest

from inspel_app.domain.document import Block, Cell
from inspel_app.domain.form import FormTemplate, Label
from tests.forms.filling import Habits, below, fill
from tests.forms.test_altered_forms import read
from tests.forms.test_interpret import fields

PLAIN = ("Vi saknar ett mål om kollektivtrafik.", "Bygg ut fibern.\nRusta vägen.")


def _roman(number: int) -> str:
    """The number, below 40."""
    return (
        "X" * (number // 10)
        + (["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][number % 10])
    )


LEADS: dict[str, Callable[[int], str]] = {
    "letters": lambda n: "abcdefghijklmnopqrstuvwxyz"[n % 26] * (n // 26 % 5 + 1) + ". ",
    "roman": lambda n: _roman(n % 39 + 1) + ". ",
    "in brackets": lambda n: f"({_roman(n % 39 + 1).lower()}) ",
    "asked": lambda _n: "F: ",
    "asked by number": lambda n: f"Q{n}: ",
}


@pytest.mark.parametrize("lead", LEADS)
def test_what_numbers_or_announces_a_question_is_part_of_it(
    template: FormTemplate, lead: str
) -> None:
    filling = fill(template, Random(3), Habits(answers=PLAIN, writers=(below,)))
    asked = {label.text for label in template.labels if label.question}
    blocks = [
        Block(f"{LEADS[lead](n)}{b.text}" if b.text in asked else b.text)
        for n, b in enumerate(filling.document.blocks)
    ]
    found = read(blocks, template)
    assert fields(found) == filling.truth
    assert found.unplaced == ()


@pytest.mark.parametrize("sign", ["; ", ": ", "\t"])
def test_a_sign_between_a_question_and_its_answer_is_no_answer(
    template: FormTemplate, sign: str
) -> None:
    filling = fill(template, Random(4), Habits(answers=PLAIN[:1], writers=(below,)))
    answers = [filling.truth.get(label.question or "", "") for label in template.labels]
    blocks = [
        Block(f"{label.text}{sign}{answer}" if label.question else label.text)
        for label, answer in zip(template.labels, answers, strict=True)
    ]
    assert fields(read(blocks, template)) == filling.truth


def _with_answers(template: FormTemplate, said: dict[str, str], empty: str = "") -> list[Block]:
    """The form with a line after each question."""

    def after(label: Label) -> list[Block]:
        text = said.get(label.question or "", empty if label.question else "")
        return [Block(text)] if text else []

    return [block for label in template.labels for block in (Block(label.text), *after(label))]


@pytest.mark.parametrize("mark", ["Svar: ", "SVAR: ", "Vårt svar: "])
def test_what_announces_an_answer_is_neither_answer_nor_unplaced(
    template: FormTemplate, mark: str
) -> None:
    found = read(_with_answers(template, {"3.3.behov": f"{mark}Fler bussar."}), template)
    assert fields(found) == {"3.3.behov": "Fler bussar."}
    assert found.unplaced == ()


@pytest.mark.parametrize(
    "prompt", ["Skriv här...", "[Fyll i ert svar här]", "Skriv ert svar:", "_____"]
)
def test_the_prompt_of_a_changed_form_is_no_answer(template: FormTemplate, prompt: str) -> None:
    found = read(_with_answers(template, {"3.3.behov": "Fler bussar."}, prompt), template)
    assert fields(found) == {"3.3.behov": "Fler bussar."}
    assert found.unplaced == ()


def test_an_answer_that_reads_like_a_prompt_is_an_answer(template: FormTemplate) -> None:
    said = {"3.3.behov": "Skriv om kollektivtrafiken i inlandet", "3.3.mal": "Skriv om målet"}
    assert fields(read(_with_answers(template, said), template)) == said


def test_the_heads_of_columns_are_not_in_the_ledger(template: FormTemplate) -> None:
    blocks = [Block("Fråga", cell=Cell(0, 0, 0)), Block("Svar", cell=Cell(0, 0, 1))]
    for row, label in enumerate(template.labels, 1):
        answer = "Fler bussar." if label.question == "3.3.behov" else ""
        blocks += [Block(label.text, cell=Cell(0, row, 0)), Block(answer, cell=Cell(0, row, 1))]
    found = read(blocks, template)
    assert fields(found) == {"3.3.behov": "Fler bussar."}
    assert found.unplaced == ()


def test_facts_of_the_sender_on_one_line_are_read_without_their_commas(
    template: FormTemplate,
) -> None:
    line = "Organisation: Byalaget, Avdelning/enhet: Styrelsen; Kontaktperson: Åsa Ek"
    blocks = [
        Block(line if label.question == "bakgrund.organisation" else label.text)
        for label in template.labels
        if label.question not in {"bakgrund.avdelning", "bakgrund.kontaktperson"}
    ]
    who = read(blocks, template).respondent
    assert (who.organisation, who.unit, who.contact) == ("Byalaget", "Styrelsen", "Åsa Ek")
