"""What a respondent has left of a placeholder is no answer, and what only looks like it is one."""

import pytest

from inspel_app.forms.remnants import Remnants

LONG, SHORT = "Klicka eller tryck här för att ange text.", "Skriv"


def parted(text: str, *phrases: str) -> tuple[list[str], list[str]]:
    """The answer, and what is left of a placeholder, of what was written in one piece."""
    answer, left = Remnants(phrases).parted(text, [(0, len(text))])
    return [text[slice(*x)] for x in answer], [text[slice(*x)] for x in left]


@pytest.mark.parametrize(
    ("left", "answer"),
    [
        ("Klicka eller tryck", "Vi vill ha fler bussar."),
        ("klicka  eller tr", "2030 ska bussen gå."),
        ("Skriv", "Vi vill ha fler bussar."),
    ],
)
def test_the_beginning_of_a_placeholder_before_a_new_sentence_is_no_answer(
    left: str, answer: str
) -> None:
    assert parted(f"{left} {answer}", LONG, SHORT) == ([answer], [left])


@pytest.mark.parametrize("left", ["ange text.", "ANGE TEXT", "Klicka eller", "Skriv", "  skriv "])
def test_where_nothing_but_an_end_or_a_beginning_is_left_there_is_no_answer(left: str) -> None:
    assert parted(left, LONG, SHORT) == ([], [left])


@pytest.mark.parametrize(
    "answer",
    [
        "Klicka på kartan i fjällen.",
        "Skriv in bussen.",
        "text",
        "Klic",
        "Vi vill ange text.",
        "Namn",
    ],
)
def test_words_that_respondents_use_too_are_theirs(answer: str) -> None:
    assert parted(answer, LONG, SHORT, "Namn") == ([answer], [])


def test_where_a_form_has_no_placeholders_all_is_the_answer() -> None:
    assert parted("Vi vill. Bussar!") == (["Vi vill. Bussar!"], [])
    assert Remnants([LONG]).parted("", []) == ([], [])
