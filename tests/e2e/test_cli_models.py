"""A language model that is damaged or cannot be read stops the command with what to do."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from inspel_app.cli.main import main
from inspel_app.errors import ExitCode
from inspel_app.resources import model_dir, resource_dir
from tests.services.choices import choose, forget_models

RANK = ["rank", "--strategy", "vasterbotten-2020-2030"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The user's own folder; a text to rank is given."""
    monkeypatch.setenv("INSPEL_DATA", str(tmp_path))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"text": "Bygg ut fibern."}')))
    forget_models()
    yield tmp_path
    model_dir.cache_clear()
    forget_models()


def test_a_damaged_model_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    encoder = copytree(model_dir("kodare"), folder / "models" / "kodare") / "kodare.safetensors"
    encoder.write_bytes(encoder.read_bytes()[:-1] + b"x")
    copytree(resource_dir(), folder / "resources", ignore=lambda *_names: ["exempel"])
    monkeypatch.setattr(sys, "_MEIPASS", str(folder), raising=False)
    model_dir.cache_clear()

    assert main(RANK) == ExitCode.MISSING_COMPONENT
    told = " ".join(capsys.readouterr().err.split())
    assert "kodare.safetensors är skadad." in told
    assert "Installera om programmet." in told


def test_an_encoder_that_cannot_be_read_is_told_of(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    choose(folder, "kodare", "/finns/inte")

    assert main(RANK) == ExitCode.MISSING_COMPONENT
    assert "ta bort raden kodare i inställningarna" in " ".join(capsys.readouterr().err.split())
