"""What people said of points is never lost in silence: it follows the text, or is listed."""

from inspel_app.domain.coding import Mark
from inspel_app.domain.form import Status
from inspel_app.domain.handling import Disposition, Target
from inspel_app.services.correcting import correct_text
from inspel_app.services.doubts import spots
from inspel_app.services.handling import handle
from inspel_app.services.rehoming import carry_over, homeless
from inspel_app.services.tagging import Tagging
from inspel_app.services.todo import Concern, tasks
from inspel_app.store.project import Project
from tests.services.tagged_round import BUS, BUSES, LIBRARY, ROAD, add_answer, make
from tests.store.samples import audited

LATER = "Sedan sist har vi ändrat oss om vägen. Bussarna går för sällan. Biblioteket behövs nu."


def codes(project: Project) -> dict[str, list[str]]:
    """The codes that people gave the passages that are there, by text."""
    return {t.passage.text: [a.code for a in t.decided] for t in project.tagged() if t.decided}


def decided(project: Project) -> list[str]:
    """A round with an inspel whose three points have codes; the first also more."""
    ids = add_answer(project, "a")
    make(project, ids, {})
    with project.action("Koppla"):
        for passage, code in zip(ids, ("3.3", "3.2", "4.3"), strict=True):
            project.assign(passage, code, None, "anna")
        project.decisions.reject(ids[0], "1.1", "anna")
        project.decisions.note(ids[0], "Fråga dem.", "anna")
        project.decisions.mark(ids[0], Mark.UNSURE, "anna")
    handle(project, [Target.passage(ids[0])], "bo", disposition=Disposition.MET)
    return ids


def replaced(project: Project) -> list[str]:
    """The same, with a later version of the inspel; the ids of that one's points."""
    first = decided(project)
    parts = (LATER[:37], BUS, "Biblioteket behövs nu.")
    ids = add_answer(project, "b", LATER, parts)
    make(project, [*first, *ids], {})
    with project.action("Ersätt"):
        project.update_submission("a", status=Status.RAKNAS_INTE)
        project.update_submission("b", replaces="a")
    return ids


def test_what_was_said_goes_to_the_version_that_counts(project: Project) -> None:
    before = replaced(project)
    state = audited(project.path)
    assert carry_over(project, "bo") == 2
    (moved,) = (t for t in project.tagged() if t.passage.id == before[1])
    assert [a.code for a in moved.decided] == ["3.3"]
    assert moved.rejected == {"1.1"}
    assert moved.noted
    assert moved.passage.mark is Mark.UNSURE
    assert project.handlings().passages[before[1]].disposition is Disposition.MET
    assert codes(project)["Biblioteket behövs nu."] == ["4.3"]
    assert project.log()[-1].name == "Flytta med vad som är sagt om 2 synpunkter"
    assert carry_over(project, "bo") == 0
    project.undo()
    assert audited(project.path) == state


def test_what_is_not_found_again_is_listed_until_the_inspel_is_done(project: Project) -> None:
    replaced(project)
    carry_over(project)
    assert codes(project)[ROAD] == ["3.2"]
    assert homeless(project, project.submissions()) == {"b"}
    waiting = {task.concern: task.numbers for task in tasks(project)}
    assert waiting[Concern.HOMELESS] == (2,)
    with project.action("Klar"):
        project.update_submission("b", status=Status.KLAR)
    assert Concern.HOMELESS not in {task.concern for task in tasks(project)}


def test_a_point_that_somebody_has_decided_about_keeps_its_own(project: Project) -> None:
    _intro, bus, _library = replaced(project)
    with project.action("Koppla"):
        project.assign(bus, "1.2", None, "bo")
    carry_over(project)
    assert codes(project)[BUS] == ["1.2"]
    assert homeless(project, project.submissions()) == {"b"}


def test_what_was_said_follows_points_that_are_cut_anew(project: Project) -> None:
    ids = decided(project)
    answer = ids[0].rpartition(":")[0]
    whole = f"{BUS} {ROAD}"
    make(project, [f"{answer}:0-{len(whole)}", ids[2]], {})
    assert codes(project) == {LIBRARY: ["4.3"]}
    assert carry_over(project) == 1
    assert codes(project)[whole] in (["3.3"], ["3.2"])
    assert homeless(project, project.submissions()) == {"a"}
    make(project, ids, {})
    assert carry_over(project) == 1
    assert codes(project) == {BUS: ["3.3"], ROAD: ["3.2"], LIBRARY: ["4.3"]}
    assert homeless(project, project.submissions()) == frozenset()


def test_points_of_an_answer_that_is_written_anew_are_found_or_listed(project: Project) -> None:
    decided(project)
    (spot,) = spots(project.submission("a"))
    new = f"Detta är något helt annat, skrivet på nytt av kommunen. {LIBRARY} {BUS}"
    correct_text(project, spot, new, "anna")
    answer = project.submission("a").answers[0]
    make(
        project, [f"{answer.id}:{new.index(p)}-{new.index(p) + len(p)}" for p in (BUS, LIBRARY)], {}
    )
    carry_over(project)
    assert codes(project) == {BUS: ["3.3"], LIBRARY: ["4.3"]}
    assert homeless(project, project.submissions()) == {"a"}
    project.undo()
    assert project.submission("a").answers[0].text == BUSES


def test_nothing_said_moves_nothing(project: Project) -> None:
    make(project, add_answer(project, "a"), {})
    assert carry_over(project) == 0
    assert homeless(project, project.submissions()) == frozenset()


def test_points_that_are_alive_are_those_that_are_shown(project: Project) -> None:
    ids = decided(project)
    Tagging(project, "bo").split(ids[2], 5)
    (spot,) = spots(project.submission("a"))
    assert all(alive_as_shown(project))
    correct_text(project, spot, f"Ny början. {LIBRARY}", "anna")
    assert not all(alive_as_shown(project))


def alive_as_shown(project: Project) -> list[bool]:
    """Whether each passage that something is said of is alive, which is whether it is shown."""
    shown = {tagged.passage.id for tagged in project.tagged()}
    said = {one.id: one.alive for one in project.said_of()}
    assert said == {key: key in shown for key in said}
    return list(said.values())
