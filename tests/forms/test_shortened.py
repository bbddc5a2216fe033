"""Questions that were deleted or shortened: what stands under their headings finds its place."""

import re
from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspel_app.domain.document import Block, Document, Method
from inspel_app.domain.form import FormTemplate, Label, Submission
from inspel_app.forms.interpret import interpret
from tests.forms.filling import PLAIN, Habits, below, fill
from tests.forms.test_interpret import fields

TITLES = {
    "analys": "Analys",
    "mal": "Mål",
    "behov": "Identifierade behov",
    "aktorer": "Aktörer",
    "inledning": "Inledning",
    "vagen-framat": "Vägen framåt",
}
QUESTIONS = {
    "analys": "Hur kan analysen utvecklas?",
    "mal": "Hur kan målet skrivas om?",
    "behov": "Vilka behov finns?",
    "aktorer": "Vilka aktörer saknas?",
    "inledning": "Vad kan utvecklas i inledningen?",
    "vagen-framat": "Vad kan utvecklas?",
}

OWN_WORDS = ("bredband", "fossilfritt", "gävleborg", "nya", "inte", "målkonflikt", "2030")
ASKING = ("mål", "målet", "behov", "analys", "aktörer", "vilka", "hur", "saknas", "behövs", "vi")
LINES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "- ", "1) "]),
    st.lists(st.sampled_from(OWN_WORDS + ASKING), min_size=1, max_size=6)
    .map(" ".join)
    .map(str.capitalize),
    st.sampled_from(["", ":", "?", " –", ".", ": inte nya", "? inte nya", " - nya"]),
)


def _read(template: FormTemplate, blocks: list[Block]) -> Submission:
    return interpret(Document.of("f" * 64, Method.TEXT, blocks), "inspel.docx", [template])


def _aspect(template: FormTemplate, label: Label) -> str | None:
    return template.question(label.question).aspect if label.question else None


@pytest.mark.parametrize(
    ("names", "mark"),
    [(TITLES, ":"), (TITLES, ":\n"), (TITLES, " –"), (TITLES, "\n"), (QUESTIONS, "")],
)
def test_short_questions_are_told_by_the_aspect_that_they_name(
    template: FormTemplate, names: dict[str, str], mark: str
) -> None:
    filling = fill(template, Random(2), Habits(writers=(below,), answers=PLAIN[:3]))
    blocks = []
    for label in template.labels:
        said = filling.truth.get(label.question or "", "")
        aspect = _aspect(template, label)
        if aspect is None:
            blocks += [Block(label.text), Block(said)]
        elif said:
            blocks += [Block(line) for line in f"{names[aspect]}{mark} {said}".split("\n")]
    submission = _read(template, blocks)
    assert fields(submission) == filling.truth
    assert "falt-osakert" in {p.code for p in submission.problems}


def test_two_questions_answered_together_stand_in_the_first(template: FormTemplate) -> None:
    blocks = []
    for label in template.labels:
        if label.question == "1.2.analys":
            blocks.append(Block("Analys och mål: Skriv om båda."))
        elif label.question != "1.2.mal":
            blocks.append(Block(label.text))
    assert fields(_read(template, blocks)) == {"1.2.analys": "Skriv om båda."}


def test_what_stands_under_a_heading_over_one_question_answers_that(
    template: FormTemplate,
) -> None:
    deleted = {"vasterbotten.levande-plats", "3.inledning", "6.vagen-framat"}
    blocks = [
        Block(f"Till {label.question}." if label.question in deleted else label.text)
        for label in template.labels
    ]
    assert fields(_read(template, blocks)) == {field: f"Till {field}." for field in deleted}


def test_what_stands_under_a_heading_over_several_questions_is_an_answer_to_none(
    template: FormTemplate,
) -> None:
    blocks = []
    for label in template.labels:
        if label.question and label.question.startswith("2.2."):
            blocks.append(Block(f"Om {label.question} vill vi säga mer."))
        else:
            blocks.append(Block(label.text))
    submission = _read(template, blocks)
    (answer,) = submission.answers
    assert answer.field is None
    assert len(answer.text.splitlines()) == 4
    (doubt,) = submission.problems
    assert doubt.code == "fragor-saknas"
    assert "Delprioritering 2.2" in doubt.message


