import pytest

from inspel_app.analysis.nameable import Nameable
from inspel_app.analysis.swedish import Swedish
from inspel_app.services import models

TEXTS = [
    "Maria Lindberg har rätt om bussen.",
    "Bussen går sju gånger på fredagar.",
    "Som Fjellqvarn sa: bygg ut bredbandet.",
]


@pytest.fixture(scope="module")
def swedish() -> Swedish:
    return models.swedish()


def test_words_for_things_may_name_a_theme(swedish: Swedish) -> None:
    may = Nameable(swedish, TEXTS).among(list(swedish.read(TEXTS)))
    assert all(map(may, ("bussen", "bredbandet", "Norrbanan")))


@pytest.mark.parametrize("word", ["Lindberg", "lindberg", "Maria", "Fjellqvarn", "sju", "fredagar"])
def test_no_surname_figure_or_day_may(swedish: Swedish, word: str) -> None:
    may = Nameable(swedish, TEXTS).among(list(swedish.read(TEXTS)))
    assert not may(word)


def test_tells_whether_a_phrase_names_somebody(swedish: Swedish) -> None:
    nameable = Nameable(swedish, TEXTS)
    sentence = "Ge Maria Lindberg fler bussar i Umeå."
    assert nameable.names_nobody("fler bussar i Umeå", sentence)
    assert not nameable.names_nobody("Ge Maria Lindberg fler bussar", sentence)


@pytest.mark.parametrize(
    ("name", "is_phrase"),
    [
        ("samiska språk", True),
        ("avtal om vård", True),
        ("bibliotek", True),
        ("hemsjukvård ansvar", False),
        ("används inte", False),
        ("roller och ansvar", True),
        ("den nya järnvägen", True),
        ("buss på fredagar", False),
    ],
)
def test_tells_phrases_from_words_to_search_for(
    swedish: Swedish, name: str, *, is_phrase: bool
) -> None:
    assert Nameable(swedish, TEXTS).phrases([name]) == [name] * is_phrase
