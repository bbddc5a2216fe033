"""A pool of child processes and a new round, for the tests of the services."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from inspel_app.analysis.stance import stance_of
from inspel_app.domain.coding import Assignment, Origin, Passage
from inspel_app.domain.document import Location, Method
from inspel_app.domain.form import Answer
from inspel_app.services import theming
from inspel_app.services.jobs import finish
from inspel_app.services.rounds import new_round
from inspel_app.services.workers import WorkerPool
from inspel_app.store.project import Project, Run
from tests.services.choices import forget_models
from tests.store.samples import sha256_of, submission

SAID = (
    "Bygg ut bredbandet i byarna så att fibern når alla.",
    "Bredbandet når inte byarna, fibern måste byggas ut.",
    "Byarna saknar fiber och bredband.",
    "Master i fjällen behöver reservkraft när strömmen går.",
    "Mobilmasterna i fjällen saknar reservkraft.",
    "Reservkraft i masterna, strömmen gick i fjällen i vintras.",
)


@pytest.fixture(scope="session")
def pool() -> Iterator[WorkerPool]:
    with WorkerPool(2) as running:
        yield running
        for child in running._children:  # which the pool would kill before they told what they ran
            child._pipe.close()
            child._process.join()
            assert child._process.exitcode == 0


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_round(tmp_path / "omgang.inspel") as made:
        yield made


@pytest.fixture
def user_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The user's own folder, in which settings can be written; models are chosen anew."""
    folder = tmp_path / "eget"
    folder.mkdir()
    monkeypatch.setenv("INSPEL_DATA", str(folder))
    forget_models()
    yield folder
    forget_models()


@pytest.fixture
def themed(project: Project) -> Project:
    """A round with six points on one matter in two themes."""
    file = sha256_of(b"a")
    said = [
        Answer(f"a/{n}", "3.4.behov", text, Method.TEXT, (Location(file, 0, len(text)),))
        for n, text in enumerate(SAID)
    ]
    sent = replace(submission("a"), answers=tuple(said))
    with project.action("Läs in"):
        project.add_submission(sent, {})
    code = (Assignment("3.4", None, Origin.FORM),)
    points = [
        Passage(
            f"{a.id}:0-{len(a.text)}",
            "a",
            a.id,
            "3.4.behov",
            0,
            len(a.text),
            a.text,
            code,
            stance=stance_of(a.text),
        )
        for a in sent.answers
    ]
    project.save_passages(Run("passages", "", "", ""), points)
    finish(theming.propose(project), lambda _progress: None)
    assert [len(t.passages) for t in project.themes()] == [3, 3]
    return project
