"""A pool of child processes and a new round, for the tests of the services."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from inspel_app.services.rounds import new_round
from inspel_app.services.workers import WorkerPool
from inspel_app.store.project import Project


@pytest.fixture(scope="session")
def pool() -> Iterator[WorkerPool]:
    with WorkerPool(2) as running:
        yield running


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_round(tmp_path / "omgang.inspel") as made:
        yield made
