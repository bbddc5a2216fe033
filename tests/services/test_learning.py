"""Suggestions that learn from each decision, and leave what people decided alone."""

from collections.abc import Iterator

import pytest

from inspel_app.resources import load_strategy
from inspel_app.services import learning
from inspel_app.services.coding import suggest
from inspel_app.services.jobs import finish
from inspel_app.services.learning import Learner
from inspel_app.services.tagging import Tagging
from inspel_app.store.project import Project
from tests.services.tagged_round import add_answer, make

SAUNAS = [
    "Bastun vid sjön i Norrbyn borde få ny kamin.",
    "Bastun vid sjön i Söderbyn borde få nytt tak.",
    "Bastun vid sjön i Västerbyn borde få ny brygga.",
]
BUSES = "Bussarna går för sällan till skolan."


@pytest.fixture(scope="module")
def trained() -> Learner:
    """Knows the codebook; what it has learnt of passages belongs to the test that taught it."""
    return Learner(load_strategy("vasterbotten-2020-2030"))


@pytest.fixture
def tagging(project: Project, trained: Learner) -> Iterator[Tagging]:
    texts = [*SAUNAS, BUSES]
    ids = [
        key for n, text in enumerate(texts) for key in add_answer(project, f"i{n}", text, [text])
    ]
    make(project, ids, {})
    tagging = Tagging(project, "anna")
    tagging.learner = trained
    finish(tagging.prepare(), lambda _progress: None)
    yield tagging
    trained.learn([])


def ids(tagging: Tagging) -> list[str]:
    return [point.passage.id for point in tagging.queue.found()]


def learn(tagging: Tagging) -> list[str]:
    """The passages that were told anew."""
    return [passage for part in tagging.learn() for passage in part]


def permille(tagging: Tagging, passage: str, code: str) -> int:
    suggestions = tagging.queue.point(passage).suggestions
    return next((s.permille for s in suggestions if s.code == code), 0)


def test_decision_is_learnt_and_undone_again(tagging: Tagging) -> None:
    first, *others = ids(tagging)
    learn(tagging)
    before = permille(tagging, others[0], "1.3"), permille(tagging, others[2], "3.3")
    tagging.assign(["1.3"], [first])
    assert learn(tagging) == others
    assert permille(tagging, others[0], "1.3") > 100 + before[0]
    assert permille(tagging, others[2], "3.3") > 0.8 * before[1]
    tagging.undo()
    learn(tagging)
    assert (permille(tagging, others[0], "1.3"), permille(tagging, others[2], "3.3")) == before


def test_rejection_is_learnt(tagging: Tagging) -> None:
    first, second, *_others = ids(tagging)
    learn(tagging)
    code = tagging.queue.point(second).suggestions[0].code
    before = permille(tagging, second, code)
    tagging.reject(code, [first])
    learn(tagging)
    assert permille(tagging, second, code) < before


def test_what_a_person_decided_is_not_told_anew(tagging: Tagging) -> None:
    first, *others = ids(tagging)
    tagging.assign(["1.3"], [first])
    point = tagging.queue.point(first)
    assert first not in learn(tagging)
    assert tagging.queue.point(first) == point
    assert tagging.project.codings()["anna"].keys() == {first}
    assert [p.id for p in tagging.project.passages()] == [first, *others]


def test_what_is_learnt_outlasts_that_a_passage_is_read_again(tagging: Tagging) -> None:
    first, second, *_others = ids(tagging)
    tagging.assign(["1.3"], [first])
    learn(tagging)
    learnt = tagging.queue.point(second).suggestions
    tagging.note(second, "Jfr den första")
    assert tagging.queue.point(second).suggestions == learnt
    told = tagging.entry(second).suggestions
    assert [(s.code, s.permille) for s in told[:2]] == [(s.code, s.permille) for s in learnt[:2]]
    assert told[0].reason


def test_nothing_is_learnt_until_it_is_asked_for(tagging: Tagging) -> None:
    first, second, *_others = ids(tagging)
    tagging.assign(["1.3"], [first])
    assert tagging.queue.point(second).suggestions == ()
    assert tagging.entry(second).suggestions == ()


def test_unprepared_passages_are_passed_over(project: Project, trained: Learner) -> None:
    make(project, add_answer(project, "nytt"), {})
    tagging = Tagging(project, "anna")
    tagging.learner = trained
    tagging.assign(["1.3"], ids(tagging)[:1])
    assert learn(tagging) == []


def test_passages_learn_from_the_fields_of_other_inspel(project: Project) -> None:
    texts = [text.replace("byn", f"by{n}") for n in range(6) for text in SAUNAS]
    keys = [key for n, t in enumerate(texts) for key in add_answer(project, f"f{n}", t, [t])]
    letter = add_answer(project, "brev", SAUNAS[0], [SAUNAS[0]])
    make(project, [*keys, *letter], {}, dict.fromkeys(keys, ("1.3", "behov")))
    tagging = Tagging(project, "anna")
    finish(tagging.prepare(), lambda _progress: None)
    learn(tagging)
    assert tagging.queue.point(letter[0]).suggestions[0].code == "1.3"


@pytest.mark.parametrize("block", [2, 1000])
def test_blocks_change_nothing(
    tagging: Tagging, block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *others = ids(tagging)
    tagging.assign(["1.3"], [first])
    learn(tagging)
    told = [tagging.queue.point(passage).suggestions for passage in others]
    monkeypatch.setattr(learning, "_BLOCK", block)
    monkeypatch.setattr(learning, "_STEP", 1)
    tagging.learner = Learner(load_strategy("vasterbotten-2020-2030"))
    finish(tagging.prepare(), lambda _progress: None)
    learn(tagging)
    again = [tagging.queue.point(passage).suggestions for passage in others]
    assert [[s.code for s in some] for some in again] == [[s.code for s in some] for some in told]
    permille = [s.permille for some in again for s in some]
    assert permille == pytest.approx([s.permille for some in told for s in some], abs=1)


def test_points_under_a_heading_are_judged_with_it_as_by_a_full_run(project: Project) -> None:
    said = "Det går för sällan och passar inte."
    add_answer(project, "brev", f"Planen är bra.\n\nBussarna\n{said}", [])
    add_answer(project, "utan", f"Planen är bra.\n\n{said}", [])
    finish(suggest(project), lambda _progress: None)
    tagging = Tagging(project, "anna")
    stored = {p: project.suggested(p) for p in ids(tagging)}
    finish(tagging.prepare(), lambda _progress: None)
    learn(tagging)
    points = {p.passage.submission: p for p in tagging.queue.found() if p.passage.text == said}
    assert {name: p.passage.heading for name, p in points.items()} == {
        "brev": "Bussarna",
        "utan": "",
    }
    for point in points.values():
        assert tagging.entry(point.passage.id).suggestions == stored[point.passage.id]
    first, other = (permille(tagging, p.passage.id, "3.3") for p in points.values())
    assert first > 200 + other
    halves = tagging.split(points["brev"].passage.id, said.index("och"))
    assert {tagging.queue.point(p).passage.heading for p in halves.passages[1:]} == {"Bussarna"}
