"""What became of each file is kept, import by import; and what can be done about doubts is told."""

import re
from pathlib import Path

from inspel_app.domain.document import Problem
from inspel_app.resources import resource_dir
from inspel_app.services.imports import counts, imports, what_to_do
from inspel_app.services.intake import import_files
from inspel_app.services.jobs import Result, finish
from inspel_app.services.workers import WorkerPool
from inspel_app.store.project import Project
from tests.services.letters import text_letter

ROOT = Path(__file__).parents[2]


def take_in(project: Project, pool: WorkerPool, *paths: Path) -> None:
    finish(import_files(project, paths, pool, "anna"), lambda _progress: None)


def write(folder: Path, **files: bytes) -> list[Path]:
    paths = [folder / f"{name}.txt" for name in files]
    for path, data in zip(paths, files.values(), strict=True):
        path.write_bytes(data)
    return paths


def test_tells_what_became_of_each_file_also_when_opened_again(
    project: Project, pool: WorkerPool, tmp_path: Path
) -> None:
    first = write(tmp_path, a=text_letter("Åsele"), tom=b"")
    take_in(project, pool, *first)
    again = write(tmp_path, kopia=text_letter("Åsele"))
    take_in(project, pool, *again)
    project.close()
    with Project.open(project.path) as opened:
        later, earlier = imports(opened)
        (read, _empty) = opened.submissions()
        assert [(o.name, o.result) for o in earlier.outcomes] == [
            ("a.txt", Result.READ),
            ("tom.txt", Result.UNREADABLE),
        ]
        (copy,) = later.outcomes
        assert (copy.result, copy.submission) == (Result.KNOWN, read.id)
        assert earlier.outcomes[1].problems[0].code == "tom-fil"
        assert (earlier.person, earlier.begun < later.begun) == ("anna", True)


def test_what_came_is_told_though_the_import_is_undone(
    project: Project, pool: WorkerPool, tmp_path: Path
) -> None:
    take_in(project, pool, *write(tmp_path, a=text_letter("Åsele")))
    project.undo()
    assert project.submissions() == ()
    assert [o.name for o in imports(project)[0].outcomes] == ["a.txt"]


def test_counts_what_became_of_the_files(
    project: Project, pool: WorkerPool, tmp_path: Path
) -> None:
    take_in(project, pool, *write(tmp_path, a=text_letter("Åsele"), tom=b"", b=b"", c=b""))
    assert counts(imports(project)[0].outcomes) == [
        (Result.READ, 1),
        (Result.UNREADABLE, 1),
        (Result.JOINED, 2),
    ]


def test_every_advice_is_about_a_problem_that_the_guide_explains() -> None:
    told = (resource_dir() / "hjalp" / "problem.toml").read_text("utf-8")
    codes = re.findall(r"^([a-z-]+) = ", told, re.MULTILINE)
    guide = (ROOT / "docs" / "problem.md").read_text("utf-8")
    assert set(codes) <= set(re.findall(r"^\| `([a-z-]+)`", guide, re.MULTILINE))
    assert all(what_to_do(Problem(code, "")) for code in codes)
    assert what_to_do(Problem("losenord", "")) == ""
