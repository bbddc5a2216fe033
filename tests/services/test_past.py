from pathlib import Path

import pytest

from inspel_app import __version__
from inspel_app.domain.secrecy import Secrecy
from inspel_app.domain.synthesis import Audience
from inspel_app.errors import DiskError, ProjectError, UsageError
from inspel_app.services.past import Event, back_to, note_export, nothing_to_undo, past
from inspel_app.services.points import State
from inspel_app.services.reporting import export
from inspel_app.services.steps import Steps, steps
from inspel_app.services.tagging import Tagging
from inspel_app.store.project import Project, Run
from tests.services.tagged_round import add_answer, make
from tests.store.samples import audited


@pytest.fixture
def tagging(project: Project) -> Tagging:
    ids = add_answer(project, "a")
    make(project, ids, {})
    tagging = Tagging(project, "anna")
    tagging.assign(["3.3"], ids)
    tagging.assign(["3.2"], ids[:1])
    Tagging(project, "bo").reject("4.3", ids[1:])
    tagging.reload()
    return tagging


def test_past_tells_who_did_what_to_how_many_things(tagging: Tagging) -> None:
    told = [(e.name, e.by, e.things, e.stands) for e in past(tagging.project) if e.number]
    assert told[:3] == [
        ("Avvisa 4.3 för 2 synpunkter", "bo", 2, True),
        ("Koppla en synpunkt till 3.2", "anna", 1, True),
        ("Koppla 3 synpunkter till 3.3", "anna", 3, True),
    ]
    assert told[3][0] == "Läs in"
    tagging.undo()
    assert [(e.name, e.stands) for e in past(tagging.project)][:2] == [
        ("Ångra: Avvisa 4.3 för 2 synpunkter", False),
        ("Avvisa 4.3 för 2 synpunkter", False),
    ]


def test_past_tells_which_inspel_and_point_an_action_was_about(tagging: Tagging) -> None:
    told = {e.name: e.about for e in past(tagging.project)}
    assert told["Koppla en synpunkt till 3.2"] == "inspel 1: ”Bussarna går för sällan.”"
    assert told["Avvisa 4.3 för 2 synpunkter"] == ""
    assert told["Läs in"] == "inspel 1"
    tagging.undo()
    assert past(tagging.project)[0].told == "Ångra: Avvisa 4.3 för 2 synpunkter"


def test_the_words_of_a_long_point_end_and_those_of_a_secret_one_are_not_told(
    tagging: Tagging,
) -> None:
    project = tagging.project
    long = "Bussarna mellan kusten och inlandet går för sällan för att passa skolans tider."
    (point,) = add_answer(project, "b", long, [long])
    make(project, [point], {})
    with project.action("Koppla", "anna"):
        project.assign(point, "3.3", None, "anna")
    latest = past(project)[0].about
    assert latest == "inspel 2: ”Bussarna mellan kusten och inlandet går för …”"
    with project.action("Sekretess", "anna"):
        project.secrecy_edits.put(Secrecy("b.0", "b", "b.0"))
    assert [e.about for e in past(project) if e.name == "Koppla"] == ["inspel 2"]


def number_of(event: Event) -> int:
    assert event.number is not None
    return event.number


def test_back_to_an_action_undoes_all_after_it_and_redo_does_them_again(tagging: Tagging) -> None:
    before, found = audited(tagging.project.path), tagging.queue.found()
    first = number_of(past(tagging.project)[2])
    done = tagging.back_to(first)
    assert done.name == "Ångra: Koppla en synpunkt till 3.2"
    assert set(done.passages) == {p.passage.id for p in tagging.queue.found()}
    assert [p.codes for p in tagging.queue.found()] == [("3.3",)] * 3
    assert [e.stands for e in past(tagging.project)[:5]] == [False, False, False, False, True]
    tagging.redo()
    tagging.redo()
    assert tagging.redo().name == ""
    assert audited(tagging.project.path) == before
    assert tagging.queue.found() == found


def test_back_to_the_last_action_changes_nothing(tagging: Tagging) -> None:
    last = number_of(past(tagging.project)[0])
    assert tagging.back_to(last).name == ""
    assert past(tagging.project)[0].number == last


def test_there_is_no_way_back_to_what_is_undone(tagging: Tagging) -> None:
    undone = number_of(past(tagging.project)[0])
    tagging.undo()
    with pytest.raises(UsageError, match=f"Händelse {undone} gäller inte längre"):
        back_to(tagging.project, undone)
    assert {p.state for p in tagging.queue.found()} == {State.CODED}


def test_what_the_machine_made_stands_where_it_made_it(tagging: Tagging) -> None:
    project = tagging.project
    run = Run("themes", "in", "", "kodare 1a2b", by="bo", made=7)
    project.save_themes(run, ())
    note_export(project, "syntes.docx", Audience.PUBLIC, "anna")
    tagging.assign(["1.2"], [tagging.queue.found()[0].passage.id])
    last, export, themes, *_earlier = past(project)
    assert last.number == len(project.log())
    told = [(e.name, e.by, e.things, e.number, e.stands, e.how) for e in (export, themes)]
    version = f"inspel {__version__}"
    assert told == [
        ("Exporterade syntes.docx", "anna", 1, None, False, f"för allmänheten; {version}"),
        ("Samlade synpunkterna i 7 teman", "bo", 7, None, False, "kodare 1a2b"),
    ]
    tagging.undo()
    assert [e.name for e in past(project) if e.number is None][:2] == [export.name, themes.name]


def test_nothing_is_exported_while_another_program_writes_in_the_round(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("inspel_app.store.connection.WAIT_S", 0.1)
    path = tmp_path / "ut.json"
    with Project.open(project.path) as other, project.action("Läs in 1 fil"):
        with pytest.raises(ProjectError):
            export(other, "json", path, Audience.WORK)
        assert not path.exists()
    with Project.open(project.path) as other:
        export(other, "json", path, Audience.WORK)
        assert [run.kind for run in other.runs()] == ["export"]
    assert path.exists()


def test_a_word_file_is_noted_as_other_exports_are(project: Project, tmp_path: Path) -> None:
    assert export(project, "docx", tmp_path / "ut.docx", Audience.WORK) is None
    assert (tmp_path / "ut.docx").read_bytes()[:2] == b"PK"
    assert [run.kind for run in project.runs()] == ["export"]


def test_an_export_that_fails_is_not_noted(project: Project, tmp_path: Path) -> None:
    with pytest.raises(DiskError):
        export(project, "json", tmp_path / "ingen" / "ut.json", Audience.WORK)
    assert project.runs() == []


def test_export_from_a_round_that_cannot_be_written_in_goes_on(
    tagging: Tagging, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_run: Run) -> None:
        raise DiskError("full", "")

    monkeypatch.setattr(tagging.project, "note_run", full)
    before = past(tagging.project)
    note_export(tagging.project, "syntes.docx", Audience.WORK, "anna")
    assert past(tagging.project) == before


def test_it_is_told_that_there_is_nothing_to_undo(project: Project) -> None:
    assert nothing_to_undo(project) == "Det finns inget att ångra."


def test_what_undo_and_redo_would_do_is_told_before(tagging: Tagging) -> None:
    project = tagging.project
    assert steps(project) == Steps("Avvisa 4.3 för 2 synpunkter", None)
    tagging.undo()
    assert steps(project) == Steps("Koppla en synpunkt till 3.2", "Avvisa 4.3 för 2 synpunkter")
    while steps(project).undo:
        project.undo()
    assert steps(project).undo is None
