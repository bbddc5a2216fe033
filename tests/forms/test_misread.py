"""What text recognition makes of questions, placeholders and addresses."""

from dataclasses import replace

import pytest

from inspel_app.domain.document import Block, Box, Document, Line, Method, Word
from inspel_app.domain.form import FormTemplate, Submission
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


def test_an_answer_glued_to_a_placeholder_is_not_taken_with_it() -> None:
    assert left("Klicka för att skrivaStarta ett bibliotek.") == (
        "Klicka för att skrivaStarta ett bibliotek."
    )


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
        ("kim.ek & by-vb.example", "kim.ek@by-vb.example"),
        ("kim.ekQQby.example", "kim.ek@by.example"),
        ("info©kommun.se", "info@kommun.se"),
        ("info(Wby.example", "info@by.example"),
        ("kim.ek(öbyn.example", "kim.ek@byn.example"),
        ("kim.ekQby- vb.example:", "kim.ek@by-vb.example"),
        ("kim@Qvist.se", "kim@Qvist.se"),
        ("finns inte", "finns inte"),
        ("", ""),
    ],
)
def test_the_at_sign_of_an_address_is_put_right(read: str, meant: str) -> None:
    assert mended_address(read) == meant


def _read(template: FormTemplate, *texts: str) -> Submission:
    form = (
        "Bakgrundsinformation",
        "Organisation",
        "Skidklubben",
        "Inspel på Delprioritering 6.1 Kapacitet för samverkan och samhandling",
        "Hur kan den sammanfattande analysen utvecklas (ange gärna källor)?",
    )
    blocks = [Block(text, words=(replace(SEEN[0], end=len(text)),)) for text in (*texts, *form)]
    blocks.append(Block("Hur kan identifierade behov utvecklas? Fler spår.", words=SEEN))
    return interpret(Document.of("x", Method.OCR, blocks), "skannad.pdf", [template])


@pytest.mark.parametrize("seen", [True, False])
@pytest.mark.parametrize(
    ("line", "is_piece"),
    [
        ("Inspel på Delprioriteri", True),
        ("samhällsliv, särskilt gcnom utbildning", True),
        ("Likvärdigt deltagande", False),
        ("Inspel", False),
        ("Inspel på Vägen framåt", False),
    ],
)
def test_a_piece_of_the_next_heading_is_no_answer(
    template: FormTemplate, line: str, *, is_piece: bool, seen: bool
) -> None:
    texts = (
        "Bakgrundsinformation",
        "Inspel på Delprioritering 6.1 Kapacitet för samverkan och samhandling",
        "Hur kan identifierade behov utvecklas? Fler spår.",
        "Hur kan listan över viktiga aktörer uppdateras?",
        line,
        "6.2 Likvärdigt deltagande i arbets- och samhällsliv, särskilt genom utbildning",
        "Hur kan identifierade behov utvecklas? Klicka för att skriva",
    )
    words = (replace(SEEN[0], confidence=0.9),) if seen else ()
    document = Document.of("x", Method.OCR, [Block(text, words=words) for text in texts])
    submission = interpret(document, "skannad.pdf", [template])
    lost = seen and is_piece
    assert [a.text for a in submission.answers if a.field == "6.1.aktorer"] == [line] * (not lost)
    assert [u.text for u in submission.unplaced] == [line] * lost


@pytest.mark.parametrize(("line", "written"), [("Sida 4 av 7", []), ("-", ["-"]), ("7", ["7"])])
def test_a_page_number_is_no_answer(template: FormTemplate, line: str, written: list[str]) -> None:
    heading = "Inspel på Delprioritering 2.1 Kapacitet för samverkan och samhandling"
    question = "Hur kan målformuleringen uppdateras utifrån den sammanfattande analysen?"
    submission = _read(template, heading, question, line)
    assert [a.text for a in submission.answers if a.field == "2.1.mal"] == written


@pytest.mark.parametrize(("mark", "written"), [("? ?", ["?"]), (" ?", []), ("??", [])])
def test_a_question_mark_of_its_own_is_an_answer(
    template: FormTemplate, mark: str, written: list[str]
) -> None:
    question = "Hur kan målformuleringen uppdateras utifrån den sammanfattande analysen"
    heading = "Inspel på Delprioritering 2.1 Kapacitet för samverkan och samhandling"
    submission = _read(template, heading, f"{question}{mark}")
    assert [a.text for a in submission.answers if a.field == "2.1.mal"] == written


