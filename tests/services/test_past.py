import pytest

from inspel_app.errors import UsageError
from inspel_app.services.past import back_to, past
from inspel_app.services.points import State
from inspel_app.services.tagging import Tagging
from inspel_app.store.project import Project
from tests.services.tagged_round import add_answer, make
from tests.store.samples import audited


@pytest.fixture
def tagging(project: Project) -> Tagging:
    ids = add_answer(project, "a")
    make(project, ids, {})
    tagging = Tagging(project, "anna")
    tagging.assign(["3.3"], ids)
    tagging.assign(["3.2"], ids[:1])
    Tagging(project, "bo").reject("4.3", ids[1:])
    tagging.reload()
    return tagging


def test_past_tells_who_did_what_to_how_many_things(tagging: Tagging) -> None:
    told = [(e.entry.name, e.entry.by, e.things, e.stands) for e in past(tagging.project)]
    assert told[:3] == [
        ("Avvisa 4.3 för 2 synpunkter", "bo", 2, True),
        ("Koppla en synpunkt till 3.2", "anna", 1, True),
        ("Koppla 3 synpunkter till 3.3", "anna", 3, True),
    ]
    assert told[3][0] == "Läs in"
    tagging.undo()
    assert [(e.entry.name, e.stands) for e in past(tagging.project)[:2]] == [
        ("Ångra: Avvisa 4.3 för 2 synpunkter", False),
        ("Avvisa 4.3 för 2 synpunkter", False),
    ]


def test_back_to_an_action_undoes_all_after_it_and_redo_does_them_again(tagging: Tagging) -> None:
    before, found = audited(tagging.project.path), tagging.queue.found()
    first = past(tagging.project)[2].entry.number
    done = tagging.back_to(first)
    assert done.name == "Ångra: Koppla en synpunkt till 3.2"
    assert set(done.passages) == {p.passage.id for p in tagging.queue.found()}
    assert [p.codes for p in tagging.queue.found()] == [("3.3",)] * 3
    assert [e.stands for e in past(tagging.project)[:5]] == [False, False, False, False, True]
    tagging.redo()
    tagging.redo()
    assert tagging.redo().name == ""
    assert audited(tagging.project.path) == before
    assert tagging.queue.found() == found


def test_back_to_the_last_action_changes_nothing(tagging: Tagging) -> None:
    last = past(tagging.project)[0].entry.number
    assert tagging.back_to(last).name == ""
    assert past(tagging.project)[0].entry.number == last


def test_there_is_no_way_back_to_what_is_undone(tagging: Tagging) -> None:
    undone = past(tagging.project)[0].entry.number
    tagging.undo()
    with pytest.raises(UsageError, match=f"Händelse {undone} gäller inte längre"):
        back_to(tagging.project, undone)
    assert {p.state for p in tagging.queue.found()} == {State.CODED}
