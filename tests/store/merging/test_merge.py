"""Copies of a round put together: laws that hold whatever people do, and what each rule means."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st

from inspel_app.domain.coding import Mark
from inspel_app.domain.form import Status
from inspel_app.domain.handling import Disposition
from inspel_app.store.merging.conflicts import Side
from inspel_app.store.project import Project
from tests.store.merging import copies as do
from tests.store.merging.copies import Deed, act, copy_of, make_round, state, take_in
from tests.store.samples import RUN

P = "a/0:0-4"
FEW = how(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
work = st.lists(do.deeds, min_size=2, max_size=6)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_round(tmp_path_factory.mktemp("omgång") / "bas.inspel")


@pytest.fixture
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as name:
        yield Path(name)


@pytest.fixture
def a(base: Path, folder: Path) -> Path:
    """Anna's copy."""
    return Path(shutil.copyfile(base, folder / "a.inspel"))


@pytest.fixture
def b(base: Path, folder: Path) -> Path:
    """Bo's copy."""
    return Path(shutil.copyfile(base, folder / "b.inspel"))


def both(base: Path, folder: str, anna: Sequence[Deed], bo: Sequence[Deed]) -> tuple[Path, Path]:
    """The two copies, in which Anna and Bo have worked."""
    made = [Path(shutil.copyfile(base, Path(folder) / f"{name}.inspel")) for name in "ab"]
    return act(made[0], "anna", anna), act(made[1], "bo", bo)


@FEW
@given(work, work)
def test_it_does_not_matter_who_takes_in_whom(
    base: Path, anna: Sequence[Deed], bo: Sequence[Deed]
) -> None:
    with TemporaryDirectory() as folder:
        a, b = both(base, folder, anna, bo)
        ab, ba = copy_of(a, "ab"), copy_of(b, "ba")
        open_here, open_there = take_in(ab, b), take_in(ba, a)
        assert open_here == open_there
        if not open_here:
            assert state(ab) == state(ba)


@FEW
@given(work, work)
def test_what_is_taken_in_twice_changes_nothing(
    base: Path, anna: Sequence[Deed], bo: Sequence[Deed]
) -> None:
    with TemporaryDirectory() as folder:
        a, b = both(base, folder, anna, bo)
        take_in(a, b)
        before, log = state(a), len(log_of(a))
        take_in(a, b)
        take_in(a, copy_of(a, "samma"))
        assert state(a) == before
        assert len(log_of(a)) == log


@FEW
@given(work, work)
def test_one_undo_takes_all_of_it_back(
    base: Path, anna: Sequence[Deed], bo: Sequence[Deed]
) -> None:
    with TemporaryDirectory() as folder:
        a, b = both(base, folder, anna, bo)
        before, log = state(a), len(log_of(a))
        take_in(a, b)
        together = state(a)
        with Project.open(a) as project:
            if len(project.log()) == log:
                return
            project.undo()
        assert state(a) == before
        take_in(a, b)
        assert state(a) == together


@FEW
@given(work, work, work)
def test_work_goes_on_after_it_and_is_taken_in_again(
    base: Path, anna: Sequence[Deed], bo: Sequence[Deed], later: Sequence[Deed]
) -> None:
    with TemporaryDirectory() as folder:
        a, b = both(base, folder, anna, bo)
        if take_in(a, b):
            return
        act(b, "bo", later)
        if take_in(a, b):
            return
        assert take_in(b, a) == 0
        assert state(b) == state(a)


def log_of(path: Path) -> list[object]:
    with Project.open(path) as project:
        return list(project.log())


def test_what_both_say_is_kept_with_who_said_it(a: Path, b: Path) -> None:
    act(a, "anna", [do.code(P, "3.1"), do.note(P, "Se bilaga"), do.stand("a", Status.LAST)])
    act(b, "bo", [do.code(P, "5.1"), do.note(P, "Nej"), do.give("a", "Bo")])
    assert take_in(a, b) == 0
    with Project.open(a) as project:
        said = {who: [x.code for x in told[P]] for who, told in project.codings().items()}
        assert said == {"anna": ["3.1"], "bo": ["5.1"]}
        assert {n.person: n.text for n in project.notes(P)} == {"anna": "Se bilaga", "bo": "Nej"}
        inspel = project.submission("a")
        assert (inspel.status, inspel.assignee) == (Status.LAST, "Bo")


def test_the_history_tells_what_was_done_in_the_copy(a: Path, b: Path) -> None:
    act(b, "bo", [do.code(P, "5.1"), do.note(P, "Nej")])
    take_in(a, b)
    with Project.open(a) as project:
        taken = project.taken()
        assert [(t.name, t.by, t.copy) for t in taken] == [
            ("Gör 0", "bo", "b"),
            ("Gör 1", "bo", "b"),
        ]
        merge = project.log()[-1].number
        assert {t.merge for t in taken} == {merge}
        project.undo()
        assert project.taken() == []


