"""Forms that respondents or their programs have altered: nothing is lost, nothing made up."""

from random import Random

import pytest

from inspel_app.domain.document import Block, BlockKind, Cell, Control, Document, Method, Role
from inspel_app.domain.form import FormTemplate, LabelKind, Submission
from inspel_app.forms.interpret import interpret
from tests.forms.filling import PLAIN, Filling, Habits, below, fill, inline
from tests.forms.test_interpret import fields


def read(blocks: list[Block], template: FormTemplate) -> Submission:
    return interpret(Document.of("f" * 64, Method.TEXT, blocks), "inspel.docx", [template])


def altered(filling: Filling, template: FormTemplate, old: str, new: str) -> dict[str, str]:
    """What is found when the form's own texts are changed."""
    printed = {label.text for label in template.labels}
    blocks = [
        Block(b.text.replace(old, new) if b.text in printed else b.text)
        for b in filling.document.blocks
    ]
    return fields(read(blocks, template))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("utvecklas?", "utvecklask?"),
        ("utvecklas?", "utvecklas enligt er?"),
        ("utvecklas?", "utvecklas? (skriv här)"),
        ("uppdateras?", "uppdateras …"),
        ("Hur kan", "Fråga: Hur kan"),
        ("Hur kan", "12. Hur kan"),
        ("Hur kan", '"Hur kan'),
        ("identifierade", "identi-fierade"),
        (" s 2", ", sid 2"),
    ],
)
def test_a_reworded_question_keeps_its_answer_and_leaves_no_rest(
    template: FormTemplate, old: str, new: str
) -> None:
    filling = fill(template, Random(5), Habits(writers=(below,)))
    assert altered(filling, template, old, new) == filling.truth


@pytest.mark.parametrize("cut", ["Delprioritering", "code alone"])
def test_headings_cut_off_after_their_number_are_headings(template: FormTemplate, cut: str) -> None:
    filling = fill(template, Random(6), Habits(writers=(below,)))
    printed = {n.text for n in template.labels if n.kind is LabelKind.HEADING}

    def shortened(text: str) -> str:
        if text not in printed or "Delprioritering" not in text:
            return text
        kept = text.split(" ", 4)[:4]
        return " ".join(kept) if cut == "Delprioritering" else kept[-1]

    blocks = [Block(shortened(b.text)) for b in filling.document.blocks]
    assert fields(read(blocks, template)) == filling.truth


@pytest.mark.parametrize(
    "answer", ["Sid 12 Kartan bör göras om.", "S 22: siffrorna är gamla.", "s 12"]
)
def test_a_page_reference_at_the_beginning_of_an_answer_stays(
    template: FormTemplate, answer: str
) -> None:
    for writer in (inline, below):
        filling = fill(template, Random(7), Habits(writers=(writer,), answers=(answer,)))
        assert fields(read(list(filling.document.blocks), template)) == filling.truth


def test_text_in_a_control_still_marked_as_untouched_is_an_answer(template: FormTemplate) -> None:
    blocks = []
    for number, label in enumerate(template.labels):
        blocks.append(Block(label.text))
        if label.question is not None:
            said = f"Svar nummer {number}." if number % 2 else "Klicka för att skriva"
            mark = Control(0, len(said), number, placeholder=True)
            blocks.append(Block(said, controls=(mark,)))
    found = fields(read(blocks, template))
    assert len(found) == sum(1 for n, x in enumerate(template.labels) if x.question and n % 2)
    assert all(text.startswith("Svar nummer") for text in found.values())


def test_a_letter_with_a_contact_block_is_no_form(template: FormTemplate) -> None:
    lines = ["Organisation: Byns förening", "Kontaktperson: Åsa Ek", "E-post: asa@ek.example"]
    letter = ["Vi vill ha fler bussar.", "Vi vill ha bättre vägar."]
    submission = read([Block(text) for text in (*lines, *letter)], template)
    assert submission.form is None
    assert letter[0] in submission.answers[0].text
    assert submission.respondent.email == "asa@ek.example"


@pytest.mark.parametrize("heading", [True, False])
def test_a_form_cut_down_to_one_question_under_its_heading_is_a_form(
    template: FormTemplate, *, heading: bool
) -> None:
    title = "Inspel på Delprioritering 3.3 Hållbar mobilitet"
    lines = ["Organisation", "Byns förening", "Kontaktperson", "Siv Ek", *[title] * heading]
    lines += ["Hur kan identifierade behov utvecklas?", "Fler bussar."]
    submission = read([Block(line) for line in lines], template)
    assert (submission.form is not None) is heading
    if heading:
        assert [(a.field, a.text) for a in submission.answers] == [("3.3.behov", "Fler bussar.")]
        assert submission.respondent.organisation == "Byns förening"


