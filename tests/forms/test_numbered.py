"""Answers that point to the form's questions by number and key word, without its text."""

import pytest

from inspel_app.domain.document import Block, Document, Method
from inspel_app.domain.form import FormTemplate, Submission
from inspel_app.domain.gazetteer import NOTHING_KNOWN
from inspel_app.forms.interpret import interpret
from inspel_app.forms.mail_body import interpret_body

BUSES, ROADS, NETS = "Bussen går för sällan.", "Rusta väg 363 före 2030.", "Bygg ut fibern."
SIGNED = "Med vänlig hälsning\nEva Lind\nTallnäs byaförening"


def read(template: FormTemplate, text: str) -> Submission:
    blocks = [Block(line) for line in text.splitlines() if line]
    return interpret(Document.of("f" * 64, Method.TEXT, blocks), "svar.docx", [template])


def answers(submission: Submission) -> dict[str | None, str]:
    return {answer.field: answer.text for answer in submission.answers}


@pytest.mark.parametrize(
    "text",
    [
        f"3.3 Behov: {BUSES}\n3.2 Mål: {ROADS}\n3.4 Analys: {NETS}",
        f"3.3 Behov\n{BUSES}\n3.2 Mål\n{ROADS}\n3.4 Analys\n{NETS}",
        f"Våra svar.\n3.3. Identifierade behov\n{BUSES}\n3.2 mål - {ROADS}\n3.4 analysen:\n{NETS}",
        f"Delprioritering 3.3\nBehov:\n{BUSES}\nPunkt 3.2\nMål:\n{ROADS}\n3.4\nAnalys:\n{NETS}",
        f"Prioritering 3\n3.3 Behov: {BUSES}\n3.2 Mål: {ROADS}\nPRIORITERING 3\n3.4 Analys: {NETS}",
        f"3.3 Hållbar mobilitet\nBehov: {BUSES}\n3.2\na) Mål: {ROADS}\n- 3.4 analys: {NETS}",
    ],
)
def test_answers_go_where_number_and_word_point(template: FormTemplate, text: str) -> None:
    found = read(template, text)
    assert answers(found) == {"3.3.behov": BUSES, "3.2.mal": ROADS, "3.4.analys": NETS}
    assert found.form == template.id
    assert all(answer.confidence <= 0.5 for answer in found.answers)
    assert "falt-osakert" in {problem.code for problem in found.problems}


def test_all_text_is_kept_and_the_sender_is_found(template: FormTemplate) -> None:
    text = f"Hej!\n3.3 Behov: {BUSES}\n3.2 Mål: {ROADS}\n3.4 Analys: {NETS}\n{SIGNED}"
    found = read(template, text)
    assert found.respondent.organisation == "Tallnäs byaförening"
    kept = "\n".join((*(a.text for a in found.answers), *(u.text for u in found.unplaced)))
    assert all(line in kept for line in ("Hej!", BUSES, ROADS, NETS, *SIGNED.splitlines()))


@pytest.mark.parametrize(
    "text",
    [
        f"1.1 Mål\n{BUSES}\n1.2 Behov\n{ROADS}\n1.3 Aktörer\n{NETS}",
        f"3.3 Behov: {BUSES}\n3.2 Mål: {ROADS}",
        f"3.3 Behov: {BUSES}\n3.2 Mål: {ROADS}\n3.4 Analys: {NETS}\n9.9 Mål: Fler.",
        f"3.3 Behov: {BUSES}\n3.2 Mål: {ROADS}\n3.4 Sammanfattning\n{NETS}\n3.1 Analys: Mer.",
        f"3.3 Behov: {BUSES}\n3.3 Behov: {ROADS}\n3.4 Analys: {NETS}",
        f"{BUSES * 9}\n3.3 Behov: {BUSES}\n3.2 Mål: {ROADS}\n3.4 Analys: {NETS}",
        f"Behov: {BUSES}\nMål: {ROADS}\nAnalys: {NETS}",
        f"2.1 mil väg\n3.2 behov av bussar är stort\n3.4 mål gjordes\n{BUSES}",
        f"2025-06-01\n10.15 Analys\n11.00 Mål\n12.30 Behov\n{BUSES}",
    ],
)
def test_what_does_not_agree_with_the_form_is_a_letter(template: FormTemplate, text: str) -> None:
    found = read(template, text)
    assert found.form is None
    assert set(answers(found)) == {None}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (f"4.1.1 {BUSES}\n4.1.2 {ROADS}", ["svar-under-nummer"]),
        (f"A.2 Samverkan: {BUSES}\nFråga 3: {ROADS}", ["svar-under-nummer"]),
        (f"3.3 Behov: {BUSES}\n3.2 Mål: {ROADS}", ["svar-under-nummer"]),
        (f"{BUSES}\nFråga 3: {ROADS}", []),
        (f"Den 4.6 gick bussen.\n10.15 kom den.\n{ROADS}", []),
    ],
)
def test_a_mail_under_numbers_that_point_nowhere_for_sure_is_doubted(
    template: FormTemplate, text: str, codes: list[str]
) -> None:
    body = Document.of("f" * 64, Method.MAIL, [Block(line) for line in text.splitlines()])
    found = interpret_body(body, "a.eml", [template], NOTHING_KNOWN)
    assert set(answers(found)) == {None}
    assert [problem.code for problem in found.problems] == codes
