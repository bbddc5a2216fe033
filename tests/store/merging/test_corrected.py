"""An answer that two have corrected, each in a copy of the round."""

from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest

from inspel_app.store.merging.conflicts import Side
from inspel_app.store.project import Project
from tests.store.merging import copies as do
from tests.store.merging.copies import act, copy_of, make_round, state, take_in

LONG = "Svar 0 om bussar och tåg till byarna"


@pytest.fixture
def a(tmp_path: Path) -> Path:
    """A round in which an answer has been read so that there is much to correct."""
    return act(make_round(tmp_path / "a.inspel"), "eva", [do.correct("a", 0, LONG)])


def text(path: Path) -> str:
    with Project.open(path) as project:
        return project.submission("a").answers[0].text


def test_corrections_of_different_places_both_hold_whoever_takes_in_whom(a: Path) -> None:
    b = copy_of(a, "b")
    act(a, "anna", [do.correct("a", 0, LONG.replace("bussar", "bussen"))])
    act(b, "bo", [do.correct("a", 0, LONG.replace("byarna", "fjällen"))])
    before = copy_of(a, "före")
    assert take_in(a, b) == 0
    assert text(a) == "Svar 0 om bussen och tåg till fjällen"
    assert take_in(b, before) == 0
    assert take_in(b, a) == take_in(a, b) == 0
    assert state(a) == state(b)


@pytest.mark.parametrize("order", list(permutations(("anna", "bo", "cia"))))
def test_three_peoples_corrections_hold_in_whatever_order_they_come(
    a: Path, order: Sequence[str]
) -> None:
    new = {"anna": ("Svar", "Svaret"), "bo": ("bussar", "bussen"), "cia": ("byarna", "fjällen")}
    paths = {name: copy_of(a, name) for name in new}
    for name, words in new.items():
        act(paths[name], name, [do.correct("a", 0, LONG.replace(*words))])
    first, second, third = (paths[name] for name in order)
    assert take_in(second, third) == take_in(first, second) == take_in(first, third) == 0
    assert text(first) == "Svaret 0 om bussen och tåg till fjällen"


def test_what_each_said_of_points_goes_with_the_text_of_both(a: Path) -> None:
    act(a, "eva", [do.split("a/0:0-4", 2)])
    b = copy_of(a, "b")
    act(a, "anna", [do.code("a/0:2-4", "3.1"), do.correct("a", 0, f"Ett {LONG}")])
    act(b, "bo", [do.correct("a", 0, LONG.replace("byarna", "fjällen")), do.code("a/0:2-4", "5.1")])
    assert take_in(a, b) == 0
    assert text(a) == "Ett Svar 0 om bussar och tåg till fjällen"
    with Project.open(a) as project:
        said = project._db.execute("SELECT passage, code FROM assignments").fetchall()
    assert sorted(said) == [("a/0:6-8", "3.1"), ("a/0:6-8", "5.1")]


@pytest.mark.parametrize(("side", "word"), [(Side.MINE, "bussen"), (Side.THEIRS, "bussarna")])
def test_whoever_is_right_of_the_place_that_both_corrected_the_rest_of_both_holds(
    a: Path, side: Side, word: str
) -> None:
    b = copy_of(a, "b")
    act(a, "anna", [do.correct("a", 0, "Svaret 0 om bussen och tåg till byarna")])
    act(b, "bo", [do.correct("a", 0, "Svar 0 om bussarna och tåg till fjällen")])
    before = copy_of(a, "före")
    assert take_in(a, b) == 1
    assert take_in(b, before) == 1
    assert text(a) == "Svaret 0 om bussen och tåg till fjällen"
    with Project.open(a) as project, project.action("Avgör", "anna"):
        project.settle(project.conflicts()[0], side)
    assert text(a) == f"Svaret 0 om {word} och tåg till fjällen"
    assert take_in(b, a) == 0
    assert state(b) == state(a)
