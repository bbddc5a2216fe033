"""What text recognition makes of questions, placeholders and addresses."""

from dataclasses import replace

import pytest

from inspel_app.domain.document import Block, Box, Document, Method, Word
from inspel_app.domain.form import FormTemplate
from inspel_app.forms.interpret import interpret
from inspel_app.forms.misread import mended_address, misread_phrases

PHRASE = "klicka för att skriva"
SEEN = (Word(0, 3, 0.9, 1, Box(0, 0, 1, 1)),)


def left(text: str, *, seen: bool = True) -> str:
    """The text without what is taken for the placeholder."""
    document = Document.of("x", Method.OCR, [Block(text, words=SEEN if seen else ())])
    for start, end in misread_phrases(document, [PHRASE]):
        text = text[:start] + text[end:]
    return text.strip()


@pytest.mark.parametrize(
    "misread", ["Klicka för att skrlva", "Klicka föratt skriva", "KIicka för att skriva."]
)
def test_a_misread_placeholder_is_none_of_the_answer(misread: str) -> None:
    assert left(misread) == ""
    assert left(f"Hur kan behoven utvecklas? {misread}") == "Hur kan behoven utvecklas?"


@pytest.mark.parametrize(
    "answer",
    ["Vi klickar inte för att skriva under.", "Skriv", "Lätta att skriva om", "Fler bussar."],
)
def test_an_answer_stays(answer: str) -> None:
    assert left(answer) == answer


def test_a_text_file_is_never_misread() -> None:
    assert left("Klicka för att skrlva", seen=False) == "Klicka för att skrlva"


def test_misread_questions_are_found_whole(template: FormTemplate) -> None:
    texts = (
        "Bakgrundsinformation",
        "Organisation",
        "Skidklubben",
        "Avdeilning/enhet",
        "Styrelsen",
        "Inspel på Delprioritering 6.1 Kapacitet för samverkan och samhandling",
        "Hur kan:den sammanfattande analysen utvecklas (ange: gärna källor)? Klicka för att skriva",
        "Hur kan identifierade behov utvecklas? Fler spår.",
    )
    blocks = [Block(text, words=(replace(SEEN[0], confidence=0.7),)) for text in texts]
    submission = interpret(Document.of("x", Method.OCR, blocks), "skannad.pdf", [template])
    assert (submission.respondent.organisation, submission.respondent.unit) == (
        "Skidklubben",
        "Styrelsen",
    )
    [answer] = submission.answers
    assert (answer.field, answer.text) == ("6.1.behov", "Fler spår.")
    assert answer.method is Method.OCR


def test_an_answer_is_as_sure_as_its_words(template: FormTemplate) -> None:
    first, second = "Hur kan identifierade behov utvecklas?", "Fler spår."
    words = (Word(0, 4, 0.9, 1, SEEN[0].box), Word(5, 9, 0.5, 1, SEEN[0].box))
    blocks = [
        Block("Inspel på Delprioritering 6.1 Kapacitet för samverkan och samhandling"),
        Block("Hur kan den sammanfattande analysen utvecklas (ange gärna källor)?"),
        Block(first),
        Block(second, words=words),
    ]
    [answer] = interpret(Document.of("x", Method.OCR, blocks), "skannad.pdf", [template]).answers
    assert answer.confidence == 0.7


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("anna.ek Qexempel.se", "anna.ek@exempel.se"),
        ("infoQby-vb.example", "info@by-vb.example"),
        ("info©kommun.se", "info@kommun.se"),
        ("kim@Qvist.se", "kim@Qvist.se"),
        ("finns inte", "finns inte"),
        ("", ""),
    ],
)
def test_the_at_sign_of_an_address_is_put_right(read: str, meant: str) -> None:
    assert mended_address(read) == meant