@pytest.mark.parametrize(("word", "left"), [("AktBrer", []), ("Bussar", ["Bussar"])])
def test_words_of_the_forms_picture_are_its_own(
    template: FormTemplate, word: str, left: list[str]
) -> None:
    pictured = "Viktiga aktörer inkluderar arbetsgivare, verksamhetsansvariga"
    assert [piece.text for piece in _read(template, pictured, word).unplaced] == left


def test_the_forms_text_with_words_cut_out_is_its_own_when_read(template: FormTemplate) -> None:
    cut = (
        "Inspel ska använda den här mallen och mejlas med ämne Aktualisering av den "
        "regionala utvecklingsstrategin 2025-26, dnr RUN 234-2025 senast den 19 juni 2025."
    )
    assert _read(template, cut).unplaced == ()


def test_specks_beside_a_placeholder_are_no_answer_but_listed(template: FormTemplate) -> None:
    asked = "Hur kan listan över viktiga aktörer uppdateras?"
    heading = "Inspel på Delprioritering 2.1 Kapacitet för samverkan och samhandling"
    submission = _read(template, heading, f"{asked} Klicka för att skriva iva")
    assert "2.1.aktorer" not in [answer.field for answer in submission.answers]
    assert [piece.text for piece in submission.unplaced] == ["iva"]


@pytest.mark.parametrize("seen", [True, False])
@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Sammantattande analys", "3.3.analys"),
        ("Sammanfattande anaiys:", "3.3.analys"),
        ("ldentifierade behov", "3.3.behov"),
        ("Malformulering", "3.3.mal"),
        ("Viktiga aktorer", "3.3.aktorer"),
    ],
)
def test_a_misread_question_in_short_words_is_no_answer(
    template: FormTemplate, line: str, field: str, *, seen: bool
) -> None:
    said = "Bussen går för sällan från byarna."
    texts = (
        "Inspel på Delprioritering 3.2 Investeringar i hållbara transportsystem",
        "Hur kan identifierade behov utvecklas?",
        "Hur kan listan över viktiga aktörer uppdateras? Åkerierna.",
        "Inspel på Delprioritering 3.3 Hållbar mobilitet",
        line,
        said,
    )
    words = (replace(SEEN[0], confidence=0.9),) if seen else ()
    document = Document.of("x", Method.OCR, [Block(text, words=words) for text in texts])
    answers = {a.field: a.text for a in interpret(document, "s.pdf", [template]).answers}
    assert (answers.get(field) == said) is seen


@pytest.mark.parametrize(
    ("line", "is_number"),
    [
        ("Sida $ av 11", True),
        ("sila 7 av.11", True),
        ("Sida & av 11:", True),
        ("Svar på allt 11", False),
        ("Saker att göra 3", False),
        ("Sidan är av papper", False),
    ],
)
def test_a_misread_page_number_is_no_answer_but_listed(
    template: FormTemplate, line: str, *, is_number: bool
) -> None:
    heading = "Inspel på Delprioritering 2.1 Kapacitet för samverkan och samhandling"
    question = "Hur kan målformuleringen uppdateras utifrån den sammanfattande analysen?"
    submission = _read(template, heading, question, line)
    assert [a.text for a in submission.answers if a.field == "2.1.mal"] == [line] * (not is_number)
    assert [u.text for u in submission.unplaced] == [line] * is_number


def test_a_heading_whose_second_line_reads_like_another_is_found_whole(
    template: FormTemplate,
) -> None:
    first = "Vägen till ett hållbart Västerbotten år 2030 - tre inriktningar och sex."
    second = "prioriteringar, S 17-18"
    lines = (Line(0, len(first), 1), Line(len(first) + 1, len(f"{first} {second}"), 1))
    texts = (
        "Inspel på En cirkulär plats år 2030",
        "Vad kan utvecklas i det här avsnittet? Klicka för att skriva",
        f"{first} {second}",
        "Inspel på avsnittet",
        "Vad kan utvecklas i det här avsnittet? Fler vägar.",
        "Inspel på Delprioritering 6.1 Kapacitet för samverkan och samhandling",
        "Hur kan identifierade behov utvecklas? Fler spår.",
    )
    blocks = [
        Block(text, words=SEEN, lines=lines if text.startswith(first) else ()) for text in texts
    ]
    answers = interpret(Document.of("x", Method.OCR, blocks), "s.pdf", [template]).answers
    assert {a.field: a.text for a in answers} == {
        "vagen.utveckling": "Fler vägar.",
        "6.1.behov": "Fler spår.",
    }
