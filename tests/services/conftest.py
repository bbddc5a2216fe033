"""A pool of child processes and a new round, for the tests of the services."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from inspel_app.services.rounds import new_round
from inspel_app.services.workers import WorkerPool
from inspel_app.store.project import Project
from tests.services.choices import forget_models


@pytest.fixture(scope="session")
def pool() -> Iterator[WorkerPool]:
    with WorkerPool(2) as running:
        yield running


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
