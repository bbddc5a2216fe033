"""Comments at a question are its answer where nothing else is."""

import pytest

from inspel_app.domain.document import Block, Document, Method, Role
from inspel_app.domain.form import FormTemplate
from inspel_app.forms.interpret import interpret

ASKED = "1.1.analys"
OTHER = "1.1.behov"


@pytest.mark.parametrize("is_under", [False, True])
def test_a_comment_is_the_answer_to_a_question_without_one(
    template: FormTemplate, *, is_under: bool
) -> None:
    blocks: list[Block] = []
    for label in template.labels:
        keys = {ASKED: ("1", "3"), OTHER: ("2",)}.get(label.question or "", ())
        answer = "Svaret står här." if label.question == OTHER else template.placeholders[0]
        blocks.append(Block(label.text, comments=() if is_under else keys))
        blocks += [Block(answer, comments=keys if is_under else ())] if label.question else []
    said = ("Fler bussar.", "Och tåg.", "Stämmer det?", "Lösryckt.")
    notes = zip(said, ("1", "3", "2", ""), strict=True)
    blocks += [Block(text, role=Role.COMMENT, comment=key) for text, key in notes]
    document = Document.of("0" * 64, Method.TEXT, blocks)
    found = interpret(document, "inspel.docx", [template])
    answers = {a.field: a for a in found.answers}
    assert {f: a.text for f, a in answers.items()} == {
        ASKED: "Fler bussar.\nOch tåg.",
        OTHER: "Svaret står här.",
    }
    assert answers[ASKED].confidence <= 0.5 < answers[OTHER].confidence
    assert [document.at(part) for part in answers[ASKED].parts] == ["Fler bussar.", "Och tåg."]
    assert [line.text for line in found.unplaced] == ["Stämmer det?", "Lösryckt."]
    assert "svar-i-kommentar" in {problem.code for problem in found.problems}
