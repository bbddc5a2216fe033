"""What waits for a person after an import."""

from datetime import date
from pathlib import Path

import pytest

from inspel_app.domain.coding import Passage
from inspel_app.domain.document import Method, Problem
from inspel_app.domain.form import (
    ActorType,
    Answer,
    Respondent,
    SourceFile,
    Status,
    Submission,
)
from inspel_app.services.duplicates import decide
from inspel_app.services.intake import import_files
from inspel_app.services.jobs import Progress, finish
from inspel_app.services.rounds import new_round
from inspel_app.services.todo import Concern, tasks
from inspel_app.services.workers import WorkerPool
from inspel_app.store.project import Project, Run
from tests.services.letters import pdf_letter, word_letter

MAIL = """From: Ada Testman <ada@byn.example>
To: rus@region.example
Date: {date}
Subject: Synpunkter
Content-Type: text/plain; charset=utf-8

Vi behöver en bussförbindelse till byn även på helgerna, annars kan ingen bo kvar här.

Ada Testman
"""
NEXT_DAY = "Tue, 17 Jun 2025 08:00:00 +0200"


def ignore(_progress: Progress) -> None:
    pass


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "1.docx").write_bytes(word_letter("Malå"))
    (folder / "2.pdf").write_bytes(pdf_letter("Malå"))
    (folder / "3.eml").write_text(MAIL.format(date=NEXT_DAY), "utf-8")
    (folder / "4.txt").write_bytes(b"")
    return folder


def test_tells_what_waits(tmp_path: Path, folder: Path, pool: WorkerPool) -> None:
    deadline = date(2025, 6, 16)
    with new_round(tmp_path / "r.inspel", deadline=deadline) as project:
        assert tasks(project) == ()
        finish(import_files(project, [folder], pool), ignore)
        found = {task.concern: task.numbers for task in tasks(project)}
        assert found[Concern.UNREAD] == (4,)
        assert found[Concern.LATE] == (3,)
        assert found[Concern.UNDATED] == (1, 2)
        assert len(found[Concern.UNDECIDED]) == 1
        decide(project, found[Concern.UNDECIDED], counts=False, by="anna")
        assert Concern.UNDECIDED not in {task.concern for task in tasks(project)}


def test_asks_for_no_dates_without_a_last_day(
    tmp_path: Path, folder: Path, pool: WorkerPool
) -> None:
    with new_round(tmp_path / "r.inspel") as project:
        finish(import_files(project, [folder], pool), ignore)
        assert not {Concern.UNDATED, Concern.LATE} & {task.concern for task in tasks(project)}


def test_a_contact_without_an_organisation_is_a_name_that_lacks(project: Project) -> None:
    with project.action("Läs in"):
        for n, who in enumerate(
            (
                Respondent(contact="Madde Skarvberg"),
                Respondent("Byalaget"),
                Respondent(contact="Nils Ek", type=ActorType.PRIVATPERSON),
            )
        ):
            file = SourceFile("a", str(n))
            said = (Answer(f"a{n}", None, "Fler bussar.", Method.TEXT, (), True),)
            one = Submission(f"s{n}", (file,), respondent=who, answers=said)
            project.add_submission(one, {})
    (task,) = (t for t in tasks(project) if t.concern is Concern.NAMELESS)
    assert task.numbers == (1,)


def test_an_answer_without_any_point_waits_once_points_have_been_looked_for(
    project: Project,
) -> None:
    answers = [Answer(f"{n}.brev", None, "Vi vill ha bussar.", Method.TEXT, ()) for n in range(3)]
    with project.action("Läs in"):
        for n, answer in enumerate(answers):
            file = SourceFile(f"{n}.txt", f"{n}")
            project.add_submission(Submission(str(n), (file,), answers=(answer,)), {})
    assert Concern.POINTLESS not in {task.concern for task in tasks(project)}
    points = [
        Passage(f"{n}.brev:0-18", str(n), f"{n}.brev", None, 0, 18, "Vi vill ha bussar.")
        for n in (0, 2)
    ]
    project.save_passages(Run("passages", "in", "", ""), points)
    (task,) = (task for task in tasks(project) if task.concern is Concern.POINTLESS)
    assert task.numbers == (2,)
    with project.action("Klart", by="anna"):
        project.update_submission("1", status=Status.KLAR)
    assert Concern.POINTLESS not in {task.concern for task in tasks(project)}


def test_an_inspel_waits_for_what_it_needs_and_for_nothing_once_it_is_settled(
    project: Project,
) -> None:
    said = Answer("0.brev", None, "Vi vill ha bussar.", Method.TEXT, ())
    doubtful = Submission(
        "0",
        (SourceFile("0.txt", "0"),),
        respondent=Respondent("Byalaget"),
        answers=(said,),
        problems=(Problem("doc-sidor", ""),),
        campaign="k",
    )
    with project.action("Läs in"):
        project.add_submission(doubtful, {})
    assert {t.concern for t in tasks(project)} == {Concern.DOUBTS, Concern.CAMPAIGN}
    with project.action("Inget inspel", by="anna"):
        project.update_submission("0", status=Status.EJ_INSPEL)
    assert {t.concern for t in tasks(project)} == {Concern.NO_INSPEL}


@pytest.mark.parametrize(
    ("beside", "waits"),
    [
        ("Hej!", False),
        ("Vi är en förening i Malå med 46 medlemmar.", False),
        ("Vi vill lyfta två saker:", False),
        ("Hälsningar\nTilde, Omar och de andra", False),
        ("Vägen till fäbodarna är avstängd", True),
    ],
)
def test_what_may_be_a_point_outside_the_points_waits(
    project: Project, beside: str, *, waits: bool
) -> None:
    answer = Answer("a", None, f"{beside}\n\nFler bussar.", Method.TEXT, ())
    with project.action("Läs in"):
        one = Submission("1", (SourceFile("1.txt", "1"),), answers=(answer,))
        project.add_submission(one, {})
    assert Concern.OVERLOOKED not in {task.concern for task in tasks(project)}
    at = len(beside) + 2
    point = Passage(f"a:{at}-{at + 12}", "1", "a", None, at, at + 12, "Fler bussar.")
    project.save_passages(Run("passages", "in", "", ""), [point])
    assert (Concern.OVERLOOKED in {task.concern for task in tasks(project)}) is waits


def test_each_concern_has_words_of_its_own() -> None:
    assert len({concern.label for concern in Concern}) == len(Concern)
    assert all(concern.label for concern in Concern)
