from collections.abc import Callable
from pathlib import Path

import pytest

from inspel_app.domain.coding import Mark
from inspel_app.errors import UsageError
from inspel_app.services.jobs import finish
from inspel_app.services.points import Filter, Order, State
from inspel_app.services.tagging import Done, Tagging
from inspel_app.services.theming import propose
from inspel_app.store.project import Project
from tests.services.tagged_round import add_answer, make
from tests.store.samples import audited


@pytest.fixture
def ids(project: Project) -> list[str]:
    """Three points of a letter: sure of 3.3, between 3.2 and 4.3, and without any suggestion."""
    found = add_answer(project, "a")
    make(
        project,
        found,
        {found[0]: {"3.3": 910, "3.1": 20}, found[1]: {"3.2": 410, "4.3": 390}},
    )
    return found


@pytest.fixture
def tagging(project: Project, ids: list[str]) -> Tagging:
    assert ids
    return Tagging(project, "anna")


def codes(tagging: Tagging, passage: str) -> list[tuple[str, str]]:
    return [(a.code, a.origin.value) for a in tagging.queue.point(passage).assignments]


ACTIONS: dict[str, Callable[[Tagging, list[str]], Done]] = {
    "Koppla en synpunkt till 4.3, 1.2": lambda t, p: t.assign(["4.3", "1.2"], p[:1]),
    "Koppla 3 synpunkter till 5.1": lambda t, p: t.assign(["5.1"], p),
    "Koppla en synpunkt till 3.3": lambda t, p: t.accept(p[:1]),
    "Godta 2 förslag": lambda t, p: t.accept(p),
    "Godta ett förslag över 90 %": lambda t, _p: t.accept_all(t.preview(900)),
    "Godta 2 förslag över 40 %": lambda t, _p: t.accept_all(t.preview(400)),
    "Avvisa 3.3 för en synpunkt": lambda t, p: t.reject("3.3", p[:1]),
    "Avvisa 3.2 för 3 synpunkter": lambda t, p: t.reject("3.2", p),
    "Koppla en synpunkt till 4.3 i stället för 3.2": lambda t, p: t.replace("3.2", ["4.3"], p[1:2]),
    "Koppla 3 synpunkter till 1.1, 5.1 i stället för 3.3": lambda t, p: t.replace(
        "3.3", ["1.1", "5.1"], p
    ),
    "Markera som ingen synpunkt (1)": lambda t, p: t.mark(Mark.NO_POINT, p[2:]),
    "Markera som osäker (3)": lambda t, p: t.mark(Mark.UNSURE, p),
    "Skriv en anteckning": lambda t, p: t.note(p[1], " Fråga kommunen. "),
}


@pytest.mark.parametrize("name", ACTIONS)
def test_action_tells_its_name_and_is_undone_and_redone_whole(
    project: Project, tagging: Tagging, ids: list[str], name: str
) -> None:
    before, points = audited(project.path), tagging.queue.found()
    done = ACTIONS[name](tagging, ids)
    after, seen = audited(project.path), tagging.queue.found()
    assert done == Done(name, tuple(ids))
    assert project.log()[-1].name == name
    assert project.log()[-1].by == "anna"
    assert after != before
    assert tagging.undo() == Done(f"Ångra: {name}", tuple(ids))
    assert audited(project.path) == before
    assert tagging.queue.found() == points
    assert tagging.redo() == Done(f"Gör om: {name}", tuple(ids))
    assert audited(project.path) == after
    assert tagging.queue.found() == seen


@pytest.mark.parametrize("name", ACTIONS)
def test_queue_is_as_if_it_had_been_read_anew_after_each_action(
    project: Project, tagging: Tagging, ids: list[str], name: str
) -> None:
    ACTIONS[name](tagging, ids)
    anew = Tagging(project, "anna").queue
    assert tagging.queue.found() == anew.found()
    assert tagging.queue.counts() == anew.counts()
    tagging.undo()
    anew = Tagging(project, "anna").queue
    assert tagging.queue.found() == anew.found()
    assert tagging.queue.counts() == anew.counts()


def test_what_changes_nothing_is_no_action(
    project: Project, tagging: Tagging, ids: list[str]
) -> None:
    tagging.assign(["3.3"], ids[:1])
    tagging.reject("3.2", ids[:1])
    number = project.log()[-1].number
    assert tagging.assign(["3.3"], ids[:1]) == Done()
    assert tagging.reject("3.2", ids[:1]) == Done()
    assert tagging.unassign(["1.1"], ids) == Done()
    assert tagging.mark(None, ids) == Done()
    assert tagging.accept(ids[2:]) == Done()
    assert project.log()[-1].number == number


