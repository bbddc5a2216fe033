"""Rows of two copies put in place: where a thing stands here is its own matter."""

from pathlib import Path

import pytest

from inspel_app.domain.coding import Mark
from inspel_app.domain.form import Status
from inspel_app.store.project import Project
from tests.store.merging import copies as do
from tests.store.merging.copies import act, copy_of, make_round, state, take_in


@pytest.fixture
def a(tmp_path: Path) -> Path:
    return make_round(tmp_path / "a.inspel")


@pytest.fixture
def b(a: Path) -> Path:
    return copy_of(a, "b")


def test_an_inspel_that_changes_in_the_copy_keeps_the_number_that_it_has_here(
    a: Path, b: Path
) -> None:
    act(a, "anna", [do.receive("c"), do.receive("d")])
    act(b, "bo", [do.receive("d"), do.receive("c")])
    assert take_in(a, b) == 0
    act(b, "bo", [do.stand("d", Status.LAST)])
    assert take_in(a, b) == 0
    with Project.open(a) as project:
        found = {one.id: (one.number, one.status) for one in project.submissions()}
    assert (found["c"][0], found["d"]) == (3, (4, Status.LAST))


def test_who_says_the_same_again_does_not_speak_against_one_who_takes_it_back(
    a: Path,
) -> None:
    act(a, "eva", [do.mark("a/0:0-4", Mark.UNSURE)])
    b = copy_of(a, "bo")
    act(a, "anna", [do.mark("a/0:0-4", Mark.UNSURE)])
    act(b, "bo", [do.mark("a/0:0-4", None)])
    assert take_in(a, b) == 0
    assert state(a)["marks"] == set()


def test_what_is_changed_and_changed_back_goes_when_the_copy_takes_it_away(
    a: Path, b: Path
) -> None:
    act(a, "anna", [do.stand("a", Status.LAST), do.stand("a", Status.NY)])
    act(b, "bo", [do.weed_out("a")])
    assert take_in(a, b) == 0
    assert take_in(b, a) == 0
    assert state(a) == state(b)
    with Project.open(a) as project:
        assert [one.id for one in project.submissions()] == ["b"]
