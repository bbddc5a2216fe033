from dataclasses import replace

import pytest

from inspel_app.domain.coding import Passage
from inspel_app.domain.document import Box, Location, Method
from inspel_app.domain.form import (
    ActorType,
    Answer,
    Question,
    Respondent,
    SourceFile,
    Submission,
)
from inspel_app.domain.synthesis import Count
from inspel_app.synthesis import words
from inspel_app.synthesis.material import Material, identity, place_names, tally
from tests.synthesis.conftest import CODEBOOK, FORM


def inspel(number: int, organisation: str = "", kind: ActorType | None = None) -> Submission:
    return Submission(
        id=f"s{number}",
        files=(SourceFile(f"{number}.docx", "0" * 64),),
        number=number,
        form=FORM.id,
        respondent=Respondent(organisation, type=kind),
    )


def test_an_organisation_is_one_respondent_however_it_is_written() -> None:
    same = [inspel(1, "Umeå kommun"), inspel(2, " UMEÅ  kommun."), inspel(3, "Umea\u030a Kommun")]
    assert tally(same, 7) == Count(3, 1, 7)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Storuman kommun", "STORUMANS KOMMUN"),
        ("Vilhelmina norra sameby", "Vilhelmina Norras sameby"),
        ("Granö byalag ek. för.", "Granö byalag, ekonomisk förening"),
        ("AB Provkraft", "Provkraft AB (publ)"),
        ("Aktiebolaget Provkraft", "Provkraft Aktiebolag"),
    ],
)
def test_ways_to_write_a_name_are_one_respondent(one: str, other: str) -> None:
    assert identity(inspel(1, one)) == identity(inspel(2, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Provkraft AB", "Provkraft"),
        ("Provkraft AB", "Provkraft HB"),
        ("Malå kommun", "Malå sameby"),
        ("Umeå universitet", "Umeå kommun"),
        ("Nordmaling", "Nordmalings hembygdsförening"),
    ],
)
def test_names_that_are_alike_are_respondents_apart(one: str, other: str) -> None:
    assert identity(inspel(1, one)) != identity(inspel(2, other))


def test_persons_and_the_nameless_are_respondents_each_for_themselves() -> None:
    private = [inspel(n, "Privatperson", ActorType.PRIVATPERSON) for n in (1, 2)]
    nameless = [inspel(3), inspel(4, "–")]
    assert len({identity(s) for s in private + nameless}) == 4


def test_each_question_has_a_name_of_its_own() -> None:
    names = place_names(FORM, CODEBOOK)
    assert len(set(names.values())) == len(FORM.questions)
    assert names["3.3.behov"] == "3.3 Identifierade behov"
    assert names["3.vagen"] == "Prioritering 3: Vägen framåt"
    assert names["inr.sammanhallen"] == "Sammanhållen region"
    assert names["over.inspel"] == "Finns det några övergripande inspel?"
    assert names["vagen.utveckling"] == "Vägen till ett hållbart län"
    assert names["sam.utveckling"] == (
        "Från strategi till samhandling: Vad kan utvecklas i det här avsnittet?"
    )


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [
        (0, 5, (100, 105, 1)),
        (2, 12, (102, 105, 1)),
        (6, 16, (300, 310, 4)),
        (10, 16, (304, 310, 4)),
    ],
)
def test_a_quotation_leads_to_the_part_of_the_answer_where_it_begins(
    start: int, end: int, place: tuple[int, int, int]
) -> None:
    box = Box(0, 0, 1, 1)
    parts = (Location("f", 100, 105, 1, box), Location("f", 300, 310, 4, box))
    answer = Answer("a", "3.3.behov", "Första\nandra delen"[:16], Method.PDF, parts)
    made = replace(inspel(7, "Storby kommun"), answers=(answer,))
    passage = Passage("p", "s7", "a", "3.3.behov", start, end, answer.text[start:end])
    quotation = Material((made,), place_names(FORM, CODEBOOK)).quote(passage, passage.text)
    found = quotation.location
    assert (found.start, found.end, found.page) == place
    assert words.citation(quotation) == f"Inspel 7, fråga 3.3 Identifierade behov, s. {place[2]}"


def test_a_quotation_of_a_corrected_answer_leads_to_what_was_read() -> None:
    parts = (Location("f", 100, 105, 1), Location("f", 300, 310, 4))
    text, reading = "Allra bästa bussen\nandra delen", "Busen\nandra dlcn"
    answer = Answer("a", "3.3.behov", text, Method.OCR, parts, reading=reading)
    made = replace(inspel(7, "Storby kommun"), answers=(answer,))
    start = text.index("andra")
    passage = Passage("p", "s7", "a", "3.3.behov", start, len(text), text[start:])
    found = Material((made,), place_names(FORM, CODEBOOK)).quote(passage, passage.text).location
    assert (found.start, found.end, found.page) == (300, 310, 4)


def test_a_question_that_is_asked_of_several_sections_is_named_by_its_section() -> None:
    asked = [
        Question(f"{section}.{i}", section, heading, f"Fråga {i}?")
        for section, heading in (("Samhandling", "Avsnittet"), ("Vägen", "Början"))
        for i in (1, 2)
    ]
    names = place_names(replace(FORM, questions=tuple(asked)), CODEBOOK)
    assert names["Samhandling.1"] == "Samhandling: Fråga 1?"


def test_a_page_is_given_only_where_the_format_has_pages() -> None:
    answer = Answer("a", None, "Ett brev.", Method.TEXT, (Location("f", 0, 9),))
    made = replace(inspel(2), answers=(answer,))
    passage = Passage("p", "s2", "a", None, 0, 9, answer.text)
    quotation = Material((made,), {}).quote(passage, passage.text)
    assert words.citation(quotation) == "Inspel 2, fritt brev"
