from collections.abc import Iterator
from pathlib import Path

import pytest

from inspel_app.store.project import Project
from tests.store.samples import SETTINGS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the project is, under a name as a Mac writes it."""
    folder = tmp_path / "Regionens a\N{COMBINING RING ABOVE}rsarbete"
    folder.mkdir()
    return folder / "Omga\N{COMBINING RING ABOVE}ng 1 ö.inspel"


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    with Project.create(path, SETTINGS) as project:
        yield project
