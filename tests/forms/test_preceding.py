"""Answers that stand before their questions are read so only where all of them do."""

from collections.abc import Mapping

import pytest

from inspel_app.domain.document import Block, Cell, Document, Method
from inspel_app.domain.form import FormTemplate, Submission
from inspel_app.forms.interpret import interpret

WRITTEN = {
    "1.1.analys": "Fler bostäder i byarna.",
    "1.1.behov": "Bussar till kusten.",
    "2.1.analys": "Gruvan har öppnat igen.",
    "3.1.analys": "Tåget stannar inte här.",
    "3.2.aktorer": "Byalagen längs älven.",
}


def _read(
    template: FormTemplate, before: Mapping[str, str], after: Mapping[str, str], *, cells: bool
) -> Submission:
    blocks = []
    for row, label in enumerate(template.labels):
        texts = (before.get(label.question or ""), label.text, after.get(label.question or ""))
        blocks += [
            Block(text, cell=Cell(0, row, column) if cells else None)
            for column, text in enumerate(texts)
            if text
        ]
    document = Document.of("0" * 64, Method.TEXT, blocks)
    return interpret(document, "inspel.docx", [template])


def _codes(submission: Submission) -> set[str]:
    return {problem.code for problem in submission.problems}


@pytest.mark.parametrize("cells", [False, True])
def test_answers_before_their_questions_are_theirs_with_a_doubt(
    template: FormTemplate, *, cells: bool
) -> None:
    background = {"bakgrund.organisation": "Malå kommun"}
    found = _read(template, WRITTEN, background, cells=cells)
    assert {a.field: a.text for a in found.answers} == WRITTEN
    assert found.respondent.organisation == "Malå kommun"
    assert {"svar-fore-fragan", "falt-osakert"} <= _codes(found)
    assert all(answer.confidence <= 0.5 for answer in found.answers)
    assert found.unplaced == ()


def test_text_under_headings_is_no_answer_where_a_last_question_is_answered(
    template: FormTemplate,
) -> None:
    answered = {"3.2.aktorer": WRITTEN["3.2.aktorer"]}
    above = {field: text for field, text in WRITTEN.items() if field.endswith("analys")}
    found = _read(template, above, answered, cells=False)
    assert {a.field: a.text for a in found.answers} == answered
    assert "svar-fore-fragan" not in _codes(found)
    assert [line.text for line in found.unplaced] == list(above.values())
