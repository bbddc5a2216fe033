import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.analysis.sentences import Span, sentences


def split(text: str) -> list[str]:
    return [s.of(text) for s in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Lägg till t.ex. Norrtåg i listan.",
        "Se s. 27 i strategin.",
        "Yttrandet kom den 30 jan. 2025 till oss.",
        "Ärendet har dnr. RUN 234 hos regionen.",
        "Frågan väcktes av A. Svensson i nämnden.",
        "Det gäller bl.a. Umeå och Vännäs.",
        "Restiden är ca. 40 minuter enligt prop. 2021.",
        "Den 3. etappen är 2.5 mil lång.",
        "Läs mer på www.region.example/rapport om saken.",
    ],
)
def test_keeps_abbreviations_numbers_and_initials_together(sentence: str) -> None:
    assert split(sentence) == [sentence]


def test_splits_at_full_stops_questions_and_exclamations() -> None:
    assert split('Bussen går inte. Varför? Bygg ut den! "Det är dags." Se 4.4. Det räcker.') == [
        "Bussen går inte.",
        "Varför?",
        "Bygg ut den!",
        '"Det är dags."',
        "Se 4.4.",
        "Det räcker.",
    ]


def test_splits_after_abbreviations_that_can_end_a_sentence() -> None:
    assert split("Vi har buss, tåg m.m. Det räcker inte.") == [
        "Vi har buss, tåg m.m.",
        "Det räcker inte.",
    ]


@given(st.text(alphabet="aÅb.!? \n\"'(1)", max_size=60))
def test_loses_nothing_but_white_space(text: str) -> None:
    assert "".join("".join(split(text)).split()) == "".join(text.split())
