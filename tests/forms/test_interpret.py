"""Forms and letters are read as they were written."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspel_app.domain.document import Block, BlockKind, Box, Cell, Document, Line, Method, Role
from inspel_app.domain.form import ActorType, FormTemplate, LabelKind, Submission
from inspel_app.forms.interpret import interpret, reconsidered
from inspel_app.resources import load_form
from tests.forms.filling import (
    PLAIN,
    QUOTING,
    Filling,
    Habits,
    below,
    control_below,
    fill,
    inline_control,
)

FORM = load_form("vasterbotten-2025")


def read(filling: Filling) -> Submission:
    return interpret(filling.document, "inspel.docx", [FORM])


def fields(submission: Submission) -> dict[str, str]:
    """What was found, by field, the background too."""
    respondent = submission.respondent
    background = {
        "bakgrund.organisation": respondent.organisation,
        "bakgrund.avdelning": respondent.unit,
        "bakgrund.kontaktperson": respondent.contact,
        "bakgrund.epost": respondent.email,
    }
    found = {a.field: a.text for a in submission.answers if a.field}
    return found | {f: t for f, t in background.items() if t}


habits = st.builds(Habits, shuffled=st.booleans(), trimmed=st.booleans())


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), habits)
def test_every_answer_is_found_where_it_was_written(seed: int, how: Habits) -> None:
    filling = fill(FORM, Random(seed), how)
    assert fields(read(filling)) == filling.truth


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6))
def test_questions_quoted_in_an_answers_control_are_part_of_the_answer(seed: int) -> None:
    how = Habits(writers=(inline_control, control_below), answers=(*PLAIN, *QUOTING))
    filling = fill(FORM, Random(seed), how)
    assert fields(read(filling)) == filling.truth


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), habits)
def test_an_answer_is_the_text_at_its_places(seed: int, how: Habits) -> None:
    filling = fill(FORM, Random(seed), how)
    for answer in read(filling).answers:
        assert "\n".join(filling.document.at(p) for p in answer.parts) == answer.text


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), habits, st.sampled_from(["Obs! Nytt.", "Vi bytte ordförande."]))
def test_text_before_the_first_question_is_in_the_ledger(
    seed: int, how: Habits, stray: str
) -> None:
    filling = fill(FORM, Random(seed), how)
    blocks = (Block(stray), *filling.document.blocks)
    submission = interpret(Document.of("f" * 64, Method.TEXT, blocks), "inspel.docx", [FORM])
    assert [u.text for u in submission.unplaced] == [stray]
    assert "oplacerad-text" in {p.code for p in submission.problems}


def test_an_untouched_form_has_no_answers_and_nothing_unplaced(template: FormTemplate) -> None:
    submission = read(fill(template, Random(0), Habits(filled=0.0)))
    assert submission.form == "vasterbotten-2025"
    assert submission.answers == ()
    assert submission.unplaced == ()
    assert submission.problems == ()


def test_headers_and_page_numbers_are_no_answers(template: FormTemplate) -> None:
    filling = fill(template, Random(1), Habits(writers=(below,), filled=1.0))
    blocks = [
        b
        for block in filling.document.blocks
        for b in (block, Block("Sida 3 av 12", role=Role.FOOTER))
    ]
    submission = interpret(Document.of("f" * 64, Method.PDF, blocks), "inspel.pdf", [template])
    found = {f: t.replace("\n\n", "\n") for f, t in fields(submission).items()}
    assert found == {f: t.replace("\n\n", "\n") for f, t in filling.truth.items()}
    assert submission.unplaced == ()


def test_a_misread_form_is_still_found(template: FormTemplate) -> None:
    filling = fill(template, Random(2), Habits(writers=(below,), answers=("Bygg mer.",)))
    misread = [
        Block(b.text.replace("å", "a").replace("ö", "o").replace("rn", "m"))
        for b in filling.document.blocks
    ]
    submission = interpret(Document.of("f" * 64, Method.OCR, misread), "skannad.pdf", [template])
    said = {f for f in filling.truth if not f.startswith("bakgrund.")}
    assert {a.field for a in submission.answers} == said
    assert all(a.confidence <= 1 for a in submission.answers)


def test_ticked_boxes_answer_with_their_labels(template: FormTemplate) -> None:
    blocks = [
        Block("Övergripande inspel"),
        Block("Inledande frågor"),
        Block("Finns det några övergripande inspel?"),
        Block("☒ Ja"),
        Block("☐ Nej ☒ Kanske"),
        Block("I vilka sammanhang används strategin av dig/er idag?"),
        Block("Hur kan användningen av strategin utvecklas?"),
    ]
    submission = interpret(Document.of("f" * 64, Method.TEXT, blocks), "x.docx", [template])
    assert [(a.field, a.text) for a in submission.answers] == [
        ("overgripande.inspel", "Ja\nKanske")
    ]


def test_a_letter_is_one_answer_without_a_field(template: FormTemplate) -> None:
    text = (
        "Inspel från Malå kommun inför aktualiseringen\nDnr RUN 234–2025",
        "Bussen går för sällan.",
        "- Rusta banan.",
        "Med vänlig hälsning\nÅsa Ek\nasa.ek@mala.example",
    )
    kinds = (BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.PARAGRAPH)
    blocks = [Block(t, kind) for t, kind in zip(text, kinds, strict=True)]
    blocks.append(Block("Sidhuvud med logotyp", role=Role.HEADER))
    submission = interpret(Document.of("f" * 64, Method.TEXT, blocks), "brev.txt", [template])
    assert [(a.field, a.text) for a in submission.answers] == [(None, "\n".join(text))]
    assert [u.text for u in submission.unplaced] == ["Sidhuvud med logotyp"]
    assert submission.form is None
    assert submission.respondent.organisation == "Malå kommun"
    assert submission.respondent.type is ActorType.KOMMUN
    assert submission.respondent.municipality == "Malå"
    assert submission.respondent.email == "asa.ek@mala.example"
    assert submission.dnr == "RUN 234–2025"


@pytest.mark.parametrize("text", ["", "   \n"])
def test_a_document_without_text_has_no_answers(template: FormTemplate, text: str) -> None:
    submission = interpret(Document.of("f" * 64, Method.TEXT, [Block(text)]), "x.txt", [template])
    assert submission.answers == ()


def test_references_and_empty_phrases_are_told_from_content(template: FormTemplate) -> None:
    answers = {
        "1.2.behov": "Bygg ut fibern.",
        "1.3.behov": "Se svar 1.2",
        "2.2.behov": "Se ovan.",
        "3.2.behov": "Inget att tillägga.",
        "3.3.behov": "Bra som det är.",
    }
    blocks = [
        Block(label.text + (f" {answers[label.question]}" if label.question in answers else ""))
        for label in template.labels
    ]
    submission = interpret(Document.of("f" * 64, Method.TEXT, blocks), "x.docx", [template])
    found = {a.field: (a.content, a.refers_to) for a in submission.answers}
    assert found == {
        "1.2.behov": (True, ()),
        "1.3.behov": (False, ("1.2.behov",)),
        "2.2.behov": (False, ("1.2.behov",)),
        "3.2.behov": (False, ()),
        "3.3.behov": (True, ()),
    }


def test_footnotes_after_the_text_are_in_the_ledger_not_in_the_last_answer(
    template: FormTemplate,
) -> None:
    filling = fill(template, Random(3), Habits(writers=(below,), filled=1.0))
    note = Block("SCB, Befolkningsstatistik 2024.", role=Role.NOTE)
    answered = [b for b in filling.document.blocks if not b.text.startswith("Deadline")]
    document = Document.of("f" * 64, Method.TEXT, (*answered, note))
    submission = interpret(document, "x.docx", [template])
    assert fields(submission) == filling.truth
    assert [u.text for u in submission.unplaced] == [note.text]


def test_answers_below_a_row_of_questions_are_read_by_column(template: FormTemplate) -> None:
    rows = (
        ("Organisation", "Avdelning/enhet", "Kontaktperson", "Kontaktpersons e-post"),
        ("Storumans kommun", "", "Åsa Ek", "asa@exempel.example"),
    )
    table = [
        Block(text, cell=Cell(0, row, column))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    rest = [Block(label.text) for label in template.labels if label.text not in rows[0]]
    submission = interpret(Document.of("f" * 64, Method.TEXT, [*table, *rest]), "x", [template])
    assert fields(submission) == {
        "bakgrund.organisation": "Storumans kommun",
        "bakgrund.kontaktperson": "Åsa Ek",
        "bakgrund.epost": "asa@exempel.example",
    }
    assert submission.unplaced == ()


def test_a_table_in_an_answer_keeps_its_rows(template: FormTemplate) -> None:
    rows = [["Insats", "Kostnad"], ["Buss", "9 000 kr"]]
    asked = [q for q in template.questions if q.id.startswith("3.1.")]
    heading = next(x.text for x in template.labels if x.text == asked[0].heading)
    blocks = [Block(heading, kind=BlockKind.HEADING)]
    for row, question in enumerate(asked[:2]):
        blocks += [
            Block(question.text, cell=Cell(0, row, 0)),
            Block("Så här.", cell=Cell(0, row, 1)),
        ]
        blocks += [
            Block(text, cell=Cell(row + 1, n, column))
            for n, texts in enumerate(rows)
            for column, text in enumerate(texts)
        ]
    document = Document.of("0" * 64, Method.TEXT, blocks)
    found = interpret(document, "inspel.docx", [template])
    told = "Så här.\nInsats\tKostnad\nBuss\t9 000 kr"
    assert {a.field: a.text for a in found.answers} == {q.id: told for q in asked[:2]}
    assert [document.at(a.parts[0]) for a in found.answers] == [told, told]


def test_a_letterhead_in_a_table_tells_the_sender(template: FormTemplate) -> None:
    head = ["Umeå Kajaksällskap", "Datum 2025-06-03"]
    blocks = [Block(text, cell=Cell(0, 0, column)) for column, text in enumerate(head)]
    blocks += [Block("Vi vill ha fler leder längs älven."), Block("Kontakt: kajak@exempel.se")]
    letter = Document.of("0" * 64, Method.TEXT, blocks)
    found = interpret(letter, "brev.docx", [template])
    assert found.respondent.organisation == head[0]
    assert found.answers[0].text.startswith("\t".join(head) + "\n")


def test_a_name_above_the_questions_tells_who_a_form_without_background_is_from() -> None:
    texts = (
        "Konstkollektivet Norr",
        "Inspel på den regionala utvecklingsstrategin",
        "Inspel på Delprioritering 4.4 Hållbar konsumtion, inklusive energianvändning",
        "Hur kan den sammanfattande analysen utvecklas (ange gärna källor)?",
        "Lägg till återbruket.",
        "Hur kan identifierade behov utvecklas?",
        "Det behövs lokaler.",
    )
    document = Document.of("f" * 64, Method.TEXT, [Block(text) for text in texts])
    submission = interpret(document, "inspel.docx", [FORM])
    assert fields(submission)["bakgrund.organisation"] == "Konstkollektivet Norr"
    assert fields(submission)["4.4.behov"] == "Det behövs lokaler."


def test_a_corrected_answer_is_read_again_for_content_and_references(
    template: FormTemplate,
) -> None:
    blocks = []
    for label in template.labels:
        said = {"1.2.behov": "Bygg ut fibern.", "1.3.behov": "Se svax l.2"}.get(
            label.question or ""
        )
        blocks.append(Block(f"{label.text} {said}" if said else label.text))
    submission = interpret(Document.of("f" * 64, Method.TEXT, blocks), "x.docx", [template])
    (read,) = (a for a in submission.answers if a.field == "1.3.behov")
    assert (read.content, read.refers_to) == (True, ())
    now = reconsidered(replace(read, text="Se svar 1.2"), submission, template)
    assert (now.content, now.refers_to) == (False, ("1.2.behov",))
    letter = reconsidered(replace(read, field=None, text="Inget att tillägga."), submission, None)
    assert not letter.content


def test_a_letter_under_the_strategys_titles_that_tells_who_sends_it_is_no_form(
    template: FormTemplate,
) -> None:
    titles = [label for label in template.labels if label.kind is LabelKind.HEADING]
    (asks,) = (n for n in template.labels if n.question == "bakgrund.organisation")
    blocks = [Block(f"{asks.text} Malå kommun")]
    for title in titles:
        blocks += [Block(title.text), Block("Vi vill att bussarna går oftare i inlandet.")]
    found = interpret(Document.of("f" * 64, Method.TEXT, blocks), "x.docx", [template])
    assert found.form is None


def test_an_answer_keeps_what_its_writer_marked_as_headings() -> None:
    blocks = [Block("Resor", BlockKind.HEADING, level=1), Block(""), Block("Bussen går sällan.")]
    blocks += [Block("Vård", BlockKind.HEADING, level=2), Block("Det är långt dit.")]
    letter = interpret(Document.of("0" * 64, Method.TEXT, blocks), "brev.docx", [FORM])
    (answer,) = letter.answers
    assert [answer.text[start:end] for start, end in answer.headings] == ["Resor", "Vård"]
    assert replace(answer, text="Något annat", reading=answer.text).headings == []


def test_what_looks_as_a_heading_on_a_page_is_not_marked_as_one() -> None:
    line = Block("Resor", BlockKind.HEADING, level=1, lines=(Line(0, 5, 1, Box(0, 0, 50, 10)),))
    document = Document.of("0" * 64, Method.PDF, [line, Block("Bussen går sällan.")])
    assert interpret(document, "brev.pdf", [FORM]).answers[0].headings == []
