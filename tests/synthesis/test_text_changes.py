"""Sentences that propose what the strategy's text should say are told in a list of their own."""

from dataclasses import replace

import pytest

from inspel_app.domain.coding import Assignment, Origin, Passage
from inspel_app.synthesis.report import report
from inspel_app.synthesis.text_changes import text_changes
from tests.synthesis.conftest import Round
from tests.synthesis.test_arrange import flat


def found(text: str, aspect: str | None = None) -> list[str]:
    given = (Assignment("1.1", aspect, Origin.FORM),)
    return list(text_changes(Passage("a:b.0:0-9", "a", "a:b.0", None, 0, len(text), text, given)))


@pytest.mark.parametrize(
    "sentence",
    [
        "Ta bort formuleringen ”och andra markägare”; samebyn är inte markägare.",
        "Skriv in en bortre gräns för väntetiden.",
        "Formulera målet som en andel av de unga.",
        "Stryk ordet robust.",
        "Ordet samhandling bör ersättas.",
        "Ändra ”ska verka för” till ”ska”.",
        "Ett servicekontor i varje kommuncentrum bör skrivas in.",
        "Begreppet livsmiljö måste definieras.",
        "Låt strategin säga att alla ska ha ett bibliotek nära.",
        "Strategin bör slå fast vem som betalar.",
        "Vi begär också att strategin tydligt slår fast vem som betalar.",
        "Det bör skrivas in att leden är öppen.",
        "Analysen bör kompletteras med en bild av sjötrafiken.",
        "Lägesbilden behöver också ta upp kvinnors företagande.",
        "Nytt mål: 90 procent ska läsa på fritiden 2035.",
        "Förslag till formulering: Alla barn ska kunna simma.",
        "Flottningen ska skrivas in i inledningen.",
    ],
)
def test_a_sentence_about_the_text_is_one_as_it_stands(sentence: str) -> None:
    assert found(f"Bra att frågan finns, t.ex. i länet. {sentence} Bussen går för sällan.") == [
        sentence
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lägg till Svenska kraftnät och elnätsbolagen.",
        "Ersättning köper inte tillbaka ett betesland.",
        "Inriktningarna håller och behöver inte skrivas om.",
        "Staten bör ta bort avgiften för färjan.",
        "Stoppa avvecklingen av flygplatsen.",
        "Strategin säger för lite om byarna.",
        "När en patient skrivs ut på kvällen finns ingen taxi hem.",
        "Barnen skrivs in i skolan för sent.",
        "Vi vill ha en resurs att ringa när en ansökan ska skrivas.",
        "Elnätet bör beskrivas som en egen utmaning.",
        "Huset bör stå tomt så kort tid som möjligt.",
        "Målet nås aldrig om bussen ska gå så sällan.",
        "Skriv om det.",
    ],
)
def test_what_is_asked_of_others_is_not(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(
    "leaning",
    ["Skriv in dem!", "Det bör skrivas in.", "Vi begär att strategin nämner dem i klartext."],
)
def test_what_only_points_back_comes_with_the_sentence_before(leaning: str) -> None:
    assert found(f"Bra text. Formgivarna saknas. {leaning}") == [f"Formgivarna saknas. {leaning}"]


@pytest.mark.parametrize("aspect", ["analys", "mal"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Sjöfarten bör beskrivas som ett hinder.",
        "Småbruken borde uttryckligen nämnas.",
        "Det bör stå först i analysen.",
        "Läskunnigheten måste stå med bland målen.",
        "Målet bör vara att alla kan simma.",
    ],
)
def test_what_is_to_be_told_is_one_where_the_text_is_asked_about(
    sentence: str, aspect: str
) -> None:
    before = "Länet har tusen sjöar."
    assert found(f"{before} {sentence}", aspect)
    assert found(sentence) == [] or "analysen" in sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Huset ska stå kvar.",
        "Badhuset bör stå klart till våren.",
        "Länet har beskrivits som kallt.",
        "Skolan måste stå emot nedskärningar.",
        "Patienter skrivs ut för tidigt.",
    ],
)
def test_what_is_to_be_done_is_not_one_there_either(sentence: str) -> None:
    assert found(sentence, "analys") == []


def test_they_stand_under_the_part_that_they_concern(sample: Round) -> None:
    text = "Glöm inte byarna."
    wanted = "Skriv in byarna i målet."
    sample.passages = [
        replace(p, text=wanted, end=p.start + len(wanted)) if p.text == text else p
        for p in sample.passages
    ]
    sections = flat(report(sample.compose()).sections)
    (told,) = [s for s in sections if s.title == "Förslag till strategins text"]
    assert [quote.text for quote in told.quotes] == [wanted]