def test_undo_and_redo_do_nothing_where_there_is_nothing(tagging: Tagging) -> None:
    assert tagging.redo() == Done()
    assert tagging.undo() == Done("Ångra: Läs in", whole=True)
    assert tagging.queue.found() == []
    assert tagging.undo() == Done()
    assert tagging.redo().whole
    assert len(tagging.queue) == 3


def test_rejected_code_is_proposed_no_more_and_the_next_one_is(
    tagging: Tagging, ids: list[str]
) -> None:
    assert codes(tagging, ids[1]) == [("3.2", "suggestion"), ("4.3", "suggestion")]
    tagging.reject("3.2", [ids[1]])
    assert codes(tagging, ids[1]) == [("4.3", "suggestion")]
    assert tagging.project.passages()[1].code == "4.3"
    tagging.assign(["3.2"], [ids[1]])
    assert codes(tagging, ids[1]) == [("3.2", "person"), ("4.3", "suggestion")]
    tagging.reject("3.2", [ids[1]])
    assert codes(tagging, ids[1]) == [("4.3", "suggestion")]
    tagging.unassign(["3.2"], [ids[1]])
    assert codes(tagging, ids[1]) == [("3.2", "suggestion"), ("4.3", "suggestion")]


def test_a_code_takes_the_place_of_another(tagging: Tagging, ids: list[str]) -> None:
    tagging.replace("3.2", ["4.3"], [ids[1]])
    assert codes(tagging, ids[1]) == [("4.3", "person")]
    assert tagging.queue.point(ids[1]).said.rejected == {"3.2"}


def test_a_code_cannot_take_its_own_place(tagging: Tagging, ids: list[str]) -> None:
    with pytest.raises(UsageError, match="ersätta sig själv"):
        tagging.replace("3.2", ["3.2"], ids)


def test_code_of_the_field_is_rejected_like_any(project: Project) -> None:
    (key, *_others) = add_answer(project, "b", field="3.2.behov")
    make(project, [key], {key: {"3.3": 910}}, {key: ("3.2", "behov")})
    tagging = Tagging(project, "anna")
    assert codes(tagging, key) == [("3.2", "form"), ("3.3", "suggestion")]
    tagging.reject("3.2", [key])
    assert codes(tagging, key) == [("3.3", "suggestion")]
    tagging.accept([key])
    (said,) = tagging.queue.point(key).said.decided
    assert (said.code, said.aspect) == ("3.3", "behov")


def test_code_replies_to_the_question_of_the_field(project: Project) -> None:
    (key, *_others) = add_answer(project, "b", field="3.2.behov")
    make(project, [key], {}, {key: ("3.2", "behov")})
    tagging = Tagging(project, "anna")
    tagging.assign(["4.3"], [key])
    assert [a.aspect for a in tagging.queue.point(key).said.decided] == ["behov"]


def test_same_codes_as_last_are_given_again(tagging: Tagging, ids: list[str]) -> None:
    with pytest.raises(UsageError, match="Ingen synpunkt är kopplad"):
        tagging.repeat(ids[:1])
    tagging.assign(["4.3", "1.2"], ids[:1])
    tagging.repeat(ids[2:])
    assert [c for c, _o in codes(tagging, ids[2])] == ["4.3", "1.2"]
    tagging.accept([ids[1]])
    tagging.repeat(ids[2:])
    assert [c for c, _o in codes(tagging, ids[2])] == ["4.3", "1.2", "3.2"]


def test_code_makes_a_point_of_what_was_none(tagging: Tagging, ids: list[str]) -> None:
    tagging.mark(Mark.NO_POINT, ids)
    assert {p.state for p in tagging.queue.found()} == {State.NO_POINT}
    assert all(count.within == 0 for count in tagging.queue.counts().values())
    tagging.assign(["3.3"], ids[:1])
    assert tagging.queue.point(ids[0]).state is State.CODED
    tagging.mark(Mark.UNSURE, ids[:1])
    tagging.assign(["3.2"], ids[:1])
    assert tagging.queue.point(ids[0]).state is State.UNSURE


