"""Rows of two copies put in place: where a thing stands here is its own matter."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from inspel_app.domain.coding import Mark
from inspel_app.domain.composition import SectionEdit
from inspel_app.domain.form import Status
from inspel_app.domain.handling import Reason, Section
from inspel_app.store.project import Project
from tests.store.merging import copies as do
from tests.store.merging.copies import Deed, act, copy_of, make_round, state, take_in


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


def said_of(path: Path, table: str) -> Iterable[tuple[object, ...]]:
    with Project.open(path) as project:
        return project._db.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - our own names


def reason(title: str, text: str) -> Deed:
    return lambda p, by: p.handling_edits.put_reason(Reason("m1", title, text), by)


def section(heading: str, text: str) -> Deed:
    return lambda p, by: p.text_edits.put_sections([Section("s1", "3.1", heading, text)], by)


def report(text: str, *, left_out: bool) -> Deed:
    edit = SectionEdit("metod", "Metod", text=text, left_out=left_out)
    return lambda p, by: p.composition_edits.put(edit, by)


@pytest.mark.parametrize(
    ("before", "anna", "bo", "both"),
    [
        (reason("Lag", "Nu."), reason("Lagen", "Nu."), reason("Lag", "Sen."), ("Lagen", "Sen.")),
        (section("Väg", "Nu."), section("Vägar", "Nu."), section("Väg", "Sen."), ("Vägar", "Sen.")),
        (
            report("Nu.", left_out=False),
            report("Nu.", left_out=True),
            report("Sen.", left_out=False),
            ("Sen.", 1),
        ),
        (
            do.settings(title="Ett", dnr="1"),
            do.settings(title="Två", dnr="1"),
            do.settings(title="Ett", dnr="2"),
            ("Två", "2"),
        ),
    ],
)
def test_different_facts_of_one_thing_are_no_conflict_and_both_hold(
    a: Path, before: Deed, anna: Deed, bo: Deed, both: tuple[object, ...]
) -> None:
    act(a, "eva", [before])
    b = copy_of(a, "bo")
    act(a, "anna", [anna])
    act(b, "bo", [bo])
    assert take_in(a, b) == 0
    assert take_in(b, a) == 0
    assert state(a) == state(b)
    tables = ("reasons", "sections", "report_sections", "settings")
    assert any({*both} <= {*row} for table in tables for row in said_of(a, table))


def test_what_both_found_in_a_file_is_what_one_of_them_found_where_the_other_found_nothing(
    a: Path, b: Path
) -> None:
    act(a, "anna", [do.receive("c")])
    act(b, "bo", [do.receive("c")])
    act(b, "bo", [do.sender("c", unit="Kultur")])
    assert take_in(a, b) == 0
    assert take_in(b, copy_of(a, "c")) == 0
    for path in (a, b):
        with Project.open(path) as project:
            assert project.submission("c").respondent.unit == "Kultur"


def test_it_is_told_by_whom_that_is_which_stands(a: Path) -> None:
    act(a, "eva", [do.mark("a/0:0-4", Mark.UNSURE), do.mark("a/1:0-4", Mark.UNSURE)])
    b = copy_of(a, "bo")
    act(a, "anna", [do.mark("a/1:0-4", Mark.NO_POINT)])
    act(b, "bo", [do.mark("a/0:0-4", Mark.NO_POINT), do.mark("a/1:0-4", Mark.NO_POINT)])
    before = copy_of(a, "före")
    assert take_in(a, b) == 0
    assert take_in(b, before) == 0
    told = [("a/0:0-4", Mark.NO_POINT, "bo"), ("a/1:0-4", Mark.NO_POINT, "anna")]
    assert said_of(a, "marks") == said_of(b, "marks") == told


def test_a_code_that_is_rejected_is_a_conflict_and_other_codes_come_in(a: Path, b: Path) -> None:
    point = "a/0:0-4"
    act(a, "anna", [do.code(point, "3.1"), do.code(point, "3.2")])
    act(b, "bo", [do.reject(point, "3.1"), do.code(point, "5.1")])
    assert take_in(a, b) == 1
    with Project.open(a) as project:
        (conflict,) = project.conflicts()
        given = {key: [c.code for c in told] for key, told in project.codings()["bo"].items()}
    assert {change.key[1] for change in conflict.theirs.changes} == {"3.1"}
    assert given == {point: ["5.1"]}
