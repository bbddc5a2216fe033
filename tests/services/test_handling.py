"""What becomes of points: each change is one action, and nothing unanswered is overlooked."""

import pytest

from inspel_app.domain.coding import Mark
from inspel_app.errors import UsageError
from inspel_app.services import theming
from inspel_app.services.handling import (
    Disposition,
    State,
    Target,
    Via,
    board,
    clear,
    handle,
    remaining,
)
from inspel_app.services.jobs import finish
from inspel_app.services.reasons import (
    drop_reason,
    edit_reason,
    make_reason,
    reasons,
    reuse,
    titled,
)
from inspel_app.store.project import Project


def themes(project: Project) -> list[Target]:
    return [Target.theme(theme.id) for theme in project.themes()]


def points(project: Project, theme: int = 0) -> list[Target]:
    return [Target.passage(p) for p in project.themes()[theme].passages]


def answers(project: Project) -> dict[str, Disposition | None]:
    now = board(project)
    return {key: one.handling.disposition for key, one in now.handled.items()}


def test_everything_that_counts_remains_until_it_is_answered(themed: Project) -> None:
    assert [item.target for item in remaining(themed)] == themes(themed)
    assert board(themed).tally().open == 6
    handle(themed, themes(themed)[:1], "anna", disposition=Disposition.MET)
    assert [item.target for item in remaining(themed)] == themes(themed)[1:]
    handle(themed, points(themed, 1)[:2], "anna", disposition=Disposition.LATER)
    (left,) = remaining(themed)
    assert (left.open, left.exceptions) == (1, 2)
    handle(themed, points(themed, 1), "anna", disposition=Disposition.LATER)
    assert not remaining(themed)
    tally = board(themed).tally()
    assert (tally.points, tally.answered, tally.own) == (6, 6, 3)
    assert dict(tally.dispositions) == {Disposition.MET: 3, Disposition.LATER: 3}


def test_a_person_responsible_for_a_point_does_not_answer_it(themed: Project) -> None:
    handle(themed, themes(themed), "anna", responsible="Bo  Strateg")
    assert board(themed).tally().open == 6
    assert themed.handlings().themes[themes(themed)[0].id].responsible == "Bo Strateg"


def test_a_point_that_is_none_needs_no_answer(themed: Project) -> None:
    with themed.action("Märk"):
        themed.decisions.mark(points(themed)[0].id, Mark.NO_POINT, "anna")
    assert board(themed).tally().points == 5


def test_many_are_handled_in_one_action_with_its_name_and_undone_at_once(themed: Project) -> None:
    both = [*themes(themed)[:1], *points(themed, 1)]
    handle(themed, both, "anna", disposition=Disposition.NOT_MET, text="Nej.")
    assert themed.log()[-1].name == "Hantera 3 synpunkter och ett tema: beaktas inte"
    assert len(answers(themed)) == 6
    themed.undo()
    assert not answers(themed)
    assert not themed.themes()[0].kept
    themed.redo()
    assert len(answers(themed)) == 6


def test_saying_the_same_again_is_no_action(themed: Project) -> None:
    for _time in range(2):
        handle(themed, themes(themed), "anna", disposition=Disposition.MET, state=State.REVIEWED)
    assert [entry.name for entry in themed.log()][-2:] == ["Läs in", "Hantera 2 teman: beaktas"]


def test_what_a_point_inherits_becomes_its_own_when_something_of_it_changes(
    themed: Project,
) -> None:
    handle(themed, themes(themed)[:1], "anna", disposition=Disposition.NOT_MET, text="Nej.")
    handle(themed, points(themed)[:1], "bo", text="Nej, för bygden har redan fiber.")
    first, second, _third = board(themed).points(themes(themed)[0].id)
    assert first.handled
    assert second.handled
    assert (first.handled.via, first.handled.handling.disposition) == (
        Via.OWN,
        Disposition.NOT_MET,
    )
    assert (second.handled.via, second.handled.handling.text) == (Via.THEME, "Nej.")
    clear(themed, points(themed)[:1], "bo")
    assert board(themed).points(themes(themed)[0].id)[0].handled == second.handled