def test_preview_tells_what_accepting_all_does(tagging: Tagging, ids: list[str]) -> None:
    tagging.assign(["1.1"], [ids[0]])
    preview = tagging.preview(400)
    assert preview.passages == (ids[1],)
    assert preview.counts == (("3.2", 1),)
    tagging.undo()
    assert dict(tagging.preview(400).counts) == {"3.3": 1, "3.2": 1}
    assert tagging.preview(400, Filter(text="vägen")).passages == (ids[1],)
    tagging.accept_all(tagging.preview(400))
    assert tagging.preview(400).passages == ()
    assert tagging.queue.headway().decided == 2


def test_what_was_decided_since_the_preview_stands(tagging: Tagging, ids: list[str]) -> None:
    preview = tagging.preview(400)
    tagging.reject("3.2", [ids[1]])
    tagging.assign(["1.1"], [ids[0]])
    assert tagging.accept_all(preview) == Done()


def test_unknown_code_and_lost_passage_are_refused(tagging: Tagging, ids: list[str]) -> None:
    with pytest.raises(UsageError, match=r"99\.9 är ingen del av strategin"):
        tagging.assign(["99.9"], ids)
    with pytest.raises(UsageError, match="99"):
        tagging.keep_favourites(["99.9"])
    with pytest.raises(UsageError, match="finns inte längre"):
        tagging.assign(["3.3"], ["a.0:0-1"])


def test_favourites_are_each_persons_and_no_part_of_the_history(
    project: Project, tagging: Tagging
) -> None:
    tagging.keep_favourites(["4.3", "1.1"])
    assert tagging.favourites == ("4.3", "1.1")
    assert Tagging(project, "bo").favourites == ()
    tagging.keep_favourites(["1.1"])
    assert Tagging(project, "anna").favourites == ("1.1",)
    assert project.log()[-1].name == "Läs in"


def test_orders_put_what_is_decided_last(tagging: Tagging, ids: list[str]) -> None:
    def order(order: Order) -> list[int]:
        return [ids.index(p.passage.id) for p in tagging.queue.found(None, order)]

    assert order(Order.WRITTEN) == [0, 1, 2]
    assert order(Order.SUREST) == [0, 1, 2]
    assert order(Order.TEACHING) == [2, 1, 0]
    tagging.assign(["3.3"], [ids[0]])
    tagging.mark(Mark.NO_POINT, [ids[2]])
    assert order(Order.SUREST) == [1, 0, 2]
    assert order(Order.TEACHING) == [1, 2, 0]


def test_what_speaks_most_against_the_form_teaches_most(project: Project) -> None:
    ids = add_answer(project, "a", field="3.3.behov")
    placed = dict.fromkeys(ids, ("3.3", "behov"))
    suggested = {ids[0]: {"3.3": 900}, ids[1]: {"4.3": 900}, ids[2]: {"3.3": 200}}
    make(project, ids, suggested, placed)
    found = Tagging(project, "anna").queue.found(None, Order.TEACHING)
    assert [ids.index(p.passage.id) for p in found] == [1, 2, 0]


def test_other_programs_see_the_work(tagging: Tagging, ids: list[str], tmp_path: Path) -> None:
    tagging.note(ids[0], "Fråga kommunen.")
    tagging.mark(Mark.UNSURE, ids[:1])
    assert tmp_path in tagging.project.path.parents
    with Project.open(tagging.project.path) as again:
        assert [p.mark for p in again.passages()] == [Mark.UNSURE, None, None]
        (note,) = again.notes(ids[0])
        assert (note.text, note.person) == ("Fråga kommunen.", "anna")


def test_what_is_no_point_is_in_no_theme(tagging: Tagging, ids: list[str]) -> None:
    tagging.mark(Mark.NO_POINT, ids[:1])
    finish(propose(tagging.project), lambda _progress: None)
    gathered = {passage for theme in tagging.project.themes() for passage in theme.passages}
    assert gathered == set(ids[1:])


def test_nine_codes_at_most_are_at_hand_each_put_last_and_taken_away_by_the_same(
    tagging: Tagging,
) -> None:
    nine = ["1.1", "1.2", "2.1", "3.1", "3.2", "3.3", "4.1", "4.2", "4.3"]
    for code in nine:
        tagging.favour(code)
    assert tagging.favourites == tuple(nine)
    with pytest.raises(UsageError, match="nio favoriter"):
        tagging.favour("5.1")
    assert tagging.favour("1.2") == tuple(code for code in nine if code != "1.2")
    assert tagging.favour("5.1")[-1] == "5.1"
    with pytest.raises(UsageError):
        tagging.keep_favourites(["9.9"])
