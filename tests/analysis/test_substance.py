"""How sentences open: in `openings.txt`, `+` stands before what is a point."""

from pathlib import Path

import pytest

from inspel_app.analysis.passages import points
from inspel_app.analysis.substance import says_more
from inspel_app.domain.document import Location, Method
from inspel_app.domain.form import Answer
from tests.analysis.test_courtesies import REFERENCES

OPENINGS = Path(__file__).with_name("openings.txt").read_text("utf-8").splitlines()
NEXT = "Bygg ut ringbilen i byarna."


def said(text: str) -> str:
    """The points of a letter, after each other."""
    answer = Answer("a", None, text, Method.TEXT, (Location("f", 0, len(text)),))
    return " ".join(p.span.of(text) for p in points(answer, REFERENCES, first=True))


@pytest.mark.parametrize("opening", [line[2:] for line in OPENINGS if line[0] == "+"])
def test_an_opening_that_says_something_is_a_point(opening: str) -> None:
    assert opening.split()[-2:] == said(f"{opening}\n\n{NEXT}").split()[-7:-5]


@pytest.mark.parametrize("opening", [line[2:] for line in OPENINGS if line[0] == "-"])
def test_an_opening_that_says_nothing_is_no_point(opening: str) -> None:
    assert said(f"{opening}\n\n{NEXT}") == NEXT


def test_what_is_asked_below_the_close_is_a_point() -> None:
    letter = f"{NEXT}\n\nMed vänlig hälsning\n\nBygg & Fog AB\nKim Exempel"
    assert said(letter) == NEXT
    assert said(f"{letter}\n\nPS. Laga vägen!").endswith("Laga vägen!")


def test_a_further_clause_says_more_unless_it_is_one_of_presenting() -> None:
    assert says_more("Vi är en by där elen går")
    assert not says_more("Vi är en by där vi driver ett kafé")
