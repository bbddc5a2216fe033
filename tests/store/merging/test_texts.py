"""How the machine cut answers of a copy comes along with them."""

from pathlib import Path

from inspel_app.domain.coding import Suggestion
from inspel_app.store.imports import FileRecord
from inspel_app.store.project import Project, Run
from tests.store.merging.copies import SETTINGS, copy_of, make_round, take_in
from tests.store.samples import RUN, passages_of, submission

SAID = Suggestion("3.1", 812, "bredband")


def read(path: Path, name: str) -> None:
    """Take an inspel in, cut it and suggest what it concerns, as the machine does."""
    with Project.open(path) as project:
        before = project.passages()
        with project.action(f"Läs in {name}", "eva"):
            project.add_submission(submission(name), {})
            project.keep_file_record(
                FileRecord("2026-01-01", "eva", f"{name}.docx", "last", name, ())
            )
        new = passages_of(submission(name))
        project.save_passages(RUN, [*before, *new])
        run = Run("suggestions", "", "", "")
        project.save_suggestions(run, {p.id: (SAID,) for p in [*before, *new]})


def cut(path: Path) -> dict[str, tuple[Suggestion, ...]]:
    with Project.open(path) as project:
        known = project.suggestions()
        return {passage.id: tuple(known.get(passage.id, ())) for passage in project.passages()}


def test_a_round_that_has_nothing_gets_the_points_of_the_copy_with_their_suggestions(
    tmp_path: Path,
) -> None:
    a = tmp_path / "a.inspel"
    Project.create(a, SETTINGS).close()
    b = copy_of(a, "b")
    read(b, "c")
    assert take_in(a, b) == 0
    assert cut(a) == cut(b) == {f"c/{n}:0-4": (SAID,) for n in range(2)}
    with Project.open(a) as project:
        run = project.current_run("passages")
        assert run is not None
        assert run.model == RUN.model


def test_points_of_a_copy_stand_beside_those_that_are_here(tmp_path: Path) -> None:
    a = make_round(tmp_path / "a.inspel")
    b = copy_of(a, "b")
    read(a, "c")
    read(b, "d")
    assert take_in(a, b) == 0
    assert cut(a) == cut(a) | cut(b)
    assert list(cut(a))[-2:] == ["d/0:0-4", "d/1:0-4"]


def test_what_became_of_each_file_is_told_once_also_of_those_that_the_copy_took_in(
    tmp_path: Path,
) -> None:
    a = make_round(tmp_path / "a.inspel")
    read(a, "c")
    b = copy_of(a, "b")
    read(b, "d")
    for _time in range(2):
        take_in(a, b)
        with Project.open(a) as project:
            assert [record.name for record in project.file_records()] == ["c.docx", "d.docx"]
