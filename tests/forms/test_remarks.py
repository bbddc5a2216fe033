"""Comments at a question are its answer where nothing else is; notes belong to their fields."""

import pytest

from inspel_app.domain.document import Block, Document, Method, Role
from inspel_app.domain.form import FormTemplate, Submission
from inspel_app.forms.interpret import interpret
from tests.reading.word_files import p, r, read, xml

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
    assert all(line.withdrawn for line in found.unplaced)
    assert "svar-i-kommentar" in {problem.code for problem in found.problems}


def _with_notes(
    template: FormTemplate, answer: str, *notes: tuple[str, str], question: str = ASKED
) -> Submission:
    """A form with an answer (nothing for "") that leads to the notes, each with its key."""
    keys = tuple(key for key, _text in notes)
    blocks: list[Block] = []
    for label in template.labels:
        blocks.append(Block(label.text))
        if label.question == question:
            blocks.append(Block(answer, comments=keys))
    blocks += [Block(text, role=Role.NOTE, comment=key) for key, text in notes if key]
    document = Document.of("0" * 64, Method.TEXT, blocks)
    return interpret(document, "inspel.docx", [template])


@pytest.mark.parametrize("answer", ["", "Se fotnot.", "Vi vill ha bussar."])
def test_what_stands_in_notes_belongs_to_the_field_that_leads_to_them(
    template: FormTemplate, answer: str
) -> None:
    notes = (("footnote:2", "Det behövs på helgen."), ("endnote:2", "Nattbuss är viktigt."))
    found = _with_notes(template, answer, *notes)
    written = "\n".join(filter(None, (answer, "Det behövs på helgen.", "Nattbuss är viktigt.")))
    assert [(a.field, a.text, a.content) for a in found.answers] == [(ASKED, written, True)]
    assert [problem.code for problem in found.problems] == ["svar-i-not"]
    assert template.name_of(ASKED) in found.problems[0].message
    assert not found.unplaced


def test_a_source_beside_an_answer_is_no_part_of_it(template: FormTemplate) -> None:
    found = _with_notes(template, "Vi vill ha bussar.", ("footnote:2", "SCB, Resor 2023, s. 4."))
    assert [a.text for a in found.answers] == ["Vi vill ha bussar."]
    assert [line.text for line in found.unplaced] == ["SCB, Resor 2023, s. 4."]


def test_what_stands_in_a_note_alone_is_the_answer(template: FormTemplate) -> None:
    found = _with_notes(template, "Se fotnot 1", ("footnote:2", "Fler turer."))
    assert [a.text for a in found.answers] == ["Se fotnot 1\nFler turer."]


def test_a_note_to_which_no_field_leads_is_listed(template: FormTemplate) -> None:
    found = _with_notes(template, "Vi vill ha bussar.", ("", ""))
    blocks = (Block("Lösryckt.", role=Role.NOTE, comment="footnote:9"),)
    assert [a.text for a in found.answers] == ["Vi vill ha bussar."]
    lines = [Block(label.text) for label in template.labels]
    document = Document.of("0" * 64, Method.TEXT, [*lines, *blocks])
    alone = interpret(document, "inspel.docx", [template])
    assert not alone.answers
    assert [line.text for line in alone.unplaced] == ["Lösryckt."]


def test_a_note_about_the_sender_is_no_part_of_a_name(template: FormTemplate) -> None:
    found = _with_notes(
        template,
        "Malå kommun",
        ("footnote:2", "Beslutat 3 juni."),
        question="bakgrund.organisation",
    )
    assert found.respondent.organisation == "Malå kommun"
    assert [line.text for line in found.unplaced] == ["Beslutat 3 juni."]


def test_notes_of_a_word_file_are_read_where_their_marks_stand(template: FormTemplate) -> None:
    body = ""
    for label in template.labels:
        body += p(r(label.text))
        if label.question == ASKED:
            body += p('<w:r><w:footnoteReference w:id="2"/></w:r>')
        if label.question == OTHER:
            body += p(r("Nattåg. ") + '<w:r><w:endnoteReference w:id="2"/></w:r>')
    rule = '<w:footnote w:id="0" w:type="separator">' + p("<w:r><w:separator/></w:r>")
    note = p("<w:r><w:footnoteRef/></w:r>" + r(" Fler turer.")) + p(r("Också på helgen."))
    other = {
        "footnotes.xml": xml(
            "w:footnotes", f'{rule}</w:footnote><w:footnote w:id="2">{note}</w:footnote>'
        ),
        "endnotes.xml": xml(
            "w:endnotes", f'<w:endnote w:id="2">{p(r("Vi vill hela vägen."))}</w:endnote>'
        ),
    }
    found = interpret(read(body, other=other), "inspel.docx", [template])
    assert {a.field: a.text for a in found.answers} == {
        ASKED: "Fler turer.\nOckså på helgen.",
        OTHER: "Nattåg.\nVi vill hela vägen.",
    }
    assert not found.unplaced
