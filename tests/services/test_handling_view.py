"""What a window keeps of the handling: renewed, it is as if all had been read anew."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from inspel_app.services import theming
from inspel_app.services.handling import Disposition, State, Target, clear, handle
from inspel_app.services.handling_view import Desk, Show, shows
from inspel_app.services.reasons import drop_reason, edit_reason, make_reason, reasons
from inspel_app.services.strategy_text import keep_wording, link, write_section
from inspel_app.store.project import Project, Run

Act = Callable[[Project, Random], object]
_STEPS = 40


def cut_anew(project: Project) -> None:
    """All points but the first, each without its end."""
    parts = [replace(p, text=p.text[:-9], end=p.end - 9) for p in project.passages()[1:]]
    cut = [replace(p, id=f"{p.answer}:{p.start}-{p.end}") for p in parts]
    project.save_passages(Run("passages", "", "", ""), cut)


def targets(project: Project, chance: Random) -> list[Target]:
    told = [Target.passage(p.id) for p in project.passages()]
    told += [Target.theme(theme.id) for theme in project.themes()]
    return chance.sample(told, chance.randint(1, 3))


def answer(project: Project, chance: Random) -> None:
    given = chance.choice([*Disposition])
    handle(project, targets(project, chance), "bo", disposition=given, text=chance.choice("ab "))


def entrust(project: Project, chance: Random) -> None:
    handle(project, targets(project, chance), "bo", responsible=chance.choice(["", "Bo", "Eva"]))


def decide(project: Project, chance: Random) -> None:
    given, state = chance.choice([*Disposition]), chance.choice([*State])
    handle(project, targets(project, chance), "bo", disposition=given, state=state)


def reason(project: Project, chance: Random) -> None:
    title = f"Skäl {project.last_change()}"
    key = make_reason(project, title, "Därför.", "bo")
    given = Disposition.NOT_MET
    handle(project, targets(project, chance), "bo", disposition=given, reason=key)


def other_reason(project: Project, chance: Random) -> None:
    for one in reasons(project):
        if chance.random() < 0.3:
            drop_reason(project, one.id, "eva")
        else:
            edit_reason(project, one.id, "eva", text=f"Ändrat {project.last_change()}.")


def reword(project: Project, chance: Random) -> None:
    section = chance.choice(project.sections()).id
    text = f"Nytt {project.last_change()}. Mer."
    keep_wording(project, section, text, "bo")
    link(project, section, targets(project, chance), "bo", chance.choice(["", "Mer."]))


ACTS: tuple[Act, ...] = (
    answer,
    answer,
    entrust,
    decide,
    reason,
    other_reason,
    reword,
    lambda project, chance: clear(project, targets(project, chance), "bo"),
    lambda project, _chance: project.undo("bo"),
    lambda project, _chance: project.redo("bo"),
)


def told(desk: Desk) -> list[object]:
    """All that a desk tells."""
    board, said = desk.board, desk.handlings
    items = desk.found()
    return [
        items,
        board.handled,
        {*board.lost},
        desk.tally,
        desk.headway,
        desk.lines(items, {item.target for item in items}),
        [[item for item in items if shows(show, item)] for show in Show],
        [desk.item(item.target) for item in items],
        (dict(said.passages), dict(said.themes), dict(said.places)),
        (said.sections, said.wordings, desk.reasons, desk.people, desk.change),
    ]


@pytest.mark.parametrize("is_cut_anew", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_it_is_renewed_as_if_all_was_read_anew(
    themed: Project,
    seed: int,
    is_cut_anew: bool,  # noqa: FBT001 - a case of the test
) -> None:
    chance = Random(seed)
    write_section(themed, "3.4 Bredband", "Nytt. Mer.", "anna")
    if is_cut_anew:
        points = [Target.passage(p.id) for p in themed.passages()]
        handle(themed, points[:2], "anna", disposition=Disposition.MET)
        second = [Target.theme(themed.themes()[1].id)]
        handle(themed, second, "anna", disposition=Disposition.LATER)
        handle(themed, second, "anna", text="Sedan.")
        cut_anew(themed)
    desk = Desk.read(themed)
    for n in range(_STEPS):
        renewed = desk.renewed(themed)
        assert renewed
        assert told(renewed) == told(Desk.read(themed))
        desk = renewed
        if n < 3 and is_cut_anew:  # something else is said of what is gone, and of nothing else
            assert desk.board.lost
            themed.undo("anna")
        else:
            chance.choice(ACTS)(themed, chance)


def first_merged(project: Project) -> None:
    first, second = project.themes()
    theming.merge(project, first.id, [second.id], "bo")


def one_moved(project: Project) -> None:
    first, second = project.themes()
    theming.move(project, [first.passages[0]], second.id, "bo")


def one_tagged(project: Project) -> None:
    with project.action("Koppla"):
        project.assign(project.passages()[0].id, "3.3", None, "bo")


@pytest.mark.parametrize(
    "otherwise",
    [
        first_merged,
        one_moved,
        one_tagged,
        lambda p: theming.rename(p, p.themes()[0].id, "Annat namn", "bo"),
    ],
)
def test_other_points_are_read_anew(
    themed: Project, otherwise: Callable[[Project], object]
) -> None:
    desk = Desk.read(themed)
    otherwise(themed)
    assert desk.renewed(themed) is None
    desk = Desk.read(themed)
    themed.undo("bo")
    assert desk.renewed(themed) is None


def test_a_theme_that_is_only_kept_is_the_same(themed: Project) -> None:
    desk = Desk.read(themed)
    theming.pin(themed, themed.themes()[0].id, "bo")
    assert desk.renewed(themed)
