"""Runs commands as a user does."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspel_app.cli.main import main
from tests.e2e.exported import make


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in; reports of faults stay in it too."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path


@pytest.fixture
def json_of(capsys: pytest.CaptureFixture[str]) -> Callable[..., Any]:
    """What a command that succeeds answers in JSON."""

    def run(*arguments: str | Path) -> Any:
        capsys.readouterr()
        assert main([*map(str, arguments), "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    return run


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example round in every format and for every audience."""
    folder = tmp_path_factory.mktemp("exporterat")
    make(folder)
    return folder
