"""Inspel that resemble each other in a folder: found, compared, decided about, undone."""

from pathlib import Path

import pytest

from inspel_app.domain.document import Method
from inspel_app.domain.form import Answer, SourceFile, Status, Submission
from inspel_app.domain.kinship import Kinship
from inspel_app.errors import UsageError
from inspel_app.services.comparing import Change, compare
from inspel_app.services.duplicates import decide, groups, kin_of, tell_apart
from inspel_app.services.intake import import_files
from inspel_app.services.jobs import Progress, finish
from inspel_app.services.workers import WorkerPool
from inspel_app.store.project import Project
from inspel_app.synthesis.counting import uncounted, undecided
from tests.services.letters import pdf_letter, text_letter, word_letter

CAMPAIGN = """Hej!

Vi i {place} kräver att tågen åter stannar i alla byar längs banan mellan kusten och inlandet. I dag
tar bussen tre timmar.

Regionen behöver också ta ansvar för vården i inlandet, så att ambulansen hinner fram i tid.

{own}Med vänlig hälsning
{name}
{place}
"""
OWN = "Min dotter missar skolan varje vecka."


def ignore(_progress: Progress) -> None:
    pass


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "inspel.docx").write_bytes(word_letter("Malå"))
    (folder / "inspel.pdf").write_bytes(pdf_letter("Malå"))
    changed = text_letter("Malå").decode() + "\nSkolan i byn måste också vara kvar.\n"
    (folder / "inspel reviderad.txt").write_text(changed, "utf-8")
    people = [("Norsjö", "Bo Testman", ""), ("Åsele", "Cia Påhitt", f"{OWN}\n\n")]
    for place, name, own in people:
        text = CAMPAIGN.format(place=place, name=name, own=own)
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


@pytest.fixture
def filled(project: Project, pool: WorkerPool, folder: Path) -> Project:
    finish(import_files(project, [folder], pool), ignore)
    return project


def named(project: Project, name: str) -> Submission:
    return next(s for s in project.submissions() if s.files[0].name == name)


def told(project: Project) -> dict[Kinship, list[list[str]]]:
    found: dict[Kinship, list[list[str]]] = {}
    for group in groups(project):
        found.setdefault(group.kinship, []).append([m.files[0].name for m in group.members])
    return found


def test_a_folder_without_dates_is_sorted_into_groups(filled: Project) -> None:
    assert told(filled) == {
        Kinship.DUPLICATE: [["inspel.docx", "inspel.pdf"]],
        Kinship.VERSION: [["inspel.docx", "inspel reviderad.txt"]],
        Kinship.CAMPAIGN: [["Bo Testman.txt", "Cia Påhitt.txt"]],
    }
    assert named(filled, "Cia Påhitt.txt").additions == (OWN,)
    assert named(filled, "Bo Testman.txt").additions == ()


def test_everything_counts_until_a_person_decides(filled: Project) -> None:
    assert uncounted(filled.submissions()) == {}
    waiting = {s.files[0].name for s in undecided(filled.submissions())}
    assert waiting == {"inspel.docx", "inspel.pdf"}
    copy, earlier = named(filled, "inspel.pdf"), named(filled, "inspel.docx")
    decide(filled, [copy.number], counts=False, by="anna")
    decide(filled, [earlier.number], counts=True, by="anna")
    assert undecided(filled.submissions()) == []
    reason = f"Dubblett av inspel {earlier.number}"
    assert uncounted(filled.submissions()) == {copy.id: reason}
    filled.undo()
    filled.undo()
    assert len(undecided(filled.submissions())) == 2
    assert filled.submission(copy.id).status is Status.NY


def test_undoing_an_import_takes_back_its_proposals(
    project: Project, pool: WorkerPool, folder: Path
) -> None:
    finish(import_files(project, [folder / "inspel.docx"], pool), ignore)
    before = project.submissions()
    finish(import_files(project, [folder], pool), ignore)
    assert told(project)
    project.undo()
    assert project.submissions() == before


