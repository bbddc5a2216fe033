import pytest

from inspel_app.analysis.swedish import Swedish
from inspel_app.services import models


@pytest.fixture(scope="module")
def swedish() -> Swedish:
    return models.swedish()


@pytest.mark.parametrize(
    "sentence",
    [
        "Vi vill t.ex. ha fler bussar i hela kommunen.",
        "Det gäller bl.a. Umeå och Skellefteå.",
        "Detta framgår av texten på s. 27 i strategin.",
        "Svaret lämnades den 30 jan. till regionens kansli.",
        "Se vårt yttrande, dnr. RUN 234–2025, för mer om detta.",
        "Kvar är f.d. Umeå garnison och ca. 40 hus enligt kap. 3 i planen.",
        "Ring tel. 090-12 34 56 före kl. 16 och fråga efter prof. Lind eller St. Olofs hus.",
        "Det kostar max. 3 och min. 2 kronor inkl. Moms resp. Skatt, ev. Avgifter och st. Erik.",
        "Enligt Boverket m.fl. (2023) saknas nr. 4 i listan.",
    ],
)
def test_splits_no_sentence_at_an_abbreviation(swedish: Swedish, sentence: str) -> None:
    assert [span.of(sentence) for span in swedish.sentences(sentence)] == [sentence]


def test_splits_sentences_with_their_places(swedish: Swedish) -> None:
    text = "Vägarna är dåliga. Bygg ut fibern!  Vem betalar? "

    assert [span.of(text) for span in swedish.sentences(text)] == [
        "Vägarna är dåliga.",
        "Bygg ut fibern!",
        "Vem betalar?",
    ]


def test_tells_parts_of_speech_features_and_lemmas(swedish: Swedish) -> None:
    text = "Kommunerna behöver bättre skolor."
    words = swedish.words(text)

    assert [(w.span.of(text), w.pos, w.lemma) for w in words] == [
        ("Kommunerna", "NOUN", "kommun"),
        ("behöver", "VERB", "behöva"),
        ("bättre", "ADJ", "bra"),
        ("skolor", "NOUN", "skola"),
        (".", "PUNCT", "."),
    ]
    assert "Number=Plur" in words[0].features


def test_finds_people_places_and_organisations(swedish: Swedish) -> None:
    text = "Maria Lindberg bor i Vilhelmina och arbetar på Trafikverket. Många reser till Norge."

    assert [(name.span.of(text), name.kind) for name in swedish.names(text)] == [
        ("Maria Lindberg", "PER"),
        ("Vilhelmina", "LOC"),
        ("Trafikverket", "ORG"),
        ("Norge", "LOC"),
    ]


def test_takes_known_names_for_what_they_are(swedish: Swedish) -> None:
    text = "Mot Zagreb. Israel och Dagens Nyheter. Svenska kyrkan i Norrbottens län."

    assert [(name.span.of(text), name.kind) for name in swedish.names(text)] == [
        ("Zagreb", "LOC"),
        ("Israel", "LOC"),
        ("Dagens Nyheter", "ORG"),
        ("Svenska kyrkan", "ORG"),
        ("Norrbottens län", "LOC"),
    ]


def test_finds_nothing_in_no_text(swedish: Swedish) -> None:
    assert not swedish.words("")
    assert not swedish.sentences(" \n")
    assert not swedish.names("")
