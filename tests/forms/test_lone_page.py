"""The form's own text on a lone picture of a page is no answer; in a letter it stands."""

import pytest

from inspel_app.domain.document import Block, Document, Method
from inspel_app.domain.form import FormTemplate
from inspel_app.forms.interpret import interpret
from tests.forms.test_loose_pages import drawn

SAID = "Bussen måste gå också på kvällarna."


@pytest.mark.parametrize("more", [slice(161, 162), slice(182, 183)])
def test_own_text_on_a_lone_page_is_no_answer(template: FormTemplate, more: slice) -> None:
    printed = [label.text for label in template.labels]
    texts = [*printed[more], SAID, *printed[162:163], printed[-1]]
    read = interpret(drawn("a.jpg", texts).document, "a.jpg", [template])
    assert [(answer.field, answer.text) for answer in read.answers] == [(None, SAID)]
    assert "sida-av-blankett" in [problem.code for problem in read.problems]
    assert read.unplaced == ()


def test_headings_in_a_scanned_or_written_letter_stand(template: FormTemplate) -> None:
    texts = [template.labels[162].text, SAID]
    letters = (drawn("a.jpg", texts).document, Document.of("f", Method.TEXT, map(Block, texts)))
    for document in letters:
        (answer,) = interpret(document, "a", [template]).answers
        assert answer.text == "\n".join(texts)
