"""What people make of the report: each change is one action, and outlives what changes below it."""

from collections.abc import Callable

import pytest

from inspel_app.domain.synthesis import Audience
from inspel_app.errors import UsageError
from inspel_app.services import composing, theming
from inspel_app.services.draft import Draft, Node, draft_of
from inspel_app.services.reporting import report_of
from inspel_app.store.project import Project, Run
from inspel_app.synthesis.arrange import walked

Edit = Callable[[Project, Draft, Node], object]

EDITS: dict[str, Edit] = {
    "write": lambda p, _d, n: composing.write(p, n, "Flera vill.", "anna"),
    "leave out": lambda p, _d, n: composing.leave_out(p, n, "anna"),
    "move": lambda p, d, n: composing.move(p, d, n, 1, "anna"),
    "add": lambda p, d, n: composing.add_section(p, d, n, " Vår  slutsats ", "anna"),
    "quote": lambda p, _d, n: composing.quote(p, n, n.section.points[-1:], "anna"),
    "never": lambda p, _d, n: composing.never_quote(p, n, n.section.points[:1], "anna"),
}


def theme(draft: Draft, number: int = 0) -> Node:
    return [node for node in walked(draft.nodes) if node.key.startswith("tema_")][number]


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_changes_what_goes_out_and_is_undone(themed: Project, edit: Edit) -> None:
    before, draft = report_of(themed, Audience.WRITING).sections, draft_of(themed, Audience.WRITING)
    number = len(themed.log())
    edit(themed, draft, theme(draft))
    assert len(themed.log()) == number + 1
    assert themed.log()[-1].by == "anna"
    assert report_of(themed, Audience.WRITING).sections != before
    themed.undo()
    assert report_of(themed, Audience.WRITING).sections == before


def test_what_is_shown_is_what_goes_out(themed: Project) -> None:
    draft = draft_of(themed, Audience.WRITING)
    composing.write(themed, theme(draft), "Flera vill.", "anna")
    composing.leave_out(themed, theme(draft, 1), "anna")
    now = draft.with_composition(themed.composition())
    assert now.nodes == draft_of(themed, Audience.WRITING).nodes
    told = tuple(node.told for node in now.nodes if not node.left_out)
    assert [s.title for s in told] == [
        s.title for s in report_of(themed, Audience.WRITING).sections
    ]


def test_a_draft_tells_of_moves_by_itself_but_not_of_texts_and_quotations(themed: Project) -> None:
    told = {"leave out", "move", "add"}
    for name, edit in EDITS.items():
        draft = draft_of(themed, Audience.WRITING)
        edit(themed, draft, theme(draft))
        assert draft.tells(themed.composition()) is (name in told), name
        assert not draft.with_composition(themed.composition()).tells(themed.composition())


def test_an_own_section_is_written_renamed_moved_and_removed(themed: Project) -> None:
    draft = draft_of(themed, Audience.WRITING)
    key = composing.add_section(themed, draft, draft.nodes[0], " Kort  sagt ", "anna")
    draft = draft_of(themed, Audience.WRITING)
    assert [node.key for node in draft.nodes][1] == key
    composing.write(themed, draft.node(key), "Det här.", "anna")
    composing.rename(themed, draft.node(key), "Sammanfattning", "anna")
    composing.move(themed, draft, draft.node(key), 0, "anna")
    first = report_of(themed, Audience.WRITING).sections[0]
    assert (first.title, len(first.blocks)) == ("Sammanfattning", 1)
    composing.drop(themed, themed.composition().sections[key], "anna")
    assert key not in draft_of(themed, Audience.WRITING).by_key


def test_what_was_said_of_a_theme_that_is_gone_is_listed_and_comes_back(themed: Project) -> None:
    draft = draft_of(themed, Audience.WRITING)
    first, second = theme(draft), theme(draft, 1)
    composing.write(themed, second, "Det här skrev jag.", "anna")
    into, other = (node.key.removeprefix("tema_") for node in (first, second))
    theming.merge(themed, into, [other], "anna")
    assert [one.text for one in draft_of(themed, Audience.WRITING).gone] == ["Det här skrev jag."]
    themed.undo()
    assert draft_of(themed, Audience.WRITING).gone == ()


def test_chosen_quotations_go_with_their_points_to_another_theme(themed: Project) -> None:
    draft = draft_of(themed, Audience.WRITING)
    first, second = theme(draft), theme(draft, 1)
    chosen = second.section.points[0]
    composing.quote(themed, second, [chosen], "anna")
    into, other = (node.key.removeprefix("tema_") for node in (first, second))
    theming.merge(themed, into, [other], "anna")
    merged = draft_of(themed, Audience.WRITING).node(first.key)
    found = draft_of(themed, Audience.WRITING).candidates(merged)
    assert [c.quotation.passage for c in found if c.chosen] == [chosen]
    assert merged.section.quotes[-1].passage == chosen


def test_candidates_tell_what_is_chosen_in_order(themed: Project) -> None:
    draft = draft_of(themed, Audience.WRITING)
    points = theme(draft).section.points
    composing.quote(themed, theme(draft), [points[1], points[0]], "anna")
    draft = draft_of(themed, Audience.WRITING)
    found = draft.candidates(theme(draft))
    assert [c.quotation.passage for c in found][:2] == [points[1], points[0]]
    assert [c.chosen for c in found] == [c.quoted for c in found]
    composing.quote(themed, theme(draft), [points[0]], "anna")
    composing.never_quote(themed, theme(draft), [points[1]], "anna")
    draft = draft_of(themed, Audience.WRITING)
    by_id = {c.quotation.passage: c for c in draft.candidates(theme(draft))}
    assert (by_id[points[0]].quoted, by_id[points[1]].never) == (True, True)
    composing.quote(themed, theme(draft), [], "anna")
    composing.never_quote(themed, theme(draft), [points[1]], "anna", never=False)
    assert themed.composition().chosen == ()
    assert themed.composition().never == frozenset()


def test_refuses_what_cannot_be_done(themed: Project) -> None:
    draft = draft_of(themed, Audience.WRITING)
    inspel = next(node for node in walked(draft.nodes) if node.fixed)
    for do in (
        lambda: composing.leave_out(themed, draft.node("metod"), "anna"),
        lambda: composing.leave_out(themed, inspel, "anna"),
        lambda: composing.move(themed, draft, inspel, 0, "anna"),
        lambda: composing.add_section(themed, draft, inspel, "Min", "anna"),
        lambda: composing.add_section(themed, draft, draft.nodes[0], "  ", "anna"),
        lambda: composing.rename(themed, theme(draft), "Nytt", "anna"),
        lambda: composing.quote(themed, theme(draft), ["x:0-1"], "anna"),
        lambda: draft.node("tema_t99"),
    ):
        with pytest.raises(UsageError):
            do()
    assert themed.composition() == draft.composition


def test_a_quotation_that_was_chosen_and_is_gone_is_told_of_and_can_be_forgotten(
    themed: Project,
) -> None:
    draft = draft_of(themed, Audience.WRITING)
    chosen = theme(draft).section.points[0]
    composing.quote(themed, theme(draft), [chosen], "anna")
    assert draft_of(themed, Audience.WRITING).lost == ()
    themed.save_passages(Run("passages", "", "", ""), [])
    assert draft_of(themed, Audience.WRITING).lost == (chosen,)
    composing.forget(themed, chosen, "anna")
    assert draft_of(themed, Audience.WRITING).lost == ()
    assert themed.composition().chosen == ()
