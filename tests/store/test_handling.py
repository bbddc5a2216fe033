"""What is said of how points are handled is undone without a trace, and never lost on the way."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspel_app.domain.coding import Passage, Theme
from inspel_app.domain.document import Location, Method
from inspel_app.domain.form import Answer, Respondent, Status
from inspel_app.domain.handling import (
    Disposition,
    Handled,
    Handling,
    Reason,
    Section,
    Source,
    State,
    Target,
    Via,
    Wording,
)
from inspel_app.store.project import Project, Run
from tests.store.samples import SETTINGS, audited, sha256_of, submission

TEXT = "Ett. Två. Tre. Fyr. Fem. Sex."
POINTS = tuple(f"a/0:{5 * n}-{5 * n + 4}" for n in range(6))
THEMES = {"t1": POINTS[:2], "t2": POINTS[2:4], "t3": POINTS[4:]}

Edit = Callable[[Project], None]


def passage(key: str) -> Passage:
    start, end = map(int, key.rpartition(":")[2].split("-"))
    return Passage(key, "a", "a/0", None, start, end, TEXT[start:end])


def theme(key: str, points: tuple[str, ...]) -> Theme:
    return Theme(key, None, key, (), points)


def themed(path: Path) -> Project:
    """A round with six points in three themes of the machine."""
    project = Project.create(path, SETTINGS)
    answer = Answer("a/0", None, TEXT, Method.TEXT, (Location(sha256_of(b"a"), 0, len(TEXT)),))
    with project.action("Läs in"):
        project.add_submission(replace(submission("a"), answers=(answer,)), {})
    project.save_passages(Run("passages", "", "", ""), map(passage, POINTS))
    project.save_themes(Run("themes", "", "", ""), (theme(*t) for t in THEMES.items()))
    return project


@pytest.fixture
def round_(path: Path) -> Iterator[Project]:
    with themed(path) as project:
        yield project


@contextmanager
def fresh() -> Iterator[Project]:
    with tempfile.TemporaryDirectory() as folder, themed(Path(folder) / "a.inspel") as project:
        yield project


def act(project: Project, edit: Edit) -> None:
    with project.action("Gör"):
        edit(project)


def stand(inspel: str, status: Status) -> Edit:
    return lambda p: p.update_submission(inspel, status=status)


def handled(project: Project) -> dict[str, Handled]:
    return project.handlings().resolve(project.passages(), project.themes())[0]


def answers(project: Project) -> dict[str, tuple[object, ...]]:
    """What is said of each point, be it by itself or by its theme."""
    return {
        key: (one.handling.disposition, one.handling.text, one.handling.state)
        for key, one in handled(project).items()
    }


def say(target: Target, disposition: Disposition | None, text: str = "") -> Edit:
    return lambda p: p.handling_edits.put(Handling(target, disposition, text, person="anna"))


def answer_theme(key: str, disposition: Disposition, text: str = "") -> Edit:
    """As the services do: what is handled is kept."""

    def edit(project: Project) -> None:
        for here in project.themes():
            if here.id == key:
                say(Target.theme(key), disposition, text)(project)
                project.theme_edits.keep(here, "anna")

    return edit


def move(points: tuple[str, ...], into: str) -> Edit:
    def edit(project: Project) -> None:
        now = {t.id: t for t in project.themes()}
        held = now[into].passages if into in now else ()
        joined = tuple(dict.fromkeys((*held, *points)))
        project.theme_edits.keep(theme(into, joined), "bo")
        for other in now.values():
            rest = tuple(p for p in other.passages if p not in points)
            if other.id != into and rest != other.passages:
                project.theme_edits.keep(replace(other, passages=rest), "bo")

    return edit


def release(key: str) -> Edit:
    return lambda p: p.theme_edits.release(key)


keys = st.sampled_from(sorted(THEMES))
points = st.lists(st.sampled_from(POINTS), min_size=1, max_size=3, unique=True).map(tuple)
dispositions = st.sampled_from(list(Disposition))
surgery = st.one_of(
    st.tuples(points, keys).map(lambda t: move(*t)),
    keys.map(release),
)
sayings = st.one_of(
    st.tuples(keys, dispositions, st.sampled_from(["", "Därför."])).map(lambda t: answer_theme(*t)),
    st.tuples(st.sampled_from(POINTS), dispositions).map(lambda t: say(Target.passage(t[0]), t[1])),
)


@settings(max_examples=25)
@given(first=st.lists(sayings, max_size=4), then=st.lists(surgery, min_size=1, max_size=4))
def test_nothing_said_is_lost_however_themes_are_made(first: list[Edit], then: list[Edit]) -> None:
    with fresh() as project:
        for edit in first:
            act(project, edit)
        for edit in then:
            before = answers(project)
            act(project, edit)
            after = answers(project)
            assert {key: after.get(key) for key in before} == before


@settings(max_examples=25)
@given(edits=st.lists(sayings | surgery, min_size=1, max_size=5))
def test_undo_after_do_is_nothing_and_redo_is_the_same(edits: list[Edit]) -> None:
    with fresh() as project:
        for edit in edits:
            before = audited(project.path)
            act(project, edit)
            after = audited(project.path)
            if after != before:
                project.undo()
                assert audited(project.path) == before
                project.redo()
                assert audited(project.path) == after


def test_a_point_is_handled_as_its_theme_unless_by_itself(round_: Project) -> None:
    act(round_, answer_theme("t1", Disposition.NOT_MET))
    act(round_, say(Target.passage(POINTS[0]), Disposition.MET))
    found = handled(round_)
    assert (found[POINTS[0]].handling.disposition, found[POINTS[0]].via) == (
        Disposition.MET,
        Via.OWN,
    )
    assert (found[POINTS[1]].via, found[POINTS[1]].theme) == (Via.THEME, "t1")
    assert POINTS[2] not in found


def test_a_point_that_the_machine_adds_to_a_handled_theme_is_a_draft(round_: Project) -> None:
    act(round_, answer_theme("t1", Disposition.MET))
    decided = Handling(Target.theme("t1"), Disposition.MET, state=State.DECIDED)
    act(round_, lambda p: p.handling_edits.put(decided))
    more = {**THEMES, "t1": POINTS[:3], "t2": POINTS[3:4]}
    round_.save_themes(Run("themes", "2", "", ""), (theme(*t) for t in more.items()))
    found = handled(round_)
    assert (found[POINTS[1]].via, found[POINTS[1]].handling.state) == (Via.THEME, State.DECIDED)
    assert (found[POINTS[2]].via, found[POINTS[2]].handling.state) == (Via.ADDED, State.DRAFT)


def test_halves_of_a_point_are_handled_as_the_whole(round_: Project) -> None:
    act(round_, say(Target.passage(POINTS[0]), Disposition.LATER, "Nästa gång."))
    parts = [passage("a/0:0-2"), passage("a/0:2-4")]
    act(round_, lambda p: p.decisions.recut([passage(POINTS[0])], parts, "anna"))
    found = answers(round_)
    assert {found["a/0:0-2"], found["a/0:2-4"]} == {(Disposition.LATER, "Nästa gång.", State.DRAFT)}


def test_points_that_become_one_keep_what_they_share(round_: Project) -> None:
    for key in POINTS[:2]:
        act(round_, say(Target.passage(key), Disposition.LATER, "Sedan."))
    before = answers(round_)[POINTS[0]]
    act(round_, lambda p: p.decisions.recut([*map(passage, POINTS[:2])], [passage("a/0:0-9")], "b"))
    assert answers(round_)["a/0:0-9"] == before


def test_points_handled_otherwise_that_become_one_are_open_with_both_reasons(
    round_: Project,
) -> None:
    act(round_, say(Target.passage(POINTS[0]), Disposition.LATER, "Sedan."))
    act(round_, say(Target.passage(POINTS[1]), Disposition.MET, "Ja."))
    act(round_, lambda p: p.decisions.recut([*map(passage, POINTS[:2])], [passage("a/0:0-9")], "b"))
    assert answers(round_)["a/0:0-9"] == (None, "Sedan.\nJa.", State.DRAFT)


def test_a_point_that_leaves_its_theme_by_being_joined_keeps_its_answer(round_: Project) -> None:
    act(round_, answer_theme("t1", Disposition.NOT_MET, "Nej."))
    joined = [passage(POINTS[1]), passage(POINTS[2])]
    act(round_, lambda p: p.decisions.recut(joined, [passage("a/0:5-14")], "bo"))
    assert answers(round_)["a/0:5-14"] == (Disposition.NOT_MET, "Nej.", State.DRAFT)


def test_what_is_said_goes_to_the_points_that_the_machine_cuts_anew(round_: Project) -> None:
    act(round_, say(Target.passage(POINTS[0]), Disposition.MET))
    act(round_, answer_theme("t2", Disposition.LATER))
    anew = [passage("a/0:0-7"), passage("a/0:10-14"), passage("a/0:15-29")]
    round_.save_passages(Run("passages", "2", "", ""), anew)
    found, lost = round_.handlings().resolve(round_.passages(), round_.themes())
    first = found["a/0:0-7"]
    assert (first.handling.disposition, first.via) == (Disposition.MET, Via.EARLIER)
    assert not lost
    assert found["a/0:10-14"].handling.disposition is Disposition.LATER
    assert "a/0:15-29" not in found


def test_what_is_said_of_a_point_that_is_nowhere_is_told(round_: Project) -> None:
    act(round_, say(Target.passage(POINTS[0]), Disposition.MET))
    round_.save_passages(Run("passages", "2", "", ""), [passage("a/0:5-29")])
    found, lost = round_.handlings().resolve(round_.passages(), round_.themes())
    assert not found
    assert [one.target.id for one in lost] == [POINTS[0]]


def test_a_reason_tells_where_it_is_used_and_changes_there(round_: Project) -> None:
    used = Handling(Target.theme("t1"), Disposition.NOT_MET, reason="m1")
    act(round_, lambda p: p.handling_edits.put_reason(Reason("m1", "Utanför", "Ej vårt."), "anna"))
    act(round_, lambda p: p.handling_edits.put(used))
    assert round_.reasons()[0].uses == (Target.theme("t1"),)
    act(round_, lambda p: p.handling_edits.put_reason(Reason("m1", "Utanför", "Nej."), "anna"))
    assert round_.handlings().themes["t1"].text == "Nej."
    act(round_, lambda p: p.handling_edits.drop_reason(round_.reasons()[0]))
    assert round_.handlings().themes["t1"].text == "Nej."
    assert round_.handlings().themes["t1"].reason is None
    assert not round_.reasons()


def test_what_a_theme_led_to_goes_with_the_points_that_leave_it(round_: Project) -> None:
    section, source = (
        Section("s1", "3.3", "Rubrik", "Gammalt."),
        Source(Target.theme("t1"), "Nytt."),
    )
    act(round_, lambda p: p.text_edits.put_sections([section], "anna"))
    act(round_, lambda p: p.text_edits.put_wording(Wording("s1", "Nytt.", (source,)), "anna"))
    act(round_, move(POINTS[:1], "t2"))
    left = Source(Target.passage(POINTS[0]), "Nytt.")
    assert set(round_.wordings()["s1"].sources) == {source, left}


def test_what_is_said_of_handling_changes_nothing_of_what_is_told_in_lists(round_: Project) -> None:
    act(round_, answer_theme("t1", Disposition.MET))
    act(round_, say(Target.passage(POINTS[0]), Disposition.NOT_MET))
    for entry in round_.log()[-2:]:
        assert round_.touched(entry.number) == (frozenset(), False)


def test_a_part_of_a_point_that_a_person_put_in_a_theme_is_handled_as_that(round_: Project) -> None:
    act(round_, move(POINTS[:1], "t2"))
    act(round_, answer_theme("t2", Disposition.LATER))
    parts = [passage("a/0:0-2"), passage("a/0:2-4")]
    act(round_, lambda p: p.decisions.recut([passage(POINTS[0])], parts, "anna"))
    assert {handled(round_)[part.id].via for part in parts} == {Via.THEME}
    assert not round_.handlings().passages


def test_only_where_it_counts_does_where_an_inspel_stands_concern_all(round_: Project) -> None:
    (inspel,) = round_.submissions()
    for status, whole in (
        (Status.LAST, False),
        (Status.KLAR, False),
        (Status.RAKNAS_INTE, True),
        (Status.LAST, True),
    ):
        act(round_, stand(inspel.id, status))
        assert round_.touched(round_.log()[-1].number) == (frozenset(), whole), status
    act(round_, lambda p: p.update_submission(inspel.id, assignee="Bo"))
    assert not round_.touched(round_.log()[-1].number).whole
    act(round_, lambda p: p.update_respondent(inspel.id, Respondent("Malå")))
    assert round_.touched(round_.log()[-1].number).whole


def test_of_a_theme_that_is_given_back_nothing_is_said_any_longer(round_: Project) -> None:
    act(round_, move(POINTS[:1], "t2"))
    act(round_, answer_theme("t2", Disposition.LATER))
    act(round_, lambda p: p.theme_edits.release("t2"))
    said = round_.handlings()
    assert "t2" not in said.themes
    assert POINTS[0] not in said.places
    assert "t2" not in {theme.id for theme in round_.kept_themes()}
    assert answers(round_)[POINTS[0]] == (Disposition.LATER, "", State.DRAFT)
