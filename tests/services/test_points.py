import pytest

from inspel_app.domain.coding import Mark
from inspel_app.domain.form import ActorType, Respondent, Status
from inspel_app.services.passage_queue import CodeCount
from inspel_app.services.points import Filter, State
from inspel_app.services.tagging import Tagging
from inspel_app.store.project import Project
from tests.services.tagged_round import add_answer, make


@pytest.fixture
def tagging(project: Project) -> Tagging:
    """Six passages, numbered as they are written: three of a form, three of a letter."""
    form = add_answer(project, "a", field="3.3.behov")
    ore = Respondent("Åre skog AB", type=ActorType.NARINGSLIV, municipality="Åre")
    letter = add_answer(project, "b", respondent=ore)
    suggested = {letter[0]: {"3.3": 910}, letter[1]: {"3.2": 410, "4.3": 390}}
    make(project, [*form, *letter], suggested, dict.fromkeys(form, ("3.3", "behov")))
    tagging = Tagging(project, "anna")
    tagging.assign(["4.3", "1.1"], form[:1])
    tagging.mark(Mark.UNSURE, form[1:2])
    tagging.mark(Mark.NO_POINT, letter[2:])
    bo = Tagging(project, "bo")
    bo.note(letter[0], "Hej")
    bo.assign(["4.3"], form[:1])
    tagging.reload()
    return tagging


@pytest.mark.parametrize(
    ("which", "numbers"),
    [
        (Filter(), [0, 1, 2, 3, 4, 5]),
        (Filter(code="3.3"), [1, 2, 3]),
        (Filter(code="3"), [1, 2, 3, 4]),
        (Filter(code="1.1"), [0]),
        (Filter(aspect="behov"), [0, 1, 2]),
        (Filter(actor_type=ActorType.NARINGSLIV), [3, 4, 5]),
        (Filter(municipality="Malå"), [0, 1, 2]),
        (Filter(municipality="Malå", actor_type=ActorType.NARINGSLIV), []),
        (Filter(states=frozenset({State.UNCODED})), [2, 3, 4]),
        (Filter(states=frozenset({State.UNSURE, State.NO_POINT})), [1, 5]),
        (Filter(states=frozenset({State.CODED})), [0]),
        (Filter(person="anna"), [0, 1, 5]),
        (Filter(person="bo"), [0, 3]),
        (Filter(disputed=True), [0]),
        (Filter(noted=True), [3]),
        (Filter(misplaced=True), []),
        (Filter(submission="b"), [3, 4, 5]),
        (Filter(field="3.3.behov"), [0, 1, 2]),
        (Filter(text="VÄGEN till"), [1, 4]),
        (Filter(text="vagen"), []),
        (Filter(least=900), [1, 2, 3]),
        (Filter(text="bussarna", states=frozenset({State.UNCODED})), [3]),
    ],
)
def test_filter_lets_through_what_meets_all_of_it(
    tagging: Tagging, which: Filter, numbers: list[int]
) -> None:
    written = tagging.queue.found()
    assert tagging.queue.found(which) == [written[n] for n in numbers]


def test_codes_are_counted_by_themselves_and_with_those_below(tagging: Tagging) -> None:
    counts = tagging.queue.counts()
    assert counts["3.3"] == CodeCount(3, 3)
    assert counts["3.2"] == CodeCount(1, 1)
    assert counts["3"] == CodeCount(0, 4)
    assert (counts["4.3"], counts["1.1"]) == (CodeCount(1, 1), CodeCount(1, 1))
    assert counts["2.1"] == CodeCount(0, 0)


def test_headway_tells_how_much_is_left_and_how_sure_it_is(tagging: Tagging) -> None:
    headway = tagging.queue.headway()
    assert (headway.total, headway.decided, headway.unsure, headway.no_point) == (6, 2, 1, 1)
    assert headway.sure == 3
    assert headway.share_sure == 0.75


def test_passages_of_inspel_that_do_not_count_are_not_gone_through(tagging: Tagging) -> None:
    with tagging.project.action("Räkna inte"):
        tagging.project.update_submission("b", status=Status.RAKNAS_INTE)
    tagging.reload()
    assert [p.passage.submission for p in tagging.queue.found()] == ["a"] * 3


def test_entry_tells_all_about_a_passage(tagging: Tagging) -> None:
    first, unsure, *_others = (p.passage.id for p in tagging.queue.found())
    entry = tagging.entry(unsure)
    assert (entry.state, entry.people) == (State.UNSURE, ("anna",))
    assert entry.place == "3.3 Identifierade behov"
    assert entry.submission.respondent.organisation == "Malå kommun"
    assert entry.before == "Bussarna går för sällan. "
    assert entry.after == " Biblioteket behövs."
    assert entry.page is None
    assert [a.code for a in tagging.entry(first).passage.assignments] == ["4.3", "1.1", "3.3"]
    letter = next(p.passage.id for p in tagging.queue.found(Filter(noted=True)))
    entry = tagging.entry(letter)
    assert entry.place == ""
    assert [(s.code, s.reason) for s in entry.suggestions] == [("3.3", "ord: 3.3")]
    assert [(note.text, note.person) for note in entry.notes] == [("Hej", "bo")]
    tagging.reject("3.3", [letter])
    assert (tagging.entry(letter).suggestions, tagging.entry(letter).rejected) == ((), ("3.3",))
