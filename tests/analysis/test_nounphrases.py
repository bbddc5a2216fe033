import pytest

from inspel_app.analysis.nounphrases import noun_phrases
from inspel_app.analysis.swedish import Swedish
from inspel_app.services import models


@pytest.fixture(scope="module")
def swedish() -> Swedish:
    return models.swedish()


def phrases(swedish: Swedish, text: str) -> list[str]:
    (read,) = swedish.read([text])
    return list(noun_phrases(read))


def test_finds_nouns_with_what_stands_before_and_after(swedish: Swedish) -> None:
    found = phrases(swedish, "Vi behöver en bättre skola. Avtalet om vården saknas.")
    assert "bättre skola" in found
    assert "Avtalet om vården" in found


def test_takes_the_article_that_the_form_of_a_noun_needs(swedish: Swedish) -> None:
    assert "den nya järnvägen" in phrases(swedish, "Vi väntar på den nya järnvägen.")


@pytest.mark.parametrize(
    "text",
    [
        "Bussen går.",
        "Samma buss går.",
        "Maria Lindberg från Umeå sjunger.",
        "Det är mil till vården.",
        "Vi har resor om året.",
        "Det tog nio år från samråd till byggstart.",
        "",
    ],
)
def test_finds_none_around_a_bare_noun_or_a_person(swedish: Swedish, text: str) -> None:
    assert phrases(swedish, text) == []