@pytest.mark.parametrize(
    ("anna", "bo", "table"),
    [
        (do.stand("a", Status.LAST), do.stand("a", Status.KLAR), "submissions"),
        (do.sender("a", unit="Norr"), do.sender("a", unit="Söder"), "submissions"),
        (do.sender("a", contact="Ann"), do.sender("a", contact="Bo"), "contacts"),
        (do.settings(deadline="2025-10-01"), do.settings(deadline="2025-11-01"), "settings"),
        (do.mark(P, Mark.UNSURE), do.mark(P, Mark.NO_POINT), "marks"),
        (do.code(P, "3.1"), do.reject(P, "3.1"), "rejections"),
        (do.reject(P, "3.1"), do.code(P, "3.1"), "assignments"),
        (do.code(P, "3.1"), do.mark(P, Mark.NO_POINT), "marks"),
        (do.mark(P, Mark.NO_POINT), do.code(P, "3.1"), "assignments"),
        (do.split(P, 1), do.split(P, 2), "cuts"),
        (do.handle(P, Disposition.MET), do.handle(P, Disposition.NOT_MET), "handlings"),
        (do.theme("t1", "Ny väg", [P]), do.theme("t1", "Gammal väg", [P]), "kept_themes"),
        (do.release("t1"), do.theme("t1", "Ny väg", do.PASSAGES[:2]), "kept_themes"),
        (do.theme("t1", "Ny väg", do.PASSAGES[:2]), do.release("t1"), "kept_themes"),
        (do.write("Så"), do.write("Si"), "wordings"),
        (do.quote(P), do.never_quote(P), "quotings"),
        (do.never_quote(P), do.quote(P), "quotings"),
        (do.correct("a", 0, "Svar noll"), do.correct("a", 0, "Svar O"), "answers"),
        (do.weed_out("a"), do.stand("a", Status.KLAR), "submissions"),
        (do.stand("a", Status.KLAR), do.weed_out("a"), "submissions"),
    ],
)
def test_what_is_said_in_two_ways_stands_until_it_is_settled(
    a: Path, b: Path, anna: Deed, bo: Deed, table: str
) -> None:
    act(a, "anna", [anna])
    act(b, "bo", [bo])
    theirs, mine = state(b), state(a)
    assert take_in(a, b) == 1
    assert state(a)[table] == mine[table]
    with Project.open(a) as project:
        (conflict,) = project.conflicts()
        assert table in {change.table for change in conflict.theirs.changes}
        assert (conflict.ours.by, conflict.theirs.by, conflict.copy) == ("anna", "bo", "b")
        with project.action("Avgör", "eva"):
            project.settle(conflict, Side.THEIRS)
        assert project.conflicts() == ()
    assert state(a)[table] == theirs[table]
    with Project.open(a) as project:
        project.undo()
        assert len(project.conflicts()) == 1
        with project.action("Avgör", "eva"):
            project.settle(conflict, Side.MINE)
        assert project.conflicts() == ()
    assert state(a)[table] == mine[table]
    assert take_in(a, b) == 0
    assert take_in(b, a) == 0
    assert state(b)[table] == mine[table]


@pytest.mark.parametrize(
    ("anna", "bo", "submission"),
    [
        (do.stand("a", Status.LAST), do.stand("a", Status.KLAR), "a"),
        (do.sender("b", contact="Ann"), do.sender("b", contact="Bo"), "b"),
        (do.mark(P, Mark.UNSURE), do.mark(P, Mark.NO_POINT), "a"),
        (do.split(P, 1), do.split(P, 2), "a"),
        (do.correct("b", 0, "Svar noll"), do.correct("b", 0, "Svar O"), "b"),
        (do.weed_out("b"), do.stand("b", Status.KLAR), "b"),
        (do.settings(title="Ett"), do.settings(title="Två"), ""),
    ],
)
def test_a_conflict_tells_which_inspel_it_is_of(
    a: Path, b: Path, anna: Deed, bo: Deed, submission: str
) -> None:
    act(a, "anna", [anna])
    act(b, "bo", [bo])
    take_in(a, b)
    with Project.open(a) as project:
        assert [conflict.submission for conflict in project.conflicts()] == [submission]


def test_settled_the_other_way_it_is_open_again(a: Path, b: Path) -> None:
    act(a, "anna", [do.mark(P, Mark.UNSURE)])
    act(b, "bo", [do.mark(P, Mark.NO_POINT)])
    assert take_in(a, copy_of(b, "c")) == 1
    assert take_in(b, copy_of(a, "d")) == 1
    for path in (a, b):
        with Project.open(path) as project, project.action("Avgör"):
            project.settle(project.conflicts()[0], Side.MINE)
    assert take_in(a, b) == 1