def test_a_form_of_which_only_headings_are_left_keeps_its_sender(template: FormTemplate) -> None:
    blocks = []
    for label in template.labels:
        if label.question is None or label.question.startswith("bakgrund."):
            blocks.append(Block(label.text))
        if label.question == "bakgrund.organisation":
            blocks.append(Block("Byn"))
        if label.question == "4.3.mal":
            blocks.append(Block("Låt kulturen leva."))
        if label.question == "4.2.mal":
            blocks.append(Block("Vårda naturen."))
    submission = _read(template, blocks)
    assert submission.respondent.organisation == "Byn"
    assert [(a.field, a.text) for a in submission.answers] == [
        (None, "Vårda naturen."),
        (None, "Låt kulturen leva."),
    ]
    assert len({a.id for a in submission.answers}) == 2


def test_own_titles_within_answers_to_the_forms_questions_stay(template: FormTemplate) -> None:
    said = "Vi ser detta.\nBehov:\nFler bussar.\nMål:\nEn buss i timmen."
    blocks = []
    for label in template.labels:
        blocks.append(Block(label.text))
        if label.question == "3.3.analys":
            blocks += [Block(line) for line in said.split("\n")]
    assert fields(_read(template, blocks)) == {"3.3.analys": said}


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Behov av bredband", "3.3.behov"),
        ("Nya mål behövs", "3.3.mal"),
        ("Mål saknas", "3.3.mal"),
        ("Behövs mål?", "3.3.mal"),
        ("Hållbar analys", "3.3.analys"),
        ("Mål 2030", "3.3.mal"),
        ("Ja. Behov", "3.3.behov"),
        ("Saknas inte aktörer som Region Gävleborg?", "3.3.aktorer"),
        ("Varför nämns inte målet om fossilfritt 2030?", "3.3.mal"),
        ("Tabellen bör bort", "3.vagen-framat"),
        ("Kan tabellen vila?", "3.vagen-framat"),
    ],
)
def test_a_line_that_says_more_than_the_question_is_part_of_the_answer(
    template: FormTemplate, line: str, field: str
) -> None:
    deleted = {"3.3.analys", "3.3.mal", "3.3.behov", "3.3.aktorer", "3.vagen-framat"}
    blocks = _with_lines_under(template, field, deleted, [Block(line), Block("Vi bor i Sorsele.")])
    assert fields(_read(template, blocks)) == {field: f"{line}\nVi bor i Sorsele."}


@settings(max_examples=60)
@given(
    deleted=st.sets(st.sampled_from(["3.3.analys", "3.3.mal", "3.3.behov", "3.3.aktorer"])),
    under=st.sampled_from(["3.3.mal", "3.vagen-framat"]),
    lines=st.lists(LINES, min_size=1, max_size=5),
    turn=st.integers(0, 5),
)
def test_no_word_of_the_respondents_is_lost(
    template: FormTemplate, deleted: set[str], under: str, lines: list[str], turn: int
) -> None:
    written = [Block(line, page=1 + (n >= turn)) for n, line in enumerate(lines)]
    blocks = _with_lines_under(template, under, {*deleted, "3.vagen-framat"}, written)
    submission = _read(template, blocks)
    kept = [answer.text for answer in submission.answers]
    kept += [left.text for left in submission.unplaced]
    assert _own_words(lines) == _own_words(kept)


def _with_lines_under(
    template: FormTemplate, field: str, deleted: set[str], lines: list[Block]
) -> list[Block]:
    """The form without the deleted questions, the lines under the heading of a field."""
    (heading,) = (label.parent for label in template.labels if label.question == field)
    blocks: list[Block] = []
    for number, label in enumerate(template.labels):
        if label.question not in deleted:
            page = max((block.page for block in blocks), default=1)
            blocks.append(Block(label.text, page=page))
        if number == heading:
            blocks += lines
    return blocks


def _own_words(texts: list[str]) -> Counter[str]:
    """How often each word stands there that no question says."""
    words = Counter(re.findall(r"\w+", "\n".join(texts).lower()))
    return Counter({word: words[word] for word in OWN_WORDS})
