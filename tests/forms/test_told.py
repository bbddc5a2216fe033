"""Text outside the fields of which a doubt of the file's own tells: it is doubted once."""

import pytest

from inspel_app.domain.document import Block, Document, Method, Role
from inspel_app.domain.form import FormTemplate, Submission
from inspel_app.forms.interpret import interpret
from tests.reading.word_files import p, r, read

DELETED = '<w:del w:id="1"><w:r><w:delText>Vi ångrade oss.</w:delText></w:r></w:del>'
LETTER = "Vi vill ha fler bussar."


def codes(submission: Submission) -> list[str]:
    return [problem.code for problem in submission.problems]


def as_form(template: FormTemplate, *extra: Block) -> Submission:
    written = {"1.1.analys": LETTER}
    lines = ((label.text, written.get(label.question or "", "")) for label in template.labels)
    blocks = [*(Block(n) for line in lines for n in line if n), *extra]
    return interpret(Document.of("f" * 64, Method.TEXT, blocks), "a.docx", [template])


@pytest.mark.parametrize("told", [True, False])
def test_text_that_is_told_of_is_listed_and_not_counted_again(
    template: FormTemplate,
    *,
    told: bool,
) -> None:
    inspel = as_form(template, Block("Borta.", role=Role.STRAY, told=told))
    assert [line.text for line in inspel.unplaced] == ["Borta."]
    assert codes(inspel) == ([] if told else ["oplacerad-text"])


def test_only_what_is_not_told_of_is_counted(template: FormTemplate) -> None:
    gone = Block("Borta.", role=Role.STRAY, told=True)
    hidden = Block("Dolt.", role=Role.STRAY)
    inspel = as_form(template, gone, hidden, gone)
    assert [line.text for line in inspel.unplaced] == ["Borta.", "Dolt.", "Borta."]
    assert ["1 st" in problem.message for problem in inspel.problems] == [True]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (DELETED, "borttagen-text"),
        (r("Vi ångrade oss.", "<w:strike/>"), "struken-text"),
    ],
)
def test_what_was_deleted_in_a_word_file_is_told_once(
    template: FormTemplate, body: str, code: str
) -> None:
    document = read(p(r(LETTER)) + p(r("Tack. ") + body))
    letter = interpret(document, "brev.docx", [template])
    assert codes(letter) == [code]
    assert [line.text for line in letter.unplaced] == ["Vi ångrade oss."]