def test_another_answer_is_a_draft_again(themed: Project) -> None:
    target = themes(themed)[:1]
    handle(themed, target, "anna", disposition=Disposition.MET, state=State.DECIDED)
    handle(themed, target, "anna", text="Därför.")
    assert themed.handlings().themes[target[0].id].state is State.DECIDED
    handle(themed, target, "anna", disposition=Disposition.PARTLY)
    assert themed.handlings().themes[target[0].id].state is State.DRAFT


def test_what_has_no_answer_cannot_be_decided(themed: Project) -> None:
    with pytest.raises(UsageError) as caught:
        handle(themed, themes(themed), "anna", state=State.DECIDED)
    assert "beaktas eller inte" in caught.value.advice
    assert len(themed.log()) == 1


def test_what_is_gone_cannot_be_handled(themed: Project) -> None:
    for target in (Target.theme("t99"), Target.passage("a/9:0-1")):
        with pytest.raises(UsageError, match=target.id):
            handle(themed, [target], "anna", disposition=Disposition.MET)


def test_an_answer_outlives_that_themes_are_made_anew(themed: Project) -> None:
    handle(themed, themes(themed), "anna", disposition=Disposition.MET)
    before = answers(themed)
    finish(theming.propose(themed), lambda _progress: None)
    assert answers(themed) == before


@pytest.mark.parametrize("way", ["merge", "split", "move", "release"])
def test_answers_outlive_what_people_make_of_themes(themed: Project, way: str) -> None:
    first, second = themes(themed)
    handle(themed, [first], "anna", disposition=Disposition.MET, text="Ja.")
    handle(themed, [second], "anna", disposition=Disposition.NOT_MET, text="Nej.")
    before, members = answers(themed), points(themed)
    match way:
        case "merge":
            theming.merge(themed, second.id, [first.id], "bo")
        case "split":
            theming.split(themed, first.id, [members[0].id], "Eget", "bo")
        case "move":
            theming.move(themed, [members[0].id], second.id, "bo")
        case _:
            theming.release(themed, first.id, "bo")
    assert answers(themed) == before


def test_both_halves_of_a_parted_theme_are_handled_as_it_was(themed: Project) -> None:
    handle(themed, themes(themed)[:1], "anna", disposition=Disposition.MET)
    new = theming.split(themed, themes(themed)[0].id, [points(themed)[0].id], "Eget", "bo")
    assert themed.handlings().themes[new].disposition is Disposition.MET
    assert not themed.handlings().passages


def test_what_is_not_met_without_a_reason_is_counted(themed: Project) -> None:
    handle(themed, themes(themed)[:1], "anna", disposition=Disposition.NOT_MET)
    assert board(themed).tally().without_reason == 3
    handle(themed, themes(themed)[:1], "anna", text="Därför.")
    assert board(themed).tally().without_reason == 0


def test_a_reason_is_used_again_and_tells_where(themed: Project) -> None:
    first, second = themes(themed)
    handle(themed, [first], "anna", disposition=Disposition.NOT_MET, text=" Ej vårt ansvar. ")
    key = reuse(themed, first, "Utanför", "anna")
    handle(themed, [second], "anna", disposition=Disposition.ELSEWHERE, reason=key)
    (reason,) = reasons(themed)
    assert (reason.title, reason.text, reason.uses) == (
        "Utanför",
        "Ej vårt ansvar.",
        tuple(sorted([first, second])),
    )
    edit_reason(themed, key, "bo", title="Andras ansvar", text="Kommunen råder.")
    assert {h.text for h in themed.handlings().themes.values()} == {"Kommunen råder."}
    handle(themed, [second], "anna", text="Eget.")
    assert reasons(themed)[0].uses == (first,)
    drop_reason(themed, key, "bo")
    assert not reasons(themed)
    assert themed.handlings().themes[first.id].text == "Kommunen råder."


@pytest.mark.parametrize(("title", "text"), [("", "Text."), ("Titel", " "), ("utanför", "Text.")])
def test_a_reason_has_a_title_of_its_own_and_a_text(themed: Project, title: str, text: str) -> None:
    make_reason(themed, "Utanför", "Ej vårt ansvar.", "anna")
    with pytest.raises(UsageError):
        make_reason(themed, title, text, "anna")


