import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspel_app.analysis.sentences import Span, sentences
from inspel_app.analysis.words import word_set

ABBREVIATIONS = sorted(
    word_set(
        """adj. ang. avd. bil. bl.a. ca. d.v.s. dec. dir. dnr. dr. ev. Ev. exkl. f.d. f.n. f.ö.
        fig. fil. fr.o.m. inkl. Inkl. jan. jfr. kap. kl. max. milj. min. mom. nr. ordf. p.g.a.
        prof. Prof. prop. resp. s. s.k. sept. sid. skr. st. St. t.ex. T.ex. t.o.m. tel. Tel. tfn.
        ung. v. vol. äv."""
    )
)
"""After which a sentence goes on."""


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
    assert split("Kommuner m.fl. Region Norrbotten vet.") == [
        "Kommuner m.fl.",
        "Region Norrbotten vet.",
    ]


@given(
    st.sampled_from(ABBREVIATIONS),
    st.sampled_from(["Umeå kommun", "27 byar", "(RUN 234)", "”Byn”", "bussen"]),
    st.booleans(),
)
def test_splits_no_sentence_at_an_abbreviation(
    abbreviation: str,
    following: str,
    inverted: bool,  # noqa: FBT001 - drawn
) -> None:
    first, second = ("Gäller det", "tro?") if inverted else ("Det gäller", "att tänka på.")
    sentence = f"{first} {abbreviation} {following} {second}"
    assert split(sentence) == [sentence]
    assert split(f"Så är det. {sentence} Bygg ut!") == ["Så är det.", sentence, "Bygg ut!"]


@given(st.sampled_from(["m.fl.", "m.m.", "etc.", "osv."]), st.integers(1, 2030))
def test_goes_on_with_a_number_after_what_may_end_a_sentence(ending: str, number: int) -> None:
    for sentence in (f"Boverket {ending} ({number}) visar det.", f"Se SCB {ending} {number} här."):
        assert split(sentence) == [sentence]


@given(st.text(alphabet="aÅb.!? \n\"'(1)", max_size=60))
def test_loses_nothing_but_white_space(text: str) -> None:
    assert "".join("".join(split(text)).split()) == "".join(text.split())
