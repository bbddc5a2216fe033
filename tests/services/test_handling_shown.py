"""The handling as the window has it in memory: found, listed, heard in their own words."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from inspel_app.domain.form import ActorType
from inspel_app.services.handling import Disposition, State, Target, handle
from inspel_app.services.handling_view import Answer, Desk, Item, Show, shows
from inspel_app.services.respondents import correct
from inspel_app.services.strategy_text import Source, keep_wording, write_section
from inspel_app.services.theming import split
from inspel_app.store.project import Project
from tests.services.conftest import SAID

OLD = "Bredband finns i byarna. Master ska byggas."
NEW = "Bredband ska finnas i alla byar. Master ska byggas."


def themes(project: Project) -> list[Target]:
    return [Target.theme(theme.id) for theme in project.themes()]


def points(project: Project, theme: int) -> list[Target]:
    return [Target.passage(p) for p in project.themes()[theme].passages]


def targets(items: Iterable[Item], show: Show = Show.ALL) -> list[Target]:
    return [item.target for item in items if shows(show, item)]


def test_how_far_it_has_come_is_told_of_all_and_of_each_part(themed: Project) -> None:
    first, second = themes(themed)
    handle(themed, [first], "anna", disposition=Disposition.MET, responsible="Bo Ek")
    desk = Desk.read(themed)
    assert targets(desk.found(), Show.OPEN) == [second]
    assert (desk.tally.points, desk.tally.answered) == (6, 3)
    assert desk.people == ("Bo Ek",)
    assert desk.headway["3.4"] == desk.headway["3"] == (3, 6)


def test_items_are_found_by_how_far_their_answers_have_come(themed: Project) -> None:
    first, second = themes(themed)
    handle(themed, [first], "anna", disposition=Disposition.MET, state=State.REVIEWED)
    handle(themed, [second], "anna", disposition=Disposition.LATER)
    desk = Desk.read(themed)
    assert targets(desk.found()) == [first, second]
    assert targets(desk.found(), Show.REVIEWED) == [first]
    assert targets(desk.found(), Show.DRAFT) == [second]
    assert not targets(desk.found(), Show.OPEN)
    assert not targets(desk.found(), Show.DECIDED)
    assert not targets(desk.found(), Show.TO_CHECK)


def test_items_are_found_by_part_person_words_and_kind_of_respondent(themed: Project) -> None:
    first, second = themes(themed)
    correct(themed, 1, {"type": ActorType.KOMMUN}, "anna")
    handle(themed, [first], "anna", disposition=Disposition.MET, responsible="Bo Ek")
    handle(themed, [second], "anna", disposition=Disposition.MET)
    desk = Desk.read(themed)
    both = [first, second]
    assert targets(desk.found(code="3")) == targets(desk.found(code="3.4")) == both
    assert not desk.found(code="1")
    assert targets(desk.found(me="Bo Ek")) == [first]
    assert targets(desk.found(me="anna")) == [second]
    (of_masts,) = desk.found(text=" RESERVKRAFT")
    assert {SAID[3], SAID[4]} <= {voice.quotation.text for voice in desk.voices(of_masts)}
    assert targets(desk.found(kind=ActorType.KOMMUN)) == both
    assert not desk.found(kind=ActorType.REGION)


def test_points_of_an_opened_theme_stand_below_it(themed: Project) -> None:
    desk = Desk.read(themed)
    first, second = desk.found()
    lines = desk.lines([first, second], {first.target})
    assert [(line.item.target, line.opened, line.within) for line in lines] == [
        (first.target, True, False),
        *((point, False, True) for point in points(themed, 0)),
        (second.target, False, False),
    ]
    assert {(line.part, line.inspel, line.sender) for line in lines} == {("3.4", 1, "a kommun")}


def test_a_point_in_a_theme_is_an_item_with_its_theme_and_what_is_gone_is_none(
    themed: Project,
) -> None:
    desk = Desk.read(themed)
    theme, point = themes(themed)[0], points(themed, 0)[0]
    within = desk.item(point)
    assert within is not None
    above = desk.theme_of(within)
    assert above is not None
    assert above.target == theme
    assert desk.theme_of(above) is None
    assert desk.item(Target.passage("a/9:0-4")) is None
    assert desk.item(Target.theme("t9")) is None
    assert [voice.item.target for voice in desk.voices(within)] == [point]


def test_a_point_that_stands_alone_is_an_item_and_a_line_of_its_own(themed: Project) -> None:
    alone = points(themed, 0)[0]
    split(themed, themes(themed)[0].id, [alone.id], "Fiber", "anna")
    desk = Desk.read(themed)
    found = next(item for item in desk.found() if item.passages == (alone.id,))
    assert [voice.item.target for voice in desk.voices(found)] == [alone]


def test_of_items_it_is_told_what_their_answers_have_in_common(themed: Project) -> None:
    first, second = themes(themed)
    nothing = Answer(None, "", None, "", None, own=False)
    assert Answer.of(Desk.read(themed).found()) == nothing
    handle(themed, [first], "anna", disposition=Disposition.MET, text="Ja.", responsible="Bo")
    handle(themed, points(themed, 0)[:1], "anna", text="Ja, fiber.")
    desk = Desk.read(themed)
    assert Answer.of(desk.found()) == replace(nothing, own=True)
    alike = Answer.of(desk.board.points(first.id))
    assert alike == Answer(Disposition.MET, "", None, "Bo", State.DRAFT, own=True)
    handle(themed, [second], "anna", disposition=Disposition.NOT_MET, text="Ja.", responsible="Bo")
    assert Answer.of(Desk.read(themed).found()) == Answer(
        None, "Ja.", None, "Bo", State.DRAFT, own=True
    )


@pytest.mark.parametrize("sentence", ["Bredband ska finnas i alla byar.", ""])
def test_a_sentence_of_the_new_text_tells_by_what_each_point_led_to_it(
    themed: Project, sentence: str
) -> None:
    section = write_section(themed, "Digital infrastruktur", OLD, "anna", code="3")
    by_theme, own = themes(themed)[0], points(themed, 1)[0]
    sources = [Source(by_theme, sentence), Source(own, sentence)]
    keep_wording(themed, section, NEW, "anna", sources)
    desk = Desk.read(themed)
    about = desk.section_for("3.4")
    assert about is not None
    assert about.id == section
    assert desk.section_for("1") is None
    assert desk.section_for(None) is None
    wording = desk.wording(section)
    assert wording is not None
    assert wording.text == NEW
    asked = {(one.quotation.text, one.theme) for one in desk.asked(section, sentence)}
    said = {Target.passage(point.id): point.text for point in themed.passages()}
    assert asked == {*((said[p], by_theme.id) for p in points(themed, 0)), (said[own], None)}
    for point in points(themed, 0):
        assert desk.source(section, sentence, point) == Source(by_theme, sentence)
    assert desk.source(section, sentence, own) == Source(own, sentence)
    assert desk.source(section, sentence, points(themed, 1)[1]) is None
    assert desk.source("s9", sentence, own) is None
