"""A round beside an earlier one: who and what comes back, what is new, what is not raised again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from inspel_app.domain.coding import Theme
from inspel_app.domain.form import ActorType, Respondent
from inspel_app.errors import UsageError
from inspel_app.services.earlier import Beside, beside
from inspel_app.services.handling import Disposition, State, Target, handle
from inspel_app.services.rounds import new_round
from inspel_app.store.project import Project, Run
from tests.services.tagged_round import add_answer, make

BUSES = ("Fler bussar behövs i byarna på kvällen.", "Bussen till byarna går för sällan på kvällen.")
AGAIN = "Kvällsbussarna till byarna är fortfarande för få."
FIBRE, SCHOOL = "Fibern måste nå alla hushåll.", "Elevhälsan behöver fler psykologer."
WORRIED = "Vårt barn har väntat ett år på att få prata med en psykolog."
BUS, WIRE, CARE = "3.3", "3.4", "5.1"


def told(project: Project, said: dict[str, tuple[str, ...]], codes: dict[str, str]) -> None:
    """Let organisations say things, each a point with a code."""
    ids: dict[str, str] = {}
    for name, texts in said.items():
        kind = None if name else ActorType.PRIVATPERSON
        keys = add_answer(
            project,
            f"{name or 'brev'}-{project.identity}",
            " ".join(texts),
            texts,
            respondent=Respondent(name, type=kind),
        )
        ids |= dict(zip(keys, texts, strict=True))
    make(project, list(ids), {}, {key: (codes[text], "behov") for key, text in ids.items()})


@pytest.fixture
def before(tmp_path: Path) -> Iterator[Project]:
    """Two want buses, which is a theme that was not met; one wants fibre."""
    with new_round(tmp_path / "dialog.inspel", title="Dialogen") as made:
        codes = {**dict.fromkeys(BUSES, BUS), FIBRE: WIRE}
        told(made, {"Malå kommun": (BUSES[0], FIBRE), "Byarådet": (BUSES[1],)}, codes)
        points = [p.id for p in made.passages() if p.text in BUSES]
        made.save_themes(
            Run("themes", "", "", ""), [Theme("buss", BUS, "Fler kvällsbussar", (), tuple(points))]
        )
        theme, why = [Target.theme("buss")], "Ryms inte."
        handle(made, theme, "anna", text=why, disposition=Disposition.NOT_MET, state=State.DECIDED)
        yield made


@pytest.fixture
def now(tmp_path: Path) -> Iterator[Project]:
    """Buses again, from one who was there and a person; and school health, which is new."""
    with new_round(tmp_path / "remiss.inspel", title="Remissen") as made:
        codes = {AGAIN: BUS, SCHOOL: CARE, WORRIED: CARE}
        told(made, {"MALÅ KOMMUN": (AGAIN,), "Elevkåren": (SCHOOL,), "": (WORRIED,)}, codes)
        yield made


def texts(found: Beside) -> tuple[list[tuple[str, str]], set[str], set[str]]:
    """What comes back from what, what is new, and what is gone."""
    back = [(one.now.text, one.before.text) for one in found.back]
    return back, {one.text for one in found.new}, {one.text for one in found.gone}


def test_what_comes_back_is_told_with_what_was_answered(now: Project, before: Project) -> None:
    found = beside(now, before)
    assert texts(found) == ([(AGAIN, "Fler kvällsbussar")], {SCHOOL, WORRIED}, {FIBRE})
    (back,) = found.back
    assert back.before.disposition is Disposition.NOT_MET
    assert (back.now.count.submissions, back.before.count.submissions) == (1, 2)
    assert back.permille >= 400
    assert (found.title, found.earlier) == ("Remissen", "Dialogen")


def test_respondents_are_known_again_and_persons_are_in_no_list(
    now: Project, before: Project
) -> None:
    found = beside(now, before)
    assert found.in_both == ("MALÅ KOMMUN",)
    assert found.only_now == ("Elevkåren",)
    assert found.only_before == ("Byarådet",)


def test_every_point_of_both_rounds_is_in_one_matter(now: Project, before: Project) -> None:
    for one, other in ((now, before), (before, now)):
        found = beside(one, other)
        again = (*found.back, *found.moved)
        later = (*(back.now for back in again), *found.new)
        earlier = {*(back.before for back in again), *found.gone}
        points = tuple(sum(m.count.passages for m in matters) for matters in (later, earlier))
        assert points == tuple(count.passages for count in found.counts)


def test_a_matter_under_another_part_of_the_same_strategy_has_moved(
    before: Project, tmp_path: Path
) -> None:
    with new_round(tmp_path / "remiss.inspel") as made:
        told(made, {"Malå kommun": (AGAIN, SCHOOL)}, {AGAIN: CARE, SCHOOL: CARE})
        found = beside(made, before)
        assert texts(found) == ([], {SCHOOL}, {FIBRE})
        (moved,) = found.moved
        assert (moved.now.text, moved.before.text) == (AGAIN, "Fler kvällsbussar")
        assert (moved.now.code, moved.before.code) == (CARE, BUS)


def test_what_is_still_raised_in_its_own_part_has_not_moved(
    before: Project, tmp_path: Path
) -> None:
    other = "Bussarna till byarna är för få på kvällen."
    with new_round(tmp_path / "remiss.inspel") as made:
        told(made, {"Malå kommun": (AGAIN, other)}, {AGAIN: BUS, other: CARE})
        found = beside(made, before)
        assert found.moved == ()
        assert [one.now.text for one in found.back] == [AGAIN]
        assert {one.text for one in found.new} == {other}


def test_a_round_is_not_compared_with_itself_or_with_one_without_points(
    now: Project, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match="samma omgång"):
        beside(now, now)
    with new_round(tmp_path / "tom.inspel") as empty, pytest.raises(UsageError, match="inga syn"):
        beside(now, empty)


def test_a_writer_s_own_name_makes_no_matter_come_back(tmp_path: Path) -> None:
    name = "Norra Provlandets universitet"
    first, later = f"{name} välkomnar uppdateringen.", f"{name} vill ha laddplatser."
    rounds: list[Project] = []
    for text in (first, later):
        made = new_round(tmp_path / f"{len(rounds)}.inspel", title=text)
        told(made, {name: (text,)}, {text: BUS})
        rounds.append(made)
    with rounds[0] as before, rounds[1] as now:
        assert texts(beside(now, before)) == ([], {later}, {first})
