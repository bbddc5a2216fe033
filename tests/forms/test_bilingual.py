"""Forms whose questions stand in two languages."""

import re
from random import Random

import pytest

from inspel_app.domain.document import Block
from inspel_app.domain.form import FormTemplate, LabelKind
from tests.forms.filling import PLACEHOLDER, Habits, below, fill
from tests.forms.test_altered_forms import read
from tests.forms.test_interpret import fields

ENGLISH = {
    "Organisation": "Organization",
    "Kontaktperson": "Contact person",
    "Hur kan den sammanfattande analysen utvecklas (ange gärna källor)?": (
        "How can the summary be developed?"
    ),
    "Hur kan målformuleringen uppdateras utifrån den sammanfattande analysen?": (
        "How can the objective be updated?"
    ),
    "Hur kan identifierade behov utvecklas?": "How can the identified needs be developed?",
    "Hur kan listan över viktiga aktörer uppdateras?": "How can the list of actors be updated?",
    "Vad kan utvecklas i det här avsnittet?": "What can be developed in this section?",
}
PLAIN = ("Vi saknar ett mål om kollektivtrafik.", "Varför nämns inte vägarna?\nBygg fiber.")


@pytest.mark.parametrize("way", ["{} / {}", "{} ({})", "{}\n{}"])
def test_a_question_in_another_language_is_no_answer(template: FormTemplate, way: str) -> None:
    english = ENGLISH if "\n" not in way else {k: e for k, e in ENGLISH.items() if "?" in k}
    filling = fill(template, Random(7), Habits(answers=PLAIN, writers=(below,)))
    blocks = [
        Block(line)
        for block in filling.document.blocks
        for line in (
            way.format(block.text, english[block.text]).split("\n")
            if block.text in english
            else [block.text]
        )
    ]
    found = read(blocks, template)
    assert fields(found) == filling.truth
    assert len(found.unplaced) <= 2 * len(english)


def _english(text: str) -> str:
    """What stands for a printed text in the other language; a heading keeps its numbers."""
    known = ENGLISH | {"Vad kan utvecklas i det inledande avsnittet?": "What of the introduction?"}
    numbers = ", ".join(re.findall(r"\d+", text))
    return known.get(text, f"Heading for section {numbers}".strip())


@pytest.mark.parametrize("way", ["{} / {}", "{}\n{}", "{1} / {0}"])
@pytest.mark.parametrize("placeholders", [True, False])
def test_a_printed_text_is_no_answer_beside_its_translation(
    template: FormTemplate, way: str, *, placeholders: bool
) -> None:
    filling = fill(template, Random(7), Habits(answers=PLAIN, writers=(below,)))
    printed = {label.text for label in template.labels if label.kind is not LabelKind.OWN}
    blocks = [
        Block(line)
        for block in filling.document.blocks
        if placeholders or block.text != PLACEHOLDER
        for line in (
            way.format(_english(block.text), block.text).split("\n")
            if block.text in printed
            else [block.text]
        )
    ]
    assert fields(read(blocks, template)) == filling.truth


def test_the_same_answer_everywhere_is_an_answer(template: FormTemplate) -> None:
    asked = "Hur kan identifierade behov utvecklas?"
    said = "Varför frågar ni oss?"
    blocks = [
        Block(line)
        for label in template.labels
        for line in (
            [label.text, said if label.text == asked else PLACEHOLDER]
            if label.question
            else [label.text]
        )
    ]
    answers = [answer.text for answer in read(blocks, template).answers]
    assert set(answers) == {said}
    assert len(answers) > 10
