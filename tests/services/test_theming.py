"""What people make of themes: each change can be undone, and outlives the machine's next run."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from inspel_app.domain.coding import Theme
from inspel_app.errors import UsageError
from inspel_app.services import theming
from inspel_app.services.analysing import AS_NEW, Age, age_of, analyse, is_outdated
from inspel_app.services.coding import suggest
from inspel_app.services.handling import Disposition, Target, handle
from inspel_app.services.jobs import finish
from inspel_app.services.rounds import codebook_of
from inspel_app.services.weeding import Plan, weed
from inspel_app.store.project import Project

Edit = Callable[[Project], object]


def first(project: Project) -> Theme:
    return project.themes()[0]


def second(project: Project) -> Theme:
    return project.themes()[1]


EDITS: dict[str, Edit] = {
    "rename": lambda p: theming.rename(p, first(p).id, " Fiber  till byarna ", "anna"),
    "merge": lambda p: theming.merge(p, first(p).id, [second(p).id], "anna"),
    "split": lambda p: theming.split(p, first(p).id, first(p).passages[:1], "Ett", "anna"),
    "move": lambda p: theming.move(p, second(p).passages[:1], first(p).id, "anna"),
    "gather": lambda p: theming.gather(
        p, [first(p).passages[0], second(p).passages[0]], "Ur två", "anna"
    ),
    "pin": lambda p: theming.pin(p, first(p).id, "anna"),
}


def propose(project: Project) -> None:
    finish(theming.propose(project), lambda _progress: None)


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_undo_takes_back_and_redo_makes_good_again(themed: Project, edit: Edit) -> None:
    before = themed.themes()
    edit(themed)
    after = themed.themes()
    assert after != before
    themed.undo()
    assert themed.themes() == before
    themed.redo()
    assert themed.themes() == after


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_a_person_made_outlives_the_next_run(themed: Project, edit: Edit) -> None:
    edit(themed)
    made = {t.id: t for t in themed.themes() if t.kept}
    propose(themed)
    again = {t.id: t for t in themed.themes()}
    for key, theme in made.items():
        assert theme.suggested or again[key].label == theme.label
        assert again[key].pinned == theme.pinned
        assert set(theme.passages) <= set(again[key].passages)
    once = themed.themes()
    propose(themed)
    assert themed.themes() == once


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_every_point_stays_in_one_theme(themed: Project, edit: Edit) -> None:
    points = sorted(p.id for p in themed.passages())
    edit(themed)
    assert sorted(p for t in themed.themes() for p in t.passages) == points
    assert all(p.theme for p in themed.passages())


def test_a_name_stands_for_ever_where_a_person_gave_it_alone(themed: Project) -> None:
    propose(themed)
    theming.rename(themed, first(themed).id, "Bara mitt", "anna")
    assert not first(themed).suggested
    theming.move(themed, second(themed).passages[:1], first(themed).id, "anna")
    named, unnamed = first(themed), second(themed)
    assert unnamed.kept
    assert unnamed.suggested
    wrong = [replace(t, label="Nej till fler vindkraftverk") for t in themed.themes()]
    themed.save_themes(themed.runs()[-1], wrong)
    assert [first(themed).label, second(themed).label] == [named.label, wrong[1].label]
    propose(themed)
    assert first(themed).label == named.label
    assert second(themed).label not in {wrong[1].label, ""}


def test_a_name_is_told_in_the_history(themed: Project) -> None:
    EDITS["rename"](themed)
    assert first(themed).label == "Fiber till byarna"
    assert (themed.log()[-1].name, themed.log()[-1].by) == (
        "Döp temat till Fiber till byarna",
        "anna",
    )


def test_merged_themes_are_one_and_a_split_makes_two(themed: Project) -> None:
    EDITS["merge"](themed)
    assert [len(t.passages) for t in themed.themes()] == [6]
    new = theming.split(themed, first(themed).id, first(themed).passages[:2], "Två", "anna")
    sizes = {t.id: len(t.passages) for t in themed.themes()}
    assert sizes[new] == 2
    assert sum(sizes.values()) == 6


def test_a_split_takes_no_id_of_a_theme_that_was_merged_away(themed: Project) -> None:
    last, other = sorted(themed.themes(), key=lambda t: int(t.id[1:]), reverse=True)
    theming.merge(themed, other.id, [last.id], "anna")
    new = theming.split(themed, other.id, other.passages[:1], "Ett", "anna")
    assert new not in {last.id, other.id}
    assert {t.id: t.passages for t in themed.themes()}[new] == other.passages[:1]


def test_a_released_theme_is_the_machines_again(themed: Project) -> None:
    before = themed.themes()
    EDITS["rename"](themed)
    theming.release(themed, first(themed).id, "anna")
    assert themed.themes() == before


def test_a_loosened_theme_may_grow_again(themed: Project) -> None:
    EDITS["pin"](themed)
    assert first(themed).pinned
    theming.pin(themed, first(themed).id, "anna", pinned=False)
    assert not first(themed).pinned


@pytest.mark.parametrize(
    "edit",
    [
        lambda p: theming.rename(p, "t99", "Namn", "anna"),
        lambda p: theming.rename(p, first(p).id, "  ", "anna"),
        lambda p: theming.split(p, first(p).id, first(p).passages, "Allt", "anna"),
        lambda p: theming.split(p, first(p).id, [], "Inget", "anna"),
        lambda p: theming.split(p, first(p).id, second(p).passages, "Annat", "anna"),
        lambda p: theming.move(p, ["x:0-1"], first(p).id, "anna"),
        lambda p: theming.gather(p, ["x:0-1"], "Annat", "anna"),
        lambda p: theming.gather(p, first(p).passages, " ", "anna"),
    ],
)
def test_what_cannot_be_done_is_refused_and_changes_nothing(themed: Project, edit: Edit) -> None:
    before, actions = themed.themes(), len(themed.log())
    with pytest.raises(UsageError):
        edit(themed)
    assert themed.themes() == before
    assert len(themed.log()) == actions


CHANGED = Age(changed=True)


def test_work_is_older_than_what_has_changed_since(themed: Project) -> None:
    finish(analyse(themed), lambda _progress: None)
    assert age_of(themed) == AS_NEW
    with themed.action("Koppla"):
        themed.assign(themed.passages()[0].id, "3.3", None, "anna")
    assert age_of(themed) == CHANGED
    themed.undo("anna")
    assert age_of(themed) == AS_NEW
    themed.redo("anna")
    finish(suggest(themed), lambda _progress: None)
    assert age_of(themed) == CHANGED
    finish(analyse(themed), lambda _progress: None)
    assert age_of(themed) == AS_NEW


def test_nothing_is_read_where_nothing_was_done_that_work_is_made_of(
    themed: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(analyse(themed), lambda _progress: None)
    handle(themed, [Target.theme(first(themed).id)], "anna", disposition=Disposition.MET)

    def refuse(_project: Project) -> None:
        raise AssertionError

    monkeypatch.setattr(Project, "submissions", refuse)
    assert age_of(themed) == AS_NEW


def test_a_weeding_may_have_changed_anything(themed: Project) -> None:
    finish(analyse(themed), lambda _progress: None)
    weed(themed, Plan(person=themed.passages()[0].text.split()[0]), "Beslut 1", "anna")
    assert age_of(themed) == CHANGED


def test_work_that_did_not_learn_does_not_age_by_decisions(themed: Project) -> None:
    finish(suggest(themed, learn=False), lambda _progress: None)
    finish(theming.propose(themed), lambda _progress: None)
    with themed.action("Välj bort"):
        themed.decisions.reject(themed.passages()[0].id, "4.1", "anna")
    assert age_of(themed) == AS_NEW


def test_work_is_outdated_when_another_version_made_it(
    themed: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(analyse(themed), lambda _progress: None)
    with themed.action("Koppla"):
        themed.assign(themed.passages()[0].id, "3.3", None, "anna")
    assert not is_outdated(themed)
    for version in ("theming.VERSION", "coding.PASSAGES", "coding.LEARNING"):
        with monkeypatch.context() as patched:
            patched.setattr(f"inspel_app.services.{version}", 99)
            assert is_outdated(themed)


def test_another_codebook_names_anew_what_no_person_named(
    themed: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    propose(themed)
    made = [t.label for t in themed.themes()]
    theming.rename(themed, second(themed).id, "Min egen", "anna")
    propose(themed)
    old = [replace(first(themed), label="Bredband i byarna"), second(themed)]
    themed.save_themes(themed.runs()[-1], old)
    propose(themed)
    assert first(themed).label == "Bredband i byarna"
    codebook = codebook_of(themed)
    edited = replace(codebook, codes=tuple(replace(c, topics=()) for c in codebook.codes))
    monkeypatch.setattr("inspel_app.services.theming.codebook_of", lambda _project: edited)
    propose(themed)
    assert [t.label for t in themed.themes()] == [made[0], "Min egen"]


def test_another_version_names_anew_what_no_person_named(
    themed: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    propose(themed)
    made = [t.label for t in themed.themes()]
    theming.rename(themed, first(themed).id, "Min egen", "anna")
    old = [replace(t, label="Så som det hette förr") for t in themed.themes() if not t.kept]
    themed.save_themes(replace(themed.runs()[-1], input_hash="", model="förr"), old)
    assert age_of(themed) == Age(outdated=True)
    propose(themed)
    assert [t.label for t in themed.themes()] == ["Min egen", made[1]]
    finish(analyse(themed), lambda _progress: None)
    monkeypatch.setattr("inspel_app.services.theming.VERSION", 99)
    assert age_of(themed) == Age(outdated=True)
