import re

import pytest

from inspel_app.analysis.sides import divided_on


def speaks(text: str) -> set[str]:
    return set(re.findall(r"flygplats|skola|vindkraft", text))


FOR = ["Flygplatsen är en livlina och flygplatsen måste drivas vidare."]


def test_finds_what_one_wants_and_another_refuses() -> None:
    said = {"a": FOR, "b": ["Sluta subventionera små flygplatser."]}
    assert divided_on(said, speaks) == {"flygplats"}


@pytest.mark.parametrize(
    "other",
    [
        "Flygplatsen bör få nya tider.",
        "Stoppa nedläggningen av vår flygplats.",
        "Vi säger nej till vindkraft.",
        "Vi är trötta, sluta nu. Sedan måste vi tala om vår flygplats.",
    ],
)
def test_finds_nothing_where_all_want_the_same_or_refuse_something_else(other: str) -> None:
    assert divided_on({"a": FOR, "b": [other]}, speaks) == set()


def test_a_respondent_is_not_divided_against_itself() -> None:
    said = {"a": [*FOR, "Vi säger nej till en ny flygplats."]}
    assert divided_on(said, speaks) == set()
