"""A person's own passages: nothing is lost, and everything can be taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspel_app.domain.coding import Mark
from inspel_app.errors import UsageError
from inspel_app.resources import load_strategy
from inspel_app.services.coding import suggest
from inspel_app.services.correcting import correct_text
from inspel_app.services.doubts import spots
from inspel_app.services.jobs import finish
from inspel_app.services.learning import Learner
from inspel_app.services.rounds import new_round
from inspel_app.services.tagging import Done, Tagging
from inspel_app.store.project import Project
from tests.services.tagged_round import BUS, BUSES, LIBRARY, ROAD, add_answer, make
from tests.store.samples import audited

STATE = tuple[dict[str, list[tuple[object, ...]]], list[object]]


@pytest.fixture(scope="module")
def learner() -> Learner:
    """What suggests, of the laws' passages and of others; it takes some seconds to train."""
    return Learner(load_strategy("vasterbotten-2020-2030"))


@pytest.fixture(scope="module")
def tagging(tmp_path_factory: pytest.TempPathFactory, learner: Learner) -> Tagging:
    """A letter of three passages that the form has placed, each with suggestions."""
    project = new_round(tmp_path_factory.mktemp("cutting") / "omgang.inspel")
    ids = add_answer(project, "a", field="3.3.behov")
    make(
        project, ids, {i: {"3.3": 900, "3.2": 50} for i in ids}, dict.fromkeys(ids, ("3.3", "mal"))
    )
    tagging = Tagging(project, "anna")
    tagging.learner = learner
    return tagging


def state(tagging: Tagging) -> STATE:
    return audited(tagging.project.path), list(tagging.queue.found())


def ids(tagging: Tagging) -> list[str]:
    return [point.passage.id for point in tagging.queue.found()]


def texts(tagging: Tagging) -> list[str]:
    return [point.passage.text for point in tagging.queue.found()]


def act(tagging: Tagging, step: tuple[str, int, int]) -> None:
    """One of the things that people do, to some passage; what cannot be done is not."""
    kind, number, offset = step
    passage = ids(tagging)[number % len(ids(tagging))]
    try:
        match kind:
            case "split":
                tagging.split(passage, offset)
            case "merge":
                tagging.merge(passage)
            case "assign":
                tagging.assign([f"3.{offset % 3 + 1}"], [passage])
            case "reject":
                tagging.reject(f"3.{offset % 3 + 1}", [passage])
            case "mark":
                tagging.mark([None, *Mark][offset % 3], [passage])
            case _:
                tagging.note(passage, f"Not {offset}")
    except UsageError:
        return


steps = st.lists(
    st.tuples(
        st.sampled_from(["split", "split", "merge", "assign", "reject", "mark", "note"]),
        st.integers(0, 9),
        st.integers(0, 60),
    ),
    min_size=1,
    max_size=4,
)
few = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])


def take_back(tagging: Tagging) -> None:
    """Undo everything but the first action."""
    tagging.project.back_to(tagging.project.log()[0].number)
    tagging.reload()


@few
@given(done=steps)
def test_what_is_done_is_undone_and_redone_whole(
    tagging: Tagging, done: list[tuple[str, int, int]]
) -> None:
    states = [state(tagging)]
    for step in done:
        act(tagging, step)
        if state(tagging) != states[-1]:
            states.append(state(tagging))
    for earlier in reversed(states[:-1]):
        tagging.undo()
        assert state(tagging) == earlier
    for later in states[1:]:
        tagging.redo()
        assert state(tagging) == later
    take_back(tagging)


@few
@given(done=steps)
def test_every_character_that_was_in_a_passage_still_is(
    tagging: Tagging, done: list[tuple[str, int, int]]
) -> None:
    for step in done:
        act(tagging, step)
    found = [point.passage for point in tagging.queue.found()]
    held = [n for p in found for n in range(p.start, p.end)]
    assert len(held) == len(set(held))
    assert all(BUSES[n].isspace() for n in set(range(len(BUSES))) - set(held))
    assert all(BUSES[p.start : p.end] == p.text for p in found)
    assert [p.id for p in tagging.project.passages()] == [p.id for p in found]
    assert Tagging(tagging.project, "anna").queue.found() == tagging.queue.found()
    take_back(tagging)


@few
@given(done=steps, number=st.integers(0, 9), offset=st.integers(1, 60))
def test_what_is_split_and_merged_is_as_before(
    tagging: Tagging, done: list[tuple[str, int, int]], number: int, offset: int
) -> None:
    for step in done:
        act(tagging, step)
    before = state(tagging)
    passage = ids(tagging)[number % len(ids(tagging))]
    try:
        tagging.split(passage, offset)
    except UsageError:
        assert state(tagging) == before
    else:
        half = next(i for i in ids(tagging) if i.startswith(passage.rpartition("-")[0]))
        tagging.merge(half)
        assert state(tagging) == before
    take_back(tagging)


def test_halves_have_the_codes_of_the_whole_and_suggestions_of_their_own(
    project: Project, learner: Learner
) -> None:
    text = "Bussarna går för sällan. Biblioteket i byn behöver mer musik och teater."
    (key,) = add_answer(project, "b", text, [text])
    make(project, [key], {key: {"5.1": 400}})
    tagging = Tagging(project, "anna")
    tagging.learner = learner
    tagging.assign(["5.1"], [key])
    tagging.note(key, "Två saker")
    done = tagging.split(key, len(BUS))
    first, second = map(tagging.queue.point, done.passages)
    assert (first.passage.text, second.passage.text) == (BUS, text[len(BUS) + 1 :])
    assert [p.codes for p in (first, second)] == [("5.1",), ("5.1",)]
    assert [p.said.noted for p in (first, second)] == [True, False]
    assert [p.suggestions[0].code for p in (first, second)] == ["3.3", "4.3"]
    assert all(s.reason for s in tagging.entry(second.passage.id).suggestions[:1])


