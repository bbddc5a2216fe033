"""Points, suggestions and themes: made of what is there, and not made again in vain."""

from collections.abc import Callable
from pathlib import Path

import pytest

from inspel_app.domain.actor_requests import concerns_actors
from inspel_app.domain.coding import Origin
from inspel_app.errors import UsageError
from inspel_app.resources import resource_dir
from inspel_app.services.analysing import AS_NEW, Age, age_of, analyse
from inspel_app.services.coding import has_points_to_make, ranker, suggest
from inspel_app.services.intake import import_files
from inspel_app.services.jobs import Job, finish
from inspel_app.services.rounds import codebook_of
from inspel_app.services.theming import propose
from inspel_app.services.workers import WorkerPool
from inspel_app.store.project import Project
from inspel_app.synthesis.counting import undecided
from tests.analysis.onnx_models import make_model, needs_onnx
from tests.services.choices import choose
from tests.services.letters import pdf_letter, word_letter, write_letters

STRATEGY = "vasterbotten-2020-2030"


def texts(job: Job) -> list[str]:
    said: list[str] = []
    finish(job, lambda progress: said.append(progress.text))
    return said


def made_at(project: Project, kind: str) -> int:
    """The number of the run whose work is there now; each run has a new one."""
    rows = project._db.execute("SELECT max(id) FROM runs WHERE kind = ?", [kind])
    return int(rows.fetchone()[0] or 0)


@pytest.fixture
def filled(project: Project, pool: WorkerPool, tmp_path: Path) -> Project:
    """A round with two letters and a form."""
    (form,) = (resource_dir() / "exempel" / "inspel").glob("RUS Robertsfors*.docx")
    paths = [*write_letters(tmp_path / "in", "Malå", "Åsele"), form]
    finish(import_files(project, paths, pool), lambda _progress: None)
    return project


def test_every_point_stands_in_its_answer(filled: Project) -> None:
    finish(suggest(filled), lambda _progress: None)
    answers = {a.id: a.text for s in filled.submissions() for a in s.answers}
    passages = filled.passages()
    assert passages
    for passage in passages:
        assert answers[passage.answer][passage.start : passage.end] == passage.text


def test_points_of_a_form_take_its_codes_and_those_of_letters_suggestions(filled: Project) -> None:
    finish(suggest(filled), lambda _progress: None)
    codebook = codebook_of(filled)
    origins = {p.assignments[0].origin for p in filled.passages() if p.assignments}
    assert origins == {Origin.FORM, Origin.SUGGESTION}
    assert all(a.code in codebook for p in filled.passages() for a in p.assignments)


def test_every_point_but_those_of_copies_and_those_that_list_actors_is_in_one_theme(
    filled: Project,
) -> None:
    finish(suggest(filled), lambda _progress: None)
    finish(propose(filled), lambda _progress: None)
    gathered = [passage for theme in filled.themes() for passage in theme.passages]
    copies = {s.id for s in undecided(filled.submissions())}
    points = [p for p in filled.passages() if p.submission not in copies]
    own = [p.id for p in points if not concerns_actors(p)]
    assert 0 < len(own) < len(points)
    assert sorted(gathered) == sorted(own)


def test_what_may_be_a_copy_makes_no_theme(
    filled: Project, pool: WorkerPool, tmp_path: Path
) -> None:
    copy = tmp_path / "kopia.docx"
    copy.write_bytes(word_letter("Malå"))
    original = tmp_path / "original.pdf"
    original.write_bytes(pdf_letter("Malå"))
    finish(import_files(filled, [original, copy], pool), lambda _progress: None)
    waiting = {s.id for s in undecided(filled.submissions())}
    assert waiting
    finish(suggest(filled), lambda _progress: None)
    finish(propose(filled), lambda _progress: None)
    assert waiting & {p.submission for p in filled.passages()} == waiting
    assert not waiting & {p.submission for p in filled.passages() if p.theme}


@pytest.mark.parametrize(("job", "kind"), [(suggest, "passages"), (propose, "themes")])
def test_what_is_unchanged_is_not_made_again(
    filled: Project, job: Callable[[Project], Job], kind: str
) -> None:
    finish(suggest(filled), lambda _progress: None)
    finish(propose(filled), lambda _progress: None)
    before = made_at(filled, kind)
    assert len(texts(job(filled))) == 1
    assert made_at(filled, kind) == before
    filled.undo()
    texts(suggest(filled))
    texts(propose(filled))
    assert made_at(filled, kind) > before
    assert not filled.passages()
    assert not filled.themes()


