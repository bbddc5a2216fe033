import sqlite3
from dataclasses import replace

import pytest

from inspel_app.domain.coding import (
    Actor,
    Assignment,
    Origin,
    Passage,
    Register,
    Stance,
    Suggestion,
    Theme,
    compose_assignments,
)
from inspel_app.store.project import Project, Run
from tests.store.samples import RUN, passages_of, submission

SUGGESTED = replace(RUN, kind="suggestions")
THEMED = replace(RUN, kind="themes")


@pytest.fixture
def points(project: Project) -> list[Passage]:
    with project.action("Läs in"):
        inspel = project.add_submission(submission("a", answers=4), {})
    made = passages_of(inspel)
    project.save_passages(RUN, made)
    return made


def _codes(project: Project, number: int = 0) -> list[tuple[str, str | None, Origin]]:
    return [(a.code, a.aspect, a.origin) for a in project.passages()[number].assignments]


def test_passages_come_back_as_the_machine_made_them(project: Project) -> None:
    with project.action("Läs in"):
        project.add_submission(submission("a"), {})
    made = Passage(
        "a/0:0-4",
        "a",
        "a/0",
        "3.0.behov",
        0,
        4,
        "Svar",
        (Assignment("3.0", "behov", Origin.FORM, 0.123456, "fältet"),),
        misplaced=True,
        stance=Stance.KRITIK,
        actors=(Actor("kommunens", "Kommunen"), Actor("SLU", "SLU", Register.LAROSATE)),
        sources=("SCB 2024",),
        language="fi",
        heading="Vägar",
    )
    project.save_passages(RUN, [made])
    assert project.passages() == (made,)


def test_new_run_takes_the_place_of_the_earlier(project: Project, points: list[Passage]) -> None:
    later = Run("passages", "other", "cut=2", "rules-2")
    project.save_passages(later, points[:1])
    assert project.passages() == tuple(points[:1])
    run = project.current_run("passages")
    assert run == later
    assert run is not None
    assert run.at
    assert project.current_run("themes") is None
    assert project.log()[-1].name == "Läs in"


def test_decisions_and_suggestions_are_read_with_the_forms_own_place(
    project: Project, points: list[Passage]
) -> None:
    proposed = (Suggestion("4.1", 800, "tåg"), Suggestion("2.2", 100))
    project.save_suggestions(SUGGESTED, {points[0].id: proposed})
    with project.action("Koppla"):
        project.assign(points[0].id, "6.1", "mal", "bo")
        project.assign(points[0].id, "5.1", None, "anna")
        project.assign(points[0].id, "6.1", "mal", "anna")
    decided = [
        Assignment("6.1", "mal", Origin.PERSON),
        Assignment("5.1", None, Origin.PERSON),
    ]
    assert project.suggestions() == {points[0].id: proposed}
    assert project.passages()[0].assignments == compose_assignments(points[0], proposed, decided)


def test_person_takes_back_their_own_decision_alone(
    project: Project, points: list[Passage]
) -> None:
    with project.action("Koppla"):
        project.assign(points[0].id, "1.1", None, "anna")
        project.assign(points[0].id, "1.2", None, "bo")
    with project.action("Ta bort"):
        project.unassign(points[0].id, "1.1", None, "anna")
        project.unassign(points[0].id, "1.2", None, "anna")
    assert _codes(project)[0] == ("1.2", None, Origin.PERSON)
    assert len(_codes(project)) == 2


def test_new_runs_leave_what_people_decided(project: Project, points: list[Passage]) -> None:
    project.save_themes(THEMED, [Theme("t1", "3", "Maskinens", (), (points[0].id,))])
    with project.action("Koppla och döp"):
        project.assign(points[0].id, "1.1", None, "anna")
        project.theme_edits.keep(Theme("t1", "3", "Människans", (), (points[0].id,)), "anna")
    project.save_passages(RUN, points)
    project.save_themes(THEMED, [Theme("t1", "3", "Maskinens", (), (points[0].id,))])
    assert _codes(project)[0] == ("1.1", None, Origin.PERSON)
    assert project.themes()[0].label == "Människans"