def test_a_settled_conflict_is_settled_in_the_other_copy_too(a: Path, b: Path) -> None:
    act(a, "anna", [do.mark(P, Mark.UNSURE)])
    act(b, "bo", [do.mark(P, Mark.NO_POINT)])
    assert take_in(b, a) == 1
    assert take_in(a, copy_of(b, "c")) == 1
    with Project.open(a) as project, project.action("Avgör"):
        project.settle(project.conflicts()[0], Side.MINE)
    assert take_in(b, a) == 0
    assert state(b)["marks"] == state(a)["marks"]


@pytest.mark.parametrize("side", list(Side))
def test_whichever_side_it_was_settled_for_it_is_settled_in_the_other_copy(
    a: Path, b: Path, side: Side
) -> None:
    act(a, "anna", [do.mark(P, Mark.UNSURE)])
    act(b, "bo", [do.mark(P, Mark.NO_POINT)])
    before = copy_of(a, "före")
    assert take_in(a, b) == 1
    assert take_in(b, before) == 1
    with Project.open(a) as project, project.action("Avgör"):
        project.settle(project.conflicts()[0], side)
    assert take_in(b, a) == 0
    assert state(b)["marks"] == state(a)["marks"]


def test_cuts_of_other_answers_or_side_by_side_are_no_conflict(a: Path, b: Path) -> None:
    act(a, "anna", [do.split(P, 2)])
    assert take_in(b, a) == 0
    act(a, "anna", [do.split("a/0:0-2", 1), do.split("b/0:0-4", 1)])
    act(b, "bo", [do.split("a/0:2-4", 1), do.split("a/1:0-4", 3)])
    assert take_in(a, b) == 0
    with Project.open(a) as project:
        cuts = {p.id for p in project.passages()}
    assert cuts > {f"a/0:{n}-{n + 1}" for n in range(4)}
    assert cuts > {"a/1:0-3", "a/1:3-4", "b/0:0-1", "b/0:1-4"}


def test_a_cut_stands_under_the_heading_that_it_has_in_the_copy(a: Path, b: Path) -> None:
    with Project.open(b) as project:
        project.save_passages(RUN, [replace(p, heading="Vägar") for p in project.passages()])
    act(b, "bo", [do.split("a/0:0-4", 2), do.split("b/0:0-4", 1)])
    act(a, "anna", [do.split("a/0:0-4", 2)])
    assert take_in(a, b) == 0
    with Project.open(a) as project:
        told = {p.id: p.heading for p in project.passages()}
    assert (told["b/0:0-1"], told["b/0:1-4"]) == ("Vägar", "Vägar")
    assert told["a/0:0-2"] == ""


def test_what_is_said_goes_with_a_text_that_was_corrected_in_the_copy(a: Path, b: Path) -> None:
    act(a, "anna", [do.code("a/0:0-4", "3.1")])
    act(b, "bo", [do.correct("a", 0, "Svaret 0")])
    assert take_in(a, b) == 0
    assert codes(a) == {"a/0:0-6": "3.1"}


def test_what_is_said_goes_with_a_text_that_was_corrected_here(a: Path, b: Path) -> None:
    act(a, "anna", [do.correct("a", 0, "Svaret 0")])
    act(b, "bo", [do.code("a/0:0-4", "3.1")])
    assert take_in(a, b) == 0
    assert codes(a) == {"a/0:0-6": "3.1"}


@pytest.mark.parametrize("cutter", ["anna", "bo"])
def test_what_is_said_goes_to_both_parts_of_a_passage_that_was_cut(
    a: Path, b: Path, cutter: str
) -> None:
    deeds = {True: [do.split(P, 2)], False: [do.code(P, "3.1"), do.note(P, "Se")]}
    act(a, "anna", deeds[cutter == "anna"])
    act(b, "bo", deeds[cutter == "bo"])
    assert take_in(a, b) == 0
    assert codes(a) == {"a/0:0-2": "3.1", "a/0:2-4": "3.1"}
    with Project.open(a) as project:
        assert set(project.notes_by_passage()) == {"a/0:0-2"}


def test_what_is_said_goes_with_a_text_that_was_corrected_and_then_cut(a: Path, b: Path) -> None:
    act(b, "bo", [do.code(P, "3.1"), do.correct("a", 0, "Svaret 0"), do.split(P, 2)])
    assert codes(b) == {"a/0:0-2": "3.1", "a/0:2-4": "3.1"}
    assert take_in(a, b) == 0
    assert codes(a) == codes(b)