def test_what_follows_a_background_field_is_not_part_of_it(template: FormTemplate) -> None:
    filling = fill(template, Random(8), Habits(writers=(below,), filled=1.0))
    blocks = list(filling.document.blocks)
    at = next(n for n, b in enumerate(blocks) if b.text == filling.truth["bakgrund.epost"])
    while blocks[at + 1].text in filling.truth.values():
        at += 1
    blocks.insert(at + 1, Block("Vi skriver detta å hela byns vägnar."))
    submission = read(blocks, template)
    assert fields(submission) == filling.truth
    assert [u.text for u in submission.unplaced] == ["Vi skriver detta å hela byns vägnar."]


def test_a_table_of_actors_in_an_answer_is_not_the_sender(template: FormTemplate) -> None:
    rows = (("Organisation", "Kontaktperson", "E-post"), ("Visit X", "Ola Al", "ola@al.example"))
    table = [
        Block(text, cell=Cell(0, row, column))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    blocks = []
    for label in template.labels:
        blocks.append(Block(label.text))
        if label.question == "bakgrund.organisation":
            blocks.append(Block("Byns förening"))
        if label.question == "1.1.aktorer":
            blocks += [Block("Lägg till dessa:"), *table]
    submission = read(blocks, template)
    assert submission.respondent.organisation == "Byns förening"
    assert submission.respondent.email == ""
    assert "ola@al.example" in submission.answers[0].text


@pytest.mark.parametrize(
    "text",
    ["350", "2025", "öppen och transparent", "Stryk: Viktiga aktörer inkluderar arbetsgivare"],
)
def test_the_forms_own_words_used_by_a_respondent_are_in_the_ledger(
    template: FormTemplate, text: str
) -> None:
    blocks = [Block(label.text) for label in template.labels]
    at = next(n for n, b in enumerate(blocks) if b.text.startswith("Prioritering 2"))
    submission = read([*blocks[: at + 1], Block(text), *blocks[at + 1 :]], template)
    assert [u.text for u in submission.unplaced] == [text]


def test_the_forms_own_text_with_other_names_is_not_in_the_ledger(template: FormTemplate) -> None:
    blocks = [
        Block(
            label.text.replace("Förnamn Efternamn", "Märta Lövgren").replace(
                "fornamn.efternamn@", "marta.lovgren@"
            )
        )
        for label in template.labels
    ]
    assert read(blocks, template).unplaced == ()


def test_the_forms_own_words_in_the_margin_are_not_in_the_ledger(template: FormTemplate) -> None:
    margin = Block("RUS-aktualisering 2025–26, mall för inspel", role=Role.HEADER)
    submission = read([*(Block(label.text) for label in template.labels), margin], template)
    assert submission.unplaced == ()


def test_questions_copied_twice_with_nothing_between_are_asked_once(
    template: FormTemplate,
) -> None:
    filling = fill(template, Random(9), Habits(writers=(below,)))
    printed = {n.text for n in template.labels if n.kind is LabelKind.QUESTION and len(n.text) > 30}
    rng = Random(9)
    blocks = [
        copy
        for b in filling.document.blocks
        for copy in [b] * (2 if b.text in printed and rng.random() < 0.5 else 1)
    ]
    assert fields(read(blocks, template)) == filling.truth


def test_an_answer_that_begins_with_its_questions_word_is_whole(template: FormTemplate) -> None:
    blocks = []
    for label in template.labels:
        blocks.append(Block(label.text))
        if label.question == "bakgrund.avdelning":
            blocks.append(Block("Avdelningen för regionala analyser"))
    assert read(blocks, template).respondent.unit == "Avdelningen för regionala analyser"


@pytest.mark.parametrize("left", ["Klicka för att skriv", "Klicka för att", "Klicka", "skriva"])
@pytest.mark.parametrize("said", ["", "Vi vill ha fler bussar."])
def test_what_is_left_of_a_placeholder_is_no_answer(
    template: FormTemplate, left: str, said: str
) -> None:
    blocks = []
    for label in template.labels:
        blocks.append(Block(label.text))
        if label.question == "3.3.behov":
            blocks.append(Block(f"{left} {said}".strip()))
    submission = read(blocks, template)
    found = said if left != "skriva" else f"{left} {said}" * bool(said)
    assert fields(submission) == ({"3.3.behov": found} if found else {})
    assert submission.unplaced == ()


@pytest.mark.parametrize("said", ["Klicka för mer på kartan.", "Välj Umeå.", "Klickande", "Välj"])
def test_an_answer_that_begins_like_a_placeholder_is_whole(
    template: FormTemplate, said: str
) -> None:
    blocks = []
    for label in template.labels:
        blocks.append(Block(label.text))
        if label.question == "3.3.behov":
            blocks.append(Block(said))
    assert fields(read(blocks, template)) == {"3.3.behov": said}


def test_numbers_of_chapters_before_the_forms_texts_belong_to_them(template: FormTemplate) -> None:
    filling = fill(template, Random(9), Habits(writers=(below,)))
    printed = {n.text for n in template.labels if n.kind is not LabelKind.OWN}
    blocks = [
        Block(f"{n // 9 + 1}.{n % 9}.1 {b.text}" if b.text in printed else b.text)
        for n, b in enumerate(filling.document.blocks)
    ]
    submission = read(blocks, template)
    assert fields(submission) == filling.truth
    assert submission.unplaced == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Inspel på Delprioritering", "Våra synpunkter på delprio"),
        ("Inspel på Delprioritering", "Input on sub-priority"),
        ("Inspel på Inledning prioritering", "Synpunkter på prioritering"),
        ("Prioritering", "Prio"),
    ],
)
def test_headings_that_were_changed_are_part_of_no_answer(
    template: FormTemplate, old: str, new: str
) -> None:
    filling = fill(template, Random(10), Habits(writers=(below,), answers=PLAIN[:3]))
    found = altered(filling, template, old, new)
    assert found == filling.truth