def test_merged_passage_has_the_codes_of_both(tagging: Tagging) -> None:
    before = state(tagging)
    bus, road, _library = ids(tagging)
    tagging.assign(["3.3"], [bus])
    tagging.assign(["3.2", "3.3"], [road])
    tagging.reject("3.2", [bus])
    tagging.mark(Mark.UNSURE, [road])
    done = tagging.merge(bus)
    assert texts(tagging) == [f"{BUS} {ROAD}", LIBRARY]
    point = tagging.queue.point(done.passages[0])
    assert point.codes == ("3.3", "3.2")
    assert point.said.passage.mark is Mark.UNSURE
    for _action in range(5):
        tagging.undo()
    assert state(tagging) == before


@pytest.mark.parametrize("offset", [-5, 0, len(BUS), 999])
def test_there_is_nothing_to_split_off(tagging: Tagging, offset: int) -> None:
    with pytest.raises(UsageError, match="inget att dela"):
        tagging.split(ids(tagging)[0], offset)


def test_last_passage_has_none_to_be_merged_with(tagging: Tagging) -> None:
    with pytest.raises(UsageError, match="sista i sitt svar"):
        tagging.merge(ids(tagging)[-1])


def test_cut_survives_another_program(tagging: Tagging, tmp_path: Path) -> None:
    assert tmp_path
    tagging.split(ids(tagging)[0], 8)
    with Project.open(tagging.project.path) as again:
        assert [p.text for p in again.passages()] == ["Bussarna", "går för sällan.", ROAD, LIBRARY]
    tagging.undo()


def test_cut_survives_a_corrected_word_and_that_passages_are_made_anew(
    project: Project, learner: Learner
) -> None:
    add_answer(project, "b")
    finish(suggest(project), lambda _progress: None)
    tagging = Tagging(project, "anna")
    tagging.learner = learner
    tagging.split(ids(tagging)[0], len("Bussarna går"))
    parts = texts(tagging)[:2]
    tagging.reject("3.3", ids(tagging)[1:2])
    tagging.note(ids(tagging)[1], "Hur ofta?")
    (spot,) = spots(project.submission("b"))
    correct_text(project, spot, spot.read.text.replace("Bussarna", "Nattbussarna"))
    finish(suggest(project), lambda _progress: None)
    tagging.reload()
    first, second, *others = tagging.queue.found()
    assert (first.passage.text, second.passage.text[:9]) == ("Nattbussarna går", "för sälla")
    assert (second.said.rejected, second.said.noted) == (frozenset({"3.3"}), True)
    assert all(p.suggestions for p in (first, second, *others))
    tagging.undo()
    assert texts(tagging)[:2] == parts


LATE: dict[str, Callable[[Tagging, str], Done]] = {
    "assign": lambda t, p: t.assign(["3.3"], [p]),
    "unassign": lambda t, p: t.unassign(["3.3"], [p]),
    "reject": lambda t, p: t.reject("3.3", [p]),
    "mark": lambda t, p: t.mark(Mark.UNSURE, [p]),
    "note": lambda t, p: t.note(p, "För sent"),
    "split": lambda t, p: t.split(p, 8),
    "merge": lambda t, p: t.merge(p),
}


@pytest.mark.parametrize("late", LATE.values(), ids=LATE)
def test_nothing_is_done_to_a_passage_that_another_has_cut(
    tagging: Tagging, late: Callable[[Tagging, str], Done]
) -> None:
    with Project.open(tagging.project.path) as other:
        second = Tagging(other, "bo")
        second.learner = tagging.learner
        first, *_others = ids(tagging)
        tagging.split(first, len("Bussarna går"))
        before = state(tagging)
        with pytest.raises(UsageError, match="finns inte längre"):
            late(second, first)
        assert state(tagging) == before
        assert second.queue.found() == tagging.queue.found()
        assert second.mark(Mark.UNSURE, ids(second)[:1]).name
    take_back(tagging)


def test_passage_is_not_merged_with_one_that_another_has_cut(tagging: Tagging) -> None:
    with Project.open(tagging.project.path) as other:
        second = Tagging(other, "bo")
        second.learner = tagging.learner
        first, following, _last = ids(tagging)
        tagging.split(following, len("Vägen"))
        before = state(tagging)
        with pytest.raises(UsageError, match="finns inte längre"):
            second.merge(first)
        assert state(tagging) == before
    take_back(tagging)


@pytest.mark.parametrize(
    ("word", "own"), [("Bussarna", False), ("Bussarna", True), ("idag.", True)]
)
def test_what_was_said_follows_a_passage_that_loses_a_word_at_an_end(
    project: Project, learner: Learner, word: str, *, own: bool
) -> None:
    text = "Bussarna går alldeles för sällan till byarna om kvällarna idag."
    add_answer(project, "b", text, [text])
    finish(suggest(project, learn=False), lambda _progress: None)
    tagging = Tagging(project, "anna")
    tagging.learner = learner
    if own:
        tagging.split(ids(tagging)[0], len("Bussarna går"))
    for passage in ids(tagging):
        tagging.assign(["3.3"], [passage])
        tagging.note(passage, "Hur ofta?")
    (spot,) = spots(project.submission("b"))
    correct_text(project, spot, text.replace(word, ""))
    finish(suggest(project, learn=False), lambda _progress: None)
    tagging.reload()
    assert len(tagging.queue) == 1 + own
    assert all(p.codes == ("3.3",) and p.said.noted for p in tagging.queue)