def test_another_encoder_makes_the_work_anew(filled: Project, user_folder: Path) -> None:
    needs_onnx()
    kinds: dict[str, Callable[[Project], Job]] = {"suggestions": suggest, "themes": propose}
    before = {}
    for kind, job in kinds.items():
        finish(job(filled), lambda _progress: None)
        before[kind] = made_at(filled, kind)

    make_model(user_folder / "min")
    choose(user_folder, "kodare", "min")

    for kind, job in kinds.items():
        finish(job(filled), lambda _progress: None)
        run = filled.current_run(kind)
        assert run is not None
        assert run.model.startswith("min ")
        assert made_at(filled, kind) > before[kind]


def test_closing_leaves_the_earlier_work(filled: Project, pool: WorkerPool, tmp_path: Path) -> None:
    finish(suggest(filled), lambda _progress: None)
    passages, before = filled.passages(), made_at(filled, "passages")
    more = write_letters(tmp_path / "in", "Sorsele")
    finish(import_files(filled, more, pool), lambda _progress: None)
    job = suggest(filled)
    next(job)
    job.close()
    assert made_at(filled, "passages") == before
    assert filled.passages() == passages


def test_the_machines_work_is_no_part_of_the_history(filled: Project) -> None:
    finish(suggest(filled), lambda _progress: None)
    finish(propose(filled), lambda _progress: None)
    assert [entry.name for entry in filled.log()] == ["Läs in 3 filer"]


def test_what_was_changed_and_changed_back_is_not_made_again_and_holds_as_of_now(
    filled: Project,
) -> None:
    finish(analyse(filled), lambda _progress: None)
    made = made_at(filled, "passages"), made_at(filled, "themes")
    numbered = filled.passages()[0].id
    with filled.action("Koppla", "anna"):
        filled.assign(numbered, "3.3", None, "anna")
    assert age_of(filled).changed
    filled.undo()
    assert texts(suggest(filled)) == ["Synpunkterna är desamma som sist"]
    assert texts(propose(filled)) == ["Temana är desamma som sist"]
    assert (made_at(filled, "passages"), made_at(filled, "themes")) > made
    assert age_of(filled) == AS_NEW


def test_what_is_not_made_yet_is_to_be_made_and_only_then_old(filled: Project) -> None:
    assert has_points_to_make(filled)
    assert age_of(filled) == AS_NEW
    finish(suggest(filled), lambda _progress: None)
    assert not has_points_to_make(filled)
    assert age_of(filled) == Age(changed=True)
    finish(propose(filled), lambda _progress: None)
    assert age_of(filled) == AS_NEW


def test_learns_from_texts_with_codes_and_refuses_codes_that_are_none() -> None:
    said = "Renarna måste få gå ifred vid Stensele."
    (before, *_rest), learnt = ranker(STRATEGY)(said), ranker(STRATEGY, [(said, "4.3")] * 5)(said)
    assert before.code != "4.3"
    assert learnt[0].code == "4.3"
    with pytest.raises(UsageError, match=r"9\.9 är ingen kod"):
        ranker(STRATEGY, [(said, "9.9")])


def test_ranks_the_leaf_that_a_text_is_about_first() -> None:
    ranked = ranker(STRATEGY)("Fler bussar och tåg behövs för att pendla till arbetet.")
    assert ranked[0].code == "3.3"
    assert [s.permille for s in ranked] == sorted((s.permille for s in ranked), reverse=True)


def test_decisions_and_learning_are_part_of_the_record(filled: Project) -> None:
    finish(suggest(filled), lambda _progress: None)
    first = filled.current_run("suggestions")
    passage = filled.passages()[0]
    with filled.action("Koppla"):
        filled.assign(passage.id, "3.3", None, by="Ada")
    finish(suggest(filled), lambda _progress: None)
    taught = filled.current_run("suggestions")
    finish(suggest(filled, learn=False), lambda _progress: None)
    untaught = filled.current_run("suggestions")
    assert first is not None
    assert taught is not None
    assert untaught is not None
    assert first.input_hash != taught.input_hash
    assert (taught.settings, untaught.settings) == ("learning", "")


def test_rejections_are_part_of_the_record(filled: Project) -> None:
    finish(suggest(filled), lambda _progress: None)
    before = filled.current_run("suggestions")
    with filled.action("Avvisa", "Ada"):
        filled.decisions.reject(filled.passages()[0].id, "3.3", "Ada")
    finish(suggest(filled), lambda _progress: None)
    after = filled.current_run("suggestions")
    assert before is not None
    assert after is not None
    assert before.input_hash != after.input_hash