def test_passages_and_themes_of_an_undone_submission_are_gone_until_redo(
    project: Project, points: list[Passage]
) -> None:
    with project.action("Läs in b"):
        other = project.add_submission(submission("b"), {})
    both = [*points, *passages_of(other)]
    project.save_passages(RUN, both)
    project.save_suggestions(SUGGESTED, {p.id: [Suggestion("1", 10)] for p in both})
    members = (both[-1].id, points[0].id)
    mixed = Theme("t1", "3", "Blandat", ("tåg",), members, suggested=True)
    project.save_themes(THEMED, [mixed, Theme("t2", "3", "Bara b", (), (both[-2].id,))])
    assert [p.theme for p in project.passages()] == ["t1", None, None, None, "t2", "t1"]
    project.undo()
    assert [p.id for p in project.passages()] == [p.id for p in points]
    assert project.themes() == (replace(mixed, passages=(points[0].id,)),)
    assert set(project.suggestions()) == {p.id for p in points}
    project.redo()
    assert len(project.passages()) == len(both)
    assert len(project.themes()) == 2


def test_a_kept_theme_holds_its_points_whatever_the_machine_makes(
    project: Project, points: list[Passage]
) -> None:
    ids = [p.id for p in points]
    project.save_themes(THEMED, [Theme("t1", "3", "Maskinens", (), tuple(ids[:2]))])
    with project.action("Döp"):
        project.theme_edits.keep(Theme("t1", "3", "Tågen", (), tuple(ids[:2])), "anna")
    anew = [
        Theme("t1", "3", "Nya", ("tåg",), (ids[2],), suggested=True),
        Theme("t2", "3", "Annat", (), (ids[0],), suggested=True),
    ]
    project.save_themes(THEMED, anew)
    (theme,) = project.themes()
    assert (theme.label, theme.keywords, theme.kept) == ("Tågen", ("tåg",), True)
    assert set(theme.passages) == set(ids[:3])
    with project.action("Nåla fast"):
        kept = Theme("t1", "3", "Tågen", (), tuple(ids[:2]), pinned=True)
        project.theme_edits.keep(kept, "anna")
    assert set(project.themes()[0].passages) == set(ids[:2])
    assert {p.theme for p in project.passages()} == {"t1", None}
    with project.action("Lämna tillbaka"):
        project.theme_edits.release("t1")
    assert project.themes() == tuple(anew)


def test_decisions_about_what_is_not_there_are_refused(project: Project) -> None:
    with project.action("Koppla"), pytest.raises(KeyError):
        project.assign("x:0-1", "1.1", None, "anna")


def test_machine_work_of_a_failed_action_is_rolled_back(
    project: Project, points: list[Passage]
) -> None:
    def fail() -> None:
        with project.action("Gör om"):
            project.save_passages(RUN, points[:1])
            raise ValueError("halvvägs")

    with pytest.raises(ValueError, match="halvvägs"):
        fail()
    assert project.passages() == tuple(points)


def test_record_of_runs_tells_after_what_and_only_grows(
    project: Project, points: list[Passage]
) -> None:
    project.save_themes(replace(THEMED, by="anna", made=2), ())
    with project.action("Koppla"):
        project.assign(points[0].id, "3.3", None, by="anna")
    project.note_run(Run("export", "", "work: a.json", "inspel 1"))
    told = [(run.kind, run.by, run.made, run.after) for run in project.runs()]
    assert told == [("passages", "", 0, 1), ("themes", "anna", 2, 1), ("export", "", 0, 2)]
    assert project.undo() is not None
    assert len(project.runs()) == 3
    for statement in ("DELETE FROM runs", "UPDATE runs SET by = 'bo'"):
        with pytest.raises(sqlite3.IntegrityError, match="history only grows"):
            project._db.execute(statement)


def test_a_kept_theme_has_the_machines_latest_name_until_a_person_names_it(
    project: Project, points: list[Passage]
) -> None:
    made = Theme("t1", "3", "Först", (), (points[0].id,), suggested=True)
    project.save_themes(THEMED, [made])
    with project.action("Nåla fast"):
        project.theme_edits.keep(replace(made, pinned=True), "anna")
    project.save_themes(THEMED, [replace(made, label="Sedan")])
    (theme,) = project.themes()
    assert (theme.label, theme.kept, theme.suggested) == ("Sedan", True, True)
    project.save_themes(THEMED, [])
    assert project.themes()[0].label == "Först"
    with project.action("Döp"):
        project.theme_edits.keep(replace(theme, label="Mitt", suggested=False), "anna")
    project.save_themes(THEMED, [made])
    assert (project.themes()[0].label, project.themes()[0].suggested) == ("Mitt", False)
