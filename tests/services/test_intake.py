"""What is taken in, what is passed over, and what is left when something goes wrong."""

import os
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspel_app.config import DEFAULT_FORM
from inspel_app.errors import UnreadableError
from inspel_app.resources import load_form
from inspel_app.services import tasks as real_tasks
from inspel_app.services.intake import import_files
from inspel_app.services.jobs import Outcome, Progress, Result, finish
from inspel_app.services.rounds import new_round
from inspel_app.services.workers import WorkerPool
from inspel_app.store.project import Project
from tests.reading.scan_pictures import page
from tests.services import faulty, tasks
from tests.services.letters import pdf_letter, text_letter, word_letter, write_letters

PLACES = ("Åsele", "Bjurholm", "Dorotea", "Malå", "Norsjö")


def ignore(_progress: Progress) -> None:
    pass


def take_in(project: Project, pool: WorkerPool, *paths: Path) -> list[Outcome]:
    return finish(import_files(project, paths, pool), ignore)


def results(outcomes: list[Outcome]) -> list[Result]:
    return [outcome.result for outcome in outcomes]


def test_takes_in_word_pdf_and_text(project: Project, pool: WorkerPool, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, data in (
        ("a.docx", word_letter("Åsele")),
        ("b.pdf", pdf_letter("Åsele")),
        ("c.txt", text_letter("Åsele")),
    ):
        (folder / name).write_bytes(data)
    take_in(project, pool, folder)
    submissions = project.submissions()
    assert [s.files[0].name for s in submissions] == ["a.docx", "b.pdf", "c.txt"]
    for submission in submissions:
        sha256 = submission.files[0].sha256
        (answer,) = submission.answers
        assert "fler bussar på kvällarna till Åsele" in answer.text
        text = project.document_text(sha256)
        assert answer.text == "\n".join(text[p.start : p.end] for p in answer.parts)


def test_keeps_originals_bit_for_bit(project: Project, pool: WorkerPool, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word_letter("Malå"))
    take_in(project, pool, path)
    (submission,) = project.submissions()
    assert project.original(submission.files[0].sha256) == path.read_bytes()


def test_numbers_in_the_order_of_the_paths(
    project: Project, pool: WorkerPool, tmp_path: Path
) -> None:
    paths = write_letters(tmp_path / "in", *PLACES)
    paths.insert(0, tmp_path / "stor.txt")
    paths[0].write_bytes(text_letter("Umeå") * 300)
    outcomes = take_in(project, pool, *paths)
    assert [outcome.name for outcome in outcomes] == [path.name for path in paths]
    assert [s.files[0].name for s in project.submissions()] == [path.name for path in paths]
    assert [s.number for s in project.submissions()] == list(range(1, len(paths) + 1))


@settings(max_examples=8, deadline=None)
@given(batches=st.lists(st.sets(st.sampled_from(PLACES), min_size=1), min_size=2, max_size=4))
def test_importing_twice_is_importing_once(pool: WorkerPool, batches: list[set[str]]) -> None:
    with tempfile.TemporaryDirectory() as name, new_round(Path(name, "o.inspel")) as project:
        came: set[str] = set()
        for batch in batches:
            outcomes = take_in(project, pool, *write_letters(Path(name, "in"), *sorted(batch)))
            known = [o.name.removesuffix(".txt") for o in outcomes if o.result is Result.KNOWN]
            assert set(known) == batch & came
            came |= batch
        names = [s.files[0].name.removesuffix(".txt") for s in project.submissions()]
        assert sorted(names) == sorted(came)


def test_takes_the_same_content_once_within_a_batch(
    project: Project, pool: WorkerPool, tmp_path: Path
) -> None:
    (first, second) = write_letters(tmp_path / "in", "Malå", "Vindeln")
    second.write_bytes(first.read_bytes())
    outcomes = take_in(project, pool, first, second)
    assert results(outcomes)[1] is Result.JOINED
    assert outcomes[0].submission == outcomes[1].submission
    assert len(project.submissions()) == 1


def test_keeps_what_cannot_be_read(project: Project, pool: WorkerPool, tmp_path: Path) -> None:
    path = tmp_path / "trasig.docx"
    path.write_bytes(word_letter("Malå")[:300])
    (outcome,) = take_in(project, pool, path)
    assert outcome.result is Result.UNREADABLE
    (submission,) = project.submissions()
    assert submission.id == outcome.submission
    assert not submission.answers
    assert [p.message for p in submission.problems] == [p.message for p in outcome.problems]
    assert project.original(submission.files[0].sha256) == path.read_bytes()


def test_refuses_what_is_no_file_and_goes_on(
    project: Project, pool: WorkerPool, tmp_path: Path
) -> None:
    (good,) = write_letters(tmp_path / "in", "Malå")
    os.mkfifo(tmp_path / "in" / "A.txt")
    (tmp_path / "in" / "B.txt").symlink_to(good)
    outcomes = take_in(project, pool, tmp_path / "in")
    assert results(outcomes)[:2] == [Result.REFUSED, Result.REFUSED]
    assert [s.files[0].name for s in project.submissions()] == ["Malå.txt"]


def test_takes_nothing_in_when_a_path_is_missing(
    project: Project, pool: WorkerPool, tmp_path: Path
) -> None:
    (good,) = write_letters(tmp_path / "in", "Malå")
    with pytest.raises(UnreadableError, match="borta"):
        take_in(project, pool, good, tmp_path / "borta.docx")
    assert not project.submissions()
    assert not project.log()


def test_shows_names_composed(project: Project, pool: WorkerPool, tmp_path: Path) -> None:
    path = tmp_path / unicodedata.normalize("NFD", "Åre på örn.txt")
    path.write_bytes(text_letter("Åre"))
    take_in(project, pool, path)
    assert project.submissions()[0].files[0].name == "Åre på örn.txt"


def test_the_batch_is_one_action(project: Project, pool: WorkerPool, tmp_path: Path) -> None:
    take_in(project, pool, *write_letters(tmp_path / "in", "Malå", "Åsele"))
    assert [entry.name for entry in project.log()] == ["Läs in 2 filer"]
    project.undo()
    assert not project.submissions()
    project.redo()
    assert len(project.submissions()) == 2


def test_can_be_imported_again_after_undo(
    project: Project, pool: WorkerPool, tmp_path: Path
) -> None:
    paths = write_letters(tmp_path / "in", "Malå")
    take_in(project, pool, *paths)
    project.undo()
    assert Result.KNOWN not in results(take_in(project, pool, *paths))
    assert len(project.submissions()) == 1


def test_closing_keeps_the_files_that_are_finished(pool: WorkerPool, tmp_path: Path) -> None:
    paths = write_letters(tmp_path / "in", *PLACES)
    with new_round(tmp_path / "o.inspel") as project:
        job = import_files(project, paths, pool)
        while next(job).done < 2:
            pass
        job.close()
    with Project.open(tmp_path / "o.inspel") as project:
        project.check()
        assert [s.files[0].name for s in project.submissions()] == [p.name for p in paths[:2]]
        assert results(take_in(project, pool, *paths)).count(Result.KNOWN) == 2
        assert len(project.submissions()) == len(paths)


@pytest.mark.parametrize(
    "fault", [faulty.crash_on, faulty.hang_on, faulty.devour_on, faulty.err_on]
)
def test_a_fault_in_a_child_costs_that_file_alone(
    project: Project, tmp_path: Path, fault: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("inspel_app.services.intake.read_submissions", fault)
    paths = write_letters(tmp_path / "in", *PLACES)
    with WorkerPool(2, seconds=5) as small_pool:
        outcomes = take_in(project, small_pool, *paths)
    bad = PLACES.index(faulty.BAD_PLACE)
    assert [n for n, r in enumerate(results(outcomes)) if r is Result.UNREADABLE] == [bad]
    assert len(project.submissions()) == len(PLACES)
    assert project.original(project.submissions()[bad].files[0].sha256) == paths[bad].read_bytes()


def test_children_load_nothing_heavy(pool: WorkerPool) -> None:
    pool.submit(real_tasks.read_submissions, text_letter("Malå"), "a.txt", ()).result()
    heavy = {"sklearn", "spacy", "PySide6", "sqlite3", "sqlite_utils", "rich", "jinja2"}
    loaded = set(pool.submit(tasks.loaded_modules).result())
    assert not heavy & (loaded - _loaded_by_python_itself())


def _loaded_by_python_itself() -> set[str]:
    """What a bare interpreter holds: none of it heavy, but for what measures coverage (SQLite)."""
    asked = (sys.executable, "-c", "import sys; print(*sys.modules)")
    return set(subprocess.run(asked, check=True, capture_output=True, text=True).stdout.split())  # noqa: S603 - our own


ABOUT = (
    "RUS-aktualisering 2025-26",
    "Bakgrundsinformation",
    "Organisation",
    "Storumans kommun",
    "Avdelning/enhet",
    "Kansliet",
    "Kontaktperson",
    "Kontaktpersons e-post",
)
ASKED = (
    "Prioritering 1: Västerbotten – en nytänkande och smart region, s 21–23",
    "Inspel på Inledning prioritering 1",
    "Vad kan utvecklas i det inledande avsnittet?",
    "Inlandet behöver flera bussar på kvällarna.",
    "Inspel på Delprioritering 1.2 Digitalisering och nya lösningar",
    "Hur kan identifierade behov utvecklas?",
    "Fibern når inte byarna.",
)


def test_photographed_pages_of_one_form_are_one_inspel(
    project: Project, pool: WorkerPool, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, lines in (("sida1.png", ASKED), ("sida2.png", ABOUT)):
        page(lines, width=1240).save(folder / name, dpi=(150, 150))
    outcomes = take_in(project, pool, folder)
    (read,) = project.submissions()
    assert [f.name for f in read.files] == ["sida2.png", "sida1.png"]
    assert read.respondent.organisation == "Storumans kommun"
    assert {a.field: a.text for a in read.answers} == {
        "1.inledning": "Inlandet behöver flera bussar på kvällarna.",
        "1.2.behov": "Fibern når inte byarna.",
    }
    assert "sidor-omkastade" in [problem.code for problem in read.problems]
    originals = [project.original(f.sha256) for f in read.files]
    assert originals == [(folder / f.name).read_bytes() for f in read.files]
    assert results(outcomes) == [Result.DOUBTS, Result.JOINED]
    assert results(take_in(project, pool, folder)) == [Result.KNOWN, Result.KNOWN]


def test_a_page_that_cannot_be_read_costs_itself_alone(
    project: Project, pool: WorkerPool, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, lines in (("sida1.png", ABOUT), ("sida3.png", ASKED)):
        page(lines, width=1240).save(folder / name, dpi=(150, 150))
    (folder / "sida2.png").write_bytes((folder / "sida1.png").read_bytes()[:200])
    outcomes = take_in(project, pool, folder)
    assert results(outcomes)[1:] == [Result.UNREADABLE, Result.JOINED]
    assert [len(s.files) for s in project.submissions()] == [2, 1]


def test_a_form_that_only_tells_who_sent_it_is_told_to_be_blank(
    project: Project, pool: WorkerPool, tmp_path: Path
) -> None:
    path = tmp_path / "blankett.txt"
    path.write_text("\n\n".join(label.text for label in load_form(DEFAULT_FORM).labels), "utf-8")
    (outcome,) = take_in(project, pool, path)
    assert "tom-blankett" in [problem.code for problem in outcome.problems]


def test_few_files_are_under_way_at_a_time_and_they_are_kept_in_their_own_order(
    project: Project, pool: WorkerPool, tmp_path: Path
) -> None:
    paths = write_letters(tmp_path / "in", *PLACES)
    outcomes = finish(import_files(project, paths, pool, ahead=1), ignore)
    assert [outcome.name for outcome in outcomes] == [path.name for path in paths]
    assert len(project.submissions()) == len(PLACES)