def test_a_rejected_proposal_does_not_come_back_with_the_next_import(
    filled: Project, pool: WorkerPool, tmp_path: Path
) -> None:
    copy = named(filled, "inspel.pdf").number
    tell_apart(filled, [named(filled, "inspel.docx").number, copy], "anna")
    assert Kinship.DUPLICATE not in told(filled)
    (tmp_path / "ny.txt").write_text("Vi vill att vägarna i fjällen rustas upp.", "utf-8")
    finish(import_files(filled, [tmp_path / "ny.txt"], pool), ignore)
    assert Kinship.DUPLICATE not in told(filled)
    filled.undo()
    filled.undo()
    assert told(filled)[Kinship.DUPLICATE] == [["inspel.docx", "inspel.pdf"]]


def test_one_alone_is_told_apart_from_its_groups(filled: Project) -> None:
    tell_apart(filled, [named(filled, "Bo Testman.txt").number], "anna")
    assert Kinship.CAMPAIGN not in told(filled)
    assert named(filled, "Cia Påhitt.txt").additions == ()


def test_what_is_in_no_group_cannot_be_told_apart(filled: Project) -> None:
    numbers = [named(filled, name).number for name in ("Bo Testman.txt", "inspel.pdf")]
    with pytest.raises(UsageError, match="gemensam grupp"):
        tell_apart(filled, numbers, "anna")


@pytest.mark.parametrize("reverse", [False, True])
def test_files_imported_one_by_one_in_any_order_give_the_same_groups(
    project: Project, pool: WorkerPool, folder: Path, *, reverse: bool
) -> None:
    for path in sorted(folder.iterdir(), reverse=reverse):
        finish(import_files(project, [path], pool), ignore)
    links = {
        s.files[0].name: (s.duplicate_of, s.replaces, s.campaign, s.additions)
        for s in project.submissions()
    }
    ids = {name: named(project, name).id for name in links}
    campaign = links["Bo Testman.txt"][2]
    assert links == {
        "inspel.docx": (None, None, None, ()),
        "inspel.pdf": (ids["inspel.docx"], None, None, ()),
        "inspel reviderad.txt": (None, ids["inspel.docx"], None, ()),
        "Bo Testman.txt": (None, None, campaign, ()),
        "Cia Påhitt.txt": (None, None, campaign, (OWN,)),
    }


def test_compares_field_by_field_with_the_words_that_differ(filled: Project) -> None:
    one, other = named(filled, "inspel.docx"), named(filled, "inspel reviderad.txt")
    found = compare(filled, one.number, other.number)
    assert found.kinships == (Kinship.VERSION,)
    (field,) = found.fields
    assert (field.place, field.change) == ("Fritt brev", Change.CHANGED)
    added = [s.other.of(field.other) for s in field.stretches if s.change is not Change.SAME]
    assert added == ["Skolan i byn måste också vara kvar."]


@pytest.mark.parametrize(("one", "other"), [(1, 1), (1, 99), (0, 1)])
def test_compares_only_two_that_are_there(filled: Project, one: int, other: int) -> None:
    with pytest.raises(UsageError):
        compare(filled, one, other)


def test_the_nearest_kin_is_the_duplicate_then_the_version_then_of_the_campaign(
    filled: Project,
) -> None:
    every = filled.submissions()
    kin = {
        "inspel.docx": "inspel.pdf",
        "inspel.pdf": "inspel.docx",
        "inspel reviderad.txt": "inspel.docx",
        "Bo Testman.txt": "Cia Påhitt.txt",
    }
    for name, other in kin.items():
        assert kin_of(named(filled, name), every) == named(filled, other)
    tell_apart(filled, [named(filled, "Bo Testman.txt").number], "anna")
    assert kin_of(named(filled, "Bo Testman.txt"), filled.submissions()) is None


def test_a_field_that_one_alone_has_answered_is_told_beside_those_that_both_have(
    project: Project,
) -> None:
    texts = ({"3.3.behov": "Fler bussar.", "3.4.behov": "Fiber."}, {"3.3.behov": "Fler bussar."})
    with project.action("Läs in"):
        for n, said in enumerate(texts):
            answers = [Answer(f"{n}.{f}", f, text, Method.TEXT, ()) for f, text in said.items()]
            one = Submission(str(n), (SourceFile(f"{n}.txt", str(n)),), answers=tuple(answers))
            project.add_submission(one, {})
    for numbers, change in (((1, 2), Change.REMOVED), ((2, 1), Change.ADDED)):
        told = {f.field: f.change for f in compare(project, *numbers).fields}
        assert told == {"3.3.behov": Change.SAME, "3.4.behov": change}