def test_a_heading_in_other_words_is_in_the_ledger_if_it_is_marked_as_one(
    template: FormTemplate,
) -> None:
    filling = fill(template, Random(10), Habits(writers=(below,), answers=PLAIN[:3]))
    changed = next(x.text for x in template.labels if "Delprioritering 3.3" in x.text)
    title = Block("Om resande", kind=BlockKind.HEADING, level=2)
    blocks = [title if b.text == changed else b for b in filling.document.blocks]
    submission = read(blocks, template)
    assert fields(submission) == filling.truth
    assert [u.text for u in submission.unplaced] == [title.text]


def test_a_sentence_that_ends_with_a_headings_words_stays_in_the_answer(
    template: FormTemplate,
) -> None:
    answers = ("Samma som under Delprioritering 1.2 Digitalisering och nya lösningar",)
    filling = fill(template, Random(11), Habits(writers=(below,), answers=answers))
    assert fields(read(list(filling.document.blocks), template)) == filling.truth


def test_two_filled_in_forms_in_one_file_are_doubted(template: FormTemplate) -> None:
    first, second = (
        fill(template, Random(n), Habits(writers=(below,), filled=0.8)) for n in (1, 2)
    )
    submission = read([*first.document.blocks, *second.document.blocks], template)
    assert "fraga-tva-ganger" in {p.code for p in submission.problems}


def test_numbers_in_a_column_of_their_own_are_no_answers(template: FormTemplate) -> None:
    blocks, truth = [], {}
    for row, label in enumerate(template.labels):
        if label.question is None or label.question.startswith("bakgrund."):
            blocks.append(Block(label.text))
            continue
        answer = "350" if row % 3 == 0 else ""
        texts = (str(row), label.text, answer)
        blocks += [Block(text, cell=Cell(row, 0, column)) for column, text in enumerate(texts)]
        if answer:
            truth[label.question] = answer
    assert fields(read(blocks, template)) == truth


def test_a_heading_repeated_before_each_question_is_a_heading(template: FormTemplate) -> None:
    blocks, truth = [], {}
    for number, label in enumerate(template.labels):
        if label.question and label.parent is not None and label.question[0].isdigit():
            blocks.append(Block(template.labels[label.parent].text))
            blocks.append(Block(label.text))
            if number % 2:
                truth[label.question] = f"Svar nummer {number}."
                blocks.append(Block(truth[label.question]))
        elif label.kind is not LabelKind.HEADING:
            blocks.append(Block(label.text))
    assert fields(read(blocks, template)) == truth


def test_a_title_in_the_middle_of_joined_lines_is_no_answer(template: FormTemplate) -> None:
    labels = template.labels
    at = next(n for n, label in enumerate(labels) if label.text.startswith("Prioritering 2: "))
    asked = max(n for n, label in enumerate(labels[: at - 1]) if label.question)
    answer = f"Se {labels[at].text} där detta står."
    texts = [label.text for label in labels]
    texts[at - 1 : at + 2] = [" ".join(texts[at - 1 : at + 2])]
    texts.insert(asked + 1, answer)
    found = read([Block(text) for text in texts], template)
    assert fields(found) == {labels[asked].question: answer}
    assert found.unplaced == ()