def test_what_waits_to_be_cut_anew_is_the_same_for_whoever_takes_in_whom(a: Path, b: Path) -> None:
    act(b, "bo", [do.theme("t1", "Vägar", [P])])
    assert take_in(a, b) == 0
    act(b, "bo", [do.correct("a", 0, "Svaret 0"), do.split(P, 1)])
    assert take_in(a, b) == 0
    assert take_in(b, a) == 0
    assert state(a) == state(b)


def codes(path: Path) -> dict[str, str]:
    with Project.open(path) as project:
        rows = project._db.execute("SELECT passage, code FROM assignments ORDER BY passage")
        return dict(rows.fetchall())


def test_new_inspel_come_with_their_files_and_get_numbers_of_their_own(a: Path, b: Path) -> None:
    act(a, "anna", [do.receive("c")])
    act(b, "bo", [do.receive("d"), do.receive("c"), do.stand("d", Status.LAST)])
    assert take_in(a, b) == 0
    with Project.open(a) as project:
        assert {s.id: s.number for s in project.submissions()} == {"a": 1, "b": 2, "c": 3, "d": 4}
        assert project.original(project.submission("d").files[0].sha256) == b"d"
        assert project.submission("d").status is Status.LAST


def test_themes_that_got_the_same_id_in_two_copies_are_two(a: Path, b: Path) -> None:
    act(a, "anna", [do.new_theme("Bredband", ["b/0:0-4"])])
    act(b, "bo", [do.new_theme("Bussar", ["b/1:0-4"])])
    assert take_in(a, b) == 0
    with Project.open(a) as project:
        found = {t.label: t.passages for t in project.themes()}
    assert found["Bredband"] == ("b/0:0-4",)
    assert found["Bussar"] == ("b/1:0-4",)
    act(b, "bo", [do.theme("t2", "Bussar och tåg", ["b/1:0-4"])])
    assert take_in(a, b) == 0
    with Project.open(a) as project:
        assert {t.label for t in project.themes()} == {"Vägar", "Bredband", "Bussar och tåg"}


def test_a_theme_that_was_taken_in_is_itself_also_when_another_has_its_points_since(
    a: Path, b: Path
) -> None:
    act(b, "bo", [do.new_theme("Bussar", [P])])
    assert take_in(a, b) == 0
    act(b, "bo", [do.new_theme("Tåg", [P])])
    assert take_in(a, b) == 0
    assert take_in(b, a) == 0
    assert state(a) == state(b)
    with Project.open(a) as project:
        themes = {t.label: t.passages for t in project.kept_themes()}
    assert themes == {"Vägar": ("a/1:0-4",), "Bussar": (), "Tåg": (P,)}


@pytest.mark.parametrize("order", list(permutations(("anna", "bo", "cia"))))
def test_themes_of_the_same_point_are_one_whenever_a_third_cuts_it(
    base: Path, folder: Path, order: Sequence[str]
) -> None:
    point = "b/0:0-4"
    done = {
        "anna": [do.new_theme("Bussar", [point])],
        "bo": [do.new_theme("Bussar", [point])],
        "cia": [do.split(point, 2)],
    }
    for name, deeds in done.items():
        act(Path(shutil.copyfile(base, folder / f"{name}.inspel")), name, deeds)
    first, *others = (folder / f"{name}.inspel" for name in order)
    assert [take_in(first, other) for other in others] == [0, 0]
    with Project.open(first) as project:
        found = [(t.label, t.passages) for t in project.kept_themes() if t.id != "t1"]
    assert found == [("Bussar", ("b/0:0-2", "b/0:2-4"))]


def test_reasons_with_the_same_id_are_two_and_those_with_the_same_title_one(
    a: Path, b: Path
) -> None:
    act(
        a, "anna", [do.reason("Redan med", "Det står där.", P), do.reason("Lag", "Lag.", "b/0:0-4")]
    )
    act(b, "bo", [do.reason("Lag", "Lag.", "b/1:0-4"), do.reason("Pengar", "Nej.", "b/2:0-4")])
    assert take_in(a, b) == 0
    with Project.open(a) as project:
        said = {h.target.id: h.text for h in project.handlings().passages.values()}
        assert {r.title for r in project.reasons()} == {"Redan med", "Lag", "Pengar"}
    assert said == {P: "Det står där.", "b/0:0-4": "Lag.", "b/1:0-4": "Lag.", "b/2:0-4": "Nej."}


def test_work_that_passed_through_a_third_copy_is_known(a: Path, b: Path) -> None:
    c = copy_of(b, "c")
    act(c, "cia", [do.mark(P, Mark.UNSURE)])
    assert take_in(b, c) == 0
    assert take_in(a, b) == 0
    act(a, "anna", [do.mark(P, None)])
    assert take_in(a, c) == 0
    with Project.open(a) as project:
        assert state(a)["marks"] == set()
        assert {t.by for t in project.taken()} >= {"cia"}
