"""What people make of the report is kept as they left it, and undone without a trace."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from inspel_app.domain.composition import AS_MADE, Composition, SectionEdit
from inspel_app.store.composition import CompositionEdits
from inspel_app.store.project import Project
from tests.store.samples import audited

EDIT = SectionEdit("tema_t1", "Bussar", "del_3_3", text="Flera vill.", left_out=True)
OWN = SectionEdit("eget_1", "Sammanfattning", own=True)
Edit = Callable[[CompositionEdits], object]

EDITS: dict[str, tuple[Edit, Composition]] = {
    "section": (lambda e: e.put(EDIT, "anna"), Composition(sections={"tema_t1": EDIT})),
    "own": (lambda e: e.put(OWN, "anna"), Composition(sections={"eget_1": OWN})),
    "order": (
        lambda e: e.put_order("", ["b", "a"], "anna"),
        Composition(orders={"": ("b", "a")}),
    ),
    "quote": (
        lambda e: e.quote(["p:2-3", "p:0-1"], "anna"),
        Composition(chosen=("p:2-3", "p:0-1")),
    ),
    "never": (lambda e: e.never_quote("p:0-1", "anna"), Composition(never=frozenset({"p:0-1"}))),
}


def do(project: Project, edit: Edit) -> None:
    with project.action("Redigera", "anna"):
        edit(project.composition_edits)


@pytest.mark.parametrize(("edit", "told"), EDITS.values(), ids=EDITS)
def test_is_told_undone_and_done_again(project: Project, edit: Edit, told: Composition) -> None:
    before = audited(project.path)
    do(project, edit)
    assert project.composition() == told
    project.undo()
    assert project.composition() == AS_MADE
    assert audited(project.path) == before
    project.redo()
    assert project.composition() == told


def test_an_edit_that_says_nothing_any_longer_goes(project: Project) -> None:
    do(project, lambda e: e.put(EDIT, "anna"))
    do(project, lambda e: e.put(replace(EDIT, text="", left_out=False), "bo"))
    assert project.composition() == AS_MADE


def test_a_new_order_takes_the_place_of_the_old_and_says_nothing_where_it_is_the_same(
    project: Project,
) -> None:
    do(project, lambda e: e.put_order("del_3", ["a", "b", "c"], "anna"))
    do(project, lambda e: e.put_order("del_3", ["c", "a"], "bo"))
    assert project.composition().orders == {"del_3": ("c", "a")}
    last = project.last_change()
    do(project, lambda e: e.put_order("del_3", ["c", "a"], "anna"))
    assert project.last_change() == last


def test_what_is_chosen_is_never_both(project: Project) -> None:
    do(project, lambda e: e.quote(["p:0-1"], "anna"))
    do(project, lambda e: e.never_quote("p:0-1", "anna"))
    assert project.composition() == Composition(never=frozenset({"p:0-1"}))
    do(project, lambda e: e.unquote("p:0-1"))
    assert project.composition() == AS_MADE


def test_a_key_is_never_used_again_while_something_has_a_place_by_it(project: Project) -> None:
    with project.action("Redigera", "anna"):
        edits = project.composition_edits
        assert edits.free_key() == "eget_1"
        edits.put(OWN, "anna")
        edits.put_order("", ["eget_7", "metod"], "anna")
        assert edits.free_key() == "eget_8"