def test_points_are_told_under_the_codes_that_people_gave(themed: Project) -> None:
    point = points(themed)[0].id
    theming.split(themed, themes(themed)[0].id, [point], "Ensam", "anna")
    with themed.action("Koppla"):
        themed.assign(point, "3.3", None, "anna")
    now = board(themed)
    assert [item.target.id for item in now.of("3.3")] == [point]
    assert {item.target.id for item in now.of("3.4")} >= {t.id for t in themes(themed)[:1]}


def test_themes_that_are_concerned_are_read_as_among_all(themed: Project) -> None:
    handle(themed, themes(themed)[:1], "anna", disposition=Disposition.MET)
    moved, *_left = points(themed, 1)
    theming.move(themed, [moved.id], themed.themes()[0].id, "anna")
    for theme in themed.themes():
        assert themed.themes([Target.theme(theme.id)]) == (theme,)
        for passage in theme.passages:
            assert theme in themed.themes([Target.passage(passage)])
    assert {*themed.themes([*points(themed), *points(themed, 1)])} == {*themed.themes()}
    assert themed.themes([]) == ()


def test_a_reason_is_known_by_its_title_or_its_id(themed: Project) -> None:
    key = make_reason(themed, "Utanför", "Ej vårt ansvar.", "anna")
    assert titled(themed, "Utanför") == titled(themed, key) == themed.reasons()[0]
    for ask in (
        lambda: titled(themed, "Annat"),
        lambda: drop_reason(themed, "m9", "anna"),
        lambda: edit_reason(themed, "m9", "anna", text="Nej."),
        lambda: handle(themed, themes(themed), "anna", reason="m9"),
    ):
        with pytest.raises(UsageError, match="ingen motivering med"):
            ask()
    assert [entry.name for entry in themed.log()][1:] == ["Spara motiveringen Utanför"]


def test_actions_are_called_by_what_is_said(themed: Project) -> None:
    target = themes(themed)[:1]
    handle(themed, target, "anna", disposition=Disposition.NOT_MET)
    handle(themed, target, "anna", text="Därför.")
    handle(themed, target, "anna", state=State.REVIEWED)
    handle(themed, target, "anna", responsible="Bo Ek")
    clear(themed, target, "anna")
    assert not answers(themed)
    names = [entry.name for entry in themed.log()][1:]
    assert names[:3] == [
        "Hantera ett tema: beaktas inte",
        "Motivera hanteringen av ett tema",
        "Markera ett tema som granskad",
    ]
    assert len(set(names)) == 5


def test_a_point_that_kept_what_its_earlier_theme_said_can_have_that_taken_away(
    themed: Project,
) -> None:
    first, second = themes(themed)
    handle(themed, [first], "anna", disposition=Disposition.MET)
    moved, *_left = points(themed)
    theming.move(themed, [moved.id], second.id, "bo")
    assert answers(themed)[moved.id] is Disposition.MET
    clear(themed, [moved], "bo")
    assert answers(themed).get(moved.id) is None
    themed.undo()
    assert answers(themed)[moved.id] is Disposition.MET


def test_a_point_that_has_its_own_answer_is_handled_as_its_theme_when_that_is_taken_away(
    themed: Project,
) -> None:
    point, *_others = points(themed)
    handle(themed, themes(themed)[:1], "anna", disposition=Disposition.MET)
    handle(themed, [point], "anna", disposition=Disposition.LATER)
    clear(themed, [point], "bo")
    assert answers(themed)[point.id] is Disposition.MET


def test_a_reason_can_be_taken_away(themed: Project) -> None:
    (theme, *_others) = themes(themed)
    key = make_reason(themed, "Lag", "Enligt lag.", "anna")
    handle(themed, [theme], "anna", disposition=Disposition.NOT_MET, reason=key)
    handle(themed, [theme], "anna", reason=None)
    said = themed.handlings().themes[theme.id]
    assert (said.disposition, said.reason, said.text) == (Disposition.NOT_MET, None, "")
